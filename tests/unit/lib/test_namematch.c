#include "minutebook/namematch.h"

#include "support/text.h"

TestSuite(namematch);

Test(namematch, knows_a_name_by_whole_words_run_together)
{
	static const char key[] = "councillor odile fajana thomas";
	const struct {
		const char *value;
		bool matches, matches_as_prefix;
	} cases[] = {
		{ "fajana thomas", true, true },
		{ "fajanathomas", true, true },
		{ "faja nathomas", true, true }, /* only letters count */
		{ "thomas", true, true },
		{ "fajana", true, true },
		{ "odile", true, true },
		{ "councillor odile fajana thomas", true, true },
		{ "councillorodile", true, true },
		{ "thom", false, true },
		{ "fajana thom", false, true },
		{ "fajana t", false, true },
		{ "t", false, true },
		{ "homas", false, false }, /* inside a word */
		{ "ajana thomas", false, false },
		{ "odile thomas", false, false }, /* not neighbours */
		{ "thomas fajana", false, false },
		{ "thomass", false, false },
		{ "thomas odile", false, false },
		{ "", false, false },
		{ " ", false, false },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct mb_str value = mb_str_of(cases[i].value);

		cr_expect(mb_name_matches(MB_STR(key), value, false) ==
			      cases[i].matches,
			  "'%s'", cases[i].value);
		cr_expect(mb_name_matches(MB_STR(key), value, true) ==
			      cases[i].matches_as_prefix,
			  "'%s*'", cases[i].value);
	}
}

Test(namematch, takes_no_name_for_a_shorter_or_longer_one)
{
	cr_expect(
	    not(mb_name_matches(MB_STR("mr bank"), MB_STR("banks"), false)));
	cr_expect(
	    not(mb_name_matches(MB_STR("mr bank"), MB_STR("banks"), true)));
	cr_expect(
	    not(mb_name_matches(MB_STR("mr banks"), MB_STR("bank"), false)));
	cr_expect(not(mb_name_matches(MB_STR(""), MB_STR("banks"), false)));
	cr_expect(not(mb_name_matches(MB_STR(""), MB_STR("banks"), true)));
	cr_expect(mb_name_matches(MB_STR("o brien"), MB_STR("obrien"), false));
	cr_expect(mb_name_matches(MB_STR("obrien"), MB_STR("o brien"), false));
}
