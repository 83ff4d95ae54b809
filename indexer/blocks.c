#include "blocks.h"

#include "minutebook/text.h"

struct blocks blocks_in(struct mb_arena *arena)
{
	return (struct blocks){ .arena = arena };
}

struct mb_str blocks_clean(struct blocks *blocks, struct mb_str raw)
{
	struct mb_str clean = { NULL, 0 };

	if (mb_clean_in(blocks->arena, raw, &clean, NULL) != MB_OK)
		blocks->has_failed = true;
	return clean;
}

/* As much of @text as there is room for. */
static struct mb_str take_room(struct blocks *blocks, struct mb_str text)
{
	size_t room = BLOCKS_MAX_BYTES - blocks->n_bytes;

	if (text.len > room) {
		blocks->is_full = true;
		text.len = mb_utf8_floor(text, room);
	}
	return text;
}

/* Room for one more; NULL when there is none. */
static struct block *make_room(struct blocks *blocks)
{
	struct block *moved;

	if (blocks->n >= BLOCKS_MAX) {
		blocks->is_full = true;
		return NULL;
	}
	moved = mb_arena_grow(blocks->arena, blocks->items, blocks->n,
			      &blocks->capacity, sizeof(*moved));
	if (!moved) {
		blocks->has_failed = true;
		return NULL;
	}
	blocks->items = moved;
	return &blocks->items[blocks->n];
}

struct block *blocks_add(struct blocks *blocks, const struct block *block)
{
	struct mb_str text, marker = { NULL, 0 }, front = marker;
	struct block *added;

	if (blocks->is_full)
		return NULL;
	text = take_room(blocks, blocks_clean(blocks, block->text));
	if (block->marker.len > 0)
		marker = blocks_clean(blocks, block->marker);
	if (block->bold_front.len > 0)
		front = blocks_clean(blocks, block->bold_front);
	if (blocks->has_failed ||
	    (text.len == 0 && block->kind != BLOCK_PAGE && block->site_id == 0))
		return NULL;
	added = make_room(blocks);
	if (!added)
		return NULL;
	*added = *block;
	added->text = text;
	added->bold_front = front;
	added->marker = marker;
	blocks->n++;
	blocks->n_bytes += text.len;
	added->is_divided =
	    mb_str_ends(mb_str_trim(block->text), MB_STR("\xC2\xAD"));
	if (block->mark != MARK_NONE)
		blocks->is_sectioned = true;
	return added;
}

void blocks_set_columns(struct blocks *blocks, struct block *block,
			const struct mb_str *columns, size_t n)
{
	block->cells = MB_NEW(blocks->arena, struct mb_str, n);
	if (!block->cells) {
		blocks->has_failed = true;
		return;
	}
	for (size_t i = 0; i < n; i++)
		block->cells[i] = blocks_clean(blocks, columns[i]);
	block->n_cells = n;
}

/* What stands in bold at a cell's front: a title, where it begins minutes. */
static struct mb_str front_of_cell(const struct block *cell)
{
	return cell->is_bold ? cell->text : cell->bold_front;
}

void blocks_make_row(struct blocks *blocks, size_t first)
{
	size_t n = blocks->n - first;
	struct block *row = &blocks->items[first];
	struct mb_buf text = MB_BUF_INIT;
	bool knows_columns = true;
	struct mb_str *cells;
	uint16_t *columns;
	bool is_bold = true, is_link = true, is_file = true;
	uint16_t n_links = 0;

	if (blocks->has_failed || n == 0)
		return;
	for (size_t i = 0; i < n; i++)
		knows_columns = knows_columns && row[i].column > 0;
	cells = MB_NEW(blocks->arena, struct mb_str, n);
	columns = MB_NEW(blocks->arena, uint16_t, n);
	for (size_t i = 0; cells && columns && i < n; i++) {
		cells[i] = row[i].text;
		columns[i] =
		    (uint16_t)(knows_columns ? row[i].column - 1 : (int)i);
		is_bold = is_bold && row[i].is_bold;
		is_link = is_link && row[i].is_link;
		is_file = is_file && row[i].is_file;
		n_links += row[i].n_links;
		if (text.len > 0 && cells[i].len > 0)
			mb_buf_add(&text, MB_STR(" | "));
		mb_buf_add(&text, cells[i]);
	}
	if (!cells || !columns ||
	    mb_buf_move(&text, blocks->arena, &row->text, NULL))
		blocks->has_failed = true;
	mb_buf_release(&text);
	row->bold_front = n > 1 ? front_of_cell(&row[1]) : row->bold_front;
	row->kind = BLOCK_ROW;
	row->cells = cells;
	row->columns = columns;
	row->n_cells = n;
	row->is_bold = is_bold;
	row->is_link = is_link;
	row->is_file = is_file;
	row->n_links = n_links;
	blocks->n = first + 1;
}

int blocks_finish(const struct blocks *blocks, struct mb_err *err)
{
	return blocks->has_failed ? mb_fail_nomem(err) : MB_OK;
}

/* --- dumping ----------------------------------------------------------- */

static const char *kind_name(enum block_kind kind)
{
	static const char *const names[] = {
		[BLOCK_LINE] = "line",       [BLOCK_PARAGRAPH] = "paragraph",
		[BLOCK_HEADING] = "heading", [BLOCK_ENTRY] = "entry",
		[BLOCK_ROW] = "row",         [BLOCK_NOTE] = "note",
		[BLOCK_PAGE] = "page",
	};

	return names[kind];
}

static const char *mark_name(enum block_mark mark)
{
	static const char *const names[] = {
		[MARK_NONE] = "",
		[MARK_PAGE_TITLE] = "page-title",
		[MARK_MEETING] = "meeting",
		[MARK_FACT] = "fact",
		[MARK_ITEM_NUMBER] = "item-number",
		[MARK_ITEM_TITLE] = "item-title",
		[MARK_SECTION] = "section",
		[MARK_TEXT] = "text",
		[MARK_DOCUMENT] = "document",
		[MARK_VOTE] = "vote",
		[MARK_ATTENDEE] = "attendee",
		[MARK_BODY] = "body",
	};

	return names[mark];
}

void blocks_dump(const struct blocks *blocks, struct mb_buf *out)
{
	for (size_t i = 0; i < blocks->n; i++) {
		const struct block *b = &blocks->items[i];

		mb_buf_add_format(out, "%u\t%s\t%s\tindent=%u blank=%u%s%s",
				  b->line, kind_name(b->kind),
				  mark_name(b->mark), b->indent, b->n_blank,
				  b->is_bold ? " bold" : "",
				  b->is_cut ? " cut" : "");
		if (b->kind == BLOCK_HEADING)
			mb_buf_add_format(out, " level=%u", b->level);
		if (b->page > 0)
			mb_buf_add_format(out, " page=%u", b->page);
		if (b->width > 0)
			mb_buf_add_format(out, " width=%u", b->width);
		mb_buf_add_format(out, "\t%.*s\t%.*s\n", MB_STR_ARG(b->marker),
				  MB_STR_ARG(b->text));
	}
}
