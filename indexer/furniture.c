#include "furniture.h"

#include "contents.h"
#include "minutebook/text.h"
#include "page_numbers.h"
#include "picture_note.h"
#include "signature.h"
#include "torn.h"
#include "words.h"

/* A head or foot is at most so long, and so near to the page's end. */
#define MAX_HEAD_CHARS 90
#define NEAR_EDGE 2

/* Of what stands above a document's text. */
#define MAX_TITLE_LINES 6

/* "Page 3", "Page 3 of 7", "3 of 7", "3 | Page"; "1/19" numbers an item */
static bool is_page_label(struct mb_str s)
{
	struct mb_str rest = s;
	bool has_word = false;
	unsigned long n, last;

	if (mb_str_starts_nocase(rest, MB_STR("page"))) {
		rest = mb_str_trim(mb_str_drop(rest, 4));
		has_word = true;
	}
	if (!mb_str_number(&rest, 9999, &n))
		return false;
	rest = mb_str_trim(rest);
	if (rest.len == 0)
		return has_word;
	if (mb_str_starts_nocase(rest, MB_STR("|")))
		rest = mb_str_trim(mb_str_drop(rest, 1));
	if (mb_str_equal_nocase(rest, MB_STR("page")))
		return true;
	if (!mb_str_starts_nocase(rest, MB_STR("of")) &&
	    !(has_word && mb_str_starts(rest, MB_STR("/"))))
		return false;
	rest = mb_str_trim(mb_str_drop(rest, rest.ptr[0] == '/' ? 1 : 2));
	return mb_str_number(&rest, 9999, &last) && rest.len == 0 &&
	       (has_word || n <= last);
}

/* Whether the last word begins in a small letter: "in the report on" */
static bool ends_in_small_word(struct mb_str s)
{
	struct mb_str word = mb_str_after_last(mb_str_trim(s), ' ');

	while (word.len > 0 && !mb_is_alnum(word.ptr[0]))
		word = mb_str_drop(word, 1);
	return word.len > 0 && mb_is_lower(word.ptr[0]);
}

/* "4", "4 of 7", "4 of 7   26 February 2020" */
static bool is_page_at_end(struct mb_str s)
{
	struct mb_date_found found;
	unsigned long n;

	if (!mb_str_number(&s, 9999, &n))
		return false;
	if (mb_str_starts_nocase(s, MB_STR(" of "))) {
		s = mb_str_drop(s, 4);
		if (!mb_str_number(&s, 9999, &n))
			return false;
	}
	s = mb_str_trim(s);
	return s.len == 0 || signature_is_line(s) ||
	       (mb_date_find(s, &found) && found.start == 0 &&
		found.end == s.len);
}

/* "Audit Committee, 24.9.2015 - page 3", but no "as shown on page 3" */
static bool ends_in_page(struct mb_str s)
{
	size_t at = mb_str_find_nocase(s, MB_STR(" page "));

	if (at == MB_STR_NONE || s.len > MAX_HEAD_CHARS ||
	    ends_in_small_word(mb_str_take(s, at)))
		return false;
	return is_page_at_end(mb_str_drop(s, at + 6));
}

/* "12", "- 12 -", "3/7": only beside a page's end. */
static bool is_page_number(struct mb_str s)
{
	size_t n_digits = 0;

	for (size_t i = 0; i < s.len; i++) {
		if (mb_is_digit(s.ptr[i]))
			n_digits++;
		else if (mb_str_find_char(MB_STR("- */"), s.ptr[i]) ==
			 MB_STR_NONE)
			return false;
	}
	return n_digits > 0 && n_digits < 5;
}

/* "-----", "......", "_____": nothing but signs. */
static bool is_rule(struct mb_str s)
{
	uint32_t c;

	if (mb_utf8_count(s) < 3)
		return false;
	while (mb_utf8_next(&s, &c))
		if (mb_is_letter(c) || (c < 0x80 && mb_is_digit((char)c)) ||
		    c == '(' || c == 0xA3)
			return false;
	return true;
}

/* "<AI3>", "</AI3>": ModernGov marks the items of its printed minutes so. */
static bool is_tag(struct mb_str s)
{
	if (s.len < 4 || s.ptr[0] != '<' || s.ptr[s.len - 1] != '>')
		return false;
	for (size_t i = 1; i + 1 < s.len; i++)
		if (!mb_is_upper(s.ptr[i]) && !mb_is_digit(s.ptr[i]) &&
		    s.ptr[i] != '_' && !(i == 1 && s.ptr[i] == '/'))
			return false;
	return true;
}

