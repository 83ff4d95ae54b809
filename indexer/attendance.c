#include "attendance.h"

#include "hyphen.h"
#include "listed.h"
#include "marker.h"
#include "minutebook/text.h"
#include "names.h"
#include "roll.h"
#include "titles.h"
#include "vocabulary.h"
#include "words.h"

bool attendance_names_first(struct mb_str list)
{
	struct line_words line = line_words_of(list);
	struct phrase p = { list, line.at, line.n };
	struct name name;

	return line.n > 0 && (name_is_plural_title(line.at[0].text) ||
			      name_titled(&p, 0, &name));
}

/* --- lists over several blocks ------------------------------------------ */

/* How many blocks below the header may hold lists of people. */
#define MAX_LIST_BLOCKS 60

static bool has_open_bracket(struct mb_str text)
{
	struct mb_str behind = mb_str_after_last(text, '(');

	return behind.len < text.len &&
	       mb_str_find_char(behind, ')') == MB_STR_NONE;
}

/* A run-on list that has not come to its end. */
static bool is_unfinished(struct mb_str text)
{
	uint32_t last = mb_utf8_last(text);

	if (last == ',' || mb_is_hyphen(last) || has_open_bracket(text))
		return true;
	return mb_str_count(text, ',') >= 2 && last != '.' && last != ';' &&
	       last != ':' && last != ')';
}

/* "2023/118 Declarations - None" goes on with no list. */
static bool is_numbered(struct mb_str text)
{
	enum marker_style style = marker_of(text).style;

	return style == MARKER_DOT || style == MARKER_SLASH ||
	       style == MARKER_CODE || style == MARKER_WORD;
}

static bool goes_on(const struct block *b)
{
	enum mb_presence presence;
	struct mb_str rest;

	return b->kind == BLOCK_PARAGRAPH && b->mark == MARK_NONE &&
	       b->marker.len == 0 && !is_numbered(b->text) &&
	       (mb_str_find_char(b->text, ',') != MB_STR_NONE ||
		mb_str_find_char(b->text, '(') != MB_STR_NONE ||
		mb_str_find(b->text, MB_STR(" and ")) != MB_STR_NONE) &&
	       !attendance_label(b->text, &presence, &rest) &&
	       !title_is_sentence(b->text);
}

/* Whether the first @n words of @p are one name, and nothing else. */
static bool is_name(const struct phrase *p, size_t n)
{
	struct phrase cut = { p->text, p->words, n };
	struct name name;

	if (n > 1 && name_titled(&cut, 0, &name))
		return name.n_words == n;
	return n > 1 && listed_name(&cut, 0) == n;
}

/* "..., A Pugh": the last of the list is complete. */
static bool ends_in_name(struct mb_str list)
{
	struct mb_cut cut = mb_str_cut_last(list, ',');
	struct line_words line = line_words_of(mb_str_trim(cut.tail));
	struct phrase p = { mb_str_trim(cut.tail), line.at, line.n };

	return cut.found && is_name(&p, line.n);
}

static bool begins_in_name(struct mb_str list)
{
	struct line_words line = line_words_of(list);
	struct phrase p = { list, line.at, line.n };
	size_t n = 0;

	while (n < line.n && n < 6) {
		const struct word *w = &line.at[n++];

		if (w->after == ',' || w->after == ';' || w->closes ||
		    (n < line.n && line.at[n].opens))
			break;
	}
	return is_name(&p, n);
}

static void join(struct blocks *blocks, struct block *a, const struct block *b)
{
	struct mb_buf text = MB_BUF_INIT;
	struct written written = { .n = 0 };

	if (mb_is_hyphen(mb_utf8_last(a->text)))
		written = written_of(blocks);
	mb_buf_add(&text, a->text);
	if (ends_in_name(a->text) && begins_in_name(b->text)) {
		mb_buf_add(&text, MB_STR(", "));
		mb_buf_add(&text, b->text);
	} else {
		hyphen_join(&text, b->text, &written);
	}
	blocks->has_failed |= written.has_failed;
	written_release(&written);
	a->n_cells = 0;
	if (mb_buf_move(&text, blocks->arena, &a->text, NULL) != MB_OK)
		blocks->has_failed = true;
	mb_buf_release(&text);
}

/* "Officers in" alone on its line: "Attendance:" stands on the next. */
static bool is_half_label(const struct block *a, const struct block *b)
{
	struct line_words line = line_words_of(a->text);

	return line.n > 0 && line.n <= 4 && line.at[0].is_capital &&
	       line_has(&line, line.n - 1, "in") &&
	       mb_str_starts_nocase(b->text, MB_STR("attendance"));
}

