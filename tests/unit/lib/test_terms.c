#include "minutebook/terms.h"

#include <stdlib.h>
#include <string.h>

#include "minutebook/buf.h"
#include "support/fault.h"
#include "support/text.h"

static struct mb_splitter *splitter;
static struct mb_stemmer *stemmer;

static void begin(void)
{
	splitter = mb_splitter_new();
	stemmer = mb_stemmer_new();
	cr_assert(splitter && stemmer);
}

static void end(void)
{
	mb_splitter_free(splitter);
	mb_stemmer_free(stemmer);
}

TestSuite(terms, .init = begin, .fini = end);

static struct mb_terms split(struct mb_str text)
{
	struct mb_terms terms;
	struct mb_err err = { 0 };

	cr_assert(eq(int, mb_split(splitter, text, &terms, &err), MB_OK), "%s",
		  err.msg);
	return terms;
}

/*
 * The terms of @text as the header prints them: words, "+word" for another
 * one at the same place, "-" behind a word that a hyphen ties to the next.
 */
static char *printed(struct mb_str text)
{
	struct mb_terms terms = split(text);
	struct mb_buf buf = MB_BUF_INIT;
	char *copy;

	for (size_t i = 0; i < terms.n; i++) {
		const struct mb_term *term = &terms.items[i];

		if (term->flags & MB_TERM_ALSO)
			mb_buf_add_char(&buf, '+');
		else if (i > 0)
			mb_buf_add_char(&buf, ' ');
		mb_buf_add(&buf, term->word);
		if (term->flags & MB_TERM_HYPHEN)
			mb_buf_add_char(&buf, '-');
	}
	copy = text_of(mb_buf_str(&buf));
	mb_buf_release(&buf);
	return copy;
}

struct form {
	const char *text, *want;
};

static void expect_terms(const struct form *forms, size_t n)
{
	for (size_t i = 0; i < n; i++)
		cr_expect(
		    eq(str, printed(mb_str_of(forms[i].text)), forms[i].want),
		    "'%s'", forms[i].text);
}

Test(terms, splits_the_example_of_its_header)
{
	cr_expect(eq(str,
		     printed(MB_STR("The CVS's anti-racism work cost "
				    "\xC2\xA3"
				    "1.2 million (2021/22)")),
		     "the cvs+cvss anti- racism work cost 1200000+million "
		     "2021/22+2021+2022"));
}

Test(terms, folds_case_accents_and_forms_of_letters)
{
	static const struct form forms[] = {
		{ "", "" },
		{ " \n\t.,;!?()\xE2\x80\xA2", "" },
		{ "Withy GREEN parish", "withy green parish" },
		{ "Si\xC3\xA2n", "sian" },
		{ "Sia\xCC\x82n", "sian" },
		{ "T\xC5\xB7", "ty" },
		{ "of\xEF\xAC\x81"
		  "cers",
		  "officers" },
		{ "\xC3\x86thelred \xC5\x93uvre", "aethelred oeuvre" },
		{ "\xEF\xBC\xB7\xEF\xBD\x81rd", "ward" },
		{ "infor\xC2\xADmation", "information" },
		{ "infor\xC2\xAD\nmation", "infor mation" },
		{ "wa\xE2\x80\x8Brd \xEF\xBB\xBF"
		  "clerk",
		  "ward clerk" },
		{ "a\xFF"
		  "b",
		  "a b" },
		{ "one.two", "one two" },
		{ "and/or", "and or" },
		{ "a\xC2\xA0"
		  "b",
		  "a b" },
	};

	expect_terms(forms, sizeof(forms) / sizeof(*forms));
	cr_expect(eq(str, printed(MB_STR("one\0two")), "one two"));
}

Test(terms, ties_the_parts_of_a_compound_by_any_hyphen)
{
	static const struct form forms[] = {
		{ "anti-racism", "anti- racism" },
		{ "anti\xE2\x80\x90racism", "anti- racism" },
		{ "anti\xE2\x80\x91racism", "anti- racism" },
		{ "anti\xE2\x80\x93racism", "anti- racism" },
		{ "face-to-face", "face- to- face" },
		{ "mid-2019", "mid- 2019" },
		{ "A-frame", "a- frame" },
		{ "libraries - closures", "libraries closures" },
		{ "libraries \xE2\x80\x93 closures", "libraries closures" },
		{ "-word-", "word" },
		{ "one--two", "one two" },
	};

	expect_terms(forms, sizeof(forms) / sizeof(*forms));
}

