#include "document.h"

#include "support/text.h"

TestSuite(format_markdown);

Test(format_markdown, takes_the_title_out_of_front_matter)
{
	const struct mb_doc *doc =
	    document_of("---\n"
			"title: \"Minutes of 4 May 2021\"\n"
			"date: 2021-06-30\n"
			"---\n"
			"# Withy Green Parish Council\n"
			"\n"
			"Minutes of the meeting held on Tuesday 4 May 2021\n"
			"\n"
			"1\\. Apologies\n\nNone.\n\n2\\. Planning\n\nNone.\n");

	text_expect(doc->title, "Minutes of 4 May 2021", "the title");
	/* a page is posted weeks after its meeting */
	document_expect(document_meeting(doc),
			"Withy Green Parish Council; Withy Green Parish "
			"Council; 2021-05-04 from document; -; -; -");
}

Test(format_markdown, leaves_front_matter_without_an_end_as_text)
{
	document_expect(blocks_of("---\ntitle: x\n# Minutes\n"),
			"page\n"
			"line title: x\n"
			"heading1 Minutes\n");
}

Test(format_markdown, reads_headings_lists_rules_and_bold_lines)
{
	document_expect(blocks_of("# Minutes of the Panel #\n"
				  "###### Sixth\n"
				  "####### seven are too many\n"
				  "#tag\n"
				  "**Present:**\n"
				  "**Chair:** Councillor Finch\n"
				  "__Bold__ **too**\n"
				  "- a point\n"
				  "* another\n"
				  "\\* a third\n"
				  "> quoted\n"
				  "***\n"
				  "* * *\n"
				  "_____\n"
				  "====\n"),
			"heading1 Minutes of the Panel\n"
			"heading6 Sixth\n"
			"line ####### seven are too many\n"
			"line #tag\n"
			"line bold Present:\n"
			"line Chair: Councillor Finch\n"
			"line bold Bold too\n"
			"entry {-} a point\n"
			"entry {*} another\n"
			"entry {*} a third\n"
			"line quoted\n"
			"page\npage\npage\npage\n");
}

Test(format_markdown, makes_rows_of_tables)
{
	document_expect(blocks_of("# Minutes\n\n| Ref | **Minute** |\n"
				  "|:---|---:|\n| A1 | One \\& two | KL |\n"
				  "| alone |\n"),
			"heading1 Minutes\n"
			"row Ref | Minute\n"
			"row A1 | One & two | KL\n"
			"line | alone |\n");
}

Test(format_markdown, undoes_escapes_and_links)
{
	document_expect(
	    blocks_of("1\\. Apologies\n"
		      "2\\) Planning\n"
		      "the \\*only\\* one\n"
		      "a [plan](https://larkhythe.example/a) and [b] (c)\n"
		      "a back\\slash and `code`\n"
		      "![The arms](arms.png)\n"
		      "shown ![a map](map.png) below\n"
		      "[no target](\n"),
	    "line 1. Apologies\n"
	    "line 2) Planning\n"
	    "line the *only* one\n"
	    "line a plan and [b] (c)\n"
	    "line a back\\slash and code\n"
	    "line shown below\n"
	    "line [no target](\n");
}

Test(format_markdown, reads_the_html_inside)
{
	document_expect(
	    blocks_of("# Minutes\n\n"
		      "<table border=\"0\"><tr><td><b>Present:</b></td>"
		      "<td>A. Finch (AF)</td></tr>\n\n"
		      "<tr><td>Clerk</td><td>B. Ames</td></tr></table>\n"
		      "It <small>was</small> so.<br>And <u>more</u>.\n"
		      "<strong>Planning</strong>\n"
		      "<!-- more -->\n"
		      "to <clerk@larkhythe.example> if < 5 or > 6\n"
		      "<div class=\"note\">\nA note\n</div>\n\n"
		      "The end, in line 15\n"),
	    "heading1 Minutes\n"
	    "row Present: | A. Finch (AF)\n"
	    "row Clerk | B. Ames\n"
	    "line It was so. And more.\n"
	    "line bold Planning\n"
	    "line to <clerk@larkhythe.example> if < 5 or > 6\n"
	    "paragraph A note\n"
	    "line The end, in line 15\n");
}

Test(format_markdown, finds_items_behind_escaped_and_bold_numbers)
{
	document_expect(
	    items_of("# Withy Green Parish Council\n"
		     "Minutes of the meeting held on Tuesday 4 May 2021\n\n"
		     "**1\\.** **Apologies**\n\nNone were received.\n\n"
		     "**2.Disposal of Land**\n\nIt was agreed to wait.\n\n"
		     "**3\\. Any other business**\n\nNone was raised.\n"),
	    "1 Apologies routine\n"
	    "  minute: None were received.\n"
	    "2 Disposal of Land\n"
	    "  decision: It was agreed to wait.\n"
	    "3 Any other business\n"
	    "  minute: None was raised.\n");
}

Test(format_markdown, lowers_what_pandoc_raises)
{
	document_expect(blocks_of("# A\n\nFriday 10^th^ June, 5^ and x^2\n"),
			"heading1 A\nline Friday 10th June, 5^ and x^2\n");
}

Test(format_markdown, keeps_bold_over_the_lines_of_a_paragraph)
{
	document_expect(blocks_of("# Minutes\n\n**of the meeting held on 4th\n"
				  "October 2023 at the\nHall** on the quay\n"),
			"heading1 Minutes\n"
			"line bold of the meeting held on 4th\n"
			"line bold October 2023 at the\n"
			"line Hall on the quay\n");
	/* what nobody closes is an odd mark of a converter's */
	document_expect(blocks_of("# Minutes\n\n**5. The quay\n"
				  "**6. The library**\nIt was noted.\n\n"
				  "**7. The park\n\nIt** was noted.\n"),
			"heading1 Minutes\n"
			"line bold 5. The quay\n"
			"line bold 6. The library\n"
			"line It was noted.\n"
			"line bold 7. The park\n"
			"line It was noted.\n");
}
