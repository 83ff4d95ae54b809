#include "minutebook/json.h"

#include <assert.h>
#include <inttypes.h>

#include "minutebook/text.h"

struct mb_json mb_json_to(struct mb_buf *buf)
{
	return (struct mb_json){ .buf = buf };
}

/* What must stand before the next value or key. */
static void separate(struct mb_json *json)
{
	if (json->has_key) { /* the value of a key */
		json->has_key = false;
		return;
	}
	if (json->depth == 0)
		return;
	if (json->has_member[json->depth - 1])
		mb_buf_add_char(json->buf, ',');
	json->has_member[json->depth - 1] = true;
}

static void before_value(struct mb_json *json)
{
	assert(json->depth == 0 || json->has_key ||
	       json->closer[json->depth - 1] == ']');
	separate(json);
}

static void open(struct mb_json *json, char opener, char closer)
{
	before_value(json);
	assert(json->depth < MB_JSON_MAX_DEPTH);
	json->closer[json->depth] = closer;
	json->has_member[json->depth] = false;
	json->depth++;
	mb_buf_add_char(json->buf, opener);
}

void mb_json_object(struct mb_json *json)
{
	open(json, '{', '}');
}

void mb_json_array(struct mb_json *json)
{
	open(json, '[', ']');
}

void mb_json_end(struct mb_json *json)
{
	assert(json->depth > 0 && !json->has_key);
	json->depth--;
	mb_buf_add_char(json->buf, json->closer[json->depth]);
}

/* Bytes that may stand in a JSON string as they are. */
static bool is_plain(char c)
{
	unsigned char byte = (unsigned char)c;

	return byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\';
}

static void add_escaped(struct mb_buf *buf, uint32_t c)
{
	switch (c) {
	case '"':
		mb_buf_add(buf, MB_STR("\\\""));
		break;
	case '\\':
		mb_buf_add(buf, MB_STR("\\\\"));
		break;
	case '\n':
		mb_buf_add(buf, MB_STR("\\n"));
		break;
	case '\t':
		mb_buf_add(buf, MB_STR("\\t"));
		break;
	default:
		if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 ||
		    c == 0x2029)
			mb_buf_add_format(buf, "\\u%04x", (unsigned)c);
		else
			mb_buf_add_utf8(buf, c);
	}
}

static void add_quoted(struct mb_buf *buf, struct mb_str s)
{
	mb_buf_add_char(buf, '"');
	while (s.len > 0) {
		size_t n = 0;
		uint32_t c;

		while (n < s.len && is_plain(s.ptr[n]))
			n++;
		mb_buf_add(buf, mb_str_take(s, n));
		s = mb_str_drop(s, n);
		if (mb_utf8_next(&s, &c))
			add_escaped(buf, c);
	}
	mb_buf_add_char(buf, '"');
}

void mb_json_key(struct mb_json *json, const char *key)
{
	assert(json->depth > 0 && !json->has_key &&
	       json->closer[json->depth - 1] == '}');
	separate(json);
	add_quoted(json->buf, mb_str_of(key));
	mb_buf_add_char(json->buf, ':');
	json->has_key = true;
}

void mb_json_string(struct mb_json *json, struct mb_str s)
{
	before_value(json);
	add_quoted(json->buf, s);
}

void mb_json_int(struct mb_json *json, int64_t n)
{
	char digits[20];
	size_t at = sizeof(digits);
	uint64_t rest = n < 0 ? -(uint64_t)n : (uint64_t)n;

	before_value(json);
	if (n < 0)
		mb_buf_add_char(json->buf, '-');
	do {
		digits[--at] = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest > 0);
	mb_buf_add(json->buf,
		   (struct mb_str){ digits + at, sizeof(digits) - at });
}

void mb_json_real(struct mb_json *json, double n, int decimals)
{
	before_value(json);
	mb_buf_add_format(json->buf, "%.*f", decimals, n);
}

void mb_json_bool(struct mb_json *json, bool b)
{
	before_value(json);
	mb_buf_add(json->buf, b ? MB_STR("true") : MB_STR("false"));
}

void mb_json_null(struct mb_json *json)
{
	before_value(json);
	mb_buf_add(json->buf, MB_STR("null"));
}

void mb_json_string_or_null(struct mb_json *json, struct mb_str s)
{
	if (s.len > 0)
		mb_json_string(json, s);
	else
		mb_json_null(json);
}

void mb_json_int_or_null(struct mb_json *json, int64_t n)
{
	if (n != 0)
		mb_json_int(json, n);
	else
		mb_json_null(json);
}

void mb_json_date(struct mb_json *json, struct mb_date date)
{
	char text[MB_DATE_BYTES];

	if (!mb_date_is_known(date)) {
		mb_json_null(json);
		return;
	}
	mb_date_format(date, text);
	mb_json_string(json, mb_str_of(text));
}
