#include "pdf_bold.h"

#include <string.h>

#include "child.h"
#include "pdf_markup.h"

/* Faster than pdftotext by far; what takes longer is done without. */
static const struct child_command pdftohtml = {
	.program = "pdftohtml",
	.arguments =
	    (const char *const[]){ "pdftohtml", "-xml", "-i", "-q", "-stdout",
				   "-enc", "UTF-8", "-", "unwritten", NULL },
	.package = "poppler-utils",
	.limits = { .cpu_seconds = 30,
		    .memory_bytes = (size_t)512 * 1024 * 1024 },
	.wall_seconds = 60,
	.output_bytes = (size_t)64 * 1024 * 1024,
};

/* So much of a box's width must be bold: spaces and commas may not be. */
#define COVERED 0.85

struct reader {
	struct pdf_bold *bold;
	struct mb_arena *arena;
	size_t capacity;
	double width, height; /* of the page */
	uint32_t page;
	struct pdf_box box; /* of the run that is open */
	bool is_in_text, has_failed;
};

/* --- runs -------------------------------------------------------------- */

static double attribute(const xmlChar **values, const char *name)
{
	unsigned long n = 0;

	for (size_t i = 0; values && values[i]; i += 2)
		if (!strcmp((const char *)values[i], name)) {
			struct mb_str value =
			    mb_str_of((const char *)values[i + 1]);

			mb_str_number(&value, 99999, &n);
		}
	return (double)n;
}

static void begin_page(struct reader *r, const xmlChar **values)
{
	r->page++;
	r->width = attribute(values, "width");
	r->height = attribute(values, "height");
	r->is_in_text = false;
}

static void begin_text(struct reader *r, const xmlChar **values)
{
	double left = attribute(values, "left");
	double top = attribute(values, "top");

	r->is_in_text = r->width > 0 && r->height > 0;
	if (!r->is_in_text)
		return;
	r->box = (struct pdf_box){
		.left = left / r->width,
		.top = top / r->height,
		.right = (left + attribute(values, "width")) / r->width,
		.bottom = (top + attribute(values, "height")) / r->height,
	};
}

static void add_run(struct reader *r)
{
	struct pdf_bold *bold = r->bold;
	struct pdf_bold_run *moved;

	if (!r->is_in_text || bold->n == PDF_MAX_BOLD)
		return;
	r->is_in_text = false; /* one run, however many <b> are in it */
	moved = mb_arena_grow(r->arena, bold->runs, bold->n, &r->capacity,
			      sizeof(*moved));
	if (!moved) {
		r->has_failed = true;
		return;
	}
	bold->runs = moved;
	bold->runs[bold->n++] = (struct pdf_bold_run){ r->box, r->page };
}

/* --- the parser -------------------------------------------------------- */

static void on_open(void *user, const xmlChar *name, const xmlChar **values)
{
	struct reader *r = user;
	const char *tag = (const char *)name;

	if (!strcmp(tag, "page"))
		begin_page(r, values);
	else if (!strcmp(tag, "text"))
		begin_text(r, values);
	else if (!strcmp(tag, "b"))
		add_run(r);
}

static void on_close(void *user, const xmlChar *name)
{
	struct reader *r = user;

	if (!strcmp((const char *)name, "text"))
		r->is_in_text = false;
}

static struct pdf_markup *begin(struct reader *reader)
{
	static const htmlSAXHandler sax = {
		.startElement = on_open,
		.endElement = on_close,
	};

	*reader->bold = (struct pdf_bold){ .n = 0 };
	return pdf_markup_new(&sax, reader);
}

bool pdf_bold_read(struct mb_str printed, struct mb_arena *arena,
		   struct pdf_bold *bold)
{
	struct reader reader = { .bold = bold, .arena = arena };
	struct pdf_markup *markup = begin(&reader);

	if (!markup)
		return false;
	pdf_markup_add(markup, printed);
	return pdf_markup_free(markup) && !reader.has_failed;
}

static void take_piece(void *user, struct mb_str piece)
{
	pdf_markup_add(user, piece);
}

bool pdf_bold_find(struct mb_str bytes, struct mb_arena *arena,
		   struct pdf_bold *bold)
{
	struct reader reader = { .bold = bold, .arena = arena };
	struct pdf_markup *markup = begin(&reader);
	struct child child;
	int rc;

	if (!markup)
		return false;
	rc = child_start(&child, &pdftohtml, bytes, NULL);
	if (rc == MB_OK)
		rc = child_take(&child, take_piece, markup, NULL);
	reader.has_failed |= !pdf_markup_free(markup);
	/* half of the pages would make some titles bold and others not */
	if (rc != MB_OK)
		bold->n = 0;
	return !reader.has_failed;
}

/* --- asking ------------------------------------------------------------ */

static size_t first_of_page(const struct pdf_bold *bold, uint32_t page)
{
	size_t low = 0, high = bold->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (bold->runs[middle].page < page)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool pdf_bold_covers(const struct pdf_bold *bold, const struct pdf_page *page,
		     struct pdf_box box)
{
	double covered = 0;

	for (size_t i = first_of_page(bold, page->number);
	     i < bold->n && bold->runs[i].page == page->number; i++) {
		struct pdf_box run = bold->runs[i].box;
		double middle = (run.top + run.bottom) / 2 * page->height;
		double left = run.left * page->width;
		double right = run.right * page->width;

		if (middle < box.top || middle > box.bottom)
			continue;
		left = left > box.left ? left : box.left;
		right = right < box.right ? right : box.right;
		if (right > left)
			covered += right - left;
	}
	return covered > COVERED * (box.right - box.left);
}
