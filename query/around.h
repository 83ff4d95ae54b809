/*
 * around.h - the paragraphs of an item before and behind one of them
 */
#ifndef QUERY_AROUND_H
#define QUERY_AROUND_H

#include "render.h"

/* Sets hit->before and hit->after, at most @n each; all in @arena. */
int around_read(struct mb_reader *reader, int64_t paragraph, int64_t n,
		struct mb_arena *arena, struct render_hit *hit,
		struct mb_err *err);

#endif
