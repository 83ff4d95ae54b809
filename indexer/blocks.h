/*
 * blocks.h - the only bridge between formats and structure
 *
 * A format module turns text into blocks: what stands where on the page, with
 * no idea what it means.  The structure modules turn blocks into meetings,
 * items and paragraphs, with no idea what format they came from.
 *
 *	12.2  Mayor Harcastle highlighted:   LINE, line 12, 1 blank above
 *	* Trust was critical                 ENTRY, marker "*"
 *	<h2>Public Questions</h2>            HEADING, level 2
 *	Alan Bird    AB    Present           ROW of three cells
 *	It was agreed.             Clerk     LINE and NOTE
 *
 * Some web sites say in their markup what a text only suggests.  Then the
 * format marks the block with that (enum block_mark), and structure takes it
 * from there.
 *
 * All text is clean (text.h) and lives in the document's arena.
 */
#ifndef INDEXER_BLOCKS_H
#define INDEXER_BLOCKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "minutebook/arena.h"
#include "minutebook/buf.h"
#include "minutebook/date.h"
#include "minutebook/err.h"
#include "minutebook/str.h"

/*
 * More come from no minutes; what follows is left out and reported.  Whatever
 * a document is, what is known of it fits into memory so.
 */
#define BLOCKS_MAX 100000
#define BLOCKS_MAX_BYTES ((size_t)4 * 1024 * 1024) /* of text */

/* Who is to act, in the last cell of a row of minutes, has no more words. */
#define BLOCKS_ASIDE_WORDS 4

enum block_kind {
	BLOCK_LINE,      /* a physical line: may go on in the next one */
	BLOCK_PARAGRAPH, /* a paragraph, whole */
	BLOCK_HEADING,
	BLOCK_ENTRY, /* of a list */
	BLOCK_ROW,   /* of a table */
	BLOCK_PAGE,  /* a page begins; no text */
	BLOCK_NOTE   /* beside the text: who is to act */
};

/* What the markup says that a block is. */
enum block_mark {
	MARK_NONE,
	MARK_PAGE_TITLE,  /* "Agenda, decisions and minutes" */
	MARK_MEETING,     /* "Cabinet - Thursday 4 March 2021 7.00 pm" */
	MARK_FACT,        /* "Venue: Town Hall" */
	MARK_ITEM_NUMBER, /* begins an item */
	MARK_ITEM_TITLE,
	MARK_SECTION,  /* "Decision:", "Minutes:" */
	MARK_TEXT,     /* text of the section it stands in */
	MARK_DOCUMENT, /* a supporting document: text and href */
	MARK_VOTE,     /* a row of a recorded vote */
	MARK_ATTENDEE, /* a row: name, role, presence */
	MARK_BODY      /* the name of a committee by itself */
};

struct block {
	enum block_kind kind;
	enum block_mark mark;
	struct mb_str text;       /* without its marker; the cells joined */
	struct mb_str bold_front; /* its front that is bold, if not all is */
	struct mb_str marker;     /* of an entry, as printed: "(a)", "12.2" */
	struct mb_str *cells; /* of a row; columns of a line, if set apart */
	uint16_t *columns;    /* of a row: where each of its cells stands */
	size_t n_cells;
	struct mb_str href;  /* of a document */
	uint64_t site_id;    /* of an item, or 0 */
	uint32_t line, page; /* 1-based; 0 when unknown */
	uint16_t column;     /* of what stands in a table: 1-based; else 0 */
	uint16_t indent;     /* columns, or list depth */
	uint16_t margin;     /* columns that its lines may take; 0: unknown */
	uint16_t width;      /* columns to its right end, where they are
				measured; 0: as many as characters */
	uint8_t level;       /* of a heading, 1..6 */
	uint16_t n_links;    /* in it, to other pages */
	uint8_t n_blank;     /* empty lines above, at most 255 */
	bool is_bold;        /* all of it */
	bool is_divided;     /* a soft hyphen ended it: a word goes on */
	bool is_cut;         /* the page shows only its beginning */
	bool is_aside;       /* who is to act, out of a column of its own, or a
				footnote: belongs to what stands before it */
	bool is_link;        /* all of it leads to other pages */
	bool is_file;        /* all of it leads to files, one of them href */
};

/* What a page says of itself outside its text. */
struct page_facts {
	struct mb_str title;    /* <title>, front matter */
	struct mb_str subject;  /* DC.title: names the meeting */
	struct mb_str trail;    /* breadcrumbs: "Committees > Cabinet > …" */
	struct mb_str url;      /* where it was saved from */
	struct mb_str language; /* "en", "cy" */
	struct mb_date date;    /* DC.date */
	uint64_t site_meeting;  /* ids that the site's links give */
};

/*
 * Stand in the notes on a document whose text is in pictures: as long as it is
 * unread, and once it has been read (ocr.h).
 */
#define BLOCKS_NOTE_SCAN "a scan: its pages"
#define BLOCKS_NOTE_OCR "text from OCR: "

/* Blocks under construction.  Failure sticks: see buf.h. */
struct blocks {
	struct mb_arena *arena;
	struct block *items;
	size_t n, capacity;
	size_t n_bytes; /* of text */
	struct page_facts page;
	struct mb_str note; /* what the format has to say of the document;
			       lives for ever */
	bool is_full;       /* a limit was reached */
	bool has_failed;    /* out of memory */
	bool is_sectioned;  /* marks are there: the site's markup is known */
};

struct blocks blocks_in(struct mb_arena *arena);

/*
 * Adds a copy of @block with its text cleaned; a block without any text is
 * left out unless it is a BLOCK_PAGE.  The last one before the limit may be
 * cut.  The new block, or NULL.
 */
struct block *blocks_add(struct blocks *blocks, const struct block *block);

/* Gives @block clean copies of its columns.  Failure sticks. */
void blocks_set_columns(struct blocks *blocks, struct block *block,
			const struct mb_str *columns, size_t n);

/* A clean copy of @raw in the arena; empty on failure, which sticks. */
struct mb_str blocks_clean(struct blocks *blocks, struct mb_str raw);

/*
 * Joins the blocks from @first on into one row of cells, one block each.  If
 * they do not know their columns these are the first.
 */
void blocks_make_row(struct blocks *blocks, size_t first);

/* MB_OK or MB_ENOMEM. */
int blocks_finish(const struct blocks *blocks, struct mb_err *err);

/* Writes the blocks, one a line, for --dump=blocks. */
void blocks_dump(const struct blocks *blocks, struct mb_buf *out);

#endif
