/*
 * correct.h - words that the archive lacks are looked for as what was meant
 *
 * A word that stands in none of the indexes, in no spelling and no form,
 * finds nothing: then the likeliest word of the archive (slip.h) is looked
 * for, and that is said.  Quotes and =word switch it off; a word that the
 * archive has is never corrected.
 *
 * So are names of people, offices, councils and bodies in filters, when they
 * fit nobody (correct_names.h); where several are as near, none is taken, and
 * all are told.
 */
#ifndef QUERY_CORRECT_H
#define QUERY_CORRECT_H

#include "search.h"

#define CORRECT_MAX_WORDS 16 /* of one query; more are left as they are */

struct correction {
	struct mb_str typed, meant; /* empty: one of several, see near */
	const struct field *field;  /* of a filter, or NULL */
	struct mb_str near;         /* "kennedy, kenneway" */
};

struct corrections {
	struct correction items[CORRECT_MAX_WORDS];
	size_t n;
	bool has_changed; /* the query has to be planned again */
};

/*
 * Replaces words in the texts of @query, which has been planned for each of
 * the @sources and must be planned again when *@out says so.  Everything
 * lives in @arena.  Fails with MB_ESTORE or MB_ENOMEM.
 */
int correct_query(struct query *query, const struct search_source *sources,
		  int n_sources, struct mb_arena *arena,
		  struct corrections *out, struct mb_err *err);

#endif
