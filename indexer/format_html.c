/*
 * HTML through libxml2's SAX parser, which forgives everything that browsers
 * forgive.  It is given decoded UTF-8, told to keep off the network, and
 * builds no tree.
 *
 * Text gathers in a buffer until something ends it (flush), and then becomes
 * a block.  Each open element has a frame that remembers what to undo when it
 * ends.
 */
#include "format.h"

#include <stdlib.h>
#include <string.h>

#include "lines.h"
#include "minutebook/text.h"
#include "site.h"
#include "tags.h"

#include <libxml/HTMLparser.h>

/* Elements nested deeper still give their text, but mean nothing. */
#define MAX_FRAMES 256

struct frame {
	enum tag_role role;
	enum block_mark outer_mark;
	bool skips, is_trail, is_content, is_bold, is_cut;
	bool is_layout;     /* of a table */
	char list_style;    /* of a list: '1', 'a', 'i', or a bullet's 0 */
	int list_next;      /* its next number */
	size_t first_block; /* of a row */
	bool is_simple_row; /* each cell has at most one block */
	size_t cell_start;  /* of a cell: its first block */
};

struct html {
	htmlParserCtxtPtr parser;
	struct blocks *blocks;
	struct frame frames[MAX_FRAMES];
	size_t n_frames, n_too_deep;
	int n_skips, n_trails, n_bolds, n_content; /* open elements */
	struct mb_buf trail;
	size_t n_outside; /* blocks before the content began */
	bool has_content; /* the page marks where it is */
	bool keeps_lines; /* line ends in the text are line ends */

	/* the block that is gathering */
	struct mb_buf text;
	uint32_t line;
	enum block_mark mark, mark_here;
	bool has_plain, has_bold, is_cut, is_title;
	uint8_t heading_level;
	uint8_t n_blank;
	struct mb_str marker; /* of the entry that begins */
	int n_lists;
	int n_entries;
	uint64_t site_id;
	struct mb_str href;
};

/* --- ending a block ---------------------------------------------------- */

static uint32_t current_line(const struct html *html)
{
	int line = xmlSAX2GetLineNumber(html->parser);

	return line > 0 ? (uint32_t)line : 0;
}

static bool is_blank_text(struct mb_str s)
{
	uint32_t c;

	while (mb_utf8_next(&s, &c))
		if (!mb_is_blank(c) && !mb_is_invisible(c))
			return false;
	return true;
}

static enum block_kind kind_of(const struct html *html)
{
	if (html->heading_level > 0)
		return BLOCK_HEADING;
	if (html->n_entries > 0)
		return BLOCK_ENTRY;
	return html->keeps_lines ? BLOCK_LINE : BLOCK_PARAGRAPH;
}

static void add_block(struct html *html, struct mb_str text, uint32_t line)
{
	struct block block = {
		.kind = kind_of(html),
		.mark = html->mark_here ? html->mark_here : html->mark,
		.text = text,
		.marker = html->marker,
		.href = html->href,
		.site_id = html->site_id,
		.line = line,
		.indent = (uint16_t)html->n_lists,
		.level = html->heading_level,
		.n_blank = html->n_blank,
		.is_bold = html->has_bold && !html->has_plain,
		.is_cut = html->is_cut,
	};

	block.text = mb_str_trim(block.text);
	while (block.text.len > 1 &&
	       mb_str_starts(block.text, MB_STR("\xC2\xA0")))
		block.text = mb_str_trim(mb_str_drop(block.text, 2));
	if (block.kind != BLOCK_ENTRY &&
	    lines_cut_bullet(&block.text, &block.marker))
		block.kind = BLOCK_ENTRY;
	if (blocks_add(html->blocks, &block))
		html->marker = (struct mb_str){ NULL, 0 };
	html->n_blank = 0;
}

/* One block for each line of the text. */
static void add_lines(struct html *html, struct mb_str text)
{
	uint32_t line = html->line;
	struct mb_str part;

	for (; mb_str_next_line(&text, &part); line++) {
		if (!is_blank_text(part))
			add_block(html, part, line);
		else if (html->n_blank < UINT8_MAX)
			html->n_blank++;
	}
}

static void forget_block(struct html *html)
{
	mb_buf_truncate(&html->text, 0);
	html->mark_here = MARK_NONE;
	html->has_plain = html->has_bold = html->is_cut = false;
	html->site_id = 0;
	html->href = (struct mb_str){ NULL, 0 };
}

