#include "votes.h"

#include "document.h"
#include "minutebook/buf.h"
#include "support/text.h"
#include "vote_result.h"

TestSuite(votes);

/* "FOR:AGAINST:ABSTAIN RESULT; for NAMES; against NAMES; abstain NAMES" */
static char *votes_in(const struct mb_doc *doc, const char *text,
		      enum mb_paragraph_kind kind)
{
	struct mb_arena arena = MB_ARENA_INIT;
	struct blocks blocks = blocks_in(&arena);
	struct mb_paragraph p = { .text = mb_str_of(text), .kind = kind };
	struct mb_item item = { .paragraphs = &p, .n_paragraphs = 1 };
	struct mb_buf buf = MB_BUF_INIT;
	char *got;

	votes_read(&blocks, doc, &item);
	for (size_t i = 0; i < item.n_votes; i++) {
		const struct mb_vote *v = &item.votes[i];
		const char *result = mb_vote_result_name(v->result);

		mb_buf_add_format(&buf, "%d:%d:%d %s", v->count[MB_VOTE_FOR],
				  v->count[MB_VOTE_AGAINST],
				  v->count[MB_VOTE_ABSTAIN],
				  result ? result : "-");
		for (int side = 0; side < MB_VOTE_SIDES; side++)
			for (size_t k = 0; k < v->n_names[side]; k++)
				mb_buf_add_format(
				    &buf, "; %s %.*s",
				    mb_vote_side_name((enum mb_vote_side)side),
				    MB_STR_ARG(v->names[side][k]));
		mb_buf_add_char(&buf, '\n');
	}
	got = text_of(mb_buf_str(&buf));
	mb_buf_release(&buf);
	mb_arena_release(&arena);
	return got;
}

static char *votes_of(const char *text)
{
	return votes_in(NULL, text, MB_PARAGRAPH_VOTE);
}

