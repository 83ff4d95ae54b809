#include "docx_styles.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

/* Styles based on styles: longer chains are circles. */
#define MAX_CHAIN 20

/* --- values ------------------------------------------------------------ */

bool docx_is_on(const struct xml_attributes *attributes)
{
	struct mb_str value = xml_attribute(attributes, "w:val");

	return !mb_str_equal(value, MB_STR("0")) &&
	       !mb_str_equal_nocase(value, MB_STR("false")) &&
	       !mb_str_equal_nocase(value, MB_STR("off"));
}

static enum list_format format_of(struct mb_str name)
{
	static const struct {
		const char *name;
		enum list_format format;
	} formats[] = {
		{ "none", LIST_NONE },
		{ "bullet", LIST_BULLET },
		{ "decimalZero", LIST_ZERO_DECIMAL },
		{ "lowerLetter", LIST_LOWER_LETTER },
		{ "upperLetter", LIST_UPPER_LETTER },
		{ "lowerRoman", LIST_LOWER_ROMAN },
		{ "upperRoman", LIST_UPPER_ROMAN },
		{ "ordinal", LIST_ORDINAL },
	};

	for (size_t i = 0; i < sizeof(formats) / sizeof(*formats); i++)
		if (mb_str_equal(name, mb_str_of(formats[i].name)))
			return formats[i].format;
	return LIST_DECIMAL; /* and the numerals of other languages */
}

static struct mb_str keep(struct docx_styles *styles, struct mb_str value)
{
	struct mb_str copy = { NULL, 0 };

	if (value.len > 0 &&
	    mb_arena_copy(styles->arena, value, &copy, NULL) != MB_OK)
		styles->has_failed = true;
	return copy;
}

/* --- styles.xml -------------------------------------------------------- */

struct style_reader {
	struct docx_styles *out;
	struct docx_style *style; /* that is open, or NULL */
};

static void add_style(struct style_reader *r,
		      const struct xml_attributes *attributes)
{
	struct docx_styles *out = r->out;
	struct docx_style *moved;

	r->style = NULL;
	if (out->n_styles == DOCX_MAX_STYLES)
		return;
	moved = mb_arena_grow(out->arena, out->styles, out->n_styles,
			      &out->styles_capacity, sizeof(*moved));
	if (!moved) {
		out->has_failed = true;
		return;
	}
	out->styles = moved;
	r->style = &out->styles[out->n_styles++];
	*r->style = (struct docx_style){
		.id = keep(out, xml_attribute(attributes, "w:styleId")),
		.list = DOCX_UNSAID,
		.list_level = DOCX_UNSAID,
		.outline = DOCX_UNSAID,
		.is_bold = DOCX_UNSAID,
	};
}

/* "heading 2" has level 2 whatever else it says; "toc 1" is no text. */
static void name_style(struct docx_style *style, struct mb_str name)
{
	struct mb_str rest = name;
	unsigned long level;

	style->is_contents = mb_str_starts_nocase(name, MB_STR("toc "));
	if (mb_str_equal_nocase(name, MB_STR("title")))
		style->outline = 0;
	if (mb_str_equal_nocase(name, MB_STR("subtitle")))
		style->outline = 1;
	if (!mb_str_starts_nocase(rest, MB_STR("heading ")))
		return;
	rest = mb_str_drop(rest, 8);
	if (mb_str_number(&rest, 9, &level) && level > 0)
		style->outline = (int)level - 1;
}

static void open_style(void *user, const char *name,
		       const struct xml_attributes *attributes)
{
	struct style_reader *r = user;
	struct mb_str value = xml_attribute(attributes, "w:val");

	if (!strcmp(name, "w:style"))
		add_style(r, attributes);
	if (!r->style)
		return;
	if (!strcmp(name, "w:name"))
		name_style(r->style, value);
	else if (!strcmp(name, "w:basedOn"))
		r->style->based_on = keep(r->out, value);
	else if (!strcmp(name, "w:numId"))
		r->style->list =
		    (int)xml_number(attributes, "w:val", 99999999, 0);
	else if (!strcmp(name, "w:ilvl"))
		r->style->list_level =
		    (int)xml_number(attributes, "w:val", LIST_LEVELS - 1, 0);
	else if (!strcmp(name, "w:outlineLvl") && r->style->outline < 0)
		r->style->outline = (int)xml_number(attributes, "w:val", 9, 9);
	else if (!strcmp(name, "w:b"))
		r->style->is_bold = docx_is_on(attributes);
}

static void close_style(void *user, const char *name)
{
	struct style_reader *r = user;

	if (!strcmp(name, "w:style"))
		r->style = NULL;
}

static void no_text(void *user, struct mb_str text)
{
	(void)user;
	(void)text;
}

static const struct docx_style *find_style(const struct docx_styles *styles,
					   struct mb_str id)
{
	for (size_t i = 0; id.len > 0 && i < styles->n_styles; i++)
		if (mb_str_equal(styles->styles[i].id, id))
			return &styles->styles[i];
	return NULL;
}

