#include "format.h"

static const struct {
	enum mb_format format;
	/* one of the two: of text nothing fails but memory */
	void (*parse)(const struct source *source, struct blocks *blocks);
	int (*read)(const struct source *source, struct blocks *blocks,
		    struct mb_err *err);
} formats[] = {
	{ MB_FORMAT_TEXT, format_text, NULL },
	{ MB_FORMAT_MARKDOWN, format_markdown, NULL },
	{ MB_FORMAT_HTML, format_html, NULL },
	{ MB_FORMAT_PDF, NULL, format_pdf },
	{ MB_FORMAT_DOCX, NULL, format_docx },
	{ MB_FORMAT_ODT, NULL, format_odt },
	{ MB_FORMAT_RTF, format_rtf, NULL },
	{ MB_FORMAT_XML, NULL, format_xml },
};

static int parse(size_t format, const struct source *source,
		 struct blocks *blocks, struct mb_err *err)
{
	int rc = MB_OK;

	if (formats[format].read)
		rc = formats[format].read(source, blocks, err);
	else
		formats[format].parse(source, blocks);
	return rc == MB_OK ? blocks_finish(blocks, err) : rc;
}

int format_parse(const struct source *source, struct blocks *blocks,
		 struct mb_err *err)
{
	const char *name = mb_format_name(source->format);

	for (size_t i = 0; i < sizeof(formats) / sizeof(*formats); i++)
		if (formats[i].format == source->format)
			return parse(i, source, blocks, err);
	return mb_fail(err, MB_EUNREAD, "a document in %s: not read",
		       name ? name : "an unknown format");
}
