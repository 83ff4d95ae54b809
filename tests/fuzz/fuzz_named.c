/*
 * fuzz_named.c - any bytes as a list of queries, of columns, a template
 */
#include "columns.h"
#include "fuzz/must.h"
#include "named.h"
#include "template.h"

static void check_list(struct mb_str text, struct mb_arena *arena)
{
	struct named_queries list;
	struct mb_err err = { .code = MB_OK };

	if (named_parse(text, arena, &list, &err) != MB_OK) {
		must_be_told(&err, 1u << -MB_EUSAGE,
			     mb_str_count(text, '\n') + 1);
		return;
	}
	must(list.n > 0, "a list has queries");
	for (size_t i = 0; i < list.n; i++) {
		const struct named_query *one = &list.items[i];

		must(one->query.len > 0, "a query is something");
		must(one->query.ptr[one->query.len] == '\0', "a NUL follows");
		must(i == 0 || one->line > one[-1].line, "lines count up");
	}
}

static void check_columns(struct mb_str text)
{
	struct columns columns;
	struct mb_err err = { .code = MB_OK };

	if (columns_parse(text, &columns, &err) != MB_OK)
		must_be_told(&err, 1u << -MB_EUSAGE, 0);
	else
		must(columns.n > 0 && columns.n <= COLUMNS_MAX,
		     "there are so many columns");
}

/* Literal text is what was typed, and nothing is lost between the parts. */
static void check_template(struct mb_str text, struct mb_arena *arena)
{
	struct template template;
	struct mb_err err = { .code = MB_OK };

	if (template_parse(text, arena, &template, &err) != MB_OK) {
		must_be_told(&err, 1u << -MB_EUSAGE, 0);
		return;
	}
	must(text.len == 0 || template.n > 0, "a template has parts");
	for (size_t i = 0; i < template.n; i++) {
		const struct template_part *part = &template.parts[i];

		must(part->column || part->text.len > 0,
		     "a part is a column or text");
		must(i == 0 || part->column || part[-1].column,
		     "text is one part");
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct mb_str text = { (const char *)bytes, n };
	struct mb_arena arena = MB_ARENA_INIT;

	check_list(text, &arena);
	check_columns(text);
	check_template(text, &arena);
	mb_arena_release(&arena);
	return 0;
}
