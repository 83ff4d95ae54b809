#include "minutebook/text.h"

#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

/* --- classes ----------------------------------------------------------- */

bool mb_is_letter(uint32_t c)
{
	utf8proc_category_t category;

	if (c < 0x80)
		return mb_is_alpha((char)c);
	category = utf8proc_category((utf8proc_int32_t)c);
	return category >= UTF8PROC_CATEGORY_LU &&
	       category <= UTF8PROC_CATEGORY_LO;
}

bool mb_has_letter(struct mb_str s)
{
	uint32_t c;

	while (mb_utf8_next(&s, &c))
		if (mb_is_letter(c))
			return true;
	return false;
}

bool mb_is_in_capitals(struct mb_str s)
{
	size_t n_upper = 0;
	uint32_t c;

	while (mb_utf8_next(&s, &c)) {
		if (mb_is_lower_letter(c))
			return false;
		n_upper += mb_is_upper_letter(c);
	}
	return n_upper >= 3;
}

bool mb_is_upper_letter(uint32_t c)
{
	if (c < 0x80)
		return mb_is_upper((char)c);
	return utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_LU;
}

bool mb_is_lower_letter(uint32_t c)
{
	if (c < 0x80)
		return mb_is_lower((char)c);
	return utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_LL;
}

uint32_t mb_lower_letter(uint32_t c)
{
	if (c < 0x80)
		return (uint32_t)(unsigned char)mb_to_lower((char)c);
	return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
}

