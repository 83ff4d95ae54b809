/*
 * The items of a document become rows: their paragraphs, whose ids tell the
 * day (schema.sql), votes, leads and links, and the sums over all items.
 */
#include <stdlib.h>

#include "minutebook/store_read.h"
#include "minutebook/text.h"
#include "place.h"
#include "store.h"

/* --- where they go -------------------------------------------------------- */

/* Where the next paragraph of a day (or of no day) goes. */
static int next_paragraph(struct mb_store *store, struct mb_date date,
			  int64_t *id, int64_t *end, struct mb_err *err)
{
	int64_t first = 0;

	*end = PLACE_DATED;
	if (mb_date_is_known(date)) {
		first = mb_paragraph_first(date);
		*end = mb_paragraph_last(date) + 1;
	}
	const struct sql_value values[] = { mb_sql_int(first),
					    mb_sql_int(*end) };

	return mb_sql_get_int(&store->sql, STMT_NEXT_PARAGRAPH, values, 2,
			      first + 1, id, err);
}

/* --- labels ------------------------------------------------------------ */

/* A paragraph's number, to bring those that are alike together. */
struct numbered {
	struct mb_str number;
	size_t i;
};

static int compare_numbers(const void *a, const void *b)
{
	const struct numbered *x = a, *y = b;
	int order = mb_str_compare(x->number, y->number);

	return order != 0 ? order : (x->i > y->i) - (x->i < y->i);
}

/* An item with, of each paragraph, how many before it have its number. */
struct labelled {
	const struct mb_item *item;
	size_t *n_before; /* in the batch */
};

static int count_before(struct mb_store *store, struct labelled *item,
			struct mb_err *err)
{
	size_t n = item->item->n_paragraphs;
	struct numbered *numbers = MB_NEW(&store->batch, struct numbered, n);

	item->n_before = MB_NEW(&store->batch, size_t, n);
	if (!numbers || !item->n_before)
		return mb_fail_nomem(err);
	for (size_t i = 0; i < n; i++)
		numbers[i] =
		    (struct numbered){ item->item->paragraphs[i].number, i };
	qsort(numbers, n, sizeof(*numbers), compare_numbers);
	for (size_t i = 1; i < n; i++)
		if (mb_str_equal(numbers[i].number, numbers[i - 1].number))
			item->n_before[numbers[i].i] =
			    item->n_before[numbers[i - 1].i] + 1;
	return MB_OK;
}

/*
 * What names a paragraph in its item: its number, or p and its place.  A
 * number that is there already gets ~2, ~3, ...
 */
static struct mb_str make_label(struct mb_store *store,
				const struct labelled *item, size_t i)
{
	struct mb_str number = item->item->paragraphs[i].number;
	struct mb_buf *out = &store->scratch;

	mb_buf_truncate(out, 0);
	if (number.len == 0) {
		mb_buf_add_format(out, "p%zu", i + 1);
		return mb_buf_str(out);
	}
	for (size_t k = 0; k < number.len; k++)
		mb_buf_add_char(out,
				number.ptr[k] == '/' ? '-' : number.ptr[k]);
	if (item->n_before[i] > 0)
		mb_buf_add_format(out, "~%zu", item->n_before[i] + 1);
	return mb_buf_str(out);
}

/* --- paragraphs -------------------------------------------------------- */

static int put_mentions(struct mb_store *store, int64_t paragraph,
			const struct mb_paragraph *p, struct mb_err *err)
{
	int rc = MB_OK;

	for (size_t i = 0; i < p->n_mentions && rc == MB_OK; i++) {
		int64_t alias;

		rc = mb_store_find_alias(store, p->mentions[i].as_written,
					 &alias, err);
		if (rc != MB_OK || alias == 0)
			continue;
		const struct sql_value values[] = {
			mb_sql_int(paragraph),
			mb_sql_int((int64_t)p->mentions[i].start),
			mb_sql_int(alias),
		};

		rc = mb_sql_run(&store->sql, STMT_ADD_MENTION, values, 3, err);
	}
	return rc;
}

/* Its id, and that of its item. */
struct row {
	int64_t id, item;
};

static int put_paragraph(struct mb_store *store, struct row row,
			 const struct labelled *item, size_t i,
			 struct mb_err *err)
{
	const struct mb_paragraph *p = &item->item->paragraphs[i];
	int64_t speaker, mover, seconder;
	int rc =
	    mb_store_find_alias(store, p->speaker.as_written, &speaker, err);

