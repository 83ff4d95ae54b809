#include "odt_styles.h"

#include <string.h>

/* Styles based on styles: longer chains are circles. */
#define MAX_CHAIN 20

struct reader {
	struct odt_styles *out;
	struct odt_style *style; /* that is open, or NULL */
	struct odt_list *list;   /* the same */
};

static struct mb_str keep(struct odt_styles *styles, struct mb_str value)
{
	struct mb_str copy = { NULL, 0 };

	if (value.len > 0 &&
	    mb_arena_copy(styles->arena, value, &copy, NULL) != MB_OK)
		styles->has_failed = true;
	return copy;
}

/* --- styles ------------------------------------------------------------ */

/* "Title" and "Subtitle" are headings that say so by their names only. */
static int outline_of(struct mb_str name, const struct xml_attributes *a)
{
	if (mb_str_equal(name, MB_STR("Title")))
		return 1;
	if (mb_str_equal(name, MB_STR("Subtitle")))
		return 2;
	return (int)xml_number(a, "style:default-outline-level", 10, 0);
}

static void add_style(struct reader *r, const struct xml_attributes *a)
{
	struct odt_styles *out = r->out;
	struct odt_style *moved;

	r->style = NULL;
	if (out->n_styles == ODT_MAX_STYLES)
		return;
	moved = mb_arena_grow(out->arena, out->styles, out->n_styles,
			      &out->styles_capacity, sizeof(*moved));
	if (!moved) {
		out->has_failed = true;
		return;
	}
	out->styles = moved;
	r->style = &out->styles[out->n_styles++];
	r->style->name = keep(out, xml_attribute(a, "style:name"));
	r->style->parent =
	    keep(out, xml_attribute(a, "style:parent-style-name"));
	r->style->outline = outline_of(r->style->name, a);
	r->style->is_bold = -1;
}

static void read_text_properties(struct odt_style *style,
				 const struct xml_attributes *a)
{
	struct mb_str weight = xml_attribute(a, "fo:font-weight");

	if (weight.len > 0)
		style->is_bold = mb_str_equal(weight, MB_STR("bold")) ||
				 (weight.ptr[0] >= '6' && weight.ptr[0] <= '9');
}

struct odt_style odt_style_of(const struct odt_styles *styles,
			      struct mb_str name)
{
	struct odt_style all = { .is_bold = -1 };

	for (int i = 0; i < MAX_CHAIN && name.len > 0; i++) {
		const struct odt_style *style = NULL;

		for (size_t k = 0; k < styles->n_styles && !style; k++)
			if (mb_str_equal(styles->styles[k].name, name))
				style = &styles->styles[k];
		if (!style)
			break;
		if (all.outline == 0)
			all.outline = style->outline;
		if (all.is_bold < 0)
			all.is_bold = style->is_bold;
		name = style->parent;
	}
	return all;
}

/* --- lists ------------------------------------------------------------- */

static void add_list(struct reader *r, struct mb_str name)
{
	struct odt_styles *out = r->out;
	struct odt_list *moved;

	r->list = NULL;
	if (out->n_lists == ODT_MAX_LISTS)
		return;
	moved = mb_arena_grow(out->arena, out->lists, out->n_lists,
			      &out->lists_capacity, sizeof(*moved));
	if (!moved) {
		out->has_failed = true;
		return;
	}
	out->lists = moved;
	r->list = &out->lists[out->n_lists++];
	*r->list = (struct odt_list){ .name = keep(out, name) };
	for (size_t i = 0; i < LIST_LEVELS; i++)
		r->list->levels.items[i] =
		    (struct list_level){ .start = 1, .restart = -1 };
}

struct odt_list *odt_list_of(struct odt_styles *styles, struct mb_str name)
{
	for (size_t i = 0; i < styles->n_lists; i++)
		if (mb_str_equal(styles->lists[i].name, name))
			return &styles->lists[i];
	return NULL;
}

