#include "minutebook/person_name.h"

#include "minutebook/buf.h"
#include "minutebook/office.h"
#include "support/fault.h"
#include "support/text.h"

static struct mb_arena arena;

static void release(void)
{
	mb_arena_release(&arena);
}

TestSuite(person_name, .fini = release);

static struct mb_person_name parse(const char *text)
{
	struct mb_person_name name;
	struct mb_err err = { 0 };

	cr_assert(eq(int,
		     mb_person_name_parse(mb_str_of(text), &arena, &name, &err),
		     MB_OK));
	return name;
}

/* Given names with '/' between them. */
static void expect_given(const struct mb_person_name *name, const char *want,
			 const char *what)
{
	struct mb_buf text = MB_BUF_INIT;

	for (size_t i = 0; i < name->n_given; i++) {
		if (i > 0)
			mb_buf_add_char(&text, '/');
		mb_buf_add(&text, name->given[i].text);
	}
	text_expect(mb_buf_str(&text), want, what);
	mb_buf_release(&text);
}

Test(person_name, is_taken_apart)
{
	static const struct {
		const char *text, *honorific, *given, *surname, *key;
	} cases[] = {
		{ "Councillor Ann Bell", "Councillor", "Ann", "Bell", "bell" },
		{ "Council Member Ann Bell", "Council Member", "Ann", "Bell",
		  "bell" },
		{ "Councilwoman Bell", "Councilwoman", "", "Bell", "bell" },
		{ "Commissioner Bell", "Commissioner", "", "Bell", "bell" },
		{ "City Manager Bell", "City Manager", "", "Bell", "bell" },
		{ "Town Clerk Ann Bell", "Town Clerk", "Ann", "Bell", "bell" },
		{ "CLLR LEE", "CLLR", "", "LEE", "lee" },
		{ "T/ACC Bell", "T/ACC", "", "Bell", "bell" },
		{ "Cllr. J. Bell", "Cllr", "J", "Bell", "bell" },
		{ "Cllr Mrs Ann Bell", "Cllr Mrs", "Ann", "Bell", "bell" },
		{ "Councillor Bell (J)", "Councillor", "J", "Bell", "bell" },
		{ "Bell (MJ)", "", "M/J", "Bell", "bell" },
		{ "Ann Bell (Chair)", "", "Ann", "Bell", "bell" },
		{ "Bell, Ann", "", "Ann", "Bell", "bell" },
		{ "Bell, Cllr Ann", "", "Ann", "Bell", "bell" },
		/* what stands behind the comma is no part of the surname */
		{ "Laan, Jan Van", "", "Jan/Van", "Laan", "laan" },
		{ "Sir Jo Bell, CBE", "Sir", "Jo", "Bell", "bell" },
		{ "\303\223 D\303\241laigh", "", "", "\303\223 D\303\241laigh",
		  "odalaigh" },
		{ "N\303\255 Bhriain", "", "", "N\303\255 Bhriain",
		  "nibhriain" },
		{ "Jo Bell OBE", "", "Jo", "Bell", "bell" },
		{ "Ann Bell, Director of Finance", "", "Ann", "Bell", "bell" },
		{ "B.Glover", "", "B", "Glover", "glover" },
		{ "Ms Siobh\303\241n O\342\200\231Dwyer", "Ms",
		  "Siobh\303\241n", "O\342\200\231Dwyer", "odwyer" },
		{ "Cllr \303\223 Briain", "Cllr", "", "\303\223 Briain",
		  "obriain" },
		{ "Cllr O Williams", "Cllr", "O", "Williams", "williams" },
		{ "Ann Fay-Lee", "", "Ann", "Fay-Lee", "faylee" },
		{ "Councillor van der Laan", "Councillor", "", "van der Laan",
		  "vanderlaan" },
		{ "Marie de Souza", "", "Marie", "de Souza", "desouza" },
		{ "Cynghorydd Dafydd ap Rhys", "Cynghorydd", "Dafydd",
		  "ap Rhys", "aprhys" },
		{ "Bailie MacAllister", "Bailie", "", "MacAllister",
		  "macallister" },
		{ "Baroness Ann Bell", "Baroness", "Ann", "Bell", "bell" },
		{ "Deputy Mayor Bell", "Deputy Mayor", "", "Bell", "bell" },
		{ "Cllr Bell Chairman", "Cllr", "", "Bell", "bell" },
		{ "Bell Against", "", "", "Bell", "bell" },
		{ "Bell\nAbstain", "", "", "Bell", "bell" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct mb_person_name name = parse(cases[i].text);

		cr_expect(eq(int, name.kind, MB_NAME_PERSON), "%s",
			  cases[i].text);
		text_expect(name.honorific, cases[i].honorific, cases[i].text);
		expect_given(&name, cases[i].given, cases[i].text);
		text_expect(name.surname, cases[i].surname, cases[i].text);
		text_expect(name.surname_key, cases[i].key, cases[i].text);
	}
}

Test(person_name, is_no_name)
{
	static const char *const cases[] = { "She",      "ten. It", "",   ".",
					     "Lady Day", "NF. CS",  "and" };

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct mb_person_name name = parse(cases[i]);

		/* a capital alone may be a surname in a list */
		cr_expect(name.kind == MB_NAME_NONE ||
			      (name.kind == MB_NAME_PERSON &&
			       name.honorific.len == 0),
			  "%s", cases[i]);
	}
}

