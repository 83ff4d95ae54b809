/*
 * Word's .docx: word/document.xml with its styles, lists and notes.
 *
 * Kept are the text as it stands once every tracked change is accepted, text
 * boxes, and notes behind the paragraph that refers to them.  Headers and
 * footers are in files of their own and are not opened.  Left out are what
 * was deleted or moved away, the codes of fields, hidden text, the table of
 * contents, and the second form of what new and old programs draw differently
 * (mc:Fallback).
 */
#include "docx_notes.h"
#include "docx_roles.h"
#include "docx_styles.h"
#include "flow.h"
#include "format.h"
#include "office_meta.h"
#include "package.h"
#include "xml.h"

#include <string.h>

/* What a paragraph and a run of text say of themselves. */
struct properties {
	struct mb_str style;      /* id, in the arena */
	int list, level, outline; /* DOCX_UNSAID */
	bool is_mark_deleted;     /* goes on in the next paragraph */
	int style_is_bold;        /* of the paragraph's style */
	int is_bold;              /* of the run */
	bool is_hidden;
};

struct docx {
	struct flow flow;
	struct docx_styles styles;
	struct docx_notes footnotes, endnotes;
	struct properties here;
	struct properties outer[FLOW_MAX_BOXES];
	int n_skips;                 /* open elements whose text is none */
	int n_controls, contents_at; /* <w:sdt>; that of the contents */
	bool is_in_paragraph_properties, is_in_run_properties, is_in_text;
};

static const struct properties unsaid = { .list = DOCX_UNSAID,
					  .level = DOCX_UNSAID,
					  .outline = DOCX_UNSAID,
					  .is_bold = DOCX_UNSAID };

static struct mb_str keep(struct docx *docx, struct mb_str value)
{
	return blocks_clean(docx->flow.blocks, value);
}

/* --- paragraphs -------------------------------------------------------- */

/* The paragraph's own word goes before that of its style. */
static int said(int own, int by_style)
{
	return own != DOCX_UNSAID ? own : by_style;
}

static struct mb_str next_number(struct docx *docx, int list, int level,
				 bool *is_bullet)
{
	struct mb_buf number = MB_BUF_INIT;
	struct mb_str kept = { NULL, 0 };
	enum list_format format = docx_list_next(
	    &docx->styles, list, level > 0 ? (size_t)level : 0, &number);

	*is_bullet = format == LIST_BULLET;
	if (*is_bullet) /* signs of fonts that only Word has */
		kept = MB_STR("\xE2\x80\xA2");
	else if (number.len > 0)
		kept = keep(docx, mb_buf_str(&number));
	docx->flow.blocks->has_failed |= number.has_failed;
	mb_buf_release(&number);
	return kept;
}

static bool is_blank(const struct mb_buf *text)
{
	return mb_str_trim(mb_buf_str(text)).len == 0;
}

/* What the paragraph at hand is; counts its number on. */
static struct flow_style style_here(struct docx *docx)
{
	struct docx_style by_style =
	    docx_style_of(&docx->styles, docx->here.style);
	int list = said(docx->here.list, by_style.list);
	int outline = said(docx->here.outline, by_style.outline);
	struct flow_style style = { .heading_level = 0 };

	/* the contents say again what the headings say */
	if (by_style.is_contents) {
		mb_buf_truncate(&docx->flow.here.text, 0);
		return style;
	}
	if (outline >= 0 && outline < 9 && !is_blank(&docx->flow.here.text))
		style.heading_level = (uint8_t)(outline < 6 ? outline + 1 : 6);
	if (list > 0) {
		int level = said(docx->here.level, by_style.list_level);

		style.list_depth = (uint16_t)(level > 0 ? level + 1 : 1);
		style.number = next_number(docx, list, level, &style.is_bullet);
	}
	return style;
}

static void end_paragraph(struct docx *docx)
{
	struct flow_style style;

	if (docx->here.is_mark_deleted)
		return;
	style = style_here(docx);
	flow_end(&docx->flow, &style);
}

/* The first line has the number, those below it none. */
static void break_line(struct docx *docx)
{
	struct flow_style style;

	if (is_blank(&docx->flow.here.text))
		return;
	style = style_here(docx);
	flow_break(&docx->flow, &style);
	docx->here.list = 0;
}

static void open_box(struct docx *docx)
{
	if (docx->flow.n_boxes < FLOW_MAX_BOXES)
		docx->outer[docx->flow.n_boxes] = docx->here;
	flow_open_box(&docx->flow);
	docx->is_in_text = false;
}

static void close_box(struct docx *docx)
{
	flow_close_box(&docx->flow);
	if (docx->flow.n_boxes < FLOW_MAX_BOXES)
		docx->here = docx->outer[docx->flow.n_boxes];
}

/* --- text -------------------------------------------------------------- */

static void add_text(struct docx *docx, struct mb_str text)
{
	if (docx->n_skips > 0 || docx->here.is_hidden)
		return;
	flow_text(&docx->flow, text,
		  said(docx->here.is_bold, docx->here.style_is_bold) == 1);
}

