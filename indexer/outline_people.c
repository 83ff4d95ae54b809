#include "outline_people.h"

#include "apologies.h"
#include "attendance.h"
#include "listed.h"
#include "minutebook/text.h"
#include "names.h"
#include "roll.h"
#include "titles.h"
#include "vocabulary.h"
#include "words.h"

void people_begin(struct people *p, const struct block *b,
		  enum mb_presence presence, struct mb_str rest)
{
	p->is_open = true;
	p->presence = presence;
	p->n_columns = 0;
	p->title = (struct mb_str){ NULL, 0 };
	if (rest.len == 0 && name_is_plural_title(b->text))
		p->title = b->text;
	if (rest.len == 0)
		return;
	if (presence == MB_APOLOGIES)
		apologies_read(p->blocks, rest, b->line, p->doc);
	else
		roll_read(p->blocks, rest, presence, b->line, p->doc);
}

/* "Min No.", "Action by": the heading of a column says nothing of people. */
static bool is_column_heading(struct mb_str text)
{
	static const char *const list[] = { "action", "agenda", "by",
					    "date",   "item",   "min",
					    "minute", "no",     "number",
					    "page",   "ref" };
	struct line_words line = line_words_of(text);

	for (size_t i = 0; i < line.n; i++)
		if (!WORDS_HAS(list, line.at[i].text))
			return false;
	return line.n > 0 && line.n <= 3;
}

/* "Chief Executive" in a list of those who came: it goes on. */
static bool is_unnamed_office(struct mb_str text)
{
	struct line_words line = line_words_of(text);

	for (size_t i = 0; i < line.n && line.n <= 6; i++)
		if (is_office_noun(line.at[i].text))
			return line.at[0].is_capital;
	return false;
}

/* "Elected Members     Appointed Members": a label over each column. */
static bool heads_columns(const struct block *b)
{
	enum mb_presence presence;
	struct mb_str rest;

	for (size_t i = 0; i < b->n_cells; i++)
		if (!attendance_label(b->cells[i], &presence, &rest) ||
		    rest.len > 0)
			return false;
	return b->n_cells > 1;
}

/* "Present: Mayor A      Staff: B, Clerk": a list in each column. */
static bool begins_columns(struct people *p, const struct block *b)
{
	struct mb_str rest[PEOPLE_MAX_COLUMNS];

	if (b->kind == BLOCK_ROW || b->n_cells < 2 ||
	    b->n_cells > PEOPLE_MAX_COLUMNS)
		return false;
	for (size_t i = 0; i < b->n_cells; i++)
		if (!attendance_label(b->cells[i], &p->columns[i], &rest[i]) ||
		    rest[i].len == 0)
			return false;
	for (size_t i = 0; i < b->n_cells; i++)
		people_begin(p, b, p->columns[i], rest[i]);
	p->n_columns = b->n_cells;
	p->presence = p->columns[0];
	return true;
}

/* "Present | In attendance": a row of labels over the lists of a table. */
static bool begins_table(struct people *p, const struct block *b)
{
	struct mb_str none = { NULL, 0 };

	if (b->kind != BLOCK_ROW || !heads_columns(b) ||
	    b->columns[b->n_cells - 1] >= PEOPLE_MAX_COLUMNS)
		return false;
	people_begin(p, b, MB_PRESENT, none);
	p->n_columns = b->columns[b->n_cells - 1] + (size_t)1;
	for (size_t i = 0; i < p->n_columns; i++)
		p->columns[i] = MB_PRESENT;
	for (size_t i = 0; i < b->n_cells; i++)
		if (b->columns[i] < p->n_columns)
			attendance_label(b->cells[i],
					 &p->columns[b->columns[i]], &none);
	p->presence = p->columns[0];
	return true;
}

/* What stands in column @column, from 0, of such a table. */
static size_t take_cell(struct people *p, const struct block *b, size_t column,
			struct mb_str cell)
{
	return roll_read(p->blocks, cell,
			 column < p->n_columns ? p->columns[column]
					       : p->presence,
			 b->line, p->doc);
}

