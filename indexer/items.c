#include "items.h"

#include "marker.h"
#include "minutebook/text.h"
#include "motions.h"
#include "problems.h"
#include "speakers.h"
#include "titles.h"
#include "votes.h"
#include "words.h"

/* What an item's paragraphs and documents grow into. */
struct builder {
	struct blocks *blocks;
	struct mb_doc *doc;
	const struct outline *outline;
	enum section section;

	struct mb_item *item; /* the last of doc->items */
	size_t items_capacity, paragraphs_capacity, documents_capacity;

	/* the paragraph that grows */
	struct mb_buf text;
	struct mb_paragraph paragraph;
	bool has_paragraph;
	bool takes_list;    /* its last line announces one */
	bool is_list;       /* and entries have come */
	bool is_resolution; /* decided: what follows belongs to it */
	bool is_motion;     /* moved: seconder and text follow */
	bool is_vote;       /* its lines count a vote */
	bool is_account;    /* its lines are payments */
};

/* --- growing ----------------------------------------------------------- */

static void *grow(struct builder *b, void *items, size_t n, size_t *capacity,
		  size_t size)
{
	void *moved = mb_arena_grow(b->blocks->arena, items, n, capacity, size);

	if (!moved)
		b->blocks->has_failed = true;
	return moved;
}

/* "To consider the report", "I will ask": why the item is on the agenda. */
static bool states_purpose(const struct builder *b, struct mb_str text)
{
	static const char *const openings[] = { "I will ask", "I will move",
						"I will be asking",
						"I wish to ask" };
	struct mb_str rest = text;
	uint32_t c = 0;

	if (b->item->n_paragraphs > 0)
		return false;
	while (mb_utf8_next(&rest, &c) && !mb_is_letter(c))
		text = rest; /* a quotation mark */
	for (size_t i = 0; i < sizeof(openings) / sizeof(*openings); i++)
		if (mb_str_starts(text, mb_str_of(openings[i])))
			return true;
	return mb_str_starts(text, MB_STR("To ")) && text.len > 3 &&
	       mb_is_lower(text.ptr[3]) &&
	       !mb_str_starts(text, MB_STR("To be ")) &&
	       mb_str_find_nocase(text, MB_STR("resolved")) == MB_STR_NONE;
}

static enum mb_paragraph_kind kind_of(const struct builder *b,
				      struct mb_str text)
{
	struct mb_speaker speaker;

	switch (b->section) {
	case SECTION_AGENDA:
		return MB_PARAGRAPH_AGENDA;
	case SECTION_DECISION:
		return MB_PARAGRAPH_DECISION;
	default:
		break;
	}
	if (b->outline->is_agenda)
		return MB_PARAGRAPH_AGENDA;
	if (b->section == SECTION_NONE && states_purpose(b, text))
		return MB_PARAGRAPH_AGENDA;
	if (motion_begins_resolution(text))
		return MB_PARAGRAPH_DECISION;
	if (vote_is_told(text) && !speaker_find(text, NULL, &speaker))
		return MB_PARAGRAPH_VOTE;
	return motion_is_decision(text) ? MB_PARAGRAPH_DECISION
					: MB_PARAGRAPH_MINUTE;
}

static void end_paragraph(struct builder *b)
{
	struct mb_item *item = b->item;
	struct mb_paragraph *moved;

	if (!b->has_paragraph || b->blocks->has_failed)
		return;
	b->has_paragraph = false;
	if (mb_buf_move(&b->text, b->blocks->arena, &b->paragraph.text, NULL)) {
		b->blocks->has_failed = true;
		return;
	}
	if (b->paragraph.text.len == 0)
		return;
	b->paragraph.kind =
	    b->is_vote ? MB_PARAGRAPH_VOTE : kind_of(b, b->paragraph.text);
	moved = grow(b, item->paragraphs, item->n_paragraphs,
		     &b->paragraphs_capacity, sizeof(*moved));
	if (!moved)
		return;
	item->paragraphs = moved;
	item->paragraphs[item->n_paragraphs++] = b->paragraph;
}

