/*
 * fuzz_docx.c - the XML of a Word document, in an archive made around it
 *
 * See parts.h: the input is word/document.xml and, below lines of "@@ NAME",
 * the other files of the archive.
 */
#include "fuzz/must.h"
#include "fuzz/parts.h"
#include "fuzz/record.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct mb_str input = { (const char *)bytes, n };
	struct mb_arena arena = MB_ARENA_INIT;
	struct source source = {
		.path = MB_STR("larkhythe/2024/minutes.docx"),
		.bytes = parts_archive(NULL, MB_STR("word/document.xml"), input,
				       &arena),
	};

	if (source_decode(&source, &arena, NULL) == MB_OK &&
	    source.format == MB_FORMAT_DOCX)
		record_check(&source, &arena);
	mb_arena_release(&arena);
	return 0;
}