static bool takes_columns(struct people *p, const struct block *b)
{
	size_t n = 0;

	if (p->n_columns == 0)
		return false;
	if (b->kind == BLOCK_ROW) {
		for (size_t i = 0; i < b->n_cells; i++)
			n += take_cell(p, b, b->columns[i], b->cells[i]);
		return n > 0;
	}
	if (b->column > 0 && !title_is_sentence(b->text)) /* of its cell */
		return take_cell(p, b, b->column - 1, b->text) > 0;
	if (b->n_cells != p->n_columns)
		return false;
	for (size_t i = 0; i < b->n_cells; i++)
		n += roll_read(p->blocks, b->cells[i], p->columns[i], b->line,
			       p->doc);
	return n > 0;
}

/* "Fraser Toms | Isla Duguid" below "BAILIES": names under a shared title. */
static size_t take_titled_row(struct people *p, const struct block *b)
{
	struct mb_buf list = MB_BUF_INIT;
	size_t n;

	/* a heading is in capitals, a person's title is not */
	mb_buf_add(&list, mb_str_take(p->title, 1));
	for (size_t i = 1; i < p->title.len; i++)
		mb_buf_add_char(&list, mb_to_lower(p->title.ptr[i]));
	for (size_t i = 0; i < b->n_cells; i++) {
		mb_buf_add(&list, i > 0 ? MB_STR(", ") : MB_STR(" "));
		mb_buf_add(&list, b->cells[i]);
	}
	n = roll_read(p->blocks, blocks_clean(p->blocks, mb_buf_str(&list)),
		      p->presence, b->line, p->doc);
	p->blocks->has_failed |= list.has_failed;
	mb_buf_release(&list);
	return n;
}

/* "Judith Crich, Early Years" */
static bool begins_in_name(const struct block *b)
{
	struct mb_str text = b->n_cells > 1 ? b->cells[0] : b->text;
	struct line_words line = line_words_of(text);
	struct phrase p = { text, line.at, line.n };

	return line.n > 0 && line.at[0].is_capital &&
	       (attendance_names_first(text) || listed_name(&p, 0) > 1) &&
	       !title_is_sentence(b->text);
}

/* "Non school members:" goes on with those of another sort. */
static bool divides_list(const struct people *p, const struct block *b)
{
	struct line_words line = line_words_of(b->text);

	return line.n > 0 && line.n <= 5 && line.at[0].is_capital &&
	       mb_str_ends(b->text, MB_STR(":")) &&
	       b + 1 < p->blocks->items + p->blocks->n && begins_in_name(b + 1);
}

/* A line under a label: people, or something that ends the list. */
static bool takes_people(struct people *p, const struct block *b,
			 struct mb_str text)
{
	if (b->kind == BLOCK_ROW && p->title.len > 0 &&
	    take_titled_row(p, b) > 0)
		return true;
	if (b->kind == BLOCK_ROW && b->n_cells > 1)
		return attendance_add_row(p->blocks, b, p->presence, p->doc) >
			   0 ||
		       !title_is_sentence(text);
	if (title_is_sentence(text))
		return false;
	/* "." or "and 14 members of the public" ends nothing */
	return text.len < 3 || is_column_heading(text) || divides_list(p, b) ||
	       heads_columns(b) ||
	       roll_read(p->blocks, text, p->presence, b->line, p->doc) > 0 ||
	       is_unnamed_office(text) ||
	       mb_str_find_nocase(text, MB_STR("public")) != MB_STR_NONE;
}

/* People one below the other, without a label. */
static bool is_person(const struct block *b)
{
	return b->kind != BLOCK_ROW && b->text.len <= 100 &&
	       attendance_names_first(b->text) && !title_is_sentence(b->text);
}

/* Whether a list of those present begins at @b that nobody has labelled. */
static bool begins_list(const struct people *p, const struct block *b)
{
	size_t n = p->blocks->n - (size_t)(b - p->blocks->items);

	if (p->is_open || p->doc->n_attendance > 0)
		return false;
	if (b->kind == BLOCK_ROW)
		return attendance_row_tells(b);
	return n > 3 && is_person(b) && is_person(b + 1) && is_person(b + 2);
}

/*
 * "Present: | Alan Bird | AB | Chair": a label in a cell, then its first row;
 * "Present | Cllrs Finch, Ames and Bell": or all of its list.
 */
