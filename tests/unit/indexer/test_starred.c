#include "starred.h"

#include "document.h"
#include "minutebook/doc.h"
#include "support/text.h"

TestSuite(starred);

#define HEAD                                                             \
	"MOORHAVEN COUNCIL\n\nMinutes of the Harbour Committee held on " \
	"4 May 2021\n\n"
#define TAIL "\n1. Minutes\n\nThey were signed.\n\n2. Quay\n\nIt was noted.\n"

static void expect_people(const char *text, const char *want)
{
	document_expect(document_people(document_of(text)), want);
}

Test(starred, are_those_who_came)
{
	expect_people(HEAD "Members:\n* Cllr Ida Finch (Chair)\n"
			   "* Cllr Jo Ames\nCllr Dick Precey\n\n"
			   "* = Present\n\nOfficers: Mrs Penn, Clerk\n" TAIL,
		      "Cllr Ida Finch (Chair) present\n"
		      "Cllr Jo Ames present\n"
		      "Cllr Dick Precey absent\n"
		      "Mrs Penn (Clerk) in attendance\n");
}

Test(starred, may_stand_beside_each_other)
{
	expect_people(HEAD
		      "Present:\n"
		      "*Councillor Ida Finch (Chair)   *Councillor Jo Ames\n"
		      " Councillor Dick Precey         *Councillor Al Moor\n"
		      "*Councillor Bo Tully            Councillor Di West\n\n"
		      "*denotes attendance\n" TAIL,
		      "Councillor Ida Finch (Chair) present\n"
		      "Councillor Jo Ames present\n"
		      "Councillor Dick Precey absent\n"
		      "Councillor Al Moor present\n"
		      "Councillor Bo Tully present\n"
		      "Councillor Di West absent\n");
}

Test(starred, may_have_the_star_behind_them)
{
	expect_people(HEAD "Members (*present)\n"
			   "Councillors Ida Finch* (Chair), Jo Ames*, Dick "
			   "Precey, Al Moor* and Di West\n\n"
			   "Officers: Mrs Penn, Clerk\n" TAIL,
		      "Councillor Ida Finch (Chair) present\n"
		      "Councillor Jo Ames present\n"
		      "Councillor Dick Precey absent\n"
		      "Councillor Al Moor present\n"
		      "Councillor Di West absent\n"
		      "Mrs Penn (Clerk) in attendance\n");
}

Test(starred, may_be_those_who_did_not_come)
{
	expect_people(HEAD "Members:\n* Cllr Ida Finch\nCllr Jo Ames\n"
			   "Cllr Dick Precey\n\n* denotes apologies\n" TAIL,
		      "Cllr Ida Finch apologies\n"
		      "Cllr Jo Ames present\n"
		      "Cllr Dick Precey present\n");
}

Test(starred, are_excused_once)
{
	expect_people(HEAD "Members:\n* Cllr Ida Finch\n* Cllr Jo Ames\n"
			   "Cllr Dick Precey\n\n* = Present\n\n"
			   "1. Apologies for absence\n\nApologies were "
			   "received from Cllr Precey.\n\n2. Quay\n\nNoted.\n",
		      "Cllr Ida Finch present\n"
		      "Cllr Jo Ames present\n"
		      "Cllr Dick Precey apologies\n");
}

Test(starred, are_no_more_than_others_where_no_line_says_why)
{
	const char *const legends[] = { "", "* = Cabinet Member\n",
					"* Substitute member\n" };

	for (size_t i = 0; i < sizeof(legends) / sizeof(*legends); i++) {
		char text[1000];

		snprintf(text, sizeof(text),
			 HEAD "Present:\n* Cllr Ida Finch\n* Cllr Jo Ames\n"
			      "Cllr Dick Precey\n\n%s" TAIL,
			 legends[i]);
		expect_people(text, "Cllr Ida Finch present\n"
				    "Cllr Jo Ames present\n"
				    "Cllr Dick Precey present\n");
	}
}

Test(starred, are_not_bullets_below_a_label_that_is_one)
{
	expect_people(HEAD "* Present\n\nCllr Ida Finch\nCllr Jo Ames\n\n"
			   "* Apologies\n\nCllr Dick Precey\n" TAIL,
		      "Cllr Ida Finch present\n"
		      "Cllr Jo Ames present\n"
		      "Cllr Dick Precey apologies\n");
}
