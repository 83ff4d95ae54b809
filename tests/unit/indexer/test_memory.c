#include <stdlib.h>

#include <libxml/xmlmemory.h>

#include "extract.h"
#include "format.h"
#include "structure.h"
#include "support/fault.h"
#include "support/text.h"

/*
 * Every stage without memory: ours through fault.h, and libxml2's, which does
 * not go through our linker, by its own hooks.
 */
TestSuite(memory, .timeout = 300);

static const char text_page[] =
    "Minutes of the Library Panel held in the Town Hall on Thursday, 4 March "
    "2021\n\nPresent: Councillors Finch (Chair) and Ames, and Mr Brand, "
    "Clerk\n\n1. Apologies\n\nApologies were received from Councillor "
    "Precey.\n\n2. Library review\n\nCouncillor Finch highlighted to the "
    "Panel the fol-\nlowing:\n- safety; and\n- the hours.\n\nProposed by "
    "Councillor Ames, seconded by Councillor Finch.\n\nOn the motion there "
    "voted:\nFor (2): Councillors Finch and Ames\nAgainst (0)\nMotion "
    "carried.\n\n3. Any other business\n\n3.1 None.\n\n3.1 None.\n";

static const char markdown_page[] =
    "---\ntitle: Minutes\n---\n# Library Panel\n\nMinutes of the meeting held "
    "on **Thursday** 4 March 2021\n\n1\\. Apologies\n\nNone.\n\n2\\. "
    "Planning\n\n- a [plan](https://larkhythe.example/plan)\n\n3\\. "
    "Highways\n\nNone.\n";

static const char html_page[] =
    "<html lang=en><head><title>Library &amp; Museum Panel</title><meta "
    "name=DC.title content=\"Agenda for Library Panel on 4 March 2021\"></head>"
    "<body><ol class=breadcrumb><li>Home</li></ol><div id=modgov><h1 "
    "class=mgMainTitleTxt>Agenda and minutes</h1><h2 "
    "class=mgSubTitleTxt>Library Panel - Thursday 4 March 2021 7.00 pm</h2>"
    "<p><span class=mgLabel>Venue: </span>Town Hall</p><table "
    "class=mgItemTable><tr><td class=mgItemNumberCell><p "
    "class=mgAiTitleTxt><a name=AI5></a>5.</p></td><td><p "
    "class=mgAiTitleTxt><a href=a.pdf>Library review</a></p><p "
    "class=mgSubItemTitleTxt>Minutes:</p><div class=mgWordPara><p>The Chair "
    "asked:</p><ol><li>why<li>when</ol></div><table "
    "class=mgTableNoBorderFullWidth><tr><td>Motion<td>Motion<td>For: 2 "
    "Against: 1<td>Carried</table></td></tr></table></div></body></html>";

static int extract(const char *page)
{
	struct mb_arena arena = MB_ARENA_INIT;
	struct source source = { .path = MB_STR("2021/minutes"),
				 .bytes = mb_str_of(page) };
	struct mb_doc doc;
	int rc = extract_document(&source, &arena, &doc, NULL);

	mb_arena_release(&arena);
	return rc;
}

static int extract_text(void)
{
	return extract(text_page);
}

static int extract_markdown(void)
{
	return extract(markdown_page);
}

static int extract_html(void)
{
	return extract(html_page);
}

Test(memory, may_end_anywhere_in_a_text)
{
	fault_each_allocation(extract_text);
}

Test(memory, may_end_anywhere_in_markdown)
{
	fault_each_allocation(extract_markdown);
}

Test(memory, may_end_anywhere_in_html)
{
	fault_each_allocation(extract_html);
}

/* --- libxml2's --------------------------------------------------------- */

static struct {
	long countdown; /* allocations until one fails; 0: none will */
	bool has_failed;
	const void *blocks[8192]; /* libxml2 loses some: still reachable */
	size_t n_blocks;
} xml;

static bool must_fail(void)
{
	if (xml.countdown == 0 || --xml.countdown > 0)
		return false;
	xml.has_failed = true;
	return true;
}

static void *keep(void *block)
{
	xml.blocks[xml.n_blocks++ % 8192] = block;
	return block;
}

static void *xml_malloc(size_t size)
{
	return must_fail() ? NULL : keep(malloc(size));
}

static void *xml_realloc(void *old, size_t size)
{
	return must_fail() ? NULL : keep(realloc(old, size));
}

static void xml_free(void *block)
{
	free(block);
}

static char *xml_copy(const char *s)
{
	size_t size = strlen(s) + 1;
	char *copy = xml_malloc(size);

	return copy ? memcpy(copy, s, size) : NULL;
}

static void keep_quiet(void *user, const char *message, ...)
{
	(void)user;
	(void)message;
}

/* What a whole page comes to; a part of it must never pass for the whole. */
static size_t count_paragraphs(int *rc)
{
	struct mb_arena arena = MB_ARENA_INIT;
	struct source source = { .path = MB_STR("2021/minutes"),
				 .bytes = mb_str_of(html_page) };
	struct mb_doc doc;
	size_t n = 0;

	*rc = extract_document(&source, &arena, &doc, NULL);
	for (size_t i = 0; *rc == MB_OK && i < doc.n_items; i++)
		n += doc.items[i].n_paragraphs;
	mb_arena_release(&arena);
	return n;
}

/*
 * Only while the parser is being made: behind that libxml2 2.9 itself loops or
 * crashes without memory, and leaks here and there, which no caller can help.
 */
#define N_MAKING 10

Test(memory, of_libxml2_may_be_missing_for_a_parser)
{
	size_t whole, n;
	int rc;

	xmlSetGenericErrorFunc(NULL, keep_quiet);
	cr_assert(eq(
	    int, xmlMemSetup(xml_free, xml_malloc, xml_realloc, xml_copy), 0));
	whole = count_paragraphs(&rc); /* its tables are made now */
	cr_assert(eq(int, rc, MB_OK));
	for (long i = 1; i <= N_MAKING; i++) {
		xml.has_failed = false;
		xml.countdown = i;
		n = count_paragraphs(&rc);
		xml.countdown = 0;
		cr_expect(xml.has_failed);
		if (rc == MB_OK)
			cr_expect(eq(sz, n, whole), "allocation %ld", i);
		else
			cr_expect(eq(int, rc, MB_ENOMEM), "allocation %ld", i);
	}
	cr_expect(eq(sz, count_paragraphs(&rc), whole));
}
