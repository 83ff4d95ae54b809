#include "columns.h"

/* As many blanks as nobody types inside a sentence. */
#define COLUMN_GAP 3
#define MAX_COLUMNS 8

static size_t count_blanks(struct mb_str s)
{
	size_t n = 0;

	while (n < s.len && (s.ptr[n] == ' ' || s.ptr[n] == '\t'))
		n++;
	return n;
}

void columns_take(struct blocks *blocks, struct block *block)
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
