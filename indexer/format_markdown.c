/*
 * Markdown as archives have it: front matter, # headings, **bold** lines,
 * numbers escaped as 1\., hyphen lists, rules.  CommonMark has more, minutes
 * do not.  Lines stay lines: many converters break paragraphs at every one.
 */
#include "format.h"

#include "bold_front.h"
#include "lines.h"
#include "markdown_html.h"
#include "markdown_inline.h"

/* --- front matter ------------------------------------------------------ */

static struct mb_str unquote(struct mb_str s)
{
	if (s.len >= 2 && (s.ptr[0] == '"' || s.ptr[0] == '\'') &&
	    s.ptr[s.len - 1] == s.ptr[0])
		return mb_str_slice(s, 1, s.len - 1);
	return s;
}

/*
 * Takes the lines between two "---" off the front.  The date in them is when
 * a page was posted, not when anybody met, and is left alone.
 */
static void cut_front_matter(struct blocks *blocks, struct line_reader *reader)
{
	struct line_reader ahead = *reader;
	struct text_line line;
	struct mb_str title = { NULL, 0 };

	if (!lines_next(&ahead, &line) || line.number != 1 ||
	    !mb_str_equal(line.text, MB_STR("---")))
		return;
	while (lines_next(&ahead, &line)) {
		struct mb_cut cut = mb_str_cut(line.text, ':');

		if (mb_str_equal(line.text, MB_STR("---"))) {
			blocks->page.title = blocks_clean(blocks, title);
			*reader = ahead;
			return;
		}
		if (mb_str_equal_nocase(cut.head, MB_STR("title")))
			title = unquote(mb_str_trim(cut.tail));
	}
}

/* --- lines ------------------------------------------------------------- */

static bool is_rule(struct mb_str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] != s.ptr[0] && s.ptr[i] != ' ')
			return false;
		n += s.ptr[i] == s.ptr[0];
	}
	return n >= 3 && (s.ptr[0] == '-' || s.ptr[0] == '*' ||
			  s.ptr[0] == '_' || s.ptr[0] == '=');
}

/* The level of a "## heading", whose marks are cut off; 0 for other lines. */
static uint8_t cut_heading(struct mb_str *s)
{
	uint8_t level = 0;

	while (level < s->len && s->ptr[level] == '#')
		level++;
	if (level == 0 || level > 6 || level >= s->len || s->ptr[level] != ' ')
		return 0;
	*s = mb_str_trim(mb_str_drop(*s, level));
	while (s->len > 0 && s->ptr[s->len - 1] == '#')
		s->len--;
	*s = mb_str_trim(*s);
	return level;
}

/* As many lines may a bold run in a paragraph of hard lines have. */
#define MAX_BOLD_LINES 8

/* Whether bold that is open at the end of a line is closed in its paragraph. */
static bool is_closed_below(struct line_reader below)
{
	struct text_line line;

	for (int i = 0; i < MAX_BOLD_LINES && lines_next(&below, &line) &&
			line.n_blank == 0;
	     i++)
		if (markdown_turns_bold(line.text))
			return true;
	return false;
}

/* @in_bold: whether a line above it in its paragraph has opened bold. */
static void add_line(struct blocks *blocks, const struct text_line *line,
		     struct mb_buf *scratch, bool *in_bold)
{
	struct block block = {
		.kind = BLOCK_LINE,
		.line = line->number,
		.indent = line->indent,
		.n_blank = line->n_blank,
		.marker = line->bullet,
	};
	struct mb_str text = line->text;
	struct bold_front front = { .len = 0 };

	while (text.len > 0 && text.ptr[0] == '>') /* quoted */
		text = mb_str_trim(mb_str_drop(text, 1));
	block.level = cut_heading(&text);
	if (block.level > 0)
		block.kind = BLOCK_HEADING;
	else if (line->bullet.len > 0 || lines_cut_bullet(&text, &block.marker))
		block.kind = BLOCK_ENTRY;
	mb_buf_truncate(scratch, 0);
	block.is_bold = markdown_inline(text, scratch, &front, in_bold);
	block.text = mb_buf_str(scratch);
	block.bold_front = bold_front_of(&front, block.text);
	if (block.kind == BLOCK_LINE && /* an escaped bullet: "\* text" */
	    lines_cut_bullet(&block.text, &block.marker))
		block.kind = BLOCK_ENTRY;
	blocks_add(blocks, &block);
}

/* --- tables ------------------------------------------------------------ */

static bool is_table_rule(struct mb_str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (mb_str_find_char(MB_STR("|-: "), s.ptr[i]) == MB_STR_NONE)
			return false;
	return true;
}

/* "| a | b |": the cells become one row. */
static void add_row(struct blocks *blocks, const struct text_line *line,
		    struct mb_buf *scratch)
{
	struct mb_str rest = mb_str_drop(line->text, 1);
	size_t first = blocks->n;

	if (is_table_rule(line->text))
		return;
	for (uint16_t column = 1; rest.len > 0; column++) {
		struct mb_cut cut = mb_str_cut(rest, '|');
		struct bold_front front = { .len = 0 };
		bool in_bold = false;
		struct block block = { .kind = BLOCK_LINE,
				       .line = line->number,
				       .column = column,
				       .n_blank = line->n_blank };

		mb_buf_truncate(scratch, 0);
		block.is_bold = markdown_inline(mb_str_trim(cut.head), scratch,
						&front, &in_bold);
		block.text = mb_buf_str(scratch);
		block.bold_front = bold_front_of(&front, block.text);
		blocks_add(blocks, &block);
		rest = cut.found ? cut.tail : (struct mb_str){ NULL, 0 };
	}
	if (blocks->n > first)
		blocks_make_row(blocks, first);
}

void format_markdown(const struct source *source, struct blocks *blocks)
{
	struct line_reader reader = lines_of(source->text);
	struct mb_buf scratch = MB_BUF_INIT;
	struct text_line line;
	struct markdown_html html = { .has_open_table = false };
	bool in_bold = false;

	cut_front_matter(blocks, &reader);
	while (lines_next(&reader, &line) && !blocks->has_failed) {
		in_bold = in_bold && line.n_blank == 0;
		if (markdown_cut_html(&html, &reader, &line))
			format_html_fragment(html.text, MARK_NONE,
					     line.number - 1, blocks);
		else if (line.text.ptr[0] == '|' &&
			 mb_str_count(line.text, '|') >= 3)
			add_row(blocks, &line, &scratch);
		else if (is_rule(line.text))
			blocks_add(blocks,
				   &(struct block){ .kind = BLOCK_PAGE,
						    .line = line.number });
		else
			add_line(blocks, &line, &scratch, &in_bold);
		in_bold = in_bold && is_closed_below(reader);
	}
	blocks->has_failed |= scratch.has_failed;
	mb_buf_release(&scratch);
}
