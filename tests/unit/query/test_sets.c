/*
 * What a search finds, against the oracle's answer from the same archive.
 */
#include <string.h>

#include "ask.h"
#include "oracle.h"
#include "support/text.h"

static struct archive archive;

static void open_archive(void)
{
	archive_open(&archive);
}

static void close_archive(void)
{
	archive_close(&archive);
}

TestSuite(sets, .init = open_archive, .fini = close_archive);

/* Queries that find something. */
static const char *const found[] = {
	/* words */
	"library",
	"libraries",
	"LIBRARY",
	"closure",
	"closed",
	"museum",
	"budget",
	"budgets",
	"sian",
	"Si\xC3\xA2n",
	"naive",
	"na\xC3\xAFve",
	"oeuvre",
	"organise",
	"organize",
	"organizing",
	"worth",
	"worthing",
	"=worth",
	"=worthing",
	"=library",
	"=libraries",
	"=closures library",
	"=anti",
	"crossing",
	"hedge",
	"weed",
	"nhs",
	"N.H.S.",
	"=benches",
	"okafor",
	"pryce",
	"everybody's",
	"21/0117",
	/* several words */
	"library closure",
	"closure library",
	"library museum",
	"budget levy",
	"the library",
	"what the closure",
	"library AND closure",
	"okafor budget levy",
	"museum closure library institute",
	"libraries closure", /* one in the title */
	"budget museum",
	"worthing price",
	/* stop words */
	"the",
	"that",
	"to the",
	"who",
	"(the OR library) closure",
	"the OR library",
	"library -the",
	"who draw",
	/* spellings */
	"anti-racism",
	"anti racism",
	"antiracism",
	"\"anti racism\"",
	"\"anti-racism\"",
	"\"antiracism\"",
	"=anti-racism",
	"=antiracism",
	"anti\xE2\x80\x93racism",
	"anti-racism plan",
	"antiracism training",
	"anti racism week",
	"\"anti-racism week\"",
	"\"antiracism week\"",
	"co-production",
	"coproduction",
	"co production",
	"co-production youth",
	"wellbeing",
	"well-being",
	"email",
	"e-mailed",
	"O'Brien",
	"OBrien",
	"o\xE2\x80\x99"
	"brien",
	"brien",
	"S.106",
	"S106",
	"106",
	"\xC2\xA3"
	"5,000",
	"5000",
	"5,000",
	"\xC2\xA3"
	"1.2m",
	"1200000",
	"1.2 million",
	"50%",
	"\"50 per cent\"",
	"2,730",
	"2730",
	"2020/21",
	"2020-21",
	"marsh-ellery",
	"marshellery",
	/* phrases */
	"\"public health\"",
	"\"action plan\"",
	"\"one year on\"",
	"\"the library was\"",
	"\"council tax and budget\"",
	"\"worthing lane\"",
	"\"the budget and the levy\"",
	"\"the librar\"*",
	"\"opening hours\" museum",
	"\"library\"",
	"=\"library\"",
	/* prefixes and slips */
	"librar*",
	"clos*",
	"organis*",
	"coprod*",
	"co-prod*",
	"21*",
	"housng~1",
	"libary~1",
	"musuem~2",
	"budget~1",
	/* OR */
	"museum OR pond",
	"museum | pond",
	"(museum OR pond) library",
	"library (museum OR closure)",
	"hedge OR weed OR crossing",
	"budget levy OR pond weed",
	"nothing OR pond",
	/* NOT */
	"library -closure",
	"library NOT closure",
	"library AND NOT closure",
	"-library",
	"NOT (library OR closure OR budget)",
	"budget -(levy OR museum)",
	"-\"public health\" library",
	"NOT NOT library",
	"-(-library)",
	"-pond -library -budget -the",
	"library -=library",
	"budget OR -the",
	/* NEAR */
	"library NEAR closure",
	"library NEAR/20 closure",
	"library NEAR/12 closure",
	"(library OR libraries) NEAR/8 closure",
	"closure NEAR/8 (library OR libraries)",
	"\"last warm room\" NEAR street",
	"budget NEAR/3 levy",
	"levy NEAR/3 budget",
	"anti-racism NEAR/6 training",
	"antiracism NEAR/2 week",
	"library NEAR/20 closure NEAR/20 museum",
	"library -(library NEAR/3 closure)",
	"\"budget levy\"~3",
	"\"library closure\"~12",
	"title:\"year libraries\"~2",
	/* fields of words */
	"title:library",
	"title:libraries closure",
	"item:budget",
	"title:budget okafor",
	"title:(pond OR planning)",
	"title:pond title:planning",
	"-title:library library",
	"title:\"anti-racism action\"",
	"title:antiracism",
	"title:=libraries",
	"text:library",
	"text:budget title:budget",
	"text:\"anti racism\"",
	"decision:budget",
	"decision:(levy OR shelves)",
	"decision:antiracism plan",
	"-decision:budget levy",
	"topic:finance",
	"topic:Finance okafor",
	"topic:culture closure",
	"topic:(equality parks)",
	"topic:culture topic:planning",
	"library -topic:finance",
	"(topic:climate OR pond)",
	"(topic:housing okafor) OR hedge",
	"topic:\"children\" youth",
	"topic:health speaker:\"director of public health\"",
	/* people */
	"speaker:okafor",
	"by:okafor",
	"speaker:\"Councillor Okafor\"",
	"speaker:OKAFOR",
	"speaker:banks",
	"speaker:bank",
	"speaker:sian",
	"speaker:\"Marsh-Ellery\"",
	"speaker:\"marsh ellery\"",
	"speaker:marshellery",
	"speaker:ellery",
	"speaker:okaf*",
	"speaker:obrien",
	"speaker:o'brien",
	"speaker:(okafor OR banks)",
	"speaker:okafor speaker:banks",
	"-speaker:okafor budget",
	"speaker:okafor -speaker:banks budget",
	"speaker:\"director of public health\"",
	"mentions:okafor",
	"mentions:\"Mrs Tansley\"",
	"mentions:okafor OR library",
	"mover:banks",
	"seconder:o'brien",
	"present:okafor",
	"present:\"Director of Public Health\"",
	"present:bank",
	"apologies:worthing",
	"person:okafor -speaker:okafor",
	"person:worthing",
	"person:tansley pond",
	"-person:okafor library",
	/* records */
	"council:larkhythe library",
	"council:\"withy green\"",
	"committee:cabinet",
	"body:scrutiny",
	"committee:wellbeing",
	"committee:\"well-being\"",
	"kind:decision",
	"kind:DECISION budget",
	"kind:(vote OR agenda)",
	"kind:vote library",
	"-kind:minute",
	"number:2.1",
	"number:7",
	"number:21/14",
	"path:withy",
	"path:SCRUTINY budget",
	"format:html",
	"format:markdown museum",
	/* time */
	"date:2019",
	"date:2019-03-12",
	"date:12/3/2019 library",
	"date:2018/19",
	"date:2021/22",
	"date:mar-2019",
	"date:2019..2020 budget",
	"date:..2019-12-31 closure",
	"date:2021..",
	"date:2019-06-25..2020-02",
	"since:2020",
	"after:2020 library",
	"until:2019",
	"before:june-2019 library",
	"year:2019",
	"year:2019 year:2021",
	"-date:2019 library",
	"since:2019-06-25 until:2020-02-26 budget",
	"date:2018/19 date:2021/22 library",
	"added:2000..",
	/* states */
	"has:vote",
	"has:decision budget",
	"has:document",
	"-has:speaker library",
	"is:boilerplate",
	"-is:boilerplate banks",
	"is:draft levy",
	"result:carried",
	"result:lost library",
	"result:(carried OR lost)",
	/* filters and OR, brackets */
	"library OR pond date:2021",
	"date:2021 library OR pond",
	"(library date:2019) OR (pond date:2021)",
	"(speaker:okafor OR library)",
	"(speaker:okafor library) OR hedge",
	"-(speaker:okafor) budget",
	"-(-speaker:okafor) budget",
	"-(speaker:okafor OR speaker:banks) budget",
	"(mentions:okafor) (speaker:sian)",
	"library (speaker:okafor OR speaker:\"director of public health\")",
	"(library -speaker:okafor) OR (pond -kind:decision)",
	"((((library))))",
	"budget (title:council OR speaker:bank)",
	"(speaker:okafor)",
	"(kind:decision kind:vote) library",
	/* titles alone */
	"\"date of next meeting\"",
	"declarations",
	"charter",
	"planning",
	"meeting",
	"apologies absence",
	/* what says nothing */
	"\xC2\xA3 library",
	"library AND",
	"OR library",
	"AND AND library",
	"library ()",
	"\"\" library",
};

