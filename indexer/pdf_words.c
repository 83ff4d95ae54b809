#include "pdf_words.h"

#include <stdlib.h>
#include <string.h>

#include "minutebook/buf.h"
#include "pdf_markup.h"

struct pdf_words {
	struct pdf_markup *markup;
	pdf_page_taker *take;
	void *user;
	struct mb_arena arena; /* of the page */
	struct pdf_page page;
	uint32_t n_pages, n_lines;
	bool is_in_page, is_in_word, has_failed;
	struct pdf_box box;
	struct mb_buf text; /* of the word */
};

/* --- numbers ----------------------------------------------------------- */

/* "56.664445", whatever the locale; anything else is 0. */
static double number_of(const char *text)
{
	bool is_negative = text && text[0] == '-';
	double value = 0, unit = 1;

	if (!text)
		return 0;
	text += is_negative;
	while (mb_is_digit(*text) && value < 1e7)
		value = value * 10 + (*text++ - '0');
	if (*text == '.')
		for (text++; mb_is_digit(*text) && unit > 1e-6; text++)
			value += (*text - '0') * (unit /= 10);
	return is_negative ? -value : value;
}

/* The parser has written attributes in small letters. */
static double attribute(const xmlChar **values, const char *name)
{
	for (size_t i = 0; values && values[i]; i += 2)
		if (!strcmp((const char *)values[i], name))
			return number_of((const char *)values[i + 1]);
	return 0;
}

/* --- pages and words --------------------------------------------------- */

static void begin_page(struct pdf_words *reader, const xmlChar **values)
{
	mb_arena_reset(&reader->arena);
	reader->page = (struct pdf_page){
		.arena = &reader->arena,
		.width = attribute(values, "width"),
		.height = attribute(values, "height"),
		.number = ++reader->n_pages,
	};
	reader->is_in_page = true;
}

static void begin_word(struct pdf_words *reader, const xmlChar **values)
{
	reader->box = (struct pdf_box){
		.left = attribute(values, "xmin"),
		.top = attribute(values, "ymin"),
		.right = attribute(values, "xmax"),
		.bottom = attribute(values, "ymax"),
	};
	reader->is_in_word = reader->is_in_page;
	mb_buf_truncate(&reader->text, 0);
}

static void end_word(struct pdf_words *reader)
{
	struct pdf_page *page = &reader->page;
	struct mb_str text = mb_str_trim(mb_buf_str(&reader->text));
	struct pdf_word *moved;

	if (!reader->is_in_word || text.len == 0 ||
	    page->n_words == PDF_PAGE_WORDS_MAX)
		return;
	reader->is_in_word = false;
	moved = mb_arena_grow(page->arena, page->words, page->n_words,
			      &page->capacity, sizeof(*moved));
	if (!moved) {
		reader->has_failed = true;
		return;
	}
	page->words = moved;
	moved = &page->words[page->n_words];
	*moved =
	    (struct pdf_word){ .box = reader->box, .line = reader->n_lines };
	if (mb_arena_copy(page->arena, text, &moved->text, NULL) == MB_OK)
		page->n_words++;
	else
		reader->has_failed = true;
}

static void end_page(struct pdf_words *reader)
{
	if (reader->is_in_page && !reader->has_failed)
		reader->take(reader->user, &reader->page);
	reader->is_in_page = false;
}

/* --- the parser -------------------------------------------------------- */

static void on_open(void *user, const xmlChar *name, const xmlChar **values)
{
	struct pdf_words *reader = user;
	const char *tag = (const char *)name;

	if (!strcmp(tag, "page"))
		begin_page(reader, values);
	else if (!strcmp(tag, "line"))
		reader->n_lines++;
	else if (!strcmp(tag, "word"))
		begin_word(reader, values);
}

static void on_close(void *user, const xmlChar *name)
{
	struct pdf_words *reader = user;
	const char *tag = (const char *)name;

	if (!strcmp(tag, "word"))
		end_word(reader);
	else if (!strcmp(tag, "page"))
		end_page(reader);
}

static void on_text(void *user, const xmlChar *chars, int n)
{
	struct pdf_words *reader = user;
	struct mb_str text = { (const char *)chars, (size_t)n };

	if (reader->is_in_word)
		mb_buf_add(&reader->text, text);
}

struct pdf_words *pdf_words_new(pdf_page_taker *take, void *user)
{
	static const htmlSAXHandler sax = {
		.startElement = on_open,
		.endElement = on_close,
		.characters = on_text,
	};
	struct pdf_words *reader = calloc(1, sizeof(*reader));

	if (!reader)
		return NULL;
	reader->take = take;
	reader->user = user;
	reader->markup = pdf_markup_new(&sax, reader);
	if (!reader->markup) {
		free(reader);
		return NULL;
	}
	return reader;
}

void pdf_words_add(struct pdf_words *reader, struct mb_str bytes)
{
	pdf_markup_add(reader->markup, bytes);
}

bool pdf_words_free(struct pdf_words *reader)
{
	bool has_failed = !pdf_markup_free(reader->markup);

	end_page(reader);
	has_failed |= reader->has_failed || reader->text.has_failed;
	mb_buf_release(&reader->text);
	mb_arena_release(&reader->arena);
	free(reader);
	return !has_failed;
}
