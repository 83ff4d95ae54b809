/*
 * fuzz_rtf.c - any bytes behind the magic of a Rich Text file
 */
#include "fuzz/must.h"
#include "fuzz/record.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct mb_arena arena = MB_ARENA_INIT;
	struct source source = {
		.path = MB_STR("larkhythe/2024/minutes.rtf"),
		.bytes = { (const char *)bytes, n },
		.format = MB_FORMAT_RTF,
	};

	record_check(&source, &arena);
	mb_arena_release(&arena);
	return 0;
}
