#include "around.h"

#include "minutebook/store_facts.h"

int around_read(struct mb_reader *reader, int64_t paragraph, int64_t n,
		struct mb_arena *arena, struct render_hit *hit,
		struct mb_err *err)
{
	struct mb_paragraphs found = { NULL, 0 };
	struct mb_hit *hits;
	size_t at = 0;
	int rc = mb_reader_around(reader, paragraph, n, arena, &found, err);

	if (rc != MB_OK)
		return rc;
	hits = MB_NEW(arena, struct mb_hit, found.n + 1);
	if (!hits)
		return mb_fail_nomem(err);
	for (size_t i = 0; i < found.n && rc == MB_OK; i++) {
		rc =
		    mb_reader_hit(reader, found.items[i], arena, &hits[i], err);
		if (found.items[i] == paragraph)
			at = i;
	}
	hit->before = hits;
	hit->n_before = at;
	hit->after = hits + at + 1;
	hit->n_after = found.n > at ? found.n - at - 1 : 0;
	return rc;
}
