/*
 * numbering.h - which lines begin the agenda items of this document?
 *
 * Every clerk numbers in another way, and most documents have several kinds
 * of numbers at once: items, paragraphs, resolutions, dates, sums.  So no
 * pattern decides by itself.  For each scheme that a clerk might use (12. /
 * 275/19 / CAPITALS / bold lines / "Title:" ...) the lines that fit it are
 * candidates, and the best chain of them is found: numbers that ascend,
 * mostly by one, before texts that look like titles.  The scheme whose chain
 * scores best is the document's, and only its chain begins items.
 *
 * chain.h has the chains; schemes without numbers, which have nothing that
 * ascends, are told by how many of their lines look like titles.
 */
#ifndef INDEXER_NUMBERING_H
#define INDEXER_NUMBERING_H

#include "blocks.h"
#include "marker.h"

/* Lines with one style of marker, after which no more are looked at. */
#define NUMBERING_MAX_CANDIDATES 3000

/* A chain that scores less is chance. */
#define NUMBERING_MIN_SCORE 2.4

enum scheme {
	SCHEME_NONE,
	SCHEME_NUMBERS,  /* a marker_style */
	SCHEME_HEADINGS, /* the markup's, from a level on */
	SCHEME_CAPITALS,
	SCHEME_BOLD,
	SCHEME_LABELS,    /* "Title: text" */
	SCHEME_LEADS,     /* bold at the front of a paragraph */
	SCHEME_LINES,     /* short lines above text, set apart by nothing */
	SCHEME_PARAGRAPHS /* only 12.2, 12.3, ...: items are implied */
};

struct numbering {
	enum scheme scheme;
	enum marker_style style;    /* of SCHEME_NUMBERS */
	bool *begins_item;          /* by block */
	bool has_paragraph_numbers; /* 12.2 under item 12 */
	bool has_numbers_behind;    /* "MINUTES   13/22" */
	double score;
};

/*
 * Weighs the blocks from @first on.  Lives in the blocks' arena; failure
 * sticks to @blocks.
 */
struct numbering numbering_find(struct blocks *blocks, size_t first);

#endif
