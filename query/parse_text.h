/*
 * parse_text.h - words and phrases, and the fields that look for them
 *
 *	library  "per cent"~3  title:(budget OR cuts)
 *
 * A field such as title: filters, but by the full-text index, so that it is a
 * part of the tree.  Outside of brackets it holds for the whole query: it is
 * kept beside the tree until that is read.
 */
#ifndef QUERY_PARSE_TEXT_H
#define QUERY_PARSE_TEXT_H

#include "parser.h"

/* The text of a word or phrase; @field is NULL for any. */
struct node *parse_text(struct parser *p, const struct token *token,
			const struct field *field);

/* Whether the values of @field are looked for in the full-text index. */
bool parse_text_is_field(const struct field *field);

/* Reads the field at hand and its values: their text, or an OR of them. */
struct node *parse_text_filter(struct parser *p);

/* Puts such texts beside the tree; they may be NULL. */
void parse_text_for_all(struct parser *p, struct node *node, bool is_negated);

/* Joins what is beside the tree to the tree. */
void parse_text_join(struct parser *p);

#endif
