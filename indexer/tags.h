/*
 * tags.h - what an HTML element does to the text in it
 */
#ifndef INDEXER_TAGS_H
#define INDEXER_TAGS_H

#include <stdbool.h>

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

/* Whether an element of this role ends the text before it. */
bool tag_ends_block(enum tag_role role);

/*
 * The value of the attribute @name, or NULL.  @attributes is a NULL-terminated
 * list of names and values, itself NULL when there are none.
 */
const char *tag_attribute(const char *const *attributes, const char *name);

/* Whether the attributes style the text as bold. */
bool tag_has_bold_style(const char *const *attributes);

#endif