Test(person_name, is_an_office)
{
	static const struct {
		const char *text, *office, *key;
	} cases[] = {
		{ "The Chair", "Chair", "chair" },
		{ "the Chairman", "Chairman", "chair" },
		{ "Chief Executive", "Chief Executive", "chief executive" },
		{ "The Deputy Mayor", "Deputy Mayor", "deputy mayor" },
		{ "Deputy Mayor. She", "Deputy Mayor", "deputy mayor" },
		{ "The Director of Public Health", "Director of Public Health",
		  "director of public health" },
		{ "The Vice-Chairman", "Vice-Chairman", "vice chair" },
		{ "The Convener", "Convener", "chair" },
		{ "The City Manager", "City Manager", "city manager" },
		{ "City Manager", "City Manager", "city manager" },
		{ "Town Clerk and Solicitor", "Town Clerk and Solicitor",
		  "town clerk and solicitor" },
		{ "The Commissioner", "Commissioner", "commissioner" },
		{ "The Team Leader (Development Management)",
		  "Team Leader (Development Management)",
		  "team leader development management" },
		{ "The Deputy CEO", "Deputy CEO", "deputy ceo" },
		{ "The Independent Person", "Independent Person",
		  "independent person" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct mb_person_name name = parse(cases[i].text);

		cr_expect(eq(int, name.kind, MB_NAME_OFFICE), "%s",
			  cases[i].text);
		text_expect(name.office, cases[i].office, cases[i].text);
		text_expect(name.office_key, cases[i].key, cases[i].text);
	}
}

Test(person_name, is_initials)
{
	cr_expect(eq(int, parse("CK").kind, MB_NAME_INITIALS));
	text_expect(parse("J.S.").surname_key, "js", "J.S.");
	cr_expect(eq(int, parse("LONG").kind, MB_NAME_INITIALS));
	cr_expect(eq(int, parse("LONGER").kind, MB_NAME_PERSON));
	cr_expect(eq(int, parse("MS").kind, MB_NAME_INITIALS), "no title");
	cr_expect(eq(int, parse("MS").sex, MB_SEX_UNKNOWN), "no woman");
	cr_expect(eq(int, parse("Cllr AB").kind, MB_NAME_INITIALS));
	text_expect(parse("Cllr AB").surname_key, "ab", "Cllr AB");
}

Test(person_name, titles_tell_rank_and_sex)
{
	struct mb_person_name name = parse("Cllr Mrs Bell");

	cr_expect(eq(uint, name.ranks, MB_RANK_MEMBER | MB_RANK_PLAIN));
	cr_expect(eq(int, name.sex, MB_SEX_FEMALE));
	cr_expect(eq(uint, parse("Mr Bell").ranks, MB_RANK_PLAIN));
	cr_expect(eq(uint, parse("Dr Bell").ranks, 0));
	cr_expect(eq(uint, parse("Mayor Bell").ranks, MB_RANK_MEMBER));
	text_expect(parse("Mayor Bell").office_key, "mayor", "the office");
}

static bool agree(const char *a, const char *b)
{
	struct mb_person_name x = parse(a), y = parse(b);

	return mb_given_agree(&x, &y);
}

Test(person_name, given_names_agree_as_far_as_they_go)
{
	cr_expect(agree("J. Bell", "John Bell"));
	cr_expect(agree("Bell", "John Bell"));
	cr_expect(agree("John Bell", "John A. Bell"));
	cr_expect(not(agree("John Bell", "James Bell")));
	cr_expect(not(agree("M. Bell", "John Bell")));
	cr_expect(not(agree("John A. Bell", "John B. Bell")));
}

static int parse_one(void)
{
	struct mb_arena own = MB_ARENA_INIT;
	struct mb_person_name name;
	int rc = mb_person_name_parse(MB_STR("Cllr Mrs Ann van der Laan, OBE"),
				      &own, &name, NULL);

	mb_arena_release(&own);
	return rc;
}

Test(person_name, survives_every_failed_allocation)
{
	fault_each_allocation(parse_one);
}

TestSuite(office);

Test(office, is_held_by_whole_names)
{
	static const struct {
		const char *role, *key;
		bool is_held;
	} cases[] = {
		{ "director environment and water",
		  "director of environment and water", true },
		{ "director environment and water", "director of environment",
		  false },
		{ "mayor of the city and county", "mayor", true },
		{ "chair of the audit committee", "chair", false },
		{ "chair", "chair", true },
		{ "vice chair", "chair", false },
		{ "chair of governors", "chair", false },
		{ "borough solicitor and monitoring officer",
		  "monitoring officer", true },
		{ "borough solicitor and monitoring officer", "solicitor",
		  true },
		{ "director of finance and resources", "director of finance",
		  false },
		{ "clerk and deputy treasurer and editor", "deputy treasurer",
		  false },
		{ "clerk and treasurer and registrar", "treasurer", true },
		{ "clerk and treasurer and registrar", "registrar", true },
		{ "clerk and treasurer and registrar",
		  "treasurer and registrar", true },
		{ "parish clerk", "clerk", true },
		{ "clerk to the council", "clerk", true },
		{ "former mayor", "mayor", false },
		{ "leader of the council", "leader", true },
		{ "leader of the opposition", "leader", false },
		{ "chair of the council", "chair", false },
		{ "", "mayor", false },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		cr_expect(mb_office_is_held(mb_str_of(cases[i].role),
					    mb_str_of(cases[i].key)) ==
			      cases[i].is_held,
			  "%s as %s", cases[i].role, cases[i].key);
}

/* Trying every way to divide such a role would take for ever. */
Test(office, is_one_of_a_few_whatever_a_role_joins)
{
	struct mb_buf role = MB_BUF_INIT;

	mb_buf_add(&role, MB_STR("clerk"));
	for (size_t i = 0; i < 400; i++)
		mb_buf_add(&role, MB_STR(" and mayor"));
	cr_expect(mb_office_is_held(mb_buf_str(&role), MB_STR("clerk")));
	cr_expect(not(mb_office_is_held(mb_buf_str(&role), MB_STR("warden"))));
	mb_buf_release(&role);
}

Test(office, may_be_short_for_one_that_says_of_what)
{
	cr_expect(mb_office_is_short(MB_STR("director"),
				     MB_STR("director of leisure")));
	cr_expect(mb_office_is_short(MB_STR("commissioner"),
				     MB_STR("police and crime commissioner")));
	cr_expect(not(
	    mb_office_is_short(MB_STR("clerk"), MB_STR("deputy town clerk"))));
	cr_expect(not(
	    mb_office_is_short(MB_STR("officer"), MB_STR("planning officer"))));
	cr_expect(
	    not(mb_office_is_short(MB_STR("director"), MB_STR("director"))));
}
