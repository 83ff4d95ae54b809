/*
 * council.h - which councils are the same, whatever they are called
 *
 *	Larkhythe Council, London Borough of Larkhythe		larkhythe
 *	Withy Green Parish Council				withy-green-parish
 *
 *	Cyngor Cymuned Withy a Green				withy-green-community
 *	Withy & Green Community Council
 *
 * The core of a name is what is left without the words that every council
 * has.  "City", "County", "Parish", "Town" and "Community" stay, in English
 * and behind the rest: there are places with one of each.  A parish meeting is
 * its parish council's, where there is one.
 */
#ifndef LIB_COUNCIL_H
#define LIB_COUNCIL_H

#include <stdbool.h>

#include "minutebook/arena.h"
#include "minutebook/buf.h"
#include "minutebook/err.h"
#include "minutebook/str.h"

/* Appends the core of @name as a slug; nothing when nothing is left. */
void mb_council_core(struct mb_buf *out, struct mb_str name);

/* "Health Board" of "X Council - Health Board"; any other body as it is. */
struct mb_str mb_body_alone(struct mb_str body);

/*
 * Whether a body is called as councils are, "Withy Green Parish Council": it
 * may be the council itself, and is if their cores are one.
 */
bool mb_body_is_called_council(struct mb_str body);

/*
 * Whether a body is the council of @core, called by its kind alone: "Council",
 * "the Parish Council".
 */
bool mb_body_is_called_by_kind(struct mb_str body, struct mb_str core);

/*
 * Whether a folder's name tells of no council: a year, a kind of paper, a
 * committee, a web site.
 */
bool mb_folder_is_generic(struct mb_str folder);

/* Appends a folder's name as people write it: "withy-green" is Withy Green. */
void mb_folder_title(struct mb_buf *out, struct mb_str folder);

/*
 * Copies into @arena what a council is called, or its folder where no document
 * says whose it is.  Fails with MB_ENOMEM.
 */
int mb_council_or_folder(struct mb_str council, struct mb_str folder,
			 struct mb_arena *arena, struct mb_str *out,
			 struct mb_err *err);

#endif
