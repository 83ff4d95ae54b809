/*
 * tags.h - what an HTML element does to the text in it
 */
#ifndef INDEXER_TAGS_H
#define INDEXER_TAGS_H

enum tag_role {
	TAG_INLINE, /* nothing; the default */
	TAG_BLOCK,
	TAG_BREAK,
	TAG_HEADING,
	TAG_LIST,
	TAG_ENTRY,
	TAG_TABLE,
	TAG_ROW,
	TAG_CELL,
	TAG_BOLD,
	TAG_LINK,
	TAG_TITLE, /* of the page */
	TAG_META,
	TAG_HTML
};

/* The role of a lower-case tag name. */
enum tag_role tag_role_of(const char *tag);

#endif
