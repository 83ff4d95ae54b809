/*
 * rendered.h - one hit after another, as a format prints them
 *
 *	rendered_begin(&page, "plain");
 *	rendered_put(&page, &rendered_library, &rendered_first);
 *	text_expect(rendered_end(&page), ...);
 *	mb_buf_release(&page.out);
 */
#ifndef QUERY_RENDERED_H
#define QUERY_RENDERED_H

#include "render.h"

struct rendered {
	struct mb_buf out;
	struct render render;
	const struct render_ops *ops;
};

/* A paragraph on a library, and where it stands among the hits. */
extern const struct mb_hit rendered_library;
extern const struct hit rendered_first;

/* A paragraph all of which would move a terminal, or fool who reads it. */
struct mb_hit rendered_nasty(void);

/* All of its text, with two marks if it is that of the library. */
struct excerpt rendered_excerpt(const struct mb_hit *hit);

void rendered_begin(struct rendered *page, const char *format);
void rendered_put(struct rendered *page, const struct mb_hit *hit,
		  const struct hit *found);

/* What was printed; it lives as long as page->out. */
struct mb_str rendered_end(struct rendered *page);

#endif
