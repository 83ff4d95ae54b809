/*
 * office.h - which offices are the same, however they are printed
 *
 *	The Chairman, Chair, Chairperson, Cadeirydd	chair
 *	Deputy Chair, Vice-Chairman			vice chair
 *	the Director of Public Health			director of public health
 *
 * All functions are pure and may be called from any thread.
 */
#ifndef MB_OFFICE_H
#define MB_OFFICE_H

#include <stdbool.h>

#include "minutebook/arena.h"
#include "minutebook/err.h"
#include "minutebook/str.h"

/* What "in the chair" says, whatever the office is. */
#define MB_OFFICE_IN_THE_CHAIR MB_STR("in the chair")

/*
 * What texts say of those who come to an office in the meeting itself: "X took
 * the chair", "that X be elected Mayor".
 */
#define MB_OFFICE_TOOK_THE_CHAIR MB_STR("took the chair")
#define MB_OFFICE_ELECTED MB_STR("elected ")

/*
 * The key of an office as printed: folded, without "the" in front, and with
 * one word for all who chair.  Empty when nothing is left.
 */
int mb_office_key(struct mb_str printed, struct mb_arena *arena,
		  struct mb_str *out, struct mb_err *err)
    __attribute__((warn_unused_result));

/* Whether @key names an office: it has a noun such as "director". */
bool mb_office_is_one(struct mb_str key);

/*
 * Whether somebody whose role reads @role (a key) holds the office @key:
 * "borough solicitor and monitoring officer" is both, "director of finance
 * and resources" is no director of finance, and a parish clerk is "clerk".
 */
bool mb_office_is_held(struct mb_str role, struct mb_str key);

/*
 * Whether @key may be short for @role where there is one such: "the Director"
 * for the "director of leisure", but not "the Officer", who may be anybody.
 */
bool mb_office_is_short(struct mb_str key, struct mb_str role);

/*
 * Whether an office belongs to one body ("chair"): who holds it elsewhere
 * does not matter.
 */
bool mb_office_is_of_body(struct mb_str key);

/* Whether members of a body hold it, and no officers. */
bool mb_office_is_members(struct mb_str key);

#endif
