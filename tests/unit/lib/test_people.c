#include "minutebook/people.h"

#include <string.h>

#include "minutebook/office.h"
#include "support/fault.h"
#include "support/text.h"

#define MAX_NAMES 64

/* A council of made-up people, name by name. */
struct town {
	struct mb_people *people;
	const char *names[MAX_NAMES];
	uint32_t n_names;
};

static struct town town;

static void found(void)
{
	town = (struct town){ .people = mb_people_new() };
	cr_assert(town.people != NULL);
}

static void leave(void)
{
	mb_people_free(town.people);
}

TestSuite(people, .init = found, .fini = leave);

static uint32_t name(const char *text)
{
	for (uint32_t i = 0; i < town.n_names; i++)
		if (!strcmp(town.names[i], text))
			return i;
	cr_assert(town.n_names < MAX_NAMES);
	town.names[town.n_names++] = text;
	return mb_people_add_name(town.people, mb_str_of(text));
}

static uint32_t meeting(const char *body, int year, int month)
{
	struct mb_date date = { (int16_t)year, (uint8_t)month, 1 };

	return mb_people_add_meeting(town.people, MB_STR("Upton Council"),
				     mb_str_of(body), date);
}

static void lists(uint32_t at, const char *who, const char *role,
		  const char *initials, enum mb_presence presence)
{
	const struct mb_listed listed = { mb_str_of(role), mb_str_of(initials),
					  presence, 0 };

	mb_people_add_listed(town.people, at, name(who), &listed);
}

static void present(uint32_t at, const char *who)
{
	lists(at, who, "", "", MB_PRESENT);
}

static void says(uint32_t at, const char *who)
{
	mb_people_add_use(town.people, at, name(who), MB_USE_SPOKE);
}

static void resolve(void)
{
	struct mb_err err = { 0 };

	cr_assert(eq(int, mb_people_resolve(town.people, &err), MB_OK), "%s",
		  err.msg);
}

static const struct mb_use *use_of(uint32_t at, const char *who)
{
	const struct mb_use *use =
	    mb_people_find_use(town.people, at, name(who));

	cr_assert(use != NULL, "%s", who);
	return use;
}

/* @want is the canonical name, or NULL when it must stay undecided. */
static void expect(uint32_t at, const char *who, const char *want)
{
	const struct mb_use *use = use_of(at, who);
	size_t n;
	const struct mb_person *persons = mb_people_persons(town.people, &n);

	if (!want) {
		cr_expect(eq(uint, use->person, MB_PERSON_NONE), "%s is %.*s",
			  who, MB_STR_ARG(persons[use->person].name));
		return;
	}
	cr_assert(use->person != MB_PERSON_NONE, "%s", who);
	text_expect(persons[use->person].name, want, who);
}

Test(people, surname_is_whom_the_attendance_lists)
{
	uint32_t at = meeting("Cabinet", 2015, 3);

	present(at, "Councillor Ann Bell");
	present(at, "Councillor Bo Cole");
	says(at, "Cllr Bell");
	says(at, "Cllr. A. Bell");
	resolve();
	expect(at, "Cllr Bell", "Ann Bell");
	expect(at, "Cllr. A. Bell", "Ann Bell");
	cr_expect(
	    eq(int, use_of(at, "Cllr Bell")->evidence, MB_EVIDENCE_LISTED));
}

Test(people, two_of_one_surname_stay_two)
{
	uint32_t at = meeting("Cabinet", 2015, 3);

	present(at, "Councillor Ann Bell");
	present(at, "Councillor Joe Bell");
	says(at, "Councillor Bell");
	says(at, "Councillor J. Bell");
	says(at, "Councillor Bell (A)");
	resolve();
	expect(at, "Councillor Bell", NULL);
	cr_expect(eq(sz, use_of(at, "Councillor Bell")->n_candidates, 2));
	expect(at, "Councillor J. Bell", "Joe Bell");
	expect(at, "Councillor Bell (A)", "Ann Bell");
}