static void begin_item(struct builder *b, const struct part *part)
{
	struct mb_doc *doc = b->doc;
	struct mb_item *moved;

	end_paragraph(b);
	moved = grow(b, doc->items, doc->n_items, &b->items_capacity,
		     sizeof(*moved));
	if (!moved)
		return;
	doc->items = moved;
	b->item = &doc->items[doc->n_items++];
	b->paragraphs_capacity = b->documents_capacity = 0;
	*b->item = (struct mb_item){ .number = { NULL, 0 } };
	if (!part)
		return;
	*b->item = (struct mb_item){
		.number = part->number,
		.title = part->title,
		.line = part->block->line,
		.page = part->block->page,
		.site_id = part->block->site_id,
	};
	title_cut_lead(b->item);
	b->item->title = title_trim(b->item->title);
	b->item->is_boilerplate = title_is_boilerplate(b->item->title);
}

static void add_document(struct builder *b, const struct part *part)
{
	struct mb_link *moved;

	if (!b->item)
		begin_item(b, NULL);
	if (b->blocks->has_failed)
		return;
	moved = grow(b, b->item->documents, b->item->n_documents,
		     &b->documents_capacity, sizeof(*moved));
	if (!moved)
		return;
	b->item->documents = moved;
	b->item->documents[b->item->n_documents++] =
	    (struct mb_link){ part->title, part->block->href };
}

/* --- paragraphs -------------------------------------------------------- */

static bool ends_with_sign(struct mb_str s, char sign)
{
	s = mb_str_trim(s);
	while (s.len > 0 &&
	       (s.ptr[s.len - 1] == '-' || s.ptr[s.len - 1] == ' '))
		s.len--;
	return s.len > 0 && s.ptr[s.len - 1] == sign;
}

static bool ends_with_word(struct mb_str s, struct mb_str word)
{
	return s.len > word.len &&
	       mb_str_equal_nocase(mb_str_drop(s, s.len - word.len), word);
}

static bool ends_sentence(struct mb_str s)
{
	uint32_t c = mb_utf8_last(s);

	while (s.len > 0 && (c == ')' || c == '"' || c == '\'' || c == 0x201D ||
			     c == 0x2019)) {
		s.len = mb_utf8_floor(s, s.len - 1);
		c = mb_utf8_last(s);
	}
	return c == '.' || c == '?' || c == '!';
}

/* A line that a list or a quotation must follow. */
static bool announces(struct mb_str s)
{
	return ends_with_sign(s, ':') || ends_with_word(s, MB_STR(" that")) ||
	       ends_with_word(s, MB_STR("following"));
}

static void begin_paragraph(struct builder *b, const struct block *block,
			    struct mb_str number, struct mb_str text)
{
	end_paragraph(b);
	if (!b->item)
		begin_item(b, NULL);
	mb_buf_truncate(&b->text, 0);
	mb_buf_add(&b->text, text);
	b->paragraph = (struct mb_paragraph){
		.number = number,
		.line = block->line,
		.page = block->page,
		.is_cut = block->is_cut,
	};
	b->has_paragraph = true;
	b->is_list = b->is_vote = b->is_account = false;
	b->takes_list = announces(text);
	b->is_resolution = motion_begins_resolution(text);
	b->is_motion = motion_goes_on(text) || b->is_resolution;
}

/* "Grass cutting - £186.00" under "Payments approved:" */
static bool is_account_line(struct mb_str text)
{
	size_t at = mb_str_find(text, MB_STR("\xC2\xA3"));

	return at != MB_STR_NONE && text.len <= 120 && text.len - at <= 40 &&
	       !title_is_sentence(text);
}

/* Adds a line to the paragraph: an entry, or a line of its own. */
static void add_line(struct builder *b, const struct block *block,
		     struct mb_str marker, struct mb_str text)
{
	mb_buf_add_char(&b->text, '\n');
	if (marker.len > 0) {
		struct mb_str rest = marker;
		uint32_t c = 0;

		mb_buf_add(&b->text, MB_STR("\xE2\x80\xA2 "));
		mb_utf8_next(&rest, &c);
		if (mb_is_letter(c) || c == '(' ||
		    (c < 0x80 && mb_is_digit((char)c))) {
			mb_buf_add(&b->text, marker);
			mb_buf_add_char(&b->text, ' ');
		}
		b->is_list = true;
	}
	mb_buf_add(&b->text, text);
	b->is_account = marker.len == 0 && is_account_line(text);
	b->paragraph.is_cut |= block->is_cut;
	b->takes_list =
	    announces(text) || (b->takes_list && ends_with_sign(text, ';'));
	b->is_resolution = b->is_resolution || motion_begins_resolution(text);
}

