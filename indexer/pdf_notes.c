#include "pdf_notes.h"

#include "minutebook/text.h"
#include "words.h"

/* In heights of a line: what begins at the same place. */
#define ALIGNED 0.7

/* A note is short, and what it stands beside is prose of more lines. */
#define MAX_WORDS 4
#define PROSE_WIDTH 0.6 /* of the way to the notes */

/* Crowded pages have many places where something begins. */
#define MAX_TRIES 64

/* Notes at one place of a page. */
struct place {
	double left;
	size_t first, last; /* lines */
	size_t n;
};

/* The piece of @line that may be a note: the last one, if it is short. */
static const struct pdf_piece *last_piece(const struct pdf_line *line)
{
	const struct pdf_piece *piece = &line->pieces[line->n_pieces - 1];

	if (line->n_pieces < 2 || line->is_in_column ||
	    piece->n_words > MAX_WORDS || !mb_has_letter(piece->text))
		return NULL;
	return piece;
}

static bool begins_at(const struct pdf_lines *lines, size_t i, double left)
{
	const struct pdf_piece *piece = last_piece(&lines->items[i]);
	double far = ALIGNED * lines->line_height;

	return piece && piece->box.left - left < far &&
	       left - piece->box.left < far;
}

static struct place place_at(const struct pdf_lines *lines, double left)
{
	struct place place = { .left = left };

	for (size_t i = 0; i < lines->n; i++) {
		if (!begins_at(lines, i, left))
			continue;
		if (place.n++ == 0)
			place.first = i;
		place.last = i;
	}
	return place;
}

static bool reaches(const struct pdf_lines *lines, size_t i, double left)
{
	return !begins_at(lines, i, left) && lines->items[i].box.right >= left;
}

/* The lines around the notes that leave their column free. */
static struct place around(const struct pdf_lines *lines, struct place place)
{
	while (place.first > 0 && !reaches(lines, place.first - 1, place.left))
		place.first--;
	while (place.last + 1 < lines->n &&
	       !reaches(lines, place.last + 1, place.left))
		place.last++;
	return place;
}

/* One wide piece, with a note or without. */
static bool is_prose(const struct pdf_lines *lines, size_t i, double start,
		     double left)
{
	const struct pdf_line *line = &lines->items[i];
	size_t n = line->n_pieces - begins_at(lines, i, left);

	return n == 1 &&
	       line->pieces[0].box.right - start > PROSE_WIDTH * (left - start);
}

/* Whether prose stands beside the notes, and nothing reaches into them. */
static bool is_beside_prose(const struct pdf_lines *lines, struct place place)
{
	double start = lines->items[place.first].box.left;
	size_t n_prose = 0;

	for (size_t i = place.first; i <= place.last; i++)
		if (reaches(lines, i, place.left))
			return false;
	place = around(lines, place);
	for (size_t i = place.first; i <= place.last; i++)
		if (lines->items[i].box.left < start)
			start = lines->items[i].box.left;
	for (size_t i = place.first; i <= place.last; i++)
		n_prose += is_prose(lines, i, start, place.left);
	return n_prose > place.n;
}

/* "Action", "Action by": the head of the column. */
static bool is_head(struct mb_str text)
{
	static const char *const list[] = { "action", "actions",  "by",
					    "owner",  "required", "who",
					    "whom" };
	struct line_words line = line_words_of(text);

	for (size_t i = 0; i < line.n; i++)
		if (!WORDS_HAS(list, line.at[i].text))
			return false;
	return true;
}

static void take_note(struct pdf_line *line)
{
	struct mb_str note = line->pieces[--line->n_pieces].text;

	if (!is_head(note))
		line->note = note;
	line->box = line->pieces[0].box;
	for (size_t i = 1; i < line->n_pieces; i++)
		line->box = pdf_box_join(line->box, line->pieces[i].box);
}

/* Lines beside the notes end where the longest of them does. */
static void set_right(struct pdf_lines *lines, struct place place)
{
	double right = 0;

	for (size_t i = place.first; i <= place.last; i++)
		if (lines->items[i].box.right > right)
			right = lines->items[i].box.right;
	for (size_t i = place.first; i <= place.last; i++)
		lines->items[i].right = right;
}

/* Whether notes begin at @left; takes them if so. */
static bool take_at(struct pdf_lines *lines, double left, size_t n_needed)
{
	struct place place = place_at(lines, left);
	struct place beside;

	if (place.n < n_needed || !is_beside_prose(lines, place))
		return false;
	beside = around(lines, place);
	for (size_t i = place.first; i <= place.last; i++)
		if (begins_at(lines, i, left))
			take_note(&lines->items[i]);
	set_right(lines, beside);
	return true;
}

void pdf_notes_take(struct pdf_lines *lines, double *left)
{
	size_t n_tries = 0;

	if (*left > 0 && take_at(lines, *left, 1))
		return;
	for (size_t i = 0; i < lines->n && n_tries < MAX_TRIES; i++) {
		const struct pdf_piece *piece = last_piece(&lines->items[i]);

		if (!piece)
			continue;
		n_tries++;
		if (take_at(lines, piece->box.left, 2)) {
			*left = piece->box.left;
			return;
		}
	}
}
