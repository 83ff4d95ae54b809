#include "charset.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>

#include "minutebook/text.h"

/* --- what is declared -------------------------------------------------- */

static bool is_charset_char(char c)
{
	return mb_is_alnum(c) || c == '-' || c == '_' || c == ':' || c == '.';
}

/* The word behind "charset=" or "encoding=", with or without quotes. */
static struct mb_str value_behind(struct mb_str s, struct mb_str key)
{
	size_t at = mb_str_find_nocase(s, key);
	size_t n = 0;

	if (at == MB_STR_NONE)
		return (struct mb_str){ NULL, 0 };
	s = mb_str_trim(mb_str_drop(s, at + key.len));
	if (s.len == 0 || s.ptr[0] != '=')
		return (struct mb_str){ NULL, 0 };
	s = mb_str_trim(mb_str_drop(s, 1));
	if (s.len > 0 && (s.ptr[0] == '"' || s.ptr[0] == '\''))
		s = mb_str_drop(s, 1);
	while (n < s.len && is_charset_char(s.ptr[n]))
		n++;
	return mb_str_take(s, n);
}

struct mb_str charset_declared(struct mb_str bytes)
{
	struct mb_str head =
	    mb_str_take(bytes, bytes.len < 2048 ? bytes.len : 2048);
	struct mb_str found;

	if (mb_str_starts_nocase(mb_str_trim(head), MB_STR("<?xml"))) {
		found = value_behind(head, MB_STR("encoding"));
		if (found.len > 0)
			return found;
	}
	return value_behind(head, MB_STR("charset"));
}

/* --- what the bytes say ------------------------------------------------ */

struct mark {
	struct mb_str bytes;
	const char *charset;
	size_t unit; /* bytes */
};

static const struct mark marks[] = {
	{ { "\xEF\xBB\xBF", 3 }, "utf-8", 1 },
	{ { "\xFF\xFE\0\0", 4 }, "utf-32le", 4 },
	{ { "\0\0\xFE\xFF", 4 }, "utf-32be", 4 },
	{ { "\xFF\xFE", 2 }, "utf-16le", 2 },
	{ { "\xFE\xFF", 2 }, "utf-16be", 2 },
};

static const struct mark *find_mark(struct mb_str bytes)
{
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (mb_str_starts(bytes, marks[i].bytes))
			return &marks[i];
	return NULL;
}

/* In UTF-16, Western text has a NUL in every other place. */
static const char *guess_utf16(struct mb_str bytes)
{
	size_t n = bytes.len < 4096 ? bytes.len & ~(size_t)1 : 4096;
	size_t nul[2] = { 0, 0 };

	for (size_t i = 0; i < n; i++)
		nul[i % 2] += bytes.ptr[i] == '\0';
	if (n < 4)
		return NULL;
	if (nul[1] * 10 > n * 3 && nul[0] * 20 < n)
		return "utf-16le";
	if (nul[0] * 10 > n * 3 && nul[1] * 20 < n)
		return "utf-16be";
	return NULL;
}

/* Valid characters beyond ASCII against bytes that belong to none. */
static bool is_nearly_utf8(struct mb_str bytes)
{
	size_t n_valid = 0, n_invalid = 0;
	uint32_t c;

	while (bytes.len > 0) {
		size_t before = bytes.len;

		mb_utf8_next(&bytes, &c);
		if (before - bytes.len > 1)
			n_valid++;
		else if (c == 0xFFFD)
			n_invalid++;
	}
	return n_valid >= 4 * n_invalid;
}

/* --- decoding ---------------------------------------------------------- */

/* The upper half of windows-1252; 0 where it has no character. */
static uint32_t windows_1252(unsigned char byte)
{
	static const uint16_t c1[32] = {
		0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
		0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
		0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
		0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
	};

	return byte >= 0x80 && byte < 0xA0 ? c1[byte - 0x80] : byte;
}

/*
 * UTF-8 with odd bytes of windows-1252 in it (@is_utf8), or windows-1252.
 * True when a byte had no meaning at all.
 */
static bool decode_bytes(struct mb_str bytes, bool is_utf8, struct mb_buf *out)
{
	bool was_repaired = false;

	while (bytes.len > 0) {
		struct mb_str rest = bytes;
		uint32_t c;

		if (is_utf8 && mb_utf8_next(&rest, &c) &&
		    (bytes.len - rest.len > 1 || c != 0xFFFD)) {
			mb_buf_add(out,
				   mb_str_take(bytes, bytes.len - rest.len));
			bytes = rest;
			continue;
		}
		c = windows_1252((unsigned char)bytes.ptr[0]);
		was_repaired |= is_utf8 || c == 0;
		if (bytes.ptr[0] != '\0')
			mb_buf_add_utf8(out, c != 0 ? c : 0xFFFD);
		bytes = mb_str_drop(bytes, 1);
	}
	return was_repaired;
}

