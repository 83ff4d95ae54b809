#include "problems.h"

#include <stdarg.h>
#include <stdio.h>

void problem_add(struct blocks *blocks, struct mb_doc *doc, uint32_t line,
		 const char *format, ...)
{
	struct mb_problem *grown;
	size_t capacity = PROBLEMS_MAX;
	char text[240];
	va_list args;

	if (doc->n_problems == PROBLEMS_MAX)
		return;
	va_start(args, format);
	vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	grown = doc->problems;
	if (!grown) {
		grown = MB_NEW(blocks->arena, struct mb_problem, capacity);
		if (!grown) {
			blocks->has_failed = true;
			return;
		}
		doc->problems = grown;
	}
	grown[doc->n_problems].line = line;
	grown[doc->n_problems].what = blocks_clean(blocks, mb_str_of(text));
	doc->n_problems++;
}
