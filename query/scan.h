/*
 * scan.h - the rows of a plan, and whether they fit its tree
 */
#ifndef QUERY_SCAN_H
#define QUERY_SCAN_H

#include "plan.h"

/* How often one leaf stands in a paragraph and in its item's title. */
struct leaf_count {
	uint32_t text, title;
};

/* One paragraph, as the statement gives it. */
struct row {
	int64_t paragraph, item;
	uint32_t n_words, n_title_words; /* of the item */
	bool is_boilerplate;
	bool has_text; /* false for the one paragraph of an empty item */
	bool is_decision;
	bool passes; /* what holds for the whole query: filters, exclusions */
	struct leaf_count counts[PLAN_MAX_LEAVES];
	bool filters[PARSE_MAX_FILTERS];
};

struct scan {
	struct mb_reader *reader;
	const struct plan *plan;
	sqlite3_stmt *stmt;
	struct mb_match match;
};

/* Prepares the plan's statement.  The scan is closed even after a failure. */
int scan_open(struct scan *scan, struct mb_reader *reader,
	      const struct plan *plan, struct mb_err *err);

/* Begins with the rows from @first to @last. */
int scan_begin(struct scan *scan, int64_t first, int64_t last,
	       struct mb_err *err);

/* The next row: 1, 0 at the end, negative on failure. */
int scan_next(struct scan *scan, struct row *row, struct mb_err *err);

void scan_close(struct scan *scan);

/*
 * Whether the row fits the tree, its item's title counting with it.  Filters
 * for the whole query are in row->passes.
 */
bool scan_fits(const struct plan *plan, const struct row *row);

/* Whether any word that is asked for stands in the paragraph itself. */
bool scan_has_word(const struct plan *plan, const struct row *row);

#endif
