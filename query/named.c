#include "named.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "minutebook/buf.h"

static int add_line(struct mb_str line, uint32_t number, struct mb_arena *arena,
		    struct named_queries *list, size_t *capacity,
		    struct mb_err *err)
{
	struct mb_cut cut = mb_str_cut(line, '\t');
	struct named_query *moved = mb_arena_grow(arena, list->items, list->n,
						  capacity, sizeof(*moved));
	struct named_query *one;
	int rc;

	if (!moved)
		return mb_fail_nomem(err);
	list->items = moved;
	one = &moved[list->n];
	*one = (struct named_query){ .line = number };
	rc = mb_arena_copy(arena, mb_str_trim(cut.head), &one->name, err);
	if (rc == MB_OK)
		rc = mb_arena_copy(arena,
				   mb_str_trim(cut.found ? cut.tail : cut.head),
				   &one->query, err);
	if (rc == MB_OK && one->query.len == 0)
		return mb_fail_at(err, MB_EUSAGE, number, "there is no query");
	list->n++;
	return rc;
}

int named_parse(struct mb_str text, struct mb_arena *arena,
		struct named_queries *out, struct mb_err *err)
{
	struct named_queries list = { NULL, 0 };
	struct mb_str line;
	size_t capacity = 0;
	uint32_t number = 0;
	int rc = MB_OK;

	while (rc == MB_OK && mb_str_next_line(&text, &line)) {
		struct mb_str trimmed = mb_str_trim(line);

		number++;
		if (trimmed.len > 0 && trimmed.ptr[0] != '#')
			rc = add_line(line, number, arena, &list, &capacity,
				      err);
	}
	if (rc != MB_OK)
		return rc;
	if (list.n == 0)
		return mb_fail(err, MB_EUSAGE, "there are no queries in it");
	*out = list;
	return MB_OK;
}

static int read_all(FILE *file, struct mb_buf *text, struct mb_err *err)
{
	char block[4096];
	size_t n;

	while ((n = fread(block, 1, sizeof(block), file)) > 0) {
		mb_buf_add(text, (struct mb_str){ block, n });
		if (text->len > NAMED_MAX_BYTES)
			return mb_fail(err, MB_ELIMIT, "more than %d bytes",
				       NAMED_MAX_BYTES);
	}
	if (ferror(file))
		return mb_fail(err, MB_EIO, "%s", strerror(errno));
	return text->has_failed ? mb_fail_nomem(err) : MB_OK;
}

int named_read(const char *path, struct mb_arena *arena,
	       struct named_queries *out, struct mb_err *err)
{
	bool is_input = !strcmp(path, "-");
	FILE *file = is_input ? stdin : fopen(path, "re");
	struct mb_buf text = MB_BUF_INIT;
	int rc;

	if (!file) {
		mb_fail(err, MB_EIO, "%s", strerror(errno));
		return mb_err_in(err, MB_EIO, mb_str_of(path));
	}
	rc = read_all(file, &text, err);
	if (!is_input)
		fclose(file);
	if (rc == MB_OK)
		rc = named_parse(mb_buf_str(&text), arena, out, err);
	mb_buf_release(&text);
	return rc == MB_OK ? rc
			   : mb_err_in(err, (enum mb_code)rc, mb_str_of(path));
}
