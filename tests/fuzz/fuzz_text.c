/*
 * fuzz_text.c - any bytes, in the format that they look like
 */
#include <stdint.h>

#include "fuzz/record.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct mb_arena arena = MB_ARENA_INIT;
	struct source source = {
		.path = MB_STR("larkhythe/2024/minutes.txt"),
		.bytes = { (const char *)bytes, n },
	};

	if (source_decode(&source, &arena, NULL) == MB_OK)
		record_check(&source, &arena);
	mb_arena_release(&arena);
	return 0;
}
