/*
 * odt_styles.h - the styles and lists of an OpenDocument text
 *
 * They stand in styles.xml, and those that the program made up by itself in
 * content.xml; a paragraph, a run of text or a list names its style.
 */
#ifndef INDEXER_ODT_STYLES_H
#define INDEXER_ODT_STYLES_H

#include "list_number.h"
#include "minutebook/arena.h"
#include "minutebook/err.h"
#include "xml.h"

/* More of them are left out. */
#define ODT_MAX_STYLES 10000
#define ODT_MAX_LISTS 2000

struct odt_style {
	struct mb_str name, parent;
	int outline; /* 1..; 0: none */
	int is_bold; /* 0, 1, -1: unsaid */
};

struct odt_list {
	struct mb_str name; /* empty: the numbers of headings */
	struct list_levels levels;
	struct list_counter counter;
};

struct odt_styles {
	struct mb_arena *arena;
	struct odt_style *styles;
	size_t n_styles, styles_capacity;
	struct odt_list *lists;
	size_t n_lists, lists_capacity;
	bool has_failed; /* out of memory */
};

/*
 * Adds what @xml, perhaps empty, defines; a broken one is used as far as it
 * goes.  Fails with MB_ENOMEM.
 */
int odt_styles_read(struct mb_str xml, struct odt_styles *styles,
		    struct mb_err *err);

/* The style @name with what it has from its parents. */
struct odt_style odt_style_of(const struct odt_styles *styles,
			      struct mb_str name);

/* The list style @name, or NULL. */
struct odt_list *odt_list_of(struct odt_styles *styles, struct mb_str name);

#endif