bool mb_is_blank(uint32_t c)
{
	if (c < 0x80)
		return mb_is_space((char)c);
	return c == 0x85 || c == 0xA0 || c == 0x1680 ||
	       (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
	       c == 0x202F || c == 0x205F || c == 0x3000;
}

bool mb_is_hyphen(uint32_t c)
{
	return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 ||
	       c == 0xFE58 || c == 0xFE63 || c == 0xFF0D;
}

bool mb_is_apostrophe(uint32_t c)
{
	return c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x201B ||
	       c == 0x2BC || c == 0xB4 || c == '`' || c == 0x2032 ||
	       c == 0xFF07;
}

bool mb_is_bullet(uint32_t c)
{
	switch (c) {
	case 0xB7:   /* middle dot: what Word's Symbol font becomes */
	case 0x2022: /* bullet */
	case 0x2023:
	case 0x2043:
	case 0x204C:
	case 0x204D:
	case 0x2219:
	case 0x25A0: /* squares, triangles, circles */
	case 0x25A1:
	case 0x25AA:
	case 0x25AB:
	case 0x25B6:
	case 0x25BA:
	case 0x25C6:
	case 0x25CB:
	case 0x25CF:
	case 0x25D8:
	case 0x25E6:
	case 0x2666:
	case 0x2714: /* tick marks and arrows */
	case 0x2756:
	case 0x27A2:
	case 0x27A4:
		return true;
	default: /* the private use area of Symbol and Wingdings */
		return c >= 0xF020 && c <= 0xF0FF;
	}
}

bool mb_is_invisible(uint32_t c)
{
	return c == 0xAD || c == 0x61C || (c >= 0x200B && c <= 0x200F) ||
	       (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
	       c == 0xFEFF;
}

/* --- folding ----------------------------------------------------------- */

/* Letters that Unicode does not decompose, and what readers type for them. */
static const char *plain_letters(uint32_t c)
{
	switch (c) {
	case 0xC6:
	case 0xE6:
		return "ae";
	case 0x152:
	case 0x153:
		return "oe";
	case 0xD8:
	case 0xF8:
		return "o";
	case 0x141:
	case 0x142:
		return "l";
	case 0x110:
	case 0x111:
	case 0xD0:
	case 0xF0:
		return "d";
	case 0xDE:
	case 0xFE:
		return "th";
	case 0x131:
		return "i";
	case 0x1E9E:
	case 0xDF:
		return "ss";
	default:
		return NULL;
	}
}

static bool is_mark(utf8proc_int32_t c)
{
	utf8proc_category_t category = utf8proc_category(c);

	return category == UTF8PROC_CATEGORY_MN ||
	       category == UTF8PROC_CATEGORY_ME;
}

/* Characters that one can be made of. */
#define MAX_PARTS (MB_FOLD_BYTES / 4)

/* Whether a folded character is a part of a word. */
static bool is_word_char(uint32_t c)
{
	utf8proc_category_t category;

	if (c < 0x80)
		return mb_is_alnum((char)c);
	if (mb_is_apostrophe(c)) /* one of them counts as a letter */
		return false;
	category = utf8proc_category((utf8proc_int32_t)c);
	return (category >= UTF8PROC_CATEGORY_LU &&
		category <= UTF8PROC_CATEGORY_LO) ||
	       (category >= UTF8PROC_CATEGORY_ND &&
		category <= UTF8PROC_CATEGORY_NO);
}

/* The parts that @c is made of; itself when some would be signs (3/4). */
static size_t take_apart(uint32_t c, utf8proc_int32_t parts[MAX_PARTS])
{
	utf8proc_ssize_t n = utf8proc_decompose_char(
	    (utf8proc_int32_t)c, parts, MAX_PARTS,
	    UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD, NULL);
	bool is_whole = n < 0 || n > MAX_PARTS;

	for (utf8proc_ssize_t i = 0; i < n && !is_whole; i++)
		is_whole =
		    !is_mark(parts[i]) && !is_word_char((uint32_t)parts[i]);
	if (!is_whole)
		return (size_t)n;
	parts[0] = (utf8proc_int32_t)c;
	return 1;
}

/* One part of a character: how many bytes it has. */
static size_t fold_part(utf8proc_int32_t part, char *out)
{
	const char *plain = plain_letters((uint32_t)part);

	if (is_mark(part))
		return 0;
	if (!plain)
		return (size_t)utf8proc_encode_char(part,
						    (utf8proc_uint8_t *)out);
	memcpy(out, plain, strlen(plain));
	return strlen(plain);
}

size_t mb_fold_char(uint32_t c, char out[MB_FOLD_BYTES])
{
	utf8proc_int32_t parts[MAX_PARTS];
	size_t n, len = 0;

	if (c < 0x80) {
		out[0] = mb_to_lower((char)c);
		return 1;
	}
	if (mb_is_invisible(c))
		return 0;
	if (plain_letters(c))
		return fold_part((utf8proc_int32_t)c, out);
	n = take_apart(c, parts);
	for (size_t i = 0; i < n; i++)
		len += fold_part(parts[i], out + len);
	return len;
}

/* @word behind a space, unless it is the first since @start. */
static void add_word(struct mb_buf *out, size_t start, struct mb_str word)
{
	if (out->len > start)
		mb_buf_add_char(out, ' ');
	mb_buf_add(out, word);
}

void mb_fold(struct mb_buf *out, struct mb_str s)
{
	size_t start = out->len;
	bool in_gap = false;
	uint32_t c;

	while (mb_utf8_next(&s, &c)) {
		char folded[MB_FOLD_BYTES];
		size_t n;

		if (mb_is_invisible(c) || is_mark((utf8proc_int32_t)c))
			continue;
		if (c == '&') {
			add_word(out, start, MB_STR("and"));
			in_gap = true;
			continue;
		}
		if (!is_word_char(c)) {
			in_gap = true;
			continue;
		}
		n = mb_fold_char(c, folded);
		if (n > 0 && in_gap && out->len > start)
			mb_buf_add_char(out, ' ');
		in_gap = in_gap && n == 0;
		mb_buf_add(out, (struct mb_str){ folded, n });
	}
}

int mb_fold_in(struct mb_arena *arena, struct mb_str s, struct mb_str *out,
	       struct mb_err *err)
{
	struct mb_buf buf = MB_BUF_INIT;
	int rc;

	mb_fold(&buf, s);
	rc = mb_buf_move(&buf, arena, out, err);
	mb_buf_release(&buf);
	return rc;
}

/* --- cleaning ---------------------------------------------------------- */

static const char *ligature(uint32_t c)
{
	static const char *const open[] = { "ff",  "fi", "fl", "ffi",
					    "ffl", "st", "st" };

	return c >= 0xFB00 && c <= 0xFB06 ? open[c - 0xFB00] : NULL;
}

static bool is_control(uint32_t c)
{
	return c < 0x20 || (c >= 0x7F && c < 0xA0) ||
	       (c >= 0xFFF9 && c <= 0xFFFB);
}

/* True when a line ends right behind a soft hyphen: the word goes on. */
static bool at_line_end(struct mb_str s)
{
	while (s.len > 0 && (s.ptr[0] == ' ' || s.ptr[0] == '\r'))
		s = mb_str_drop(s, 1);
	return s.len > 0 && s.ptr[0] == '\n';
}

static struct mb_str skip_blanks(struct mb_str s)
{
	struct mb_str rest = s;
	uint32_t c;

	while (mb_utf8_next(&rest, &c) && mb_is_blank(c))
		s = rest;
	return s;
}

/* Everything but the composition of accents. */
static void clean_chars(struct mb_buf *out, struct mb_str raw)
{
	size_t start = out->len;
	bool in_gap = false;
	uint32_t c;

	while (mb_utf8_next(&raw, &c)) {
		const char *open = ligature(c);

		if (c == 0xAD && at_line_end(raw))
			raw = skip_blanks(raw);
		if (mb_is_invisible(c))
			continue;
		if (mb_is_blank(c) || is_control(c)) {
			in_gap = true;
			continue;
		}
		if (in_gap && out->len > start)
			mb_buf_add_char(out, ' ');
		in_gap = false;
		if (open)
			mb_buf_add(out, mb_str_of(open));
		else
			mb_buf_add_utf8(out, c);
	}
}

static bool is_ascii(struct mb_str s)
{
	for (size_t i = 0; i < s.len; i++)
		if ((unsigned char)s.ptr[i] >= 0x80)
			return false;
	return true;
}

void mb_clean(struct mb_buf *out, struct mb_str raw)
{
	size_t start = out->len;
	utf8proc_uint8_t *composed = NULL;
	utf8proc_ssize_t n;
	struct mb_str cleaned;

	clean_chars(out, raw);
	if (out->has_failed)
		return;
	cleaned = mb_str_drop(mb_buf_str(out), start);
	if (cleaned.len == 0 || is_ascii(cleaned))
		return;
	n = utf8proc_map((const utf8proc_uint8_t *)cleaned.ptr,
			 (utf8proc_ssize_t)cleaned.len, &composed,
			 UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	if (n < 0) {
		out->has_failed = true;
		return;
	}
	mb_buf_truncate(out, start);
	mb_buf_add(out, (struct mb_str){ (const char *)composed, (size_t)n });
	free(composed);
}

int mb_clean_in(struct mb_arena *arena, struct mb_str raw, struct mb_str *out,
		struct mb_err *err)
{
	struct mb_buf buf = MB_BUF_INIT;
	int rc;

	mb_clean(&buf, raw);
	rc = mb_buf_move(&buf, arena, out, err);
	mb_buf_release(&buf);
	return rc;
}

/* --- identifiers ------------------------------------------------------- */

void mb_slug(struct mb_buf *out, struct mb_str s, size_t limit)
{
	size_t start = out->len;
	size_t end;

	mb_fold(out, s);
	if (out->has_failed)
		return;
	if (out->len - start > limit) {
		end = start + limit;
		while (end > start && out->ptr[end] != ' ')
			end--;
		if (end == start) /* one long word */
			end = mb_utf8_floor(mb_buf_str(out), start + limit);
		mb_buf_truncate(out, end);
	}
	for (size_t i = start; i < out->len; i++)
		if (out->ptr[i] == ' ')
			out->ptr[i] = '-';
}
