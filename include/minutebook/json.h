/*
 * json.h - writing JSON (RFC 8259), the only place that does
 *
 *	struct mb_json json = mb_json_to(&buf);
 *
 *	mb_json_object(&json);
 *	mb_json_key(&json, "date");
 *	mb_json_date(&json, date);
 *	mb_json_end(&json);
 *
 * Commas and quotes are seen to; bytes that are no UTF-8 become U+FFFD, and
 * U+2028 and U+2029 are escaped so that the text is JavaScript, too.  Failure
 * sticks to the buffer.  Calls that make no JSON (a value without its key, an
 * end too many) are assertions.
 */
#ifndef MB_JSON_H
#define MB_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "minutebook/buf.h"
#include "minutebook/date.h"
#include "minutebook/str.h"

#define MB_JSON_MAX_DEPTH 16

struct mb_json {
	struct mb_buf *buf; /* where the text goes; not owned */
	int depth;
	char closer[MB_JSON_MAX_DEPTH]; /* of each open object or array */
	bool has_member[MB_JSON_MAX_DEPTH];
	bool has_key;
};

struct mb_json mb_json_to(struct mb_buf *buf);

void mb_json_object(struct mb_json *json);
void mb_json_array(struct mb_json *json);
void mb_json_end(struct mb_json *json); /* of the innermost */

void mb_json_key(struct mb_json *json, const char *key);

void mb_json_string(struct mb_json *json, struct mb_str s);
void mb_json_int(struct mb_json *json, int64_t n);
void mb_json_real(struct mb_json *json, double n, int decimals);
void mb_json_bool(struct mb_json *json, bool b);
void mb_json_null(struct mb_json *json);

/* The empty view, the unknown date and 0 are null here. */
void mb_json_string_or_null(struct mb_json *json, struct mb_str s);
void mb_json_int_or_null(struct mb_json *json, int64_t n);
void mb_json_date(struct mb_json *json, struct mb_date date);

#endif