Test(terms, joins_a_word_that_a_line_end_broke)
{
	static const struct form forms[] = {
		{ "infor-\nmation", "information+infor+mation" },
		{ "infor-\r\n  mation", "information+infor+mation" },
		{ "infor- \nmation", "information+infor+mation" },
		{ "Fajana-\nThomas", "fajana thomas" }, /* a capital */
		{ "infor-\n\n\nmation", "infor mation" },
		{ "infor- mation", "infor mation" },
		{ "2021-\n22", "2021/22+2021+2022" },
	};

	expect_terms(forms, sizeof(forms) / sizeof(*forms));
}

Test(terms, takes_apostrophes_in_any_place_or_none)
{
	static const struct form forms[] = {
		{ "person's", "person+persons" },
		{ "person\xE2\x80\x99s", "person+persons" },
		{ "person\xCA\xBCs", "person+persons" },
		{ "persons'", "persons" },
		{ "PERSON'S", "person+persons" },
		{ "O'Brien", "obrien+brien" },
		{ "O\xE2\x80\x99"
		  "Brien's",
		  "obrien+brien+obriens" },
		{ "don't", "dont" },
		{ "it's", "it+its" },
		{ "'quoted'", "quoted" },
		{ "D'Arcy-Jones", "darcy-+arcy jones" },
		{ "1990's", "1990 s" },
	};

	expect_terms(forms, sizeof(forms) / sizeof(*forms));
}

Test(terms, joins_initials_and_sections)
{
	static const struct form forms[] = {
		{ "N.H.S.", "nhs" },
		{ "N.H.S", "nhs" },
		{ "the N.H.S. trust", "the nhs trust" },
		{ "P.C.S.O.s", "pcsos" },
		{ "S.106", "s106+106" },
		{ "S106", "s106" },
		{ "s.106 agreement", "s106+106 agreement" },
		{ "S. 106", "s 106" },
		{ "R&D", "rd+r+d" },
		{ "B&B's", "bb+b s" },
		{ "Parks & Leisure", "parks and leisure" },
		{ "Parks &Leisure", "parks leisure" },
		{ "& so on", "and so on" },
		{ "A.Smith", "a smith" },
		{ "end.Next", "end next" },
	};

	expect_terms(forms, sizeof(forms) / sizeof(*forms));
}

Test(terms, keeps_numbers_whole)
{
	static const struct form forms[] = {
		{ "1,200", "1200" },
		{ "1,234,567", "1234567" },
		{ "1,20", "1 20" }, /* a list */
		{ "12,3456", "12 3456" },
		{ "1, 200", "1 200" },
		{ "13.6", "13.6" },
		{ "13.6.2", "13.6.2" },
		{ "1,200.50", "1200.50" },
		{ "13.", "13" },
		{ "50%", "50 percent" },
		{ "50 %", "50" },
		{ "2nd", "2nd" },
		{ "4a", "4a" },
		{ "12.03.2021", "12 03 2021" }, /* as 12/03/2021 */
		{ "12/03/2021", "12 03 2021" },
		{ "10:30", "10 30" },
	};

	expect_terms(forms, sizeof(forms) / sizeof(*forms));
}

Test(terms, writes_amounts_of_money_out)
{
	static const struct form forms[] = {
		{ "\xC2\xA3"
		  "5,000",
		  "5000" },
		{ "\xC2\xA3"
		  "1.2m",
		  "1200000" },
		{ "\xC2\xA3"
		  "1.2M",
		  "1200000" },
		{ "\xC2\xA3"
		  "1.2 million",
		  "1200000+million" },
		{ "\xC2\xA3"
		  "3 million",
		  "3000000+million" },
		{ "3bn", "3000000000" },
		{ "\xC2\xA3"
		  "12k",
		  "12000" },
		{ "1.2345k", "1.2345" }, /* a fraction would be left */
		{ "3 m", "3 m" },        /* metres */
		{ "\xC2\xA3"
		  "4 thousand",
		  "4000+thousand" },
		{ "1.2.3m", "1.2.3m" },
	};

	expect_terms(forms, sizeof(forms) / sizeof(*forms));
}

