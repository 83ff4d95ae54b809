/*
 * template.h - a line for each hit, as the person wants it
 *
 *	{date}\t{speaker}: {excerpt}
 *
 * A name in braces is a column (columns.h); {{ and }} are braces; \t, \n and
 * \\ are what they are in C.
 */
#ifndef QUERY_TEMPLATE_H
#define QUERY_TEMPLATE_H

#include "columns.h"

struct template_part {
	struct mb_str text;              /* as it stands */
	const struct hit_column *column; /* NULL: the text */
};

struct template
{
	struct template_part *parts;
	size_t n;
};

/* Fails with MB_EUSAGE or MB_ENOMEM.  The template lives in @arena. */
int template_parse(struct mb_str text, struct mb_arena *arena,
		   struct template *out, struct mb_err *err);

/* Appends the record with its end.  Line ends in values become blanks. */
int template_put(const struct template *template, struct render *render,
		 const struct render_hit *hit, struct mb_arena *arena,
		 struct mb_err *err);

#endif
