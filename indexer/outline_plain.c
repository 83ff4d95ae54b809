#include "outline_plain.h"

#include "apologies.h"
#include "attendance.h"
#include "attendees.h"
#include "header.h"
#include "line_end.h"
#include "marker.h"
#include "minutebook/text.h"
#include "motions.h"
#include "number_behind.h"
#include "number_apart.h"
#include "outline_people.h"
#include "run_in.h"
#include "sections.h"
#include "titles.h"

struct plain {
	struct blocks *blocks;
	struct mb_doc *doc;
	struct outline *outline;
	struct numbering numbering;
	size_t header;     /* the block behind it */
	size_t first_item; /* block; blocks->n when there is none */
	struct people people;
	bool in_documents; /* a list of supporting documents goes on */
};

static struct part *add(struct plain *p, enum part_kind kind,
			const struct block *b)
{
	return outline_add(p->blocks, p->outline, kind, b);
}

/* --- the whole document ------------------------------------------------ */

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
		if ((mb_str_starts_nocase(text, MB_STR("agenda")) &&
		     !mb_str_starts_nocase(text, MB_STR("agenda item"))) ||
		    mb_str_find_nocase(text, MB_STR("summoned")) != MB_STR_NONE)
			says_agenda = true;
	}
	return says_agenda;
}

/* How sure it is that this is a meeting, before its items are read. */
static int weigh_evidence(struct plain *p)
{
	int evidence = header_read(p->blocks, p->header, p->doc);

	if (p->numbering.scheme == SCHEME_NUMBERS ||
	    p->numbering.scheme == SCHEME_LABELS)
		evidence += p->numbering.score > 4;
	return evidence;
}

/* --- items ------------------------------------------------------------- */

#define MAX_LONG_TITLE 240

/* What begins an item. */
struct opening {
	const struct block *block; /* the first of it */
	size_t n_blocks;
	struct mb_str number, title;
	struct mb_str text; /* of title and text until they are divided */
};

/* The number of the item that block @i begins, and the text behind it. */
static struct mb_str cut_number(const struct block *b,
				const struct numbering *numbering,
				struct mb_str *number)
{
	struct marker marker;

	*number = (struct mb_str){ NULL, 0 };
	if (marker_of(b->marker).style != MARKER_NONE) {
		*number = title_trim(b->marker);
		return b->text;
	}
	marker = marker_of(b->text);
	if (numbering->scheme != SCHEME_NUMBERS && b->kind != BLOCK_HEADING &&
	    marker.style != MARKER_DOT)
		marker.style = MARKER_NONE;
	if (marker.style == MARKER_NONE) {
		struct mb_str title = b->text;

		if (numbering->has_numbers_behind)
			(void)number_behind_cut(&title, number);
		return title;
	}
	*number = marker.number;
	return mb_str_drop(b->text, marker.len);
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
	       !p->numbering.begins_item[end] &&
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

static struct opening read_opening(struct plain *p, size_t i)
{
	const struct blocks *blocks = p->blocks;
	struct opening o = { .block = &blocks->items[i], .n_blocks = 1 };

	o.text = cut_number(o.block, &p->numbering, &o.number);
	if (o.text.len == 0 && i + 1 < blocks->n &&
	    !p->numbering.begins_item[i + 1]) {
		o.text = blocks->items[i + 1].text;
		o.n_blocks = 2;
	}
	o.text = join_bold_lines(p, i, &o.n_blocks, o.text);
	return o;
}

/* "1. Present: ..." is no item but attendance, "2. Apologies: ..." is both. */
static bool take_numbered_attendance(struct plain *p, const struct opening *o)
{
	enum mb_presence presence;
	struct mb_str rest = { NULL, 0 };

	if (!attendance_label(o->text, &presence, &rest) ||
	    presence == MB_APOLOGIES ||
	    (rest.len == 0 && !attendance_says_present(o->text)))
		return false;
	people_begin(&p->people, o->block, presence, rest);
	add(p, PART_HEADER, o->block);
	return true;
}

/* Whether the text behind a number is a title and nothing else. */
static bool is_whole_title(struct mb_str text, const struct block *b,
			   enum scheme scheme)
{
	bool is_marked = b->is_bold || b->kind == BLOCK_HEADING;
	double needed =
	    mb_str_ends(text, MB_STR(".")) && !is_marked ? 0.5 : 0.0;

