#include "flow.h"

#include "columns.h"
#include "lines.h"
#include "marker.h"
#include "minutebook/text.h"

struct flow flow_to(struct blocks *blocks)
{
	return (struct flow){ .blocks = blocks };
}

void flow_release(struct flow *flow)
{
	flow->blocks->has_failed |= flow->here.text.has_failed;
	mb_buf_release(&flow->here.text);
	for (size_t i = 0; i < FLOW_MAX_BOXES; i++)
		mb_buf_release(&flow->outer[i].text);
}

/* --- paragraphs -------------------------------------------------------- */

static bool is_blank(struct mb_str s)
{
	uint32_t c;

	while (mb_utf8_next(&s, &c))
		if (!mb_is_blank(c) && !mb_is_invisible(c))
			return false;
	return true;
}

void flow_text(struct flow *flow, struct mb_str text, bool is_bold)
{
	if (!is_blank(text)) {
		flow->here.has_bold |= is_bold;
		flow->here.has_plain |= !is_bold;
	}
	mb_buf_add(&flow->here.text, text);
	bold_front_note(&flow->here.bold_front, text, is_bold,
			flow->here.text.len);
}

static enum block_kind kind_of(const struct flow_style *style)
{
	if (style->heading_level > 0)
		return BLOCK_HEADING;
	return style->is_bullet ? BLOCK_ENTRY : BLOCK_PARAGRAPH;
}

/* The text with the number that is printed before it, in the arena. */
static struct mb_str numbered(struct flow *flow, struct mb_str number,
			      struct mb_str text)
{
	struct mb_buf both = MB_BUF_INIT;
	struct mb_str moved = { NULL, 0 };

	mb_buf_add(&both, number);
	mb_buf_add_char(&both, ' ');
	mb_buf_add(&both, text);
	if (mb_buf_move(&both, flow->blocks->arena, &moved, NULL) != MB_OK)
		flow->blocks->has_failed = true;
	mb_buf_release(&both);
	return moved;
}

static void add_number(struct flow *flow, struct mb_str number,
		       struct block *block)
{
	block->text =
	    block->text.len > 0 ? numbered(flow, number, block->text) : number;
	if (block->bold_front.len > 0)
		block->bold_front = numbered(flow, number, block->bold_front);
}

static void add_block(struct flow *flow, const struct flow_style *style)
{
	struct block block = {
		.kind = kind_of(style),
		.text = mb_str_trim(mb_buf_str(&flow->here.text)),
		.bold_front = bold_front_of(&flow->here.bold_front,
					    mb_buf_str(&flow->here.text)),
		.indent = style->list_depth,
		.level = style->heading_level,
		.n_blank = flow->n_blank,
		.is_bold = flow->here.has_bold && !flow->here.has_plain,
	};

	columns_take(flow->blocks, &block);
	if (block.kind == BLOCK_ENTRY)
		block.marker = style->number;
	else if (style->number.len > 0)
		add_number(flow, style->number, &block);
	else if (lines_cut_bullet(&block.text, &block.marker))
		block.kind = BLOCK_ENTRY; /* a bullet that was typed */
	blocks_add(flow->blocks, &block);
	flow->n_blank = 0;
}

/* In a cell a number stands by itself, beside what it numbers. */
static bool is_number_alone(const struct flow *flow,
			    const struct flow_style *style)
{
	return flow->n_tables > 0 && style->number.len > 0 && !style->is_bullet;
}

static void end_paragraph(struct flow *flow, const struct flow_style *style)
{
	if (!is_blank(mb_buf_str(&flow->here.text)) ||
	    is_number_alone(flow, style))
		add_block(flow, style);
	else if (flow->n_blank < UINT8_MAX)
		flow->n_blank++;
	mb_buf_truncate(&flow->here.text, 0);
	flow->here.has_bold = flow->here.has_plain = false;
	flow->here.bold_front = (struct bold_front){ .len = 0 };
}

static void add_notes(struct flow *flow)
{
	const struct flow_style plain = { .heading_level = 0 };

	if (flow->n_tables > 0 || flow->n_boxes > 0)
		return;
	for (size_t i = 0; i < flow->n_notes; i++) {
		size_t n = flow->blocks->n;

		flow_text(flow, flow->notes[i], false);
		end_paragraph(flow, &plain);
		if (flow->blocks->n > n)
			flow->blocks->items[n].is_aside = true;
	}
	flow->n_notes = 0;
}

void flow_end(struct flow *flow, const struct flow_style *style)
{
	end_paragraph(flow, style);
	add_notes(flow);
}

void flow_note(struct flow *flow, struct mb_str text)
{
	struct mb_str clean = blocks_clean(flow->blocks, text);

	if (clean.len > 0 && flow->n_notes < FLOW_MAX_NOTES)
		flow->notes[flow->n_notes++] = clean;
}