/* @b gets the label whole. */
static void join_label(struct blocks *blocks, const struct block *a,
		       struct block *b)
{
	struct mb_buf text = MB_BUF_INIT;

	mb_buf_add(&text, a->text);
	mb_buf_add_char(&text, ' ');
	mb_buf_add(&text, b->text);
	b->text = blocks_clean(blocks, mb_buf_str(&text));
	if (b->n_cells > 0) {
		struct mb_str cell = b->cells[0];

		mb_buf_truncate(&text, a->text.len + 1);
		mb_buf_add(&text, cell);
		b->cells[0] = blocks_clean(blocks, mb_buf_str(&text));
	}
	blocks->has_failed |= text.has_failed;
	mb_buf_release(&text);
}

/* What a line has in its first column, if it has others. */
static struct mb_str first_column(const struct block *b)
{
	return b->n_cells > 1 ? b->cells[0] : (struct mb_str){ NULL, 0 };
}

/*
 * "ALSO       Councillor A, Councillor B
 * PRESENT:    and Mr C": the label runs on in its column, down to the colon.
 */
static bool label_goes_on(const struct block *a, const struct block *b,
			  struct mb_buf *label)
{
	struct mb_str head = first_column(a);
	struct mb_str tail = b->n_cells > 1 ? first_column(b) : b->text;
	enum mb_presence presence;
	struct mb_str rest;

	if (head.len == 0 || a->kind == BLOCK_ROW || b->kind == BLOCK_ROW ||
	    b->n_blank > 0 || mb_str_ends(head, MB_STR(":")) ||
	    !mb_str_ends(tail, MB_STR(":")) || !mb_str_starts(b->text, tail))
		return false;
	mb_buf_add(label, head);
	mb_buf_add_char(label, ' ');
	mb_buf_add(label, tail);
	return attendance_label(mb_buf_str(label), &presence, &rest) &&
	       rest.len == 0;
}

/* @a gets the label whole, and @b loses its part; false when it had no more. */
static bool set_label(struct blocks *blocks, struct block *a, struct block *b,
		      struct mb_str label)
{
	struct mb_buf text = MB_BUF_INIT;

	a->cells[0] = blocks_clean(blocks, label);
	for (size_t i = 0; i < a->n_cells; i++) {
		if (i > 0)
			mb_buf_add_char(&text, ' ');
		mb_buf_add(&text, a->cells[i]);
	}
	a->text = blocks_clean(blocks, mb_buf_str(&text));
	blocks->has_failed |= text.has_failed;
	mb_buf_release(&text);
	if (b->n_cells < 2)
		return false;
	b->text = mb_str_trim(mb_str_drop(b->text, b->cells[0].len));
	b->cells++;
	b->n_cells--;
	return true;
}

static void join_labels(struct blocks *blocks, size_t first)
{
	struct mb_buf label = MB_BUF_INIT;
	size_t to = first;

	for (size_t i = first; i < blocks->n; i++) {
		struct block *b = &blocks->items[i];

		mb_buf_truncate(&label, 0);
		if (to > first && i < first + MAX_LIST_BLOCKS &&
		    label_goes_on(&blocks->items[to - 1], b, &label) &&
		    !set_label(blocks, &blocks->items[to - 1], b,
			       mb_buf_str(&label)))
			continue;
		blocks->items[to++] = *b;
	}
	blocks->n = to;
	blocks->has_failed |= label.has_failed;
	mb_buf_release(&label);
}

void attendance_join(struct blocks *blocks, size_t first)
{
	bool in_list = false;
	size_t to = first;

	join_labels(blocks, first);
	for (size_t i = first; i < blocks->n; i++) {
		struct block *b = &blocks->items[i];
		struct block *last = to > first ? &blocks->items[to - 1] : NULL;
		enum mb_presence presence;
		struct mb_str rest;

		if (in_list && last && i < first + MAX_LIST_BLOCKS &&
		    is_unfinished(last->text) && goes_on(b)) {
			join(blocks, last, b);
			continue;
		}
		if (last && i < first + MAX_LIST_BLOCKS &&
		    is_half_label(last, b)) {
			join_label(blocks, last, b);
			to--;
		}
		blocks->items[to++] = *b;
		if (attendance_label(b->text, &presence, &rest))
			in_list = true;
		else if (title_is_sentence(b->text))
			in_list = false;
	}
	blocks->n = to;
}

/* --- columns ----------------------------------------------------------- */

struct mb_str attendance_text(struct blocks *blocks, const struct block *b)
{
	struct mb_buf text = MB_BUF_INIT;
	struct mb_str all = b->text;

