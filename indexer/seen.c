#include "seen.h"

#include <stdlib.h>

static int compare_ids(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

static bool was_met(const struct seen *seen, int64_t document)
{
	return seen->n > 0 &&
	       bsearch(&document, seen->documents, seen->n,
		       sizeof(*seen->documents), compare_ids) != NULL;
}

/* Whether @path lies in a folder that could not be read. */
static bool is_unknown(const struct seen *seen, struct mb_str path)
{
	struct mb_str folders = mb_buf_str(&seen->unreadable);

	while (folders.len > 0) {
		struct mb_cut cut = mb_str_cut(folders, '\0');

		if (mb_str_starts(path, cut.head) && path.len > cut.head.len &&
		    path.ptr[cut.head.len] == '/')
			return true;
		folders = cut.tail;
	}
	return false;
}

void seen_begin(struct seen *seen)
{
	seen->n = 0;
	mb_buf_truncate(&seen->unreadable, 0);
}

int seen_note(struct seen *seen, int64_t document, struct mb_err *err)
{
	if (seen->n == seen->capacity) {
		size_t capacity = seen->capacity > 0 ? seen->capacity * 2 : 256;
		int64_t *moved =
		    realloc(seen->documents, capacity * sizeof(*moved));

		if (!moved)
			return mb_fail_nomem(err);
		seen->documents = moved;
		seen->capacity = capacity;
	}
	seen->documents[seen->n++] = document;
	return MB_OK;
}

int seen_note_unreadable(struct seen *seen, struct mb_str folder,
			 struct mb_err *err)
{
	mb_buf_add(&seen->unreadable, folder);
	mb_buf_add_char(&seen->unreadable, '\0');
	return seen->unreadable.has_failed ? mb_fail_nomem(err) : MB_OK;
}

void seen_sort(struct seen *seen)
{
	if (seen->n > 1)
		qsort(seen->documents, seen->n, sizeof(*seen->documents),
		      compare_ids);
}

bool seen_accounts_for(const struct seen *seen, int64_t document,
		       struct mb_str path)
{
	return was_met(seen, document) || is_unknown(seen, path);
}

void seen_release(struct seen *seen)
{
	free(seen->documents);
	mb_buf_release(&seen->unreadable);
}