Test(people, who_sent_apologies_does_not_speak)
{
	uint32_t at = meeting("Cabinet", 2015, 3);

	present(at, "Councillor Ann Bell");
	lists(at, "Councillor Joe Bell", "", "", MB_APOLOGIES);
	says(at, "Councillor Bell");
	resolve();
	expect(at, "Councillor Bell", "Ann Bell");
}

Test(people, titles_tell_a_couple_apart)
{
	uint32_t at = meeting("Parish Council", 2015, 3);

	present(at, "Cllr D. Bell");
	present(at, "Cllr Mrs P. Bell");
	says(at, "Cllr Mrs Bell");
	says(at, "Cllr Bell");
	resolve();
	expect(at, "Cllr Mrs Bell", "P. Bell");
	expect(at, "Cllr Bell", "D. Bell");
}

Test(people, resident_is_no_councillor)
{
	uint32_t at = meeting("Cabinet", 2015, 3);

	present(at, "Councillor Ann Bell");
	says(at, "Mr Bell");
	resolve();
	expect(at, "Mr Bell", NULL);
}

Test(people, name_is_known_from_the_body_in_these_years)
{
	uint32_t first = meeting("Audit Committee", 2014, 3);
	uint32_t second = meeting("Audit Committee", 2015, 3);
	uint32_t late = meeting("Audit Committee", 2035, 3);

	present(first, "Councillor Ann Bell");
	says(second, "Councillor Bell");
	says(late, "Councillor Bell");
	resolve();
	expect(second, "Councillor Bell", "Ann Bell");
	/* twenty years later it is somebody else, or nobody knows */
	cr_expect(use_of(late, "Councillor Bell")->person !=
		  use_of(second, "Councillor Bell")->person);
}

Test(people, chair_is_who_chairs_there)
{
	uint32_t audit = meeting("Audit Committee", 2014, 3);
	uint32_t cabinet = meeting("Cabinet", 2014, 3);
	uint32_t none = meeting("Planning Committee", 2014, 3);

	lists(audit, "Councillor Ann Bell", "Chair", "", MB_PRESENT);
	lists(cabinet, "Councillor Ann Bell", "Vice-Chair", "", MB_PRESENT);
	lists(cabinet, "Councillor Bo Cole", "Chairman", "", MB_PRESENT);
	says(audit, "The Chair");
	says(cabinet, "The Chair");
	says(none, "The Chair");
	resolve();
	expect(audit, "The Chair", "Ann Bell");
	expect(cabinet, "The Chair", "Bo Cole");
	expect(none, "The Chair", NULL);
}

Test(people, absent_chair_says_nothing)
{
	uint32_t at = meeting("Audit Committee", 2014, 3);

	lists(at, "Councillor Ann Bell", "Chair", "", MB_APOLOGIES);
	lists(at, "Councillor Bo Cole", "Vice-Chair", "", MB_PRESENT);
	says(at, "The Chair");
	resolve();
	expect(at, "The Chair", NULL);
}

Test(people, couple_in_one_list_is_two)
{
	const struct mb_listed here = { .presence = MB_PRESENT, .list = 1 };
	const struct mb_listed there = { .presence = MB_PRESENT, .list = 2 };
	uint32_t at = meeting("Parish Council", 2014, 3);
	uint32_t next = meeting("Parish Council", 2014, 4);

	mb_people_add_listed(town.people, at, name("Cllr Mrs Roe"), &here);
	mb_people_add_listed(town.people, at, name("Cllr Roe"), &here);
	mb_people_add_listed(town.people, at, name("Cllr Lee"), &here);
	mb_people_add_listed(town.people, at, name("Councillor Lee"), &here);
	says(at, "Cllr Mrs Roe");
	says(at, "Cllr Roe");
	mb_people_add_listed(town.people, next, name("Cllr Mrs Roe"), &there);
	says(next, "Cllr Mrs Roe");
	resolve();
	cr_expect(use_of(at, "Cllr Mrs Roe")->person !=
		  use_of(at, "Cllr Roe")->person);
	cr_expect(use_of(at, "Cllr Roe")->person != MB_PERSON_NONE);
	/* one title in two spellings tells nobody apart */
	cr_expect(use_of(at, "Councillor Lee")->person ==
		  use_of(at, "Cllr Lee")->person);
	cr_expect(use_of(next, "Cllr Mrs Roe")->person ==
		  use_of(at, "Cllr Mrs Roe")->person);
}

