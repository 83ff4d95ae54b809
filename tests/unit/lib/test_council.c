#include "council.h"

#include "minutebook/err.h"
#include "support/fault.h"
#include "support/text.h"

TestSuite(council);

Test(council, finds_the_core_of_a_name)
{
	static const char *const cases[][2] = {
		{ "Larkhythe Council", "larkhythe" },
		{ "London Borough of Larkhythe", "larkhythe" },
		{ "The London Borough of Larkhythe", "larkhythe" },
		{ "LARKHYTHE BOROUGH COUNCIL", "larkhythe" },
		{ "Royal Borough of Larkhythe", "larkhythe" },
		{ "Larkhythe Metropolitan District Council", "larkhythe" },
		{ "Withy Green Parish Council", "withy-green-parish" },
		{ "Withy Green Town Council", "withy-green-town" },
		{ "Larkhythe City Council", "larkhythe-city" },
		{ "City of Larkhythe", "larkhythe-city" },
		{ "County and City of Larkhythe", "larkhythe-city-county" },
		{ "Larkhythe & Withy", "larkhythe-withy" },
		{ "Withy & Green Community Council", "withy-green-community" },
		{ "Cyngor Cymuned Withy a Green", "withy-green-community" },
		{ "Cyngor Sir Larkhythe", "larkhythe-county" },
		{ "Withy Annual Parish Meeting", "withy-parish" },
		{ "Parish Council", "parish" },
		{ "Cyngor T\xC5\xB7 Gwyn", "ty-gwyn" },
		{ "Borough Council", "borough-council" }, /* nothing is left */
		{ "", "" },
		{ " - ", "" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct mb_buf buf = MB_BUF_INIT;

		mb_buf_add(&buf, MB_STR("x/"));
		mb_council_core(&buf, mb_str_of(cases[i][0]));
		text_expect(mb_str_drop(mb_buf_str(&buf), 2), cases[i][1],
			    cases[i][0]);
		mb_buf_release(&buf);
	}
}

Test(council, takes_a_council_off_the_front_of_a_body)
{
	static const char *const cases[][2] = {
		{ "Larkhythe Council - Health Board", "Health Board" },
		{ "LARKHYTHE COUNCIL -  Audit", "Audit" },
		{ "Health Board", "Health Board" },
		{ "Scrutiny - Children", "Scrutiny - Children" },
		{ "Council - Budget", "Budget" },
		{ "Larkhythe Council-Health", "Larkhythe Council-Health" },
		{ "", "" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		text_expect(mb_body_alone(mb_str_of(cases[i][0])), cases[i][1],
			    cases[i][0]);
}

Test(council, knows_bodies_that_are_called_by_its_kind_alone)
{
	const struct {
		const char *body, *core;
		bool is_it;
	} cases[] = {
		{ "Council", "larkhythe", true },
		{ "The Council", "larkhythe", true },
		{ "Parish Council", "withy-green-parish", true },
		{ "PARISH COUNCIL", "withy-green-parish", true },
		{ "Council", "withy-green-parish", true },
		{ "Cyngor Cymuned", "withy-green-community", true },
		{ "Y Cyngor", "withy-green-community", true },
		{ "Parish Council", "larkhythe", false },
		{ "Parish Council", "parish-hill", false },
		{ "Town Council", "withy-green-parish", false },
		{ "Withy Green Parish Council", "withy-green-parish", false },
		{ "Youth Council", "larkhythe", false },
		{ "Parish Meeting", "withy-green-parish", false },
		{ "Parish", "withy-green-parish", false },
		{ "Council", "", false },
		{ "", "larkhythe", false },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		cr_expect(
		    eq(int,
		       mb_body_is_called_by_kind(mb_str_of(cases[i].body),
						 mb_str_of(cases[i].core)),
		       cases[i].is_it),
		    "'%s'", cases[i].body);
}

Test(council, knows_folders_that_tell_of_no_council)
{
	const struct {
		const char *folder;
		bool is_generic;
	} cases[] = {
		{ "2015", true },
		{ "2015-16", true },
		{ "minutes", true },
		{ "Council Minutes 2010-2012", true },
		{ "Full_Council", true },
		{ "agendas and minutes", true },
		{ "www.larkhythe.gov.example", true },
		{ "audit", true },
		{ "", true },
		{ "larkhythe", false },
		{ "Withy Green", false },
		{ "larkhythe minutes", false },
		{ "HWB", false },
		{ "MINUTE\xCC\x81S & papers", true }, /* a mark, a sign */
		{ "2015-extraordinarily-long-names", false },
		{ "20150304152637485960", true },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		cr_expect(mb_folder_is_generic(mb_str_of(cases[i].folder)) ==
			      cases[i].is_generic,
			  "'%s'", cases[i].folder);
}

Test(council, writes_the_name_of_a_folder_as_people_do)
{
	static const char *const cases[][2] = {
		{ "withy-green", "Withy Green" },
		{ "withy_green parish", "Withy Green Parish" },
		{ "HWB", "HWB" },
		{ "Withy-green", "Withy green" }, /* somebody chose it */
		{ "larkhythe", "Larkhythe" },
		{ "t\xC5\xB7-gwyn", "T\xC5\xB7 Gwyn" },
		{ "", "" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct mb_buf buf = MB_BUF_INIT;

		mb_folder_title(&buf, mb_str_of(cases[i][0]));
		text_expect(mb_buf_str(&buf), cases[i][1], cases[i][0]);
		mb_buf_release(&buf);
	}
}

static int write_names(void)
{
	struct mb_buf buf = MB_BUF_INIT;
	struct mb_str out;
	int rc;

	mb_council_core(&buf, MB_STR("London Borough of Larkhythe"));
	mb_folder_title(&buf, MB_STR("withy-green"));
	rc = mb_buf_finish(&buf, &out, NULL);
	mb_buf_release(&buf);
	return rc;
}

Test(council, survives_running_out_of_memory_anywhere)
{
	fault_each_allocation(write_names);
}