static bool take_labelled_row(struct people *p, const struct block *b)
{
	struct block row = *b;
	enum mb_presence presence;
	struct mb_str rest;

	if (b->kind != BLOCK_ROW || b->n_cells < 2 ||
	    !attendance_label(b->cells[0], &presence, &rest) || rest.len > 0)
		return false;
	if (b->n_cells == 2) {
		people_begin(p, b, presence, b->cells[1]);
		return true;
	}
	row.cells++;
	row.n_cells--;
	people_begin(p, b, presence, rest);
	attendance_add_row(p->blocks, &row, presence, p->doc);
	return true;
}

static bool take_block(struct people *p, const struct block *b)
{
	struct mb_str text = attendance_text(p->blocks, b);
	enum mb_presence presence;
	struct mb_str rest;

	if (begins_columns(p, b) || begins_table(p, b) ||
	    take_labelled_row(p, b))
		return true;
	if (attendance_says_attended(text) &&
	    roll_read(p->blocks, text, MB_IN_ATTENDANCE, b->line, p->doc) > 0)
		return true;
	if (attendance_presides(text)) {
		roll_read(p->blocks, text, MB_PRESENT, b->line, p->doc);
	} else if (attendance_label(text, &presence, &rest) &&
		   (rest.len == 0 || !title_is_sentence(rest) ||
		    attendance_names_first(rest))) {
		/* below a sederunt, those who attended were no members */
		if (presence == MB_PRESENT && p->doc->n_attendance > 0 &&
		    mb_str_starts_nocase(text, MB_STR("attending")))
			presence = MB_IN_ATTENDANCE;
		people_begin(p, b, presence, rest);
	} else if (begins_list(p, b)) {
		people_begin(p, b, MB_PRESENT,
			     b->kind == BLOCK_ROW ? (struct mb_str){ NULL, 0 }
						  : text);
		if (b->kind == BLOCK_ROW)
			attendance_add_row(p->blocks, b, MB_PRESENT, p->doc);
	} else if (apologies_is_excuse(text)) {
		apologies_read(p->blocks, text, b->line, p->doc);
	} else if (p->is_open && takes_columns(p, b)) {
		return true;
	} else if (!p->is_open || !takes_people(p, b, text)) {
		p->is_open = false;
		return false;
	}
	return true;
}

bool people_take(struct people *p, const struct block *b)
{
	size_t n = p->doc->n_attendance;

	if (starred_is_legend(&p->starred, b))
		return true;
	if (!take_block(p, b))
		return false;
	starred_settle(&p->starred, b, p->doc, n);
	return true;
}

/* "Mayor A and Councillors B and C. Also present were ...": up to the dot */
static struct mb_str first_sentence(struct mb_str text)
{
	size_t at = mb_str_find(text, MB_STR(". Also "));

	return at == MB_STR_NONE ? text : mb_str_take(text, at);
}

/*
 * Some clerks call the roll as their first business: then a label is a label
 * there, too, and names by themselves below such a title are who came.
 */
static bool calls_roll(const struct people *p, const struct block *b,
		       bool is_under_roll)
{
	enum mb_presence presence;
	struct mb_str rest;

	if (p->doc->n_attendance > 0 ||
	    title_is_sentence(first_sentence(b->text)))
		return false;
	if (attendance_label(b->text, &presence, &rest))
		return is_under_roll ||
		       (attendance_says_present(b->text) && rest.len > 0);
	return is_under_roll && attendance_names_first(b->text) &&
	       (mb_str_count(b->text, ',') >= 2 || begins_list(p, b));
}

bool people_take_roll(struct people *p, const struct block *b,
		      bool is_under_roll)
{
	enum mb_presence presence;
	struct mb_str text, rest;

	if (!calls_roll(p, b, is_under_roll))
		return false;
	if (attendance_label(b->text, &presence, &rest))
		return people_take(p, b);
	text = attendance_text(p->blocks, b);
	rest = first_sentence(text);
	people_begin(p, b, MB_PRESENT, rest);
	rest = mb_str_drop(text, rest.len);
	if (rest.len > 2 &&
	    attendance_label(mb_str_drop(rest, 2), &presence, &rest))
		people_begin(p, b, presence, rest);
	return true;
}
