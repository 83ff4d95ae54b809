#include "page.h"

#include "site.h"
#include "tags.h"

void page_take_title(struct blocks *blocks, struct mb_str text)
{
	if (blocks->page.title.len == 0)
		blocks->page.title = blocks_clean(blocks, text);
}

void page_take_meta(struct blocks *blocks, const char *const *attributes)
{
	struct page_facts *page = &blocks->page;
	const char *name = tag_attribute(attributes, "name");
	struct mb_str key =
	    mb_str_of(name ? name : tag_attribute(attributes, "property"));
	struct mb_str content = mb_str_of(tag_attribute(attributes, "content"));

	if (mb_str_equal_nocase(key, MB_STR("DC.title")))
		page->subject = blocks_clean(blocks, content);
	else if (mb_str_equal_nocase(key, MB_STR("DC.date")))
		mb_date_parse_iso(mb_str_trim(content), &page->date);
	else if (mb_str_equal_nocase(key, MB_STR("og:url")) &&
		 page->url.len == 0)
		page->url = blocks_clean(blocks, content);
}

void page_take_language(struct blocks *blocks, const char *const *attributes)
{
	struct mb_str lang = mb_str_of(tag_attribute(attributes, "lang"));

	if (mb_str_starts_nocase(lang, MB_STR("cy")))
		blocks->page.language = MB_STR("cy");
	else if (mb_str_starts_nocase(lang, MB_STR("en")))
		blocks->page.language = MB_STR("en");
}

void page_take_link(struct blocks *blocks, struct mb_str href)
{
	if (blocks->page.site_meeting == 0)
		blocks->page.site_meeting = site_ids_of(href).meeting;
}

void page_take_comment(struct blocks *blocks, struct mb_str text)
{
	size_t at;

	text = mb_str_trim(text);
	if (!mb_str_starts(text, MB_STR("saved from url=(")))
		return;
	at = mb_str_find_char(text, ')');
	if (at != MB_STR_NONE && blocks->page.url.len == 0)
		blocks->page.url =
		    blocks_clean(blocks, mb_str_drop(text, at + 1));
}
