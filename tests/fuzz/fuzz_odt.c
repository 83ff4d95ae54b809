/*
 * fuzz_odt.c - the XML of an OpenDocument text, in an archive made around it
 *
 * See parts.h: the input is content.xml and, below lines of "@@ NAME",
 * the other files of the archive.
 */
#include "fuzz/must.h"
#include "fuzz/parts.h"
#include "fuzz/record.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	const struct part lead = { MB_STR("mimetype"),
				   MB_STR("application/"
					  "vnd.oasis.opendocument.text") };
	struct mb_str input = { (const char *)bytes, n };
	struct mb_arena arena = MB_ARENA_INIT;
	struct source source = {
		.path = MB_STR("larkhythe/2024/minutes.odt"),
		.bytes =
		    parts_archive(&lead, MB_STR("content.xml"), input, &arena),
	};

	if (source_decode(&source, &arena, NULL) == MB_OK &&
	    source.format == MB_FORMAT_ODT)
		record_check(&source, &arena);
	mb_arena_release(&arena);
	return 0;
}
