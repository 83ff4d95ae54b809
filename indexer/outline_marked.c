#include "outline_marked.h"

#include "attendance.h"
#include "chain.h"
#include "facts.h"
#include "heading.h"
#include "item_numbers.h"
#include "link_title.h"
#include "marker.h"
#include "motions.h"
#include "roll.h"
#include "sections.h"
#include "speakers.h"
#include "titles.h"
#include "votes.h"

struct marked {
	struct blocks *blocks;
	struct mb_doc *doc;
	struct outline *outline;
	bool has_item;
	struct mb_str subject; /* of a page of one item or decision */
	size_t n_meetings;     /* that its issue came to */
	bool has_labels;       /* "Minutes:" or "Decision:" */
	bool tells;            /* without them: the minutes have begun */
	struct mb_str number;  /* of the next item, as its meeting has it */
};

static struct part *add(struct marked *m, enum part_kind kind,
			const struct block *b)
{
	return outline_add(m->blocks, m->outline, kind, b);
}

/* What the page is: its title says so, or, of a fragment, its marks. */
static void find_kind(struct marked *m)
{
	size_t n_titles = 0;

	m->doc->kind = MB_DOC_DECISION;
	m->outline->first_section = SECTION_AGENDA;
	for (size_t i = 0; i < m->blocks->n; i++) {
		const struct block *b = &m->blocks->items[i];

		n_titles += b->mark == MARK_ITEM_TITLE;
		if (b->mark == MARK_ITEM_NUMBER || b->mark == MARK_BODY ||
		    n_titles > 1)
			m->doc->kind = MB_DOC_MEETING;
		if (b->mark == MARK_PAGE_TITLE) {
			m->doc->kind =
			    section_page_kind(b->text, &m->outline->is_agenda);
			if (mb_str_equal_nocase(b->text,
						MB_STR("issue - decisions")))
				m->outline->first_section = SECTION_DECISION;
			break;
		}
	}
}

/* "Meeting: 14/03/2018 - Council (Item 61)" on the page of an issue */
static bool is_issue_meeting(const struct marked *m, const struct block *b)
{
	struct mb_str label = MB_STR("Meeting:");
	struct mb_date_found found;

	return m->doc->kind == MB_DOC_ITEM &&
	       (b->mark == MARK_NONE || b->mark == MARK_SECTION) &&
	       mb_str_starts(b->text, label) &&
	       mb_date_find(mb_str_drop(b->text, label.len), &found);
}

static bool is_label(const struct block *b)
{
	enum section section = section_of_label(b->text);

	return b->mark == MARK_SECTION &&
	       (section == SECTION_MINUTES || section == SECTION_DECISION);
}

static void look_around(struct marked *m)
{
	for (size_t i = 0; i < m->blocks->n; i++) {
		const struct block *b = &m->blocks->items[i];

		m->n_meetings += is_issue_meeting(m, b);
		m->has_labels |= is_label(b);
	}
}

/* "18/09/2013 - Market Hall": when it was decided, and then its title */
static struct mb_str cut_day(struct marked *m, struct mb_str title)
{
	static const char *const dashes[] = { " - ", " \xE2\x80\x93 " };
	size_t at = MB_STR_NONE;
	struct mb_date_found found;

	for (size_t i = 0; i < 2 && at == MB_STR_NONE; i++)
		at = mb_str_find(title, mb_str_of(dashes[i]));
	if (at == MB_STR_NONE ||
	    !mb_date_find(mb_str_take(title, at), &found) || found.start > 0 ||
	    found.end < at)
		return title;
	facts_set_date(m->blocks, m->doc, &found, MB_DATE_FROM_DOCUMENT, 0);
	title = mb_str_drop(title, at + 1); /* behind the dash, too */
	return mb_str_trim(mb_str_cut(title, ' ').tail);
}

static void mark_heading(struct marked *m, const struct block *b)
{
	if (m->doc->kind == MB_DOC_MEETING ||
	    m->doc->kind == MB_DOC_ATTENDANCE || m->doc->kind == MB_DOC_LIST) {
		heading_read(m->blocks, b->text, m->doc);
		add(m, PART_HEADER, b);
		return;
	}
	/* a page of one item or decision has its title here */
	if (m->has_item)
		return;
	m->subject = cut_day(m, b->text);
	add(m, PART_ITEM, b)->title = m->subject;
	m->has_item = true;
}

/* "61 Market Street", where the page is about Market Street */
static struct mb_str cut_number(const struct marked *m, struct mb_str *title)
{
	struct marker marker = marker_of(*title);
	struct mb_str rest = mb_str_drop(*title, marker.len);

	if (marker.style == MARKER_NONE || m->subject.len == 0 ||
	    !title_is_same(m->subject, rest))
		return (struct mb_str){ NULL, 0 };
	*title = rest;
	return marker.number;
}

/* Whether the item @last still waits for @title, or has it from the page. */
static bool waits_for(const struct part *last, struct mb_str title)
{
	return last && last->kind == PART_ITEM &&
	       (last->title.len == 0 ||
		(last->number.len == 0 && title_is_same(last->title, title)));
}