Test(terms, knows_municipal_years_and_postcodes)
{
	static const struct form forms[] = {
		{ "2021/22", "2021/22+2021+2022" },
		{ "2021-22", "2021/22+2021+2022" },
		{ "2021\xE2\x80\x93"
		  "22",
		  "2021/22+2021+2022" },
		{ "2021/2022", "2021/22+2021+2022" },
		{ "1999/00", "1999/00+1999+2000" },
		{ "1999/2000", "1999/00+1999+2000" },
		{ "2021/23", "2021 23" },
		{ "2021-23", "2021- 23" },
		{ "21/22", "21 22" },
		{ "2021/22/23", "2021 22 23" },
		{ "2021-12-04", "2021- 12- 04" },
		{ "E8 1DY", "e81dy+e8+1dy" },
		{ "LK12 4AB", "lk124ab+lk12+4ab" },
		{ "LK1A 4AB", "lk1a4ab+lk1a+4ab" },
		{ "E81DY", "e81dy" },
		{ "Covid19", "covid19+covid" },
		{ "COVID-19", "covid- 19" },
		{ "A12", "a12" },
	};

	expect_terms(forms, sizeof(forms) / sizeof(*forms));
}

Test(terms, spells_as_the_british_do)
{
	static const struct form forms[] = {
		{ "organize organized organizing organization",
		  "organise organised organising organisation" },
		{ "organise", "organise" },
		{ "labor center color", "labour centre colour" },
		{ "program programs programmer",
		  "programme programmes programmer" },
		{ "size prize seized", "size prize seized" },
		{ "Councilor", "councillor" },
	};

	expect_terms(forms, sizeof(forms) / sizeof(*forms));
}

Test(terms, tells_what_each_term_stands_for)
{
	struct mb_str text = MB_STR("The O\xE2\x80\x99"
				    "Brien's N.H.S., "
				    "\xC2\xA3"
				    "1.2 million (2021/22) E8 1DY");
	static const struct {
		const char *word, *source;
	} want[] = {
		{ "the", "The" },
		{ "obrien", "O\xE2\x80\x99"
			    "Brien's" },
		{ "brien", "O\xE2\x80\x99"
			   "Brien's" },
		{ "obriens", "O\xE2\x80\x99"
			     "Brien's" },
		{ "nhs", "N.H.S" },
		{ "1200000", "1.2 million" },
		{ "million", "1.2 million" },
		{ "2021/22", "2021/22" },
		{ "2021", "2021/22" },
		{ "2022", "2021/22" },
		{ "e81dy", "E8 1DY" },
		{ "e8", "E8 1DY" },
		{ "1dy", "E8 1DY" },
	};
	struct mb_terms terms = split(text);

	cr_assert(eq(sz, terms.n, sizeof(want) / sizeof(*want)));
	for (size_t i = 0; i < terms.n; i++) {
		const struct mb_term *term = &terms.items[i];

		text_expect(term->word, want[i].word, "word");
		text_expect(mb_str_slice(text, term->start, term->end),
			    want[i].source, want[i].word);
	}
}

Test(terms, flags_possessives_and_numbers)
{
	struct mb_terms terms = split(MB_STR("council's 4 wards 2nd"));

	cr_assert(eq(sz, terms.n, 5));
	cr_expect(eq(int, terms.items[0].flags, MB_TERM_POSSESSIVE));
	cr_expect(eq(int, terms.items[1].flags, MB_TERM_ALSO));
	cr_expect(eq(int, terms.items[2].flags, MB_TERM_NUMBER));
	cr_expect(zero(int, terms.items[3].flags));
	cr_expect(eq(int, terms.items[4].flags, MB_TERM_NUMBER));
}

Test(terms, cuts_a_word_that_is_none)
{
	char text[1000];
	struct mb_terms terms;

	memset(text, 'x', sizeof(text));
	terms = split((struct mb_str){ text, sizeof(text) });
	cr_assert(eq(sz, terms.n, 1));
	cr_expect(eq(sz, terms.items[0].word.len, MB_TERM_MAX_BYTES));
	cr_expect(eq(sz, terms.items[0].end, sizeof(text)));
	memset(text, '7', sizeof(text));
	for (size_t i = 1; i < sizeof(text); i += 2)
		text[i] = '.';
	terms = split((struct mb_str){ text, sizeof(text) });
	for (size_t i = 0; i < terms.n; i++)
		cr_expect(le(sz, terms.items[i].word.len, MB_TERM_MAX_BYTES));
}

