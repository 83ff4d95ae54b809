#include "extract.h"

#include "format.h"
#include "reflow.h"
#include "structure.h"

int extract_document(struct source *source, struct mb_arena *arena,
		     struct mb_doc *doc, struct mb_err *err)
{
	struct blocks blocks = blocks_in(arena);
	int rc;

	if ((rc = source_decode(source, arena, err)) ||
	    (rc = format_parse(source, &blocks, err)))
		return rc;
	return structure_build(source, &blocks, doc, err);
}

int extract_dump(struct source *source, enum dump_stage stage,
		 struct mb_arena *arena, struct mb_buf *out, struct mb_err *err)
{
	struct blocks blocks = blocks_in(arena);
	int rc;

	if ((rc = source_decode(source, arena, err)) ||
	    (rc = format_parse(source, &blocks, err)))
		return rc;
	if (stage == DUMP_BLOCKS)
		reflow(&blocks);
	rc = blocks_finish(&blocks, err);
	if (rc == MB_OK)
		blocks_dump(&blocks, out);
	return rc;
}
