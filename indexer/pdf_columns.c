/*
 * Two columns of prose are told from a table by what they look like: a
 * stretch of lines that all leave the same upright strip free, somewhere in
 * the middle of the page, with several words on both sides of it and most
 * lines of each side as long as the side is wide.  The columns of a table are
 * ragged, and a note in the margin is narrow.
 *
 * Strips are tried one after the other over the middle of the page; the one
 * that the most lines leave free wins, and what is above and below the
 * stretch is searched again.
 */
#include "pdf_lines.h"

/* Where the strip is sought, in hundredths of the page's width. */
#define FIRST_STRIP 30
#define LAST_STRIP 70

/* What makes a column. */
#define MIN_LINES 5
#define MIN_WIDTH 0.22 /* of the page */
#define MIN_WORDS 3.0  /* of a line, on average */
#define FULL 0.7       /* of the column's width; half of the lines are so */

/* In heights of a line: a gap that ends a stretch. */
#define PARTING_GAP 3.0

/* Lines [first, end) with a strip at @x. */
struct stretch {
	size_t first, end;
	double x;
};

struct side {
	size_t n_lines, n_words, n_full;
	double left, right;
};

static bool crosses(const struct pdf_line *line, double x)
{
	for (size_t i = 0; i < line->n_pieces; i++)
		if (line->pieces[i].box.left < x - 1 &&
		    line->pieces[i].box.right > x + 1)
			return true;
	return false;
}

/* How many pieces stand left of @x. */
static size_t count_left(const struct pdf_line *line, double x)
{
	size_t n = 0;

	while (n < line->n_pieces && line->pieces[n].box.left < x - 1)
		n++;
	return n;
}

static struct pdf_line part_of(const struct pdf_line *line, size_t first,
			       size_t end)
{
	struct pdf_line part = { .box = line->pieces[first].box,
				 .pieces = line->pieces + first,
				 .n_pieces = end - first };

	for (size_t i = first; i < end; i++)
		part.box = pdf_box_join(part.box, line->pieces[i].box);
	return part;
}

/* The part of @line on one side of the strip; no pieces when it is empty. */
static struct pdf_line side_of(const struct pdf_line *line, double x,
			       bool is_right)
{
	size_t n = count_left(line, x);

	if (is_right)
		return n < line->n_pieces ? part_of(line, n, line->n_pieces)
					  : (struct pdf_line){ .n_pieces = 0 };
	return n > 0 ? part_of(line, 0, n) : (struct pdf_line){ .n_pieces = 0 };
}

static struct side measure(const struct pdf_lines *lines,
			   const struct stretch *s, bool is_right)
{
	struct side side = { .left = 1e9 };

	for (size_t i = s->first; i < s->end; i++) {
		struct pdf_line part =
		    side_of(&lines->items[i], s->x, is_right);

		if (part.n_pieces == 0)
			continue;
		side.n_lines++;
		for (size_t k = 0; k < part.n_pieces; k++)
			side.n_words += part.pieces[k].n_words;
		if (part.box.left < side.left)
			side.left = part.box.left;
		if (part.box.right > side.right)
			side.right = part.box.right;
	}
	for (size_t i = s->first; i < s->end; i++) {
		struct pdf_line part =
		    side_of(&lines->items[i], s->x, is_right);

		side.n_full +=
		    part.n_pieces > 0 && part.box.right - part.box.left >
					     FULL * (side.right - side.left);
	}
	return side;
}

static bool is_column(const struct side *side, const struct pdf_page *page)
{
	return side->n_lines >= MIN_LINES && side->n_full * 2 > side->n_lines &&
	       (double)side->n_words >= MIN_WORDS * (double)side->n_lines &&
	       side->right - side->left >= MIN_WIDTH * page->width;
}

static bool is_stretch(const struct pdf_page *page,
		       const struct pdf_lines *lines, const struct stretch *s)
{
	struct side left, right;

	if (s->end - s->first < MIN_LINES)
		return false;
	left = measure(lines, s, false);
	right = measure(lines, s, true);
	return is_column(&left, page) && is_column(&right, page);
}

