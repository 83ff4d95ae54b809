#include "report.h"

static const struct report_format formats[] = {
	{ "text", NULL, report_print_text },
	{ "markdown", "md", report_print_markdown },
	{ "html", NULL, report_print_html },
	{ "csv", NULL, report_print_csv },
	{ "json", NULL, report_print_json },
};

const struct report_format *report_format_find(struct mb_str name)
{
	for (size_t i = 0; i < sizeof(formats) / sizeof(*formats); i++)
		if (mb_str_equal(name, mb_str_of(formats[i].name)) ||
		    mb_str_equal(name, mb_str_of(formats[i].alias)))
			return &formats[i];
	return NULL;
}
