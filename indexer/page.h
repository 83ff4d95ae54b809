/*
 * page.h - what an HTML page says of itself outside its text
 *
 *	<html lang="en-GB">
 *	<meta name="DC.title" content="Agenda for Cabinet on ...">
 *	<!-- saved from url=(0049)https://council.example/page -->
 *	<a href="ieListDocuments.aspx?CId=1&MId=4450">
 *
 * Each function looks at one kind of place and fills blocks->page; what was
 * found first mostly stays.  Failure sticks to @blocks.
 */
#ifndef INDEXER_PAGE_H
#define INDEXER_PAGE_H

#include "blocks.h"
#include "minutebook/str.h"

/* <title> */
void page_take_title(struct blocks *blocks, struct mb_str text);

/* <meta>; attributes as tag_attribute() takes them. */
void page_take_meta(struct blocks *blocks, const char *const *attributes);

/* <html>, the same */
void page_take_language(struct blocks *blocks, const char *const *attributes);

/* A link: the site's own id of the meeting. */
void page_take_link(struct blocks *blocks, struct mb_str href);

/* A comment: where a browser saved the page from. */
void page_take_comment(struct blocks *blocks, struct mb_str text);

#endif