	if (scheme != SCHEME_NUMBERS)
		return true;
	if (mb_is_in_capitals(text) && text.len <= MAX_LONG_TITLE &&
	    !motion_begins_resolution(text))
		return true;
	return title_score(text, is_marked) > needed;
}

/* A long title under a number that stands alone: bold, or no sentence. */
static bool is_apart(struct mb_str text, const struct block *b)
{
	return text.len <= 300 &&
	       (b->is_bold ||
		((!title_is_sentence(text) || title_is_standard(text)) &&
		 !mb_str_ends(text, MB_STR("."))));
}

/* A title that is set apart in bold, and the text that runs on from it. */
static bool cut_lead(const struct block *b, struct mb_str text,
		     struct mb_str *title, struct mb_str *rest)
{
	const char *end = b->text.ptr + b->bold_front.len;
	size_t n;

	/* that of a row is its second cell's */
	if (b->bold_front.len == 0 || !mb_str_starts(b->text, b->bold_front))
		return false;
	if (text.ptr < b->text.ptr || end <= text.ptr ||
	    end > text.ptr + text.len)
		return false;
	n = (size_t)(end - text.ptr);
	*title = title_trim(mb_str_take(text, n));
	*rest = title_trim_front(mb_str_drop(text, n));
	return rest->len > 0 && title_score(*title, true) > 0.3;
}

/* "2. Apologies were received from Cllr Finch": the sentence has a title. */
static bool cut_apologies(struct mb_str text, struct mb_str *title,
			  struct mb_str *rest)
{
	size_t at = mb_str_find_nocase(text, MB_STR(" were received from "));

