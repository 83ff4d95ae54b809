#include "outline.h"

#include "attendance.h"
#include "facts.h"
#include "header.h"
#include "heading.h"
#include "marker.h"
#include "metadata.h"
#include "roll.h"
#include "sections.h"
#include "titles.h"
#include "vocabulary.h"
#include "words.h"

/* --- parts ------------------------------------------------------------- */

static struct part *add_part(struct blocks *blocks, struct outline *outline,
			     enum part_kind kind, const struct block *block)
{
	struct part *moved =
	    mb_arena_grow(blocks->arena, outline->items, outline->n,
			  &outline->capacity, sizeof(*moved));

	if (!moved) {
		blocks->has_failed = true;
		return &outline->nowhere;
	}
	outline->items = moved;
	moved = &outline->items[outline->n++];
	*moved =
	    (struct part){ .kind = kind, .block = block, .text = block->text };
	return moved;
}

/* --- pages of known sites ---------------------------------------------- */

struct marked {
	struct blocks *blocks;
	struct mb_doc *doc;
	struct outline *outline;
	struct part *item; /* whose title has not come yet */
	bool has_item;
	enum section section;
};

static void mark_heading(struct marked *m, const struct block *b)
{
	if (m->doc->kind == MB_DOC_MEETING ||
	    m->doc->kind == MB_DOC_ATTENDANCE || m->doc->kind == MB_DOC_LIST) {
		heading_read(m->blocks, b->text, m->doc);
		add_part(m->blocks, m->outline, PART_HEADER, b);
		return;
	}
	/* a page of one item or decision has its title here */
	if (m->has_item)
		return;
	add_part(m->blocks, m->outline, PART_ITEM, b)->title = b->text;
	m->has_item = true;
}

