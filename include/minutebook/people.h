/*
 * people.h - which person a name in the minutes stands for
 *
 * "Councillor Reeve", "CK" and "the Chair" mean somebody else in every
 * meeting, so that what is resolved is a use: a name as written in one
 * meeting.  Who it stands for is decided by evidence, the nearest first:
 *
 *	the meeting's attendance	full names, roles, initials
 *	the same body			in the years around it
 *	the council			in the years around it
 *
 * and only when one person alone fits there.  Two fit: the use stays
 * undecided, and both are its candidates.  Persons are what full names (given
 * name and surname) in one council stand for; a name that never becomes full
 * is a person of its own.  Nothing is ever carried from one council to
 * another.
 *
 * The result depends on what was added, not on the order among equals, as
 * long as names and meetings are added in the order of their texts.
 *
 *	people = mb_people_new();
 *	meeting = mb_people_add_meeting(people, council, body, date);
 *	name = mb_people_add_name(people, MB_STR("Cllr J. Reeve (Chair)"));
 *	mb_people_add_listed(people, meeting, name, &listed);
 *	mb_people_add_use(people, meeting, name, MB_USE_SPOKE);
 *	rc = mb_people_resolve(people, err);
 *
 * Failures while adding stick, and resolving reports them.  A handle is for
 * one thread.
 */
#ifndef MB_PEOPLE_H
#define MB_PEOPLE_H

#include <stdbool.h>
#include <stdint.h>

#include "minutebook/date.h"
#include "minutebook/doc.h"
#include "minutebook/err.h"
#include "minutebook/str.h"

struct mb_people;

/* How a name is used in a meeting. */
enum mb_use_how {
	MB_USE_LISTED = 1 << 0,  /* in the attendance */
	MB_USE_PRESENT = 1 << 1, /* as being there */
	MB_USE_SPOKE = 1 << 2,   /* spoke, moved, seconded or voted */
	MB_USE_NAMED = 1 << 3    /* is named */
};

/* By what a use was decided. */
enum mb_evidence {
	MB_EVIDENCE_NONE,        /* undecided */
	MB_EVIDENCE_FULL,        /* the name is printed in full */
	MB_EVIDENCE_LISTED,      /* the attendance of the meeting */
	MB_EVIDENCE_MEETING,     /* named more fully in the meeting */
	MB_EVIDENCE_BODY,        /* the body, in these years */
	MB_EVIDENCE_COUNCIL,     /* the council, in these years */
	MB_EVIDENCE_OWN,         /* nobody else is called so */
	MB_EVIDENCE_SPELLING,    /* one letter off, in the meeting */
	MB_EVIDENCE_INITIALS,    /* initials in the attendance */
	MB_EVIDENCE_OFFICE,      /* the office, in the meeting */
	MB_EVIDENCE_OFFICE_THEN, /* the office, before and after */
	MB_EVIDENCE_FILE         /* the people file */
};

/* "attendance of the meeting", for people to read. */
const char *mb_evidence_name(enum mb_evidence evidence);

#define MB_PERSON_NONE UINT32_MAX

/* A row of an attendance. */
struct mb_listed {
	struct mb_str role, initials;
	enum mb_presence presence;
	int64_t
	    list; /* the document it stands in, or 0; it names nobody twice */
};

struct mb_use {
	uint32_t meeting, name;
	unsigned how;    /* of enum mb_use_how */
	uint32_t person; /* or MB_PERSON_NONE */
	enum mb_evidence evidence;
	const uint32_t *candidates; /* persons, when undecided */
	size_t n_candidates;
};

struct mb_person {
	struct mb_str name;         /* canonical; unique in its council */
	struct mb_str council;      /* empty when it is not known */
	const struct mb_str *names; /* all full ones, the canonical first */
	size_t n_names;
};

/* NULL when there is no memory. */
struct mb_people *mb_people_new(void);
void mb_people_free(struct mb_people *people); /* takes NULL */

/* Numbers from 0, in the order of adding.  Texts are copied. */
uint32_t mb_people_add_meeting(struct mb_people *people, struct mb_str council,
			       struct mb_str body, struct mb_date date);
uint32_t mb_people_add_name(struct mb_people *people, struct mb_str as_written);

void mb_people_add_listed(struct mb_people *people, uint32_t meeting,
			  uint32_t name, const struct mb_listed *listed);
void mb_people_add_use(struct mb_people *people, uint32_t meeting,
		       uint32_t name, unsigned how);

/* An office printed beside a name: "Dr Lal, Director of Public Health". */
void mb_people_add_office(struct mb_people *people, uint32_t meeting,
			  uint32_t name, struct mb_str office);

/*
 * What the people file says (docs: minutes-index(1)), before any meeting is
 * added.  Fails with MB_EFORMAT (err->line is set) or MB_ENOMEM.
 */
int mb_people_add_file(struct mb_people *people, struct mb_str text,
		       struct mb_err *err) __attribute__((warn_unused_result));

/* Decides every use.  Fails with MB_ENOMEM. */
int mb_people_resolve(struct mb_people *people, struct mb_err *err)
    __attribute__((warn_unused_result));

/* What was decided, by meeting and name; valid while the handle is. */
const struct mb_use *mb_people_uses(const struct mb_people *people, size_t *n);
const struct mb_person *mb_people_persons(const struct mb_people *people,
					  size_t *n);

/* The use of @name in @meeting, or NULL.  O(log uses). */
const struct mb_use *mb_people_find_use(const struct mb_people *people,
					uint32_t meeting, uint32_t name);

#endif
