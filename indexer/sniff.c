#include "sniff.h"

#include "minutebook/text.h"
#include "package.h"

/* --- binary formats ---------------------------------------------------- */

/* A PDF may have other bytes in front, as mail and web servers leave them. */
#define PDF_MAGIC_WITHIN 1024

static const struct {
	struct mb_str magic;
	const char *name;
} binaries[] = {
	{ { "%PDF-", 5 }, "a PDF file" },
	{ { "PK\3\4", 4 }, "a Word, OpenDocument or ZIP file" },
	{ { "PK\5\6", 4 }, "an empty ZIP file" },
	{ { "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8 }, "an old Office file" },
	{ { "\x89PNG", 4 }, "a PNG picture" },
	{ { "\xFF\xD8\xFF", 3 }, "a JPEG picture" },
	{ { "GIF8", 4 }, "a GIF picture" },
	{ { "II*\0", 4 }, "a TIFF picture" },
	{ { "MM\0*", 4 }, "a TIFF picture" },
	{ { "RIFF", 4 }, "a sound or picture file" },
	{ { "\x1F\x8B", 2 }, "a gzip file" },
	{ { "BZh", 3 }, "a bzip2 file" },
	{ { "\xFD"
	    "7zXZ",
	    5 },
	  "an xz file" },
	{ { "7z\xBC\xAF", 4 }, "a 7z file" },
	{ { "Rar!", 4 }, "a RAR file" },
	{ { "\x28\xB5\x2F\xFD", 4 }, "a zstd file" },
	{ { "SQLite format 3\0", 16 }, "an SQLite file" },
	{ { "\x7F"
	    "ELF",
	    4 },
	  "a program" },
	{ { "MZ\x90\0", 4 }, "a program" },
	{ { "ID3", 3 }, "a sound file" },
	{ { "OggS", 4 }, "a sound file" },
};

enum mb_format sniff_bytes(struct mb_str bytes)
{
	struct mb_str head = bytes;

	if (mb_str_starts(bytes, MB_STR("{\\rtf")))
		return MB_FORMAT_RTF;
	if (head.len > PDF_MAGIC_WITHIN)
		head = mb_str_take(head, PDF_MAGIC_WITHIN);
	if (mb_str_find(head, MB_STR("%PDF-")) != MB_STR_NONE)
		return MB_FORMAT_PDF;
	return package_format(bytes);
}

/* Where the header of a mail is to be found. */
#define MIME_WITHIN 8192

enum mime { MIME_NONE, MIME_MIXED, MIME_RELATED };

/* "Subject: Minutes", or what goes on with such a line. */
static bool is_mime_field(struct mb_str line)
{
	size_t n = 0;

	if (line.ptr[0] == ' ' || line.ptr[0] == '\t')
		return true;
	while (n < line.len && (mb_is_alnum(line.ptr[n]) || line.ptr[n] == '-'))
		n++;
	return n > 0 && n < line.len && line.ptr[n] == ':';
}

/* What a mail's header says of its parts: a page and what belongs to it? */
static enum mime mime_of(struct mb_str bytes)
{
	enum mime parts = MIME_NONE;
	bool is_mime = false;
	struct mb_str line;

	if (bytes.len > MIME_WITHIN)
		bytes = mb_str_take(bytes, MIME_WITHIN);
	while (mb_str_next_line(&bytes, &line) && line.len > 0) {
		if (!is_mime_field(line))
			return MIME_NONE;
		is_mime |= mb_str_starts_nocase(line, MB_STR("MIME-Version:"));
		if (!mb_str_starts_nocase(line, MB_STR("Content-Type:")))
			continue;
		line = mb_str_trim(mb_str_cut(line, ':').tail);
		if (mb_str_starts_nocase(line, MB_STR("multipart/related")))
			parts = MIME_RELATED;
		else if (mb_str_starts_nocase(line, MB_STR("multipart/")))
			parts = MIME_MIXED;
	}
	return is_mime ? parts : MIME_NONE;
}

const char *sniff_binary(struct mb_str bytes)
{
	enum mime mime = mime_of(bytes);

	for (size_t i = 0; i < sizeof(binaries) / sizeof(*binaries); i++)
		if (mb_str_starts(bytes, binaries[i].magic))
			return binaries[i].name;
	if (mime == MIME_RELATED)
		return "an MHTML file";
	return mime == MIME_MIXED ? "a mail in several parts" : NULL;
}

const char *sniff_advice(struct mb_str bytes)
{
	if (mb_str_starts(bytes, MB_STR("\xD0\xCF\x11\xE0")))
		return "LibreOffice makes a Word file of it that is "
		       "(soffice --convert-to docx)";
	if (mime_of(bytes) == MIME_RELATED)
		return "a browser saves the page as HTML, too";
	return NULL;
}

bool sniff_is_garbage(struct mb_str text)
{
	size_t n = 0, n_bad = 0;
	uint32_t c;

	if (text.len > 65536)
		text = mb_str_take(text, 65536);
	while (mb_utf8_next(&text, &c)) {
		n++;
		n_bad += c == 0xFFFD ||
			 (c < 0x20 && !mb_is_space((char)c) && c != 0x1A);
	}
	return n_bad * 50 > n;
}

/* --- tags -------------------------------------------------------------- */

/* Tags that are hardly ever written in plain text. */
static const char *const html_tags[] = {
	"!doctype html",
	"html",
	"head",
	"body",
	"div",
	"p",
	"span",
	"table",
	"tr",
	"td",
	"ul",
	"ol",
	"li",
	"br",
	"h1",
	"h2",
	"h3",
	"h4",
	"a",
	"b",
	"strong",
	"em",
	"i",
	"meta",
	"title",
	"hr",
	"font",
	"center",
};

static bool is_html_tag(struct mb_str after_bracket)
{
	struct mb_str s = after_bracket;

	if (s.len > 0 && s.ptr[0] == '/')
		s = mb_str_drop(s, 1);
	for (size_t i = 0; i < sizeof(html_tags) / sizeof(*html_tags); i++) {
		struct mb_str tag = mb_str_of(html_tags[i]);

		if (mb_str_starts_nocase(s, tag) &&
		    (s.len == tag.len || !mb_is_alnum(s.ptr[tag.len])))
			return true;
	}
	return false;
}

static size_t count_html_tags(struct mb_str text)
{
	size_t n = 0;

	for (;;) {
		size_t at = mb_str_find_char(text, '<');

		if (at == MB_STR_NONE)
			return n;
		text = mb_str_drop(text, at + 1);
		n += is_html_tag(text);
	}
}

/* --- markdown ---------------------------------------------------------- */

static bool has_front_matter(struct mb_str text)
{
	struct mb_str line;

	if (!mb_str_next_line(&text, &line) ||
	    !mb_str_equal(mb_str_trim(line), MB_STR("---")))
		return false;
	return mb_str_next_line(&text, &line) &&
	       mb_str_find_char(line, ':') != MB_STR_NONE;
}

/* Evidence in one line: 0, or more the surer it is. */
static int markdown_evidence(struct mb_str line)
{
	struct mb_str rest = line;
	unsigned long n;
	size_t n_marks = 0;

	while (n_marks < rest.len && rest.ptr[n_marks] == '#')
		n_marks++;
	rest = mb_str_drop(rest, n_marks);
	if (n_marks >= 1 && n_marks <= 6 && rest.len > 1 && rest.ptr[0] == ' ')
		return 2;
	if (mb_str_number(&rest, 99999, &n) && rest.len > 1 &&
	    rest.ptr[0] == '\\' && (rest.ptr[1] == '.' || rest.ptr[1] == ')'))
		return 2;
	if (mb_str_find(line, MB_STR("](http")) != MB_STR_NONE)
		return 2;
	if (mb_str_starts(line, MB_STR("**")) &&
	    mb_str_find(mb_str_drop(line, 2), MB_STR("**")) != MB_STR_NONE)
		return 1;
	return 0;
}

static bool is_markdown(struct mb_str text)
{
	struct mb_str line;
	int evidence = 0;

	if (has_front_matter(text))
		return true;
	while (evidence < 2 && mb_str_next_line(&text, &line))
		evidence += markdown_evidence(mb_str_trim(line));
	return evidence >= 2;
}

/* --- HTML or not ------------------------------------------------------- */

static bool is_html(struct mb_str text)
{
	struct mb_str head = mb_str_trim(text);
	size_t n_tags, n_lines;

	if (mb_str_starts_nocase(head, MB_STR("<!doctype html")) ||
	    mb_str_starts_nocase(head, MB_STR("<html")))
		return true;
	/* a web site's text: its tables stay HTML in Markdown */
	if (head.len > 0 && head.ptr[0] != '<' && is_markdown(text))
		return false;
	n_tags = count_html_tags(text);
	n_lines = mb_str_count(text, '\n') + 1;
	/* a page in fragments, or text with a tag here and there */
	return n_tags >= 2 && (n_tags * 10 >= n_lines || head.ptr[0] == '<');
}

/* --- XML --------------------------------------------------------------- */

/* Where the first element of a document is to be found. */
#define ROOT_WITHIN 1024

/*
 * XML whose elements are not those of HTML, for all that it may hold some:
 * what ModernGov's web service answers is full of escaped Word.
 */
static bool is_xml(struct mb_str text)
{
	struct mb_str head = mb_str_trim(text);

	if (head.len > ROOT_WITHIN)
		head = mb_str_take(head, ROOT_WITHIN);
	if (mb_str_find_nocase(head, MB_STR("<html")) != MB_STR_NONE)
		return false;
	return mb_str_starts(head, MB_STR("<?xml")) ||
	       mb_str_starts(head, MB_STR("<meeting>")) ||
	       mb_str_starts(head, MB_STR("<getmeeting"));
}

enum mb_format sniff_text(struct mb_str text)
{
	if (is_xml(text))
		return MB_FORMAT_XML;
	if (is_html(text))
		return MB_FORMAT_HTML;
	return is_markdown(text) ? MB_FORMAT_MARKDOWN : MB_FORMAT_TEXT;
}