void flow_break(struct flow *flow, const struct flow_style *style)
{
	/* in a number's own line, or before any text, nothing has ended */
	if (!is_blank(mb_buf_str(&flow->here.text)))
		end_paragraph(flow, style);
}

void flow_page(struct flow *flow)
{
	if (flow->n_tables == 0)
		blocks_add(flow->blocks, &(struct block){ .kind = BLOCK_PAGE });
}

/* --- text boxes -------------------------------------------------------- */

void flow_open_box(struct flow *flow)
{
	if (flow->n_boxes < FLOW_MAX_BOXES) {
		flow->outer[flow->n_boxes] = flow->here;
		flow->here = (struct flow_paragraph){ .text = MB_BUF_INIT };
	}
	flow->n_boxes++;
}

void flow_close_box(struct flow *flow)
{
	const struct flow_style plain = { .heading_level = 0 };

	if (flow->n_boxes == 0)
		return;
	flow->n_boxes--;
	if (flow->n_boxes >= FLOW_MAX_BOXES)
		return;
	flow_break(flow, &plain);
	flow->blocks->has_failed |= flow->here.text.has_failed;
	mb_buf_release(&flow->here.text);
	flow->here = flow->outer[flow->n_boxes];
	flow->outer[flow->n_boxes].text = MB_BUF_INIT;
}

/* --- tables ------------------------------------------------------------ */

/* The row at hand; NULL outside of tables, and too deep inside. */
static struct flow_row *row_of(struct flow *flow)
{
	if (flow->n_tables == 0 || flow->n_tables > FLOW_MAX_TABLES)
		return NULL;
	return &flow->rows[flow->n_tables - 1];
}

void flow_open_table(struct flow *flow)
{
	flow->n_tables++;
	if (row_of(flow))
		*row_of(flow) = (struct flow_row){ .is_open = false };
}

void flow_close_table(struct flow *flow)
{
	if (flow->n_tables > 0)
		flow->n_tables--;
	add_notes(flow);
}

void flow_open_row(struct flow *flow)
{
	struct flow_row *row = row_of(flow);

	if (row)
		*row = (struct flow_row){ .first_block = flow->blocks->n,
					  .is_open = true,
					  .is_simple = true };
}

void flow_open_cell(struct flow *flow)
{
	struct flow_row *row = row_of(flow);

	if (!row)
		return;
	row->cell_start = flow->blocks->n;
	row->n_cells++;
}

void flow_close_cell(struct flow *flow)
{
	struct flow_row *row = row_of(flow);
	size_t n;

	if (!row || !row->is_open)
		return;
	n = flow->blocks->n - row->cell_start;
	for (size_t i = row->cell_start; i < flow->blocks->n; i++)
		flow->blocks->items[i].column = (uint16_t)row->n_cells;
	if (n > 1 ||
	    (n == 1 && flow->blocks->items[row->cell_start].kind == BLOCK_ROW))
		row->is_simple = false;
}

/*
 * Minutes set as a table: a number in the first cell, what it numbers in the
 * second.  The two are one paragraph, and the other cells stand below.
 */
static bool join_number(struct flow *flow, size_t first)
{
	struct blocks *blocks = flow->blocks;
	struct block *number = &blocks->items[first];
	struct block *text = number + 1;

	if (blocks->n < first + 2 || number->kind == BLOCK_ROW ||
	    text->kind == BLOCK_ROW || !marker_of(number->text).is_alone)
		return false;
	if (text->bold_front.len > 0)
		number->bold_front =
		    numbered(flow, number->text, text->bold_front);
	number->text = numbered(flow, number->text, text->text);
	number->kind =
	    text->kind == BLOCK_HEADING ? BLOCK_HEADING : BLOCK_PARAGRAPH;
	number->level = text->level;
	number->is_bold = text->is_bold;
	for (size_t i = first + 2; i < blocks->n; i++)
		blocks->items[i - 1] = blocks->items[i];
	blocks->n--;
	return true;
}

/* "Clerk", "AB and CD" in the last cell: who is to act. */
static void mark_asides(struct flow *flow, const struct flow_row *row)
{
	struct blocks *blocks = flow->blocks;
	size_t i = row->cell_start - 1; /* less the number's own block */

	if (row->n_cells < 3)
		return;
	for (i += i == row->first_block; i < blocks->n; i++)
		blocks->items[i].is_aside =
		    mb_str_count(blocks->items[i].text, ' ') <
		    BLOCKS_ASIDE_WORDS;
}

void flow_close_row(struct flow *flow)
{
	struct flow_row *row = row_of(flow);

	if (!row || !row->is_open)
		return;
	row->is_open = false;
	if (flow->blocks->has_failed || flow->blocks->n <= row->first_block)
		return;
	if (join_number(flow, row->first_block)) {
		mark_asides(flow, row);
		return;
	}
	if (row->is_simple && flow->blocks->n > row->first_block + 1)
		blocks_make_row(flow->blocks, row->first_block);
}
