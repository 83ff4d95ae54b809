#include "text_margins.h"

#include "marker.h"
#include "minutebook/text.h"
#include "words.h"

/* Columns further to the right are not looked at. */
#define MAX_COLUMNS 200

/* Blanks between columns, and before a note. */
#define COLUMN_GAP 2
#define NOTE_GAP 3

/* Numbers of items take less than a margin for titles. */
#define MIN_TITLE_COLUMNS 12
#define MAX_TITLE_INDENT 4
#define MIN_TITLES 3

#define MIN_NOTE_COLUMN 50
#define MAX_NOTE_CHARS 24
#define MIN_NOTES 3
#define MIN_TEXT_CHARS 30

/* Notes are set a character or two to the left or right. */
#define NOTE_PLAY 2

/* --- the pieces of a line ---------------------------------------------- */

/* Text between gaps. */
struct piece {
	struct mb_str text;
	size_t column, end; /* of its first character, and behind its last */
	size_t gap;         /* blanks before it, inside of the line */
};

/* The pieces of a line, from left to right. */
struct pieces {
	struct mb_str line;
	size_t at;     /* byte */
	size_t column; /* of that byte */
};

static struct pieces pieces_of(const struct text_line *line)
{
	return (struct pieces){ .line = line->text, .column = line->indent };
}

static size_t count_blanks(struct mb_str s, size_t at)
{
	size_t n = 0;

	while (at + n < s.len && s.ptr[at + n] == ' ')
		n++;
	return n;
}

static bool next_piece(struct pieces *p, struct piece *piece)
{
	size_t gap = count_blanks(p->line, p->at);
	size_t start = p->at + gap, end = start;

	if (start >= p->line.len)
		return false;
	while (end < p->line.len && count_blanks(p->line, end) < COLUMN_GAP)
		end++;
	piece->text = mb_str_slice(p->line, start, end);
	piece->gap = gap;
	piece->column = p->column + gap;
	piece->end = piece->column + mb_utf8_count(piece->text);
	p->at = end;
	p->column = piece->end;
	return true;
}

/* --- titles on the left ------------------------------------------------ */

/* Words, and no number that begins an item or a paragraph. */
static bool is_title(const struct piece *piece)
{
	size_t n_letters = 0;

	if (piece->column > MAX_TITLE_INDENT ||
	    marker_of(piece->text).style != MARKER_NONE)
		return false;
	for (size_t i = 0; i < piece->text.len; i++)
		n_letters += mb_is_alpha(piece->text.ptr[i]);
	return n_letters >= 3;
}

/* How lines stand to a column. */
struct standing {
	size_t n_begin; /* at it */
	size_t n_split; /* before it, with a title, and go on at it */
	size_t n_cross; /* before it, and run over it */
};

static void note_standing(const struct text_line *line,
			  struct standing *columns)
{
	struct pieces pieces = pieces_of(line);
	struct piece first, second;

	if (!next_piece(&pieces, &first))
		return;
	if (first.column < MAX_COLUMNS)
		columns[first.column].n_begin++;
	/* a foot on the right crosses nothing */
	for (size_t c = first.column + 1;
	     first.column < MIN_NOTE_COLUMN && c < first.end && c < MAX_COLUMNS;
	     c++)
		columns[c].n_cross++;
	if (is_title(&first) && next_piece(&pieces, &second) &&
	    second.column < MAX_COLUMNS)
		columns[second.column].n_split++;
}

/* The column that text begins at beside a margin of titles, or 0. */
static uint16_t find_text(const struct standing *columns, size_t n_lines)
{
	size_t best = 0;

	for (size_t c = MIN_TITLE_COLUMNS; c < MAX_COLUMNS / 2; c++)
		if (columns[c].n_begin + columns[c].n_split >
		    columns[best].n_begin + columns[best].n_split)
			best = c;
	if (best == 0 || columns[best].n_split < MIN_TITLES ||
	    columns[best].n_begin < columns[best].n_split ||
	    (columns[best].n_begin + columns[best].n_split) * 2 < n_lines ||
	    columns[best].n_cross * 8 > n_lines)
		return 0;
	return (uint16_t)best;
}

