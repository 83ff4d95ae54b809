#include "html_list.h"

#include <string.h>

#include "tags.h"

static void add_roman(struct mb_buf *out, int n)
{
	static const struct {
		int value;
		const char *text;
	} digits[] = { { 50, "l" }, { 40, "xl" }, { 10, "x" }, { 9, "ix" },
		       { 5, "v" },  { 4, "iv" },  { 1, "i" } };

	for (size_t i = 0; n > 0 && n < 90 && i < 7;)
		if (n >= digits[i].value) {
			mb_buf_add(out, mb_str_of(digits[i].text));
			n -= digits[i].value;
		} else {
			i++;
		}
}

struct html_list html_list_of(const char *tag, const char *const *attributes)
{
	const char *type = tag_attribute(attributes, "type");
	struct mb_str start = mb_str_of(tag_attribute(attributes, "start"));
	struct html_list list = { .style = '\0' };
	unsigned long n = 1;

	mb_str_number(&start, 99999999, &n);
	list.next = (int)n;
	if (!strcmp(tag, "ol"))
		list.style = type && strchr("aAiI", type[0]) ? type[0] : '1';
	return list;
}

void html_list_marker(struct html_list *list, struct mb_buf *out)
{
	int n = list ? list->next++ : 0;

	switch (list ? list->style : '\0') {
	case '\0':
		mb_buf_add(out, MB_STR("\xE2\x80\xA2"));
		break;
	case 'a':
	case 'A':
		mb_buf_add_format(out, "%c)", 'a' + (n - 1) % 26);
		break;
	case 'i':
	case 'I':
		add_roman(out, n);
		mb_buf_add_char(out, ')');
		break;
	default:
		mb_buf_add_format(out, "%d.", n);
	}
}
