/*
 * parts.h - one input that stands for several files
 *
 *	<w:document ...>
 *	@@ word/styles.xml
 *	<w:styles ...>
 *
 * A line "@@ NAME" begins a file; what stands above the first has no name.
 * A fuzzer that has to make a ZIP archive of good checksums never gets to the
 * XML in it, so the archive is made here, around the bytes.
 */
#ifndef FUZZ_PARTS_H
#define FUZZ_PARTS_H

#include <stdbool.h>

#include "minutebook/arena.h"
#include "minutebook/str.h"

struct part {
	struct mb_str name, bytes;
};

/* Takes the next file off the front of @rest; false at the end. */
bool parts_next(struct mb_str *rest, struct part *part);

/*
 * A ZIP archive, in @arena, of @lead (when it has a name) and the files in
 * @bytes, as they are; a file without a name is @first.  The same name may be
 * there twice.
 */
struct mb_str parts_archive(const struct part *lead, struct mb_str first,
			    struct mb_str bytes, struct mb_arena *arena);

#endif