static bool is_parted(const struct pdf_lines *lines, size_t i, double gap)
{
	return lines->items[i].box.top - lines->items[i - 1].box.bottom >
	       gap * lines->line_height;
}

/* Whether one of the lines from @first on is as long as the column. */
static bool goes_on(const struct pdf_lines *lines, const struct stretch *s,
		    const struct side *column, size_t first)
{
	for (size_t i = first; i < s->end; i++)
		if (lines->items[i].box.right - column->left >
		    FULL * (column->right - column->left))
			return true;
	return false;
}

/*
 * Short lines under the right column that stand apart go on over the whole
 * page; longer ones are what the left column has more than the right.
 */
static void trim(const struct pdf_lines *lines, struct stretch *s)
{
	size_t last = s->end;
	struct side column;

	while (last > s->first &&
	       side_of(&lines->items[last - 1], s->x, true).n_pieces == 0)
		last--;
	if (last == s->end || last == s->first)
		return;
	column =
	    measure(lines, &(struct stretch){ s->first, last, s->x }, false);
	for (size_t i = last; i < s->end; i++)
		if (is_parted(lines, i, 0.8) &&
		    !goes_on(lines, s, &column, i)) {
			s->end = i;
			return;
		}
}

/* The longest stretch between @first and @end; empty when there is none. */
static struct stretch find_stretch(const struct pdf_page *page,
				   const struct pdf_lines *lines, size_t first,
				   size_t end)
{
	struct stretch best = { first, first, 0 };

	for (int part = FIRST_STRIP; part < LAST_STRIP; part++) {
		struct stretch s = { first, first, part * page->width / 100 };

		for (size_t i = first; i <= end; i++) {
			bool is_end =
			    i == end || crosses(&lines->items[i], s.x);

			if (!is_end &&
			    (i == s.first || !is_parted(lines, i, PARTING_GAP)))
				continue;
			s.end = i;
			if (i < end)
				trim(lines, &s);
			if (s.end - s.first > best.end - best.first &&
			    is_stretch(page, lines, &s))
				best = s;
			s.first = is_end ? i + 1 : i;
		}
	}
	return best;
}

/* --- sorting ----------------------------------------------------------- */

struct sorted {
	const struct pdf_page *page;
	const struct pdf_lines *from;
	struct pdf_line *items;
	size_t n;
};

static void add_side(struct sorted *out, const struct stretch *s, bool is_right)
{
	bool is_first = true;

	for (size_t i = s->first; i < s->end; i++) {
		struct pdf_line part =
		    side_of(&out->from->items[i], s->x, is_right);

		if (part.n_pieces == 0)
			continue;
		part.begins_column = is_first;
		part.is_in_column = true;
		is_first = false;
		out->items[out->n++] = part;
	}
}

/* A page has few stretches; deeper parts stay as they are. */
#define MAX_DEPTH 8

static void sort_part(struct sorted *out, size_t first, size_t end, int depth)
{
	struct stretch s = { first, first, 0 };
	size_t begin = out->n;

	if (depth < MAX_DEPTH)
		s = find_stretch(out->page, out->from, first, end);
	if (s.end > s.first) {
		sort_part(out, first, s.first, depth + 1);
		add_side(out, &s, false);
		add_side(out, &s, true);
		sort_part(out, s.end, end, depth + 1);
		return;
	}
	for (size_t i = first; i < end; i++)
		out->items[out->n++] = out->from->items[i];
	if (end > first)
		out->items[begin].begins_column = true;
}

bool pdf_columns_sort(const struct pdf_page *page, struct pdf_lines *lines)
{
	struct sorted out = { .page = page, .from = lines };

	/* a line becomes two at most */
	out.items = MB_NEW(page->arena, struct pdf_line, 2 * lines->n + 1);
	if (!out.items)
		return false;
	sort_part(&out, 0, lines->n, 0);
	lines->items = out.items;
	lines->n = out.n;
	return true;
}
