/*
 * session_state.h - a session's inside, shared by its parts
 *
 *	session.c        which task it is, and its end
 *	session_query.c  queries: planned, corrected, asked, and printed
 */
#ifndef QUERY_SESSION_STATE_H
#define QUERY_SESSION_STATE_H

#include "inquiry.h"
#include "named.h"
#include "options.h"
#include "printer.h"
#include "synonyms.h"

struct session {
	const struct options *options;
	struct mb_arena *arena;
	struct synonyms synonyms;
	struct sources sources;
	struct inquiry q;
	struct printer printer;
	int64_t n_found;
};

/* Opens the indexes.  Fails as sources_open() does. */
int session_open(struct session *s, struct mb_err *err);

/* Begins what is printed, for printer_end() to end. */
void session_begin_page(struct session *s, struct mb_str title);

/* The query that has been read: a search, count, trend, report or plan. */
int session_run_query(struct session *s, struct mb_err *err);

/* Each of @list, one after the other, on one page. */
int session_run_list(struct session *s, const struct named_queries *list,
		     struct mb_err *err);

#endif
