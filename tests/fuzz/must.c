#include "fuzz/must.h"

#include <stdio.h>
#include <stdlib.h>

#include "minutebook/text.h"

void must(bool holds, const char *what)
{
	if (holds)
		return;
	fprintf(stderr, "broken: %s\n", what);
	abort();
}

void must_work(int rc, const struct mb_err *err)
{
	if (rc >= 0)
		return;
	fprintf(stderr, "%d: %s\n", rc, err->msg);
	abort();
}

void must_be_told(const struct mb_err *err, unsigned codes, size_t n_lines)
{
	must(err->code < 0 && (codes >> -err->code & 1) == 1,
	     "a failure has one of the codes of the header");
	must(err->msg[0] != '\0', "a failure says what");
	must(err->line <= n_lines, "a failure's line is one of the file");
}

void must_be_text(struct mb_str s, const char *what)
{
	must(mb_utf8_is_valid(s), what);
}

void must_be_clean(struct mb_str s, bool may_have_lines, const char *what)
{
	must_be_text(s, what);
	for (size_t i = 0; i < s.len; i++)
		must((unsigned char)s.ptr[i] >= 0x20 ||
			 (may_have_lines && s.ptr[i] == '\n'),
		     what);
}

void must_lie_in(struct mb_str part, struct mb_str whole, const char *what)
{
	must(part.len == 0 || (part.ptr >= whole.ptr &&
			       part.ptr + part.len <= whole.ptr + whole.len),
	     what);
}

bool begins_character(struct mb_str text, size_t at)
{
	return at >= text.len ? at == text.len
			      : ((unsigned char)text.ptr[at] & 0xC0) != 0x80;
}
