#include "spelling.h"

#include <string.h>

#include "minutebook/terms.h"
#include "support/text.h"

TestSuite(spelling);

static const char *british(const char *word)
{
	static char text[64];
	size_t len = strlen(word);

	memcpy(text, word, len);
	len = mb_spell_british(text, len, len + 2);
	text[len] = '\0';
	return text;
}

Test(spelling, writes_american_words_as_british_ones)
{
	static const char *const cases[][2] = {
		{ "organize", "organise" },
		{ "organizes", "organises" },
		{ "organized", "organised" },
		{ "organizer", "organiser" },
		{ "organizers", "organisers" },
		{ "organizing", "organising" },
		{ "organization", "organisation" },
		{ "organizations", "organisations" },
		{ "organizational", "organisational" },
		{ "recognizable", "recognisable" },
		{ "analyze", "analyse" },
		{ "labor", "labour" },
		{ "laborers", "labourers" },
		{ "neighborhoods", "neighbourhoods" },
		{ "color", "colour" },
		{ "center", "centre" },
		{ "councilors", "councillors" },
		{ "defense", "defence" },
		{ "practise", "practice" },
		{ "practised", "practiced" },
		{ "licence", "license" },
		{ "judgement", "judgment" },
		{ "catalog", "catalogue" },
		{ "program", "programme" },
		{ "programs", "programmes" },
		{ "enrollment", "enrolment" },
		{ "gray", "grey" },
		{ "jail", "gaol" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		cr_expect(eq(str, british(cases[i][0]), cases[i][1]), "%s",
			  cases[i][0]);
}

Test(spelling, leaves_other_words_alone)
{
	static const char *const words[] = {
		"",          "a",          "size",        "prize",
		"seize",     "sized",      "organise",    "organ",
		"labour",    "labours",    "centre",      "colour",
		"catalogue", "councillor", "programme",   "practice",
		"license",   "programmer", "programming", "jailer",
		"council",   "citizen",    "horizon",     "wizened",
		"judgment",
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		cr_expect(eq(str, british(words[i]), words[i]), "%s", words[i]);
}

Test(spelling, comes_to_rest_when_done_twice)
{
	static const char *const words[] = { "organizations", "laborers",
					     "practise",      "judgement",
					     "catalogs",      "programs" };

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		char once[64];

		snprintf(once, sizeof(once), "%s", british(words[i]));
		cr_expect(eq(str, british(once), once), "%s", words[i]);
	}
}

Test(spelling, writes_nothing_where_there_is_no_room)
{
	char tight[] = "labor!";
	char wide[] = "labor!";

	cr_expect(eq(sz, mb_spell_british(tight, 5, 5), 5));
	cr_expect(eq(str, tight, "labor!"));
	cr_expect(eq(sz, mb_spell_british(wide, 5, 6), 6));
	cr_expect(eq(str, wide, "labour"));
}

Test(spelling, knows_how_british_words_begin)
{
	const struct {
		const char *start, *want;
	} cases[] = {
		{ "organiz", "organis" },
		{ "organizat", "organisat" },
		{ "organizations", "organisations" },
		{ "recogniz", "recognis" },
		{ "citize", "citise" },
		{ "citizen", "citizen" },
		{ "horizon", "horizon" },
		{ "siz", "siz" },
		{ "organ", "organ" },
		{ "organi", "organi" },
		{ "", "" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char start[64];
		bool is_changed;

		snprintf(start, sizeof(start), "%s", cases[i].start);
		is_changed = mb_spell_beginning(start, strlen(start));
		cr_expect(eq(str, start, cases[i].want), "%s", cases[i].start);
		cr_expect(is_changed == (strcmp(start, cases[i].start) != 0),
			  "%s", cases[i].start);
	}
}
