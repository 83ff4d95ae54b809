#include "search_state.h"

/* Counts the leaves in all rows of the item, those that do not fit, too. */
static int count(struct search *s, const struct found *item,
		 struct search_share *shares, struct mb_err *err)
{
	struct scan *scan = &s->scans[item->source];
	struct row row = { .item = 0 };
	int rc = scan_begin(scan, item->first, item->last, err);

	while (rc == MB_OK && (rc = scan_next(scan, &row, err)) > 0) {
		rc = MB_OK;
		for (size_t i = 0; i < s->plan->n_leaves; i++) {
			if (row.item != item->item)
				continue;
			shares[i].n_text += row.counts[i].text;
			shares[i].n_title = row.counts[i].title;
		}
	}
	return rc;
}

/* What is left of the share without the title is the text's. */
static void weigh(const struct search *s, const struct found *item,
		  struct search_share *share, size_t leaf)
{
	double all = share->n_text + SCORE_TITLE_WEIGHT * share->n_title;

	share->leaf = &s->plan->leaves[leaf];
	share->n_items = s->words[leaf].n_items;
	share->n_all = s->words[leaf].frequency;
	share->score =
	    score_term(s->factors[leaf], all, item->length, &s->collection);
	share->from_title =
	    share->score - score_term(s->factors[leaf], share->n_text,
				      item->length, &s->collection);
}

int search_explain(struct search *s, struct mb_arena *arena,
		   struct search_account *out, struct mb_err *err)
{
	const struct found *item = &s->items[s->next_item - 1];
	struct search_account account = {
		.n_items = s->collection.n_items,
		.average_length = s->collection.average_length,
		.length = item->length,
		.is_boilerplate = item->is_boilerplate,
	};
	int rc;

	account.shares =
	    MB_NEW(arena, struct search_share, s->plan->n_leaves + 1);
	if (!account.shares)
		return mb_fail_nomem(err);
	rc = count(s, item, account.shares, err);
	if (rc != MB_OK)
		return rc;
	for (size_t i = 0; i < s->plan->n_leaves; i++) {
		if (!plan_is_scored(&s->plan->leaves[i]))
			continue;
		account.shares[account.n] = account.shares[i];
		weigh(s, item, &account.shares[account.n++], i);
	}
	*out = account;
	return MB_OK;
}
