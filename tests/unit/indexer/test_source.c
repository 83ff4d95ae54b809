#include "source.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "folder.h"
#include "support/fault.h"
#include "support/text.h"

static struct folder folder;
static struct mb_arena arena;

static void make(void)
{
	folder = folder_new();
}

static void release(void)
{
	mb_arena_release(&arena);
	folder_remove(&folder);
}

TestSuite(source, .init = make, .fini = release);

static int read_source(const char *name, struct source *out, struct mb_err *err)
{
	const struct walk_entry entry = {
		.path = mb_str_of(name),
		.dir = AT_FDCWD,
		.name = folder_path(&folder, name),
	};

	return source_read(&entry, &arena, out, err);
}

Test(source, is_read_with_its_hash)
{
	struct source a, b, c;

	folder_write(&folder, "a.txt", MB_STR("min\0utes\xFF"));
	folder_write(&folder, "b.txt", MB_STR("min\0utes\xFF"));
	folder_write(&folder, "c.txt", MB_STR("min\0utes\xFE"));
	cr_assert(read_source("a.txt", &a, NULL) == MB_OK);
	cr_assert(read_source("b.txt", &b, NULL) == MB_OK);
	cr_assert(read_source("c.txt", &c, NULL) == MB_OK);
	cr_expect(mb_str_equal(a.bytes, MB_STR("min\0utes\xFF")));
	text_expect(a.path, "a.txt", "the path");
	cr_expect(memcmp(a.hash, b.hash, sizeof(a.hash)) == 0);
	cr_expect(memcmp(a.hash, c.hash, sizeof(a.hash)) != 0);
}

Test(source, may_be_empty)
{
	struct source source;

	folder_write(&folder, "a.txt", MB_STR(""));
	cr_assert(read_source("a.txt", &source, NULL) == MB_OK);
	cr_expect(eq(sz, source.bytes.len, 0));
	cr_assert(source_decode(&source, &arena, NULL) == MB_OK);
	cr_expect(eq(int, source.format, MB_FORMAT_TEXT));
}

Test(source, is_refused_above_its_limit)
{
	struct source source = { .path = MB_STR("untouched") };
	struct mb_err err = { MB_OK, 0, "" };

	folder_write(&folder, "a.txt", MB_STR(""));
	cr_assert(eq(
	    int, truncate(folder_path(&folder, "a.txt"), SOURCE_MAX_BYTES), 0));
	cr_expect(eq(int, read_source("a.txt", &source, &err), MB_OK));
	cr_expect(eq(sz, source.bytes.len, SOURCE_MAX_BYTES));

	source.path = MB_STR("untouched");
	cr_assert(eq(
	    int, truncate(folder_path(&folder, "a.txt"), SOURCE_MAX_BYTES + 1),
	    0));
	cr_expect(eq(int, read_source("a.txt", &source, &err), MB_ELIMIT));
	cr_expect(eq(str, err.msg,
		     "67108865 bytes, more than the 64 MiB that are read"));
	text_expect(source.path, "untouched", "a failed read's output");
}

Test(source, of_too_much_text_is_not_decoded)
{
	struct source source = { .path = { NULL, 0 } };
	struct mb_err err = { MB_OK, 0, "" };
	char *text = MB_NEW(&arena, char, SOURCE_MAX_TEXT_BYTES + 1);

	cr_assert(text != NULL);
	memset(text, 'x', SOURCE_MAX_TEXT_BYTES + 1);
	source.bytes = (struct mb_str){ text, SOURCE_MAX_TEXT_BYTES };
	cr_expect(eq(int, source_decode(&source, &arena, &err), MB_OK));
	source.bytes.len++;
	cr_expect(eq(int, source_decode(&source, &arena, &err), MB_ELIMIT));
	cr_expect(eq(str, err.msg,
		     "6291457 bytes of text, more than the 6 MiB that are "
		     "read"));
}

/* A page of @n_bytes, nearly all of them a picture, and then a paragraph. */
static struct mb_str make_page(size_t n_bytes)
{
	struct mb_str head =
	    MB_STR("<html><img src='data:image/png;base64,AA\nAA");
	struct mb_str tail = MB_STR("'>\n<p>The roof is late.");
	char *page = MB_NEW(&arena, char, n_bytes);

	cr_assert(page != NULL);
	memset(page, 'x', n_bytes);
	memcpy(page, head.ptr, head.len);
	memcpy(page + n_bytes - tail.len, tail.ptr, tail.len);
	return (struct mb_str){ page, n_bytes };
}

