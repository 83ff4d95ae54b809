#include "vote_table.h"

#include "attendance.h"
#include "roll.h"
#include "vote_sides.h"
#include "words.h"

/* Columns of a table that are looked at. */
#define MAX_COLUMNS 12

/* Which side each column stands for. */
struct sides {
	bool is_side[MAX_COLUMNS];
	enum mb_vote_side side[MAX_COLUMNS];
	size_t n, first; /* how many, and the first of them */
};

/* "For", "Votes against", "Abstained (2)", "Yes" */
static bool side_of_cell(struct mb_str cell, enum mb_vote_side *side)
{
	struct line_words line = line_words_of(cell);

	if (line.n == 1 && line_has(&line, 0, "yes"))
		return (*side = MB_VOTE_FOR), true;
	if (line.n == 1 && line_has(&line, 0, "no"))
		return (*side = MB_VOTE_AGAINST), true;
	for (size_t i = 0; i < line.n && line.n <= 3; i++)
		if (vote_side_of(line.at[i].text, side))
			return true;
	return false;
}

/* Each side has one column. */
static void add_side(struct sides *sides, size_t column, struct mb_str cell)
{
	enum mb_vote_side side;

	if (column >= MAX_COLUMNS || !side_of_cell(cell, &side))
		return;
	for (size_t i = 0; i < column; i++)
		if (sides->is_side[i] && sides->side[i] == side)
			return;
	if (sides->n++ == 0)
		sides->first = column;
	sides->is_side[column] = true;
	sides->side[column] = side;
}

/* --- rows into one paragraph ------------------------------------------- */

static bool is_head(const struct block *b)
{
	struct sides sides = { .n = 0 };

	if (b->kind != BLOCK_ROW || b->mark || b->n_cells < 2)
		return false;
	for (size_t i = 0; i < b->n_cells; i++)
		add_side(&sides, b->columns[i], b->cells[i]);
	return sides.n >= 2;
}

static bool begins_line(const struct mb_buf *text)
{
	return text->len == 0 || text->ptr[text->len - 1] == '\n';
}

static void add_stroke(struct mb_buf *text)
{
	if (!begins_line(text))
		mb_buf_add_char(text, ' ');
	mb_buf_add_char(text, '|');
}

/* A row with its empty cells: "Councillor Brand | | X" */
static void add_row(struct mb_buf *text, const struct block *row,
		    size_t n_columns)
{
	size_t column = 0;

	for (size_t i = 0; i < row->n_cells; i++) {
		for (; column < row->columns[i] && column < n_columns; column++)
			add_stroke(text);
		if (!begins_line(text))
			mb_buf_add_char(text, ' ');
		mb_buf_add(text, row->cells[i]);
	}
	for (column++; column < n_columns; column++)
		add_stroke(text);
}

/* One of several names in a cell: "| Councillor Brand" */
static void add_block(struct mb_buf *text, const struct block *b,
		      size_t n_columns)
{
	struct mb_str cell = b->text;
	uint16_t column = (uint16_t)(b->column - 1);
	struct block row = { .cells = &cell, .columns = &column, .n_cells = 1 };

	add_row(text, b->kind == BLOCK_ROW ? b : &row, n_columns);
}

/* Joins the rows from @first to @end; false: no memory. */
static bool join(struct blocks *blocks, size_t first, size_t end)
{
	struct block *head = &blocks->items[first];
	size_t n_columns = head->columns[head->n_cells - 1] + (size_t)1;
	struct mb_buf text = MB_BUF_INIT;
	bool is_done;

	for (size_t i = first; i < end; i++) {
		if (i > first)
			mb_buf_add_char(&text, '\n');
		add_block(&text, &blocks->items[i], n_columns);
	}
	head->kind = BLOCK_PARAGRAPH;
	head->n_cells = 0;
	head->is_bold = false;
	head->bold_front = (struct mb_str){ NULL, 0 };
	is_done = mb_buf_move(&text, blocks->arena, &head->text, NULL) == MB_OK;
	mb_buf_release(&text);
	return is_done;
}

/* A row below the head, or what stands in a cell with others. */
static bool is_below(const struct block *b)
{
	return (b->kind == BLOCK_ROW || b->column > 0) && !is_head(b);
}

