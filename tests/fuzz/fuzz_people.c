/*
 * fuzz_people.c - any bytes as a people file, and names to decide with it
 *
 *	Ann Bell
 *	  alias: Cllr Bell
 *	@@ names
 *	Councillor Bell
 *
 * Behind a line "@@ ..." each line is a name that spoke; a blank line begins
 * another meeting.
 */
#include "fuzz/must.h"
#include "fuzz/parts.h"
#include "minutebook/people.h"

#define MAX_NAMES 200

static const struct mb_str councils[] = {
	{ "Larkhythe Council", 17 },
	{ "Withy Green Parish Council", 26 },
};

static uint32_t add_meeting(struct mb_people *people, unsigned n)
{
	const struct mb_date date = { (int16_t)(2018 + n % 6), 5, 14 };

	return mb_people_add_meeting(
	    people, councils[n / 3 % 2],
	    n % 3 == 2 ? MB_STR("Cabinet") : MB_STR("Council"), date);
}

/* The @k-th name of its meeting: the first are listed, the rest speak. */
static void add_name(struct mb_people *people, uint32_t meeting,
		     struct mb_str as_written, unsigned k)
{
	struct mb_cut cut = mb_str_cut(as_written, '=');
	uint32_t name = mb_people_add_name(people, cut.head);
	const struct mb_listed listed = {
		.role = cut.tail,
		.initials = mb_str_slice(cut.head, 0, cut.head.len > 1),
		.presence = MB_PRESENT,
	};

	if (k < 3)
		mb_people_add_listed(people, meeting, name, &listed);
	else if (cut.found)
		mb_people_add_office(people, meeting, name, cut.tail);
	mb_people_add_use(people, meeting, name,
			  k < 3 ? MB_USE_LISTED | MB_USE_PRESENT
				: MB_USE_SPOKE);
}

static void add_names(struct mb_people *people, struct mb_str lines)
{
	unsigned n_meetings = 0, k = 0;
	uint32_t meeting = add_meeting(people, n_meetings++);
	struct mb_str line;

	for (int i = 0; i < MAX_NAMES && mb_str_next_line(&lines, &line); i++) {
		line = mb_str_trim(line);
		if (line.len > 0) {
			add_name(people, meeting, line, k++);
			continue;
		}
		meeting = add_meeting(people, n_meetings++);
		k = 0;
	}
}

static void check_use(const struct mb_use *use, size_t n_persons)
{
	must(use->person == MB_PERSON_NONE || use->person < n_persons,
	     "a use stands for a person");
	must((use->person == MB_PERSON_NONE) ==
		 (use->evidence == MB_EVIDENCE_NONE),
	     "what is decided has evidence");
	must(use->person == MB_PERSON_NONE || use->n_candidates == 0,
	     "what is decided has no candidates");
	for (size_t i = 0; i < use->n_candidates; i++)
		must(use->candidates[i] < n_persons, "a candidate is a person");
}

static void check_result(const struct mb_people *people)
{
	size_t n_uses, n_persons;
	const struct mb_use *uses = mb_people_uses(people, &n_uses);
	const struct mb_person *persons = mb_people_persons(people, &n_persons);

	for (size_t i = 0; i < n_uses; i++)
		check_use(&uses[i], n_persons);
	for (size_t i = 0; i < n_persons; i++) {
		must(persons[i].name.len > 0, "a person has a name");
		must(persons[i].n_names == 0 ||
			 mb_str_starts(persons[i].name, persons[i].names[0]),
		     "the canonical name comes first");
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct mb_str rest = { (const char *)bytes, n };
	struct mb_people *people = mb_people_new();
	struct mb_err err = { .code = MB_OK };
	struct part file = { .name = { NULL, 0 } };
	struct part names = { .name = { NULL, 0 } };

	must(people != NULL, "there is memory");
	if (parts_next(&rest, &file))
		parts_next(&rest, &names);
	if (mb_people_add_file(people, file.bytes, &err) != MB_OK) {
		must_be_told(&err, 1u << -MB_EFORMAT,
			     mb_str_count(file.bytes, '\n') + 1);
	} else {
		add_names(people, names.bytes);
		must(mb_people_resolve(people, &err) == MB_OK, err.msg);
		check_result(people);
	}
	mb_people_free(people);
	return 0;
}
