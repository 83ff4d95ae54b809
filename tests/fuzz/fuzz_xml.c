/*
 * fuzz_xml.c - any bytes, read as a web service's XML whatever they look like
 */
#include "fuzz/must.h"
#include "fuzz/record.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct mb_arena arena = MB_ARENA_INIT;
	struct source source = {
		.path = MB_STR("larkhythe/2024/minutes.xml"),
		.bytes = { (const char *)bytes, n },
	};

	if (source_decode(&source, &arena, NULL) == MB_OK &&
	    source.text.len > 0) {
		source.format = MB_FORMAT_XML;
		record_check(&source, &arena);
	}
	mb_arena_release(&arena);
	return 0;
}
