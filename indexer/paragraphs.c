#include "paragraphs.h"

#include "attendance.h"
#include "clauses.h"
#include "kind.h"
#include "line_end.h"
#include "line_next.h"
#include "marker.h"
#include "minutebook/text.h"
#include "motions.h"
#include "speakers.h"
#include "titles.h"
#include "vocabulary.h"
#include "vote_result.h"
#include "votes.h"
#include "words.h"

/* --- growing ----------------------------------------------------------- */

static void append(struct paragraphs *p)
{
	struct mb_item *item = p->item;
	struct mb_paragraph *moved =
	    mb_arena_grow(p->blocks->arena, item->paragraphs,
			  item->n_paragraphs, &p->capacity, sizeof(*moved));

	if (!moved) {
		p->blocks->has_failed = true;
		return;
	}
	item->paragraphs = moved;
	item->paragraphs[item->n_paragraphs++] = p->paragraph;
}

void paragraphs_end(struct paragraphs *p)
{
	if (!p->has_paragraph || p->blocks->has_failed)
		return;
	p->has_paragraph = false;
	if (mb_buf_move(&p->text, p->blocks->arena, &p->paragraph.text, NULL)) {
		p->blocks->has_failed = true;
		return;
	}
	if (p->paragraph.text.len == 0)
		return;
	p->paragraph.kind = kind_of(p, p->paragraph.text);
	append(p);
}

static void begin(struct paragraphs *p, const struct block *block,
		  struct mb_str number, struct mb_str text)
{
	paragraphs_end(p);
	mb_buf_truncate(&p->text, 0);
	mb_buf_add(&p->text, text);
	p->paragraph = (struct mb_paragraph){
		.number = number,
		.line = block->line,
		.page = block->page,
		.is_cut = block->is_cut,
	};
	p->has_paragraph = true;
	p->is_list = p->is_vote = p->is_account = false;
	p->is_table = p->is_numbered = false;
	p->sign = p->last = (struct marker){ .style = MARKER_NONE };
	p->takes_list = line_announces(text);
	p->is_resolution = motion_begins_resolution(text);
	p->is_motion = motion_goes_on(text) || p->is_resolution;
}

/* The sign of an entry, unless it is only a bullet. */
static void add_marker(struct paragraphs *p, struct mb_str marker)
{
	struct mb_str rest = marker;
	uint32_t c = 0;

	mb_buf_add(&p->text, MB_STR("\xE2\x80\xA2 "));
	mb_utf8_next(&rest, &c);
	if (mb_is_letter(c) || c == '(' || (c < 0x80 && mb_is_digit((char)c))) {
		mb_buf_add(&p->text, marker);
		mb_buf_add_char(&p->text, ' ');
	}
}

/* Adds a line to the paragraph: an entry, or a line of its own. */
static void add_line(struct paragraphs *p, const struct block *block,
		     struct mb_str marker, struct mb_str text)
{
	if (p->text.len > 0)
		mb_buf_add_char(&p->text, '\n');
	if (marker.len > 0) {
		add_marker(p, marker);
		p->is_list = true;
	}
	mb_buf_add(&p->text, text);
	p->is_account = marker.len == 0 && line_is_payment(text);
	p->is_table = block->kind == BLOCK_ROW;
	p->paragraph.is_cut |= block->is_cut;
	p->takes_list =
	    line_announces(text) || (p->takes_list && line_ends_in(text, ';'));
	p->is_resolution = p->is_resolution || motion_begins_resolution(text);
	p->is_motion = p->is_motion || motion_goes_on(text);
}

/* "Cllrs Finch and Ames" under "The following were appointed:" */
static bool is_list_of_names(struct mb_str text)
{
	return attendance_names_first(text) && !title_is_sentence(text);
}

/* --- votes ------------------------------------------------------------- */

/* What the last line of the paragraph, or all of it, is in a vote. */
static enum vote_line vote_line_before(const struct paragraphs *p)
{
	struct mb_str so_far = mb_buf_str(&p->text);
	enum vote_line line;

