/*
 * HTML through libxml2's SAX parser, which forgives everything that browsers
 * forgive.  It is given decoded UTF-8, told to keep off the network, and
 * builds no tree.
 *
 * Text gathers (gather.h) until something ends it, and then becomes a block.
 * Each open element has a frame that remembers what to undo when it ends.
 */
#include "format.h"

#include <string.h>

#include "gather.h"
#include "html_list.h"
#include "link_title.h"
#include "menus.h"
#include "page.h"
#include "site.h"
#include "tags.h"

#include <libxml/HTMLparser.h>

/* Elements nested deeper still give their text, but mean nothing. */
#define MAX_FRAMES 256

struct frame {
	enum tag_role role;
	enum block_mark outer_mark;
	bool skips, is_trail, is_content, is_bold, is_cut, is_link, is_file;
	bool is_layout;        /* of a table */
	struct html_list list; /* of a list */
	size_t first_block;    /* of a row */
	bool is_simple_row;    /* each cell has at most one block */
	uint16_t n_cells;      /* of a row, so far */
	size_t cell_start;     /* of a cell: its first block */
};

struct html {
	htmlParserCtxtPtr parser;
	struct blocks *blocks;
	struct gather gather; /* the block at hand, into the same blocks */
	struct frame frames[MAX_FRAMES];
	size_t n_frames, n_too_deep;
	int n_trails, n_content; /* open elements */
	struct mb_buf trail, title;
	size_t n_outside;       /* blocks before the content began */
	bool has_content;       /* the page marks where it is */
	bool is_title;          /* the text is the page's title */
	bool has_ended;         /* the parser has come to the end */
	uint32_t n_lines_above; /* of the file, above the text */
};

static uint32_t current_line(const struct html *html)
{
	int line = xmlSAX2GetLineNumber(html->parser);

	return line > 0 ? (uint32_t)line + html->n_lines_above : 0;
}

static struct frame *innermost(struct html *html, enum tag_role role)
{
	for (size_t i = html->n_frames; i > 0; i--)
		if (html->frames[i - 1].role == role)
			return &html->frames[i - 1];
	return NULL;
}

/* --- links and lists --------------------------------------------------- */

/* An anchor may number an item, and a link may name a document. */
static void take_link(struct html *html, struct frame *frame,
		      const char *const *attributes)
{
	struct gather *gather = &html->gather;
	struct mb_str name = mb_str_of(tag_attribute(attributes, "name"));
	struct mb_str href = mb_str_of(tag_attribute(attributes, "href"));
	unsigned long id;

	if (gather->n_skips == 0 && mb_str_starts(name, MB_STR("AI"))) {
		name = mb_str_drop(name, 2);
		if (mb_str_number(&name, 999999999, &id) && name.len == 0)
			gather->site_id = id;
	}
	if (href.len == 0)
		return;
	frame->is_link = link_leads_on(href);
	frame->is_file = !frame->is_link;
	page_take_link(html->blocks, href);
	if (gather->n_skips > 0)
		return;
	if (gather->mark == MARK_DOCUMENT || gather->mark == MARK_ITEM_TITLE ||
	    (gather->mark == MARK_NONE && frame->is_file))
		gather->href = blocks_clean(html->blocks, href);
}

/* The marker that a browser shows before the next entry. */
static void set_marker(struct html *html)
{
	struct frame *list = innermost(html, TAG_LIST);
	struct mb_buf marker = MB_BUF_INIT;

	if (html->gather.n_skips > 0)
		return;
	html_list_marker(list ? &list->list : NULL, &marker);
	html->gather.marker = blocks_clean(html->blocks, mb_buf_str(&marker));
	html->blocks->has_failed |= marker.has_failed;
	mb_buf_release(&marker);
}

/* --- tables ------------------------------------------------------------ */

static void open_row(struct html *html, struct frame *frame)
{
	struct frame *table = innermost(html, TAG_TABLE);

	frame->first_block = html->blocks->n;
	frame->is_simple_row = !table || !table->is_layout;
}

static void close_cell(struct html *html, const struct frame *frame)
{
	struct frame *row = innermost(html, TAG_ROW);
	size_t n = html->blocks->n - frame->cell_start;

	if (!row)
		return;
	if (row->n_cells < UINT16_MAX)
		row->n_cells++;
	for (size_t i = frame->cell_start; i < html->blocks->n; i++)
		html->blocks->items[i].column = row->n_cells;
	if (n > 1 || (n == 1 &&
		      html->blocks->items[frame->cell_start].kind == BLOCK_ROW))
		row->is_simple_row = false;
}

/*
 * Cells of one block each make a row; anything else is only laid out so, like
 * a row that the content begins in.
 */
static void close_row(struct html *html, const struct frame *frame)
{
	if (html->has_content && frame->first_block < html->n_outside)
		return;
	if (frame->is_simple_row && html->blocks->n > frame->first_block)
		blocks_make_row(html->blocks, frame->first_block);
}

