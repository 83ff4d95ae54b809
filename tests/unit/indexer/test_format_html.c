#include "document.h"

#include "minutebook/buf.h"
#include "support/text.h"

TestSuite(format_html);

static void expect_blocks(const char *html, const char *want)
{
	document_expect(blocks_of(html), want);
}

Test(format_html, turns_elements_into_blocks)
{
	expect_blocks("<html><body><h1>Minutes</h1><h2>1. <em>Apologies</em>"
		      "</h2><p>None\nwere   received.</p>"
		      "<p><b>RESOLVED</b> that it be <strong>so</strong></p>"
		      "<p><strong>All bold</strong></p>"
		      "<p><span style='font-weight: bold'>styled</span></p>"
		      "<div>a<div>b</div>c</div></body></html>",
		      "heading1 Minutes\n"
		      "heading2 1. Apologies\n"
		      "paragraph None were received.\n"
		      "paragraph RESOLVED that it be so\n"
		      "paragraph bold All bold\n"
		      "paragraph bold styled\n"
		      "paragraph a\nparagraph b\nparagraph c\n");
}

Test(format_html, shows_lists_with_the_markers_of_a_browser)
{
	expect_blocks("<body><ul><li>one<li>two<ul><li>deep</ul></ul>"
		      "<ol start=9><li>nine<li>ten</ol>"
		      "<ol type=a><li>first<li>second</ol>"
		      "<ol type=i start=4><li>fourth</ol>"
		      "<li>outside any list</li>"
		      "<p>\xC2\xB7&nbsp;&nbsp; a bullet by hand</p></body>",
		      "entry {\xE2\x80\xA2} one\n"
		      "entry {\xE2\x80\xA2} two\n"
		      "entry {\xE2\x80\xA2} deep\n"
		      "entry {9.} nine\n"
		      "entry {10.} ten\n"
		      "entry {a)} first\n"
		      "entry {b)} second\n"
		      "entry {iv)} fourth\n"
		      "entry {\xE2\x80\xA2} outside any list\n"
		      "entry {\xC2\xB7} a bullet by hand\n");
}

Test(format_html, decodes_entities_once_and_keeps_nothing_invisible)
{
	expect_blocks(
	    "<body><p>Fish &amp; chips &pound;5 &#8211; caf&eacute;</p>"
	    "<p>&lt;b&gt; is a tag, &amp;amp; an entity</p>"
	    "<p>a&nbsp;&nbsp;b&shy;c&#8203;d</p>"
	    "<p>&bogus; &#xD800; &#99999999; &#0;.</p><p>R&D</p></body>",
	    "paragraph Fish & chips £5 – café\n"
	    "paragraph <b> is a tag, &amp; an entity\n"
	    "paragraph a bcd\n"
	    "paragraph &bogus; .\n"
	    "paragraph R&D\n");
}

Test(format_html, never_shows_what_a_browser_hides)
{
	expect_blocks("<html><head><style>p { x }</style><script>let a = '<p>"
		      "no</p>';</script></head><body><nav>menu</nav>"
		      "<p hidden>no</p><p aria-hidden=true>no</p>"
		      "<noscript>no</noscript><template><p>no</p></template>"
		      "<select><option>no</select><textarea>no</textarea>"
		      "<svg><title>no</title><text>no</text></svg>"
		      "<button>no</button><!-- no --><p>yes</p>"
		      "<footer>no</footer></body></html>",
		      "paragraph yes\n");
}

Test(format_html, takes_the_main_part_of_a_page_when_it_is_marked)
{
	expect_blocks("<body><div>Skip to content</div><p>Cookies</p>"
		      "<main><p>The minutes</p></main><div>Contact</div>",
		      "paragraph The minutes\n");
	expect_blocks("<body><p>The minutes</p><div>Contact</div>",
		      "paragraph The minutes\nparagraph Contact\n");
}

Test(format_html, loads_no_entity_from_anywhere)
{
	expect_blocks("<!DOCTYPE html [<!ENTITY x SYSTEM "
		      "\"file:///etc/hostname\">]><html><body><p>[&x;]</p>"
		      "<p>next</p></body></html>",
		      "paragraph ]>\n"
		      "paragraph [&x;]\n"
		      "paragraph next\n");
}

Test(format_html, makes_rows_of_simple_tables_only)
{
	expect_blocks("<body><table><tr><th>Name<th>Initials</tr>"
		      "<tr><td>Alan Bird<td>AB<td></tr>"
		      "<tr><td><b>Joan Carr</b><td><b>JC</b></tr></table>",
		      "row Name | Initials\n"
		      "row Alan Bird | AB\n"
		      "row bold Joan Carr | JC\n");
	/* cells of several paragraphs only lay the page out */
	expect_blocks("<body><table><tr><td>1.<td><p>Apologies</p><p>None.</p>"
		      "</table>",
		      "paragraph 1.\nparagraph Apologies\nparagraph None.\n");
	expect_blocks("<body><table><tr><td><table><tr><td>a<td>b</table>"
		      "<td>c</table>",
		      "row a | b\nparagraph c\n");
}