	if (b->kind == BLOCK_ROW || b->n_cells < 2)
		return all;
	for (size_t i = 0; i < b->n_cells; i++) {
		mb_buf_add(&text, b->cells[i]);
		if (i + 1 == b->n_cells)
			break;
		if (!mb_str_ends(b->cells[i], MB_STR(":")))
			mb_buf_add_char(&text, ';');
		mb_buf_add_char(&text, ' ');
	}
	all = blocks_clean(blocks, mb_buf_str(&text));
	blocks->has_failed |= text.has_failed;
	mb_buf_release(&text);
	return all;
}

/* --- tables ------------------------------------------------------------ */

static bool read_presence(struct mb_str cell, enum mb_presence *presence)
{
	static const struct {
		const char *begins;
		enum mb_presence presence;
	} words[] = {
		{ "present", MB_PRESENT },
		{ "in attendance", MB_IN_ATTENDANCE },
		{ "apologies", MB_APOLOGIES },
		{ "absent", MB_ABSENT },
		{ "expected", MB_PRESENT },
		{ "virtual", MB_PRESENT },
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (mb_str_starts_nocase(cell, mb_str_of(words[i].begins))) {
			*presence = words[i].presence;
			return true;
		}
	return false;
}

static bool is_letter(const struct word *w)
{
	return mb_utf8_count(w->text) == 1;
}

/*
 * A cell that begins with a titled name, or is a name with initials and nothing
 * else: people are laid out in columns.  "Alan Bird" may be a place as well.
 */
static bool names_person(struct mb_str cell)
{
	struct line_words line = line_words_of(cell);
	struct phrase p = { cell, line.at, line.n };
	struct name name;

	return line.n > 0 &&
	       (name_titled(&p, 0, &name) ||
		(is_letter(&p.words[0]) &&
		 (is_name(&p, p.n) ||
		  (name_bare(&p, 0, &name) && name.n_words < p.n &&
		   is_letter(&p.words[name.n_words])))));
}

/* "Meeting Secretary", "Mayor": an office and nothing else. */
static bool is_office(struct mb_str cell)
{
	struct line_words line = line_words_of(cell);

	return line.n > 0 && line.n <= 5 && line.at[0].is_capital &&
	       is_office_noun(line.at[line.n - 1].text);
}

/* A name without a title, and nothing else. */
static bool is_bare_name(struct mb_str cell)
{
	struct line_words line = line_words_of(cell);
	struct phrase p = { cell, line.at, line.n };
	struct name name;

	return line.n > 0 && name_bare(&p, 0, &name) && name.n_words == line.n;
}

bool attendance_row_tells(const struct block *row)
{
	enum mb_presence presence;

	for (size_t i = 1; i < row->n_cells; i++)
		if (read_presence(row->cells[i], &presence) ||
		    mb_str_equal_nocase(row->cells[i], MB_STR("initials")) ||
		    mb_str_equal_nocase(row->cells[i], MB_STR("attendance")))
			return true;
	return false;
}

/* The cells behind a name: role, initials, whether present. */
static void read_columns(const struct block *row, struct mb_attendee *person)
{
	for (size_t i = 1; i < row->n_cells; i++) {
		struct mb_str cell = row->cells[i];

		if (read_presence(cell, &person->presence))
			continue;
		if (name_has_initials(row->cells[0], cell))
			person->initials = cell;
		else if (person->role.len == 0)
			person->role = cell;
	}
}

size_t attendance_add_row(struct blocks *blocks, const struct block *row,
			  enum mb_presence presence, struct mb_doc *doc)
{
	struct mb_attendee person = { .presence = presence };
	size_t before = doc->n_attendance, n = 0, name_at = 0;
	struct mb_attendee *added;

	if (row->n_cells > 1 && names_person(row->cells[1])) {
		for (size_t i = 0; i < row->n_cells; i++)
			n += roll_read(blocks, row->cells[i], presence,
				       row->line, doc);
		return n;
	}
	if (row->n_cells > 1 && is_office(row->cells[0]) &&
	    is_bare_name(row->cells[1])) {
		name_at = 1;
		person.role = row->cells[row->n_cells > 2 ? 2 : 0];
	} else {
		read_columns(row, &person);
	}
	n = roll_read(blocks, row->cells[name_at], person.presence, row->line,
		      doc);
	if (n == 0 || doc->n_attendance == before)
		return n;
	added = &doc->attendance[doc->n_attendance - 1];
	if (person.role.len > 0)
		added->role = person.role;
	if (person.initials.len > 0)
		added->initials = person.initials;
	return n;
}
