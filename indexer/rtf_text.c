#include "rtf_text.h"

#include <stdio.h>

#include "charset.h"

struct rtf_text rtf_text_new(void)
{
	return (struct rtf_text){ .charset = "windows-1252" };
}

void rtf_text_release(struct rtf_text *t)
{
	mb_buf_release(&t->bytes);
	mb_buf_release(&t->text);
}

/* --- charsets ---------------------------------------------------------- */

void rtf_text_charset(struct rtf_text *t, const char *name)
{
	snprintf(t->charset, sizeof(t->charset), "%s", name);
}

void rtf_text_code_page(struct rtf_text *t, long number)
{
	if (number == 65001)
		rtf_text_charset(t, "utf-8");
	else if (number == 10000)
		rtf_text_charset(t, "macintosh");
	else
		snprintf(t->charset, sizeof(t->charset), "cp%ld", number);
}

/* --- characters -------------------------------------------------------- */

/* Half of a character is none. */
static void end_pair(struct rtf_text *t)
{
	if (t->high != 0)
		mb_buf_add_utf8(&t->text, 0xFFFD);
	t->high = 0;
}

static void end_bytes(struct rtf_text *t)
{
	if (t->bytes.len > 0)
		charset_append(mb_buf_str(&t->bytes), t->charset, &t->text);
	mb_buf_truncate(&t->bytes, 0);
}

void rtf_text_add(struct rtf_text *t, struct mb_str bytes)
{
	size_t n = t->n_skips < bytes.len ? t->n_skips : bytes.len;

	t->n_skips -= n;
	if (n == bytes.len)
		return;
	end_pair(t);
	mb_buf_add(&t->bytes, mb_str_drop(bytes, n));
}

void rtf_text_unit(struct rtf_text *t, long number, size_t n_fallback)
{
	uint32_t unit = (uint32_t)number & 0xFFFF;

	end_bytes(t);
	t->n_skips = n_fallback;
	if (unit >= 0xDC00 && unit < 0xE000 && t->high != 0) {
		unit = 0x10000 + ((t->high - 0xD800) << 10) + unit - 0xDC00;
		t->high = 0;
	}
	end_pair(t);
	if (unit >= 0xD800 && unit < 0xDC00)
		t->high = unit;
	else
		mb_buf_add_utf8(&t->text, unit);
}

struct mb_str rtf_text_take(struct rtf_text *t)
{
	size_t n;

	end_bytes(t);
	end_pair(t);
	t->n_skips = 0;
	n = t->text.len;
	mb_buf_truncate(&t->text, 0);
	return (struct mb_str){ t->text.ptr, n };
}
