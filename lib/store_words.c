#include "minutebook/store_read.h"

#include <stdlib.h>

#include "minutebook/buf.h"
#include "minutebook/nearest.h"
#include "minutebook/text.h"
#include "reader.h"

static int add_word(struct mb_arena *arena, struct mb_words *words,
		    size_t *capacity, struct mb_str word, struct mb_err *err)
{
	struct mb_str *moved = mb_arena_grow(arena, words->items, words->n,
					     capacity, sizeof(*moved));

	if (!moved)
		return mb_fail_nomem(err);
	words->items = moved;
	return mb_arena_copy(arena, word, &words->items[words->n++], err);
}

/* The first column of a statement's rows. */
static int read_words(struct mb_reader *reader, enum stmt id,
		      const struct sql_value *values, size_t n_values,
		      size_t limit, struct mb_arena *arena,
		      struct mb_words *out, struct mb_err *err)
{
	struct mb_words words = { NULL, 0 };
	size_t capacity = 0;
	sqlite3_stmt *stmt = NULL;
	int rc = mb_sql_begin(&reader->sql, id, values, n_values, &stmt, err);

	while (rc == MB_OK && words.n < limit &&
	       (rc = mb_sql_step(&reader->sql, stmt, err)) > 0)
		rc = add_word(arena, &words, &capacity, mb_sql_column(stmt, 0),
			      err);
	sqlite3_reset(stmt);
	if (rc == MB_OK)
		*out = words;
	return rc;
}

int mb_reader_words_of_stem(struct mb_reader *reader, struct mb_str stem,
			    size_t limit, struct mb_arena *arena,
			    struct mb_words *out, struct mb_err *err)
{
	const struct sql_value values[] = { mb_sql_text(stem) };

	return read_words(reader, STMT_WORDS_OF_STEM, values, 1, limit, arena,
			  out, err);
}

int mb_reader_word_count(struct mb_reader *reader, struct mb_str word,
			 int64_t *n, struct mb_err *err)
{
	const struct sql_value values[] = { mb_sql_text(word) };

	return mb_sql_get_int(&reader->sql, STMT_FIND_WORD, values, 1, 0, n,
			      err);
}

int mb_reader_has_match(struct mb_reader *reader, struct mb_str expression,
			bool *has_match, struct mb_err *err)
{
	const struct sql_value values[] = { mb_sql_text(expression) };
	int64_t n = 0;
	int rc =
	    mb_sql_get_int(&reader->sql, STMT_HAS_MATCH, values, 1, 0, &n, err);

	if (rc == MB_OK)
		*has_match = n > 0;
	return rc;
}

int mb_reader_compounds(struct mb_reader *reader, struct mb_str joined,
			struct mb_str stem, size_t limit,
			struct mb_arena *arena, struct mb_words *out,
			struct mb_err *err)
{
	const struct sql_value values[] = { mb_sql_text(joined),
					    mb_sql_text(stem) };

	return read_words(reader, STMT_COMPOUND_PARTS, values, 2, limit, arena,
			  out, err);
}

int mb_reader_compounds_from(struct mb_reader *reader, struct mb_str prefix,
			     size_t limit, struct mb_arena *arena,
			     struct mb_words *out, struct mb_err *err)
{
	struct mb_buf end = MB_BUF_INIT;
	int rc;

	mb_buf_add(&end, prefix);
	mb_buf_add(&end, MB_STR("\xF4\x8F\xBF\xBF")); /* the last character */
	const struct sql_value values[] = { mb_sql_text(prefix),
					    mb_sql_text(mb_buf_str(&end)) };

	rc = end.has_failed ? mb_fail_nomem(err)
			    : read_words(reader, STMT_COMPOUNDS_FROM, values, 2,
					 limit, arena, out, err);
	mb_buf_release(&end);
	return rc;
}

static int add_near(struct mb_arena *arena, struct mb_near_words *words,
		    size_t *capacity, const struct mb_near_word *near,
		    struct mb_err *err)
{
	struct mb_near_word *moved = mb_arena_grow(
	    arena, words->items, words->n, capacity, sizeof(*moved));

	if (!moved)
		return mb_fail_nomem(err);
	words->items = moved;
	moved[words->n] = *near;
	return mb_arena_copy(arena, near->word, &moved[words->n++].word, err);
}

/* The commonest first; among equals the order of words. */
static int compare_near(const void *a, const void *b)
{
	const struct mb_near_word *x = a, *y = b;

	if (x->n != y->n)
		return x->n > y->n ? -1 : 1;
	return mb_str_compare(x->word, y->word);
}

/* Sorted here: to sort all words for a few takes SQL longer than the scan. */
int mb_reader_words_near(struct mb_reader *reader, struct mb_str word,
			 size_t distance, size_t limit, struct mb_arena *arena,
			 struct mb_near_words *out, struct mb_err *err)
{
	struct mb_near_words words = { NULL, 0 };
	size_t capacity = 0;
	sqlite3_stmt *stmt = NULL;
	int rc =
	    mb_sql_begin(&reader->sql, STMT_ALL_WORDS, NULL, 0, &stmt, err);

	if (rc != MB_OK)
		return rc;
	while (rc == MB_OK && (rc = mb_sql_step(&reader->sql, stmt, err)) > 0) {
		struct mb_near_word near = {
			.word = mb_sql_column(stmt, 0),
			.n = sqlite3_column_int64(stmt, 1),
		};

		rc = MB_OK;
		near.distance =
		    mb_edit_distance_within(word, near.word, distance);
		if (near.distance <= distance)
			rc = add_near(arena, &words, &capacity, &near, err);
	}
	sqlite3_reset(stmt);
	if (rc != MB_OK)
		return rc;
	if (words.n > 0)
		qsort(words.items, words.n, sizeof(*words.items), compare_near);
	if (words.n > limit)
		words.n = limit;
	*out = words;
	return MB_OK;
}

int mb_reader_names(struct mb_reader *reader, enum mb_names kind,
		    struct mb_arena *arena, struct mb_words *out,
		    struct mb_err *err)
{
	static const enum stmt statements[] = {
		[MB_NAMES_PEOPLE] = STMT_NAMES_PEOPLE,
		[MB_NAMES_OFFICES] = STMT_NAMES_OFFICES,
		[MB_NAMES_COUNCILS] = STMT_NAMES_COUNCILS,
		[MB_NAMES_BODIES] = STMT_NAMES_BODIES,
	};
	struct mb_words raw;
	int rc = read_words(reader, statements[kind], NULL, 0, SIZE_MAX, arena,
			    &raw, err);

	for (size_t i = 0; rc == MB_OK && i < raw.n; i++)
		rc = mb_fold_in(arena, raw.items[i], &raw.items[i], err);
	if (rc == MB_OK)
		*out = raw;
	return rc;
}
