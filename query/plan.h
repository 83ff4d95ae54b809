/*
 * plan.h - how a query will be run: what is looked up, and by which SQL
 *
 * The tree's texts become leaves.  A leaf is what FTS5 is asked for: phrases,
 * any of which will do, because one word is written in several ways:
 *
 *	anti-racism   "anti racism" or antiracism
 *	library       library, libraries, ... (the words of its stem)
 *
 * One statement gives every paragraph in which a leaf stands, in the order of
 * time, with how often each phrase stands where (fts.h).  Whether the
 * paragraph fits the tree is found out in C (search.h): titles and paragraphs
 * together make an item, and SQL knows no items.
 *
 * What a person typed is only ever bound.
 */
#ifndef QUERY_PLAN_H
#define QUERY_PLAN_H

#include "minutebook/fts.h"
#include "minutebook/store_read.h"
#include "parse.h"

#define PLAN_MAX_MORE 20 /* words that --more adds */
#define PLAN_MAX_LEAVES (PARSE_MAX_TEXTS + PLAN_MAX_MORE)
#define PLAN_MAX_VARIANTS 16 /* ways to write one leaf */
#define PLAN_MAX_FORMS 40    /* words of one stem */
#define PLAN_MAX_OPERANDS 8  /* of one NEAR */

/* The words that may stand at one place of a phrase. */
struct place {
	struct mb_str *words;
	size_t n;
};

/* One phrase of FTS5. */
struct variant {
	struct place *places;
	size_t n;
	bool is_prefix; /* the last word may go on */
};

/* What stands between the operands of NEAR; one operand otherwise. */
struct near {
	struct variant operands[PLAN_MAX_OPERANDS];
	size_t n;
};

struct leaf {
	const struct node *node; /* the text, or the NEAR */
	struct near *ways;       /* any of them */
	size_t n_ways;
	int distance;     /* words between operands; -1 for one operand */
	int column;       /* enum mb_fts_column; -1: any */
	int first_phrase; /* of FTS5's numbering */
	int n_phrases;
	double weight;    /* how often it was typed; less for an added one */
	bool is_positive; /* not only excluded */
	bool is_added;    /* by --more: it ranks, and is not asked for */
	bool is_dropped;  /* a stop word: it decides nothing */
	bool is_decided;  /* counts only where something is decided */
};

/* A value to bind. */
struct plan_value {
	bool is_text;
	struct mb_str text;
	int64_t n;
};

enum plan_mode {
	PLAN_MATCH, /* FTS5 gives the rows */
	PLAN_SCAN   /* every paragraph is looked at: nothing is asked for */
};

enum plan_sort { SORT_RANK, SORT_DATE, SORT_DATE_DESC };

struct plan {
	enum plan_mode mode;
	const struct query *query;
	struct leaf *leaves;
	size_t n_leaves;
	size_t n_positive;   /* leaves that are not only excluded */
	struct mb_str match; /* the FTS5 expression */
	struct mb_str sql;
	struct plan_value *values; /* of ?1, ?2, ... but the pointer */
	size_t n_values;
	int n_filters;    /* columns behind the fixed ones */
	bool is_filtered; /* filters are in the WHERE, not in columns */
	struct mb_str *warnings;
	size_t n_warnings;
	struct mb_str *notes; /* what else is looked for, for --explain */
	size_t n_notes;
};

/* The columns of the statement, before those of the filters and, in a scan,
 * one for each leaf. */
enum plan_column {
	PLAN_PARAGRAPH,
	PLAN_ITEM,
	PLAN_N_WORDS,
	PLAN_N_TITLE_WORDS,
	PLAN_BOILERPLATE,
	PLAN_HAS_TEXT,
	PLAN_IS_DECISION,
	PLAN_MATCHED, /* mb_match(): fills the struct bound to ?1 */
	PLAN_COLUMNS
};

/* Parameters: ?1 is the struct mb_match, ?2 and ?3 the first and last row. */
#define PLAN_FIRST_VALUE 4

struct synonyms;

/* A word that ranks beside those that were typed (more.h). */
struct plan_word {
	struct mb_str word;
	double weight;
};

struct plan_options {
	enum plan_sort sort;
	bool needs_scores; /* filters must not hide words from the statistics */
	const struct synonyms *synonyms; /* NULL: none */
	const struct plan_word *more;
	size_t n_more; /* at most PLAN_MAX_MORE */
};

/*
 * Plans @query against the vocabulary of @reader.  Everything lives in
 * @arena.  Fails with MB_ESTORE or MB_ENOMEM.
 */
int plan_make(const struct query *query, const struct plan_options *options,
	      struct mb_reader *reader, struct mb_arena *arena,
	      struct plan *out, struct mb_err *err);

/* Whether the leaf adds to scores. */
bool plan_is_scored(const struct leaf *leaf);

/* Whether hits are looked for by it: it is scored, and was typed. */
bool plan_is_asked(const struct leaf *leaf);

/* Writes the expression and the SQL for --explain. */
void plan_dump(const struct plan *plan, struct mb_buf *out);

#endif
