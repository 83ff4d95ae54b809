#include "support/pages.h"

#include "support/sample.h"

void pages_put_one(struct index *index, const struct page *page)
{
	struct mb_paragraph paragraph = sample_paragraph(NULL, page->text);
	struct mb_item item =
	    sample_item(page->number, page->title, &paragraph, 1);
	struct mb_doc doc =
	    sample_doc(page->council, page->body, page->date, &item, 1);

	paragraph.is_cut = page->is_cut;
	item.site_id = page->site_id;
	doc.kind = page->kind;
	index_put(index, page->path, &doc);
}

void pages_put(const struct page *pages, size_t n)
{
	struct index index = index_open("a.db");

	for (size_t i = 0; i < n; i++)
		pages_put_one(&index, &pages[i]);
	index_close(&index);
	index_expect_whole("a.db");
}
