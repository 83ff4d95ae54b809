#include "embedded.h"

/* "image/svg+xml;charset=utf-8": longer ones are none. */
#define HEAD_MAX_BYTES 128

static bool is_one_of(char c, const char *set)
{
	return mb_str_find_char(mb_str_of(set), c) != MB_STR_NONE;
}

/* --- what stands before the comma -------------------------------------- */

/* Scripts write '/' as "\/". */
static bool is_head_char(char c)
{
	return mb_is_alnum(c) || is_one_of(c, "/\\.+-;=_* ");
}

/* The first halves of media types, of which there are no others. */
static bool names_media(struct mb_str head)
{
	static const char *const types[] = {
		"application", "audio",     "font", "image",
		"message",     "multipart", "text", "video",
	};

	for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++) {
		struct mb_str type = mb_str_of(types[i]);

		if (head.len > type.len && mb_str_starts_nocase(head, type) &&
		    is_one_of(head.ptr[type.len], "/\\"))
			return true;
	}
	return false;
}

/* "image/png;base64", when @s begins so and goes on with a comma. */
static bool read_head(struct mb_str s, struct mb_str *head)
{
	size_t n = 0;

	while (n < s.len && n < HEAD_MAX_BYTES && is_head_char(s.ptr[n]))
		n++;
	*head = mb_str_take(s, n);
	return n < s.len && s.ptr[n] == ',';
}

/* --- what stands behind it --------------------------------------------- */

/* Between quotes or brackets a payload may be broken into lines. */
static size_t base64_length(struct mb_str s, char opener)
{
	bool may_break = is_one_of(opener, "\"'(<;");
	bool is_indent = false;
	size_t n;

	for (n = 0; n < s.len; n++) {
		char c = s.ptr[n];

		if (mb_is_alnum(c) || is_one_of(c, "+/=%-_\\"))
			is_indent = false;
		else if (may_break && is_one_of(c, "\r\n"))
			is_indent = true;
		else if (!is_indent || !is_one_of(c, " \t"))
			break;
	}
	return n;
}

/* Up to what closes the @opener: it may be of "&quot;", or a blank. */
static size_t other_length(struct mb_str s, char opener)
{
	static const struct {
		char opener;
		const char *enders;
	} pairs[] = { { '"', "\"\r\n" },
		      { '\'', "'\r\n" },
		      { '(', ")\r\n" },
		      { '<', ">\r\n" },
		      { ';', "&\r\n" } };
	const char *enders = "\"')> \t\r\n";
	size_t n = 0;

	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++)
		if (pairs[i].opener == opener)
			enders = pairs[i].enders;
	while (n < s.len && !is_one_of(s.ptr[n], enders))
		n++;
	return n;
}

/* --- URIs --------------------------------------------------------------- */

/*
 * Whether the colon at @colon is that of a data: URI; then how many bytes of
 * @s come before its payload, and how many the payload has.
 */
static bool read_uri(struct mb_str s, size_t colon, size_t *before,
		     size_t *n_payload)
{
	struct mb_str scheme = MB_STR("data");
	struct mb_str head, payload;
	char opener = ' ';

	if (colon < scheme.len ||
	    !mb_str_equal_nocase(mb_str_slice(s, colon - scheme.len, colon),
				 scheme))
		return false;
	if (colon > scheme.len)
		opener = s.ptr[colon - scheme.len - 1];
	if (mb_is_alnum(opener) || is_one_of(opener, "-_") ||
	    !read_head(mb_str_drop(s, colon + 1), &head))
		return false;
	*before = colon + 1 + head.len + 1;
	payload = mb_str_drop(s, *before);
	if (mb_str_ends_nocase(head, MB_STR(";base64")))
		*n_payload = base64_length(payload, opener);
	else if (names_media(head))
		*n_payload = other_length(payload, opener);
	else
		return false;
	return *n_payload > 0;
}

static bool find_uri(struct mb_str s, size_t *before, size_t *n_payload)
{
	size_t from = 0, at;

	while ((at = mb_str_find_char(mb_str_drop(s, from), ':')) !=
	       MB_STR_NONE) {
		if (read_uri(s, from + at, before, n_payload))
			return true;
		from += at + 1;
	}
	return false;
}

/* A line end of the payload, which is then shorter. */
static bool next_line_end(struct mb_str *payload, struct mb_str *kept)
{
	for (size_t i = 0; i < payload->len; i++) {
		if (!is_one_of(payload->ptr[i], "\r\n"))
			continue;
		*kept = mb_str_slice(*payload, i, i + 1);
		*payload = mb_str_drop(*payload, i + 1);
		return true;
	}
	*payload = (struct mb_str){ NULL, 0 };
	return false;
}

bool embedded_next(struct embedded *text, struct mb_str *kept)
{
	size_t before, n_payload;

	if (next_line_end(&text->payload, kept))
		return true;
	if (text->rest.len == 0)
		return false;
	if (!find_uri(text->rest, &before, &n_payload)) {
		*kept = text->rest;
		text->rest = (struct mb_str){ NULL, 0 };
		return true;
	}
	*kept = mb_str_take(text->rest, before);
	text->payload = mb_str_slice(text->rest, before, before + n_payload);
	text->rest = mb_str_drop(text->rest, before + n_payload);
	return true;
}
