/*
 * OpenDocument text, .odt: content.xml with the styles of styles.xml.
 *
 * As in Word files, what was deleted stands apart (text:tracked-changes) and
 * is left out, like annotations, tables of contents and the numbers that the
 * program has written beside those it counts; notes come behind their
 * paragraph and text boxes before it.
 */
#include <string.h>

#include "flow.h"
#include "format.h"
#include "odt_styles.h"
#include "office_meta.h"
#include "package.h"
#include "xml.h"

/* Spans in spans, lists in lists: what is deeper looks like what it is in. */
#define MAX_SPANS 32

/* Spaces that one element stands for; no more are believed. */
#define MAX_SPACES 200

/* A paragraph, and the spans open in it. */
struct paragraph {
	bool is_open;
	int outline;              /* 0: none */
	bool bold[MAX_SPANS + 1]; /* of the paragraph, and of each span */
	size_t n_spans;
};

struct odt {
	struct flow flow;
	struct odt_styles styles;
	struct paragraph here;
	struct paragraph outer[FLOW_MAX_BOXES];
	int n_skips; /* open elements whose text is none */
	int n_notes; /* open notes */
	struct mb_buf note;

	struct odt_list *lists[LIST_LEVELS]; /* that are open; or NULL */
	size_t n_lists;
	bool begins_item; /* the next paragraph is the item's first */
};

enum role {
	ROLE_NONE,
	ROLE_SKIP,
	ROLE_PARAGRAPH,
	ROLE_HEADING,
	ROLE_SPAN,
	ROLE_SPACES,
	ROLE_TAB,
	ROLE_BREAK,
	ROLE_PAGE,
	ROLE_LIST,
	ROLE_ITEM,
	ROLE_NOTE,
	ROLE_BOX,
	ROLE_TABLE,
	ROLE_ROW,
	ROLE_CELL
};

static enum role role_of(const char *name)
{
	static const struct {
		const char *name;
		enum role role;
	} roles[] = {
		{ "text:p", ROLE_PARAGRAPH },
		{ "text:h", ROLE_HEADING },
		{ "text:span", ROLE_SPAN },
		{ "text:s", ROLE_SPACES },
		{ "text:tab", ROLE_TAB },
		{ "text:line-break", ROLE_BREAK },
		{ "text:soft-page-break", ROLE_PAGE },
		{ "text:list", ROLE_LIST },
		{ "text:list-item", ROLE_ITEM },
		{ "text:note", ROLE_NOTE },
		{ "draw:text-box", ROLE_BOX },
		{ "table:table", ROLE_TABLE },
		{ "table:table-row", ROLE_ROW },
		{ "table:table-cell", ROLE_CELL },
		{ "text:note-citation", ROLE_SKIP },
		{ "text:number", ROLE_SKIP },
		{ "text:tracked-changes", ROLE_SKIP },
		{ "text:table-of-content", ROLE_SKIP },
		{ "text:illustration-index", ROLE_SKIP },
		{ "text:alphabetical-index", ROLE_SKIP },
		{ "text:ruby-text", ROLE_SKIP },
		{ "office:annotation", ROLE_SKIP },
		{ "office:automatic-styles", ROLE_SKIP },
		{ "title", ROLE_SKIP }, /* of a picture */
		{ "desc", ROLE_SKIP },
	};

	for (size_t i = 0; i < sizeof(roles) / sizeof(*roles); i++)
		if (!strcmp(name, roles[i].name))
			return roles[i].role;
	return ROLE_NONE;
}

/* --- text -------------------------------------------------------------- */

static void add_text(struct odt *odt, struct mb_str text)
{
	if (odt->n_skips > 0 || !odt->here.is_open)
		return;
	if (odt->n_notes > 0)
		mb_buf_add(&odt->note, text);
	else
		flow_text(&odt->flow, text, odt->here.bold[odt->here.n_spans]);
}

static void add_spaces(struct odt *odt, const struct xml_attributes *a)
{
	long n = xml_number(a, "text:c", MAX_SPACES, 1);

	for (long i = 0; i < n; i++)
		add_text(odt, MB_STR(" "));
}

/* --- lists ------------------------------------------------------------- */

static void open_list(struct odt *odt, const struct xml_attributes *a)
{
	struct mb_str name = xml_attribute(a, "text:style-name");
	struct odt_list *list = NULL;

	if (odt->n_lists >= LIST_LEVELS) {
		odt->n_lists++;
		return;
	}
	if (name.len > 0)
		list = odt_list_of(&odt->styles, name);
	else if (odt->n_lists > 0)
		list = odt->lists[odt->n_lists - 1];
	if (list && odt->n_lists == 0 &&
	    !mb_str_equal(xml_attribute(a, "text:continue-numbering"),
			  MB_STR("true")) &&
	    xml_attribute(a, "text:continue-list").len == 0)
		list->counter = (struct list_counter){ .value = { 0 } };
	odt->lists[odt->n_lists++] = list;
}

