#include "excerpt.h"

#include <string.h>

#include "ask.h"
#include "minutebook/text.h"
#include "support/fault.h"
#include "support/text.h"

static struct archive archive;
static struct mb_reader *reader;
static struct mb_splitter *splitter;
static struct mb_arena arena;
static struct query query;

static void open_archive(void)
{
	archive_open(&archive);
	cr_assert(mb_reader_open(archive.all, &reader, NULL) == MB_OK);
	splitter = mb_splitter_new();
	cr_assert(splitter != NULL);
}

static void close_archive(void)
{
	mb_splitter_free(splitter);
	mb_reader_close(reader);
	mb_arena_release(&arena);
	archive_close(&archive);
}

TestSuite(excerpt, .init = open_archive, .fini = close_archive);

static const double even[PLAN_MAX_LEAVES] = { 1, 1, 1, 1 };

static struct plan plan_of(const char *text)
{
	const struct plan_options options = { .sort = SORT_RANK };
	struct query_fault fault;
	struct plan plan;

	cr_assert(query_parse(mb_str_of(text), ASK_TODAY, &arena, &query,
			      &fault, NULL) == MB_OK);
	cr_assert(plan_make(&query, &options, reader, &arena, &plan, NULL) ==
		  MB_OK);
	return plan;
}

/* What holds for every excerpt of any text. */
static void expect_sound(struct mb_str text, const struct excerpt *e,
			 const char *what)
{
	size_t last = 0;

	cr_assert(e->text.ptr >= text.ptr &&
		      e->text.ptr + e->text.len <= text.ptr + text.len,
		  "%s: not a part of the paragraph", what);
	cr_expect(mb_utf8_is_valid(e->text), "%s: cut in a character", what);
	cr_expect(e->is_cut_before == (e->text.ptr > text.ptr), "%s", what);
	cr_expect(e->is_cut_after ==
		      (e->text.ptr + e->text.len < text.ptr + text.len),
		  "%s", what);
	for (size_t i = 0; i < e->n_marks; i++) {
		const struct mark *m = &e->marks[i];
		struct mb_str marked;

		cr_assert(m->start >= last && m->start < m->end &&
			      m->end <= e->text.len,
			  "%s: mark %zu", what, i);
		marked = mb_str_slice(e->text, m->start, m->end);
		cr_expect(mb_utf8_is_valid(marked), "%s: '%.*s'", what,
			  MB_STR_ARG(marked));
		last = m->end;
	}
}

/* The excerpt with its marks in brackets and its cuts as dots. */
static const char *shown(const char *question, const char *text, size_t limit)
{
	struct plan plan = plan_of(question);
	struct mb_buf out = MB_BUF_INIT;
	struct mb_str copy;
	struct excerpt e;
	size_t at = 0;

	cr_assert(excerpt_make(splitter, &plan, even, mb_str_of(text), limit,
			       &arena, &e, NULL) == MB_OK);
	expect_sound(mb_str_of(text), &e, question);
	mb_buf_add(&out, e.is_cut_before ? MB_STR("...") : MB_STR(""));
	for (size_t i = 0; i < e.n_marks; i++) {
		mb_buf_add(&out, mb_str_slice(e.text, at, e.marks[i].start));
		mb_buf_add_char(&out, '[');
		mb_buf_add(&out, mb_str_slice(e.text, e.marks[i].start,
					      e.marks[i].end));
		mb_buf_add_char(&out, ']');
		at = e.marks[i].end;
	}
	mb_buf_add(&out, mb_str_drop(e.text, at));
	mb_buf_add(&out, e.is_cut_after ? MB_STR("...") : MB_STR(""));
	cr_assert(mb_buf_move(&out, &arena, &copy, NULL) == MB_OK);
	mb_buf_release(&out);
	return copy.ptr;
}

