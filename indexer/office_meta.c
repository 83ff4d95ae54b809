#include "office_meta.h"

#include <string.h>

#include "xml.h"

/* A longer one is no title. */
#define MAX_TITLE_BYTES 300

struct reader {
	struct mb_buf title;
	bool is_in_title;
};

static void on_open(void *user, const char *name,
		    const struct xml_attributes *attributes)
{
	struct reader *r = user;

	(void)attributes;
	r->is_in_title = !strcmp(name, "dc:title") && r->title.len == 0;
}

static void on_close(void *user, const char *name)
{
	struct reader *r = user;

	(void)name;
	r->is_in_title = false;
}

static void on_text(void *user, struct mb_str text)
{
	struct reader *r = user;

	if (r->is_in_title && r->title.len + text.len <= MAX_TITLE_BYTES)
		mb_buf_add(&r->title, text);
}

/* Names of files are no titles: "Microsoft Word - MINS3.DOC". */
static bool is_title(struct mb_str title)
{
	return mb_str_find_char(title, ' ') != MB_STR_NONE &&
	       mb_str_find_nocase(title, MB_STR("microsoft word")) ==
		   MB_STR_NONE &&
	       mb_str_find_nocase(title, MB_STR(".doc")) == MB_STR_NONE;
}

void office_meta_title(struct mb_str title, struct blocks *blocks)
{
	if (is_title(title))
		blocks->page.subject = blocks_clean(blocks, title);
}

void office_meta_read(struct mb_str xml, struct blocks *blocks)
{
	static const struct xml_handler handler = { on_open, on_close,
						    on_text };
	struct reader r = { .is_in_title = false };

	if (xml.len > 0 && xml_parse(xml, &handler, &r, NULL) == MB_ENOMEM)
		blocks->has_failed = true;
	blocks->has_failed |= r.title.has_failed;
	office_meta_title(mb_buf_str(&r.title), blocks);
	mb_buf_release(&r.title);
}
