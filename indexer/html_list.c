#include "html_list.h"

#include <string.h>

#include "tags.h"

/* Numbers that letters cannot write are shown in figures. */
#define MAX_ROMAN 3999

/* Adds @text with its letters as small or large as the style asks. */
static void add_cased(struct mb_buf *out, const char *text, bool is_large)
{
	for (; *text; text++)
		mb_buf_add_char(out,
				is_large ? (char)(*text - 'a' + 'A') : *text);
}

static void add_roman(struct mb_buf *out, int n, bool is_large)
{
	static const struct {
		int value;
		const char *text;
	} digits[] = { { 1000, "m" }, { 900, "cm" }, { 500, "d" },
		       { 400, "cd" }, { 100, "c" },  { 90, "xc" },
		       { 50, "l" },   { 40, "xl" },  { 10, "x" },
		       { 9, "ix" },   { 5, "v" },    { 4, "iv" },
		       { 1, "i" } };

	for (size_t i = 0; n > 0;)
		if (n >= digits[i].value) {
			add_cased(out, digits[i].text, is_large);
			n -= digits[i].value;
		} else {
			i++;
		}
}

/* a, b, ... z, aa, ab, ...: there is no nought among the digits. */
static void add_letters(struct mb_buf *out, int n, bool is_large)
{
	char letters[8] = "";
	size_t at = sizeof(letters) - 1;

	for (; n > 0 && at > 0; n = (n - 1) / 26)
		letters[--at] = (char)('a' + (n - 1) % 26);
	add_cased(out, letters + at, is_large);
}

/* A number with its sign; @otherwise when there is none. */
static int read_start(struct mb_str text, int otherwise)
{
	bool is_negative;
	unsigned long n;

	text = mb_str_trim(text);
	is_negative = mb_str_starts(text, MB_STR("-"));
	if (is_negative)
		text = mb_str_drop(text, 1);
	if (!mb_str_number(&text, 99999999, &n))
		return otherwise;
	return is_negative ? -(int)n : (int)n;
}

struct html_list html_list_of(const char *tag, const char *const *attributes)
{
	const char *type = tag_attribute(attributes, "type");
	const char *start = tag_attribute(attributes, "start");
	struct html_list list = { .next = read_start(mb_str_of(start), 1) };

	if (!strcmp(tag, "ol"))
		list.style =
		    type && *type && strchr("aAiI", *type) ? *type : '1';
	return list;
}

void html_list_marker(struct html_list *list, struct mb_buf *out)
{
	int n = list ? list->next++ : 0;
	char style = list ? list->style : '\0';

	if (style == '\0') {
		mb_buf_add(out, MB_STR("\xE2\x80\xA2"));
	} else if ((style == 'a' || style == 'A') && n > 0) {
		add_letters(out, n, style == 'A');
		mb_buf_add_char(out, ')');
	} else if ((style == 'i' || style == 'I') && n > 0 && n <= MAX_ROMAN) {
		add_roman(out, n, style == 'I');
		mb_buf_add_char(out, ')');
	} else {
		mb_buf_add_format(out, "%d.", n);
	}
}
