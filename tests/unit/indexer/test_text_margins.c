#include "text_margins.h"

#include "document.h"
#include "support/text.h"

TestSuite(text_margins);

#define TITLES                                                         \
	"                    TOWN OF LARKHYTHE\n"                      \
	"IN ATTENDANCE     Mayor Jo Finch\n"                           \
	"                  Councillor Ida Ames\n"                      \
	"                  Dick Brand, Clerk\n"                        \
	"CALL TO ORDER     Mayor Finch called the meeting to order\n"  \
	"                  at 6:30 p.m.\n"                             \
	"\n"                                                           \
	"NEW BUSINESS\n"                                               \
	"Quay Road         Mr. Brand advised that the quay had been\n" \
	"                  mended.\n"                                  \
	"Motion 41/2020    Moved by Councillor Ames that the report\n" \
	"                  be received.\n"                             \
	"                                              CARRIED\n"      \
	"Library           Council discussed it.\n"                    \
	"                  The library was noted.\n"

Test(text_margins, have_titles_where_the_text_begins_beside_them)
{
	struct text_margins margins = text_margins_of(MB_STR(TITLES));

	cr_expect(eq(int, (int)margins.text, 18));
	cr_expect(eq(int, (int)margins.notes, 0));
	document_expect(
	    paragraphs_of(TITLES),
	    "paragraph TOWN OF LARKHYTHE\n"
	    "heading3 IN ATTENDANCE\n"
	    "paragraph Mayor Jo Finch\n"
	    "paragraph Councillor Ida Ames\n"
	    "paragraph Dick Brand, Clerk\n"
	    "heading3 CALL TO ORDER\n"
	    "paragraph Mayor Finch called the meeting to order at 6:30 p.m.\n"
	    "heading3 NEW BUSINESS\n"
	    "heading3 Quay Road\n"
	    "paragraph Mr. Brand advised that the quay had been mended.\n"
	    "paragraph Motion 41/2020 Moved by Councillor Ames that the report "
	    "be received.\n"
	    "paragraph CARRIED\n"
	    "heading3 Library\n"
	    "paragraph Council discussed it.\n"
	    "paragraph The library was noted.\n");
}

/* Numbers in front of the text are no titles, nor are names in columns. */
Test(text_margins, have_none_before_text_that_is_numbered_or_in_columns)
{
	cr_expect(eq(int,
		     (int)text_margins_of(
			 MB_STR("1.             Apologies were received.\n"
				"               There were none.\n"
				"2.             Minutes were agreed.\n"
				"               They were signed.\n"
				"3.             Planning was noted.\n"))
			 .text,
		     0));
	cr_expect(eq(int,
		     (int)text_margins_of(MB_STR("Jo Finch          Chair\n"
						 "Ida Ames          Clerk\n"
						 "Dick Brand        Member\n"
						 "Bo Precey         Member\n"
						 "They met at noon.\n"))
			 .text,
		     0));
}

#define NOTES                                                            \
	"1. Works\n"                                                     \
	"   It was agreed that the Clerk would chase the        Clerk\n" \
	"   county council again.\n"                                     \
	"   Cllr Finch said that the bench was broken.\n"                \
	"   It was agreed to buy a new one in the spring.       JF/IA\n" \
	"2. Lights\n"                                                    \
	"   The light in Quay Road was to be reported.          All\n"

Test(text_margins, have_who_is_to_act_in_a_column_of_their_own)
{
	struct text_margins margins = text_margins_of(MB_STR(NOTES));

	cr_expect(eq(int, (int)margins.notes, 55));
	document_expect(
	    paragraphs_of(NOTES),
	    "paragraph 1. Works\n"
	    "paragraph It was agreed that the Clerk would chase the county "
	    "council again.\n"
	    "note Clerk\n"
	    "paragraph Cllr Finch said that the bench was broken.\n"
	    "paragraph It was agreed to buy a new one in the spring.\n"
	    "note JF/IA\n"
	    "paragraph 2. Lights\n"
	    "paragraph The light in Quay Road was to be reported.\n"
	    "note All\n");
}

/* What something costs is no person. */
Test(text_margins, have_no_notes_in_a_table_of_payments)
{
	cr_expect(eq(
	    int,
	    (int)text_margins_of(
		MB_STR(
		    "Finch and Sons, mowing of the green in May      285.00\n"
		    "Ames Brothers, repair of the bench on the quay   90.00\n"
		    "Brand Limited, paint for the railings in June    12.50\n"))
		.notes,
	    0));
}
