#include "pdf_lines.h"

#include <stdlib.h>
#include <string.h>

#include "minutebook/buf.h"
#include "minutebook/text.h"

/* In heights of a line: closer words are one, farther ones are two pieces. */
#define TOUCHING 0.08
#define WIDE_GAP 1.5

/* Two boxes of one line overlap by so much of the smaller one's height. */
#define SAME_LINE 0.5

/* Something so much taller than its neighbour shares no line with it. */
#define OTHER_SIZE 2.5

static double height_of(struct pdf_box box)
{
	return box.bottom - box.top;
}

static double middle_of(struct pdf_box box)
{
	return (box.top + box.bottom) / 2;
}

struct pdf_box pdf_box_join(struct pdf_box a, struct pdf_box b)
{
	return (struct pdf_box){
		.left = a.left < b.left ? a.left : b.left,
		.top = a.top < b.top ? a.top : b.top,
		.right = a.right > b.right ? a.right : b.right,
		.bottom = a.bottom > b.bottom ? a.bottom : b.bottom,
	};
}

/* --- words to pieces --------------------------------------------------- */

/* Text up the side of a page is no line of it. */
static bool is_upright(const struct pdf_word *word)
{
	return mb_utf8_count(word->text) >= 4 &&
	       height_of(word->box) > 2 * (word->box.right - word->box.left);
}

/* Whether @b goes on with the piece that ends in @a. */
static bool goes_on(const struct pdf_word *a, const struct pdf_word *b)
{
	double gap = b->box.left - a->box.right;

	return a->line == b->line && gap < WIDE_GAP * height_of(a->box) &&
	       gap > -WIDE_GAP * height_of(a->box);
}

/* "11" and a raised "th" touch: one word. */
static bool touches(const struct pdf_word *a, const struct pdf_word *b)
{
	return b->box.left - a->box.right < TOUCHING * height_of(a->box);
}

static bool add_piece(const struct pdf_page *page, const struct pdf_word *words,
		      size_t n, struct pdf_piece *piece)
{
	struct mb_buf text = MB_BUF_INIT;
	bool is_done;

	*piece = (struct pdf_piece){ .box = words[0].box,
				     .words = words,
				     .n_words = n };
	for (size_t i = 0; i < n; i++) {
		if (i > 0 && !touches(&words[i - 1], &words[i]))
			mb_buf_add_char(&text, ' ');
		mb_buf_add(&text, words[i].text);
		piece->box = pdf_box_join(piece->box, words[i].box);
	}
	is_done = mb_buf_move(&text, page->arena, &piece->text, NULL) == MB_OK;
	mb_buf_release(&text);
	return is_done;
}

static bool find_pieces(const struct pdf_page *page, struct pdf_piece *pieces,
			size_t *n_pieces)
{
	size_t n, i = 0;

	*n_pieces = 0;
	for (; i < page->n_words; i += n) {
		const struct pdf_word *words = &page->words[i];

		n = 1;
		if (is_upright(words))
			continue;
		while (i + n < page->n_words &&
		       goes_on(&words[n - 1], &words[n]))
			n++;
		if (!add_piece(page, words, n, &pieces[*n_pieces]))
			return false;
		++*n_pieces;
	}
	return true;
}

/* --- pieces to lines --------------------------------------------------- */

static int compare_heights(const void *a, const void *b)
{
	double x = middle_of(((const struct pdf_piece *)a)->box);
	double y = middle_of(((const struct pdf_piece *)b)->box);

	return (x > y) - (x < y);
}

static int compare_sides(const void *a, const void *b)
{
	double x = ((const struct pdf_piece *)a)->box.left;
	double y = ((const struct pdf_piece *)b)->box.left;

	return (x > y) - (x < y);
}

static bool is_same_line(struct pdf_box a, struct pdf_box b)
{
	double top = a.top > b.top ? a.top : b.top;
	double bottom = a.bottom < b.bottom ? a.bottom : b.bottom;
	double low = height_of(a) < height_of(b) ? height_of(a) : height_of(b);
	double high = height_of(a) + height_of(b) - low;

	return bottom - top >= SAME_LINE * low && high < OTHER_SIZE * low;
}

static int compare_words(const void *a, const void *b)
{
	double x = ((const struct pdf_word *)a)->box.left;
	double y = ((const struct pdf_word *)b)->box.left;

	return (x > y) - (x < y);
}

/* Puts the words of @b, which stands in a gap of @a, where they belong. */
static bool put_inside(const struct pdf_page *page, struct pdf_piece *a,
		       const struct pdf_piece *b)
{
	size_t n = a->n_words + b->n_words;
	struct pdf_word *words = MB_NEW(page->arena, struct pdf_word, n);

	if (!words)
		return false;
	memcpy(words, a->words, a->n_words * sizeof(*words));
	memcpy(words + a->n_words, b->words, b->n_words * sizeof(*words));
	qsort(words, n, sizeof(*words), compare_words);
	return add_piece(page, words, n, a);
}

/* Adds the line of the @n pieces at @pieces. */
static bool add_line(const struct pdf_page *page, struct pdf_lines *lines,
		     struct pdf_piece *pieces, size_t n)
{
	struct pdf_line *line = &lines->items[lines->n++];
	size_t to = 0;

	qsort(pieces, n, sizeof(*pieces), compare_sides);
	for (size_t i = 1; i < n; i++) {
		/* a raised "th" that pdftotext has as a line of its own */
		if (pieces[i].box.right < pieces[to].box.right) {
			if (!put_inside(page, &pieces[to], &pieces[i]))
				return false;
			continue;
		}
		pieces[++to] = pieces[i];
	}
	*line = (struct pdf_line){ .box = pieces[0].box,
				   .pieces = pieces,
				   .n_pieces = to + 1 };
	for (size_t i = 1; i <= to; i++)
		line->box = pdf_box_join(line->box, pieces[i].box);
	return true;
}

static int compare_doubles(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* The height that most lines have. */
static bool find_height(const struct pdf_page *page, struct pdf_lines *lines)
{
	double *heights = MB_NEW(page->arena, double, lines->n + 1);

	if (!heights)
		return false;
	for (size_t i = 0; i < lines->n; i++)
		heights[i] = height_of(lines->items[i].pieces[0].box);
	if (lines->n > 0)
		qsort(heights, lines->n, sizeof(*heights), compare_doubles);
	lines->line_height = heights[lines->n / 2];
	if (lines->line_height < 1)
		lines->line_height = 1;
	return true;
}

bool pdf_lines_find(const struct pdf_page *page, struct pdf_lines *lines)
{
	struct pdf_piece *pieces =
	    MB_NEW(page->arena, struct pdf_piece, page->n_words + 1);
	size_t n_pieces, n = 0;

	*lines =
	    (struct pdf_lines){ .items = MB_NEW(page->arena, struct pdf_line,
						page->n_words + 1) };
	if (!pieces || !lines->items || !find_pieces(page, pieces, &n_pieces))
		return false;
	if (n_pieces > 0)
		qsort(pieces, n_pieces, sizeof(*pieces), compare_heights);
	for (size_t i = 0; i < n_pieces; i += n) {
		n = 1;
		while (i + n < n_pieces &&
		       is_same_line(pieces[i].box, pieces[i + n].box))
			n++;
		if (!add_line(page, lines, &pieces[i], n))
			return false;
	}
	return find_height(page, lines);
}
