#include "sheet.h"

static const struct sheet_format formats[] = {
	{ "text", NULL, sheet_print_text },
	{ "markdown", "md", sheet_print_markdown },
	{ "html", NULL, sheet_print_html },
	{ "csv", NULL, sheet_print_csv },
	{ "json", NULL, sheet_print_json },
};

const struct sheet_format *sheet_format_find(struct mb_str name)
{
	for (size_t i = 0; i < sizeof(formats) / sizeof(*formats); i++)
		if (mb_str_equal(name, mb_str_of(formats[i].name)) ||
		    mb_str_equal(name, mb_str_of(formats[i].alias)))
			return &formats[i];
	return NULL;
}
