#include "support/text.h"

#include <string.h>

#include "minutebook/arena.h"

/* Never released: a test's process is short, and it stays reachable. */
static struct mb_arena copies;

char *text_of(struct mb_str s)
{
	char *copy = MB_NEW(&copies, char, s.len + 1);

	cr_assert(copy != NULL);
	if (s.len > 0)
		memcpy(copy, s.ptr, s.len);
	return copy;
}

void text_expect(struct mb_str got, const char *want, const char *what)
{
	cr_expect(mb_str_equal(got, mb_str_of(want)), "%s: '%.*s', not '%s'",
		  what, MB_STR_ARG(got), want);
}