static void mark_item(struct marked *m, const struct block *b)
{
	struct outline *o = m->outline;
	struct part *last = o->n > 0 ? &o->items[o->n - 1] : NULL;

	m->has_item = true;
	m->section = SECTION_NONE;
	if (b->mark == MARK_ITEM_NUMBER) {
		add_part(m->blocks, o, PART_ITEM, b)->number =
		    title_trim(b->text);
		return;
	}
	if (last && last->kind == PART_ITEM && last->title.len == 0)
		last->title = b->text;
	else
		add_part(m->blocks, o, PART_ITEM, b)->title = b->text;
	if (b->href.len > 0)
		add_part(m->blocks, o, PART_DOCUMENT, b)->title = b->text;
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
	part = add_part(m->blocks, m->outline, PART_VOTE, b);
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

static void mark_text(struct marked *m, const struct block *b)
{
	/* unmarked text outside of items is the site's own */
	if (m->has_item || b->mark == MARK_TEXT)
		add_part(m->blocks, m->outline, PART_TEXT, b);
}

static void outline_marked(struct blocks *blocks, struct mb_doc *doc,
			   struct outline *outline)
{
	struct marked m = { .blocks = blocks, .doc = doc, .outline = outline };

	/* a fragment without its heading: the marks tell what it is */
	doc->kind = MB_DOC_DECISION;
	for (size_t i = 0; i < blocks->n; i++) {
		enum block_mark mark = blocks->items[i].mark;

		if (mark == MARK_ITEM_NUMBER || mark == MARK_BODY)
			doc->kind = MB_DOC_MEETING;
		if (mark == MARK_PAGE_TITLE) {
			doc->kind = section_page_kind(blocks->items[i].text,
						      &outline->is_agenda);
			break;
		}
	}
	outline->is_item_page = doc->kind == MB_DOC_ITEM;
	for (size_t i = 0; i < blocks->n && !blocks->has_failed; i++) {
		const struct block *b = &blocks->items[i];

		switch (b->mark) {
		case MARK_PAGE_TITLE:
			facts_set_status(doc, b->text);
			add_part(blocks, outline, PART_HEADER, b);
			break;
		case MARK_MEETING:
			mark_heading(&m, b);
			break;
		case MARK_BODY:
			heading_read(blocks, b->text, doc);
			break;
		case MARK_FACT:
			heading_read_block(blocks, i, doc);
			break;
		case MARK_ITEM_NUMBER:
		case MARK_ITEM_TITLE:
			mark_item(&m, b);
			break;
		case MARK_SECTION:
			m.section = section_of_label(b->text);
			add_part(blocks, outline, PART_SECTION, b)->section =
			    m.section;
			break;
		case MARK_DOCUMENT:
			add_part(blocks, outline, PART_DOCUMENT, b)->title =
			    b->text;
			break;
		case MARK_VOTE:
			mark_vote(&m, b);
			break;
		case MARK_ATTENDEE:
			if (b->kind == BLOCK_ROW)
				attendance_add_row(blocks, b, MB_PRESENT, doc);
			break;
		case MARK_TEXT:
		case MARK_NONE:
			mark_text(&m, b);
			break;
		}
	}
	outline->evidence = 3;
}

/* --- all other documents ----------------------------------------------- */

struct plain {
	struct blocks *blocks;
	struct mb_doc *doc;
	struct outline *outline;
	const struct numbering *numbering;
	size_t first_item;  /* block; blocks->n when there is none */
	bool in_attendance; /* a list of people goes on */
	enum mb_presence presence;
	bool in_documents; /* a list of supporting documents goes on */
};

static void begin_attendance(struct plain *p, const struct block *b,
			     enum mb_presence presence, struct mb_str rest)
{
	p->in_attendance = true;
	p->presence = presence;
	if (rest.len == 0)
		return;
	if (presence == MB_APOLOGIES)
		attendance_add_apologies(p->blocks, rest, b->line, p->doc);
	else
		roll_read(p->blocks, rest, presence, b->line, p->doc);
}

/* A line under a label: people, or something that ends the list. */
static bool takes_people(struct plain *p, const struct block *b)
{
	if (b->kind == BLOCK_ROW && b->n_cells > 1)
		return attendance_add_row(p->blocks, b, p->presence, p->doc) >
			   0 ||
		       !title_is_sentence(b->text);
	if (title_is_sentence(b->text))
		return false;
	/* "." or "and 14 members of the public" ends nothing */
	return b->text.len < 3 ||
	       roll_read(p->blocks, b->text, p->presence, b->line, p->doc) >
		   0 ||
	       mb_str_find_nocase(b->text, MB_STR("public")) != MB_STR_NONE;
}

/*
 * Takes a block of the attendance: a label with its list, or what goes on
 * under one.  False when the block is something else.
 */
static bool take_attendance(struct plain *p, const struct block *b)
{
	enum mb_presence presence;
	struct mb_str rest;

	if (attendance_label(b->text, &presence, &rest) &&
	    (rest.len == 0 || !title_is_sentence(rest) ||
	     attendance_names_first(rest))) {
		begin_attendance(p, b, presence, rest);
	} else if (attendance_is_excuse(b->text)) {
		attendance_add_apologies(p->blocks, b->text, b->line, p->doc);
	} else if (!p->in_attendance || !takes_people(p, b)) {
		p->in_attendance = false;
		return false;
	}
	add_part(p->blocks, p->outline, PART_HEADER, b);
	return true;
}

/* The number of the item that block @i begins, and the text behind it. */
static struct mb_str cut_number(const struct block *b,
				const struct numbering *numbering,
				struct mb_str *number)
{
	struct marker marker = { .style = MARKER_NONE };

	*number = (struct mb_str){ NULL, 0 };
	if (marker_of(b->marker).style != MARKER_NONE) {
		*number = title_trim(b->marker);
		return b->text;
	}
	if (numbering->scheme == SCHEME_NUMBERS || b->kind == BLOCK_HEADING)
		marker = marker_of(b->text);
	if (marker.style == MARKER_NONE)
		return b->text;
	*number = marker.number;
	return mb_str_drop(b->text, marker.len);
}

/* Whether the text behind a number is a title and nothing else. */
static bool is_whole_title(struct mb_str text, const struct block *b,
			   enum scheme scheme)
{
	bool is_marked = b->is_bold || b->kind == BLOCK_HEADING;
	double needed = mb_str_ends(text, MB_STR(".")) ? 0.5 : 0.0;

	if (scheme != SCHEME_NUMBERS)
		return true;
	return title_score(text, is_marked) > needed;
}

/* A long title under a number that stands alone: bold, or no sentence. */
static bool is_apart(struct mb_str text, const struct block *b)
{
	return text.len <= 300 &&
	       (b->is_bold ||
		(!title_is_sentence(text) && !mb_str_ends(text, MB_STR("."))));
}

/* A bold title over several lines: those behind the last one taken. */
static struct mb_str join_bold_lines(struct plain *p, size_t i, size_t *n_taken,
				     struct mb_str title)
{
	struct blocks *blocks = p->blocks;
	size_t end = i + *n_taken;
	struct mb_buf all = MB_BUF_INIT;

	if (*n_taken < 2 || !blocks->items[end - 1].is_bold)
		return title;
	mb_buf_add(&all, title);
	while (end < blocks->n && blocks->items[end].is_bold &&
	       !p->numbering->begins_item[end] &&
	       !mb_str_ends(mb_buf_str(&all), MB_STR(".")) &&
	       all.len + blocks->items[end].text.len <= 240 &&
	       title_score(blocks->items[end].text, true) > -0.5 &&
	       !mb_str_ends(blocks->items[end].text, MB_STR(":"))) {
		mb_buf_add_char(&all, ' ');
		mb_buf_add(&all, blocks->items[end++].text);
	}
	if (end > i + *n_taken)
		title = blocks_clean(blocks, mb_buf_str(&all));
	*n_taken = end - i;
	blocks->has_failed |= all.has_failed;
	mb_buf_release(&all);
	return title;
}

/*
 * Begins an item at block @i; how many blocks it took.  "1. Present: ..." is
 * no item but attendance, "2. Apologies: ..." is both.
 */
static size_t begin_item(struct plain *p, size_t i)
{
	const struct block *b = &p->blocks->items[i];
	struct mb_str number, title = { NULL, 0 };
	struct mb_str text = cut_number(b, p->numbering, &number);
	size_t n_taken = 1;
	enum mb_presence presence;
	struct mb_str rest = { NULL, 0 };
	struct part *part;

	if (text.len == 0 && i + 1 < p->blocks->n &&
	    !p->numbering->begins_item[i + 1]) {
		text = p->blocks->items[i + 1].text;
		n_taken = 2;
	}
	p->in_attendance = false;
	p->in_documents = false;
	text = join_bold_lines(p, i, &n_taken, text);
	if (attendance_label(text, &presence, &rest) &&
	    presence != MB_APOLOGIES &&
	    (rest.len > 0 || attendance_says_present(text))) {
		begin_attendance(p, b, presence, rest);
		add_part(p->blocks, p->outline, PART_HEADER, b);
		return n_taken;
	}
	rest = (struct mb_str){ NULL, 0 };
	if (!title_split(text, &title, &rest)) {
		if (is_whole_title(text, &p->blocks->items[i + n_taken - 1],
				   p->numbering->scheme) ||
		    (n_taken > 1 && is_apart(text, &b[n_taken - 1])))
			title = title_trim(text);
		else
			rest = text;
	}
	part = add_part(p->blocks, p->outline, PART_ITEM, b);
	part->number = number;
	part->title = title;
	if (rest.len > 0)
		add_part(p->blocks, p->outline, PART_TEXT, b)->text = rest;
	return n_taken;
}

/* Where a title ends that is followed by its lead, its time and more text. */
static size_t title_end(struct mb_str text)
{
	size_t at = mb_str_find_nocase(text, MB_STR(" minutes)"));

	return at == MB_STR_NONE || at > 300 ? text.len : at + 9;
}

/* A saved item page: "Agenda item" and then the title. */
static size_t begin_item_page(struct plain *p)
{
	const struct block *b = p->blocks->items;
	struct mb_str rest;
	size_t end;

	if (p->blocks->n < 2 ||
	    !mb_str_equal_nocase(title_trim(b[0].text), MB_STR("agenda item")))
		return 0;
	end = title_end(b[1].text);
	rest = mb_str_trim(mb_str_drop(b[1].text, end));
	add_part(p->blocks, p->outline, PART_HEADER, &b[0]);
	add_part(p->blocks, p->outline, PART_ITEM, &b[1])->title =
	    mb_str_take(b[1].text, end);
	if (rest.len > 0)
		add_part(p->blocks, p->outline, PART_TEXT, &b[1])->text = rest;
	p->outline->is_item_page = true;
	return 2;
}

/* "Decision:", "Minutes:" as labels between paragraphs. */
static bool take_section(struct plain *p, const struct block *b)
{
	enum section section = section_of_label(b->text);

	if (section == SECTION_NONE ||
	    !(p->outline->is_item_page || mb_str_ends(b->text, MB_STR(":"))))
		return false;
	if (!p->outline->is_item_page && section == SECTION_MINUTES)
		return false; /* in a whole meeting it titles an item */
	add_part(p->blocks, p->outline, PART_SECTION, b)->section = section;
	p->in_documents = section == SECTION_DOCUMENTS;
	return true;
}

static size_t find_first_item(const struct blocks *blocks,
			      const struct numbering *numbering)
{
	for (size_t i = 0; i < blocks->n; i++)
		if (numbering->begins_item[i])
			return i;
	return blocks->n;
}

/* "AGENDA" above the items and no minutes anywhere. */
static bool is_agenda(const struct blocks *blocks, size_t end)
{
	bool says_agenda = false;

	for (size_t i = 0; i < end && i < 16; i++) {
		struct mb_str text = blocks->items[i].text;

		if (mb_str_find_nocase(text, MB_STR("minutes")) != MB_STR_NONE)
			return false;
		if (mb_str_starts_nocase(text, MB_STR("agenda")) ||
		    mb_str_find_nocase(text, MB_STR("summoned")) != MB_STR_NONE)
			says_agenda = true;
	}
	return says_agenda;
}

static void outline_plain(struct blocks *blocks, struct mb_doc *doc,
			  struct outline *outline)
{
	size_t header = header_end(blocks);
	struct numbering numbering;
	struct plain p = { .blocks = blocks,
			   .doc = doc,
			   .outline = outline,
			   .numbering = &numbering };
	size_t i;

	attendance_join(blocks, header);
	numbering = numbering_find(blocks, header);

	if (blocks->has_failed)
		return;
	i = begin_item_page(&p);
	p.first_item = find_first_item(blocks, &numbering);
	outline->has_paragraph_numbers = numbering.has_paragraph_numbers;
	outline->evidence = header_read(blocks, header, doc);
	outline->is_agenda = is_agenda(blocks, p.first_item);
	if (outline->is_item_page)
		outline->evidence = 3;
	else if (numbering.scheme == SCHEME_NUMBERS ||
		 numbering.scheme == SCHEME_LABELS)
		outline->evidence += numbering.score > 4;
	while (i < blocks->n && !blocks->has_failed) {
		const struct block *b = &blocks->items[i];

		if (numbering.begins_item[i] && !outline->is_item_page) {
			i += begin_item(&p, i);
			continue;
		}
		i++;
		if (take_section(&p, b))
			continue;
		if (p.in_documents)
			add_part(blocks, outline, PART_DOCUMENT, b)->title =
			    b->text;
		else if (i <= header && !outline->is_item_page)
			add_part(blocks, outline, PART_HEADER, b);
		else if (i <= p.first_item && take_attendance(&p, b))
			;
		else if (!(p.in_attendance && take_attendance(&p, b)))
			add_part(blocks, outline, PART_TEXT, b);
	}
	outline->evidence += doc->n_attendance > 0;
}

struct outline outline_build(struct blocks *blocks, struct mb_doc *doc)
{
	struct outline outline = { .items = NULL };

	if (blocks->is_sectioned)
		outline_marked(blocks, doc, &outline);
	else
		outline_plain(blocks, doc, &outline);
	metadata_read(blocks, doc);
	return outline;
}
