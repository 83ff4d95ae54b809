#include "document.h"

#include <string.h>

#include "minutebook/buf.h"
#include "support/text.h"

TestSuite(reflow);

/* Three wrapped lines tell where the margin is. */
#define WRAPPED                                                              \
	"The Panel heard how the branch at the quay had been opened to all " \
	"on\n"                                                               \
	"the first of May and how many people had come to borrow a book "    \
	"since\n"                                                            \
	"then, and it heard from those who had come to say what they had "   \
	"made\n"                                                             \
	"of it all.\n"

#define WRAPPED_JOINED                                                         \
	"paragraph The Panel heard how the branch at the quay had been "       \
	"opened "                                                              \
	"to all on the first of May and how many people had come to borrow a " \
	"book since then, and it heard from those who had come to say what "   \
	"they had made of it all.\n"

static void expect(const char *text, const char *want)
{
	document_expect(paragraphs_of(text), want);
}

Test(reflow, joins_lines_that_go_on)
{
	expect(WRAPPED, WRAPPED_JOINED);
	expect("The Chair thanked everybody for\ncoming.\n",
	       "paragraph The Chair thanked everybody for coming.\n");
	expect("Councillor Finch reported.\nCouncillor Ames asked.\n",
	       "paragraph Councillor Finch reported.\n"
	       "paragraph Councillor Ames asked.\n");
}

#define DIVIDED                                                         \
	"The Panel heard of the ambul-\nance and of the consid-\nered " \
	"view of the neigh-\nbours.\n"

/* Where words are divided "in-" is a syllable, and else a prefix. */
Test(reflow, knows_who_divides_words)
{
	expect("The rain in-\ncreases.\n", "paragraph The rain in-creases.\n");
	expect(DIVIDED "\nThe rain in-\ncreases.\n\nIt was anti-\nracist and "
		       "re-\nelected.\n",
	       "paragraph The Panel heard of the ambulance and of the "
	       "considered view of the neighbours.\n"
	       "paragraph The rain increases.\n"
	       "paragraph It was anti-racist and re-elected.\n");
}

Test(reflow, joins_lines_that_cannot_end_so)
{
	expect("It was kept since the 4th of November\n2020, when it came.\n",
	       "paragraph It was kept since the 4th of November 2020, when it "
	       "came.\n");
	expect(WRAPPED "The Panel heard from all who had come to say that they "
		       "had Resolution\n17-31. It was late.\n",
	       WRAPPED_JOINED
	       "paragraph The Panel heard from all who had come to say that "
	       "they had Resolution 17-31. It was late.\n");
	expect("They heard the second reading of Bylaw\n2020-03.\n",
	       "paragraph They heard the second reading of Bylaw 2020-03.\n");
	expect("Councillor Finch asked what was owed. The\nClerk replied that "
	       "it was little.\n",
	       "paragraph Councillor Finch asked what was owed. The Clerk "
	       "replied that it was little.\n");
	/* a day that was pushed to the next line is no number of an item */
	expect("The library will open on April\n15.\nFinance\n",
	       "paragraph The library will open on April 15.\n"
	       "paragraph Finance\n");
	expect("It will open on Monday, April\n15, 2024, at ten.\n",
	       "paragraph It will open on Monday, April 15, 2024, at ten.\n");
	expect("It will open in April\n15. Finance\n",
	       "paragraph It will open in April\nparagraph 15. Finance\n");
	expect("She was there between\nLarkhythe and Withy Green.\n",
	       "paragraph She was there between Larkhythe and Withy Green.\n");
	expect("\xE2\x80\x9CI move that there be a\nBridge at the "
	       "quay.\xE2\x80\x9D\n",
	       "paragraph \xE2\x80\x9CI move that there be a Bridge at the "
	       "quay.\xE2\x80\x9D\n");
}

/* Pages in type of many widths: lines of many lengths, all of them wrapped. */
#define UNEVEN                                                                \
	"The Panel heard how the branch at the quay had been opened to all\n" \
	"on the first of May, and how many people of all ages and from all "  \
	"parts had\n"                                                         \
	"come to borrow a book since then, and then it heard from those "     \
	"who\n"                                                               \
	"had come to say what they had made of it all, and it thanked them\n" \
	"warmly.\n"

Test(reflow, joins_lines_as_long_as_those_that_go_on)
{
	char *got = paragraphs_of(
	    UNEVEN "It agreed then to spend what had been left of the "
		   "budget for the next\nRoads Programme.\n");

	cr_expect(strstr(got, "next Roads Programme.") != NULL, "%s", got);
}

