/*
 * Plain text: every line is a block; which lines belong together is for
 * reflow.c to find out.
 */
#include "format.h"
#include "lines.h"
#include "text_margins.h"

/* As many blanks as nobody types inside a sentence. */
#define COLUMN_GAP 3
#define MAX_COLUMNS 8

/* Of the headings that titles in the margin are. */
#define MARGIN_LEVEL 3

static size_t count_blanks(struct mb_str s)
{
	size_t n = 0;

	while (n < s.len && (s.ptr[n] == ' ' || s.ptr[n] == '\t'))
		n++;
	return n;
}

/*
 * The columns of a line, which only those who look for people will read: the
 * line may be a sentence all the same.
 */
static void set_columns(struct blocks *blocks, struct block *block)
{
	struct mb_str columns[MAX_COLUMNS];
	struct mb_str text = block->text;
	size_t start = 0, n = 0;

	for (size_t at = 0; at < text.len && n + 1 < MAX_COLUMNS; at++) {
		size_t gap = count_blanks(mb_str_drop(text, at));

		if (gap < COLUMN_GAP &&
		    !(gap > 0 &&
		      mb_str_find_char(mb_str_slice(text, at, at + gap),
				       '\t') != MB_STR_NONE)) {
			at += gap;
			continue;
		}
		columns[n++] = mb_str_slice(text, start, at);
		start = at + gap;
		at = start;
	}
	columns[n++] = mb_str_drop(text, start);
	if (n > 1)
		blocks_set_columns(blocks, block, columns, n);
}

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
	};

	if (lines_cut_bullet(&block.text, &block.marker))
		block.kind = BLOCK_ENTRY;
	set_columns(blocks, &block);
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