void vote_tables_join(struct blocks *blocks)
{
	size_t to = 0, end;

	for (size_t i = 0; i < blocks->n; i = end) {
		end = i + 1;
		if (is_head(&blocks->items[i])) {
			while (end < blocks->n && is_below(&blocks->items[end]))
				end++;
			if (end - i > 1 && !join(blocks, i, end))
				blocks->has_failed = true;
		}
		blocks->items[to++] = blocks->items[i];
	}
	blocks->n = to;
}

/* --- the paragraph into a vote ----------------------------------------- */

static struct sides sides_of_line(struct mb_str line)
{
	struct sides sides = { .n = 0 };

	for (size_t column = 0; line.len > 0; column++) {
		struct mb_cut cut = mb_str_cut(line, '|');

		add_side(&sides, column, cut.head);
		line = cut.tail;
	}
	return sides;
}

bool vote_table_is(struct mb_str text)
{
	struct mb_str line;

	return mb_str_find_char(text, '\n') != MB_STR_NONE &&
	       mb_str_next_line(&text, &line) && sides_of_line(line).n >= 2;
}

/* "Councillors Finch, Ames": all of a side in one cell. */
static bool is_list(struct mb_str cell)
{
	return mb_str_find_char(cell, ',') != MB_STR_NONE ||
	       mb_str_find(cell, MB_STR(" and ")) != MB_STR_NONE;
}

static void add_name(const struct voters *voters, struct mb_str cell,
		     enum mb_vote_side side)
{
	struct mb_doc list = { .n_attendance = 0 };
	struct mb_str name = mb_str_trim(cell);

	if (is_list(name)) {
		vote_names_read(voters, side, name);
		return;
	}
	roll_read_all(voters->blocks, name, &list);
	if (list.n_attendance > 0)
		name = list.attendance[0].name;
	if (name.len > 0)
		vote_name_put(voters, side, name);
}

/* "Total | 5 | 8 | 1" */
static bool is_total(struct mb_str first)
{
	return mb_str_starts_nocase(mb_str_trim(first), MB_STR("total"));
}

static void read_cell(const struct voters *voters, const struct sides *sides,
		      size_t column, struct mb_str first, struct mb_str cell)
{
	enum mb_vote_side side;
	struct mb_str number;
	unsigned long n;

	cell = number = mb_str_trim(cell);
	if (column >= MAX_COLUMNS || !sides->is_side[column] || cell.len == 0)
		return;
	side = sides->side[column];
	if ((sides->first == 0 || is_total(first)) &&
	    mb_str_number(&number, 9999, &n) && number.len == 0)
		voters->vote->count[side] = (int32_t)n;
	else if (sides->first == 0)
		add_name(voters, cell, side);
	else if (!is_total(first))
		add_name(voters, first, side);
}

static void read_line(const struct voters *voters, const struct sides *sides,
		      struct mb_str line)
{
	struct mb_str first = mb_str_cut(line, '|').head;

	for (size_t column = 0; line.len > 0; column++) {
		struct mb_cut cut = mb_str_cut(line, '|');

		read_cell(voters, sides, column, first, cut.head);
		line = cut.tail;
	}
}

bool vote_table_read(const struct voters *voters, struct mb_str text)
{
	struct sides sides = { .n = 0 };
	struct mb_vote read = *voters->vote;
	const struct voters into = { voters->blocks, voters->doc, &read };
	struct mb_str line;
	size_t n_names = 0;

	while (sides.n < 2 && mb_str_next_line(&text, &line))
		sides = sides_of_line(line);
	if (sides.n < 2 || text.len == 0)
		return false;
	while (mb_str_next_line(&text, &line) &&
	       mb_str_find_char(line, '|') != MB_STR_NONE)
		read_line(&into, &sides, line);
	for (size_t side = 0; side < MB_VOTE_SIDES; side++)
		n_names += read.n_names[side];
	if (n_names == 0 && (read.count[MB_VOTE_FOR] == MB_COUNT_UNKNOWN ||
			     read.count[MB_VOTE_AGAINST] == MB_COUNT_UNKNOWN))
		return false;
	*voters->vote = read;
	return true;
}