/* A page ends here, by a form feed or by its printed number. */
static bool is_boundary(const struct block *b)
{
	return b->kind == BLOCK_PAGE ||
	       ((b->kind == BLOCK_LINE || b->kind == BLOCK_HEADING) &&
		is_page_label(b->text));
}

/* Whether a page ends @distance blocks away from block @i. */
static bool is_edge(const struct blocks *blocks, size_t i, size_t distance)
{
	return i < distance || is_boundary(&blocks->items[i - distance]) ||
	       i + distance >= blocks->n ||
	       is_boundary(&blocks->items[i + distance]);
}

/* Whether block @i is among the first or last lines of its page. */
static bool is_near_edge(const struct blocks *blocks, size_t i)
{
	for (size_t d = 1; d <= NEAR_EDGE; d++)
		if (is_edge(blocks, i, d))
			return true;
	return false;
}

/* A day and nothing else, beside a page's end but not at the very top. */
static bool is_date_of_head(const struct blocks *blocks, size_t i)
{
	struct mb_str text = blocks->items[i].text;
	struct mb_date_found found;

	if (!mb_date_find(text, &found) || found.start > 0 ||
	    found.end < text.len)
		return false;
	for (size_t d = 1; d <= NEAR_EDGE; d++)
		if ((i >= d && is_boundary(&blocks->items[i - d])) ||
		    (i + d < blocks->n && is_boundary(&blocks->items[i + d])))
			return true;
	return false;
}

/* The same text but for its digits: a running head with a page number. */
static bool looks_same(struct mb_str a, struct mb_str b)
{
	if (a.len != b.len)
		return false;
	for (size_t i = 0; i < a.len; i++)
		if (a.ptr[i] != b.ptr[i] &&
		    !(mb_is_digit(a.ptr[i]) && mb_is_digit(b.ptr[i])))
			return false;
	return true;
}

/* The lines near the ends of pages, so that heads need not be sought in all. */
struct edges {
	size_t *lines; /* indices of blocks */
	size_t n;
};

/* Running heads of longer documents than this are found on its first pages. */
#define MAX_EDGES 2000

static struct edges find_edges(struct blocks *blocks)
{
	struct edges edges = { MB_NEW(blocks->arena, size_t, MAX_EDGES), 0 };

	if (!edges.lines) {
		blocks->has_failed = true;
		return edges;
	}
	for (size_t i = 0; i < blocks->n && edges.n < MAX_EDGES; i++)
		if (blocks->items[i].kind == BLOCK_LINE &&
		    is_near_edge(blocks, i) &&
		    mb_utf8_count(blocks->items[i].text) <= MAX_HEAD_CHARS)
			edges.lines[edges.n++] = i;
	return edges;
}

/* Near three ends of pages, or right at two of them. */
static bool is_running_head(const struct blocks *blocks,
			    const struct edges *edges, size_t i)
{
	struct mb_str text = blocks->items[i].text;
	bool is_outermost = is_edge(blocks, i, 1);
	size_t n_near = 0, n_outermost = 0;

	if (!is_near_edge(blocks, i))
		return false;
	for (size_t k = 0; k < edges->n && n_near < 3; k++) {
		size_t twin = edges->lines[k];

		if (!looks_same(text, blocks->items[twin].text))
			continue;
		n_near++;
		n_outermost += is_outermost && is_edge(blocks, twin, 1);
	}
	return n_near >= 3 || n_outermost >= 2;
}

/* Whether one of the first lines of the paper has @word. */
#define FIRST_LINES 8
#define MAX_FIRST_BYTES 360 /* longer ones are prose */

static bool is_in_first_lines(const struct blocks *blocks, struct mb_str word)
{
	for (size_t i = 0; i < blocks->n && i < FIRST_LINES; i++) {
		struct mb_str text = blocks->items[i].text;

		if (text.len <= MAX_FIRST_BYTES &&
		    mb_str_find_nocase(text, word) != MB_STR_NONE)
			return true;
	}
	return false;
}

/*
 * "LARKHYTHE COUNCIL - LIBRARY PANEL - 14.10.13" at a page's end: the head of
 * a paper with few pages says again what its first lines say.
 */