Test(people, office_may_be_printed_in_short)
{
	uint32_t one = meeting("Leisure Committee", 2014, 3);
	uint32_t two = meeting("Cabinet", 2014, 3);

	lists(one, "Ann Bell", "Director of Leisure", "", MB_IN_ATTENDANCE);
	lists(one, "Bo Cole", "Deputy Director of Leisure", "",
	      MB_IN_ATTENDANCE);
	says(one, "The Director");
	lists(two, "Ann Bell", "Director of Leisure", "", MB_IN_ATTENDANCE);
	lists(two, "Ida Dale", "Director of Housing", "", MB_IN_ATTENDANCE);
	says(two, "The Director");
	resolve();
	expect(one, "The Director", "Ann Bell");
	expect(two, "The Director", NULL);
	cr_expect(eq(sz, use_of(two, "The Director")->n_candidates, 2));
}

Test(people, chair_may_change_in_the_meeting)
{
	uint32_t absent = meeting("Audit", 2015, 4);
	uint32_t changes = meeting("Audit", 2015, 5);
	uint32_t elects = meeting("Council", 2015, 6);

	lists(absent, "Councillor Ruth Dale", "Chair", "", MB_APOLOGIES);
	present(absent, "Councillor Ann Bell");
	mb_people_add_office(town.people, absent, name("Councillor Bell"),
			     MB_OFFICE_TOOK_THE_CHAIR);
	mb_people_add_use(town.people, absent, name("Councillor Bell"),
			  MB_USE_NAMED);
	says(absent, "The Chair");
	lists(changes, "Councillor Ruth Dale", "Chair", "", MB_PRESENT);
	present(changes, "Councillor Ann Bell");
	mb_people_add_office(town.people, changes, name("Councillor Bell"),
			     MB_OFFICE_TOOK_THE_CHAIR);
	mb_people_add_use(town.people, changes, name("Councillor Bell"),
			  MB_USE_NAMED);
	says(changes, "The Chair");
	lists(elects, "Councillor Ruth Dale", "Mayor of Upton", "", MB_PRESENT);
	mb_people_add_office(town.people, elects, name("Councillor Ann Bell"),
			     MB_STR("elected Mayor"));
	present(elects, "Councillor Ann Bell");
	says(elects, "The Mayor");
	resolve();
	expect(absent, "The Chair", "Ann Bell");
	expect(changes, "The Chair", NULL);
	cr_expect(eq(sz, use_of(changes, "The Chair")->n_candidates, 2));
	expect(elects, "The Mayor", NULL);
	cr_expect(eq(sz, use_of(elects, "The Mayor")->n_candidates, 2));
}

Test(people, office_is_held_between_two_who_are_one)
{
	uint32_t first = meeting("Cabinet", 2014, 3);
	uint32_t second = meeting("Council", 2014, 9);
	uint32_t third = meeting("Cabinet", 2015, 3);
	uint32_t fourth = meeting("Cabinet", 2015, 9);
	uint32_t fifth = meeting("Cabinet", 2016, 3);

	lists(first, "Ann Bell", "Director of Finance", "", MB_IN_ATTENDANCE);
	says(second, "The Director of Finance");
	lists(third, "Ann Bell", "Director of Finance", "", MB_IN_ATTENDANCE);
	says(fourth, "The Director of Finance");
	lists(fifth, "Bo Cole", "Director of Finance", "", MB_IN_ATTENDANCE);
	resolve();
	expect(second, "The Director of Finance", "Ann Bell");
	expect(fourth, "The Director of Finance", NULL);
	cr_expect(
	    eq(sz, use_of(fourth, "The Director of Finance")->n_candidates, 2));
}

