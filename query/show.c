#include "show.h"

#include "hits.h"
#include "minutebook/store_facts.h"

static int print_all(struct printer *printer, struct inquiry *q, int source,
		     const struct mb_paragraphs *found, struct mb_err *err)
{
	int rc = MB_OK;

	for (size_t i = 0; i < found->n && rc == MB_OK; i++) {
		const struct hit hit = { .source = source,
					 .paragraph = found->items[i],
					 .rank = (int64_t)i + 1,
					 .level = LEVEL_ALL };

		rc = hits_print_one(printer, q, &hit, err);
	}
	return rc;
}

int show_print(struct printer *printer, const struct sources *sources,
	       struct mb_arena *arena, struct mb_err *err)
{
	struct mb_str id = printer->options->name;
	struct inquiry *q = MB_NEW(arena, struct inquiry, 1);
	struct mb_paragraphs found = { NULL, 0 };
	int rc = MB_OK;

	if (!q)
		return mb_fail_nomem(err);
	q->sources = sources;
	while (id.len > 0 && id.ptr[id.len - 1] == '/')
		id.len--;
	for (int i = 0; i < sources->n && rc == MB_OK; i++) {
		rc = mb_reader_find_id(sources->readers[i], id, arena, &found,
				       err);
		if (rc == MB_OK && found.n > 0)
			return print_all(printer, q, i, &found, err);
	}
	return rc;
}