/* What has gathered becomes a block, or several. */
static void flush(struct html *html)
{
	struct mb_str text = mb_buf_str(&html->text);
	bool is_blank = is_blank_text(text);

	if (html->n_skips == 0 && (!is_blank || html->site_id != 0)) {
		if (html->keeps_lines && !is_blank)
			add_lines(html, text);
		else
			add_block(html, text, html->line);
	}
	forget_block(html);
}

/* --- the page's own facts ---------------------------------------------- */

static const char *attribute(const char *const *attributes, const char *name)
{
	for (size_t i = 0; attributes && attributes[i]; i += 2)
		if (!strcmp(attributes[i], name))
			return attributes[i + 1];
	return NULL;
}

static void take_meta(struct html *html, const char *const *attributes)
{
	struct page_facts *page = &html->blocks->page;
	const char *name = attribute(attributes, "name");
	struct mb_str key =
	    mb_str_of(name ? name : attribute(attributes, "property"));
	struct mb_str content = mb_str_of(attribute(attributes, "content"));

	if (mb_str_equal_nocase(key, MB_STR("DC.title")))
		page->subject = blocks_clean(html->blocks, content);
	else if (mb_str_equal_nocase(key, MB_STR("DC.date")))
		mb_date_parse_iso(mb_str_trim(content), &page->date);
	else if (mb_str_equal_nocase(key, MB_STR("og:url")) &&
		 page->url.len == 0)
		page->url = blocks_clean(html->blocks, content);
}

static void take_language(struct html *html, const char *const *attributes)
{
	struct mb_str lang = mb_str_of(attribute(attributes, "lang"));

	if (mb_str_starts_nocase(lang, MB_STR("cy")))
		html->blocks->page.language = MB_STR("cy");
	else if (mb_str_starts_nocase(lang, MB_STR("en")))
		html->blocks->page.language = MB_STR("en");
}

/* An anchor may number an item, and a link may name a document. */
static void take_link(struct html *html, const char *const *attributes)
{
	struct mb_str name = mb_str_of(attribute(attributes, "name"));
	struct mb_str href = mb_str_of(attribute(attributes, "href"));
	unsigned long id;

	if (mb_str_starts(name, MB_STR("AI"))) {
		name = mb_str_drop(name, 2);
		if (mb_str_number(&name, 999999999, &id) && name.len == 0)
			html->site_id = id;
	}
	if (href.len == 0)
		return;
	if (html->blocks->page.site_meeting == 0)
		html->blocks->page.site_meeting = site_ids_of(href).meeting;
	if (html->mark == MARK_DOCUMENT || html->mark == MARK_ITEM_TITLE)
		html->href = blocks_clean(html->blocks, href);
}

/* --- lists ------------------------------------------------------------- */

static void open_list(struct html *html, struct frame *frame, const char *tag,
		      const char *const *attributes)
{
	const char *type = attribute(attributes, "type");
	struct mb_str start = mb_str_of(attribute(attributes, "start"));
	unsigned long n = 1;

	html->n_lists++;
	mb_str_number(&start, 99999999, &n);
	frame->list_next = (int)n;
	frame->list_style = '\0';
	if (!strcmp(tag, "ol"))
		frame->list_style =
		    type && strchr("aAiI", type[0]) ? type[0] : '1';
}

static struct frame *innermost(struct html *html, enum tag_role role)
{
	for (size_t i = html->n_frames; i > 0; i--)
		if (html->frames[i - 1].role == role)
			return &html->frames[i - 1];
	return NULL;
}

static void add_roman(struct mb_buf *out, int n)
{
	static const struct {
		int value;
		const char *text;
	} digits[] = { { 50, "l" }, { 40, "xl" }, { 10, "x" }, { 9, "ix" },
		       { 5, "v" },  { 4, "iv" },  { 1, "i" } };

	for (size_t i = 0; n > 0 && n < 90 && i < 7;)
		if (n >= digits[i].value) {
			mb_buf_add(out, mb_str_of(digits[i].text));
			n -= digits[i].value;
		} else {
			i++;
		}
}

