/*
 * flow.h - the paragraphs and tables of a word processor as blocks
 *
 * What Word, OpenDocument and Rich Text files have in common: runs of text that are bold
 * or not, paragraphs with a style and perhaps a number, tables in tables,
 * text boxes in paragraphs, notes.  The formats call these functions as they
 * meet each; the blocks come out as they would from a printed page:
 *
 *	<w:p>, Heading 2, list level 1         HEADING  "4. Apologies"
 *	<w:p>, list with bullets               ENTRY    "•"  "the bench"
 *	<w:tr> with three cells                ROW      "Alan Bird | AB | Chair"
 *
 * A number that is printed before a paragraph is part of its text, as on
 * paper; only bullets become markers.
 */
#ifndef INDEXER_FLOW_H
#define INDEXER_FLOW_H

#include "blocks.h"
#include "bold_front.h"

/* Tables in tables, and text boxes in text boxes, deeper than this are read
 * as if they stood beside each other. */
#define FLOW_MAX_TABLES 8
#define FLOW_MAX_BOXES 4

/* Notes that wait for the end of their paragraph or table. */
#define FLOW_MAX_NOTES 64

/* What is known of a paragraph when it ends. */
struct flow_style {
	struct mb_str number; /* "4." or a bullet; empty when there is none */
	bool is_bullet;
	uint8_t heading_level; /* 1..6; 0: no heading */
	uint16_t list_depth;
};

struct flow_row {
	size_t first_block, cell_start;
	size_t n_cells;
	bool is_open, is_simple; /* each cell has at most one block */
};

/* The paragraph that is gathering. */
struct flow_paragraph {
	struct mb_buf text;
	bool has_plain, has_bold;
	struct bold_front bold_front;
};

struct flow {
	struct blocks *blocks;
	struct flow_paragraph here;
	struct flow_paragraph outer[FLOW_MAX_BOXES]; /* around text boxes */
	size_t n_boxes;
	uint8_t n_blank; /* empty paragraphs since the last block */
	struct flow_row rows[FLOW_MAX_TABLES];
	size_t n_tables;
	struct mb_str notes[FLOW_MAX_NOTES]; /* in the blocks' arena */
	size_t n_notes;
};

struct flow flow_to(struct blocks *blocks);
void flow_release(struct flow *flow);

/* Text of the paragraph that is gathering. */
void flow_text(struct flow *flow, struct mb_str text, bool is_bold);

/* A line ends inside of it: the next one is a block of its own. */
void flow_break(struct flow *flow, const struct flow_style *style);

/* The paragraph ends. */
void flow_end(struct flow *flow, const struct flow_style *style);

/*
 * A note on the paragraph that is gathering: comes behind it, or behind the
 * table that it is in.
 */
void flow_note(struct flow *flow, struct mb_str text);

/* A page ends. */
void flow_page(struct flow *flow);

/* A text box inside of a paragraph: its paragraphs come first. */
void flow_open_box(struct flow *flow);
void flow_close_box(struct flow *flow);

void flow_open_table(struct flow *flow);
void flow_close_table(struct flow *flow);
void flow_open_row(struct flow *flow);
void flow_close_row(struct flow *flow);
void flow_open_cell(struct flow *flow);
void flow_close_cell(struct flow *flow);

#endif