struct docx_style docx_style_of(const struct docx_styles *styles,
				struct mb_str id)
{
	struct docx_style all = { .list = DOCX_UNSAID,
				  .list_level = DOCX_UNSAID,
				  .outline = DOCX_UNSAID,
				  .is_bold = DOCX_UNSAID };
	const struct docx_style *style = find_style(styles, id);

	for (int i = 0; style && i < MAX_CHAIN; i++) {
		if (all.list == DOCX_UNSAID)
			all.list = style->list;
		if (all.list_level == DOCX_UNSAID)
			all.list_level = style->list_level;
		if (all.outline == DOCX_UNSAID)
			all.outline = style->outline;
		if (all.is_bold == DOCX_UNSAID)
			all.is_bold = style->is_bold;
		all.is_contents |= style->is_contents;
		style = find_style(styles, style->based_on);
	}
	return all;
}

/* --- numbering.xml ----------------------------------------------------- */

struct list_reader {
	struct docx_styles *out;
	struct docx_list_kind *kind; /* that is open, or NULL */
	struct docx_list *list;      /* the same */
	struct list_levels *levels; /* of one of them; NULL: no level is open */
	size_t level;               /* less than LIST_LEVELS */
};

static const struct list_level plain_level = { .start = 1, .restart = -1 };

static void add_kind(struct list_reader *r,
		     const struct xml_attributes *attributes)
{
	struct docx_styles *out = r->out;
	struct docx_list_kind *moved;

	r->kind = NULL;
	if (out->n_kinds == DOCX_MAX_LISTS)
		return;
	moved = mb_arena_grow(out->arena, out->kinds, out->n_kinds,
			      &out->kinds_capacity, sizeof(*moved));
	if (!moved) {
		out->has_failed = true;
		return;
	}
	out->kinds = moved;
	r->kind = &out->kinds[out->n_kinds++];
	*r->kind = (struct docx_list_kind){ .id = (int)xml_number(
						attributes, "w:abstractNumId",
						99999999, DOCX_UNSAID) };
	for (size_t i = 0; i < LIST_LEVELS; i++)
		r->kind->levels.items[i] = plain_level;
}

static void add_list(struct list_reader *r,
		     const struct xml_attributes *attributes)
{
	struct docx_styles *out = r->out;
	struct docx_list *moved;

	r->list = NULL;
	if (out->n_lists == DOCX_MAX_LISTS)
		return;
	moved = mb_arena_grow(out->arena, out->lists, out->n_lists,
			      &out->lists_capacity, sizeof(*moved));
	if (!moved) {
		out->has_failed = true;
		return;
	}
	out->lists = moved;
	r->list = &out->lists[out->n_lists++];
	*r->list =
	    (struct docx_list){ .id = (int)xml_number(attributes, "w:numId",
						      99999999, DOCX_UNSAID),
				.kind = SIZE_MAX };
}

static void refer_to_kind(struct list_reader *r, int id)
{
	for (size_t i = 0; i < r->out->n_kinds; i++)
		if (r->out->kinds[i].id == id)
			r->list->kind = i;
}

/* The list's own levels, which begin as those of its kind. */
static struct list_levels *own_levels(struct list_reader *r)
{
	struct docx_list *list = r->list;

	if (list->levels || list->kind >= r->out->n_kinds)
		return list->levels;
	list->levels = MB_NEW(r->out->arena, struct list_levels, 1);
	if (list->levels)
		*list->levels = r->out->kinds[list->kind].levels;
	else
		r->out->has_failed = true;
	return list->levels;
}

/* <w:lvl> of a kind, or <w:lvlOverride> of a list with perhaps one in it. */
static void open_level(struct list_reader *r,
		       const struct xml_attributes *attributes)
{
	size_t level =
	    (size_t)xml_number(attributes, "w:ilvl", LIST_LEVELS, LIST_LEVELS);

	r->levels = NULL;
	if (level >= LIST_LEVELS)
		return;
	r->level = level;
	if (r->list)
		r->levels = own_levels(r);
	else if (r->kind)
		r->levels = &r->kind->levels;
}

/* A level that takes the place of its kind's; where to begin was said. */
static void replace_level(struct list_reader *r)
{
	struct list_level *level = &r->levels->items[r->level];
	int start = level->start;

	assert(r->list);
	*level = plain_level;
	if (r->list->begins[r->level])
		level->start = start;
}

static void set_start(struct list_reader *r, const char *name,
		      const struct xml_attributes *attributes)
{
	int start = (int)xml_number(attributes, "w:val", LIST_MAX_NUMBER, 1);
	bool is_override = !strcmp(name, "w:startOverride");

	if (is_override && r->list)
		r->list->begins[r->level] = true;
	if (is_override || !r->list || !r->list->begins[r->level])
		r->levels->items[r->level].start = start;
}