	if (!p->has_paragraph)
		return VOTE_NO_LINE;
	line = vote_line_of(mb_str_after_last(so_far, '\n'));
	if (line == VOTE_NO_LINE)
		line = vote_line_of(so_far);
	if (line == VOTE_NO_LINE && vote_is_told(so_far))
		line = VOTE_ANNOUNCES;
	return line;
}

/* "Councillors Bell and Crane (2)" below "For" */
static bool is_side_of_vote(const struct paragraphs *p, struct mb_str text)
{
	return p->has_paragraph && p->is_vote &&
	       vote_is_side(mb_str_after_last(mb_buf_str(&p->text), '\n')) &&
	       (attendance_names_first(text) || text.len <= 30);
}

/* A line of a recorded vote: all of them are one paragraph. */
static bool add_vote_line(struct paragraphs *p, const struct part *part)
{
	struct mb_str none = { NULL, 0 };
	enum vote_line line = vote_line_of(part->text);

	if (line == VOTE_NO_LINE && p->is_vote &&
	    ((is_list_of_names(part->text) && !line_ends_whole(part->text)) ||
	     vote_goes_on(part->text)))
		line = VOTE_GOES_ON;
	if (line == VOTE_NO_LINE && vote_is_result(part->text))
		line = VOTE_RESULT;
	if (line != VOTE_COUNTS && !(line == VOTE_RESULT && p->is_vote) &&
	    !(line == VOTE_GOES_ON &&
	      (p->is_vote || vote_line_before(p) == VOTE_ANNOUNCES)) &&
	    !is_side_of_vote(p, part->text))
		return false;
	if (p->has_paragraph &&
	    (p->is_vote || vote_line_before(p) == VOTE_ANNOUNCES))
		add_line(p, part->block, none, part->text);
	else
		begin(p, part->block, none, part->text);
	p->is_vote = true;
	return true;
}

/* --- entries of lists -------------------------------------------------- */

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

/*
 * Whether a list's entry belongs to the paragraph: it was announced, or goes
 * on, or is the first and the paragraph has not come to an end.
 */
static bool takes_entry(const struct paragraphs *p, const struct marker *sign)
{
	struct mb_str so_far = mb_buf_str(&p->text);

	if (!p->has_paragraph)
		return false;
	return p->takes_list || p->is_list ||
	       (p->is_resolution && clause_is_next_letter(so_far, sign)) ||
	       (sign->part[0] <= 1 && !line_ends_whole(so_far));
}

/* An entry goes on in a block without a sign. */
static bool is_second_block(const struct paragraphs *p,
			    const struct block *block)
{
	return block->kind == BLOCK_ENTRY && block->marker.len == 0 &&
	       p->has_paragraph && p->is_list;
}

/*
 * "2. Councillor Finch asked ..." below a label that nobody spoke is what she
 * has to say, and no point of a list.
 */
static bool is_contribution(const struct paragraphs *p,
			    const struct marker *sign, struct mb_str text)
{
	struct mb_speaker speaker;

	return sign->style == MARKER_DOT && !p->is_motion && !p->is_list &&
	       speaker_find(text, NULL, &speaker) &&
	       !speaker_find(mb_buf_str(&p->text), NULL, &speaker);
}

static bool follows(const struct marker *sign, const struct marker *last)
{
	return last->style != MARKER_NONE && sign->style == last->style &&
	       sign->part[0] == last->part[0] + 1;
}

/*
 * "(iii) Councillor Finch asked ..." behind the list that (ii) has announced
 * is no entry of that list, but the next of those that (ii) is one of.
 */
static bool is_beside(const struct paragraphs *p, const struct marker *sign)
{
	return p->has_paragraph && !p->is_resolution &&
	       follows(sign, &p->sign) && !follows(sign, &p->last);
}