Test(reflow, joins_a_sentence_over_blank_lines)
{
	expect("The Panel heard how the branch\n\nhad been opened to all on "
	       "the\n\nfirst of May.\n",
	       "paragraph The Panel heard how the branch had been opened to "
	       "all on the first of May.\n");
	/* three of them are a gap that somebody meant */
	expect("The Panel heard how\n\n\n\nhad been opened.\n",
	       "paragraph The Panel heard how\nparagraph had been opened.\n");
}

Test(reflow, mends_words_at_line_ends)
{
	expect("The aim was to pro-\nvide more.\n", /* no such word is known */
	       "paragraph The aim was to pro-vide more.\n");
	expect("They provide much.\nThe aim was to pro-\nvide more.\n",
	       "paragraph They provide much.\n"
	       "paragraph The aim was to provide more.\n");
	expect("The CVS embedded anti-\n\nracism in its work.\n",
	       "paragraph The CVS embedded anti-racism in its work.\n");
	expect("They asked about the lib-\nrary.\n",
	       "paragraph They asked about the library.\n");
	expect("It was Councillor Moor-\nHall who asked.\n",
	       "paragraph It was Councillor Moor-\n"
	       "paragraph Hall who asked.\n");
	/* halves that stand nowhere but at this line's end are no words */
	expect("It was consid-\nered by all.\n",
	       "paragraph It was considered by all.\n");
	expect("There were thirty-\nseven of them.\n",
	       "paragraph There were thirty-seven of them.\n");
	expect("The long report was noted; a standing order was not.\n"
	       "A long-\nstanding friend spoke.\n",
	       "paragraph The long report was noted; a standing order was "
	       "not.\nparagraph A long-standing friend spoke.\n");
	/* whatever signs are around them, and words that begin like it */
	expect("The providers\xE2\x80\x99 \xE2\x80\x9Cprovide\xE2\x80\x9D.\n"
	       "The aim was to \xE2\x80\x98pro-\nvide\xE2\x80\x99 more.\n",
	       "paragraph The providers\xE2\x80\x99 "
	       "\xE2\x80\x9Cprovide\xE2\x80\x9D.\n"
	       "paragraph The aim was to "
	       "\xE2\x80\x98provide\xE2\x80\x99 more.\n");
	/* a soft hyphen only ever divides */
	expect("The li\xC2\xAD\nbrary was open.\n",
	       "paragraph The library was open.\n");
}

Test(reflow, lets_markers_labels_and_capitals_begin_paragraphs)
{
	expect("The Panel heard\n2. that it was so\n",
	       "paragraph The Panel heard\nparagraph 2. that it was so\n");
	expect("The Panel then\nRESOLVED that it be so.\n",
	       "paragraph The Panel then\n"
	       "paragraph RESOLVED that it be so.\n");
	expect("PUBLIC QUESTIONS\nNone were asked.\n",
	       "paragraph PUBLIC QUESTIONS\nparagraph None were asked.\n");
	expect("PUBLIC QUESTIONS\nAND PETITIONS\n",
	       "paragraph PUBLIC QUESTIONS AND PETITIONS\n");
	expect("12.\nLibrary review\n",
	       "paragraph 12.\nparagraph Library review\n");
	expect("the following:\nSafety\nHealth\n",
	       "paragraph the following:\nparagraph Safety\n"
	       "paragraph Health\n");
}

Test(reflow, takes_years_and_sums_inside_a_sentence_for_no_markers)
{
	expect("The accounts for the year\n2019. were approved.\n",
	       "paragraph The accounts for the year 2019. were approved.\n");
	expect("The Panel heard that there were\n388 homes in all.\n",
	       "paragraph The Panel heard that there were 388 homes in all.\n");
	expect("The meeting was held on 25th\nSeptember 2015.\n",
	       "paragraph The meeting was held on 25th September 2015.\n");
}

Test(reflow, joins_entries_with_their_own_lines)
{
	expect("- that the report which came\nlate be noted; and\n- that it "
	       "be kept.\n",
	       "entry {-} that the report which came late be noted; and\n"
	       "entry {-} that it be kept.\n");
	expect("\xC2\xB7  12.5 Frances Hale said that it\n\xC2\xB7  was so.\n",
	       "entry {\xC2\xB7} 12.5 Frances Hale said that it\n"
	       "entry {\xC2\xB7} was so.\n");
}

