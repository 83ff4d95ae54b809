/*
 * people.h - the resolver's inside, shared by its modules
 *
 *	people.c         what is added, sorted and numbered
 *	people_file.c    what the people file says
 *	people_declare.c and how that is brought to bear
 *	people_group.c   one surname in one council: full names become
 *	                 identities, other names are decided among them
 *	people_evidence.c which identity was seen when and where
 *	people_more.c    misspelt names, initials, changed surnames
 *	people_holdings.c who holds which office
 *	people_office.c  "the Chair": who held an office there and then
 *	people_finish.c  identities become persons with names
 *
 * An identity is a name in a council that stands for one person.  Identities
 * of one person are united (mb_identity_root).
 */
#ifndef LIB_PEOPLE_H
#define LIB_PEOPLE_H

#include "minutebook/arena.h"
#include "minutebook/people.h"
#include "minutebook/person_name.h"

#define DAY_UNKNOWN INT32_MIN

#define YEAR_DAYS 365

struct people_name {
	struct mb_str as_written;
	struct mb_person_name parts;
	struct mb_str key; /* folded */
};

struct people_meeting {
	uint32_t council, body; /* numbers; body 0 is unknown */
	int32_t day;
	size_t first_use, n_uses; /* in uses */
	size_t first_listed, n_listed;
	bool prints_members; /* its attendance calls some "Councillor" */
};

struct people_listed {
	uint32_t meeting, name;
	int64_t list;           /* see mb_listed */
	struct mb_str role;     /* as printed */
	struct mb_str initials; /* folded */
	enum mb_presence presence;
	bool is_officer; /* has an office that no councillor has */
	bool is_member;  /* or one that only members have */
};

/* An office beside a name. */
struct people_beside {
	uint32_t meeting, name;
	struct mb_str office; /* as printed */
};

/* Seen in a body on a day. */
struct sighting {
	uint32_t body;
	int32_t day;
};

struct sightings {
	struct sighting *by_body; /* by body, then day */
	int32_t *by_day;
	size_t n, capacity, n_sorted;
};

/* An office or a seat that the people file gives, with its days. */
struct tenure {
	struct mb_str text, key; /* as written, and office.h */
	int32_t from, to;        /* INT32_MIN, INT32_MAX: open */
};

struct identity {
	uint32_t council;
	uint32_t parent; /* itself, unless united with another */
	struct mb_person_name name;
	unsigned ranks;
	enum mb_sex sex;
	struct sightings seen;
	bool is_weak;        /* no given name in full */
	bool is_listed;      /* in some attendance */
	uint32_t declared;   /* number in the file, or MB_PERSON_NONE */
	uint32_t person;     /* set when persons are made */
	uint32_t first_name; /* the name that made it; in names */
};

/* A person of the people file. */
struct declared {
	struct mb_str council; /* key, or empty: every council */
	struct mb_str *names;  /* the canonical one first, then aliases */
	size_t n_names, capacity;
	struct tenure *offices, *seats;
	size_t n_offices, offices_capacity, n_seats, seats_capacity;
	uint32_t line;
};

/* A name of a decision, and the council that is meant, or empty. */
struct decided {
	struct mb_str council; /* its core */
	struct mb_person_name name;
};

/* "same" or "not-same" of the file. */
struct decision {
	bool is_same;
	struct decided a, b;
};

struct use {
	struct mb_use u;
	unsigned level; /* how much of the name is printed: enum level */
	uint32_t *candidates;
	size_t n_candidates;
	uint32_t identity; /* or MB_PERSON_NONE */
	bool is_sighted;   /* evidence by now */
	unsigned ranks;    /* what it must agree with; 0: whatever */
};

/* Names are decided in this order. */
enum level { LEVEL_FULL, LEVEL_INITIAL, LEVEL_SURNAME, LEVEL_OTHER };

struct texts {
	struct mb_str *items;
	size_t n, capacity;
};

