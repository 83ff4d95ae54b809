#include "markdown_html.h"

#include "tags.h"

/* A tag of a line is hardly longer; a lone "<" must not cost more. */
#define MAX_TAG 1000

/* --- tags -------------------------------------------------------------- */

/* The name of the element that @s opens: "table" of "<table border=0>". */
static struct mb_str element_of(struct mb_str s)
{
	size_t n = 1;

	if (s.len == 0 || s.ptr[0] != '<')
		return (struct mb_str){ NULL, 0 };
	while (n < s.len && mb_is_alnum(s.ptr[n]))
		n++;
	return mb_str_slice(s, 1, n);
}

size_t markdown_tag_length(struct mb_str s, struct mb_str *name)
{
	struct mb_str near = mb_str_take(s, s.len < MAX_TAG ? s.len : MAX_TAG);
	size_t end, behind;

	*name = (struct mb_str){ NULL, 0 };
	if (mb_str_starts(s, MB_STR("<!--"))) {
		end = mb_str_find(near, MB_STR("-->"));
		return end == MB_STR_NONE ? 0 : end + 3;
	}
	behind = mb_str_starts(s, MB_STR("</")) ? 2 : 1;
	end = mb_str_find_char(near, '>');
	if (s.len == 0 || s.ptr[0] != '<' || end == MB_STR_NONE ||
	    !mb_is_alpha(s.ptr[behind]))
		return 0;
	while (mb_is_alnum(s.ptr[behind]))
		behind++;
	/* "<https://larkhythe.example>", "<clerk@larkhythe.example>" */
	if (mb_str_find_char(MB_STR(" />"), s.ptr[behind]) == MB_STR_NONE)
		return 0;
	*name = mb_str_slice(s, 1, behind);
	return end + 1;
}

/* --- blocks ------------------------------------------------------------ */

static bool begins_block(struct mb_str line)
{
	struct mb_str name = element_of(line);
	char lower[16];

	if (name.len == 0 || name.len >= sizeof(lower))
		return false;
	for (size_t i = 0; i < name.len; i++)
		lower[i] = mb_to_lower(name.ptr[i]);
	lower[name.len] = '\0';
	return tag_ends_block(tag_role_of(lower));
}

/* Behind the empty line that ends a block, or the end of @text. */
static struct mb_str behind_block(struct mb_str text)
{
	struct mb_str line;

	while (mb_str_next_line(&text, &line))
		if (mb_str_trim(line).len == 0)
			break;
	return text;
}

static struct mb_str behind_table(struct mb_str text, size_t close)
{
	struct mb_str line;

	text = mb_str_drop(text, close);
	(void)mb_str_next_line(&text, &line);
	return text;
}

bool markdown_cut_html(struct markdown_html *html, struct line_reader *reader,
		       const struct text_line *line)
{
	struct mb_str rest = reader->rest.len > 0 ? reader->rest : line->text;
	const char *end = rest.ptr + rest.len;
	struct mb_str text = { line->text.ptr, (size_t)(end - line->text.ptr) };
	size_t close = MB_STR_NONE;

	if (!begins_block(text))
		return false;
	if (!html->has_open_table &&
	    mb_str_equal_nocase(element_of(text), MB_STR("table"))) {
		close = mb_str_find_nocase(text, MB_STR("</table>"));
		html->has_open_table = close == MB_STR_NONE;
	}
	reader->rest = close == MB_STR_NONE ? behind_block(text)
					    : behind_table(text, close);
	html->text = mb_str_take(text, text.len - reader->rest.len);
	reader->number =
	    line->number - 1 + (uint32_t)mb_str_count(html->text, '\n');
	return true;
}