Test(reflow, joins_a_speaker_that_was_broken_before_the_verb)
{
	expect("The Families Programme\nManager told the Panel that it was "
	       "so.\n",
	       "paragraph The Families Programme Manager told the Panel that "
	       "it was so.\n");
	expect("Present at the start\nCouncillor Finch told the Panel that it "
	       "was so.\n",
	       "paragraph Present at the start\n"
	       "paragraph Councillor Finch told the Panel that it was so.\n");
}

Test(reflow, joins_a_name_that_was_broken_behind_its_address)
{
	expect("The Panel thanked the staff of the branch library. Ms.\n"
	       "Cotter Finch also told how it was.\n",
	       "paragraph The Panel thanked the staff of the branch library. "
	       "Ms. Cotter Finch also told how it was.\n");
}

Test(reflow, mends_paragraphs_that_a_page_tears_apart)
{
	expect("<body><p>The Panel heard how the branch</p><p>had been "
	       "opened.</p><p>Then it closed.</p></body>",
	       "paragraph The Panel heard how the branch had been opened.\n"
	       "paragraph Then it closed.\n");
}

/* 1 MiB in one paragraph once took 7 GB: each line copied all above it. */
Test(reflow, grows_a_long_paragraph_without_copying_it_for_each_line)
{
	const size_t n_lines = 8000;
	struct mb_buf text = MB_BUF_INIT;
	char *got;

	for (size_t i = 0; i < n_lines; i++)
		mb_buf_add(&text,
			   MB_STR("and so they went on about the library\n"));
	got = paragraphs_of(text_of(mb_buf_str(&text)));
	cr_expect(eq(sz, mb_str_count(mb_str_of(got), '\n'), 1));
	cr_expect(
	    eq(sz, mb_str_of(got).len, text.len + sizeof("paragraph ") - 1));
	mb_buf_release(&text);
}

/* Short paragraphs, and three lines that show where the margin is. */
Test(reflow, finds_an_even_margin_among_many_short_lines)
{
	struct mb_buf text = MB_BUF_INIT;
	struct mb_str got;

	mb_buf_add(&text, MB_STR(WRAPPED));
	for (int i = 0; i < 60; i++)
		mb_buf_add(&text, MB_STR("It was noted.\n"));
	mb_buf_add(&text, MB_STR("The Panel heard how the branch at the quay "
				 "had been opened by Councillor\n"
				 "Ames in May.\n"));
	got = mb_str_of(paragraphs_of(text_of(mb_buf_str(&text))));
	cr_expect(mb_str_find(got, MB_STR("Councillor Ames in May.")) !=
		  MB_STR_NONE);
	mb_buf_release(&text);
}

/* "Library Panel" papers of a printer with type of many widths */
#define SENTENCE                                                          \
	"The panel heard that the old books would be sold at the summer " \
	"fair.\n\n"

Test(reflow, joins_the_lines_between_blank_lines_that_divide_paragraphs)
{
	char *got = paragraphs_of(
	    SENTENCE SENTENCE SENTENCE SENTENCE SENTENCE SENTENCE
	    "The Librarian said that the list of all the books that were\n"
	    "missing had been sent to each of the branches of the county in\n"
	    "the spring and was to be sent to them again in the autumn of the\n"
	    "year.\n\n"
	    "Apologies were received from Councillors Ada Finch and Warwick\n"
	    "Spence.\n\n"
	    "The next meeting would be held in the library at seven in May,\n"
	    "1 June being a holiday.\n");

	cr_expect(strstr(got, "Warwick Spence.") != NULL, "%s", got);
	cr_expect(strstr(got, "May, 1 June being") != NULL, "%s", got);
}

Test(reflow, knows_a_day_and_a_title_in_capitals_that_go_on)
{
	char *got = paragraphs_of(
	    "72.   CONFIRMATION OF THE MINUTES OF THE\n"
	    "      PANEL HELD ON 8TH APRIL\n\n"
	    "The Chair said that the panel had met on\n"
	    "12 March. It had not met since.\n\n"
	    "The Chair thanked all who had been to the hall and to the fair\n"
	    "and who had been of help.\n\n"
	    "The Librarian would look at the roof and at the drains and at\n"
	    "the gutters.\n\n"
	    "The Treasurer would look at the books and at the bills and at\n"
	    "the bank.\n");

	cr_expect(strstr(got, "OF THE PANEL HELD") != NULL, "%s", got);
	cr_expect(strstr(got, "on 12 March. It") != NULL, "%s", got);
}
