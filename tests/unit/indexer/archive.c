#include "archive.h"

#include <string.h>

#include "format.h"
#include "support/text.h"

#include <zip.h>

const char *archive_text(const char *const *parts, struct mb_arena *arena)
{
	struct mb_buf all = MB_BUF_INIT;
	struct mb_str text;

	for (; *parts; parts++)
		mb_buf_add(&all, mb_str_of(*parts));
	cr_assert(eq(int, mb_buf_move(&all, arena, &text, NULL), MB_OK));
	mb_buf_release(&all);
	return text.ptr;
}

struct mb_str archive_of(const struct archive_file *files,
			 struct mb_arena *arena)
{
	zip_source_t *out = zip_source_buffer_create(NULL, 0, 0, NULL);
	zip_t *zip = zip_open_from_source(out, ZIP_TRUNCATE, NULL);
	zip_stat_t st;
	char *bytes;

	zip_source_keep(out);
	for (; files->name; files++) {
		zip_source_t *in = zip_source_buffer(zip, files->bytes.ptr,
						     files->bytes.len, 0);
		zip_int64_t i = zip_file_add(zip, files->name, in, 0);

		if (!strcmp(files->name, "mimetype"))
			zip_set_file_compression(zip, (zip_uint64_t)i,
						 ZIP_CM_STORE, 0);
	}
	cr_assert(zip_close(zip) == 0);
	zip_source_open(out);
	zip_source_stat(out, &st);
	bytes = MB_NEW(arena, char, st.size);
	zip_source_read(out, bytes, st.size);
	zip_source_close(out);
	zip_source_free(out);
	return (struct mb_str){ bytes, st.size };
}

static void add_block(struct mb_buf *out, const struct block *b)
{
	static const char *const kinds[] = { "line",  "paragraph", "heading",
					     "entry", "row",       "page" };

	mb_buf_add(out, mb_str_of(kinds[b->kind]));
	if (b->kind == BLOCK_HEADING)
		mb_buf_add_format(out, "%u", b->level);
	mb_buf_add_format(out, "%s%s/%u ", b->is_bold ? "*" : "",
			  b->is_aside ? "~" : "", b->n_blank);
	if (b->marker.len > 0)
		mb_buf_add_format(out, "{%.*s} ", MB_STR_ARG(b->marker));
	mb_buf_add_format(out, "%.*s", MB_STR_ARG(b->text));
	if (b->kind != BLOCK_ROW && b->n_cells > 1)
		mb_buf_add_format(out, " (%zu columns)", b->n_cells);
	mb_buf_add_char(out, '\n');
}

char *archive_blocks(struct mb_str document, struct mb_arena *arena)
{
	struct source source = { .bytes = document };
	struct blocks blocks = blocks_in(arena);
	struct mb_buf out = MB_BUF_INIT;
	struct mb_err err;
	char *text;
	int rc = source_decode(&source, arena, &err);

	if (rc == MB_OK)
		rc = format_parse(&source, &blocks, &err);
	cr_assert(rc == MB_OK, "%s", err.msg);
	for (size_t i = 0; i < blocks.n; i++)
		add_block(&out, &blocks.items[i]);
	text = MB_NEW(arena, char, out.len + 1);
	memcpy(text, out.ptr, out.len);
	mb_buf_release(&out);
	return text;
}
