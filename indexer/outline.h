/*
 * outline.h - what each block is in the record of a meeting
 *
 * The blocks of a page whose markup is known carry their marks
 * (outline_marked.h); for all others numbering.h finds where items begin
 * (outline_plain.h).  Both become the same flat list of parts, from which
 * items.c builds agenda items and paragraphs:
 *
 *	HEADER  MINUTES of the Cabinet held on ...
 *	ITEM    number 12, title "Library review"
 *	SECTION minutes
 *	TEXT    12.1 Councillor Okafor said ...
 *	TEXT    (entry) That the branches ...
 */
#ifndef INDEXER_OUTLINE_H
#define INDEXER_OUTLINE_H

#include "blocks.h"
#include "minutebook/doc.h"
#include "numbering.h"

enum section {
	SECTION_NONE,
	SECTION_AGENDA,
	SECTION_DECISION,
	SECTION_MINUTES,
	SECTION_DOCUMENTS
};

enum part_kind {
	PART_HEADER, /* who met, when, who was there: not searched as text */
	PART_ITEM,
	PART_SECTION,
	PART_TEXT,
	PART_DOCUMENT,
	PART_VOTE
};

struct part {
	enum part_kind kind;
	enum section section;      /* of PART_SECTION */
	const struct block *block; /* where it stands; never NULL */
	struct mb_str number;      /* of an item */
	struct mb_str title;       /* of an item or document */
	struct mb_str text;        /* of a text, without the marker cut off */
};

struct outline {
	struct part *items;
	size_t n, capacity;
	int evidence;   /* how sure it is that this is a meeting: 0..3 */
	bool is_agenda; /* what is to be considered, nothing minuted */
	enum section first_section; /* what an item's text before its first
				       label is */
	bool has_paragraph_numbers;
	struct part nowhere; /* takes what memory is missing for */
};

/*
 * Adds a part at @block, with its text.  Never NULL; failure sticks to
 * @blocks.  Valid until the next one is added.
 */
struct part *outline_add(struct blocks *blocks, struct outline *outline,
			 enum part_kind kind, const struct block *block);

/*
 * Reads @blocks, fills the facts and the attendance of @doc, and gives the
 * outline, in the blocks' arena.  Failure sticks to @blocks.
 */
struct outline outline_build(struct blocks *blocks, struct mb_doc *doc);

#endif
