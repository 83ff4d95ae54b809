#include "site_text.h"

#include "link_title.h"
#include "marker.h"
#include "minutebook/date.h"
#include "sections.h"
#include "site_rows.h"
#include "titles.h"
#include "words.h"

/* How far down a page its title may stand, and the head of its items. */
#define MAX_ABOVE_TITLE 6
#define MAX_ABOVE_ITEMS 60

/* A number further on than this is none of the next item. */
#define MAX_STEP 10

/* What is being marked. */
struct page {
	struct blocks *blocks;
	size_t at, kept; /* blocks[at] is read, blocks[kept] written */
	enum section section;
	bool has_items;        /* a meeting's page, and its items have begun */
	bool has_number;       /* of an item of it: */
	struct marker number;  /* the last one */
	struct mb_str subject; /* of a page of one item */
};

/* --- which page -------------------------------------------------------- */

static bool is_item_page(struct mb_str title)
{
	static const char *const titles[] = {
		"agenda item",       "decision details", "eitem agenda",
		"issue - decisions", "issue - meetings", "issue details",
	};

	return WORDS_HAS(titles, title_trim(title));
}

/* "Agenda", "Agenda and draft minutes", "Agenda, decisions and minutes" */
static bool is_meeting_page(struct mb_str title)
{
	static const char *const titles[] = {
		"agenda",
		"agenda and decisions",
		"agenda and draft minutes",
		"agenda and minutes",
		"agenda, decisions and draft minutes",
		"agenda, decisions and minutes",
		"decisions",
		"decisions and minutes",
		"meeting",
		"minutes",
	};

	return WORDS_HAS(titles, title_trim(title));
}

/* "No. Item", the head of the table of items */
static bool is_items_head(struct mb_str text)
{
	return mb_str_equal_nocase(text, MB_STR("No. Item"));
}

/* The same where the rows became lines: "No. | Item |" */
static bool is_rows_head(struct mb_str text)
{
	struct mb_str head = MB_STR("No. | Item |");

	if (!mb_str_starts_nocase(text, head))
		return false;
	for (size_t i = head.len; i < text.len; i++)
		if (text.ptr[i] != '|' && text.ptr[i] != ' ')
			return false;
	return true;
}

/* Finds @is_it among the first blocks; n when it is not there. */
static size_t find(const struct blocks *blocks, size_t from, size_t most,
		   bool (*is_it)(struct mb_str))
{
	for (size_t i = from; i < blocks->n && i < from + most; i++)
		if (is_it(blocks->items[i].text))
			return i;
	return blocks->n;
}

/* --- what the program adds --------------------------------------------- */

static void keep(struct page *p, enum block_mark mark)
{
	struct block *to = &p->blocks->items[p->kept++];

	*to = p->blocks->items[p->at];
	to->mark = mark;
}

/* "View the background to item 31.", "Share this item" */
static bool is_button(struct mb_str text)
{
	static const char *const buttons[] = {
		"media",
		"share this item",
		"view directions",
	};
	struct mb_str view = MB_STR("view the ");

	if (WORDS_HAS(buttons, text))
		return true;
	return text.len <= 120 && mb_str_starts_nocase(text, view) &&
	       (mb_str_find_nocase(text, MB_STR(" item ")) != MB_STR_NONE ||
		mb_str_find_nocase(text, MB_STR(" document ")) != MB_STR_NONE);
}

/* "Decision Maker: Cabinet", "Venue: Town Hall" */
static bool is_fact(struct mb_str text)
{
	static const char *const labels[] = {
		"contact",        "date of decision", "decided at meeting",
		"decision maker", "decision status",  "decision type",
		"effective from", "is key decision?", "is subject to call in?",
		"proposed venue", "publication date", "venue",
		"wards affected",
	};
	struct mb_cut cut = mb_str_cut(text, ':');

	return cut.found && WORDS_HAS(labels, mb_str_trim(cut.head));
}

/* "... view the full minutes text for item 31.": where that begins. */
static size_t cut_at(struct mb_str text)
{
	static const char *const links[] = {
		"view the full agenda text for item",
		"view the full decision text for item",
		"view the full minutes text for item",
	};

	for (size_t i = 0; i < sizeof(links) / sizeof(*links); i++) {
		size_t at = mb_str_find_nocase(text, mb_str_of(links[i]));

		if (at != MB_STR_NONE)
			return at;
	}
	return MB_STR_NONE;
}