Test(source, is_read_without_the_pictures_in_it)
{
	struct source source, other;

	folder_write(&folder, "a.html", make_page(SOURCE_MAX_TEXT_BYTES * 2));
	folder_write(&folder, "b.html", make_page(SOURCE_MAX_TEXT_BYTES));
	cr_assert(eq(int, read_source("a.html", &source, NULL), MB_OK));
	cr_assert(eq(int, read_source("b.html", &other, NULL), MB_OK));
	cr_expect(mb_str_equal(source.bytes, other.bytes));
	cr_expect(memcmp(source.hash, other.hash, sizeof(source.hash)) != 0,
		  "the hash is of what was found");
	cr_assert(eq(int, source_decode(&source, &arena, NULL), MB_OK));
	cr_expect(eq(int, source.format, MB_FORMAT_HTML));
	text_expect(source.text,
		    "<html><img src='data:image/png;base64,\n'>\n"
		    "<p>The roof is late.",
		    "the text");
}

Test(source, in_a_binary_format_keeps_its_bytes)
{
	struct mb_str bytes = MB_STR("%PDF-1.4 (data:image/png;base64,AAAA)");
	struct source source;

	folder_write(&folder, "a.pdf", bytes);
	cr_assert(eq(int, read_source("a.pdf", &source, NULL), MB_OK));
	cr_expect(mb_str_equal(source.bytes, bytes));
}

Test(source, that_is_no_file_any_more_does_not_hang)
{
	struct source source;
	struct mb_err err = { MB_OK, 0, "" };

	cr_assert(eq(int, mkfifo(folder_path(&folder, "fifo"), 0600), 0));
	cr_expect(eq(int, read_source("fifo", &source, &err), MB_EIO));
	cr_expect(eq(str, err.msg, "no longer a regular file"));
	cr_expect(eq(int, read_source("gone.txt", &source, &err), MB_EIO));
	cr_expect(
	    eq(str, err.msg, "cannot be opened: No such file or directory"));
}

Test(source, that_must_not_be_read_is_reported)
{
	struct source source;

	if (geteuid() == 0)
		return; /* root reads every file */
	folder_write(&folder, "a.txt", MB_STR("minutes"));
	cr_assert(eq(int, chmod(folder_path(&folder, "a.txt"), 0), 0));
	cr_expect(eq(int, read_source("a.txt", &source, NULL), MB_EIO));
}

Test(source, in_a_format_that_is_not_read_is_named)
{
	const struct {
		struct mb_str bytes;
		const char *want;
	} cases[] = {
		{ MB_STR("GIF89a\1\2"), "a GIF picture: not read" },
		{ MB_STR("PK\3\4"),
		  "a Word, OpenDocument or ZIP file: not read" },
		{ MB_STR("\1\2\3\4\5\6"),
		  "binary data of no known format: not read" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct source source = { .bytes = cases[i].bytes };
		struct mb_err err = { MB_OK, 0, "" };

		cr_expect(
		    eq(int, source_decode(&source, &arena, &err), MB_EUNREAD));
		cr_expect(eq(str, err.msg, cases[i].want));
		cr_expect(eq(sz, source.text.len, 0));
	}
}

Test(source, is_what_its_content_says_whatever_its_name)
{
	struct source source;

	folder_write(&folder, "minutes.txt", MB_STR("<!DOCTYPE html><p>x"));
	cr_assert(read_source("minutes.txt", &source, NULL) == MB_OK);
	cr_assert(source_decode(&source, &arena, NULL) == MB_OK);
	cr_expect(eq(int, source.format, MB_FORMAT_HTML));
	folder_write(&folder, "page.html", MB_STR("1. Apologies\nNone.\n"));
	cr_assert(read_source("page.html", &source, NULL) == MB_OK);
	cr_assert(source_decode(&source, &arena, NULL) == MB_OK);
	cr_expect(eq(int, source.format, MB_FORMAT_TEXT));
}

static int decode_once(void)
{
	struct mb_arena own = MB_ARENA_INIT;
	struct walk_entry entry = { .path = MB_STR("a.txt"),
				    .dir = AT_FDCWD,
				    .name = folder.path };
	char path[sizeof(folder.path) + 8];
	struct source source;
	int rc;

	snprintf(path, sizeof(path), "%s/a.txt", folder.path);
	entry.name = path;
	rc = source_read(&entry, &own, &source, NULL);
	if (rc == MB_OK)
		rc = source_decode(&source, &own, NULL);
	mb_arena_release(&own);
	return rc;
}

Test(source, survives_running_out_of_memory_anywhere)
{
	folder_write(&folder, "a.txt", MB_STR("Si\xE2n asked.\n"));
	fault_each_allocation(decode_once);
	folder_write(&folder, "a.txt",
		     MB_STR("<img src='data:image/png;base64,AAAA'>"));
	fault_each_allocation(decode_once);
}
