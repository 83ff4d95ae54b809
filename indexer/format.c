#include "format.h"

static const struct {
	enum mb_format format;
	void (*parse)(const struct source *source, struct blocks *blocks);
} formats[] = {
	{ MB_FORMAT_TEXT, format_text },
	{ MB_FORMAT_MARKDOWN, format_markdown },
	{ MB_FORMAT_HTML, format_html },
};

int format_parse(const struct source *source, struct blocks *blocks,
		 struct mb_err *err)
{
	const char *name = mb_format_name(source->format);

	for (size_t i = 0; i < sizeof(formats) / sizeof(*formats); i++) {
		if (formats[i].format == source->format) {
			formats[i].parse(source, blocks);
			return blocks_finish(blocks, err);
		}
	}
	return mb_fail(err, MB_EUNREAD, "a document in %s: not read",
		       name ? name : "an unknown format");
}