Test(excerpt, marks_every_match_in_all_its_spellings)
{
	static const struct {
		const char *query, *text, *want;
	} cases[] = {
		{ "library", "Libraries and a library.",
		  "[Libraries] and a [library]." },
		{ "anti-racism", "Anti-racism, anti racism, antiracism.",
		  "[Anti-racism], [anti racism], [antiracism]." },
		{ "anti racism", "Anti-racism and antiracism.",
		  "[Anti]-[racism] and [antiracism]." },
		{ "\"public health\"", "Public health is public.",
		  "[Public health] is public." },
		{ "librar*", "A librarian's library.",
		  "A [librarian's] [library]." },
		{ "sian", "Councillor Si\xC3\xA2n Pryce",
		  "Councillor [Si\xC3\xA2n] Pryce" },
		{ "o'brien",
		  "Councillor O\xE2\x80\x99"
		  "Brien's motion",
		  "Councillor [O\xE2\x80\x99"
		  "Brien's] motion" },
		{ "5000",
		  "cost \xC2\xA3"
		  "5,000.",
		  "cost \xC2\xA3[5,000]." },
		{ "pond -weed", "Weed in the pond.", "Weed in the [pond]." },
		{ "the pond", "The pond.", "The [pond]." },
		{ "title:pond hedge", "The pond and the hedge.",
		  "The pond and the [hedge]." },
		{ "pond NEAR hedge", "The pond and the hedge.",
		  "The [pond] and the [hedge]." },
		{ "\"pond hedge\"~3", "The pond and the hedge.",
		  "The [pond] and the [hedge]." },
		{ "housng~1 pond", "Housing by the pond.",
		  "[Housing] by the [pond]." },
		{ "speaker:x", "Nothing to mark.", "Nothing to mark." },
		{ "pond", "", "" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		text_expect(mb_str_of(shown(cases[i].query, cases[i].text,
					    EXCERPT_CHARS)),
			    cases[i].want, cases[i].query);
}

Test(excerpt, begins_with_the_sentence_that_matches)
{
	static const char text[] =
	    "The clerk opened the meeting. Mr. A. Tansley, who lives by the "
	    "green, said that the pond was full of weed. It had been so for "
	    "a year. Nobody else spoke.";

	text_expect(mb_str_of(shown("pond", text, 90)),
		    "...Mr. A. Tansley, who lives by the green, said that the "
		    "[pond] was full of weed....",
		    "one sentence");
	text_expect(mb_str_of(shown("clerk", text, 60)),
		    "The [clerk] opened the meeting....", "the first");
	text_expect(mb_str_of(shown("year", text, 60)),
		    "...It had been so for a [year]. Nobody else spoke.",
		    "the last ones");
}

Test(excerpt, prefers_where_the_words_stand_together)
{
	text_expect(
	    mb_str_of(shown("pond weed",
			    "The pond was seen first. The hedge came next. "
			    "Then the pond and its weed were seen again.",
			    50)),
	    "...Then the [pond] and its [weed] were seen again.", "both words");
}

Test(excerpt, takes_list_entries_for_sentences)
{
	text_expect(mb_str_of(shown("hedge",
				    "The following was agreed:\n"
				    "\xE2\x80\xA2 to clear the pond;\n"
				    "\xE2\x80\xA2 to cut the hedge;\n"
				    "\xE2\x80\xA2 to thank the club.",
				    30)),
		    "...\xE2\x80\xA2 to cut the [hedge];...", "one entry");
}

Test(excerpt, cuts_long_sentences_at_words)
{
	struct mb_buf text = MB_BUF_INIT;
	const char *got;

	for (int i = 0; i < 100; i++)
		mb_buf_add_format(&text, "word%d ", i);
	mb_buf_add(&text, MB_STR("pond and more words after it"));
	mb_buf_add_char(&text, '\0');
	got = shown("pond", text.ptr, 80);
	cr_expect(mb_str_starts(mb_str_of(got), MB_STR("...word")), "%s", got);
	cr_expect(mb_str_find(mb_str_of(got), MB_STR("[pond] and")) !=
			  MB_STR_NONE &&
		      strlen(got) < 80 + 10,
		  "%s", got);
	got = shown("word3", text.ptr, 60);
	text_expect(mb_str_of(got),
		    "word0 word1 word2 [word3] word4 word5 word6 word7 "
		    "word8 word9...",
		    "the beginning");
	mb_buf_release(&text);
}

/* No blank for longer than an excerpt: an address, or no Latin script. */
Test(excerpt, cuts_what_has_no_blanks_at_characters)
{
	struct mb_buf text = MB_BUF_INIT;
	const char *got;

	for (int i = 0; i < 200; i++)
		mb_buf_add(&text, MB_STR("\xE8\xAD\xB0"));
	mb_buf_add(&text, MB_STR(" pond"));
	mb_buf_add_char(&text, '\0');
	got = shown("speaker:x", text.ptr, 50);
	cr_expect(eq(sz, mb_utf8_count(mb_str_of(got)), 53), "%s", got);
	(void)shown("pond", text.ptr, 50);
	mb_buf_release(&text);
}

/* The words before a match must not push it over the limit. */
Test(excerpt, shows_a_long_match_alone_and_whole)
{
	static const char text[] = "We heard that the pond and the library "
				   "were near.";

	text_expect(mb_str_of(shown("\"pond and the library\"", text, 22)),
		    "...[pond and the library]...", "it fits");
	text_expect(mb_str_of(shown("\"pond and the library\"", text, 9)),
		    "...[pond and the library]...", "it does not");
}

/* A whole meeting on one line: each match was looked for from its start. */
Test(excerpt, reads_a_long_line_once, .timeout = 20)
{
	struct mb_buf text = MB_BUF_INIT;
	const char *got;

	for (int i = 0; i < 30000; i++)
		mb_buf_add(&text,
			   MB_STR("the pond and the library were near "));
	mb_buf_add_char(&text, '\0');
	got = shown("pond library", text.ptr, 40);
	cr_expect(
	    mb_str_find(mb_str_of(got), MB_STR("[pond] and the [library]")) !=
		MB_STR_NONE,
	    "%s", got);
	mb_buf_release(&text);
}

/* --- properties -------------------------------------------------------- */

static unsigned long long state = 11;

static unsigned pick(unsigned n)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(state >> 33) % n;
}

/* A paragraph of odd pieces. */
static struct mb_str make_text(struct mb_buf *out)
{
	static const char *const pieces[] = {
		"library ",
		"libraries, ",
		"Anti-racism ",
		"anti racism; ",
		"pond. ",
		"Pond! ",
		"word ",
		"Mr. ",
		"e.g. ",
		"\n",
		"\xE2\x80\xA2 ",
		"Si\xC3\xA2n ",
		"\xC2\xA3"
		"5,000 ",
		"\xF0\x9F\x8F\x9B ",
		"na\xC3\xAFve ",
		"\xE8\xAD\xB0",
		"(weed) ",
		"co-operat-\nion ",
		"https://larkhythe.example/a/very/long/address ",
		"  ",
		"O\xE2\x80\x99"
		"Brien ",
		"\xEF\xAC\x81"
		"ne ",
		"\xE1\xBA\x9E ",
		"e\xCC\x81 ",
	};

	mb_buf_truncate(out, 0);
	for (unsigned n = pick(60); n > 0; n--)
		mb_buf_add(
		    out,
		    mb_str_of(pieces[pick(sizeof(pieces) / sizeof(*pieces))]));
	return mb_buf_str(out);
}

Test(excerpt, is_sound_for_any_text)
{
	static const char *const queries[] = {
		"library",
		"anti-racism pond",
		"\"anti racism\"",
		"librar* weed",
		"obrien 5000",
		"sian naive",
		"fine",
		"word",
		"pond -library",
		"cooperation",
	};
	struct mb_buf text = MB_BUF_INIT;

	for (size_t q = 0; q < sizeof(queries) / sizeof(*queries); q++) {
		struct plan plan = plan_of(queries[q]);

		for (int i = 0; i < 400; i++) {
			struct mb_arena own = MB_ARENA_INIT;
			struct mb_str s = make_text(&text);
			size_t limit = 1 + pick(120);
			struct excerpt whole, e;

			cr_assert(excerpt_make(splitter, &plan, even, s, limit,
					       &own, &e, NULL) == MB_OK);
			expect_sound(s, &e, queries[q]);
			cr_assert(excerpt_make(splitter, &plan, even, s, 100000,
					       &own, &whole, NULL) == MB_OK);
			expect_sound(s, &whole, queries[q]);
			/* where there is a match, one is shown */
			cr_expect(whole.n_marks == 0 || e.n_marks > 0,
				  "%s: nothing marked in '%.*s'", queries[q],
				  MB_STR_ARG(e.text));
			mb_arena_release(&own);
		}
	}
	mb_buf_release(&text);
}

/* Whether a hit is its item's only one: it may be there by its title. */
static bool is_alone(const struct ask *a, size_t hit)
{
	for (size_t i = 0; i < a->n_hits; i++)
		if (i != hit && archive_paragraphs[a->paragraphs[i]].item ==
				    archive_paragraphs[a->paragraphs[hit]].item)
			return false;
	return true;
}

/* What a search finds in the paragraph itself is marked there. */
Test(excerpt, marks_something_in_every_paragraph_found)
{
	static const char *const queries[] = {
		"library",
		"anti-racism",
		"antiracism",
		"anti racism",
		"co-production",
		"wellbeing",
		"email",
		"o'brien",
		"s106",
		"5000",
		"1.2 million",
		"50%",
		"2020/21",
		"nhs",
		"librar*",
		"co-prod*",
		"libary~1",
		"library NEAR/20 closure",
		"\"budget levy\"~3",
		"the",
		"text:library",
		"decision:levy",
		"museum OR pond",
		"oeuvre",
		"marshellery",
		"\"public health\"",
	};

	for (size_t q = 0; q < sizeof(queries) / sizeof(*queries); q++) {
		struct search_options options = ask_usual;
		struct ask a;
		size_t n_marked = 0;

		ask_one(&a, archive.all, queries[q], &options);
		for (size_t i = 0; i < a.n_hits; i++) {
			struct excerpt e;
			struct mb_str text =
			    mb_str_of(archive_paragraphs[a.paragraphs[i]].text);

			cr_assert(excerpt_make(splitter, &a.plans[0],
					       search_factors(a.search), text,
					       EXCERPT_CHARS, &arena, &e,
					       NULL) == MB_OK);
			expect_sound(text, &e, queries[q]);
			n_marked += e.n_marks > 0;
			cr_expect(e.n_marks > 0 || is_alone(&a, i),
				  "%s: '%.*s'", queries[q], MB_STR_ARG(text));
		}
		cr_expect(gt(sz, n_marked, 0), "%s", queries[q]);
		ask_end(&a);
	}
}

static const struct plan *plan_at_hand;

static int make_once(void)
{
	struct mb_arena own = MB_ARENA_INIT;
	struct mb_splitter *own_splitter = mb_splitter_new();
	struct excerpt e;
	int rc = MB_ENOMEM;

	if (own_splitter)
		rc = excerpt_make(
		    own_splitter, plan_at_hand, even,
		    MB_STR("A library. Two libraries. The pond, the library "
			   "and the anti-racism plan. Another library again."),
		    40, &own, &e, NULL);
	mb_splitter_free(own_splitter);
	mb_arena_release(&own);
	return rc;
}

Test(excerpt, survives_running_out_of_memory_anywhere)
{
	struct plan plan = plan_of("library pond antiracism");

	plan_at_hand = &plan;
	fault_each_allocation(make_once);
}

/* --- several passages -------------------------------------------------- */

Test(excerpt, passages_do_not_overlap_and_leave_no_match_out)
{
	const struct plan plan = plan_of("library");
	struct mb_str text =
	    MB_STR("The library was closed on Monday for want of heat. The "
		   "roof of the hall had been mended by the caretaker. The "
		   "second library stayed open. Nobody spoke of the bus. In "
		   "the third library a tap was dripping.");

	for (size_t most = 1; most <= 4; most++) {
		const struct excerpt_options options = { 60, most };
		struct excerpts got = { NULL, 0, 0 };
		struct excerpt one;
		const char *end = text.ptr;

		cr_assert(excerpt_passages(splitter, &plan, even, text,
					   &options, &arena, &got,
					   NULL) == MB_OK);
		cr_assert(excerpt_make(splitter, &plan, even, text, 60, &arena,
				       &one, NULL) == MB_OK);
		cr_assert(eq(sz, got.n, most < 3 ? most : 3));
		cr_expect(got.items[got.best].text.ptr == one.text.ptr);
		for (size_t i = 0; i < got.n; i++) {
			expect_sound(text, &got.items[i], "a passage");
			cr_expect(got.items[i].text.ptr >= end, "overlap");
			cr_expect(eq(sz, got.items[i].n_marks, 1));
			end = got.items[i].text.ptr + got.items[i].text.len;
		}
	}
}

Test(excerpt, passages_of_nothing_found_are_its_beginning)
{
	const struct plan plan = plan_of("library");
	const struct excerpt_options options = { 60, 5 };
	struct excerpts got = { NULL, 0, 0 };

	cr_assert(excerpt_passages(splitter, &plan, even,
				   MB_STR("Nobody spoke of the bus."), &options,
				   &arena, &got, NULL) == MB_OK);
	cr_assert(eq(sz, got.n, 1));
	text_expect(got.items[0].text, "Nobody spoke of the bus.", "all");
}
