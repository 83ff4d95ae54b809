#include "rendered.h"

#include "support/text.h"

static struct mark marks[] = { { 4, 11 }, { 20, 28 } };

const struct mb_hit rendered_library = {
	.id = { "larkhythe/cabinet/2019-03-12/2/2.1", 34 },
	.council = { "Larkhythe Council", 17 },
	.body = { "Cabinet", 7 },
	.date = { 2019, 3, 12 },
	.item_number = { "2", 1 },
	.item_title = { "Libraries: one year on", 22 },
	.number = { "2.1", 3 },
	.kind = { "minute", 6 },
	.text = { "The library and its branches had cost more.", 43 },
	.speaker = { "Councillor Okafor", 17 },
	.path = { "cabinet/2019-03-12.txt", 22 },
	.root = { "minutes", 7 },
	.line = 31,
};

const struct hit rendered_first = { .rank = 1,
				    .score = 2.5,
				    .level = LEVEL_ALL };

struct excerpt rendered_excerpt(const struct mb_hit *hit)
{
	return (struct excerpt){ .text = hit->text,
				 .marks = marks,
				 .n_marks = hit->text.len > 28 ? 2 : 0 };
}

void rendered_begin(struct rendered *page, const char *format)
{
	*page = (struct rendered){ .ops = render_find(mb_str_of(format)) };
	cr_assert(page->ops != NULL);
	page->render = (struct render){ .out = &page->out,
					.width = 80,
					.has_levels = true };
	page->ops->begin(&page->render);
}

void rendered_put(struct rendered *page, const struct mb_hit *hit,
		  const struct hit *found)
{
	struct excerpt excerpt = rendered_excerpt(hit);
	const struct render_hit whole = { .paragraph = hit,
					  .found = found,
					  .excerpt = &excerpt };

	page->ops->hit(&page->render, &whole);
}

struct mb_str rendered_end(struct rendered *page)
{
	page->ops->end(&page->render);
	render_release(&page->render);
	cr_assert(page->out.has_failed == false);
	return mb_buf_str(&page->out);
}

/* What could move a terminal, or fool who reads it. */
static const char nasty[] =
    "a\x1B[31m\x1B]0;title\x07\x08\x7F\xC2\x9B"
    "31m\xC2\x85\xE2\x80\xAE"
    "evil\xE2\x80\x8B\xFF\xC0\x80\t\r\x0B\"\\</script>\xE2\x80\xA8z and more "
    "of it";

struct mb_hit rendered_nasty(void)
{
	struct mb_str text = { nasty, sizeof(nasty) - 1 };

	return (struct mb_hit){ .id = text,
				.council = text,
				.body = text,
				.item_number = text,
				.item_title = text,
				.number = text,
				.kind = text,
				.text = text,
				.speaker = text,
				.path = text,
				.root = text,
				.url = text,
				.document_title = text,
				.line = 1 };
}
