/*
 * site.h - what the markup of known web sites means
 *
 * Council sites run a few programs, and their pages say in class names what a
 * text only suggests.  A site is a table of rules, looked up for each element:
 * a new site is a new table (site.c), not new code in the HTML parser.
 */
#ifndef INDEXER_SITE_H
#define INDEXER_SITE_H

#include <stdbool.h>
#include <stdint.h>

#include "blocks.h"
#include "minutebook/str.h"

enum site_effect {
	SITE_SKIP,      /* the element and all in it are furniture */
	SITE_TRAIL,     /* the same, but its links say where the page is */
	SITE_CONTENT,   /* if there is one, all outside is furniture */
	SITE_MARK,      /* blocks in it get the mark; the outermost wins */
	SITE_MARK_HERE, /* the block that it stands in gets the mark */
	SITE_LAYOUT,    /* a table that only places things */
	SITE_CUT        /* its block is cut short; its own text is no text */
};

struct site_rule {
	const char *tag;       /* NULL: any */
	const char *attribute; /* NULL: the tag is enough */
	const char *value;     /* a word of it; "…*" a beginning */
	enum site_effect effect;
	enum block_mark mark;
};

/*
 * The @n-th rule that fits an element, NULL after the last.  @attributes is a
 * NULL-terminated list of names and values, itself NULL when there are none.
 */
const struct site_rule *site_rule(const char *tag,
				  const char *const *attributes, size_t n);

/* Ids that ModernGov's addresses give away; 0 when they do not. */
struct site_ids {
	uint64_t meeting; /* MId= */
	uint64_t item;    /* of mgAi.aspx?ID= */
	bool is_welsh;    /* LLL=1 */
};

/* Reads the ids of a page from its address or the name it was saved under. */
struct site_ids site_ids_of(struct mb_str address);

#endif
