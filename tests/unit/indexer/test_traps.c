/* Wordings and layouts that were once misread, from the text to the record. */
#include "document.h"
#include "extract.h"

#include "minutebook/buf.h"
#include "support/text.h"

static struct mb_arena arena;
static struct mb_doc doc;

static void release(void)
{
	mb_arena_release(&arena);
}

TestSuite(traps, .fini = release);

static void understand(const char *text)
{
	struct source source = { .path = MB_STR("minutes.txt"),
				 .bytes = mb_str_of(text) };

	cr_assert(
	    eq(int, extract_document(&source, &arena, &doc, NULL), MB_OK));
}

/* The first paragraph that begins like this. */
static const struct mb_paragraph *find(const char *beginning)
{
	static const struct mb_paragraph none = { .line = 0 };

	for (size_t i = 0; i < doc.n_items; i++)
		for (size_t k = 0; k < doc.items[i].n_paragraphs; k++)
			if (mb_str_starts(doc.items[i].paragraphs[k].text,
					  mb_str_of(beginning)))
				return &doc.items[i].paragraphs[k];
	cr_expect(false, "no paragraph begins '%s'", beginning);
	return &none;
}

#define HEAD                                                             \
	"Minutes of a meeting of the Library Committee held on 3 March " \
	"2020\n\n1. Apologies for absence\n\nThere were none.\n\n"       \
	"2. Library report\n\n"
#define TAIL "\n\n3. Date of next meeting\n\nIn May.\n"

/* --- who agrees -------------------------------------------------------- */

Test(traps, one_person_who_agrees_decides_nothing)
{
	understand(HEAD "Councillor Toms agreed that the report was late.\n\n"
			"The Director of Libraries agreed that it was.\n\n"
			"The Committee agreed that it be noted." TAIL);
	cr_expect(
	    eq(int, (int)find("Councillor Toms")->kind, MB_PARAGRAPH_MINUTE));
	text_expect(find("Councillor Toms")->speaker.as_written,
		    "Councillor Toms", "who speaks");
	cr_expect(
	    eq(int, (int)find("The Director")->kind, MB_PARAGRAPH_MINUTE));
	cr_expect(
	    eq(int, (int)find("The Committee")->kind, MB_PARAGRAPH_DECISION));
}

Test(traps, agreeing_together_decides)
{
	understand(HEAD "It was agreed that the report be noted.\n\n"
			"Members agreed that it was late.\n\n"
			"AGREED that the fees be raised." TAIL);
	cr_expect(eq(int, (int)find("It was")->kind, MB_PARAGRAPH_DECISION));
	cr_expect(eq(int, (int)find("Members")->kind, MB_PARAGRAPH_DECISION));
	cr_expect(eq(int, (int)find("AGREED")->kind, MB_PARAGRAPH_DECISION));
}

/* --- who moves --------------------------------------------------------- */

