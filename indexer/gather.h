/*
 * gather.h - the text of an HTML page gathers into blocks
 *
 * A parser gives text in scraps, and elements in the middle of a sentence.
 * The scraps gather here until an element ends them, and then become a block,
 * or one for each line:
 *
 *	<p>The <b>Chair</b> welcomed   gather_text() three times
 *	</p>                           gather_end(): one block
 *
 * The caller keeps what is open around the text; what belongs to the one
 * block that gathers is forgotten when it ends.
 */
#ifndef INDEXER_GATHER_H
#define INDEXER_GATHER_H

#include <stdbool.h>
#include <stdint.h>

#include "blocks.h"
#include "bold_front.h"
#include "minutebook/buf.h"
#include "minutebook/str.h"

struct gather {
	struct blocks *blocks;
	bool keeps_lines; /* line ends in the text are line ends */

	/* what is open around the text */
	int n_skips, n_bolds, n_lists, n_entries;
	int n_links, n_files;  /* to other pages, to files */
	uint8_t heading_level; /* 0: none */
	enum block_mark mark;

	/* the block that is gathering */
	struct mb_buf text; /* owned */
	uint32_t line;
	enum block_mark mark_here; /* of it alone; wins */
	bool has_plain, has_bold, is_cut;
	bool has_unlinked, has_unfiled; /* words outside of such links */
	struct bold_front bold_front;
	uint8_t n_blank;
	struct mb_str marker; /* of the entry that begins */
	uint64_t site_id;
	uint16_t n_links_here;
	struct mb_str href;
};

/*
 * More text.  @line is where the parser stands when it gives it: behind it;
 * 0 when unknown.
 */
void gather_text(struct gather *gather, struct mb_str text, uint32_t line);

/*
 * What has gathered becomes a block, or several; nothing happens inside of
 * what is skipped, since that is not there.
 */
void gather_end(struct gather *gather);

/*
 * An element that ends a line, but no block: the line becomes a block of its
 * own where that may be, and a blank elsewhere.
 */
void gather_break(struct gather *gather);

#endif
