/*
 * html_list.h - the markers that a browser shows before a list's entries
 *
 *	<ol type="i" start="3"><li>   iii)
 *	<ol type="A" start="27"><li>  AA)
 *	<ol><li>                      1.
 *	<ul><li>                      a bullet
 *
 * They are nowhere in the text, but people cite them.
 */
#ifndef INDEXER_HTML_LIST_H
#define INDEXER_HTML_LIST_H

#include "minutebook/buf.h"

struct html_list {
	char style; /* '1', 'a', 'A', 'i', 'I', or a bullet's 0 */
	int next;   /* its next number */
};

/* The list that @tag opens; attributes as tag_attribute() takes them. */
struct html_list html_list_of(const char *tag, const char *const *attributes);

/* Adds the next entry's marker; @list is NULL for an entry without one. */
void html_list_marker(struct html_list *list, struct mb_buf *out);

#endif
