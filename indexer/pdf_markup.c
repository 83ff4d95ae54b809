#include "pdf_markup.h"

#include <stdlib.h>

#include "minutebook/buf.h"

struct pdf_markup {
	htmlSAXHandler sax;
	void *user;
	struct mb_buf page; /* as far as it has come */
	size_t n_matched;   /* of page_end, at the end of what has come */
	bool has_failed;
};

static const struct mb_str page_end = { "</page>", 7 };

static void on_error(void *user, const char *message, ...)
{
	(void)user; /* a title with stray signs breaks nothing */
	(void)message;
}

/* One for HTML: XML would end at a control character in a word. */
static htmlParserCtxtPtr make_parser(struct pdf_markup *markup)
{
	htmlParserCtxtPtr parser = htmlCreatePushParserCtxt(
	    &markup->sax, markup->user, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);

	if (parser)
		htmlCtxtUseOptions(parser,
				   HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
				       HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
	return parser;
}

static void parse_page(struct pdf_markup *markup)
{
	htmlParserCtxtPtr parser = NULL;

	if (!markup->page.has_failed)
		parser = make_parser(markup);
	if (!parser) {
		markup->has_failed = true;
		return;
	}
	htmlParseChunk(parser, markup->page.ptr, (int)markup->page.len, 0);
	htmlParseChunk(parser, NULL, 0, 1);
	markup->has_failed |= parser->errNo == XML_ERR_NO_MEMORY;
	htmlFreeParserCtxt(parser);
	mb_buf_truncate(&markup->page, 0);
}

struct pdf_markup *pdf_markup_new(const htmlSAXHandler *sax, void *user)
{
	struct pdf_markup *markup = calloc(1, sizeof(*markup));

	if (!markup)
		return NULL;
	markup->sax = *sax;
	markup->sax.error = on_error;
	markup->sax.warning = on_error;
	markup->user = user;
	return markup;
}

/* How many of @bytes belong to the page; sets *@is_end behind its end. */
static size_t measure(struct pdf_markup *markup, struct mb_str bytes,
		      bool *is_end)
{
	for (size_t i = 0; i < bytes.len; i++) {
		char c = bytes.ptr[i];

		if (c == page_end.ptr[markup->n_matched])
			markup->n_matched++;
		else
			markup->n_matched = c == '<';
		if (markup->n_matched == page_end.len) {
			markup->n_matched = 0;
			*is_end = true;
			return i + 1;
		}
	}
	return bytes.len;
}

void pdf_markup_add(struct pdf_markup *markup, struct mb_str bytes)
{
	while (!markup->has_failed && bytes.len > 0) {
		bool is_end = false;
		size_t n = measure(markup, bytes, &is_end);
		size_t room = PDF_PAGE_BYTES_MAX - markup->page.len;

		mb_buf_add(&markup->page,
			   mb_str_take(bytes, n < room ? n : room));
		bytes = mb_str_drop(bytes, n);
		if (is_end)
			parse_page(markup);
	}
}

bool pdf_markup_free(struct pdf_markup *markup)
{
	bool has_failed;

	if (!markup->has_failed && markup->page.len > 0)
		parse_page(markup);
	has_failed = markup->has_failed;
	mb_buf_release(&markup->page);
	free(markup);
	return !has_failed;
}
