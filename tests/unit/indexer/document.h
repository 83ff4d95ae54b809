/*
 * document.h - what the pipeline makes of a text, as text to compare with
 *
 * A test says what minutes look like and what should be understood of them:
 *
 *	document_expect(items_of("1. Apologies\nNone.\n"), "1 Apologies\n"
 *							   "  minute: None.\n");
 *
 * What is returned is never freed: a test's process is short.
 */
#ifndef INDEXER_DOCUMENT_H
#define INDEXER_DOCUMENT_H

#include "minutebook/doc.h"

/* A document of @bytes under @path, through all stages. */
const struct mb_doc *document_at(const char *path, struct mb_str bytes);

/* The same for a text in a file whose name says nothing. */
const struct mb_doc *document_of(const char *text);

/*
 * The blocks of a format, one a line, before lines are joined:
 *
 *	KIND[LEVEL] [bold] [cut] [<MARK>] {MARKER} TEXT
 */
char *blocks_of(const char *text);

/* The same when lines have been joined. */
char *paragraphs_of(const char *text);

/*
 * The items, their paragraphs and votes:
 *
 *	NUMBER TITLE [(LEAD)] [(MINUTES min)] [routine]
 *	  [NUMBER] KIND: [{SPEAKER}] TEXT [cut]
 *	  vote FOR:AGAINST:ABSTAIN RESULT
 *	  document TITLE -> HREF
 */
char *document_items(const struct mb_doc *doc);

/* "BODY; COUNCIL; DATE from SOURCE; TIME; VENUE; STATUS", "-" for unknown. */
char *document_meeting(const struct mb_doc *doc);

/* "NAME [(ROLE)] [=INITIALS] PRESENCE", one a line. */
char *document_people(const struct mb_doc *doc);

/* "LINE: WHAT", one a line. */
char *document_problems(const struct mb_doc *doc);

/* document_items() of a text. */
char *items_of(const char *text);

/* Expects equal texts and shows both when they are not. */
void document_expect(const char *got, const char *want);

#endif