/* The marker that a browser shows before the next entry. */
static void set_marker(struct html *html)
{
	struct frame *list = innermost(html, TAG_LIST);
	struct mb_buf marker = MB_BUF_INIT;
	int n = list ? list->list_next++ : 0;

	switch (list ? list->list_style : '\0') {
	case '\0':
		mb_buf_add(&marker, MB_STR("\xE2\x80\xA2"));
		break;
	case 'a':
	case 'A':
		mb_buf_add_format(&marker, "%c)", 'a' + (n - 1) % 26);
		break;
	case 'i':
	case 'I':
		add_roman(&marker, n);
		mb_buf_add_char(&marker, ')');
		break;
	default:
		mb_buf_add_format(&marker, "%d.", n);
	}
	html->marker = blocks_clean(html->blocks, mb_buf_str(&marker));
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
	if (n > 1 || (n == 1 &&
		      html->blocks->items[frame->cell_start].kind == BLOCK_ROW))
		row->is_simple_row = false;
}

/* Cells of one block each make a row; anything else is only laid out so. */
static void close_row(struct html *html, const struct frame *frame)
{
	if (frame->is_simple_row && html->blocks->n > frame->first_block)
		blocks_make_row(html->blocks, frame->first_block);
}

/* --- elements ---------------------------------------------------------- */

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
			if (html->mark == MARK_NONE)
				html->mark = rule->mark;
			break;
		case SITE_MARK_HERE:
			html->mark_here = rule->mark;
			break;
		case SITE_LAYOUT:
			frame->is_layout = true;
			break;
		case SITE_CUT:
			frame->is_cut = html->mark == MARK_TEXT;
			break;
		}
	}
}

static void open_role(struct html *html, struct frame *frame, const char *tag,
		      const char *const *attributes)
{
	switch (frame->role) {
	case TAG_HEADING:
		html->heading_level = (uint8_t)(tag[1] - '0');
		break;
	case TAG_LIST:
		open_list(html, frame, tag, attributes);
		break;
	case TAG_ENTRY:
		html->n_entries++;
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
		take_link(html, attributes);
		break;
	case TAG_TITLE:
		html->is_title = true;
		break;
	case TAG_META:
		take_meta(html, attributes);
		break;
	case TAG_HTML:
		take_language(html, attributes);
		break;
	default:
		break;
	}
}

static bool ends_block(enum tag_role role)
{
	return role != TAG_INLINE && role != TAG_BOLD && role != TAG_LINK &&
	       role != TAG_META && role != TAG_BREAK;
}

static bool has_bold_style(const char *const *attributes)
{
	struct mb_str style = mb_str_of(attribute(attributes, "style"));
	size_t at = mb_str_find_nocase(style, MB_STR("font-weight"));

	if (at == MB_STR_NONE)
		return false;
	style = mb_str_drop(style, at + 11);
	while (style.len > 0 && (style.ptr[0] == ':' || style.ptr[0] == ' '))
		style = mb_str_drop(style, 1);
	return mb_str_starts_nocase(style, MB_STR("bold")) ||
	       mb_str_starts(style, MB_STR("700"));
}

static void add_break(struct html *html)
{
	struct mb_str text = mb_buf_str(&html->text);

	if (is_blank_text(text)) {
		if (html->n_blank < UINT8_MAX)
			html->n_blank++;
		return;
	}
	if (html->mark == MARK_NONE || html->mark == MARK_TEXT)
		flush(html); /* a line of its own */
	else
		mb_buf_add_char(&html->text, ' ');
}

static void on_open(void *user, const xmlChar *name, const xmlChar **values)
{
	struct html *html = user;
	const char *tag = (const char *)name;
	const char *const *attributes = (const char *const *)values;
	enum tag_role role = tag_role_of(tag);
	struct frame *frame;

	if (html->n_trails > 0 && (role == TAG_ENTRY || role == TAG_LINK))
		mb_buf_add(&html->trail, MB_STR(" > "));
	if (role == TAG_BREAK)
		add_break(html);
	if (ends_block(role))
		flush(html);
	if (html->n_frames == MAX_FRAMES) {
		html->n_too_deep++;
		return;
	}
	frame = &html->frames[html->n_frames];
	*frame = (struct frame){ .role = role, .outer_mark = html->mark };
	frame->is_bold = has_bold_style(attributes);
	apply_rules(html, frame, tag, attributes);
	open_role(html, frame, tag, attributes);
	html->n_frames++;
	html->n_skips += frame->skips;
	html->n_trails += frame->is_trail;
	html->n_bolds += frame->is_bold;
	if (frame->is_content)
		begin_content(html);
	if (frame->is_cut)
		html->is_cut = true;
}

