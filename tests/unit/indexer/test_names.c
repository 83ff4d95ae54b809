#include "names.h"

#include "../indexer/vocabulary.h" /* lib/ has one of that name */
#include "support/text.h"

TestSuite(names);

static struct phrase phrase_of(const char *text)
{
	static struct line_words line;

	line = line_words_of(mb_str_of(text));
	return (struct phrase){ mb_str_of(text), line.at, line.n };
}

Test(names, with_a_title_are_known_by_it)
{
	const struct {
		const char *text, *as_written, *honorific, *name;
	} cases[] = {
		{ "Councillor O. Williams asked", "Councillor O. Williams",
		  "Councillor", "O. Williams" },
		{ "Cr Finch asked", "Cr Finch", "Cr", "Finch" },
		{ "Cllr Mrs Lansdell-Ames", "Cllr Mrs Lansdell-Ames",
		  "Cllr Mrs", "Lansdell-Ames" },
		{ "Councillor Sheahan (J) asked", "Councillor Sheahan (J)",
		  "Councillor", "Sheahan (J)" },
		{ "Deputy Mayor Bramble", "Deputy Mayor Bramble",
		  "Deputy Mayor", "Bramble" },
		{ "The Mayor Finch", "Mayor Finch", "Mayor", "Finch" },
		{ "Cr B Finch, Shire President", "Cr B Finch", "Cr",
		  "B Finch" },
		{ "Member G Finch enquired", "Member G Finch", "Member",
		  "G Finch" },
		{ "Col. J. Ames thought", "Col. J. Ames", "Col", "J. Ames" },
		/* two columns that lost what was between them */
		{ "Alderman S Finch Councillor C Ames", "Alderman S Finch",
		  "Alderman", "S Finch" },
		{ "Cllr S. Finch C. Ames", "Cllr S. Finch", "Cllr",
		  "S. Finch" },
		{ "Cllr Sam C. Ames", "Cllr Sam C. Ames", "Cllr",
		  "Sam C. Ames" },
		{ "Mr. van der Laan, Clerk", "Mr. van der Laan", "Mr",
		  "van der Laan" },
		{ "Cynghorydd Siân Puw", "Cynghorydd Siân Puw", "Cynghorydd",
		  "Siân Puw" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct phrase p = phrase_of(cases[i].text);
		struct name name;

		cr_assert(name_titled(&p, 0, &name), "%s", cases[i].text);
		text_expect(name.as_written, cases[i].as_written, "whole");
		text_expect(name.honorific, cases[i].honorific, "the title");
		text_expect(name.name, cases[i].name, "the name");
		cr_expect(not(name.is_possessive));
	}
}

Test(names, without_a_title_are_two_to_four_capitals)
{
	const char *const names[] = { "Frances Hale", "P. Wood",
				      "Ada B. Finch", "Jo van der Laan",
				      "Bill Penn",    "L Penn OBE" };
	const char *const others[] = { "Basin Street", "Withy Green",
				       "Larkhythe",    "Public Health",
				       "NHS England",  "Monday Morning",
				       "Head Teacher", "the library" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		struct phrase p = phrase_of(names[i]);
		struct name name;

		cr_expect(name_bare(&p, 0, &name), "%s", names[i]);
	}
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
		struct phrase p = phrase_of(others[i]);
		struct name name;

		cr_expect(not(name_bare(&p, 0, &name)), "%s", others[i]);
	}
}

Test(names, lose_the_s_of_a_possessive)
{
	struct phrase p = phrase_of("Councillor Finch\xE2\x80\x99s letter");
	struct name name;

	cr_assert(name_titled(&p, 0, &name));
	cr_expect(name.is_possessive);
	text_expect(name.name, "Finch", "the name");
	text_expect(name.as_written, "Councillor Finch", "whole");
}

Test(names, share_a_plural_title)
{
	cr_expect(name_is_plural_title(MB_STR("Councillors")));
	cr_expect(name_is_plural_title(MB_STR("CLLRS")));
	cr_expect(not(name_is_plural_title(MB_STR("Councillor"))));
	text_expect(name_singular_title(MB_STR("Councillors")), "Councillor",
		    "one of them");
	text_expect(name_singular_title(MB_STR("Messrs")), "Mr", "one of them");
	text_expect(name_singular_title(MB_STR("Mrs")), "Mrs", "the same");
}

TestSuite(vocabulary);

Test(vocabulary, lists_are_sorted_and_blind_to_case)
{
	const struct {
		bool (*is)(struct mb_str word);
		const char *first, *middle, *last, *other;
	} lists[] = {
		{ is_honorific, "ald", "Mrs", "SUPT", "clerk" },
		{ is_office_noun, "accountant", "Leader", "whip", "library" },
		{ is_reporting_verb, "accepted", "Noted", "wrote", "notes" },
		{ is_present_verb, "adds", "Notes", "wonders", "noted" },
		{ is_adverb, "accordingly", "Finally", "warmly", "late" },
		{ is_function_word, "&", "Of", "y", "quay" },
		{ is_particle, "ab", "Van", "zu", "the" },
		{ is_body_noun, "academy", "Committee", "zone", "ames" },
		{ is_calendar_word, "april", "Monday", "wednesday", "day" },
	};

	for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++) {
		cr_expect(lists[i].is(mb_str_of(lists[i].first)), "%s",
			  lists[i].first);
		cr_expect(lists[i].is(mb_str_of(lists[i].middle)), "%s",
			  lists[i].middle);
		cr_expect(lists[i].is(mb_str_of(lists[i].last)), "%s",
			  lists[i].last);
		cr_expect(not(lists[i].is(mb_str_of(lists[i].other))), "%s",
			  lists[i].other);
		cr_expect(not(lists[i].is(MB_STR(""))));
	}
}

TestSuite(words);

Test(words, have_the_signs_around_them)
{
	struct word w[8];
	size_t n =
	    words_of(MB_STR("Councillor O'Brien (Chair), told \xE2\x80\x93 "
			    "N.H.S."),
		     w, 8);

	cr_assert(eq(sz, n, 5));
	text_expect(w[1].text, "O'Brien", "a word with an apostrophe");
	cr_expect(w[2].opens == '(' && w[2].closes == ')' && w[2].after == ',');
	cr_expect(w[3].after == '-');
	text_expect(w[4].text, "N.H.S", "a word with dots");
	cr_expect(w[4].is_caps && w[4].after == '.');
	/* cells of a table */
	cr_assert(eq(sz, words_of(MB_STR("Present: | Ida Penn | X"), w, 8), 4));
	cr_expect(w[0].after == ':' && w[2].after == ';');
	cr_expect(eq(sz, words_of(MB_STR("a b c"), w, 2), 2));
	cr_expect(eq(sz, words_of(MB_STR(" - , ! "), w, 8), 0));
	cr_expect(eq(sz, words_of(MB_STR(""), w, 8), 0));
}