static struct mb_str without_dots(struct mb_str text)
{
	struct mb_str ellipsis = MB_STR("\xE2\x80\xA6");

	text = mb_str_trim(text);
	if (mb_str_ends(text, ellipsis))
		return mb_str_trim(mb_str_take(text, text.len - ellipsis.len));
	if (!mb_str_ends(text, MB_STR("...")))
		return text;
	return mb_str_trim(mb_str_take(text, text.len - 3));
}

/* Takes the link to the whole text off; false when nothing else is there. */
static bool cut_link(struct page *p, struct block *b)
{
	size_t at = cut_at(b->text);

	if (at == MB_STR_NONE)
		return true;
	b->text = without_dots(mb_str_take(b->text, at));
	b->is_cut = true;
	if (b->text.len > 0)
		return true;
	if (p->kept > 0 && p->blocks->items[p->kept - 1].mark == MARK_TEXT)
		p->blocks->items[p->kept - 1].is_cut = true;
	return false;
}

/* --- the parts of an item ---------------------------------------------- */

/* "Minutes:"; on the page of one item also without the colon. */
static bool take_section(struct page *p, struct mb_str text)
{
	enum section section = section_of_label(text);

	if (section == SECTION_NONE ||
	    (p->has_items && !mb_str_ends(text, MB_STR(":"))))
		return false;
	p->section = section;
	keep(p, MARK_SECTION);
	return true;
}

/* The name of one; the text of a page may go on where its label was lost. */
static bool is_document(const struct block *b)
{
	return b->kind == BLOCK_ENTRY ||
	       link_title(b->text).len < b->text.len ||
	       !title_is_sentence(b->text);
}

static void take_text(struct page *p)
{
	struct block *b = &p->blocks->items[p->at];

	if (is_button(b->text) || take_section(p, b->text) || !cut_link(p, b))
		return;
	if (p->section == SECTION_DOCUMENTS && !is_document(b))
		p->section = SECTION_NONE; /* a label was lost */
	keep(p, p->section == SECTION_DOCUMENTS ? MARK_DOCUMENT : MARK_TEXT);
}

/* --- the page of one item ---------------------------------------------- */

static void take_subject(struct page *p)
{
	struct block *b = &p->blocks->items[p->at];

	p->subject = b->text;
	keep(p, MARK_MEETING);
	p->at++;
}

static bool is_issue_meeting(struct mb_str text)
{
	return mb_str_starts(text, MB_STR("Meeting: "));
}

/* An item may be called "Minutes", but not "Minutes:". */
static bool has_subject(const struct page *p)
{
	struct mb_str text = p->blocks->items[p->at].text;

	return !is_issue_meeting(text) &&
	       (section_of_label(text) == SECTION_NONE ||
		!mb_str_ends(text, MB_STR(":")));
}

static struct mb_str behind_number(struct mb_str title)
{
	return mb_str_drop(title, marker_of(title).len);
}

/* Under "Meeting: 21/09/2011 - Council (Item 62)": its title over again */
static bool is_subject_again(const struct page *p, struct mb_str text)
{
	return p->kept > 0 &&
	       is_issue_meeting(p->blocks->items[p->kept - 1].text) &&
	       title_is_same(p->subject, behind_number(link_title(text)));
}

/* What may stand there: the title over again, and links. */
static bool is_above_subject(struct page *p)
{
	struct mb_str text = p->blocks->items[p->at].text;

	if (mb_str_starts(text, MB_STR("Meeting of ")) &&
	    mb_str_find(text, MB_STR("(Item ")) != MB_STR_NONE) {
		p->blocks->page.trail = text;
		return true;
	}
	return is_item_page(text) || is_button(text);
}