struct mb_people {
	struct mb_arena arena;
	bool has_failed;
	struct texts councils, bodies; /* sorted; body 0 is the empty one */
	struct texts council_names;    /* by council number */

	struct people_name *names;
	size_t n_names, names_capacity;
	struct people_meeting *meetings;
	size_t n_meetings, meetings_capacity;
	struct people_listed *listed;
	size_t n_listed, listed_capacity;
	struct people_beside *beside;
	size_t n_beside, beside_capacity;
	struct use *uses;
	size_t n_uses, uses_capacity;

	struct declared *declared;
	size_t n_declared, declared_capacity;
	struct decision *decisions;
	size_t n_decisions, decisions_capacity;

	struct identity *identities;
	size_t n_identities, identities_capacity;
	struct mb_use *results;
	struct mb_person *persons;
	size_t n_persons;
};

/* --- people.c ---------------------------------------------------------- */

/* One more element of an array of @people; NULL after a failure. */
void *mb_people_grow(struct mb_people *people, void *items, size_t n,
		     size_t *capacity, size_t size);

/* A new identity named like @name; MB_PERSON_NONE after a failure. */
uint32_t mb_identity_add(struct mb_people *people, uint32_t council,
			 uint32_t name, const struct mb_person_name *parts);

/* The identity that stands for all that are united with @identity. */
uint32_t mb_identity_root(const struct mb_people *people, uint32_t identity);

void mb_identity_unite(struct mb_people *people, uint32_t a, uint32_t b);

/* Decides a use, or gives it candidates (roots, each once). */
void mb_use_decide(struct mb_people *people, struct use *use, uint32_t identity,
		   enum mb_evidence evidence);
void mb_use_leave(struct mb_people *people, struct use *use,
		  const uint32_t *candidates, size_t n);

/*
 * What the name and its row in the attendance say of the bearer's rank.  In
 * one that calls nobody a councillor, those present may all be.
 */
unsigned mb_use_ranks(const struct mb_people *people, const struct use *use);

/* Whether one list of the meeting has both names, so that they are two. */
bool mb_people_share_list(const struct mb_people *people, uint32_t meeting,
			  uint32_t a, uint32_t b);

struct use *mb_people_use_of(const struct mb_people *people, uint32_t meeting,
			     uint32_t name);

/* --- people_evidence.c ------------------------------------------------- */

void mb_sighted(struct mb_people *people, uint32_t identity,
		const struct people_meeting *meeting);

/* Sorts what was added, so that it can be asked for. */
void mb_sightings_sort(struct mb_people *people, struct sightings *seen);

/* Whether there is a sighting within @days of @day. */
bool mb_seen_in_body(const struct sightings *seen, uint32_t body, int32_t day,
		     int32_t days);
bool mb_seen_anywhere(const struct sightings *seen, int32_t day, int32_t days);

/* The first and last day; DAY_UNKNOWN when there is none. */
void mb_seen_span(const struct sightings *seen, int32_t *first, int32_t *last);

/* --- the stages -------------------------------------------------------- */

/* Uses of persons' names, surname by surname. */
void mb_people_group(struct mb_people *people);

void mb_people_spellings(struct mb_people *people);
void mb_people_initials(struct mb_people *people);
void mb_people_surnames(struct mb_people *people);
void mb_people_offices(struct mb_people *people);

/* The file's persons become identities, its aliases decide. */
void mb_people_declare(struct mb_people *people);
void mb_people_apply_aliases(struct mb_people *people);

/* "same" of the file. */
void mb_people_apply_decisions(struct mb_people *people);

/* Whether the file says that the two names are not one person. */
bool mb_people_are_apart(const struct mb_people *people,
			 const struct mb_person_name *a,
			 const struct mb_person_name *b, uint32_t council);

/* Whether the file lets @identity be called a member on that day. */
bool mb_people_sits(const struct mb_people *people, uint32_t identity,
		    int32_t day);

void mb_people_finish(struct mb_people *people);

#endif