static enum list_format format_of(struct mb_str sign)
{
	switch (sign.len > 0 ? sign.ptr[0] : '\0') {
	case '\0':
		return LIST_NONE;
	case 'a':
		return LIST_LOWER_LETTER;
	case 'A':
		return LIST_UPPER_LETTER;
	case 'i':
		return LIST_LOWER_ROMAN;
	case 'I':
		return LIST_UPPER_ROMAN;
	default:
		return LIST_DECIMAL;
	}
}

/* "(" and ")" around the numbers of so many levels: "(%2.%3)". */
static struct mb_str level_text(struct odt_styles *out, size_t level,
				const struct xml_attributes *a)
{
	size_t n = (size_t)xml_number(a, "text:display-levels", LIST_LEVELS, 1);
	struct mb_buf text = MB_BUF_INIT;
	struct mb_str kept = { NULL, 0 };

	if (n > level + 1 || n == 0)
		n = level + 1;
	mb_buf_add(&text, xml_attribute(a, "style:num-prefix"));
	for (size_t i = level + 1 - n; i <= level && i < 9; i++)
		mb_buf_add_format(&text, "%s%%%zu",
				  i > level + 1 - n ? "." : "", i + 1);
	mb_buf_add(&text, xml_attribute(a, "style:num-suffix"));
	if (mb_buf_move(&text, out->arena, &kept, NULL) != MB_OK)
		out->has_failed = true;
	mb_buf_release(&text);
	return kept;
}

static void read_level(struct reader *r, bool is_bullet,
		       const struct xml_attributes *a)
{
	size_t level = (size_t)xml_number(a, "text:level", LIST_LEVELS, 0) - 1;
	struct list_level *out;

	if (level >= LIST_LEVELS)
		return;
	out = &r->list->levels.items[level];
	out->start = (int)xml_number(a, "text:start-value", LIST_MAX_NUMBER, 1);
	out->format = is_bullet
			  ? LIST_BULLET
			  : format_of(xml_attribute(a, "style:num-format"));
	if (out->format > LIST_BULLET)
		out->text = level_text(r->out, level, a);
}

/* --- the file ---------------------------------------------------------- */

static void on_open(void *user, const char *name,
		    const struct xml_attributes *a)
{
	struct reader *r = user;

	if (!strcmp(name, "style:style"))
		add_style(r, a);
	else if (r->style && !strcmp(name, "style:text-properties"))
		read_text_properties(r->style, a);
	else if (!strcmp(name, "text:list-style"))
		add_list(r, xml_attribute(a, "style:name"));
	else if (!strcmp(name, "text:outline-style"))
		add_list(r, (struct mb_str){ NULL, 0 });
	else if (r->list && (!strcmp(name, "text:list-level-style-number") ||
			     !strcmp(name, "text:outline-level-style")))
		read_level(r, false, a);
	else if (r->list && (!strcmp(name, "text:list-level-style-bullet") ||
			     !strcmp(name, "text:list-level-style-image")))
		read_level(r, true, a);
}

static void on_close(void *user, const char *name)
{
	struct reader *r = user;

	if (!strcmp(name, "style:style"))
		r->style = NULL;
	else if (!strcmp(name, "text:list-style") ||
		 !strcmp(name, "text:outline-style"))
		r->list = NULL;
}

static void on_text(void *user, struct mb_str text)
{
	(void)user;
	(void)text;
}

int odt_styles_read(struct mb_str xml, struct odt_styles *styles,
		    struct mb_err *err)
{
	static const struct xml_handler handler = { on_open, on_close,
						    on_text };
	struct reader r = { .out = styles };
	int rc = MB_OK;

	if (xml.len > 0)
		rc = xml_parse(xml, &handler, &r, NULL);
	return rc == MB_ENOMEM || styles->has_failed ? mb_fail_nomem(err)
						     : MB_OK;
}