/* <w:sym w:font="Symbol" w:char="F0B7"/> */
static void add_symbol(struct docx *docx,
		       const struct xml_attributes *attributes)
{
	struct mb_str code = xml_attribute(attributes, "w:char");
	struct mb_buf text = MB_BUF_INIT;
	uint32_t c = 0;

	for (size_t i = 0; i < code.len && i < 6; i++) {
		char digit = mb_to_lower(code.ptr[i]);

		if (mb_is_digit(digit))
			c = c * 16 + (uint32_t)(digit - '0');
		else if (digit >= 'a' && digit <= 'f')
			c = c * 16 + (uint32_t)(digit - 'a' + 10);
		else
			return;
	}
	mb_buf_add_utf8(&text, c);
	add_text(docx, mb_buf_str(&text));
	docx->flow.blocks->has_failed |= text.has_failed;
	mb_buf_release(&text);
}

static void add_note(struct docx *docx, const struct docx_notes *notes,
		     const struct xml_attributes *attributes)
{
	int id = (int)xml_number(attributes, "w:id", 99999999, -1);

	if (docx->n_skips == 0)
		flow_note(&docx->flow, docx_note(notes, id));
}

/* --- elements ---------------------------------------------------------- */

static void begin_skip(struct docx *docx, const char *name)
{
	/* <w:rPr><w:del/> inside <w:pPr>: the paragraph's end is deleted */
	if (docx->is_in_paragraph_properties && !strcmp(name, "w:del"))
		docx->here.is_mark_deleted = true;
	docx->n_skips++;
}

static void read_property(struct docx *docx, enum docx_role role,
			  const struct xml_attributes *attributes)
{
	struct properties *here = &docx->here;
	struct docx_style style;

	if (docx->n_skips > 0)
		return;
	switch (role) {
	case DOCX_STYLE:
		here->style = keep(docx, xml_attribute(attributes, "w:val"));
		here->style_is_bold =
		    docx_style_of(&docx->styles, here->style).is_bold;
		break;
	case DOCX_LIST:
		here->list = (int)xml_number(attributes, "w:val", 99999999, 0);
		break;
	case DOCX_LEVEL:
		here->level =
		    (int)xml_number(attributes, "w:val", LIST_LEVELS - 1, 0);
		break;
	case DOCX_OUTLINE:
		here->outline = (int)xml_number(attributes, "w:val", 9, 9);
		break;
	case DOCX_RUN_STYLE:
		style = docx_style_of(&docx->styles,
				      xml_attribute(attributes, "w:val"));
		if (here->is_bold == DOCX_UNSAID)
			here->is_bold = style.is_bold;
		break;
	case DOCX_BOLD:
		if (!docx->is_in_paragraph_properties)
			here->is_bold = docx_is_on(attributes);
		break;
	case DOCX_HIDDEN:
		if (!docx->is_in_paragraph_properties)
			here->is_hidden = docx_is_on(attributes);
		break;
	default:
		break;
	}
}

/* Signs inside a run. */
static void read_sign(struct docx *docx, enum docx_role role,
		      const struct xml_attributes *attributes)
{
	struct mb_str type = xml_attribute(attributes, "w:type");

	if (docx->n_skips > 0 || docx->is_in_paragraph_properties)
		return; /* there <w:tab> places a stop */
	switch (role) {
	case DOCX_TAB:
		add_text(docx, MB_STR("\t"));
		break;
	case DOCX_HYPHEN:
		add_text(docx, MB_STR("-"));
		break;
	case DOCX_SYMBOL:
		add_symbol(docx, attributes);
		break;
	case DOCX_BREAK:
		if (mb_str_equal(type, MB_STR("page")))
			flow_page(&docx->flow);
		break_line(docx);
		break;
	case DOCX_FOOTNOTE:
		add_note(docx, &docx->footnotes, attributes);
		break;
	case DOCX_ENDNOTE:
		add_note(docx, &docx->endnotes, attributes);
		break;
	default:
		break;
	}
}

static void open_control(struct docx *docx, enum docx_role role,
			 const struct xml_attributes *attributes)
{
	if (role == DOCX_CONTROL) {
		docx->n_controls++;
		return;
	}
	if (docx->contents_at == 0 && docx->n_controls > 0 &&
	    mb_str_equal(xml_attribute(attributes, "w:val"),
			 MB_STR("Table of Contents"))) {
		docx->contents_at = docx->n_controls;
		docx->n_skips++;
	}
}

static void open_structure(struct docx *docx, enum docx_role role)
{
	switch (role) {
	case DOCX_PARAGRAPH:
		if (!docx->here.is_mark_deleted)
			docx->here = unsaid;
		docx->here.is_mark_deleted = false;
		break;
	case DOCX_PARAGRAPH_PROPERTIES:
		docx->is_in_paragraph_properties = true;
		break;
	case DOCX_RUN:
		docx->here.is_bold = DOCX_UNSAID;
		docx->here.is_hidden = false;
		break;
	case DOCX_TEXT:
		docx->is_in_text = true;
		break;
	case DOCX_BOX:
		open_box(docx);
		break;
	case DOCX_TABLE:
		flow_open_table(&docx->flow);
		break;
	case DOCX_ROW:
		flow_open_row(&docx->flow);
		break;
	case DOCX_CELL:
		flow_open_cell(&docx->flow);
		break;
	default:
		break;
	}
}

