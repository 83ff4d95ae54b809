/*
 * say.h - what goes to standard error: hints, errors, how many there are
 */
#ifndef QUERY_SAY_H
#define QUERY_SAY_H

#include "inquiry.h"
#include "printer.h"

/* "minutes-query: WHAT", unless it is to be quiet. */
void say(const struct options *options, struct mb_str what);

/* The error; the exit status for it. */
int say_error(const struct mb_err *err);

/* The query with a caret under what is wrong with it. */
int say_fault(struct mb_str query, const struct query_fault *fault,
	      const struct mb_err *err);

/* What the parser and the planner noticed. */
void say_warnings(const struct options *options, const struct inquiry *q);

/* What is looked for in place of words that no index has. */
void say_corrections(const struct options *options,
		     const struct corrections *corrections);

/* The words that --more added. */
void say_more(const struct options *options, const struct inquiry *q);

/* On a terminal one line tells how the query was understood. */
void say_understood(const struct options *options, const struct inquiry *q);

/* How many there are, for people who see only some. */
void say_total(const struct printer *printer, const struct inquiry *q);

#endif
