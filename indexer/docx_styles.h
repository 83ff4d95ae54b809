/*
 * docx_styles.h - what the styles and lists of a Word file say of a paragraph
 *
 * styles.xml names the styles that paragraphs refer to, each perhaps based on
 * another; numbering.xml has the lists.  A paragraph says "style Heading2,
 * level 0 of list 5", and only both files together tell that this is a
 * heading of the second level with "4." printed before it.
 */
#ifndef INDEXER_DOCX_STYLES_H
#define INDEXER_DOCX_STYLES_H

#include "list_number.h"
#include "minutebook/arena.h"
#include "minutebook/err.h"
#include "xml.h"

/* More of them are left out. */
#define DOCX_MAX_STYLES 4000
#define DOCX_MAX_LISTS 4000

/* A property that the paragraph, its style or none may give. */
#define DOCX_UNSAID (-1)

struct docx_style {
	struct mb_str id, name, based_on;
	int list, list_level; /* DOCX_UNSAID; list 0: none, by decision */
	int outline;          /* 0..8; 9 is text */
	int is_bold;          /* 0, 1 */
	bool is_contents;     /* of the table of contents */
};

/* A list as paragraphs refer to it: one of the kinds, and changes to it. */
struct docx_list {
	int id;
	size_t kind;                /* index into kinds */
	struct list_levels *levels; /* its own; NULL: those of its kind */
	bool begins[LIST_LEVELS];   /* a level that begins again in it */
	bool is_used;
};

/* Levels and where counting stands: lists of one kind count together. */
struct docx_list_kind {
	int id;
	struct list_levels levels;
	struct list_counter counter;
	struct mb_str level_style[LIST_LEVELS]; /* paragraphs that use it */
};

struct docx_styles {
	struct mb_arena *arena;
	struct docx_style *styles;
	size_t n_styles, styles_capacity;
	struct docx_list_kind *kinds;
	size_t n_kinds, kinds_capacity;
	struct docx_list *lists;
	size_t n_lists, lists_capacity;
	bool has_failed; /* out of memory */
};

/* Reads styles.xml and numbering.xml, each perhaps empty; broken ones are
 * used as far as they go.  Fails with MB_ENOMEM. */
int docx_styles_read(struct mb_str styles, struct mb_str numbering,
		     struct mb_arena *arena, struct docx_styles *out,
		     struct mb_err *err);

/*
 * The properties of the style @id with those of the styles it is based on;
 * all DOCX_UNSAID when there is no such style.
 */
struct docx_style docx_style_of(const struct docx_styles *styles,
				struct mb_str id);

/* <w:b/>, <w:b w:val="1"/> are on; "0", "false", "off" are not. */
bool docx_is_on(const struct xml_attributes *attributes);

/*
 * Counts on in @level of @list and appends what is printed.  Returns the
 * level's format, LIST_NONE when there is no such list.
 */
enum list_format docx_list_next(struct docx_styles *styles, int list,
				size_t level, struct mb_buf *out);

#endif
