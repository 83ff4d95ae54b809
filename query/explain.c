#include "explain.h"

#include <inttypes.h>

#include "score.h"

/* --- how it is run ----------------------------------------------------- */

static int explain_steps(struct mb_reader *reader, const struct plan *plan,
			 struct mb_buf *out, struct mb_err *err)
{
	struct mb_buf sql = MB_BUF_INIT;
	sqlite3_stmt *stmt = NULL;
	int rc;

	mb_buf_add(&sql, MB_STR("EXPLAIN QUERY PLAN "));
	mb_buf_add(&sql, plan->sql); /* with its NUL */
	if (sql.has_failed)
		rc = mb_fail_nomem(err);
	else
		rc = mb_reader_prepare(reader, sql.ptr, &stmt, err);
	mb_buf_add(out, MB_STR("Steps:\n"));
	while (rc == MB_OK && (rc = mb_reader_step(reader, stmt, err)) > 0) {
		mb_buf_add_format(out, "  %s\n",
				  (const char *)sqlite3_column_text(stmt, 3));
		rc = MB_OK;
	}
	sqlite3_finalize(stmt);
	mb_buf_release(&sql);
	return rc;
}

/* Each index has a vocabulary of its own, and so a plan. */
static int explain_plans(const struct inquiry *q, const struct options *options,
			 struct mb_buf *out, struct mb_err *err)
{
	int rc = MB_OK;

	for (int i = 0; i < q->sources->n && rc == MB_OK; i++) {
		if (q->sources->n > 1)
			mb_buf_add_format(out, "Index %s\n",
					  options->indexes[i]);
		plan_dump(&q->plans[i], out);
		rc = explain_steps(q->sources->readers[i], &q->plans[i], out,
				   err);
	}
	return rc;
}

/* --- scores ------------------------------------------------------------ */

static void add_times(struct mb_buf *out, double n, const char *where)
{
	if (n == 1)
		mb_buf_add_format(out, "once %s", where);
	else if (n == 2)
		mb_buf_add_format(out, "twice %s", where);
	else
		mb_buf_add_format(out, "%.0f times %s", n, where);
}

/* "4 times in the text, once in the title (0.8412 of it)" */
static void add_places(struct mb_buf *out, const struct search_share *share)
{
	if (share->n_text == 0 && share->n_title == 0)
		mb_buf_add(out, MB_STR("not there"));
	if (share->n_text > 0)
		add_times(out, share->n_text, "in the text");
	if (share->n_title > 0) {
		if (share->n_text > 0)
			mb_buf_add(out, MB_STR(", "));
		add_times(out, share->n_title, "in the title");
		mb_buf_add_format(out, " (%.4f of it)", share->from_title);
	}
}

static void explain_share(const struct search_share *share, struct mb_buf *out)
{
	mb_buf_add_format(out, "     %8.4f  ", share->score);
	query_describe_node(share->leaf->node, out);
	mb_buf_add(out, MB_STR(": "));
	add_places(out, share);
	mb_buf_add_format(out, "; in %.0f item%s, %.0f time%s in all",
			  share->n_items, share->n_items == 1 ? "" : "s",
			  share->n_all, share->n_all == 1 ? "" : "s");
	if (share->leaf->is_added)
		mb_buf_add_format(out, "; added by --more, weight %.4f",
				  share->leaf->weight);
	else if (share->leaf->weight > 1)
		mb_buf_add_format(out, "; typed %.0f times",
				  share->leaf->weight);
	mb_buf_add_char(out, '\n');
}

static void explain_item(const struct search_account *account,
			 enum search_level level, struct mb_buf *out)
{
	static const char *const levels[] = {
		[LEVEL_ALL] = "",
		[LEVEL_ITEM] = "; all of the words, but not in one paragraph",
		[LEVEL_SOME] = "; not all of the words",
		[LEVEL_MORE] = "; by the added words",
	};

	mb_buf_add_format(out, ", an item of %.0f words%s%s\n", account->length,
			  levels[level],
			  account->is_boilerplate
			      ? "; routine, and so behind others of this score"
			      : "");
	for (size_t i = 0; i < account->n; i++)
		explain_share(&account->shares[i], out);
}

/* Items have scores; all hits of one have the same. */
static int explain_hit(struct inquiry *q, const struct hit *hit,
		       const struct hit *last, struct mb_buf *out,
		       struct mb_err *err)
{
	struct search_account account;
	struct mb_str id;
	int rc = search_explain(q->search, q->arena, &account, err);

	if (rc == MB_OK)
		rc = mb_reader_hit_id(q->sources->readers[hit->source],
				      hit->paragraph, q->arena, &id, err);
	if (rc != MB_OK)
		return rc;
	if (last->rank == 0)
		mb_buf_add_format(out,
				  "  %.0f items of %.1f words on average; each "
				  "word of a title counts %d times\n",
				  account.n_items, account.average_length,
				  SCORE_TITLE_WEIGHT);
	mb_buf_add_format(out, "  %" PRId64 ". %.*s: %.4f", hit->rank,
			  MB_STR_ARG(id), hit->score);
	if (hit->item == last->item && hit->source == last->source)
		mb_buf_add(out, MB_STR(", the same item\n"));
	else
		explain_item(&account, hit->level, out);
	return MB_OK;
}

static int explain_scores(struct inquiry *q,
			  const struct search_options *options,
			  struct mb_buf *out, struct mb_err *err)
{
	struct hit hit, last = { .rank = 0 };
	int rc;

	mb_buf_add(out, MB_STR("Scores:\n"));
	if (q->sort != SORT_RANK || inquiry_asks_for_nothing(q)) {
		mb_buf_add(out, MB_STR("  (none: nothing is ranked)\n"));
		return MB_OK;
	}
	rc = inquiry_search(q, options, err);
	while (rc == MB_OK && (rc = inquiry_next(q, &hit, err)) > 0) {
		rc = explain_hit(q, &hit, &last, out, err);
		last = hit;
	}
	if (rc == MB_OK && last.rank == 0)
		mb_buf_add(out, MB_STR("  (nothing found)\n"));
	return rc;
}

int explain(struct inquiry *q, const struct options *options,
	    struct mb_buf *out, struct mb_err *err)
{
	int rc;

	mb_buf_add(out, MB_STR("Searched for: "));
	query_describe(&q->query, out);
	mb_buf_add(out, MB_STR("\nTree:\n"));
	query_dump(&q->query, out);
	rc = explain_plans(q, options, out, err);
	if (rc == MB_OK && options->search.limit != 0)
		rc = explain_scores(q, &options->search, out, err);
	return rc;
}