static void on_open(void *user, const char *name,
		    const struct xml_attributes *attributes)
{
	struct docx *docx = user;
	enum docx_role role = docx_role_of(name);

	if (role == DOCX_SKIP)
		begin_skip(docx, name);
	else if (role == DOCX_CONTROL || role == DOCX_GALLERY)
		open_control(docx, role, attributes);
	else if (role >= DOCX_STYLE && role <= DOCX_HIDDEN)
		read_property(docx, role, attributes);
	else if ((role >= DOCX_TAB && role <= DOCX_SYMBOL) ||
		 role == DOCX_FOOTNOTE || role == DOCX_ENDNOTE)
		read_sign(docx, role, attributes);
	else
		open_structure(docx, role);
}

static void on_close(void *user, const char *name)
{
	struct docx *docx = user;

	switch (docx_role_of(name)) {
	case DOCX_SKIP:
		docx->n_skips--;
		break;
	case DOCX_CONTROL:
		if (docx->contents_at == docx->n_controls) {
			docx->contents_at = 0;
			docx->n_skips--;
		}
		docx->n_controls--;
		break;
	case DOCX_PARAGRAPH:
		if (docx->n_skips == 0)
			end_paragraph(docx);
		break;
	case DOCX_PARAGRAPH_PROPERTIES:
		docx->is_in_paragraph_properties = false;
		break;
	case DOCX_TEXT:
		docx->is_in_text = false;
		break;
	case DOCX_BOX:
		close_box(docx);
		break;
	case DOCX_TABLE:
		flow_close_table(&docx->flow);
		break;
	case DOCX_ROW:
		flow_close_row(&docx->flow);
		break;
	case DOCX_CELL:
		flow_close_cell(&docx->flow);
		break;
	default:
		break;
	}
}

static void on_text(void *user, struct mb_str text)
{
	struct docx *docx = user;

	if (docx->is_in_text)
		add_text(docx, text);
}

/* --- the document ------------------------------------------------------ */

struct parts {
	struct mb_str document, styles, numbering, footnotes, endnotes, core;
};

static int read_parts(struct package *package, struct mb_arena *arena,
		      struct parts *parts, struct mb_err *err)
{
	const struct {
		const char *name;
		struct mb_str *out;
	} files[] = {
		{ "word/document.xml", &parts->document },
		{ "word/styles.xml", &parts->styles },
		{ "word/numbering.xml", &parts->numbering },
		{ "word/footnotes.xml", &parts->footnotes },
		{ "word/endnotes.xml", &parts->endnotes },
		{ "docProps/core.xml", &parts->core },
	};
	int rc = MB_OK;

	for (size_t i = 0; i < sizeof(files) / sizeof(*files) && rc == MB_OK;
	     i++)
		rc = package_read(package, files[i].name, arena, files[i].out,
				  err);
	return rc;
}

static int parse(struct docx *docx, const struct parts *parts,
		 struct mb_err *err)
{
	static const struct xml_handler handler = { on_open, on_close,
						    on_text };
	struct blocks *blocks = docx->flow.blocks;
	int rc;

	if ((rc = docx_styles_read(parts->styles, parts->numbering,
				   blocks->arena, &docx->styles, err)) ||
	    (rc = docx_notes_read(parts->footnotes, blocks->arena,
				  &docx->footnotes, err)) ||
	    (rc = docx_notes_read(parts->endnotes, blocks->arena,
				  &docx->endnotes, err)))
		return rc;
	office_meta_read(parts->core, blocks);
	rc = xml_parse(parts->document, &handler, docx, err);
	end_paragraph(docx); /* of a document that breaks off */
	if (rc == MB_EFORMAT && blocks->n > 0) {
		blocks->note = MB_STR("broken: what comes behind the last "
				      "paragraph cannot be read");
		rc = MB_OK;
	}
	return rc;
}

int format_docx(const struct source *source, struct blocks *blocks,
		struct mb_err *err)
{
	struct docx *docx = MB_NEW(blocks->arena, struct docx, 1);
	struct parts parts = { .document = { NULL, 0 } };
	struct package *package;
	int rc;

	if (!docx)
		return mb_fail_nomem(err);
	rc = package_open(source->bytes, &package, err);
	if (rc != MB_OK)
		return rc;
	docx->flow = flow_to(blocks);
	docx->here = unsaid;
	rc = read_parts(package, blocks->arena, &parts, err);
	package_close(package);
	if (rc == MB_OK)
		rc = parse(docx, &parts, err);
	flow_release(&docx->flow);
	return rc;
}
