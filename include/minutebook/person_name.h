/*
 * person_name.h - the parts of a name as somebody wrote it
 *
 *	Cllr. Mrs Siân de Souza-Lee, OBE	member, a woman; Siân;
 *						"de Souza-Lee"; OBE
 *	Councillor Reeve (J)			member; the initial J; Reeve
 *	Reeve, Jonah				Jonah; Reeve
 *	Deputy Mayor Bramble			member; Bramble; "Deputy Mayor"
 *	The Director of Public Health		an office and no name
 *	CK					initials
 *	Carried					no name at all
 *
 * Titles decide: which are known, what they say of their bearer, is in one
 * table (lib/title.h).  No list of people is looked up.  What is compared are
 * the keys: folded (text.h) and without blanks, so that "O’Dwyer", "O'Dwyer"
 * and "Ó Dwyer" are "odwyer".
 *
 * All functions are pure and may be called from any thread.
 */
#ifndef MB_PERSON_NAME_H
#define MB_PERSON_NAME_H

#include <stdbool.h>
#include <stddef.h>

#include "minutebook/arena.h"
#include "minutebook/err.h"
#include "minutebook/str.h"

enum mb_name_kind {
	MB_NAME_NONE,     /* words that name nobody */
	MB_NAME_OFFICE,   /* "The Chair" */
	MB_NAME_INITIALS, /* "CK" */
	MB_NAME_PERSON    /* with a surname at least */
};

enum mb_sex { MB_SEX_UNKNOWN, MB_SEX_MALE, MB_SEX_FEMALE };

/* What titles say of their bearer. */
enum mb_rank {
	MB_RANK_MEMBER = 1 << 0, /* of the council: Councillor, Mayor, ... */
	MB_RANK_PLAIN = 1 << 1   /* anybody: Mr, Ms, Dr, ... */
};

/* "Jonah", or the initial "J". */
struct mb_given {
	struct mb_str text;
	struct mb_str key;
	bool is_initial;
};

#define MB_NAME_MAX_GIVEN 4

struct mb_person_name {
	enum mb_name_kind kind;
	struct mb_str honorific; /* "Cllr. Mrs", as printed */
	unsigned ranks;          /* of enum mb_rank; 0: no title */
	enum mb_sex sex;
	struct mb_given given[MB_NAME_MAX_GIVEN];
	size_t n_given;
	struct mb_str surname;     /* with its particles, as printed */
	struct mb_str surname_key; /* of initials: the letters, in small */
	struct mb_str suffix;      /* "OBE" */
	struct mb_str office;      /* as printed, less "the" */
	struct mb_str office_key;  /* office.h; empty when there is none */
};

/*
 * Takes a name apart.  The parts are views into @as_written, the keys are in
 * @arena.  Fails with MB_ENOMEM.
 */
int mb_person_name_parse(struct mb_str as_written, struct mb_arena *arena,
			 struct mb_person_name *out, struct mb_err *err)
    __attribute__((warn_unused_result));

/* "OBE", "JP": letters behind a name, and no surname. */
bool mb_name_is_suffix(struct mb_str word);

/* Whether a given name is printed in full. */
bool mb_name_is_full(const struct mb_person_name *name);

/*
 * Whether the given names, as far as both print them, could be one person's:
 * "J." and "Jonah" could, "Jonah" and "Margaret" could not.
 */
bool mb_given_agree(const struct mb_person_name *a,
		    const struct mb_person_name *b);

#endif