static void mark_item_page(struct page *p, size_t title)
{
	p->at = title;
	keep(p, MARK_PAGE_TITLE);
	p->at++;
	while (p->at < p->blocks->n && is_above_subject(p))
		p->at++;
	if (p->at < p->blocks->n && has_subject(p))
		take_subject(p);
	for (; p->at < p->blocks->n; p->at++) {
		struct mb_str text = p->blocks->items[p->at].text;

		if (is_issue_meeting(text))
			keep(p, MARK_NONE); /* outline_marked.c knows it */
		else if (is_subject_again(p, text))
			keep(p, MARK_ITEM_TITLE);
		else if (is_fact(text))
			keep(p, MARK_FACT);
		else
			take_text(p);
	}
}

/* --- the page of a meeting --------------------------------------------- */

/* Whether @marker numbers the item behind that of the last one. */
static bool goes_on(const struct page *p, const struct marker *marker)
{
	const struct marker *last = &p->number;

	if (!p->has_number || marker->style == MARKER_SLASH)
		return true;
	if (marker->part[0] == last->part[0])
		return marker->letter > last->letter;
	return marker->part[0] > last->part[0] &&
	       marker->part[0] <= last->part[0] + MAX_STEP;
}

/* A number by itself, and the title of an item below it. */
static bool begins_item(const struct page *p)
{
	const struct block *b = &p->blocks->items[p->at];
	struct marker marker = marker_of(b->text);
	struct mb_str title;

	if (!marker.is_alone || p->at + 1 >= p->blocks->n ||
	    (marker.style != MARKER_DOT && marker.style != MARKER_BARE &&
	     marker.style != MARKER_SLASH) ||
	    !goes_on(p, &marker))
		return false;
	title = b[1].text;
	return b[1].kind != BLOCK_ENTRY &&
	       section_of_label(title) == SECTION_NONE &&
	       (link_title(title).len < title.len || !title_is_sentence(title));
}

static void take_item(struct page *p)
{
	p->number = marker_of(p->blocks->items[p->at].text);
	p->has_number = true;
	p->section = SECTION_NONE;
	keep(p, MARK_ITEM_NUMBER);
	p->at++;
	keep(p, MARK_ITEM_TITLE);
}

/* "Cabinet - Thursday 4 March 2021 7.00 pm", "Venue: Town Hall" */
static void take_head(struct page *p)
{
	struct mb_str text = p->blocks->items[p->at].text;
	struct mb_date_found found;

	if (is_fact(text))
		keep(p, MARK_FACT);
	else if (text.len <= 160 && mb_date_find(text, &found) &&
		 found.weekday >= 0)
		keep(p, MARK_MEETING);
}

static void mark_meeting_page(struct page *p, size_t title, size_t items)
{
	for (p->at = 0; p->at < items; p->at++) {
		if (p->at == title)
			keep(p, MARK_PAGE_TITLE);
		else
			take_head(p);
	}
	p->has_items = true;
	for (p->at = items + 1; p->at < p->blocks->n; p->at++) {
		if (begins_item(p))
			take_item(p);
		else if (p->blocks->items[p->at].mark == MARK_ITEM_TITLE)
			keep(p, MARK_ITEM_TITLE);
		else if (p->at == items + 1) /* the first may have no number */
			keep(p, MARK_ITEM_TITLE);
		else
			take_text(p);
	}
}

/* --- all --------------------------------------------------------------- */

void site_text_mark(struct blocks *blocks)
{
	struct page page = { .blocks = blocks };
	size_t title, items;

	if (blocks->is_sectioned || blocks->has_failed)
		return;
	title = find(blocks, 0, MAX_ABOVE_TITLE, is_item_page);
	if (title < blocks->n) {
		mark_item_page(&page, title);
	} else if ((items = find(blocks, 0, MAX_ABOVE_ITEMS, is_rows_head)) <
		   blocks->n) {
		site_rows_open(blocks, items);
		title = find(blocks, 0, MAX_ABOVE_TITLE, is_meeting_page);
		mark_meeting_page(&page, title, items);
	} else {
		title = find(blocks, 0, MAX_ABOVE_TITLE, is_meeting_page);
		items = find(blocks, title, MAX_ABOVE_ITEMS, is_items_head);
		if (items >= blocks->n)
			return;
		mark_meeting_page(&page, title, items);
	}
	blocks->n = page.kept;
	blocks->is_sectioned = true;
}
