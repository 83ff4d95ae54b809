#include "lines.h"

#include "minutebook/text.h"

struct line_reader lines_of(struct mb_str text)
{
	return (struct line_reader){ .rest = text, .page = 1 };
}

/* Takes blanks off the front and counts their columns. */
static uint16_t cut_indent(struct mb_str *s)
{
	unsigned columns = 0;
	struct mb_str rest = *s;
	uint32_t c;

	while (mb_utf8_next(&rest, &c) &&
	       (mb_is_blank(c) || c == 0xFEFF || c == 0x200B)) {
		columns = c == '\t' ? columns / 8 * 8 + 8 : columns + 1;
		*s = rest;
	}
	return columns < UINT16_MAX ? (uint16_t)columns : UINT16_MAX;
}

/* A page's bullet may stand in a line of its own, before its text. */
static bool is_bullet_alone(struct mb_str text)
{
	uint32_t c = 0;

	text = mb_str_trim(text);
	mb_utf8_next(&text, &c);
	return mb_is_bullet(c) && text.len == 0;
}

bool lines_next(struct line_reader *reader, struct text_line *line)
{
	struct mb_str text, bullet = { NULL, 0 };
	bool begins_page = false;

	while (mb_str_next_line(&reader->rest, &text)) {
		uint16_t indent;

		reader->number++;
		while (text.len > 0 && text.ptr[0] == '\f') {
			text = mb_str_drop(text, 1);
			reader->page++;
			begins_page = true;
		}
		indent = cut_indent(&text);
		if (text.len == 0) {
			if (reader->n_blank < UINT8_MAX)
				reader->n_blank++;
			continue;
		}
		if (is_bullet_alone(text)) {
			bullet = mb_str_trim(text);
			continue;
		}
		*line = (struct text_line){
			.text = mb_str_trim(text),
			.number = reader->number,
			.page = reader->page,
			.indent = indent,
			.n_blank = reader->n_blank,
			.begins_page = begins_page,
			.bullet = bullet,
		};
		reader->n_blank = 0;
		return true;
	}
	return false;
}

bool lines_cut_bullet(struct mb_str *text, struct mb_str *marker)
{
	struct mb_str rest = *text;
	struct mb_str after;
	uint32_t c, next;

	if (!mb_utf8_next(&rest, &c))
		return false;
	after = rest;
	if (!mb_utf8_next(&after, &next))
		return false; /* nothing behind it */
	if (!mb_is_bullet(c) && !((c == '-' || c == '*' || c == 'o' ||
				   c == 0x2013 || c == 0x2014) &&
				  mb_is_blank(next)))
		return false;
	*marker = mb_str_take(*text, text->len - rest.len);
	cut_indent(&rest);
	*text = rest;
	return rest.len > 0;
}