/* "o" and other letters of bullet fonts are no numerals. */
static bool is_list_style(enum marker_style style)
{
	return style == MARKER_LETTER || style == MARKER_ROMAN ||
	       style == MARKER_BRACKETS || style == MARKER_BRACKET ||
	       style == MARKER_DOT;
}

/* An entry of a list, whose sign stands in front or was cut off before. */
static bool is_entry(const struct block *block, const struct marker *marker)
{
	return block->kind == BLOCK_ENTRY || is_list_style(marker->style);
}

static bool begins_quote(struct mb_str s)
{
	uint32_t c = 0;

	mb_utf8_next(&s, &c);
	return c == '"' || c == 0x201C || c == 0x2018;
}

static bool begins_small(struct mb_str s)
{
	uint32_t c = 0;

	mb_utf8_next(&s, &c);
	return mb_is_lower_letter(c);
}

/* Whether an unnumbered line still belongs to the paragraph. */
static bool goes_on(const struct builder *b, const struct part *part)
{
	struct mb_str so_far = mb_buf_str(&b->text);
	struct mb_str text = part->text;
	struct mb_speaker speaker;

	if (!b->has_paragraph)
		return false;
	if (vote_line_of(text) == VOTE_ANNOUNCES)
		return false;
	if (b->is_motion && (motion_goes_on(text) || begins_quote(text)))
		return true;
	if (motion_begins_resolution(text))
		return b->is_motion && !b->is_resolution &&
		       !motion_begins_resolution(so_far);
	if (b->takes_list && (b->is_resolution || begins_quote(text)))
		return true;
	if (begins_small(text) &&
	    (ends_with_sign(so_far, ',') || ends_with_sign(so_far, ';') ||
	     announces(so_far)))
		return true;
	if (speaker_find(text, NULL, &speaker))
		return false;
	if (b->outline->has_paragraph_numbers && b->paragraph.number.len > 0)
		return true;
	if (b->takes_list && ends_with_sign(text, ';'))
		return true;
	return (b->takes_list || b->is_account) && is_account_line(text);
}

/*
 * Whether a list's entry belongs to the paragraph: it was announced, or goes
 * on, or is the first and the paragraph has not come to an end.
 */
static bool takes_entry(const struct builder *b, uint32_t value)
{
	if (!b->has_paragraph)
		return false;
	return b->takes_list || b->is_list ||
	       (value <= 1 && !ends_sentence(mb_buf_str(&b->text)));
}

/* A line of a recorded vote: all of them are one paragraph. */
static bool add_vote_line(struct builder *b, const struct part *part)
{
	struct mb_str none = { NULL, 0 };
	enum vote_line line = vote_line_of(part->text);
	enum vote_line before = VOTE_NO_LINE;

	if (line != VOTE_COUNTS && !(line == VOTE_RESULT && b->is_vote))
		return false;
	if (b->has_paragraph)
		before = vote_line_of(
		    mb_str_cut_last(mb_buf_str(&b->text), '\n').tail);
	if (b->has_paragraph && before == VOTE_NO_LINE)
		before = vote_line_of(mb_buf_str(&b->text));
	if (b->has_paragraph && before == VOTE_NO_LINE &&
	    vote_is_told(mb_buf_str(&b->text)))
		before = VOTE_ANNOUNCES;
	if (b->has_paragraph && (b->is_vote || before == VOTE_ANNOUNCES))
		add_line(b, part->block, none, part->text);
	else
		begin_paragraph(b, part->block, none, part->text);
	b->is_vote = true;
	return true;
}

