/*
 * synonyms.h - words and phrases that mean the same in council papers
 *
 *	cllr	councillor
 *	ltn	low traffic neighbourhood
 *
 * The list in synonyms.c is curated: acronyms that every council uses, with
 * what they stand for.  A person may add a file of their own, one group a
 * line, its members between equal signs; '#' begins a comment:
 *
 *	ropewalk scheme = ltn 4 = the bollards
 *
 * A line that begins with topic: names a subject and the words and phrases
 * that belong to it, which the field topic: looks for; a person's own adds to
 * the curated one of that name:
 *
 *	topic:housing = council housing = tenant = landlord = damp
 *
 * Members are folded words with one blank between them, as the tokenizer
 * gives them.
 */
#ifndef QUERY_SYNONYMS_H
#define QUERY_SYNONYMS_H

#include <stdbool.h>

#include "minutebook/arena.h"
#include "minutebook/buf.h"
#include "minutebook/err.h"
#include "minutebook/str.h"
#include "minutebook/terms.h"

#define SYNONYMS_MAX_MEMBERS 6
#define SYNONYMS_MAX_WORDS 7 /* of one member */

struct synonym_group {
	struct mb_str members[SYNONYMS_MAX_MEMBERS];
	size_t n;
	/* The first member is an English word, too ("send"): it stands for
	 * the others only where it is typed in capitals. */
	bool needs_capitals;
};

#define SYNONYMS_MAX_TOPIC 60 /* members of a topic */

struct topic {
	struct mb_str name; /* folded, one word or several */
	struct mb_str *members;
	size_t n;
};

struct synonyms {
	struct synonym_group *groups;
	size_t n;
	struct topic *topics; /* in the order of their lines */
	size_t n_topics;
};

/*
 * The curated list and, unless @path is NULL, the groups of that file.  Lives
 * in @arena.  Fails with MB_EIO or MB_EFORMAT (the line is set), MB_ENOMEM.
 */
int synonyms_read(const char *path, struct mb_arena *arena,
		  struct synonyms *out, struct mb_err *err);

/*
 * Looks for a group with a member that is @n words of @words exactly.  The
 * group, from @from on (0 at first), or NULL.  *@next is where to go on.
 */
const struct synonym_group *synonyms_find(const struct synonyms *synonyms,
					  const struct mb_str *words, size_t n,
					  bool has_capitals, size_t from,
					  size_t *next);

/* The topic of that folded name, or NULL. */
const struct topic *synonyms_topic(const struct synonyms *synonyms,
				   struct mb_str name);

/* Appends the topics, a line each, in the format of a person's own file. */
void synonyms_print_topics(const struct synonyms *synonyms, struct mb_buf *out);

/* Whether @member, one of a group, is those words. */
bool synonyms_is(struct mb_str member, const struct mb_str *words, size_t n);

#endif
