/*
 * menus.h - what a page has around its text: links to the rest of the site
 *
 * Pages that say where their content is need none of this.  Others begin with
 * menus and end in footers, and all that tells is that nothing in them is a
 * text: each word leads to another page.
 */
#ifndef INDEXER_MENUS_H
#define INDEXER_MENUS_H

#include "blocks.h"

/*
 * Drops three or more links that follow each other, and whatever has links
 * and no sentence at the end of the page.  Titles that are links stay, and so
 * do numbered ones, and links to files.
 */
void menus_drop(struct blocks *blocks);

#endif