/* Queries that find nothing here, and are none the worse for it. */
static const char *const missed[] = {
	"unicorn",
	"=worths",
	"library unicorn",
	"closure -library -libraries",
	"-\"action plan\" anti-racism",
	"\"library closure\"",
	"\"plan action\"",
	"\"year one\"",
	"library NEAR/1 closure",
	"library NEAR/3 pond",
	"budget -budget",
	"speaker:thom",
	"speaker:worthing",
	"mentions:\"Mr Tansley\"",
	"(mentions:okafor) (mentions:tansley)",
	"date:1999",
	"date:2019 date:2020 speaker:tansley",
	"title:deputation",
	"text:declarations",
	"decision:homework",
	"unicorn*",
	"zzzzzz~1",
	"is:cancelled",
	"format:pdf",
	"path:nowhere",
	"number:99",
	"-(the OR a OR of OR to OR was OR for OR no OR site OR votes OR none"
	" OR museum OR proposal OR apologies OR meeting OR borough) pond"
	" -pond",
};

static size_t count(const bool *set)
{
	size_t n = 0;

	for (int i = 0; i < archive_n_paragraphs; i++)
		n += set[i];
	return n;
}

/* Asks both and compares; how many there are. */
static size_t compare(struct oracle *oracle, const char *query,
		      const struct search_options *options)
{
	bool want[100], got[100] = { false };
	struct ask a;

	ask_one(&a, archive.all, query, options);
	oracle_ask(oracle, &a.query, want);
	for (size_t i = 0; i < a.n_hits; i++) {
		cr_expect(got[a.paragraphs[i]] == false, "%s: a hit twice",
			  query);
		got[a.paragraphs[i]] = true;
		cr_expect(eq(int, (int)a.hits[i].level, LEVEL_ALL));
	}
	for (int i = 0; i < archive_n_paragraphs; i++)
		cr_expect(got[i] == want[i], "%s: %s '%.60s'", query,
			  want[i] ? "misses" : "has",
			  archive_paragraphs[i].text);
	cr_expect(a.count == (int64_t)count(want), "%s: counts %d of %zu",
		  query, (int)a.count, count(want));
	ask_end(&a);
	return count(want);
}

