/*
 * What a council is called where it meets itself.
 *
 * One paper says "Council", the next one "Withy Green Parish Council", and a
 * third writes that in small letters.  Whoever counts by body, or looks for
 * months without a meeting, would have three bodies of one.  So when all
 * meetings are joined, those of a council itself get one name: what most
 * documents call it that name it in full, or if none does, what most of them
 * call it.  A meeting whose documents name no body keeps none.
 */
#include "council.h"
#include "store.h"

struct called {
	struct mb_str council, body;
	bool is_full;
};

struct calls {
	struct mb_arena arena;
	struct called *items; /* one for each council */
	size_t n, capacity;
};

/* Whether @body is this council, and named in full. */
static int judge(struct mb_store *store, struct called *one, bool *is_council,
		 struct mb_err *err)
{
	struct mb_buf *cores = &store->scratch;
	struct mb_str council, body;
	size_t n;

	mb_buf_truncate(cores, 0);
	mb_council_core(cores, one->council);
	n = cores->len;
	if (mb_body_is_called_council(one->body))
		mb_council_core(cores, one->body);
	if (cores->has_failed)
		return mb_fail_nomem(err);
	council = mb_str_take(mb_buf_str(cores), n);
	body = mb_str_drop(mb_buf_str(cores), n);
	one->is_full = mb_str_equal_nocase(one->body, one->council) ||
		       (n > 0 && mb_str_equal(council, body));
	*is_council =
	    one->is_full || mb_body_is_called_by_kind(one->body, council);
	return MB_OK;
}

/* Keeps @one unless a better name of the same council is there already. */
static int add(struct calls *calls, const struct called *one,
	       struct mb_err *err)
{
	struct called *last = calls->n > 0 ? &calls->items[calls->n - 1] : NULL;
	struct called *moved;
	int rc;

	if (last && mb_str_equal(last->council, one->council)) {
		if (last->is_full || !one->is_full)
			return MB_OK;
		last->is_full = true;
		return mb_arena_copy(&calls->arena, one->body, &last->body,
				     err);
	}
	moved = mb_arena_grow(&calls->arena, calls->items, calls->n,
			      &calls->capacity, sizeof(*moved));
	if (!moved)
		return mb_fail_nomem(err);
	calls->items = moved;
	moved[calls->n].is_full = one->is_full;
	rc = mb_arena_copy(&calls->arena, one->council,
			   &moved[calls->n].council, err);
	if (rc == MB_OK)
		rc = mb_arena_copy(&calls->arena, one->body,
				   &moved[calls->n].body, err);
	calls->n += rc == MB_OK;
	return rc;
}

static int read_calls(struct mb_store *store, struct calls *calls,
		      struct mb_err *err)
{
	sqlite3_stmt *stmt;
	int rc =
	    mb_sql_begin(&store->sql, STMT_COUNCIL_BODIES, NULL, 0, &stmt, err);

	while (rc == MB_OK && (rc = mb_sql_step(&store->sql, stmt, err)) > 0) {
		struct called one = {
			.council = mb_sql_column(stmt, 0),
			.body = mb_body_alone(mb_sql_column(stmt, 1)),
		};
		bool is_council = false;

		rc = judge(store, &one, &is_council, err);
		if (rc == MB_OK && is_council)
			rc = add(calls, &one, err);
	}
	return rc;
}

int mb_store_call_councils(struct mb_store *store, struct mb_err *err)
{
	struct calls calls = { .arena = MB_ARENA_INIT };
	int rc = read_calls(store, &calls, err);

	for (size_t i = 0; i < calls.n && rc == MB_OK; i++) {
		const struct sql_value values[] = {
			mb_sql_text(calls.items[i].council),
			mb_sql_text(calls.items[i].body),
		};

		rc = mb_sql_run(&store->sql, STMT_CALL_COUNCIL, values, 2, err);
	}
	mb_arena_release(&calls.arena);
	return rc;
}
