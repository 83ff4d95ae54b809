/*
 * buf.h - text under construction, with failure that sticks
 *
 * Appending never fails visibly: after the first failed allocation a buffer
 * does nothing, and mb_buf_finish() says so once.  That keeps parsers and
 * renderers free of a check on every line:
 *
 *	mb_buf_add(&buf, MB_STR("speaker: "));
 *	mb_buf_add(&buf, name);
 *	return mb_buf_finish(&buf, &text, err);
 *
 * A buffer owns its memory; release it with mb_buf_release().
 */
#ifndef MB_BUF_H
#define MB_BUF_H

#include <stdbool.h>
#include <stdint.h>

#include "minutebook/arena.h"
#include "minutebook/err.h"
#include "minutebook/str.h"

struct mb_buf {
	char *ptr; /* NULL until something is added */
	size_t len;
	size_t capacity;
	bool has_failed;
};

#define MB_BUF_INIT ((struct mb_buf){ NULL, 0, 0, false })

void mb_buf_add(struct mb_buf *buf, struct mb_str s);
void mb_buf_add_char(struct mb_buf *buf, char c);
void mb_buf_add_format(struct mb_buf *buf, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* @code_point as UTF-8; anything that is none is written as U+FFFD. */
void mb_buf_add_utf8(struct mb_buf *buf, uint32_t code_point);

/* What has been written so far; valid until the next call. */
struct mb_str mb_buf_str(const struct mb_buf *buf);

/* Back to @len bytes, which must not be more than there are. */
void mb_buf_truncate(struct mb_buf *buf, size_t len);

/* MB_OK and a view that lives as long as the buffer; or MB_ENOMEM. */
int mb_buf_finish(const struct mb_buf *buf, struct mb_str *out,
		  struct mb_err *err) __attribute__((warn_unused_result));

/* The same, but the text is copied into @arena and the buffer emptied. */
int mb_buf_move(struct mb_buf *buf, struct mb_arena *arena, struct mb_str *out,
		struct mb_err *err) __attribute__((warn_unused_result));

void mb_buf_release(struct mb_buf *buf);

#endif
