/*
 * facts.h - what is known of a meeting: the surest evidence wins
 *
 * Facts come from several places, the surest first; what is known already
 * stays.  Where two places contradict each other a problem says so: nothing
 * is chosen in silence.  Views must live as long as the document.
 */
#ifndef INDEXER_FACTS_H
#define INDEXER_FACTS_H

#include "blocks.h"
#include "minutebook/doc.h"

void facts_set_body(struct blocks *blocks, struct mb_doc *doc,
		    struct mb_str body);
void facts_set_council(struct blocks *blocks, struct mb_doc *doc,
		       struct mb_str council);
void facts_set_venue(struct blocks *blocks, struct mb_doc *doc,
		     struct mb_str venue);

/*
 * The date that @found says, from @source.  A weekday that does not fit its
 * date is the clerk's slip, and a problem at @line.
 */
void facts_set_date(struct blocks *blocks, struct mb_doc *doc,
		    const struct mb_date_found *found,
		    enum mb_date_source source, uint32_t line);

/* The first time of day in @text. */
void facts_set_time(struct mb_doc *doc, struct mb_str text);

/* "draft", "confirmed", "cancelled" among the words of @text. */
void facts_set_status(struct mb_doc *doc, struct mb_str text);

#endif