/*
 * False when iconv does not know the charset or the bytes do not fit it.  With
 * @unit, the size of the charset's units, what does not fit is replaced, unit
 * by unit, so that the text behind it stays in step; with 0 decoding ends.
 */
static bool decode_iconv(struct mb_str bytes, const char *charset, size_t unit,
			 struct mb_buf *out)
{
	iconv_t cd = iconv_open("UTF-8", charset);
	char *in = (char *)(uintptr_t)bytes.ptr; /* iconv does not write it */
	size_t n_in = bytes.len;
	bool fits = true;

	if (cd == (iconv_t)-1)
		return false;
	while (n_in > 0 && (fits || unit > 0) && !out->has_failed) {
		char chunk[4096];
		char *to = chunk;
		size_t room = sizeof(chunk);
		size_t rc = iconv(cd, &in, &n_in, &to, &room);

		mb_buf_add(out, (struct mb_str){ chunk, (size_t)(to - chunk) });
		if (rc != (size_t)-1 || errno == E2BIG)
			continue;
		fits = false;
		if (unit > 0) { /* a broken or unfinished character */
			size_t skip = n_in < unit ? n_in : unit;

			mb_buf_add_utf8(out, 0xFFFD);
			in += skip;
			n_in -= skip;
		}
	}
	iconv_close(cd);
	return fits;
}

/* Names under which windows-1252 goes about. */
static bool means_windows_1252(struct mb_str name)
{
	static const char *const names[] = {
		"iso-8859-1", "latin1",       "iso8859-1", "us-ascii",
		"ascii",      "windows-1252", "cp1252",    "iso_8859-1",
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (mb_str_equal_nocase(name, mb_str_of(names[i])))
			return true;
	return false;
}

/* A declared charset worth trying, as a C string in @name. */
static bool usable_name(struct mb_str declared, char *name, size_t size)
{
	if (declared.len == 0 || declared.len >= size ||
	    means_windows_1252(declared) ||
	    mb_str_starts_nocase(declared, MB_STR("utf")))
		return false;
	for (size_t i = 0; i < declared.len; i++)
		name[i] = mb_to_lower(declared.ptr[i]);
	name[declared.len] = '\0';
	return true;
}

/* Writes the text to @buf and says by which charset. */
static struct mb_str decode_as(struct mb_str bytes, struct mb_str declared,
			       struct mb_buf *buf, bool *was_repaired)
{
	const struct mark *mark = find_mark(bytes);
	const char *utf16;
	char name[32];

	if (mark) {
		bytes = mb_str_drop(bytes, mark->bytes.len);
		if (mark == &marks[0])
			*was_repaired = decode_bytes(bytes, true, buf);
		else
			*was_repaired = !decode_iconv(bytes, mark->charset,
						      mark->unit, buf);
		return mb_str_of(mark->charset);
	}
	utf16 = guess_utf16(bytes);
	if (utf16) {
		*was_repaired = !decode_iconv(bytes, utf16, 2, buf);
		return mb_str_of(utf16);
	}
	if (is_nearly_utf8(bytes)) {
		*was_repaired = decode_bytes(bytes, true, buf);
		return MB_STR("utf-8");
	}
	/* a page that says "unicode" in ASCII is not in it */
	if (usable_name(declared, name, sizeof(name)) &&
	    decode_iconv(bytes, name, 0, buf) &&
	    mb_str_find(mb_buf_str(buf), declared) != MB_STR_NONE)
		return declared;
	mb_buf_truncate(buf, 0);
	*was_repaired = decode_bytes(bytes, false, buf);
	return MB_STR("windows-1252");
}

/* LF for CR LF and CR; no NULs.  In place: text only becomes shorter. */
static void straighten_lines(struct mb_buf *buf)
{
	size_t to = 0;
	char before = '\0';

	for (size_t i = 0; i < buf->len; i++) {
		char c = buf->ptr[i];

		if (c != '\0' && !(c == '\n' && before == '\r'))
			buf->ptr[to++] = c == '\r' ? '\n' : c;
		before = c;
	}
	buf->len = to;
}

int charset_decode(struct mb_str bytes, struct mb_str declared,
		   struct mb_arena *arena, struct decoded *out,
		   struct mb_err *err)
{
	struct mb_buf buf = MB_BUF_INIT;
	bool was_repaired = false;
	struct mb_str charset, text;
	int rc;

	charset = decode_as(bytes, declared, &buf, &was_repaired);
	straighten_lines(&buf);
	rc = mb_buf_move(&buf, arena, &text, err);
	mb_buf_release(&buf);
	if (rc == MB_OK)
		*out = (struct decoded){ text, charset, was_repaired };
	return rc;
}

void charset_append(struct mb_str bytes, const char *charset,
		    struct mb_buf *out)
{
	size_t before = out->len;

	if (!means_windows_1252(mb_str_of(charset)) &&
	    (decode_iconv(bytes, charset, 1, out) || out->len > before))
		return;
	decode_bytes(bytes, false, out);
}