/* An entry whose sign is the block's own, or else stands in front. */
static void add_entry(struct paragraphs *p, const struct part *part,
		      const struct marker *marker)
{
	const struct block *block = part->block;
	struct mb_str none = { NULL, 0 };
	struct mb_str sign = block->kind == BLOCK_ENTRY ? block->marker : none;
	struct mb_str text = part->text;
	struct marker read;

	if (sign.len == 0 && is_list_style(marker->style)) {
		sign = mb_str_trim(mb_str_take(text, marker->len));
		text = mb_str_drop(text, marker->len);
	}
	read = marker_of(sign);
	if (takes_entry(p, &read) && !is_contribution(p, &read, text) &&
	    !is_beside(p, &read)) {
		add_line(p, block, sign, text);
		p->last = read;
	} else if (is_second_block(p, block)) {
		add_line(p, block, none, text);
	} else if (is_list_style(read.style)) {
		begin(p, block, read.number, text);
		p->sign = read;
	} else {
		begin(p, block, none, text);
	}
}

/* --- texts ------------------------------------------------------------- */

/* "KL", "AB/CD": who is to act, out of a column of its own. */
static bool is_initials(struct mb_str text)
{
	size_t n = 0;

	for (size_t i = 0; i < text.len; i++) {
		if (mb_is_upper(text.ptr[i]))
			n++;
		else if (n < 2 || n > 4 ||
			 mb_str_find_char(MB_STR("/,& "), text.ptr[i]) ==
			     MB_STR_NONE)
			return false;
		else if (i + 1 < text.len && mb_is_upper(text.ptr[i + 1]))
			n = 0;
	}
	return n >= 2 && n <= 4 && text.len <= 16;
}

/* "The Clerk" beside the text; "Noted" and "Approved" are what was done. */
static bool is_actor(const struct part *part)
{
	return part->block->is_aside &&
	       !mb_str_ends(mb_str_cut(part->text, ' ').head, MB_STR("ed"));
}

/* "4.1 Broadband update" by itself: the texts below it are not one. */
static bool is_subheading(struct mb_str text)
{
	uint32_t last = mb_utf8_last(text);

	return text.len <= 100 && (mb_is_letter(last) || last == ')') &&
	       !is_function_word(mb_str_after_last(text, ' ')) &&
	       !title_is_sentence(text) && title_score(text, false) > 0.0;
}

/* "moved by A, seconded by B and", "with one abstention, it was" */
static bool leads_to_resolution(struct mb_str text)
{
	static const char *const list[] = { "and",  "it",          "that",
					    "then", "unanimously", "was" };

	while (text.len > 0 &&
	       mb_str_find_char(MB_STR(" :-"), text.ptr[text.len - 1]) !=
		   MB_STR_NONE)
		text.len--;
	return WORDS_HAS(list, mb_str_after_last(text, ' '));
}

/* Whether an unnumbered line still belongs to the paragraph. */
static bool goes_on(const struct paragraphs *p, const struct part *part)
{
	struct mb_str so_far = mb_buf_str(&p->text);
	struct mb_str text = part->text;
	struct mb_speaker speaker;

	if (!p->has_paragraph)
		return false;
	if (vote_line_of(text) == VOTE_ANNOUNCES)
		return false;
	if (is_initials(text) || line_follows_reasons(so_far, text) ||
	    line_is_named_below(so_far, text))
		return true;
	if (p->is_motion &&
	    (motion_goes_on(text) || line_begins_quote(text) ||
	     motion_tells_result(text) || mb_str_starts(text, MB_STR("THAT "))))
		return true;
	if (line_is_label(so_far) && !speaker_find(text, NULL, &speaker))
		return true;
	if (p->is_motion && mb_str_starts_nocase(text, MB_STR("that ")) &&
	    motion_goes_on(mb_str_after_last(so_far, '\n')))
		return true; /* what was moved */
	/* "... seconded by Councillor Finch and" */
	if (motion_begins_resolution(text) && line_ends_open(so_far))
		return true;
	if (motion_begins_resolution(text))
		return (p->is_motion || leads_to_resolution(so_far)) &&
		       !p->is_resolution && !motion_begins_resolution(so_far);
	if (p->takes_list && (p->is_resolution || line_begins_quote(text)))
		return true;
	if (line_begins_small(text) &&
	    (line_ends_in(so_far, ',') || line_ends_in(so_far, ';') ||
	     line_announces(so_far)))
		return true;
	if (speaker_find(text, NULL, &speaker))
		return false;
	if (p->outline->has_paragraph_numbers && p->paragraph.number.len > 0)
		return !is_subheading(so_far);
	if (p->takes_list &&
	    (line_ends_in(text, ';') || is_list_of_names(text)))
		return true;
	if (part->block->kind == BLOCK_ROW && (p->takes_list || p->is_table))
		return true;
	return (p->takes_list || p->is_account) && line_is_payment(text);
}