static void open_item(struct odt *odt, const struct xml_attributes *a)
{
	long start = xml_number(a, "text:start-value", LIST_MAX_NUMBER, -1);
	size_t level = odt->n_lists - 1;

	odt->begins_item = true;
	if (start >= 0 && level < LIST_LEVELS && odt->lists[level])
		list_number_set(&odt->lists[level]->counter, level, (int)start);
}

/* The list and level that number the paragraph at hand; NULL for none. */
static struct odt_list *list_here(struct odt *odt, size_t *level)
{
	if (odt->begins_item && odt->n_lists > 0) {
		*level = odt->n_lists <= LIST_LEVELS ? odt->n_lists - 1
						     : LIST_LEVELS - 1;
		return odt->lists[*level];
	}
	if (odt->n_lists > 0 || odt->here.outline == 0)
		return NULL;
	*level = (size_t)odt->here.outline - 1;
	return odt_list_of(&odt->styles, (struct mb_str){ NULL, 0 });
}

static void set_number(struct odt *odt, struct flow_style *style)
{
	struct mb_buf number = MB_BUF_INIT;
	size_t level = 0;
	struct odt_list *list = list_here(odt, &level);

	if (!list || level >= LIST_LEVELS)
		return;
	list_number_next(&list->levels, &list->counter, level, &number);
	style->list_depth = (uint16_t)(level + 1);
	style->is_bullet = list->levels.items[level].format == LIST_BULLET;
	if (style->is_bullet)
		style->number = MB_STR("\xE2\x80\xA2");
	else if (list->levels.items[level].format != LIST_NONE)
		style->number =
		    blocks_clean(odt->flow.blocks, mb_buf_str(&number));
	odt->flow.blocks->has_failed |= number.has_failed;
	mb_buf_release(&number);
}

/* --- paragraphs -------------------------------------------------------- */

static void open_paragraph(struct odt *odt, const struct xml_attributes *a,
			   bool is_heading)
{
	struct odt_style style =
	    odt_style_of(&odt->styles, xml_attribute(a, "text:style-name"));

	if (odt->n_notes > 0) {
		mb_buf_add_char(&odt->note, ' ');
		return;
	}
	odt->here = (struct paragraph){ .is_open = true,
					.bold = { style.is_bold == 1 },
					.outline = style.outline };
	if (is_heading)
		odt->here.outline =
		    (int)xml_number(a, "text:outline-level", 10, 1);
}

static bool is_blank(const struct mb_buf *text)
{
	return mb_str_trim(mb_buf_str(text)).len == 0;
}

static struct flow_style style_here(struct odt *odt)
{
	struct flow_style style = { .heading_level = 0 };

	set_number(odt, &style);
	odt->begins_item = false;
	if (odt->here.outline > 0 && !is_blank(&odt->flow.here.text))
		style.heading_level =
		    (uint8_t)(odt->here.outline < 6 ? odt->here.outline : 6);
	return style;
}

static void end_paragraph(struct odt *odt)
{
	struct flow_style style;

	if (odt->n_notes > 0 || odt->n_skips > 0 || !odt->here.is_open)
		return;
	style = style_here(odt);
	flow_end(&odt->flow, &style);
	odt->here.is_open = false;
}

static void break_line(struct odt *odt)
{
	struct flow_style style;

	if (odt->n_notes > 0 || odt->n_skips > 0) {
		add_text(odt, MB_STR(" "));
		return;
	}
	if (is_blank(&odt->flow.here.text))
		return;
	style = style_here(odt);
	flow_break(&odt->flow, &style);
}

static void open_span(struct odt *odt, const struct xml_attributes *a)
{
	struct paragraph *here = &odt->here;
	struct odt_style style =
	    odt_style_of(&odt->styles, xml_attribute(a, "text:style-name"));
	bool is_bold = here->bold[here->n_spans];

	if (here->n_spans == MAX_SPANS)
		return;
	if (style.is_bold >= 0)
		is_bold = style.is_bold == 1;
	here->bold[++here->n_spans] = is_bold;
}

static void close_span(struct odt *odt)
{
	if (odt->here.n_spans > 0)
		odt->here.n_spans--;
}

/* --- elements ---------------------------------------------------------- */

static void open_box(struct odt *odt)
{
	if (odt->flow.n_boxes < FLOW_MAX_BOXES)
		odt->outer[odt->flow.n_boxes] = odt->here;
	flow_open_box(&odt->flow);
}

