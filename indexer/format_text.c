/*
 * Plain text: every line is a block; which lines belong together is for
 * reflow.c to find out.
 */
#include "columns.h"
#include "format.h"
#include "lines.h"
#include "text_margins.h"

/* Of the headings that titles in the margin are. */
#define MARGIN_LEVEL 3

/* A title in the margin stands above what goes on beside it. */
static void add_title(struct blocks *blocks, struct text_line *line,
		      struct mb_str title)
{
	blocks_add(blocks, &(struct block){
			       .kind = BLOCK_HEADING,
			       .text = title,
			       .line = line->number,
			       .n_blank = line->n_blank,
			       .level = MARGIN_LEVEL,
			   });
	line->n_blank = 0;
}

static void add_line(struct blocks *blocks, const struct text_line *line)
{
	struct block block = {
		.kind = BLOCK_LINE,
		.text = line->text,
		.line = line->number,
		.indent = line->indent,
		.n_blank = line->n_blank,
		.marker = line->bullet,
	};

	if (line->bullet.len > 0 ||
	    lines_cut_bullet(&block.text, &block.marker))
		block.kind = BLOCK_ENTRY;
	columns_take(blocks, &block);
	blocks_add(blocks, &block);
}

static void add_note(struct blocks *blocks, const struct text_line *line,
		     struct mb_str note)
{
	blocks_add(blocks, &(struct block){ .kind = BLOCK_NOTE,
					    .text = note,
					    .line = line->number });
}

void format_text(const struct source *source, struct blocks *blocks)
{
	struct text_margins margins = text_margins_of(source->text);
	struct line_reader reader = lines_of(source->text);
	struct text_line line;

	while (lines_next(&reader, &line) && !blocks->has_failed) {
		struct mb_str title, note = { NULL, 0 };

		if (line.begins_page)
			blocks_add(blocks,
				   &(struct block){ .kind = BLOCK_PAGE,
						    .line = line.number });
		if (text_margins_cut_title(&margins, &line, &title))
			add_title(blocks, &line, title);
		text_margins_cut_note(&margins, &line, &note);
		if (line.text.len > 0)
			add_line(blocks, &line);
		if (note.len > 0)
			add_note(blocks, &line, note);
	}
}
