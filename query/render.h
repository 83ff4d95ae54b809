/*
 * render.h - hits become output
 *
 * One renderer per format, each in a file of its own, found in one table.  A
 * renderer sees whole hits and appends to a buffer; it never decides what is
 * shown.  --format=NAME needs nothing but a row in render.c.
 */
#ifndef QUERY_RENDER_H
#define QUERY_RENDER_H

#include "excerpt.h"
#include "minutebook/buf.h"
#include "minutebook/store_read.h"
#include "search.h"

struct render_hit {
	const struct mb_hit *paragraph;
	const struct hit *found;
	const struct excerpt *excerpt;
};

/* What a renderer may know of where its output goes, and remember. */
struct render {
	struct mb_buf *out;
	int width; /* columns of the terminal */
	bool has_color;
	bool ends_with_nul;      /* records of the plain format */
	bool has_levels;         /* hits come level by level */
	struct mb_buf last_item; /* that the last hit was of; owned */
	enum search_level last_level;
	int64_t n_hits; /* so far */
};

struct render_ops {
	const char *name;
	bool is_for_people; /* may be paged and coloured */
	void (*begin)(struct render *render);
	void (*hit)(struct render *render, const struct render_hit *hit);
	void (*end)(struct render *render);
};

/* The renderer of that name, or NULL; and the nearest name. */
const struct render_ops *render_find(struct mb_str name);
const char *render_nearest(struct mb_str name);

/* Whether the hit is of another item than the last one; remembers it and
 * counts the hit. */
bool render_is_new_item(struct render *render, const struct mb_hit *hit);

/* Frees what the renderer remembers. */
void render_release(struct render *render);

/* The bytes of the bullet before an entry that stands alone: it is no list. */
size_t render_lone_bullet(struct mb_str text);

/* Appends text from an archive without anything that moves a terminal. */
void render_safe(struct mb_buf *out, struct mb_str s);

extern const struct render_ops render_text;
extern const struct render_ops render_plain;
extern const struct render_ops render_jsonl;

#endif