static void close_role(struct html *html, const struct frame *frame)
{
	switch (frame->role) {
	case TAG_HEADING:
		html->heading_level = 0;
		break;
	case TAG_LIST:
		html->n_lists--;
		break;
	case TAG_ENTRY:
		html->n_entries--;
		html->marker = (struct mb_str){ NULL, 0 };
		break;
	case TAG_CELL:
		close_cell(html, frame);
		break;
	case TAG_ROW:
		close_row(html, frame);
		break;
	case TAG_TITLE:
		html->is_title = false;
		break;
	default:
		break;
	}
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

static void on_close(void *user, const xmlChar *name)
{
	struct html *html = user;
	struct frame *frame;

	if (html->n_too_deep > 0) {
		html->n_too_deep--;
		return;
	}
	if (html->n_frames == 0)
		return;
	frame = &html->frames[html->n_frames - 1];
	if (ends_block(tag_role_of((const char *)name)))
		flush(html);
	html->n_frames--;
	html->n_skips -= frame->skips;
	html->n_trails -= frame->is_trail;
	html->n_bolds -= frame->is_bold;
	html->mark = frame->outer_mark;
	close_role(html, frame);
	if (frame->is_content)
		html->n_content--;
}

/*
 * Notes where a block begins.  The parser stands behind @text when it gives
 * it, so that the line ends in it are to be taken back.
 */
static void set_line(struct html *html, struct mb_str text)
{
	uint32_t line = current_line(html);
	uint32_t n_inside = (uint32_t)mb_str_count(text, '\n');
	bool is_first = html->keeps_lines
			    ? html->text.len == 0
			    : is_blank_text(mb_buf_str(&html->text));

	if (!is_first || line <= n_inside)
		return;
	html->line = line - n_inside;
	while (!html->keeps_lines && text.len > 0 && mb_is_space(text.ptr[0])) {
		html->line += text.ptr[0] == '\n';
		text = mb_str_drop(text, 1);
	}
}

static void on_text(void *user, const xmlChar *chars, int n)
{
	struct html *html = user;
	struct mb_str text = { (const char *)chars, (size_t)n };
	struct blocks *blocks = html->blocks;

	if (html->is_title) {
		if (blocks->page.title.len == 0)
			blocks->page.title = blocks_clean(blocks, text);
		return;
	}
	if (html->n_trails > 0)
		mb_buf_add(&html->trail, text);
	if (html->n_skips > 0 || (html->has_content && html->n_content == 0))
		return;
	if (html->n_frames > 0 && html->frames[html->n_frames - 1].is_cut)
		return;
	set_line(html, text);
	if (!is_blank_text(text)) {
		if (html->n_bolds > 0)
			html->has_bold = true;
		else
			html->has_plain = true;
	}
	mb_buf_add(&html->text, text);
}

/* <!-- saved from url=(0049)https://council.example/page --> */
static void on_comment(void *user, const xmlChar *value)
{
	struct html *html = user;
	struct mb_str text = mb_str_trim(mb_str_of((const char *)value));
	size_t at;

	if (!mb_str_starts(text, MB_STR("saved from url=(")))
		return;
	at = mb_str_find_char(text, ')');
	if (at != MB_STR_NONE && html->blocks->page.url.len == 0)
		html->blocks->page.url =
		    blocks_clean(html->blocks, mb_str_drop(text, at + 1));
}

/* --- the parser -------------------------------------------------------- */

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

void format_html(const struct source *source, struct blocks *blocks)
{
	struct html html = { .blocks = blocks };
	htmlSAXHandler sax = {
		.startElement = on_open,
		.endElement = on_close,
		.characters = on_text,
		.cdataBlock = on_text,
		.ignorableWhitespace = on_text,
		.comment = on_comment,
		.error = on_error,
		.warning = on_error,
	};

	html.parser = htmlNewParserCtxt();
	if (!html.parser) {
		blocks->has_failed = true;
		return;
	}
	*html.parser->sax = sax;
	html.parser->userData = &html;
	html.keeps_lines = has_only_lines(source->text);
	htmlCtxtReadMemory(
	    html.parser, source->text.ptr, (int)source->text.len, NULL, "UTF-8",
	    HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
		HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
	flush(&html);
	if (html.has_content)
		drop_outside(&html);
	blocks->page.trail = blocks_clean(blocks, mb_buf_str(&html.trail));
	blocks->has_failed |= html.text.has_failed || html.trail.has_failed ||
			      html.parser->errNo == XML_ERR_NO_MEMORY;
	mb_buf_release(&html.text);
	mb_buf_release(&html.trail);
	htmlFreeParserCtxt(html.parser);
}