Test(traps, movers_are_found_however_it_is_put)
{
	const struct {
		const char *text, *mover, *seconder;
	} cases[] = {
		{ "The Chair moved the recommendation and Councillor Quill "
		  "seconded it.",
		  "The Chair", "Councillor Quill" },
		{ "The Deputy Chair moved, and Councillor Quill seconded, that "
		  "the report be noted.",
		  "The Deputy Chair", "Councillor Quill" },
		{ "On the motion of Councillor Fenn, seconded by Councillor "
		  "Quill, it was resolved that the report be noted.",
		  "Councillor Fenn", "Councillor Quill" },
		{ "On the proposition of the Mayor, seconded by Councillor "
		  "Quill, the report was approved.",
		  "the Mayor", "Councillor Quill" },
		{ "Councillor Fenn moved and Councillor Quill seconded the "
		  "motion of thanks.",
		  "Councillor Fenn", "Councillor Quill" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct mb_buf text = MB_BUF_INIT;
		const struct mb_paragraph *p;

		mb_buf_add_format(&text, HEAD "%s" TAIL, cases[i].text);
		mb_buf_add_char(&text, '\0');
		understand(text.ptr);
		p = &doc.items[1].paragraphs[0];
		text_expect(p->mover, cases[i].mover, cases[i].text);
		text_expect(p->seconder, cases[i].seconder, cases[i].text);
		cr_expect(eq(int, (int)p->kind, MB_PARAGRAPH_DECISION), "%s",
			  cases[i].text);
		mb_buf_release(&text);
	}
}

/* --- how a vote ends --------------------------------------------------- */

Test(traps, a_casting_vote_decides_only_where_it_says_so)
{
	const struct {
		const char *text;
		enum mb_vote_result want;
	} cases[] = {
		{ "The motion was put. For: 5 Against: 5. It was lost on the "
		  "Chair's casting vote.",
		  MB_RESULT_LOST },
		{ "On a vote, 5 for and 5 against, the Chair used his casting "
		  "vote against the motion.",
		  MB_RESULT_LOST },
		{ "On a vote, 5 for and 5 against, the Chair gave her casting "
		  "vote in favour of the motion.",
		  MB_RESULT_CARRIED },
		{ "On a vote, 5 for and 5 against, the motion was not carried.",
		  MB_RESULT_LOST },
		{ "On a vote, 3 for and 5 against, the amendment was "
		  "rejected.",
		  MB_RESULT_LOST },
		{ "On a vote, 5 for and 5 against, the Chair gave a casting "
		  "vote for refusal.",
		  MB_RESULT_UNKNOWN },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct mb_buf text = MB_BUF_INIT;

		mb_buf_add_format(&text, HEAD "%s" TAIL, cases[i].text);
		mb_buf_add_char(&text, '\0');
		understand(text.ptr);
		cr_expect(eq(sz, doc.items[1].n_votes, 1), "%s", cases[i].text);
		if (doc.items[1].n_votes > 0)
			cr_expect(eq(int, (int)doc.items[1].votes[0].result,
				     (int)cases[i].want),
				  "%s", cases[i].text);
		mb_buf_release(&text);
	}
}

/* --- pages of single items --------------------------------------------- */

Test(traps, an_item_page_has_the_line_below_its_label_as_title)
{
	understand("Agenda item\n\nlibraries and the young\n\nMinutes:\n\n"
		   "The Chair welcomed everybody.\n");
	cr_assert(eq(sz, doc.n_items, 1));
	text_expect(doc.items[0].title, "libraries and the young", "title");
	text_expect(find("The Chair")->text, "The Chair welcomed everybody.",
		    "the paragraph");
}

Test(traps, an_item_page_may_have_no_title)
{
	understand("Agenda item\n\nMinutes:\n\n"
		   "The Chair welcomed everybody.\n");
	cr_assert(eq(sz, doc.n_items, 1));
	cr_expect(eq(sz, doc.items[0].title.len, 0));
	cr_expect(eq(int, (int)find("The Chair")->kind, MB_PARAGRAPH_MINUTE));
}

Test(traps, an_item_may_be_called_minutes)
{
	understand("Agenda item\n\nMinutes\n\nTo approve them.\n\nMinutes:\n\n"
		   "They were approved.\n");
	text_expect(doc.items[0].title, "Minutes", "title");
}

Test(traps, a_link_to_the_agenda_above_it_all_hides_nothing)
{
	document_expect(
	    items_of("Library Panel\n\nRelated Documents:\n\nagenda for these "
		     "minutes\n\nMinutes of the meeting of the Library Panel "
		     "held on 4 March 2021\n\nPresent: Mr A Finch\n\n*41 "
		     "Minutes\n\nRESOLVED that they be signed.\n\n*42 Book "
		     "Prices\n\nMr Finch asked for a list.\n\n43 Hours\n\n"
		     "They were agreed.\n"),
	    "41 Minutes routine\n"
	    "  decision: RESOLVED that they be signed.\n"
	    "42 Book Prices\n"
	    "  minute: {Mr Finch} Mr Finch asked for a list.\n"
	    "43 Hours\n"
	    "  minute: They were agreed.\n");
}

Test(traps, links_lose_what_is_no_title)
{
	understand("Agenda item\n\nLibraries\n\nMinutes:\n\nThe Chair spoke.\n"
		   "\nSupporting documents:\n\n"
		   "Visits by branch 2009-2019, item 4. PDF 71 KB\n\n"
		   "Appendix 2 - Fees DOCX 1.5 MB\n\n"
		   "Notes, item 4.\n\n"
		   "A budget of 71 KB\n\n"
		   "PDF 3 KB\n");
	cr_assert(eq(sz, doc.items[0].n_documents, 5));
	text_expect(doc.items[0].documents[0].title,
		    "Visits by branch 2009-2019", "with an item");
	text_expect(doc.items[0].documents[1].title, "Appendix 2 - Fees",
		    "with a size");
	text_expect(doc.items[0].documents[2].title, "Notes", "without one");
	text_expect(doc.items[0].documents[3].title, "A budget of 71 KB",
		    "not the file's size");
	text_expect(doc.items[0].documents[4].title, "PDF 3 KB",
		    "nothing else");
}

/* --- page numbers ------------------------------------------------------ */

static bool has_line(const char *line)
{
	for (size_t i = 0; i < doc.n_items; i++)
		for (size_t k = 0; k < doc.items[i].n_paragraphs; k++) {
			struct mb_str rest = doc.items[i].paragraphs[k].text;
			struct mb_str one;

			if (mb_str_equal(doc.items[i].paragraphs[k].number,
					 mb_str_of(line)))
				return true;
			while (mb_str_next_line(&rest, &one))
				if (mb_str_equal(one, mb_str_of(line)))
					return true;
		}
	return false;
}

Test(traps, page_numbers_that_interrupt_sentences_are_dropped)
{
	understand(HEAD "Councillor Toms said that the library at Osier Hill\n"
			"had been closed for a week because of the\n\n1\n\n"
			"roof, which had been reported in May.\n\n"
			"Councillor Quill asked who would pay for it.\n\n"
			"The Clerk said that the insurers had been asked and\n"
			"that a reply was expected before the\n\n2\n\n"
			"end of the month.\n\n"
			"4. Fees\n\nThe fees were noted.\n\n3\n");
	cr_expect(not(has_line("1")));
	cr_expect(not(has_line("2")));
	cr_expect(not(has_line("3")));
	text_expect(find("The Clerk said")->text,
		    "The Clerk said that the insurers had been asked and that "
		    "a reply was expected before the end of the month.",
		    "the sentence");
}

Test(traps, numbers_of_items_that_stand_alone_are_kept)
{
	understand("Minutes of a meeting of the Library Committee held on "
		   "3 March 2020\n\n1\n\nApologies for absence\n\nThere were "
		   "none.\n\n2\n\nLibrary report\n\nThe report was noted by "
		   "the\n\n3\n\nand was late.\n\n3\n\nAny other business\n\n"
		   "None.\n");
	cr_assert(ge(sz, doc.n_items, 2));
	text_expect(doc.items[0].number, "1", "the first item");
	text_expect(doc.items[1].number, "2", "the second item");
}