Test(votes, are_counted_by_sides)
{
	const struct {
		const char *text, *want;
	} cases[] = {
		{ "For (52)\nAgainst (0)\nAbstain (11)\nMotion carried.",
		  "52:0:11 carried\n" },
		{ "For: 26\nAgainst: 32\nThe motion was lost.",
		  "26:32:-1 lost\n" },
		{ "8 Members voting for it and 20 against, it was declared "
		  "LOST.",
		  "8:20:-1 lost\n" },
		{ "The vote was 4 for and 2 against with 1 abstention.",
		  "4:2:1 -\n" },
		{ "On the amendment there voted:\nFor (2): Councillors Finch "
		  "and Ames\nAgainst (3): the Mayor, Councillors Precey and "
		  "Tully\nAbstentions: none\nAmendment lost.",
		  "2:3:0 lost; for Councillor Finch; for Councillor Ames; "
		  "against the Mayor; against Councillor Precey; against "
		  "Councillor Tully\n" },
		{ "For (1): Councillor Finch Against (1): Councillor van Ames "
		  "Amendment lost.",
		  "1:1:-1 lost; for Councillor Finch; against Councillor van "
		  "Ames\n" },
		{ "For: Councillors Finch and Ames\nAgainst: Councillor Precey",
		  "-1:-1:-1 -; for Councillor Finch; for Councillor Ames; "
		  "against Councillor Precey\n" },
		{ "For the motion: Mr Finch\nAgainst the motion: Mrs Ames",
		  "-1:-1:-1 -; for Mr Finch; against Mrs Ames\n" },
		{ "Voting in favour: Mr Finch, Mrs Ames\nAgainst: None\n"
		  "Abstaining: Ms Tully",
		  "-1:0:-1 -; for Mr Finch; for Mrs Ames; abstain Ms Tully\n" },
		/* the count is before the side */
		{ "(Vote: 3 for, 1 against, 1 abstention)", "3:1:1 -\n" },
		{ "For the motion: Councillors Finch and Ames (2)\nFor the "
		  "amendment: Councillor Precey (1)\nThe motion was carried.",
		  "2:1:-1 carried; for Councillor Finch; for Councillor Ames; "
		  "against Councillor Precey\n" },
		{ "For the amendment 5; for the motion 3.", "3:5:-1 -\n" },
		{ "For the motion 3; for the amendment 5, which was carried.",
		  "3:5:-1 lost\n" },
		{ "For (1): Councillor Finch Against (1): Councillor Ames The "
		  "Chair gave a casting vote against the motion.",
		  "1:1:-1 lost; for Councillor Finch; against Councillor "
		  "Ames\n" },
		{ "For 4, against 7; then for 8, against 3, carried.",
		  "4:7:-1 carried\n8:3:-1 carried\n" },
		/* what is told */
		{ "The motion was carried by 4 votes to 2.",
		  "4:2:-1 carried\n" },
		{ "LOST by 5 votes to 4.", "4:5:-1 lost\n" },
		{ "Motion carried 4-1-1.", "4:1:1 carried\n" },
		{ "Motion failed 2-3.", "2:3:-1 lost\n" },
		{ "The lot at 4-1 Mill Street was sold.", "" },
		/* one side is no count */
		{ "There were 7 votes for the motion.", "" },
		{ "For: 99999999999 Against: 2", "" },
		{ "", "" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		document_expect(votes_of(cases[i].text), cases[i].want);
}

/* Who voted how in a paragraph of a meeting with four people. */
static char *told(const char *text, enum mb_paragraph_kind kind)
{
	struct mb_attendee people[] = {
		{ .name = MB_STR("Councillor Ida Finch") },
		{ .name = MB_STR("Dick Ames"), .initials = MB_STR("DA") },
		{ .name = MB_STR("Cllr Mrs Precey") },
		{ .name = MB_STR("Jo Tully") },
	};
	const struct mb_doc doc = { .attendance = people, .n_attendance = 4 };

	return votes_in(&doc, text, kind);
}

Test(votes, are_told_in_sentences)
{
	const struct {
		const char *text, *want;
	} cases[] = {
		{ "It was lost by two votes to one.", "1:2:-1 lost\n" },
		{ "RESOLVED by 7 votes to 1, with 1 abstention, to wait.",
		  "7:1:1 carried\n" },
		{ "The motion was carried, eight voting in favour and three "
		  "against.",
		  "8:3:-1 carried\n" },
		{ "It was carried by 4 votes to 2, Councillors Finch and Ames "
		  "voting against and Cllr Mrs Precey abstaining.",
		  "4:2:-1 carried; against Councillor Finch; against "
		  "Councillor Ames; abstain Cllr Mrs Precey\n" },
		{ "RESOLVED that it be sold. DA and JT against.",
		  "-1:-1:-1 -; against DA; against JT\n" },
		{ "Agreed (Cllr Finch dissenting).",
		  "-1:-1:-1 -; against Cllr Finch\n" },
		{ "Agreed, Ames abstained.", "-1:-1:-1 -; abstain Ames\n" },
		{ "RESOLVED that it be sold. Councillor Finch asked that her "
		  "vote against the motion be recorded.",
		  "-1:-1:-1 -; against Councillor Finch\n" },
		{ "RESOLVED to sell. Cllr Finch's abstention was noted.",
		  "-1:-1:-1 -; abstain Cllr Finch\n" },
		{ "The motion passed 3-1, Finch voting no.",
		  "3:1:-1 carried; against Finch\n" },
		{ "Roll call: Finch, yes; Ames, no; Dick Ames - abstain.",
		  "-1:-1:-1 -; for Finch; against Ames; abstain Dick Ames\n" },
		{ "Ayes: Finch, Tully. Nays: Ames. Motion carried.",
		  "-1:-1:-1 carried; for Finch; for Tully; against Ames\n" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		document_expect(told(cases[i].text, MB_PARAGRAPH_DECISION),
				cases[i].want);
}

Test(votes, of_another_day_are_not_told)
{
	static const char *const cases[] = {
		"Cllr Ames said that Councillor Finch had voted against it.",
		"Cllr Ames recalled that Councillor Finch voted against it.",
		"In 2012, Councillor Finch voted against the market.",
		"Mr Tully spoke against the lamp.",
		"Councillor Finch asked that it be recorded that her group "
		"would vote against.",
		"They had voted by 71 to 30 for dry walls.",
		"It compared well, 88 per cent for maps against 31.",
		"Councillor Finch opposed the amendment.",
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		document_expect(told(cases[i], MB_PARAGRAPH_MINUTE), "");
}

Test(votes, are_told_where_both_sides_are_counted)
{
	const char *const votes[] = {
		"On there being 8 votes FOR and 2 AGAINST it was CARRIED.",
		"Upon a vote there were 6 for, 1 against and 0 abstentions.",
		"On the recommendation to grant: for 2, against 4.",
		"Following a show of hands the Chair declared it carried.",
	};
	const char *const others[] = {
		"On the motion of Cllr Finch, seconded by Cllr Ames, with 5 "
		"for and 2 against, it was so.",
		"On the quay there were 4 lamps for each of the steps.",
		"Mr Brand was for it and Mr Ames against.",
	};

	for (size_t i = 0; i < sizeof(votes) / sizeof(*votes); i++)
		cr_expect(vote_is_told(mb_str_of(votes[i])), "%s", votes[i]);
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		cr_expect(not(vote_is_told(mb_str_of(others[i]))), "%s",
			  others[i]);
}

/* The result may have a paragraph of its own. */
Test(votes, have_the_result_that_stands_below_them)
{
	const struct mb_doc *doc = document_of(
	    "Minutes of the Library Panel held on Thursday, 4 March 2021\n\n1. "
	    "Minutes\n\nThey were noted.\n\n2. Library review\n\nThere voted: "
	    "for 4, against 2.\n\nThe motion was therefore carried and it "
	    "was:\n\nResolved: - That it be kept.\n\n3. Planning\n\nNone.\n");

	cr_assert(eq(sz, doc->items[1].n_votes, 1));
	cr_expect(eq(int, (int)doc->items[1].votes[0].result,
		     (int)MB_RESULT_CARRIED));
	cr_expect(eq(int,
		     (int)vote_result_told_in(MB_STR("The motion lost much.")),
		     (int)MB_RESULT_UNKNOWN));
}

Test(votes, end_where_a_resolution_begins)
{
	cr_expect(vote_goes_on(MB_STR("Ada Finch")));
	cr_expect(not(vote_goes_on(MB_STR("RESOLVED - That"))));
}

Test(votes, told_twice_are_one)
{
	struct mb_arena arena = MB_ARENA_INIT;
	struct blocks blocks = blocks_in(&arena);
	struct mb_paragraph p[] = {
		{ .text = MB_STR("The motion was LOST by 2 votes to 1."),
		  .kind = MB_PARAGRAPH_DECISION },
		{ .text = MB_STR("For (1): Councillor Finch\nAgainst (2): "
				 "Councillors Ames and Tully"),
		  .kind = MB_PARAGRAPH_VOTE },
	};
	struct mb_item item = { .paragraphs = p, .n_paragraphs = 2 };

	votes_read(&blocks, NULL, &item);
	cr_assert(eq(sz, item.n_votes, 1));
	cr_expect(eq(int, item.votes[0].result, MB_RESULT_LOST));
	cr_expect(eq(sz, item.votes[0].n_names[MB_VOTE_AGAINST], 2));
	mb_arena_release(&arena);
}

Test(votes, take_several_lines_that_are_known_by_their_shape)
{
	const struct {
		const char *text;
		enum vote_line want;
	} cases[] = {
		{ "On the amendment there voted:", VOTE_ANNOUNCES },
		{ "On a division, there voted:", VOTE_ANNOUNCES },
		{ "The result of the voting was:", VOTE_ANNOUNCES },
		{ "For (9): Councillors Finch and Ames", VOTE_COUNTS },
		{ "Abstentions: none", VOTE_COUNTS },
		{ "For", VOTE_COUNTS },
		{ "Voting against", VOTE_COUNTS },
		{ "Voting against: 3", VOTE_COUNTS },
		{ "In favour: 9", VOTE_COUNTS },
		{ "FOR", VOTE_COUNTS },
		{ "Ar son/For: Cllrs. Finch and Ames (2)", VOTE_COUNTS },
		{ "In aghaidh/Against: None (0)", VOTE_COUNTS },
		{ "Members voted as follows:-", VOTE_ANNOUNCES },
		{ "Motion - 4 votes", VOTE_GOES_ON },
		{ "(4)", VOTE_GOES_ON },
		{ "ABSENT: Tully", VOTE_GOES_ON },
		{ "CARRIED 6/0", VOTE_RESULT },
		{ "Amendment lost.", VOTE_RESULT },
		{ "Trustee Ames | Aye", VOTE_COUNTS },
		{ "Ames | Clerk", VOTE_NO_LINE },
		{ "9 votes in favour", VOTE_COUNTS },
		{ "1 abstention", VOTE_COUNTS },
		{ "9 spoke for it and 2 against it", VOTE_NO_LINE },
		{ "Voting in favor: Mayor Penn", VOTE_COUNTS },
		{ "A division was called, voting on which was:",
		  VOTE_ANNOUNCES },
		{ "The Mayor used her casting vote.", VOTE_RESULT },
		{ "The proposal was declared carried.", VOTE_RESULT },
		{ "For the last time Mr Brand asked.", VOTE_NO_LINE },
		{ "Against this the Panel held that it was late.",
		  VOTE_NO_LINE },
		{ "The purse was lost.", VOTE_NO_LINE },
		{ "", VOTE_NO_LINE },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		cr_expect(eq(int, vote_line_of(mb_str_of(cases[i].text)),
			     cases[i].want),
			  "%s", cases[i].text);
}

/* A side, its count and its names, each on lines of their own. */
Test(votes, may_have_sides_counts_and_names_below_each_other)
{
	const struct mb_doc *doc = document_of(
	    "Minutes of the Library Panel held on Thursday, 4 March 2021\n\n1. "
	    "Minutes\n\nThey were noted.\n\n2. Library review\n\nA recorded "
	    "vote was taken as follows:\n\nFOR\n(1)\nAlderman Finch\n\n"
	    "AGAINST\n(3)\nAlderman Penn\nCouncillors Ames and Tully\n\nIt "
	    "was late.\n\n3. Planning\n\nNone.\n");
	const struct mb_vote *vote;

	cr_assert(eq(sz, doc->n_items, 3));
	cr_assert(eq(sz, doc->items[1].n_paragraphs, 2));
	cr_assert(eq(sz, doc->items[1].n_votes, 1));
	vote = &doc->items[1].votes[0];
	cr_expect(eq(int, vote->count[MB_VOTE_FOR], 1));
	cr_expect(eq(int, vote->count[MB_VOTE_AGAINST], 3));
	cr_assert(eq(sz, vote->n_names[MB_VOTE_AGAINST], 3));
	text_expect(vote->names[MB_VOTE_AGAINST][2], "Councillor Tully",
		    "the last against");
}

/* American minutes call the roll by surnames, and say who was away. */
Test(votes, have_surnames_alone_and_those_who_were_absent)
{
	const struct mb_doc *doc = document_of(
	    "Minutes of the Library Panel held on Thursday, 4 March 2021\n\n1. "
	    "Minutes\n\nThey were noted.\n\n2. Library review\n\nMOTION by "
	    "Ms Finch, second by Mr Ames, to close it.\n     AYES:    Finch, "
	    "Ames\n     NAYS:    Penn\n     ABSENT:  Tully\nMotion "
	    "carried.\n\n3. Planning\n\nNone.\n");
	const struct mb_vote *vote;

	cr_assert(eq(sz, doc->n_items, 3));
	cr_assert(eq(sz, doc->items[1].n_paragraphs, 2));
	text_expect(doc->items[1].paragraphs[1].text,
		    "AYES: Finch, Ames\nNAYS: Penn\nABSENT: Tully\n"
		    "Motion carried.",
		    "the vote");
	cr_assert(eq(sz, doc->items[1].n_votes, 1));
	vote = &doc->items[1].votes[0];
	cr_assert(eq(sz, vote->n_names[MB_VOTE_FOR], 2));
	text_expect(vote->names[MB_VOTE_FOR][1], "Ames", "the second aye");
	cr_assert(eq(sz, vote->n_names[MB_VOTE_AGAINST], 1));
	text_expect(vote->names[MB_VOTE_AGAINST][0], "Penn", "the nay");
	cr_expect(eq(int, vote->result, MB_RESULT_CARRIED));
}

Test(votes, are_one_paragraph_of_their_item)
{
	const struct mb_doc *doc = document_of(
	    "Minutes of the Library Panel held on Thursday, 4 March 2021\n\n1. "
	    "Minutes\n\nThey were noted.\n\n2. Library review\n\nOn the "
	    "amendment there voted:\n\nFor (2): Councillors Finch and "
	    "Ames\n\nAgainst (1): Councillor Precey\n\nAmendment "
	    "carried.\n\nMr Brand thanked the Panel.\n\n3. Planning\n\n"
	    "None.\n");

	document_expect(document_items(doc),
			"1 Minutes routine\n  minute: They were noted.\n"
			"2 Library review\n"
			"  vote: On the amendment there voted:\n"
			"For (2): Councillors Finch and Ames\n"
			"Against (1): Councillor Precey\n"
			"Amendment carried.\n"
			"  minute: {Mr Brand} Mr Brand thanked the Panel.\n"
			"  vote 2:1:-1 carried\n"
			"3 Planning\n  minute: None.\n");
}

Test(votes, may_name_each_side_in_a_line_above_its_members)
{
	const struct mb_doc *doc = document_at(
	    "minutes.md",
	    MB_STR(
		"# Library Panel, 4 March 2021\n\n**Apologies**\n\nThey were "
		"noted.\n\n**Library review**\n\nThe result of the voting "
		"was as follows:\n\n**For**\n\nCouncillors Finch, Ames and "
		"Cmhlr. Finn. **(3)**\n\n**Against**\n\nCouncillor Precey "
		"(1)\n\n**Abstentions**\n\nThere were none.\n\nMr Brand "
		"thanked the Panel.\n\n**Budget**\n\nIt was noted.\n"));

	document_expect(document_items(doc),
			"- Apologies routine\n  minute: They were noted.\n"
			"- Library review\n"
			"  vote: The result of the voting was as follows:\n"
			"For\nCouncillors Finch, Ames and Cmhlr. Finn. (3)\n"
			"Against\nCouncillor Precey (1)\n"
			"Abstentions\nThere were none.\n"
			"  minute: {Mr Brand} Mr Brand thanked the Panel.\n"
			"  vote 3:1:-1 -\n"
			"- Budget\n  minute: It was noted.\n");
	cr_expect(eq(sz, doc->items[1].votes[0].n_names[MB_VOTE_FOR], 3));
}

#define PAGE(table)                                                           \
	"<body><p>Minutes of the Library Panel held on Thursday, 4 March "    \
	"2021</p><p>1. Minutes</p><p>They were noted.</p><p>2. Library "      \
	"review</p><p>A recorded vote was taken as follows:</p><table>" table \
	"</table><p>It was lost.</p><p>3. Planning</p><p>None.</p>"

#define BEFORE                                            \
	"1 Minutes routine\n  minute: They were noted.\n" \
	"2 Library review\n  vote: A recorded vote was taken as follows:\n"

#define BEHIND "3 Planning\n  minute: None.\n"

/* An empty cell tells on which side the cross is. */
Test(votes, may_be_a_table_of_crosses)
{
	document_expect(
	    items_of(PAGE("<tr><th>Member<th>For<th>Against<th>Abstained</tr>"
			  "<tr><td>Cllr Finch<td>X<td><td></tr>"
			  "<tr><td>Cllr Ames<td><td>X<td></tr>"
			  "<tr><td>Cllr Tully<td><td><td></tr>"
			  "<tr><td>Total<td>1<td>1<td>0</tr>")),
	    BEFORE "Member | For | Against | Abstained\n"
		   "Cllr Finch | X | |\nCllr Ames | | X |\n"
		   "Cllr Tully | | |\nTotal | 1 | 1 | 0\n"
		   "  minute: It was lost.\n  vote 1:1:0 -\n" BEHIND);
	/* several names in one cell */
	document_expect(
	    items_of(PAGE("<tr><th>For<th>Against</tr><tr><td><p>Cllr Finch</p>"
			  "<p>Cllr Ames</p><td>Cllr Tully</tr>")),
	    BEFORE "For | Against\nCllr Finch |\nCllr Ames |\n| Cllr Tully\n"
		   "  minute: It was lost.\n  vote -1:-1:-1 -\n" BEHIND);
	/* what no side is at the head of is a table as any other */
	document_expect(items_of(PAGE("<tr><th>Member<th>For information</tr>"
				      "<tr><td>Cllr Finch<td>X</tr>")),
			BEFORE "Member | For information\nCllr Finch | X\n"
			       "  minute: It was lost.\n" BEHIND);
}

Test(votes, have_the_names_that_a_table_gives_them)
{
	const struct {
		const char *text, *want;
	} cases[] = {
		{ "They voted:\nMember | For | Against | Abstained\n"
		  "Cllr Mrs Ada Finch | X | |\nCllr Ames | | \xE2\x9C\x93 |\n"
		  "Cllr Tully | | |\nTOTAL | 1 | 1 | 0",
		  "1:1:0 -; for Cllr Mrs Ada Finch; against Cllr Ames\n" },
		{ "For | Against\nCllr Finch (Chair) | Cllr Ames\n"
		  "Cllr Tully |",
		  "-1:-1:-1 -; for Cllr Finch; for Cllr Tully; "
		  "against Cllr Ames\n" },
		{ "For | Against\nCllr Finch |\nCllr Ames |\n| Cllr Tully",
		  "-1:-1:-1 -; for Cllr Finch; for Cllr Ames; "
		  "against Cllr Tully\n" },
		{ "For | Against | Abstained\n"
		  "Councillors Finch, Ames | Councillors Tully and Penn | "
		  "Councillor Bell\n2 | 2 | 1\nThe motion was therefore LOST.",
		  "2:2:1 lost; for Councillor Finch; for Councillor Ames; "
		  "against Councillor Tully; against Councillor Penn; "
		  "abstain Councillor Bell\n" },
		{ "For | Against | Abstained\n4 | 0 | 1", "4:0:1 -\n" },
		{ "Name | Yes | No\nIda Penn | | X",
		  "-1:-1:-1 -; against Ida Penn\n" },
		{ "Member | For | Against\n| |", "" },
		{ "Member | For | Against", "" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		document_expect(votes_of(cases[i].text), cases[i].want);
}

Test(votes, may_have_a_line_for_each_name)
{
	const struct mb_doc *doc = document_of(
	    "Minutes of the Library Panel held on Thursday, 4 March 2021\n\n1. "
	    "Minutes\n\nThey were noted.\n\n2. Library review\n\nA division "
	    "was called for, voting on which was as follows:\n\nFor:\n\n"
	    "Councillors: Finch\n\nAmes\n\nAgainst:\n\nPrecey\n\nAbsent: "
	    "Tully\n\nThe motion was CARRIED by 2 votes to 1.\n\nMr Brand "
	    "thanked the Panel.\n\n3. Planning\n\nNone.\n");

	document_expect(text_of(doc->items[1].paragraphs[0].text),
			"A division was called for, voting on which was as "
			"follows:\nFor:\nCouncillors: Finch\nAmes\nAgainst:\n"
			"Precey\nAbsent: Tully\nThe motion was CARRIED by 2 "
			"votes to 1.");
	cr_expect(eq(sz, doc->items[1].n_paragraphs, 2));
}

/* Each vote once moved all before it and searched the whole paragraph. */
Test(votes, may_be_many_in_one_paragraph)
{
	struct mb_buf text = MB_BUF_INIT;
	char *got;

	for (int i = 0; i < 5000; i++)
		mb_buf_add(&text, MB_STR("For 1 against 2. "));
	got = votes_of(text_of(mb_buf_str(&text)));
	cr_expect(eq(sz, mb_str_count(mb_str_of(got), '\n'), 5000));
	mb_buf_release(&text);
}