/* --- notes on the right ------------------------------------------------ */

/* "Clerk", "AB/CD", "All": no sum of money, no number. */
static bool names_somebody(struct mb_str s)
{
	struct line_words words = line_words_of(s);

	for (size_t i = 0; i < words.n; i++)
		if (!words.at[i].is_capital &&
		    !mb_str_equal(words.at[i].text, MB_STR("and")))
			return false;
	return words.n > 0 && mb_is_upper(s.ptr[0]) &&
	       mb_utf8_count(s) <= MAX_NOTE_CHARS;
}

/* The last of two pieces, behind a sentence's line. */
static bool find_note(const struct text_line *line, struct piece *note)
{
	struct pieces pieces = pieces_of(line);
	struct piece first, none;

	return next_piece(&pieces, &first) &&
	       first.end - first.column >= MIN_TEXT_CHARS &&
	       next_piece(&pieces, note) && note->gap >= NOTE_GAP &&
	       !next_piece(&pieces, &none) && note->column >= MIN_NOTE_COLUMN &&
	       names_somebody(note->text);
}

static size_t count_notes(const size_t *n_notes, size_t column)
{
	size_t n = 0;

	for (size_t c = column; c <= column + NOTE_PLAY && c < MAX_COLUMNS; c++)
		n += n_notes[c];
	return n;
}

/* The first column of the notes that most lines have, or 0. */
static uint16_t find_notes(const size_t *n_notes,
			   const struct standing *columns, size_t n_lines)
{
	size_t best = 0;

	for (size_t c = MIN_NOTE_COLUMN; c < MAX_COLUMNS; c++)
		if (n_notes[c] > 0 &&
		    count_notes(n_notes, c) > count_notes(n_notes, best))
			best = c;
	if (best == 0 || count_notes(n_notes, best) < MIN_NOTES ||
	    columns[best].n_cross > 2 + n_lines / 20)
		return 0;
	return (uint16_t)best;
}

/* --- the whole text ---------------------------------------------------- */

struct text_margins text_margins_of(struct mb_str text)
{
	struct standing columns[MAX_COLUMNS] = { { 0 } };
	size_t n_notes[MAX_COLUMNS] = { 0 };
	struct line_reader reader = lines_of(text);
	struct text_line line;
	size_t n_lines = 0;

	while (lines_next(&reader, &line)) {
		struct piece note;

		n_lines++;
		if (mb_str_find_char(line.text, '\t') != MB_STR_NONE)
			continue;
		note_standing(&line, columns);
		if (find_note(&line, &note) && note.column < MAX_COLUMNS)
			n_notes[note.column]++;
	}
	return (struct text_margins){
		.text = find_text(columns, n_lines),
		.notes = find_notes(n_notes, columns, n_lines),
	};
}

bool text_margins_cut_title(const struct text_margins *margins,
			    struct text_line *line, struct mb_str *title)
{
	struct pieces pieces = pieces_of(line);
	struct piece first, second;

	if (margins->text == 0 || !next_piece(&pieces, &first) ||
	    !is_title(&first) || first.end >= margins->text)
		return false;
	if (next_piece(&pieces, &second) && second.column != margins->text)
		return false; /* a foot, in columns of its own */
	*title = first.text;
	line->text = mb_str_trim(mb_str_drop(line->text, first.text.len));
	line->indent = margins->text;
	return true;
}

bool text_margins_cut_note(const struct text_margins *margins,
			   struct text_line *line, struct mb_str *note)
{
	struct piece piece;

	if (margins->notes == 0 || !find_note(line, &piece) ||
	    piece.column < margins->notes ||
	    piece.column > (size_t)margins->notes + NOTE_PLAY)
		return false;
	*note = piece.text;
	line->text = mb_str_trim(
	    mb_str_take(line->text, line->text.len - piece.text.len));
	return true;
}
