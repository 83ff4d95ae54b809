#include "minutebook/buf.h"

#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What most formats come to, so that they are printed but once. */
#define FORMAT_BYTES 48

/* Room for @more bytes and a NUL.  False once the buffer has failed. */
static bool reserve(struct mb_buf *buf, size_t more)
{
	size_t want, capacity;
	char *moved;

	if (buf->has_failed)
		return false;
	if (more > SIZE_MAX / 4 - buf->len) {
		buf->has_failed = true;
		return false;
	}
	want = buf->len + more + 1;
	if (want <= buf->capacity)
		return true;
	capacity = buf->capacity > 0 ? buf->capacity : 64;
	while (capacity < want)
		capacity *= 2;
	moved = realloc(buf->ptr, capacity);
	if (!moved) {
		buf->has_failed = true;
		return false;
	}
	buf->ptr = moved;
	buf->capacity = capacity;
	return true;
}

void mb_buf_add(struct mb_buf *buf, struct mb_str s)
{
	if (s.len == 0 || !reserve(buf, s.len))
		return;
	memcpy(buf->ptr + buf->len, s.ptr, s.len);
	buf->len += s.len;
}

void mb_buf_add_char(struct mb_buf *buf, char c)
{
	mb_buf_add(buf, (struct mb_str){ &c, 1 });
}

void mb_buf_add_format(struct mb_buf *buf, const char *format, ...)
{
	va_list args, again;
	size_t room;
	int len;

	if (!reserve(buf, FORMAT_BYTES))
		return;
	room = buf->capacity - buf->len;
	va_start(args, format);
	va_copy(again, args);
	len = vsnprintf(buf->ptr + buf->len, room, format, args);
	va_end(args);
	if (len < 0)
		buf->has_failed = true;
	else if (reserve(buf, (size_t)len)) {
		if ((size_t)len >= room)
			vsnprintf(buf->ptr + buf->len, (size_t)len + 1, format,
				  again);
		buf->len += (size_t)len;
	}
	va_end(again);
}

void mb_buf_add_utf8(struct mb_buf *buf, uint32_t code_point)
{
	unsigned char out[4];
	uint32_t c = code_point;
	size_t n;

	if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
		c = 0xFFFD;
	if (c < 0x80) {
		out[0] = (unsigned char)c;
		n = 1;
	} else if (c < 0x800) {
		out[0] = (unsigned char)(0xC0 | c >> 6);
		n = 2;
	} else if (c < 0x10000) {
		out[0] = (unsigned char)(0xE0 | c >> 12);
		n = 3;
	} else {
		out[0] = (unsigned char)(0xF0 | c >> 18);
		n = 4;
	}
	for (size_t i = n - 1; i > 0; i--, c >>= 6)
		out[i] = (unsigned char)(0x80 | (c & 0x3F));
	mb_buf_add(buf, (struct mb_str){ (const char *)out, n });
}

struct mb_str mb_buf_str(const struct mb_buf *buf)
{
	return (struct mb_str){ buf->ptr, buf->len };
}

void mb_buf_truncate(struct mb_buf *buf, size_t len)
{
	assert(len <= buf->len);
	buf->len = len;
}

int mb_buf_finish(const struct mb_buf *buf, struct mb_str *out,
		  struct mb_err *err)
{
	if (buf->has_failed)
		return mb_fail_nomem(err);
	*out = mb_buf_str(buf);
	return MB_OK;
}

int mb_buf_move(struct mb_buf *buf, struct mb_arena *arena, struct mb_str *out,
		struct mb_err *err)
{
	int rc;

	if (buf->has_failed)
		return mb_fail_nomem(err);
	rc = mb_arena_copy(arena, mb_buf_str(buf), out, err);
	if (rc == MB_OK)
		buf->len = 0;
	return rc;
}

void mb_buf_release(struct mb_buf *buf)
{
	free(buf->ptr);
	*buf = MB_BUF_INIT;
}