static void mark_item(struct marked *m, const struct block *b)
{
	struct outline *o = m->outline;
	struct part *last = o->n > 0 ? &o->items[o->n - 1] : NULL;
	struct mb_str title = link_title(b->text), number;

	m->has_item = true;
	if (b->mark == MARK_ITEM_NUMBER && m->subject.len > 0) {
		m->number = title_trim(b->text); /* its title follows */
		return;
	}
	if (b->mark == MARK_ITEM_NUMBER) {
		add(m, PART_ITEM, b)->number = title_trim(b->text);
		return;
	}
	number = cut_number(m, &title);
	if (!waits_for(last, title))
		last = add(m, PART_ITEM, b);
	else if (number.len > 0 || last->block->site_id == 0)
		last->block = b;
	last->title = title;
	if (number.len == 0 && last->number.len == 0)
		number = m->number;
	if (number.len > 0)
		last->number = number;
	m->number.len = 0;
	if (b->href.len > 0 || link_title(b->text).len < b->text.len)
		add(m, PART_DOCUMENT, b)->title = title;
}

/*
 * A row of a recorded vote: title, type, text, result.  Its text begins with
 * what was voted on; the caption and the row of headings say nothing.
 */
static void mark_vote(struct marked *m, const struct block *b)
{
	struct mb_buf text = MB_BUF_INIT;
	struct part *part;

	if (b->kind != BLOCK_ROW || b->n_cells < 3 ||
	    mb_str_equal_nocase(b->cells[0], MB_STR("title")))
		return;
	part = add(m, PART_VOTE, b);
	for (size_t i = 0; i < b->n_cells; i++) {
		if (i == 1 || b->cells[i].len == 0)
			continue; /* every type is "Motion" */
		if (text.len > 0)
			mb_buf_add_char(&text, '\n');
		mb_buf_add(&text, b->cells[i]);
	}
	if (mb_buf_move(&text, m->blocks->arena, &part->text, NULL) != MB_OK)
		m->blocks->has_failed = true;
	mb_buf_release(&text);
}

/* An issue that came to one meeting is an item of it. */
static void mark_meeting(struct marked *m, const struct block *b)
{
	m->number = item_number_in_trail(b->text);
	if (m->subject.len == 0) { /* its title may follow, or was lost */
		add(m, PART_ITEM, b)->number = m->number;
		m->has_item = true;
	}
	if (m->n_meetings == 1)
		heading_read_fact(m->blocks, b->text, m->doc);
}

/* "Present: Councillors ..." above the items of a whole meeting */
static bool mark_people(struct marked *m, const struct block *b)
{
	enum mb_presence presence;
	struct mb_str rest;

	return !m->has_item && m->doc->kind == MB_DOC_MEETING &&
	       attendance_label(b->text, &presence, &rest) &&
	       attendance_names_first(rest) &&
	       roll_read(m->blocks, rest, presence, b->line, m->doc) > 0;
}

/* What a meeting did, as no agenda can tell it. */
static bool tells_of_meeting(struct mb_str text)
{
	struct mb_speaker speaker;

	return speaker_find(text, NULL, &speaker) || motion_is_decision(text) ||
	       vote_is_told(text) ||
	       mb_str_starts(text, MB_STR("There were no "));
}

/* Some copies of an item's page lose its labels. */
static void begin_minutes(struct marked *m, const struct block *b)
{
	if (m->doc->kind != MB_DOC_ITEM || m->has_labels || m->tells ||
	    !tells_of_meeting(b->text))
		return;
	add(m, PART_SECTION, b)->section = SECTION_MINUTES;
	m->tells = true;
}

static void mark_text(struct marked *m, const struct block *b)
{
	begin_minutes(m, b);
	if (mark_people(m, b)) {
		add(m, PART_HEADER, b);
		return;
	}
	/* unmarked links, and all such text outside of items, are the site's */
	if (b->mark == MARK_TEXT || (m->has_item && !b->is_link))
		add(m, PART_TEXT, b);
}

static void mark_block(struct marked *m, size_t i)
{
	const struct block *b = &m->blocks->items[i];

	switch (b->mark) {
	case MARK_PAGE_TITLE:
		facts_set_status(m->doc, b->text);
		add(m, PART_HEADER, b);
		break;
	case MARK_MEETING:
		mark_heading(m, b);
		break;
	case MARK_BODY:
		heading_read(m->blocks, b->text, m->doc);
		break;
	case MARK_FACT:
		heading_read_block(m->blocks, i, m->doc);
		break;
	case MARK_ITEM_NUMBER:
	case MARK_ITEM_TITLE:
		mark_item(m, b);
		break;
	case MARK_SECTION:
		if (is_issue_meeting(m, b)) {
			mark_meeting(m, b);
			break;
		}
		add(m, PART_SECTION, b)->section = section_of_label(b->text);
		break;
	case MARK_DOCUMENT:
		add(m, PART_DOCUMENT, b)->title = b->text;
		break;
	case MARK_VOTE:
		mark_vote(m, b);
		break;
	case MARK_ATTENDEE:
		if (b->kind == BLOCK_ROW)
			attendance_add_row(m->blocks, b, MB_PRESENT, m->doc);
		break;
	case MARK_TEXT:
	case MARK_NONE:
		if (is_issue_meeting(m, b))
			mark_meeting(m, b);
		else if (m->doc->kind == MB_DOC_ATTENDANCE &&
			 b->kind == BLOCK_ROW && attendance_row_tells(b))
			attendance_add_row(m->blocks, b, MB_PRESENT, m->doc);
		else
			mark_text(m, b);
		break;
	}
}

void outline_marked(struct blocks *blocks, struct mb_doc *doc,
		    struct outline *outline)
{
	struct marked m = { .blocks = blocks, .doc = doc, .outline = outline };

	find_kind(&m);
	look_around(&m);
	outline->has_paragraph_numbers =
	    doc->kind == MB_DOC_ITEM && chain_has_paragraph_numbers(blocks, 0);
	for (size_t i = 0; i < blocks->n && !blocks->has_failed; i++)
		mark_block(&m, i);
	outline->evidence = 3;
}