static bool repeats_header(const struct blocks *blocks, size_t i)
{
	struct line_words line;
	size_t n = 0;

	if (i < FIRST_LINES || !is_edge(blocks, i, 1) ||
	    mb_utf8_count(blocks->items[i].text) > MAX_HEAD_CHARS)
		return false;
	line = line_words_of(blocks->items[i].text);
	for (size_t k = 0; k < line.n; k++) {
		if (!mb_is_alpha(line.at[k].text.ptr[0]))
			continue;
		if (!line.at[k].is_capital ||
		    !is_in_first_lines(blocks, line.at[k].text))
			return false;
		n++;
	}
	return n >= 3;
}

/*
 * The head of the first page, the same on a later one but for no number: a
 * letterhead, that tells whose minutes these are.
 */
static bool is_letterhead(const struct blocks *blocks,
			  const struct edges *edges, size_t i)
{
	struct mb_str text = blocks->items[i].text;

	for (size_t k = 0; k < i; k++)
		if (blocks->items[k].kind != BLOCK_PAGE)
			return false;
	for (size_t k = 0; k < edges->n; k++)
		if (edges->lines[k] > i &&
		    mb_str_equal(blocks->items[edges->lines[k]].text, text))
			return true;
	return false;
}

/* Right behind or before the end of a page, what the document is headed by. */
static bool is_title_again(const struct blocks *blocks, size_t i)
{
	size_t n_title = i < MAX_TITLE_LINES ? i : MAX_TITLE_LINES;

	if (!(i > 0 && is_boundary(&blocks->items[i - 1])) &&
	    !(i + 1 < blocks->n && is_boundary(&blocks->items[i + 1])))
		return false;
	for (size_t k = 0; k < n_title; k++)
		if (mb_str_equal_nocase(blocks->items[k].text,
					blocks->items[i].text))
			return true;
	return false;
}

/*
 * "Agenda Item 3" above all else: whose papers these are in the pack of a
 * later meeting, unless the items here are numbered so.
 */
static bool is_place_in_pack(const struct blocks *blocks, size_t i)
{
	struct mb_str text = blocks->items[i].text;
	struct mb_str label = MB_STR("agenda item ");

	if (i > 0 || !mb_str_starts_nocase(text, label) ||
	    text.len > label.len + 3)
		return false;
	for (size_t k = 1; k < blocks->n; k++)
		if (mb_str_starts_nocase(blocks->items[k].text, label) &&
		    !mb_str_equal_nocase(blocks->items[k].text, text))
			return false;
	return true;
}

static bool has_pages(const struct blocks *blocks)
{
	for (size_t i = 0; i < blocks->n; i++)
		if (is_boundary(&blocks->items[i]))
			return true;
	return false;
}

static bool is_furniture(const struct blocks *blocks, const struct edges *edges,
			 size_t i)
{
	const struct block *b = &blocks->items[i];

	if (signature_at(blocks, i))
		return true;
	/* "- 3 -" looks like an entry of a list */
	if (b->kind == BLOCK_ENTRY && mb_str_ends(b->text, MB_STR(" -")) &&
	    is_page_number(b->text))
		return true;
	if (b->kind == BLOCK_HEADING) /* a converter's */
		return is_page_label(b->text);
	if (b->kind != BLOCK_LINE)
		return false;
	if (is_rule(b->text) || is_tag(b->text) || is_page_label(b->text) ||
	    ends_in_page(b->text) || picture_note_is(b->text) ||
	    is_place_in_pack(blocks, i))
		return true;
	if (!edges)
		return false; /* there are no pages */
	return (is_page_number(b->text) && is_near_edge(blocks, i)) ||
	       is_date_of_head(blocks, i) || repeats_header(blocks, i) ||
	       is_title_again(blocks, i) ||
	       (is_running_head(blocks, edges, i) &&
		!is_letterhead(blocks, edges, i));
}

void furniture_drop(struct blocks *blocks)
{
	bool *drop = MB_NEW(blocks->arena, bool, blocks->n + 1);
	struct edges edges = { NULL, 0 };
	bool is_paged = has_pages(blocks);
	size_t to = 0, signed_from = signature_end(blocks);

	if (is_paged)
		edges = find_edges(blocks);
	if (!drop || blocks->has_failed) {
		blocks->has_failed = true;
		return;
	}
	for (size_t i = 0; i < blocks->n; i++)
		drop[i] = i >= signed_from ||
			  is_furniture(blocks, is_paged ? &edges : NULL, i);
	contents_find(blocks, drop);
	if (!is_paged)
		page_numbers_find(blocks, drop);
	torn_find(blocks, drop);
	for (size_t i = 0; i < blocks->n; i++)
		if (!drop[i])
			blocks->items[to++] = blocks->items[i];
	blocks->n = to;
}