/* Whatever bytes come, the terms lie in the text and in its order. */
Test(terms, gives_terms_inside_the_text_whatever_it_is)
{
	static const char alphabet[] = "aS1.,/-'&% \n\xC2\xAD\xCC\x82\xFFm\xE2";
	uint32_t seed = 12345;

	for (int round = 0; round < 20000; round++) {
		char text[24];
		size_t len = 0, last = 0;
		struct mb_terms terms;

		while (len < sizeof(text)) {
			seed = seed * 1664525u + 1013904223u;
			text[len++] =
			    alphabet[(seed >> 16) % (sizeof(alphabet) - 1)];
		}
		terms = split((struct mb_str){ text, len });
		for (size_t i = 0; i < terms.n; i++) {
			const struct mb_term *term = &terms.items[i];
			bool is_also = term->flags & MB_TERM_ALSO;

			cr_assert(gt(sz, term->word.len, 0));
			cr_assert(lt(sz, term->start, term->end));
			cr_assert(le(sz, term->end, len));
			cr_assert(is_also ? i > 0 : term->start >= last);
			last = is_also ? last : term->end;
		}
	}
}

Test(terms, gives_related_words_one_stem)
{
	static const struct {
		const char *word, *stem;
	} cases[] = {
		{ "library", "librari" },
		{ "libraries", "librari" },
		{ "closure", "closur" },
		{ "closures", "closur" },
		{ "parking", "park" },
		{ "parked", "park" },
		{ "consultation", "consult" },
		{ "is", "is" }, /* too short */
		{ "a", "a" },
		{ "2nd", "2nd" }, /* a number */
		{ "s106", "s106" },
		{ "2021/22", "2021/22" },
		{ "", "" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct mb_str stem;

		cr_assert(mb_stem(stemmer, mb_str_of(cases[i].word), &stem,
				  NULL) == MB_OK);
		text_expect(stem, cases[i].stem, cases[i].word);
	}
}

Test(terms, frees_nothing_without_complaint)
{
	mb_splitter_free(NULL);
	mb_stemmer_free(NULL);
}

static int split_once(void)
{
	struct mb_splitter *own = mb_splitter_new();
	struct mb_terms terms;
	int rc = MB_ENOMEM;

	if (own)
		rc = mb_split(own,
			      MB_STR("Si\xC3\xA2n O'Brien's N.H.S. cost of "
				     "\xC2\xA3"
				     "1.2 million in 2021/22"),
			      &terms, NULL);
	for (int i = 0; i < 8 && rc == MB_OK; i++) /* more than at first */
		rc = mb_split(own,
			      MB_STR("one two three four five six seven eight "
				     "nine ten eleven twelve 13 14 15 16 17 18 "
				     "19 20 21 22 23 24 25 26 27 28 29 30 31 "
				     "32 33 34 35 36 37 38 39 40 41 42 43 44 "
				     "45 46 47 48 49 50 51 52 53 54 55 56 57 "
				     "58 59 60 61 62 63 64 65 66 67 68 69 70"),
			      &terms, NULL);
	mb_splitter_free(own);
	return rc;
}

Test(terms, survives_running_out_of_memory_anywhere)
{
	fault_each_allocation(split_once);
}

static int split_again_after_a_failure(void)
{
	struct mb_splitter *own = mb_splitter_new();
	struct mb_terms terms;
	int rc, again;

	if (!own)
		return MB_ENOMEM;
	rc = mb_split(own, MB_STR("Withy Green"), &terms, NULL);
	again = rc == MB_OK
		    ? MB_OK
		    : mb_split(own, MB_STR("Withy Green"), &terms, NULL);
	mb_splitter_free(own);
	return again == MB_OK ? rc : MB_ESTORE;
}

Test(terms, can_split_again_after_a_failure)
{
	fault_each_allocation(split_again_after_a_failure);
}

static int stem_once(void)
{
	struct mb_stemmer *own = mb_stemmer_new();
	int rc = own ? MB_OK : MB_ENOMEM;

	mb_stemmer_free(own);
	return rc;
}

Test(terms, makes_no_stemmer_without_memory)
{
	fault_each_allocation(stem_once);
}