	if (rc == MB_OK)
		rc = mb_store_find_alias(store, p->mover, &mover, err);
	if (rc == MB_OK)
		rc = mb_store_find_alias(store, p->seconder, &seconder, err);
	if (rc != MB_OK)
		return rc;
	const struct sql_value values[] = {
		mb_sql_int(row.id),
		mb_sql_int(row.item),
		mb_sql_int((int64_t)i + 1),
		mb_sql_text(make_label(store, item, i)),
		mb_sql_text_or_null(p->number),
		mb_sql_text(mb_str_of(mb_paragraph_kind_name(p->kind))),
		mb_sql_text(p->text),
		mb_sql_int_or_null(speaker),
		mb_sql_int_or_null(mover),
		mb_sql_int_or_null(seconder),
		mb_sql_int_or_null(p->line),
		mb_sql_int_or_null(p->page),
		mb_sql_int(p->is_cut),
	};

	rc = mb_sql_run(&store->sql, STMT_ADD_PARAGRAPH, values, 13, err);
	if (rc == MB_OK)
		rc = put_mentions(store, row.id, p, err);
	if (rc == MB_OK)
		rc = mb_store_put_beside(store, row.id, p, err);
	if (rc == MB_OK) {
		struct pending change = { .paragraph = row.id,
					  .title = item->item->title,
					  .text = p->text };

		rc = mb_store_keep(store, &change, err);
	}
	return rc;
}

static int put_paragraphs(struct mb_store *store, int64_t id,
			  const struct mb_item *item, int64_t *paragraph,
			  struct mb_err *err)
{
	struct labelled labelled = { .item = item };
	int64_t first = *paragraph;
	int rc = count_before(store, &labelled, err);

	for (size_t i = 0; i < item->n_paragraphs && rc == MB_OK; i++)
		rc = put_paragraph(store, (struct row){ (*paragraph)++, id },
				   &labelled, i, err);
	if (rc == MB_OK)
		rc = mb_store_put_lead(store, first, item, err);
	return rc;
}

/* --- items ------------------------------------------------------------- */

static int put_vote_names(struct mb_store *store, int64_t item, size_t seq,
			  const struct mb_vote *vote, struct mb_err *err)
{
	int rc = MB_OK;

	for (int side = 0; side < MB_VOTE_SIDES; side++) {
		struct mb_str name =
		    mb_str_of(mb_vote_side_name((enum mb_vote_side)side));

		for (size_t i = 0; i < vote->n_names[side] && rc == MB_OK;
		     i++) {
			int64_t alias;

			rc = mb_store_find_alias(store, vote->names[side][i],
						 &alias, err);
			if (rc != MB_OK || alias == 0)
				continue;
			const struct sql_value values[] = {
				mb_sql_int(item),  mb_sql_int((int64_t)seq),
				mb_sql_text(name), mb_sql_int((int64_t)i + 1),
				mb_sql_int(alias),
			};

			rc = mb_sql_run(&store->sql, STMT_ADD_VOTE_NAME, values,
					5, err);
		}
	}
	return rc;
}

static struct sql_value count_value(int32_t count)
{
	return count == MB_COUNT_UNKNOWN ? mb_sql_null() : mb_sql_int(count);
}

static int put_votes(struct mb_store *store, int64_t id,
		     const struct mb_item *item, struct mb_err *err)
{
	int rc = MB_OK;

	for (size_t i = 0; i < item->n_votes && rc == MB_OK; i++) {
		const struct mb_vote *vote = &item->votes[i];
		const struct sql_value values[] = {
			mb_sql_int(id),
			mb_sql_int((int64_t)i + 1),
			count_value(vote->count[MB_VOTE_FOR]),
			count_value(vote->count[MB_VOTE_AGAINST]),
			count_value(vote->count[MB_VOTE_ABSTAIN]),
			mb_sql_text_or_null(
			    mb_str_of(mb_vote_result_name(vote->result))),
			mb_sql_int_or_null(vote->line),
			mb_sql_int_or_null((int64_t)vote->paragraph),
		};

		rc = mb_sql_run(&store->sql, STMT_ADD_VOTE, values, 8, err);
		if (rc == MB_OK)
			rc = put_vote_names(store, id, i + 1, vote, err);
	}
	return rc;
}

static int put_leads(struct mb_store *store, int64_t id,
		     const struct mb_item *item, struct mb_err *err)
{
	int rc = MB_OK;

	for (size_t i = 0; i < item->n_leads && rc == MB_OK; i++) {
		int64_t alias;

		rc = mb_store_find_alias(store, item->leads[i], &alias, err);
		if (rc != MB_OK || alias == 0)
			continue;
		const struct sql_value values[] = {
			mb_sql_int(id),
			mb_sql_int((int64_t)i + 1),
			mb_sql_int(alias),
		};

		rc = mb_sql_run(&store->sql, STMT_ADD_LEAD, values, 3, err);
	}
	return rc;
}