Test(people, officers_keep_a_post_for_longer_than_members)
{
	uint32_t first = meeting("Cabinet", 2012, 3);
	uint32_t between = meeting("Council", 2015, 3);
	uint32_t last = meeting("Cabinet", 2018, 3);

	lists(first, "Ann Bell", "Director of Finance", "", MB_IN_ATTENDANCE);
	lists(first, "Councillor Bo Cole", "Leader", "", MB_PRESENT);
	says(between, "The Director of Finance");
	says(between, "The Leader");
	lists(last, "Ann Bell", "Director of Finance", "", MB_IN_ATTENDANCE);
	lists(last, "Councillor Bo Cole", "Leader", "", MB_PRESENT);
	resolve();
	expect(between, "The Director of Finance", "Ann Bell");
	expect(between, "The Leader", NULL);
}

Test(people, initials_are_whose_the_attendance_says)
{
	uint32_t at = meeting("Parish Council", 2014, 3);
	uint32_t next = meeting("Parish Council", 2014, 4);

	lists(at, "Ann Bell", "", "AB", MB_PRESENT);
	lists(at, "Bo Cole", "", "BC", MB_PRESENT);
	says(at, "AB");
	says(next, "BC");
	resolve();
	expect(at, "AB", "Ann Bell");
	expect(next, "BC", "Bo Cole");
}

Test(people, misspelling_is_seen_in_the_meeting_only)
{
	uint32_t at = meeting("Cabinet", 2014, 3);
	uint32_t other = meeting("Cabinet", 2014, 4);

	present(at, "Councillor Ann MacAllister");
	says(at, "Councillor McAllister");
	says(other, "Councillor McAllister");
	resolve();
	expect(at, "Councillor McAllister", "Ann MacAllister");
	expect(other, "Councillor McAllister", "Councillor McAllister");
}

Test(people, short_names_are_never_misspelt)
{
	uint32_t at = meeting("Cabinet", 2014, 3);

	present(at, "Councillor Ann Bell");
	says(at, "Councillor Ball");
	resolve();
	expect(at, "Councillor Ball", "Councillor Ball");
}

Test(people, surname_grows_on_marriage)
{
	uint32_t first = meeting("Cabinet", 2014, 3);
	uint32_t second = meeting("Cabinet", 2016, 3);

	present(first, "Councillor Ann Bell");
	present(second, "Councillor Ann Bell-Cole");
	resolve();
	expect(first, "Councillor Ann Bell", "Ann Bell-Cole");
}

Test(people, same_name_elsewhere_is_somebody_else)
{
	uint32_t here = meeting("Cabinet", 2014, 3);
	uint32_t there = mb_people_add_meeting(
	    town.people, MB_STR("Downton Council"), MB_STR("Cabinet"),
	    (struct mb_date){ 2014, 3, 1 });

	present(here, "Councillor Ann Bell");
	present(there, "Councillor Ann Bell");
	resolve();
	cr_expect(use_of(here, "Councillor Ann Bell")->person !=
		  use_of(there, "Councillor Ann Bell")->person);
}

/* --- the people file --------------------------------------------------- */

static void reads(const char *file)
{
	struct mb_err err = { 0 };

	cr_assert(eq(int,
		     mb_people_add_file(town.people, mb_str_of(file), &err),
		     MB_OK),
		  "%s", err.msg);
}

