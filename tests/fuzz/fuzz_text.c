/*
 * fuzz_text.c - any bytes, in the format that they look like
 */
#include "fuzz/must.h"
#include "fuzz/record.h"

/* Decoded text has no line ends but LF and no NULs (charset.h). */
static void check_text(struct mb_str text)
{
	must_be_text(text, "what was decoded is UTF-8");
	must(mb_str_count(text, '\r') == 0, "lines end in LF");
	must(mb_str_count(text, '\0') == 0, "there are no NULs");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct mb_arena arena = MB_ARENA_INIT;
	struct source source = {
		.path = MB_STR("larkhythe/2024/minutes.txt"),
		.bytes = { (const char *)bytes, n },
	};

	if (source_decode(&source, &arena, NULL) == MB_OK) {
		check_text(source.text);
		record_check(&source, &arena);
	}
	mb_arena_release(&arena);
	return 0;
}