static int put_links(struct mb_store *store, int64_t id,
		     const struct mb_item *item, struct mb_err *err)
{
	int rc = MB_OK;

	for (size_t i = 0; i < item->n_documents && rc == MB_OK; i++) {
		const struct sql_value values[] = {
			mb_sql_int(id),
			mb_sql_int((int64_t)i + 1),
			mb_sql_text(item->documents[i].title),
			mb_sql_text_or_null(item->documents[i].href),
		};

		rc = mb_sql_run(&store->sql, STMT_ADD_LINK, values, 4, err);
	}
	return rc;
}

/* Words between blanks: the length by which scores are weighed. */
static int64_t count_words(struct mb_str text)
{
	int64_t n = 0;
	bool in_word = false;

	for (size_t i = 0; i < text.len; i++) {
		bool is_blank = mb_is_space(text.ptr[i]);

		n += !is_blank && !in_word;
		in_word = !is_blank;
	}
	return n;
}

static bool is_cut(const struct mb_item *item)
{
	for (size_t i = 0; i < item->n_paragraphs; i++)
		if (item->paragraphs[i].is_cut)
			return true;
	return false;
}

static int put_item(struct mb_store *store, int64_t document, size_t seq,
		    const struct mb_item *item, int64_t *paragraph,
		    struct mb_err *err)
{
	/* an item without text still has a title to be found by */
	struct mb_paragraph empty = { .kind = MB_PARAGRAPH_AGENDA,
				      .line = item->line,
				      .page = item->page };
	struct mb_item whole = *item;
	int64_t n_words = 0, n_title_words, id;
	int rc;

	if (whole.n_paragraphs == 0) {
		whole.paragraphs = &empty;
		whole.n_paragraphs = 1;
	}
	for (size_t i = 0; i < whole.n_paragraphs; i++)
		n_words += count_words(whole.paragraphs[i].text);
	n_title_words = count_words(whole.title);
	const struct sql_value values[] = {
		mb_sql_int(document),
		mb_sql_int((int64_t)seq),
		mb_sql_text_or_null(item->number),
		mb_sql_text_or_null(item->title),
		mb_sql_text_or_null(item->lead),
		mb_sql_int_or_null(item->duration_minutes),
		mb_sql_int_or_null(item->line),
		mb_sql_int_or_null(item->page),
		mb_sql_int(item->is_boilerplate),
		mb_sql_int((int64_t)item->site_id),
		mb_sql_int(is_cut(item)),
		mb_sql_int(n_words),
		mb_sql_int(n_title_words),
	};

	rc = mb_sql_run(&store->sql, STMT_ADD_ITEM, values, 13, err);
	id = sqlite3_last_insert_rowid(store->sql.db);
	if (rc == MB_OK)
		rc = put_paragraphs(store, id, &whole, paragraph, err);
	if (rc == MB_OK)
		rc = put_votes(store, id, item, err);
	if (rc == MB_OK)
		rc = put_leads(store, id, item, err);
	if (rc == MB_OK)
		rc = put_links(store, id, item, err);
	if (rc == MB_OK)
		rc = mb_store_add_totals(store, 1, n_words, n_title_words, err);
	return rc;
}

int mb_store_put_items(struct mb_store *store, int64_t document,
		       struct mb_date date, const struct mb_doc *doc,
		       struct mb_err *err)
{
	int64_t next, end, n = 0;
	int rc = next_paragraph(store, date, &next, &end, err);

	for (size_t i = 0; i < doc->n_items; i++)
		n += (int64_t)(doc->items[i].n_paragraphs + 1);
	if (rc == MB_OK && n > end - next)
		return mb_fail(err, MB_ELIMIT,
			       "more than %lld paragraphs on one day",
			       1LL << PLACE_DAY_BITS);
	for (size_t i = 0; i < doc->n_items && rc == MB_OK; i++)
		rc = put_item(store, document, i + 1, &doc->items[i], &next,
			      err);
	return rc;
}

int mb_store_add_totals(struct mb_store *store, int64_t direction,
			int64_t n_words, int64_t n_title_words,
			struct mb_err *err)
{
	const struct {
		struct mb_str name;
		int64_t n;
	} sums[] = {
		{ MB_STR("items"), 1 },
		{ MB_STR("words"), n_words },
		{ MB_STR("title_words"), n_title_words },
	};
	int rc = MB_OK;

	for (size_t i = 0; i < 3 && rc == MB_OK; i++) {
		const struct sql_value values[] = {
			mb_sql_text(sums[i].name),
			mb_sql_int(direction * sums[i].n),
		};

		rc = mb_sql_run(&store->sql, STMT_ADD_TOTAL, values, 2, err);
	}
	return rc;
}
