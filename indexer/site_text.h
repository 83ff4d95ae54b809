/*
 * site_text.h - pages of known sites of which only the text was saved
 *
 *	Agenda, decisions and minutes
 *	Venue: Town Hall. View directions
 *	No. Item
 *	31.
 *	Budget Monitoring pdf icon PDF 96 KB
 *	Additional documents:
 *	Minutes:
 *	The Director introduced the report.
 *
 * A browser's "save as text", a copy by hand and most crawlers leave this of a
 * ModernGov page: the class names are gone, but the words that the program
 * puts around the minutes are still there.  They get the marks here that the
 * markup would have given them (site.h), and structure goes on from those.
 */
#ifndef INDEXER_SITE_TEXT_H
#define INDEXER_SITE_TEXT_H

#include "blocks.h"

/*
 * Marks the blocks of a page that is one, paragraphs by now, and drops what is
 * no text of the meeting; leaves all others as they are.
 */
void site_text_mark(struct blocks *blocks);

#endif
