/*
 * fuzz_html.c - any bytes, read as HTML whatever they look like
 */
#include "fuzz/must.h"
#include "fuzz/record.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct mb_arena arena = MB_ARENA_INIT;
	struct source source = {
		.path = MB_STR("larkhythe/2024/minutes.html"),
		.bytes = { (const char *)bytes, n },
	};

	if (source_decode(&source, &arena, NULL) == MB_OK &&
	    source.text.len > 0) {
		source.format = MB_FORMAT_HTML;
		record_check(&source, &arena);
	}
	mb_arena_release(&arena);
	return 0;
}