static void close_box(struct odt *odt)
{
	flow_close_box(&odt->flow);
	if (odt->flow.n_boxes < FLOW_MAX_BOXES)
		odt->here = odt->outer[odt->flow.n_boxes];
}

static void close_note(struct odt *odt)
{
	if (--odt->n_notes > 0)
		return;
	odt->flow.blocks->has_failed |= odt->note.has_failed;
	flow_note(&odt->flow, mb_buf_str(&odt->note));
	mb_buf_truncate(&odt->note, 0);
}

static void open_inside(struct odt *odt, enum role role,
			const struct xml_attributes *a)
{
	switch (role) {
	case ROLE_SPAN:
		open_span(odt, a);
		break;
	case ROLE_SPACES:
		add_spaces(odt, a);
		break;
	case ROLE_TAB:
		add_text(odt, MB_STR("\t"));
		break;
	case ROLE_BREAK:
		break_line(odt);
		break;
	case ROLE_PAGE:
		flow_page(&odt->flow);
		break;
	case ROLE_NOTE:
		odt->n_notes++;
		break;
	case ROLE_BOX:
		open_box(odt);
		break;
	default:
		break;
	}
}

static void on_open(void *user, const char *name,
		    const struct xml_attributes *a)
{
	struct odt *odt = user;
	enum role role = role_of(name);

	switch (role) {
	case ROLE_SKIP:
		odt->n_skips++;
		break;
	case ROLE_PARAGRAPH:
	case ROLE_HEADING:
		if (odt->n_skips == 0)
			open_paragraph(odt, a, role == ROLE_HEADING);
		break;
	case ROLE_LIST:
		open_list(odt, a);
		break;
	case ROLE_ITEM:
		open_item(odt, a);
		break;
	case ROLE_TABLE:
		flow_open_table(&odt->flow);
		break;
	case ROLE_ROW:
		flow_open_row(&odt->flow);
		break;
	case ROLE_CELL:
		flow_open_cell(&odt->flow);
		break;
	default:
		open_inside(odt, role, a);
		break;
	}
}

static void on_close(void *user, const char *name)
{
	struct odt *odt = user;

	switch (role_of(name)) {
	case ROLE_SKIP:
		odt->n_skips--;
		break;
	case ROLE_PARAGRAPH:
	case ROLE_HEADING:
		end_paragraph(odt);
		break;
	case ROLE_SPAN:
		close_span(odt);
		break;
	case ROLE_LIST:
		odt->n_lists--;
		break;
	case ROLE_NOTE:
		close_note(odt);
		break;
	case ROLE_BOX:
		close_box(odt);
		break;
	case ROLE_TABLE:
		flow_close_table(&odt->flow);
		break;
	case ROLE_ROW:
		flow_close_row(&odt->flow);
		break;
	case ROLE_CELL:
		flow_close_cell(&odt->flow);
		break;
	default:
		break;
	}
}

static void on_text(void *user, struct mb_str text)
{
	add_text(user, text);
}

/* --- the document ------------------------------------------------------ */

static int parse(struct odt *odt, struct mb_str content, struct mb_err *err)
{
	static const struct xml_handler handler = { on_open, on_close,
						    on_text };
	struct blocks *blocks = odt->flow.blocks;
	int rc = xml_parse(content, &handler, odt, err);

	if (rc == MB_EFORMAT && blocks->n > 0) {
		blocks->note = MB_STR("broken: what comes behind the last "
				      "paragraph cannot be read");
		rc = MB_OK;
	}
	return rc;
}

static int read_package(struct odt *odt, struct package *package,
			struct mb_err *err)
{
	struct mb_arena *arena = odt->flow.blocks->arena;
	struct mb_str content, styles, meta;
	int rc;

	if ((rc = package_read(package, "content.xml", arena, &content, err)) ||
	    (rc = package_read(package, "styles.xml", arena, &styles, err)) ||
	    (rc = package_read(package, "meta.xml", arena, &meta, err)) ||
	    (rc = odt_styles_read(styles, &odt->styles, err)) ||
	    (rc = odt_styles_read(content, &odt->styles, err)))
		return rc;
	office_meta_read(meta, odt->flow.blocks);
	return parse(odt, content, err);
}

int format_odt(const struct source *source, struct blocks *blocks,
	       struct mb_err *err)
{
	struct odt *odt = MB_NEW(blocks->arena, struct odt, 1);
	struct package *package;
	int rc;

	if (!odt)
		return mb_fail_nomem(err);
	rc = package_open(source->bytes, &package, err);
	if (rc != MB_OK)
		return rc;
	odt->flow = flow_to(blocks);
	odt->styles.arena = blocks->arena;
	rc = read_package(odt, package, err);
	package_close(package);
	flow_release(&odt->flow);
	mb_buf_release(&odt->note);
	return rc;
}