	if (at == MB_STR_NONE || !apologies_is_title(mb_str_take(text, at)) ||
	    !title_is_boilerplate(text))
		return false;
	*title = mb_str_take(text, at);
	*rest = text;
	return true;
}

/* Whether another paragraph follows in the item that @o opens. */
static bool has_text_below(const struct plain *p, const struct opening *o)
{
	size_t next = (size_t)(o->block - p->blocks->items) + o->n_blocks;

	return next < p->blocks->n && !p->numbering.begins_item[next];
}

static size_t find_dash(struct mb_str text)
{
	size_t at = mb_str_find(text, MB_STR(" - "));

	return at != MB_STR_NONE ? at
				 : mb_str_find(text, MB_STR(" \xE2\x80\x93 "));
}

/* "Planning: Hill House" has one, "DEFERRED: HILL HOUSE" is all title */
static bool has_no_label(struct mb_str text)
{
	return mb_str_find_char(text, ':') == MB_STR_NONE ||
	       mb_is_in_capitals(text);
}

/*
 * "4. Planning - Derelict site at Barrack Lane", where no sentence runs on and
 * the text stands below.
 */
static bool is_all_title(const struct plain *p, const struct opening *o)
{
	const struct block *last = &o->block[o->n_blocks - 1];
	size_t at = find_dash(o->text);

	if (at == MB_STR_NONE || o->text.len > MAX_LONG_TITLE ||
	    !has_no_label(mb_str_take(o->text, at)) ||
	    line_ends_sentence(o->text) || title_is_sentence(o->text))
		return false;
	return last->is_bold || last->kind == BLOCK_HEADING ||
	       (o->number.len > 0 && has_text_below(p, o) &&
		!title_is_boilerplate(mb_str_take(o->text, at)));
}

static void divide(const struct plain *p, struct opening *o)
{
	const struct block *last = &o->block[o->n_blocks - 1];
	struct mb_str title, rest;

	if (cut_lead(last, o->text, &title, &rest) ||
	    run_in_split(o->text, &title, &rest) ||
	    cut_apologies(o->text, &title, &rest) ||
	    (!is_all_title(p, o) && title_split(o->text, &title, &rest))) {
		o->title = title;
		o->text = rest;
	} else if (is_whole_title(o->text, last, p->numbering.scheme) ||
		   (o->n_blocks > 1 && is_apart(o->text, last))) {
		o->title = title_trim(o->text);
		o->text = (struct mb_str){ NULL, 0 };
	}
}

/* Begins an item at block @i; how many blocks it took. */
static size_t begin_item(struct plain *p, size_t i)
{
	struct opening o = read_opening(p, i);
	struct part *part;

	p->people.is_open = false;
	p->in_documents = false;
	if (take_numbered_attendance(p, &o))
		return o.n_blocks;
	divide(p, &o);
	part = add(p, PART_ITEM, o.block);
	part->number = o.number;
	part->title = o.title;
	if (o.text.len > 0)
		add(p, PART_TEXT, o.block)->text = o.text;
	return o.n_blocks;
}

/* --- all blocks -------------------------------------------------------- */

/* "Decision:", "Minutes:" as labels between paragraphs. */
static bool take_section(struct plain *p, const struct block *b)
{
	enum section section = section_of_label(b->text);

	/* "DECISION" and "Attachments" by themselves need no colon */
	if (section == SECTION_NONE ||
	    !(section == SECTION_DECISION || section == SECTION_DOCUMENTS ||
	      mb_str_ends(b->text, MB_STR(":"))))
		return false;
	if (title_is_standard(b->text))
		return false; /* in a whole meeting "Minutes" is an item */
	add(p, PART_SECTION, b)->section = section;
	p->in_documents = section == SECTION_DOCUMENTS;
	return true;
}

/* How many blocks behind the first title may hold the roll. */
#define MAX_ROLL_BLOCKS 16

/* Below the title of a roll, or a line behind it. */
static bool is_under_roll(const struct plain *p)
{
	const struct outline *o = p->outline;

	for (size_t k = o->n; k-- > 0 && k + 2 >= o->n;)
		if (o->items[k].kind == PART_ITEM)
			return attendance_is_roll(o->items[k].title);
	return false;
}

/* Takes block @i if it is of the attendance. */
static bool is_of_people(struct plain *p, size_t i)
{
	const struct block *b = &p->blocks->items[i];

	if ((i < p->first_item || p->people.is_open) &&
	    people_take(&p->people, b))
		return true;
	return i >= p->first_item && i <= p->first_item + MAX_ROLL_BLOCKS &&
	       people_take_roll(&p->people, b, is_under_roll(p));
}

static void take_header(struct plain *p, const struct block *b)
{
	add(p, PART_HEADER, b);
	if (attendance_follows(b->text))
		people_begin(&p->people, b, MB_PRESENT,
			     (struct mb_str){ NULL, 0 });
}

/* Of a list of documents is a name, and above the items only a link. */
static bool is_of_documents(struct plain *p, size_t i)
{
	const struct block *b = &p->blocks->items[i];

	if (p->in_documents && !b->is_file && !b->is_link &&
	    (i < p->first_item || title_is_sentence(b->text)))
		p->in_documents = false;
	return p->in_documents || (b->is_file && i > p->first_item);
}

/* "(Item 5)" below the title of minute 61: where the agenda has it */
static bool is_place_on_agenda(const struct plain *p, const struct block *b)
{
	const struct outline *o = p->outline;
	struct mb_str rest = b->text;
	unsigned long n;

	if (o->n == 0 || o->items[o->n - 1].kind != PART_ITEM ||
	    !mb_str_starts_nocase(rest, MB_STR("(item ")))
		return false;
	rest = mb_str_drop(rest, 6);
	return mb_str_number(&rest, 999, &n) && mb_str_equal(rest, MB_STR(")"));
}

/* Takes block @i, and what belongs to it; how many blocks it took. */
static size_t take_block(struct plain *p, size_t i)
{
	const struct block *b = &p->blocks->items[i];

	if (p->numbering.begins_item[i])
		return begin_item(p, i);
	if (is_place_on_agenda(p, b)) {
		add(p, PART_HEADER, b);
		return 1;
	}
	if (take_section(p, b))
		return 1;
	if (is_of_documents(p, i))
		add(p, PART_DOCUMENT, b)->title = b->text;
	else if (i < p->header)
		take_header(p, b);
	else if (is_of_people(p, i))
		add(p, PART_HEADER, b);
	else
		add(p, PART_TEXT, b);
	return 1;
}

void outline_plain(struct blocks *blocks, struct mb_doc *doc,
		   struct outline *outline)
{
	struct plain p = { .blocks = blocks,
			   .doc = doc,
			   .outline = outline,
			   .people = { .blocks = blocks, .doc = doc },
			   .header = header_end(blocks) };
	size_t i = 0;

	attendance_join(blocks, p.header);
	number_apart_join(blocks, p.header);
	p.numbering = numbering_find(blocks, p.header);
	if (blocks->has_failed)
		return;
	p.first_item = find_first_item(blocks, &p.numbering);
	p.people.starred = starred_find(blocks, p.first_item);
	outline->has_paragraph_numbers = p.numbering.has_paragraph_numbers;
	outline->evidence = weigh_evidence(&p);
	outline->is_agenda = is_agenda(blocks, p.first_item);
	outline->first_section =
	    outline->is_agenda ? SECTION_AGENDA : SECTION_NONE;
	while (i < blocks->n && !blocks->has_failed)
		i += take_block(&p, i);
	attendees_settle(doc);
	outline->evidence += doc->n_attendance > 0;
}
