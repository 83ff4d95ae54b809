/*
 * str.h - a view of text that somebody else owns
 *
 * A struct mb_str is passed by value, owns nothing and needs no NUL.  Text is
 * UTF-8 from the moment it has been decoded (source.h) unless a function says
 * "bytes".  Parsing is cutting views:
 *
 *	struct mb_cut cut = mb_str_cut(line, '=');
 *	name = mb_str_trim(cut.head);
 *	value = mb_str_trim(cut.tail);
 *
 * An empty view may have a NULL pointer.  Nothing here allocates or fails.
 */
#ifndef MB_STR_H
#define MB_STR_H

#include <stdbool.h>
#include <stddef.h>

struct mb_str {
	const char *ptr;
	size_t len; /* bytes */
};

/* A view of a string literal. */
#define MB_STR(literal) ((struct mb_str){ (literal), sizeof(literal) - 1 })

/* For printf's "%.*s". */
#define MB_STR_ARG(s) (int)(s).len, (s).ptr ? (s).ptr : ""

struct mb_cut {
	struct mb_str head; /* before the separator, or everything */
	struct mb_str tail; /* after it, or empty */
	bool found;
};

/* A view of the NUL-terminated @text, which may be NULL. */
struct mb_str mb_str_of(const char *text);

/* The bytes from @start up to @end, both inside @s. */
struct mb_str mb_str_slice(struct mb_str s, size_t start, size_t end);
struct mb_str mb_str_drop(struct mb_str s, size_t n);
struct mb_str mb_str_take(struct mb_str s, size_t n);

/* Without ASCII white space at both ends. */
struct mb_str mb_str_trim(struct mb_str s);

/* Cuts at the first (last) @separator. */
struct mb_cut mb_str_cut(struct mb_str s, char separator);
struct mb_cut mb_str_cut_last(struct mb_str s, char separator);

/* What stands behind the last @separator; all of @s when it has none. */
struct mb_str mb_str_after_last(struct mb_str s, char separator);

/*
 * Takes the next line off the front of @text, without its LF or CR LF.
 * False when nothing is left.
 */
bool mb_str_next_line(struct mb_str *text, struct mb_str *line);

/* Byte order, shorter first; like memcmp. */
int mb_str_compare(struct mb_str a, struct mb_str b);
bool mb_str_equal(struct mb_str a, struct mb_str b);

/* Blind to the case of ASCII letters only. */
bool mb_str_equal_nocase(struct mb_str a, struct mb_str b);
bool mb_str_starts_nocase(struct mb_str s, struct mb_str prefix);
bool mb_str_ends_nocase(struct mb_str s, struct mb_str suffix);

/* To the letter. */
bool mb_str_starts(struct mb_str s, struct mb_str prefix);
bool mb_str_ends(struct mb_str s, struct mb_str suffix);

/* Where @needle first stands in @s, or MB_STR_NONE. */
#define MB_STR_NONE ((size_t)-1)
size_t mb_str_find(struct mb_str s, struct mb_str needle);
size_t mb_str_find_nocase(struct mb_str s, struct mb_str needle);
size_t mb_str_find_char(struct mb_str s, char c);
size_t mb_str_count(struct mb_str s, char c);

/* ASCII only, whatever the locale. */
bool mb_is_digit(char c);
bool mb_is_upper(char c);
bool mb_is_lower(char c);
bool mb_is_alpha(char c);
bool mb_is_alnum(char c);
bool mb_is_space(char c);
char mb_to_lower(char c);

/*
 * Reads digits off the front of @s.  False, with @s and @value untouched,
 * when there are none or the number is larger than @max.
 */
bool mb_str_number(struct mb_str *s, unsigned long max, unsigned long *value);

#endif