Test(format_html, breaks_lines_where_the_page_does)
{
	expect_blocks("<body><p>Present:<br>Councillor Finch<br/><br/>"
		      "Councillor Ames</p><p>a<br></p><p><br></p>",
		      "paragraph Present:\n"
		      "paragraph Councillor Finch\n"
		      "paragraph Councillor Ames\n"
		      "paragraph a\n");
}

Test(format_html, keeps_the_lines_of_a_text_with_a_tag_or_two)
{
	expect_blocks("<html>\n1. Apologies\nNone were received\nfrom "
		      "anybody.\n\n2. Planning\n<i>None.</i>\n</html>",
		      "line 1. Apologies\n"
		      "line None were received\n"
		      "line from anybody.\n"
		      "line 2. Planning\n"
		      "line None.\n");
}

Test(format_html, forgives_broken_markup)
{
	expect_blocks("<html><body><p>one<p>two</div></table></p><table><tr>"
		      "<thead><th>a</th></th></thead><td>b</table><b>three",
		      "paragraph one\nparagraph two\n"
		      "row a | b\n"
		      "paragraph bold three\n");
	expect_blocks("<html><p class=\n\"x\" style='a\"b'>tidy</p><p",
		      "paragraph tidy\n");
	expect_blocks("<html><p>a < b and c > d<p>&<p>x<",
		      "paragraph a < b and "
		      "c > d\n"
		      "paragraph &\n"
		      "paragraph x<\n");
}

Test(format_html, keeps_the_text_however_deep_it_lies)
{
	struct mb_buf page = MB_BUF_INIT;

	mb_buf_add(&page, MB_STR("<html><body><p>above</p>"));
	for (int i = 0; i < 2000; i++)
		mb_buf_add(&page, MB_STR("<div>"));
	mb_buf_add(&page, MB_STR("deep"));
	for (int i = 0; i < 2000; i++)
		mb_buf_add(&page, MB_STR("</div>"));
	mb_buf_add(&page, MB_STR("<p>below</p>"));
	expect_blocks(text_of(mb_buf_str(&page)),
		      "paragraph above\nparagraph deep\nparagraph below\n");
	mb_buf_release(&page);
}

Test(format_html, takes_the_facts_of_the_page_from_its_head)
{
	const struct mb_doc *doc = document_of(
	    "<!-- saved from url=(0040)https://larkhythe.example/minutes/4 -->"
	    "<html lang=en-GB><head>"
	    "<title>Planning &amp; Highways &#58; minutes</title>"
	    "</head><body><svg><title>logo</title></svg><p>x</p></body>");

	text_expect(doc->title, "Planning & Highways : minutes", "the title");
	text_expect(doc->url, "https://larkhythe.example/minutes/4", "the url");
	text_expect(doc->language, "en", "the language");
	doc = document_of("<html lang=cy><head><meta property=og:url content="
			  "https://larkhythe.example/cy></head><p>x</p>");
	text_expect(doc->url, "https://larkhythe.example/cy", "the url");
	text_expect(doc->language, "cy", "the language");
}

Test(format_html, leaves_out_menus_and_footers_that_no_markup_tells)
{
	expect_blocks("<body><p>[ <a href=/>Home</a> ] [ <a href=/c>Clerk</a> "
		      "] [ <a href=/m>Minutes</a> ]</p>"
		      "<h1><a href=/>Larkhythe Council</a></h1>"
		      "<p>None. <a href=/x>See the list</a></p>"
		      "<ul><li><a href=/a>Calendar</a><li><a href=/b>Committees"
		      "</a><li><a href=/c>Councillors</a></ul>"
		      "<p>The meeting closed. <a href=/y>Watch it.</a></p>"
		      "<table><tr><td>Town Hall<td><a href=/z>Legal</a></table>"
		      "<a href=#>Print</a></body>",
		      "heading1 Larkhythe Council\n"
		      "paragraph None. See the list\n"
		      "paragraph The meeting closed. Watch it.\n");
}

Test(format_html, keeps_links_that_are_the_text)
{
	/* numbered business, files, and a page that is all links */
	expect_blocks("<ol><li><a href=/1>Apologies</a><li><a href=/2>Minutes"
		      "</a><li><a href=/3>Budget</a></ol><p>None.</p>",
		      "entry {1.} Apologies\nentry {2.} Minutes\n"
		      "entry {3.} Budget\nparagraph None.\n");
	expect_blocks("<p>Papers</p><a href=a.pdf>Map</a><br><a "
		      "href='b.PDF?x=1#p'>Plan</a><br><a href=c.docx>List</a>",
		      "paragraph Papers\nparagraph Map\nparagraph Plan\n"
		      "paragraph List\n");
	expect_blocks("<p><a href=/1>May</a></p><p><a href=/2>June</a></p>"
		      "<p><a href=/3>July</a></p>",
		      "paragraph May\nparagraph June\nparagraph July\n");
}
