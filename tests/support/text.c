#include "support/text.h"

#include <stdlib.h>
#include <string.h>

char *text_of(struct mb_str s)
{
	/* never freed: a test's process is short */
	char *copy = malloc(s.len + 1);

	cr_assert(copy != NULL);
	if (s.len > 0)
		memcpy(copy, s.ptr, s.len);
	copy[s.len] = '\0';
	return copy;
}

void text_expect(struct mb_str got, const char *want, const char *what)
{
	cr_expect(mb_str_equal(got, mb_str_of(want)), "%s: '%.*s', not '%s'",
		  what, MB_STR_ARG(got), want);
}