static void read_level(struct list_reader *r, const char *name,
		       const struct xml_attributes *attributes)
{
	struct list_level *level = &r->levels->items[r->level];
	struct mb_str value = xml_attribute(attributes, "w:val");

	if (!strcmp(name, "w:start") || !strcmp(name, "w:startOverride"))
		set_start(r, name, attributes);
	else if (!strcmp(name, "w:numFmt"))
		level->format = format_of(value);
	else if (!strcmp(name, "w:lvlText"))
		level->text = keep(r->out, value);
	else if (!strcmp(name, "w:lvlRestart"))
		level->restart =
		    (int)xml_number(attributes, "w:val", LIST_LEVELS, -1);
	else if (!strcmp(name, "w:isLgl"))
		level->is_decimal = docx_is_on(attributes);
	else if (r->kind && !strcmp(name, "w:pStyle"))
		r->kind->level_style[r->level] = keep(r->out, value);
}

static void open_numbering(void *user, const char *name,
			   const struct xml_attributes *attributes)
{
	struct list_reader *r = user;

	if (!strcmp(name, "w:abstractNum"))
		add_kind(r, attributes);
	else if (!strcmp(name, "w:num"))
		add_list(r, attributes);
	else if (r->list && !strcmp(name, "w:abstractNumId"))
		refer_to_kind(r, (int)xml_number(attributes, "w:val", 99999999,
						 DOCX_UNSAID));
	else if (!strcmp(name, "w:lvlOverride") ||
		 (!r->list && !strcmp(name, "w:lvl")))
		open_level(r, attributes);
	else if (r->levels && !strcmp(name, "w:lvl"))
		replace_level(r);
	else if (r->levels)
		read_level(r, name, attributes);
}

static void close_numbering(void *user, const char *name)
{
	struct list_reader *r = user;

	if (!strcmp(name, "w:abstractNum"))
		r->kind = NULL;
	else if (!strcmp(name, "w:num"))
		r->list = NULL;
	else if (!strcmp(name, "w:lvlOverride") ||
		 (!r->list && !strcmp(name, "w:lvl")))
		r->levels = NULL;
}

static struct docx_list *find_list(struct docx_styles *styles, int id)
{
	for (size_t i = 0; i < styles->n_lists; i++)
		if (styles->lists[i].id == id &&
		    styles->lists[i].kind < styles->n_kinds)
			return &styles->lists[i];
	return NULL;
}

/*
 * Lists of one kind count together, but a list that says where a level begins
 * begins there when it is first used.
 */
static void begin_list(struct docx_list *list, struct list_counter *counter)
{
	for (size_t i = 0; !list->is_used && i < LIST_LEVELS; i++)
		if (list->begins[i])
			counter->has_begun[i] = false;
	list->is_used = true;
}

enum list_format docx_list_next(struct docx_styles *styles, int list,
				size_t level, struct mb_buf *out)
{
	struct docx_list *own = find_list(styles, list);
	const struct list_levels *levels;
	struct docx_list_kind *kind;

	if (!own || level >= LIST_LEVELS)
		return LIST_NONE;
	kind = &styles->kinds[own->kind];
	levels = own->levels ? own->levels : &kind->levels;
	begin_list(own, &kind->counter);
	list_number_next(levels, &kind->counter, level, out);
	return levels->items[level].format;
}

/* --- both -------------------------------------------------------------- */

/* A style that a list's level is tied to is on that level. */
static void tie_levels(struct docx_styles *styles)
{
	for (size_t i = 0; i < styles->n_styles; i++) {
		struct docx_style *style = &styles->styles[i];
		struct docx_list *list = find_list(styles, style->list);

		for (size_t k = 0; list && k < LIST_LEVELS; k++)
			if (style->list_level == DOCX_UNSAID &&
			    mb_str_equal(
				styles->kinds[list->kind].level_style[k],
				style->id))
				style->list_level = (int)k;
	}
}

int docx_styles_read(struct mb_str styles, struct mb_str numbering,
		     struct mb_arena *arena, struct docx_styles *out,
		     struct mb_err *err)
{
	static const struct xml_handler style_handler = { open_style,
							  close_style,
							  no_text };
	static const struct xml_handler list_handler = { open_numbering,
							 close_numbering,
							 no_text };
	struct style_reader style_reader = { out, NULL };
	struct list_reader list_reader = { .out = out };
	int rc = MB_OK;

	*out = (struct docx_styles){ .arena = arena };
	if (styles.len > 0)
		rc = xml_parse(styles, &style_handler, &style_reader, NULL);
	if (rc != MB_ENOMEM && numbering.len > 0)
		rc = xml_parse(numbering, &list_handler, &list_reader, NULL);
	if (rc == MB_ENOMEM || out->has_failed)
		return mb_fail_nomem(err);
	tie_levels(out);
	return MB_OK;
}