/* "CARRIED", "Motion passed unanimously.", by itself below a motion */
static bool ends_motion(const struct paragraphs *p, struct mb_str text)
{
	return p->has_paragraph && vote_is_result(text) &&
	       (p->is_motion || motion_is_decision(mb_buf_str(&p->text)));
}

void paragraphs_begin_item(struct paragraphs *p, struct mb_item *item)
{
	p->item = item;
	p->capacity = 0;
}

/* 12.5, Motion 41/2020 */
static bool numbers_paragraph(const struct marker *marker)
{
	return marker->style == MARKER_TWO || marker->style == MARKER_THREE ||
	       marker->style == MARKER_MOTION;
}

/* In a text no label tells that what was decided has come to its end. */
static void leave_decision(struct paragraphs *p, const struct part *part,
			   const struct marker *marker)
{
	struct mb_speaker speaker;

	if (p->section == SECTION_DECISION && !p->blocks->is_sectioned &&
	    (numbers_paragraph(marker) ||
	     mb_str_starts_nocase(part->text, MB_STR("the meeting ")) ||
	     speaker_find(part->text, NULL, &speaker))) {
		paragraphs_end(p);
		p->section = SECTION_NONE;
	}
}

void paragraphs_add_text(struct paragraphs *p, const struct part *part)
{
	const struct block *block = part->block;
	struct marker marker = marker_of(part->text);
	struct mb_str rest = mb_str_drop(part->text, marker.len);
	struct mb_str none = { NULL, 0 };
	bool is_here = part->text.ptr == block->text.ptr; /* not run in */

	if (p->has_paragraph && (block->kind == BLOCK_NOTE || is_actor(part))) {
		mb_buf_add_char(&p->text, '\n');
		mb_buf_add(&p->text, part->text);
		return;
	}
	if (add_vote_line(p, part))
		return;
	leave_decision(p, part, &marker);
	if (numbers_paragraph(&marker) && p->is_resolution &&
	    clause_is_numbered(mb_buf_str(&p->text), rest)) {
		add_line(p, block, marker.number, rest);
	} else if (numbers_paragraph(&marker)) {
		/* 12.5, even where a bullet has swallowed it */
		begin(p, block, marker.number, rest);
		p->is_list = block->kind == BLOCK_ENTRY; /* and goes on so */
		p->is_numbered = marker.style == MARKER_MOTION;
	} else if (ends_motion(p, part->text)) {
		add_line(p, block, none, part->text);
	} else if (p->has_paragraph && p->text.len == 0 && p->is_numbered) {
		/* the number of a motion, which stood by itself */
		begin(p, block, p->paragraph.number, part->text);
	} else if (is_entry(block, &marker) && is_here) {
		add_entry(p, part, &marker);
	} else if (goes_on(p, part)) {
		add_line(p, block, none, part->text);
	} else {
		begin(p, block, none, part->text);
	}
}

void paragraphs_add_vote(struct paragraphs *p, const struct part *part)
{
	begin(p, part->block, (struct mb_str){ NULL, 0 }, part->text);
	p->is_vote = true;
	paragraphs_end(p);
}

void paragraphs_finish(struct paragraphs *p)
{
	paragraphs_end(p);
	p->blocks->has_failed |= p->text.has_failed;
	mb_buf_release(&p->text);
}
