/*
 * check.h - how well a document was understood
 *
 * A record says what was found; whether that is much or little, a person sees
 * only by comparing it with the document.  This puts the record into a few
 * numbers: what is known of the meeting, how many items and speakers there
 * are, how much of the text stands outside of any item.  check_print.h puts
 * them into words.
 */
#ifndef INDEXER_CHECK_H
#define INDEXER_CHECK_H

#include <stdbool.h>
#include <stddef.h>

#include "minutebook/doc.h"

enum check_verdict {
	CHECK_WELL,   /* nothing that one would expect is missing */
	CHECK_PARTLY, /* it is what it is, but something is missing */
	CHECK_TEXT,   /* no meeting was recognised: found as plain text */
	CHECK_UNREAD, /* it could not be read */
	CHECK_VERDICTS
};

/* Items, paragraphs and text of one document, or the sums of many. */
struct check_counts {
	size_t n_people, n_apologies;
	size_t n_items, n_numbered, n_untitled;
	size_t n_paragraphs, n_spoken, n_decisions, n_votes;
	size_t text_bytes, outside_bytes; /* of paragraphs; before all items */
	size_t n_problems;
};

struct check {
	const struct mb_doc *doc; /* NULL when it could not be read */
	struct check_counts counts;
	struct mb_str first_number, last_number; /* of items */
	/* what one would expect and is not there */
	bool lacks_body, lacks_date, lacks_items, lacks_speakers;
	bool has_much_outside;
	enum check_verdict verdict;
};

/* What @doc comes to; views point into it. */
struct check check_of(const struct mb_doc *doc);

/* Rows of the table at the end: kinds of documents, and those not read. */
#define CHECK_KINDS (MB_DOC_LIST + 1)

/* Sums of one kind of documents. */
struct check_sums {
	size_t n, n_council, n_body, n_date, n_with_people;
	struct check_counts counts;
};

struct check_totals {
	struct check_sums kinds[CHECK_KINDS];
	size_t n_verdicts[CHECK_VERDICTS];
};

void check_add(struct check_totals *totals, const struct check *check);

/* One more that could not be read. */
void check_add_unread(struct check_totals *totals);

#endif