/* --- elements that open ------------------------------------------------ */

static void begin_content(struct html *html)
{
	if (!html->has_content) {
		html->has_content = true;
		html->n_outside = html->blocks->n;
	}
	html->n_content++;
}

/* Applies the site's rules to an element that opens. */
static void apply_rules(struct html *html, struct frame *frame, const char *tag,
			const char *const *attributes)
{
	const struct site_rule *rule;

	for (size_t i = 0; (rule = site_rule(tag, attributes, i)); i++) {
		switch (rule->effect) {
		case SITE_SKIP:
			frame->skips = true;
			break;
		case SITE_TRAIL:
			frame->skips = frame->is_trail = true;
			break;
		case SITE_CONTENT:
			frame->is_content = true;
			break;
		case SITE_MARK:
			if (html->gather.mark == MARK_NONE)
				html->gather.mark = rule->mark;
			break;
		case SITE_MARK_HERE:
			if (html->gather.n_skips == 0)
				html->gather.mark_here = rule->mark;
			break;
		case SITE_LAYOUT:
			frame->is_layout = true;
			break;
		case SITE_CUT:
			frame->is_cut = html->gather.mark == MARK_TEXT;
			break;
		}
	}
}

static void open_role(struct html *html, struct frame *frame, const char *tag,
		      const char *const *attributes)
{
	switch (frame->role) {
	case TAG_HEADING:
		html->gather.heading_level = (uint8_t)(tag[1] - '0');
		break;
	case TAG_LIST:
		html->gather.n_lists++;
		frame->list = html_list_of(tag, attributes);
		break;
	case TAG_ENTRY:
		html->gather.n_entries++;
		set_marker(html);
		break;
	case TAG_ROW:
		open_row(html, frame);
		break;
	case TAG_CELL:
		frame->cell_start = html->blocks->n;
		break;
	case TAG_BOLD:
		frame->is_bold = true;
		break;
	case TAG_LINK:
		take_link(html, frame, attributes);
		break;
	case TAG_TITLE:
		html->is_title = true;
		break;
	case TAG_META:
		page_take_meta(html->blocks, attributes);
		break;
	case TAG_HTML:
		page_take_language(html->blocks, attributes);
		break;
	default:
		break;
	}
}

static void on_open(void *user, const xmlChar *name, const xmlChar **values)
{
	struct html *html = user;
	struct gather *gather = &html->gather;
	const char *tag = (const char *)name;
	const char *const *attributes = (const char *const *)values;
	enum tag_role role = tag_role_of(tag);
	struct frame *frame;

	if (html->n_trails > 0 && (role == TAG_ENTRY || role == TAG_LINK))
		mb_buf_add(&html->trail, MB_STR(" > "));
	if (role == TAG_BREAK)
		gather_break(gather);
	if (tag_ends_block(role))
		gather_end(gather);
	if (html->n_frames == MAX_FRAMES) {
		html->n_too_deep++;
		return;
	}
	frame = &html->frames[html->n_frames];
	*frame = (struct frame){ .role = role, .outer_mark = gather->mark };
	frame->is_bold = tag_has_bold_style(attributes);
	apply_rules(html, frame, tag, attributes);
	open_role(html, frame, tag, attributes);
	html->n_frames++;
	html->n_trails += frame->is_trail;
	gather->n_skips += frame->skips;
	gather->n_bolds += frame->is_bold;
	gather->n_links += frame->is_link;
	gather->n_files += frame->is_file;
	if (frame->is_link && gather->n_skips == 0 &&
	    gather->n_links_here < UINT16_MAX)
		gather->n_links_here++;
	if (frame->is_content)
		begin_content(html);
	if (frame->is_cut && gather->n_skips == 0)
		gather->is_cut = true;
}

/* --- elements that close ----------------------------------------------- */

static void close_role(struct html *html, const struct frame *frame)
{
	switch (frame->role) {
	case TAG_HEADING:
		html->gather.heading_level = 0;
		break;
	case TAG_LIST:
		html->gather.n_lists--;
		break;
	case TAG_ENTRY:
		html->gather.n_entries--;
		if (html->gather.n_skips == 0)
			html->gather.marker = (struct mb_str){ NULL, 0 };
		break;
	case TAG_CELL:
		close_cell(html, frame);
		break;
	case TAG_ROW:
		close_row(html, frame);
		break;
	case TAG_TITLE:
		html->is_title = false;
		page_take_title(html->blocks, mb_buf_str(&html->title));
		mb_buf_truncate(&html->title, 0);
		break;
	default:
		break;
	}
}

