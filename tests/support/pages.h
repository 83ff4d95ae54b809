/*
 * pages.h - small documents, put into an index by the dozen
 *
 *	static const struct page pages[] = {
 *		{ "l/a.txt", "Larkhythe Council", "Audit", "2021-03-01",
 *		  MEETING, "1", "Ponds", "One.", 0, false },
 *	};
 *
 *	pages_put(pages, COUNT(pages));
 *
 * Whatever fails ends the test.
 */
#ifndef SUPPORT_PAGES_H
#define SUPPORT_PAGES_H

#include "support/index.h"

#define MEETING MB_DOC_MEETING
#define ITEM MB_DOC_ITEM
#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* A document in one line; what is NULL or 0 is unknown. */
struct page {
	const char *path;
	const char *council, *body, *date;
	enum mb_doc_kind kind;
	const char *number, *title, *text;
	uint64_t site_id;
	bool is_cut;
};

void pages_put_one(struct index *index, const struct page *page);

/* Makes the index "a.db" of them, or adds them, and expects it to be whole. */
void pages_put(const struct page *pages, size_t n);

#endif