static void compare_all(const struct search_options *options)
{
	struct oracle *oracle = oracle_new();

	for (size_t i = 0; i < sizeof(found) / sizeof(*found); i++)
		cr_expect(compare(oracle, found[i], options) > 0,
			  "%s: finds nothing", found[i]);
	for (size_t i = 0; i < sizeof(missed) / sizeof(*missed); i++)
		cr_expect(compare(oracle, missed[i], options) == 0,
			  "%s: finds something", missed[i]);
	oracle_free(oracle);
}

Test(sets, are_those_of_a_search_without_an_index)
{
	compare_all(&ask_usual);
}

Test(sets, are_the_same_in_the_order_of_time)
{
	struct search_options options = ask_usual;

	options.sort = SORT_DATE;
	compare_all(&options);
}

Test(sets, are_the_same_newest_first)
{
	struct search_options options = ask_usual;

	options.sort = SORT_DATE_DESC;
	compare_all(&options);
}

/* What is wanted is a page; the pages together are the whole. */
Test(sets, are_whole_when_read_page_by_page)
{
	static const enum plan_sort sorts[] = { SORT_RANK, SORT_DATE,
						SORT_DATE_DESC };

	for (size_t i = 0; i < sizeof(found) / sizeof(*found); i++) {
		struct search_options options = ask_usual;
		struct ask whole, page;
		size_t n = 0;

		options.sort = sorts[i % 3];
		ask_one(&whole, archive.all, found[i], &options);
		options.limit = 3;
		options.needs_count = false;
		do {
			options.offset = (int64_t)n;
			ask_one(&page, archive.all, found[i], &options);
			for (size_t k = 0; k < page.n_hits; k++, n++)
				cr_expect(n < whole.n_hits &&
					      page.paragraphs[k] ==
						  whole.paragraphs[n],
					  "%s: hit %zu", found[i], n);
			ask_end(&page);
		} while (page.n_hits == 3);
		cr_expect(eq(sz, n, whole.n_hits), "%s", found[i]);
		ask_end(&whole);
	}
}

/* Two indexes of a half each are one index of all. */
Test(sets, are_the_same_over_several_indexes)
{
	char first[ARCHIVE_PATH_BYTES], second[ARCHIVE_PATH_BYTES];
	const char *halves[] = { first, second };

	archive_write(&archive, "first.db", 0, 2, first);
	archive_write(&archive, "second.db", 2, archive_n_docs - 2, second);
	for (size_t i = 0; i < sizeof(found) / sizeof(*found); i++) {
		bool want[100] = { false }, got[100] = { false };
		struct ask one, two;
		struct mb_err err = { .msg = "" };

		/* what a word's spellings are is each index's knowledge */
		if (mb_str_find_char(mb_str_of(found[i]), '-') != MB_STR_NONE ||
		    mb_str_find_char(mb_str_of(found[i]), '~') != MB_STR_NONE)
			continue;
		ask_one(&one, archive.all, found[i], &ask_usual);
		cr_assert(ask(&two, halves, 2, found[i], &ask_usual, &err) ==
			      MB_OK,
			  "%s: %s", found[i], err.msg);
		for (size_t k = 0; k < one.n_hits; k++)
			want[one.paragraphs[k]] = true;
		for (size_t k = 0; k < two.n_hits; k++)
			got[two.paragraphs[k]] = true;
		cr_expect(memcmp(want, got, sizeof(want)) == 0 &&
			      one.n_hits == two.n_hits &&
			      one.count == two.count,
			  "%s: %zu hits in one, %zu in two", found[i],
			  one.n_hits, two.n_hits);
		ask_end(&one);
		ask_end(&two);
	}
}
