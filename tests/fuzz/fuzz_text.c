/*
 * fuzz_text.c - any bytes, in the format that they look like
 */
#include "embedded.h"
#include "fuzz/must.h"
#include "fuzz/record.h"

/* Decoded text has no line ends but LF and no NULs (charset.h). */
static void check_text(struct mb_str text)
{
	must_be_text(text, "what was decoded is UTF-8");
	must(mb_str_count(text, '\r') == 0, "lines end in LF");
	must(mb_str_count(text, '\0') == 0, "there are no NULs");
}

/* What is left out has no lines, and the rest comes in order. */
static void check_kept(struct mb_str text)
{
	struct embedded embedded = { .rest = text };
	struct mb_str rest = text, kept;
	size_t n_lines = 0;

	while (embedded_next(&embedded, &kept)) {
		must(kept.len > 0, "what is kept is not empty");
		must_lie_in(kept, rest, "what is kept comes in order");
		rest =
		    mb_str_drop(rest, (size_t)(kept.ptr - rest.ptr) + kept.len);
		n_lines += mb_str_count(kept, '\n');
	}
	must(n_lines == mb_str_count(text, '\n'), "no line is lost");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct mb_arena arena = MB_ARENA_INIT;
	struct source source = {
		.path = MB_STR("larkhythe/2024/minutes.txt"),
		.bytes = { (const char *)bytes, n },
	};

	check_kept(source.bytes);
	if (source_decode(&source, &arena, NULL) == MB_OK) {
		check_text(source.text);
		record_check(&source, &arena);
	}
	mb_arena_release(&arena);
	return 0;
}