static void on_close(void *user, const xmlChar *name)
{
	struct html *html = user;
	struct gather *gather = &html->gather;
	struct frame *frame;

	if (html->n_too_deep > 0) {
		html->n_too_deep--;
		return;
	}
	if (html->n_frames == 0)
		return;
	frame = &html->frames[html->n_frames - 1];
	if (tag_ends_block(tag_role_of((const char *)name)))
		gather_end(gather);
	html->n_frames--;
	html->n_trails -= frame->is_trail;
	gather->n_skips -= frame->skips;
	gather->n_bolds -= frame->is_bold;
	gather->n_links -= frame->is_link;
	gather->n_files -= frame->is_file;
	gather->mark = frame->outer_mark;
	close_role(html, frame);
	if (frame->is_content)
		html->n_content--;
}

/* --- what stands between elements -------------------------------------- */

static void on_text(void *user, const xmlChar *chars, int n)
{
	struct html *html = user;
	struct mb_str text = { (const char *)chars, (size_t)n };

	if (html->is_title) {
		mb_buf_add(&html->title, text); /* it comes in pieces */
		return;
	}
	if (html->n_trails > 0)
		mb_buf_add(&html->trail, text);
	if (html->gather.n_skips > 0 ||
	    (html->has_content && html->n_content == 0))
		return;
	if (html->n_frames > 0 && html->frames[html->n_frames - 1].is_cut)
		return;
	gather_text(&html->gather, text, current_line(html));
}

static void on_comment(void *user, const xmlChar *value)
{
	struct html *html = user;

	page_take_comment(html->blocks, mb_str_of((const char *)value));
}

/* --- the parser -------------------------------------------------------- */

static void on_end(void *user)
{
	struct html *html = user;

	html->has_ended = true;
}

static void on_error(void *user, const char *message, ...)
{
	(void)user; /* every page is broken somewhere */
	(void)message;
}

/*
 * Whether the lines of the text are the only structure there is: a fragment
 * with a tag here and there.
 */
static bool has_only_lines(struct mb_str text)
{
	static const char *const tags[] = { "<p", "<br", "<div", "<td", "<tr" };
	size_t n_tags = 0;
	size_t n_lines = mb_str_count(text, '\n');

	for (size_t i = 0; i < sizeof(tags) / sizeof(*tags); i++) {
		struct mb_str rest = text;
		size_t at;

		while ((at = mb_str_find_nocase(rest, mb_str_of(tags[i]))) !=
		       MB_STR_NONE) {
			rest = mb_str_drop(rest, at + 2);
			n_tags++;
		}
	}
	return n_lines > 3 && n_tags * 8 < n_lines;
}

/* What was outside the content is dropped when the content has ended. */
static void drop_outside(struct html *html)
{
	struct blocks *blocks = html->blocks;
	size_t n = blocks->n - html->n_outside;

	if (html->n_outside > 0 && n > 0)
		memmove(blocks->items, blocks->items + html->n_outside,
			n * sizeof(*blocks->items));
	blocks->n = n;
	html->n_outside = 0;
}

static void parse(struct html *html, struct mb_str text)
{
	htmlSAXHandler sax = {
		.endDocument = on_end,
		.startElement = on_open,
		.endElement = on_close,
		.characters = on_text,
		.cdataBlock = on_text,
		.ignorableWhitespace = on_text,
		.comment = on_comment,
		.error = on_error,
		.warning = on_error,
	};

	*html->parser->sax = sax;
	html->parser->userData = html;
	htmlCtxtReadMemory(html->parser, text.ptr, (int)text.len, NULL, "UTF-8",
			   HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
			       HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
			       HTML_PARSE_IGNORE_ENC);
	gather_end(&html->gather);
	/* it does not always say that it could not even begin */
	html->blocks->has_failed |= (!html->has_ended && text.len > 0) ||
				    html->parser->errNo == XML_ERR_NO_MEMORY;
}

static void parse_all(struct html *html, struct mb_str text)
{
	struct blocks *blocks = html->blocks;

	html->parser = htmlNewParserCtxt();
	if (!html->parser) {
		blocks->has_failed = true;
		return;
	}
	html->gather.blocks = blocks;
	html->gather.keeps_lines = has_only_lines(text);
	parse(html, text);
	blocks->has_failed |= html->gather.text.has_failed ||
			      html->trail.has_failed || html->title.has_failed;
	htmlFreeParserCtxt(html->parser);
}

static void release(struct html *html)
{
	mb_buf_release(&html->gather.text);
	mb_buf_release(&html->title);
	mb_buf_release(&html->trail);
}

void format_html(const struct source *source, struct blocks *blocks)
{
	struct html html = { .blocks = blocks };

	parse_all(&html, source->text);
	if (html.has_content)
		drop_outside(&html);
	if (!blocks->is_sectioned)
		menus_drop(blocks);
	blocks->page.trail = blocks_clean(blocks, mb_buf_str(&html.trail));
	release(&html);
}

void format_html_fragment(struct mb_str text, enum block_mark mark,
			  uint32_t n_lines_above, struct blocks *blocks)
{
	struct html html = { .blocks = blocks,
			     .n_lines_above = n_lines_above,
			     .gather = { .mark = mark } };

	parse_all(&html, text);
	release(&html);
}