Test(people, file_knows_nicknames_and_seats)
{
	uint32_t early = meeting("Council", 2010, 3);
	uint32_t late = meeting("Council", 2016, 3);

	reads("# who is who\n"
	      "Elizabeth Bell\n"
	      "\talias: Lizzie Bell; Cllr B\n"
	      "\tward: North 2008..2012-05\n"
	      "Joe Bell\n"
	      "\tward: South 2014..\n");
	present(early, "Councillor Bell");
	present(late, "Councillor Bell");
	says(early, "Lizzie Bell");
	says(early, "Cllr B");
	resolve();
	expect(early, "Councillor Bell", "Elizabeth Bell");
	expect(early, "Lizzie Bell", "Elizabeth Bell");
	expect(early, "Cllr B", "Elizabeth Bell");
	expect(late, "Councillor Bell", "Joe Bell");
}

Test(people, file_has_the_last_word)
{
	uint32_t first = meeting("Council", 2010, 3);
	uint32_t second = meeting("Council", 2012, 3);

	reads("same: Ann Cole = Ann Dunn\n"
	      "not-same: Jo Bell = Jo Bell-Cole\n");
	present(first, "Councillor Ann Cole");
	present(second, "Councillor Ann Dunn");
	present(first, "Councillor Jo Bell");
	present(second, "Councillor Jo Bell-Cole");
	resolve();
	cr_expect(use_of(first, "Councillor Ann Cole")->person ==
		  use_of(second, "Councillor Ann Dunn")->person);
	cr_expect(use_of(first, "Councillor Jo Bell")->person !=
		  use_of(second, "Councillor Jo Bell-Cole")->person);
}

Test(people, wrong_file_says_where)
{
	static const struct {
		const char *text;
		uint32_t line;
	} cases[] = {
		{ "\talias: before anybody\n", 1 },
		{ "Ann Bell\n\tnonsense: x\n", 2 },
		{ "Ann Bell\n\tward: North 2012..2010\n", 2 },
		{ "Ann Bell\n\tward: North 2012-13..\n", 2 },
		{ "# fine\n\nsame: Ann Bell\n", 3 },
		{ "The Chair\n", 1 },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct mb_err err = { 0 };

		cr_expect(eq(int,
			     mb_people_add_file(town.people,
						mb_str_of(cases[i].text), &err),
			     MB_EFORMAT),
			  "%s", cases[i].text);
		cr_expect(eq(u32, err.line, cases[i].line), "%s",
			  cases[i].text);
	}
}

/* --- failing ----------------------------------------------------------- */

static int resolve_town(void)
{
	const struct mb_listed chair = { MB_STR("Chair"), MB_STR("AB"),
					 MB_PRESENT, 0 };
	struct mb_people *people = mb_people_new();
	struct mb_date date = { 2014, 3, 1 };
	uint32_t at, chairs, surname, office, initials;
	int rc;

	if (!people)
		return MB_ENOMEM;
	rc = mb_people_add_file(
	    people, MB_STR("Ann Bell\n\talias: Annie\nsame: A Bo = C Bo\n"),
	    NULL);
	at = mb_people_add_meeting(people, MB_STR("Upton Council"),
				   MB_STR("Cabinet"), date);
	chairs = mb_people_add_name(people, MB_STR("Councillor Ann Bell"));
	surname = mb_people_add_name(people, MB_STR("Cllr Bell"));
	office = mb_people_add_name(people, MB_STR("The Chair"));
	initials = mb_people_add_name(people, MB_STR("AB"));
	mb_people_add_listed(people, at, chairs, &chair);
	mb_people_add_use(people, at, surname, MB_USE_SPOKE);
	mb_people_add_use(people, at, office, MB_USE_SPOKE);
	mb_people_add_use(people, at, initials, MB_USE_NAMED);
	if (rc == MB_OK)
		rc = mb_people_resolve(people, NULL);
	mb_people_free(people);
	return rc;
}

Test(people, survives_every_failed_allocation)
{
	fault_each_allocation(resolve_town);
}
