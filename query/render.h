/*
 * render.h - hits, tables and reports become output
 *
 * One renderer per format, each in a file of its own, found in one table.  A
 * renderer sees whole hits and rows and appends to a buffer; it never decides
 * what is shown.  --format=NAME needs nothing but a row in render.c.
 *
 * Between begin() and end() comes one of three shapes:
 *
 *	hits	hit() for each
 *	table	a table's rows (render_table())
 *	report	section(), then hits or a table; section() and so on
 */
#ifndef QUERY_RENDER_H
#define QUERY_RENDER_H

#include "excerpt.h"
#include "minutebook/buf.h"
#include "minutebook/store_facts.h"
#include "search.h"
#include "table.h"

struct render_hit {
	const struct mb_hit *paragraph;
	const struct hit *found;
	const struct excerpt *excerpt;       /* the best passage */
	const struct excerpt *passages;      /* several, in the text's order */
	size_t n_passages;                   /* 0: the excerpt is all */
	const struct mb_hit *before, *after; /* the paragraphs around it */
	size_t n_before, n_after;
	struct mb_str added; /* when it was indexed; for renderers that ask */
	struct mb_told_votes votes; /* for renderers that ask */
	int64_t n_further; /* hits that this one stands for, besides itself */
	bool is_group;     /* n_further was counted */
};

enum render_shape { SHAPE_HITS, SHAPE_TABLE, SHAPE_REPORT };

/* What a renderer may know of where its output goes, and remember. */
struct render {
	struct mb_buf *out;
	enum render_shape shape;
	int width; /* columns of the terminal */
	bool has_color;
	bool ends_with_nul;      /* records of the plain format */
	bool has_levels;         /* hits come level by level */
	bool is_raw_csv;         /* formulas stay as they are */
	bool groups_meetings;    /* a hit stands for its meeting */
	struct mb_str title;     /* of the whole: the query in words */
	struct mb_str name;      /* of the query, in a list of queries */
	struct mb_str updated;   /* when the index changed last; for feeds */
	struct mb_buf last_item; /* that the last hit was of; owned */
	enum search_level last_level;
	int64_t n_hits;     /* so far */
	int64_t n_rows;     /* of this table or section */
	int64_t n_sections; /* so far */
	int *widths;        /* of the text format's columns; owned */
	double most;        /* what its longest bar stands for */
	bool has_open;      /* something that end() has to close */
};

/* A part of a report. */
struct render_section {
	const char *key;     /* for machines: "speakers" */
	const char *heading; /* for people: "Who spoke of it" */
	struct mb_str note;  /* a sentence below it, or empty */
	bool has_chart;      /* its table's bar column is worth a picture */
};

struct render_ops {
	const char *name;
	bool is_for_people; /* may be paged and coloured */
	bool is_tabular;    /* hits are rows of their columns; no hit() */
	bool needs_added;   /* wants to know when a hit was indexed */
	bool needs_votes;   /* wants to know who voted how */
	bool is_prose;      /* for reading: tables have headings and sums */
	void (*begin)(struct render *render);
	void (*end)(struct render *render);
	void (*hit)(struct render *render, const struct render_hit *hit);
	/* tables; NULL: the format has hits only */
	void (*table)(struct render *render, const struct table *table);
	void (*row)(struct render *render, const struct table *table,
		    size_t row);
	void (*table_end)(struct render *render, const struct table *table);
	/* reports; NULL: the format has none */
	void (*section)(struct render *render,
			const struct render_section *section);
};

/* The renderer of that name, or NULL; and the nearest name. */
const struct render_ops *render_find(struct mb_str name);
const char *render_nearest(struct mb_str name);

/* Appends the names of all formats that --format knows: "text, plain, ...". */
void render_names(struct mb_buf *out);

/* Prints a whole table. */
void render_table(struct render *render, const struct render_ops *ops,
		  const struct table *table);

/* Whether the hit is of another item than the last one (of another meeting,
 * where hits stand for meetings); remembers it and counts the hit. */
bool render_is_new_item(struct render *render, const struct mb_hit *hit);

/* Frees what the renderer remembers. */
void render_release(struct render *render);

/* The bytes of the bullet before an entry that stands alone: it is no list. */
size_t render_lone_bullet(struct mb_str text);

/* Appends the passage with "… " and " …" where it was cut. */
void render_excerpt(struct mb_buf *out, const struct excerpt *excerpt);

/*
 * Appends the passage, without a bullet that stands alone: text through
 * @escape, @open and @close around each mark, and @line_end between its lines.
 */
struct render_marker {
	void (*escape)(struct mb_buf *out, struct mb_str s);
	const char *open, *close, *line_end;
};
void render_marked(struct mb_buf *out, const struct excerpt *excerpt,
		   const struct render_marker *marker);

/* The passages of a hit, however many: the excerpt where there are none. */
const struct excerpt *render_passages(const struct render_hit *hit, size_t *n);

void render_nothing(struct render *render);

extern const struct render_ops render_text;
extern const struct render_ops render_plain;
extern const struct render_ops render_json;
extern const struct render_ops render_jsonl;
extern const struct render_ops render_csv;
extern const struct render_ops render_tsv;
extern const struct render_ops render_md;
extern const struct render_ops render_html;
extern const struct render_ops render_atom;

#endif
