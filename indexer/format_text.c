/*
 * Plain text: every line is a block; which lines belong together is for
 * reflow.c to find out.
 */
#include "columns.h"
#include "format.h"
#include "lines.h"

void format_text(const struct source *source, struct blocks *blocks)
{
	struct line_reader reader = lines_of(source->text);
	struct text_line line;

	while (lines_next(&reader, &line) && !blocks->has_failed) {
		struct block block = {
			.kind = BLOCK_LINE,
			.text = line.text,
			.line = line.number,
			.indent = line.indent,
			.n_blank = line.n_blank,
		};

		if (line.begins_page) {
			blocks_add(blocks,
				   &(struct block){ .kind = BLOCK_PAGE,
						    .line = line.number });
		}
		if (lines_cut_bullet(&block.text, &block.marker))
			block.kind = BLOCK_ENTRY;
		columns_take(blocks, &block);
		blocks_add(blocks, &block);
	}
}
