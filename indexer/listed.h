/*
 * listed.h - names as only lists of people print them
 *
 * In a sentence a title or a full name tells a person (names.h); in a list,
 * where every word belongs to an entry, less will do:
 *
 *	Councillors Ames, Bell and Cole      surnames under a shared title
 *	Dick Noble  DN  Vice-Chair           initials behind the name
 *	B.Glover                             no blank
 *	Mrs Tully Clerk                      an office without a comma
 *	the Deputy Leader                    an office and no name
 *
 * Only words and the signs around them are looked at; what has been read of
 * the list, roll.c knows.  A length is in words, and 0 means that there is
 * none.
 */
#ifndef INDEXER_LISTED_H
#define INDEXER_LISTED_H

#include "names.h"

/* A word between entries: "and", "&", "together", "with". */
bool listed_joins(const struct phrase *p, size_t i);

/* A name without a title at word @i. */
size_t listed_name(const struct phrase *p, size_t i);

/* The same in a list with a title for all, so that a surname is enough. */
size_t listed_name_under_title(const struct phrase *p, size_t i);

/* "Dick Noble DN Vice-Chair": a name before its initials. */
size_t listed_name_with_initials(const struct phrase *p, size_t i);

/* The @n words from @i, with the bracket of "Collins (J)". */
struct mb_str listed_text(const struct phrase *p, size_t i, size_t n);

/*
 * Without what is behind a name of @n words: "Mrs Ames Clerk", "Ms Tully
 * Borough of X".
 */
size_t listed_without_office(const struct phrase *p, size_t first, size_t n);

/* "the Mayor", "The Deputy Leader": an office by itself. */
size_t listed_office(const struct phrase *p, size_t i);

/* "City Manager Jo Lund": the words of the office before a bare name, or 0. */
size_t listed_office_before_name(const struct phrase *p, size_t i);

/* Whether an office that no councillor holds stands at word @i. */
bool listed_is_officer(const struct phrase *p, size_t i);

/* Whether offices stand first: "Chief Executive (Mr C. Murray)". */
bool listed_has_offices_first(const struct phrase *p);

/*
 * Whether the list has ended before a name of @n words and somebody is told
 * of: "Mr Drew thanked".
 */
bool listed_begins_tale(const struct phrase *p, size_t i, size_t n);

#endif
