/*
 * fuzz_pdf.c - any bytes as what pdftotext prints of a PDF
 *
 * Behind a line "@@ bold" stands what pdftohtml prints.  The input comes in
 * pieces, as from a pipe: where they end must make no difference.
 */
#include "fuzz/must.h"
#include "fuzz/parts.h"
#include "fuzz/record.h"
#include "pdf_blocks.h"
#include "pdf_bold.h"

struct pdf {
	struct blocks *blocks;
	struct pdf_style style;
};

static void check_page(const struct pdf_page *page)
{
	must(page->n_words <= PDF_PAGE_WORDS_MAX, "a page has a limit");
	for (size_t i = 0; i < page->n_words; i++) {
		must(page->words[i].text.len > 0, "a word has text");
		must_be_text(page->words[i].text, "a word is UTF-8");
	}
}

static void take_page(void *user, const struct pdf_page *page)
{
	struct pdf *pdf = user;

	check_page(page);
	pdf_blocks_add(pdf->blocks, page, &pdf->style);
}

static void check_bold(const struct pdf_bold *bold)
{
	must(bold->n <= PDF_MAX_BOLD, "bold runs have a limit");
	for (size_t i = 1; i < bold->n; i++)
		must(bold->runs[i - 1].page <= bold->runs[i].page,
		     "bold runs come by page");
}

/* The pages of @words in pieces of @size bytes. */
static struct blocks read_words(struct mb_str words, size_t size,
				const struct pdf_bold *bold,
				struct mb_arena *arena)
{
	struct blocks blocks = blocks_in(arena);
	struct pdf pdf = { .blocks = &blocks, .style.bold = *bold };
	struct pdf_words *reader = pdf_words_new(take_page, &pdf);

	must(reader != NULL, "there is memory");
	while (words.len > 0) {
		size_t n = words.len < size ? words.len : size;

		pdf_words_add(reader, mb_str_take(words, n));
		words = mb_str_drop(words, n);
	}
	must(pdf_words_free(reader) && !blocks.has_failed, "there is memory");
	return blocks;
}

static void must_be_same(const struct blocks *a, const struct blocks *b)
{
	must(a->n == b->n, "pieces make no difference");
	for (size_t i = 0; i < a->n; i++)
		must(a->items[i].kind == b->items[i].kind &&
			 mb_str_equal(a->items[i].text, b->items[i].text),
		     "pieces make no difference");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct mb_str rest = { (const char *)bytes, n };
	struct mb_arena arena = MB_ARENA_INIT;
	struct source source = {
		.path = MB_STR("larkhythe/2024/minutes.pdf"),
		.format = MB_FORMAT_PDF,
	};
	struct part words = { .bytes = { NULL, 0 } };
	struct part markup = { .bytes = { NULL, 0 } };
	struct pdf_bold bold;
	struct blocks blocks, pieces;

	if (parts_next(&rest, &words))
		parts_next(&rest, &markup);
	must(pdf_bold_read(markup.bytes, &arena, &bold), "there is memory");
	check_bold(&bold);
	blocks = read_words(words.bytes, 16384, &bold, &arena);
	pieces = read_words(words.bytes, 61, &bold, &arena);
	must_be_same(&blocks, &pieces);
	record_check_blocks(&source, &blocks);
	mb_arena_release(&arena);
	return 0;
}
