/*
 * sample.h - documents of a fictional parish, built by hand
 */
#ifndef SUPPORT_SAMPLE_H
#define SUPPORT_SAMPLE_H

#include "minutebook/doc.h"

/*
 * The minutes of a meeting, with something in every field: two items, three
 * paragraphs, three attendees, a vote, a link, a problem.
 */
const struct mb_doc *sample_minutes(void);

/* A paragraph and an item, for tests that need other ones. */
struct mb_paragraph sample_paragraph(const char *number, const char *text);
struct mb_item sample_item(const char *number, const char *title,
			   struct mb_paragraph *paragraphs, size_t n);

/* A document of one meeting; any but @items may be NULL, @date is ISO. */
struct mb_doc sample_doc(const char *council, const char *body,
			 const char *date, struct mb_item *items, size_t n);

#endif