static void add_text(struct builder *b, const struct part *part)
{
	const struct block *block = part->block;
	struct marker marker = marker_of(part->text);
	struct mb_str number = { NULL, 0 };
	struct mb_str text = part->text;
	struct mb_str sign =
	    block->kind == BLOCK_ENTRY ? block->marker : number;
	bool is_here = part->text.ptr == block->text.ptr; /* not run in */

	if (add_vote_line(b, part))
		return;

	if (marker.style == MARKER_TWO || marker.style == MARKER_THREE) {
		/* 12.5, even where a bullet has swallowed it */
		begin_paragraph(b, block, marker.number,
				mb_str_drop(text, marker.len));
		b->is_list = block->kind == BLOCK_ENTRY; /* and goes on so */
		return;
	}
	if (is_entry(block, &marker) && is_here) {
		if (sign.len == 0) {
			sign = mb_str_take(text, marker.len);
			sign = mb_str_trim(sign);
			text = mb_str_drop(text, marker.len);
		}
		if (takes_entry(b, marker_of(sign).part[0])) {
			add_line(b, block, sign, text);
			return;
		}
		if (block->kind == BLOCK_ENTRY && block->marker.len == 0 &&
		    b->has_paragraph &&
		    b->is_list) { /* an entry's second paragraph */
			add_line(b, block, number, text);
			return;
		}
		if (is_list_style(marker_of(sign).style))
			number = marker_of(sign).number;
		begin_paragraph(b, block, number, text);
		return;
	}
	if (goes_on(b, part))
		add_line(b, block, number, text);
	else
		begin_paragraph(b, block, number, text);
}

/* --- numbers ----------------------------------------------------------- */

/*
 * An item page whose paragraphs are 12.2, 12.3, ... and that prints no number
 * of its own is item 12: the number that most of its paragraphs have.
 */
static void imply_number(struct mb_item *item)
{
	size_t best = 0;

	for (size_t i = 0; i < item->n_paragraphs; i++) {
		struct mb_cut a = mb_str_cut(item->paragraphs[i].number, '.');
		size_t n = 0;

		for (size_t k = 0; k < item->n_paragraphs; k++) {
			struct mb_cut b =
			    mb_str_cut(item->paragraphs[k].number, '.');

			n += b.found && mb_str_equal(a.head, b.head);
		}
		if (a.found && n > best) {
			best = n;
			item->number = a.head;
		}
	}
}

static void check_numbers(struct blocks *blocks, struct mb_doc *doc,
			  const struct mb_item *item)
{
	for (size_t i = 1; i < item->n_paragraphs; i++) {
		const struct mb_paragraph *p = &item->paragraphs[i];
		const struct mb_paragraph *before = p - 1;
		struct mb_cut cut = mb_str_cut(p->number, '.');

		if (p->number.len == 0 || !cut.found)
			continue;
		if (mb_str_equal(p->number, before->number))
			problem_add(blocks, doc, p->line,
				    "two paragraphs are numbered %.*s",
				    MB_STR_ARG(p->number));
		else if (item->number.len > 0 &&
			 !mb_str_equal(cut.head, item->number) &&
			 mb_str_count(p->number, '.') == 1)
			problem_add(blocks, doc, p->line,
				    "paragraph %.*s stands in item %.*s",
				    MB_STR_ARG(p->number),
				    MB_STR_ARG(item->number));
	}
}

/* --- the whole --------------------------------------------------------- */

static void add_part(struct builder *b, const struct part *part)
{
	switch (part->kind) {
	case PART_HEADER:
		break;
	case PART_ITEM:
		begin_item(b, part);
		b->section = b->outline->is_agenda     ? SECTION_AGENDA
			     : b->blocks->is_sectioned ? SECTION_AGENDA
						       : SECTION_NONE;
		if (b->outline->is_item_page && !b->blocks->is_sectioned)
			b->section = SECTION_AGENDA;
		break;
	case PART_SECTION:
		end_paragraph(b);
		b->section = part->section;
		break;
	case PART_TEXT:
		add_text(b, part);
		break;
	case PART_DOCUMENT:
		end_paragraph(b);
		add_document(b, part);
		break;
	case PART_VOTE:
		begin_paragraph(b, part->block, (struct mb_str){ NULL, 0 },
				part->text);
		b->is_vote = true;
		end_paragraph(b);
		break;
	}
}

void items_build(struct blocks *blocks, const struct outline *outline,
		 struct mb_doc *doc)
{
	struct builder b = { .blocks = blocks, .doc = doc, .outline = outline };

	for (size_t i = 0; i < outline->n && !blocks->has_failed; i++)
		add_part(&b, &outline->items[i]);
	end_paragraph(&b);
	blocks->has_failed |= b.text.has_failed;
	mb_buf_release(&b.text);
	for (size_t i = 0; i < doc->n_items && !blocks->has_failed; i++) {
		if (doc->items[i].number.len == 0 && outline->is_item_page)
			imply_number(&doc->items[i]);
		check_numbers(blocks, doc, &doc->items[i]);
	}
}
