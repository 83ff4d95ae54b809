#include "mentions.h"

#include "document.h"
#include "minutebook/buf.h"
#include "speakers.h"
#include "support/text.h"

TestSuite(mentions);

/* The names mentioned, one a line, each checked against its place. */
static char *mentions_of(const char *text, const struct mb_doc *doc)
{
	const struct mb_doc nobody = { .n_attendance = 0 };
	struct mb_arena arena = MB_ARENA_INIT;
	struct blocks blocks = blocks_in(&arena);
	struct mb_paragraph p = { .text = mb_str_of(text) };
	struct mb_buf buf = MB_BUF_INIT;
	char *got;

	speaker_find(p.text, doc, &p.speaker);
	mentions_find(&blocks, doc ? doc : &nobody, &p);
	for (size_t i = 0; i < p.n_mentions; i++) {
		struct mb_str name = p.mentions[i].as_written;

		cr_expect(mb_str_starts(
			      mb_str_drop(p.text, p.mentions[i].start), name),
			  "'%.*s' is not at byte %zu of '%s'", MB_STR_ARG(name),
			  p.mentions[i].start, text);
		mb_buf_add(&buf, name);
		mb_buf_add_char(&buf, '\n');
	}
	got = text_of(mb_buf_str(&buf));
	mb_buf_release(&buf);
	mb_arena_release(&arena);
	return got;
}

Test(mentions, are_all_who_are_named_but_the_speaker)
{
	const struct {
		const char *text, *want;
	} cases[] = {
		{ "Councillor Finch thanked Councillor Ames and Mr Brand.",
		  "Councillor Ames\nMr Brand\n" },
		{ "In response to Councillor Ames, the Clerk said so.",
		  "Councillor Ames\n" },
		{ "It was asked by Councillors Finch, Ames and Precey why.",
		  "Finch\nAmes\nPrecey\n" },
		{ "The Panel heard that Stephen Hale had expressed doubts.",
		  "Stephen Hale\n" },
		{ "They heard of Councillor Ames's letter.",
		  "Councillor Ames\n" },
		{ "It was The Mayor Finch who asked.", "Mayor Finch\n" },
		{ "For: Councillors Finch, Ames\nAgainst: none",
		  "Finch\nAmes\n" },
		{ "Councillors S Finch (illness) and T Ames (away).",
		  "S Finch\nT Ames\n" },
		{ "Signed. Seconded: Mr Lam. Carried.", "Mr Lam\n" },
		{ "They stood for the late Stephen Hale of the Wharf.",
		  "Stephen Hale\n" },
		/* what stands at a place may have been mended */
		{ "The lamp at Withy Corner had been mended.", "" },
		/* a place does nothing */
		{ "They met at Basin Street near Withy Green.", "" },
		{ "Councillor Finch asked; Councillor Finch was told.",
		  "Councillor Finch\n" },
		{ "Cllr", "" },
		{ "", "" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		document_expect(mentions_of(cases[i].text, NULL),
				cases[i].want);
}

Test(mentions, are_bare_names_of_which_the_text_tells_that_they_are_people)
{
	const struct {
		const char *text, *want;
	} cases[] = {
		{ "They noted the appointment of Ana Precey to succeed him.",
		  "Ana Precey\n" },
		{ "He reported the election of Ana Precey as Mayor.",
		  "Ana Precey\n" },
		{ "There was Ana Precey as the new Head of Housing.",
		  "Ana Precey\n" },
		{ "A letter came from Ana Precey's brother.", "Ana Precey\n" },
		{ "Then Ana Precey and Hugh Ames had not stood.",
		  "Ana Precey\nHugh Ames\n" },
		{ "A room would be named for Ana Precey.", "Ana Precey\n" },
		{ "The one who would succeed Ana Precey in April.",
		  "Ana Precey\n" },
		/* no people */
		{ "They heard the Head of Internal Finds thought so.", "" },
		{ "Men born in Eastern Marland, who had no doctor.", "" },
		{ "A letter came from Tidal Marland's engineers.", "" },
		{ "There were thirty councillors. Seven were new.", "" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		document_expect(mentions_of(cases[i].text, NULL),
				cases[i].want);
}

Test(mentions, are_found_by_the_full_names_of_the_attendance)
{
	struct mb_attendee people[] = { { .name = MB_STR("Frances Hale") },
					{ .name = MB_STR("Hale") } };
	struct mb_doc doc = { .attendance = people, .n_attendance = 2 };

	document_expect(mentions_of("They thanked Frances Hale.", &doc),
			"Frances Hale\n");
	document_expect(mentions_of("They thanked Frances Haleson.", &doc),
			"Frances Haleson\n");
	document_expect(mentions_of("They thanked Hale.", &doc), "");
}

/* A title before a title before a title took minutes at 300,000 of them. */
Test(mentions, are_not_sought_behind_endless_titles)
{
	struct mb_buf text = MB_BUF_INIT;
	char *got;

	for (int i = 0; i < 100000; i++)
		mb_buf_add(&text, MB_STR("Cllr "));
	got = mentions_of(text_of(mb_buf_str(&text)), NULL);
	cr_expect(mb_str_starts(mb_str_of(got), MB_STR("Cllr Cllr ")));
	mb_buf_release(&text);
}
