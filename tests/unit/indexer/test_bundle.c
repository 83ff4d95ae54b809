#include "bundle.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "archive.h"
#include "source.h"
#include "support/text.h"
#include "walk.h"

static struct mb_arena arena;
static char folder[] = "/tmp/minutebook-bundle-XXXXXX";

static void prepare(void)
{
	cr_assert(mkdtemp(folder) != NULL);
}

static void release(void)
{
	char command[100];

	snprintf(command, sizeof(command), "rm -rf %s", folder);
	cr_expect(system(command) == 0);
	mb_arena_release(&arena);
}

TestSuite(bundle, .init = prepare, .fini = release, .timeout = 60);

static void write_file(const char *name, struct mb_str bytes)
{
	char path[200];
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	file = fopen(path, "wb");
	cr_assert(file != NULL);
	cr_expect(eq(sz, fwrite(bytes.ptr, 1, bytes.len, file), bytes.len));
	fclose(file);
}

static struct mb_str some_archive(void)
{
	return archive_of(
	    (const struct archive_file[]){
		{ "b/June.txt", MB_STR("the second\n") },
		{ "a.txt", MB_STR("the first\n") },
		{ "b/inner.zip", MB_STR("PK") },
		{ "../../outside.txt", MB_STR("no") },
		{ "__MACOSX/a.txt", MB_STR("no") },
		{ "b/.hidden", MB_STR("no") },
		{ NULL, { NULL, 0 } } },
	    &arena);
}

/* What a walk over @path comes to, one entry a line. */
static char *walked_from(const char *path)
{
	struct mb_buf out = MB_BUF_INIT;
	struct walk_entry entry;
	struct walk *walk;
	struct mb_err err;
	char *text;

	cr_assert(eq(int, walk_new(&path, 1, &walk, &err), MB_OK));
	while (walk_next(walk, &entry, &err) > 0) {
		struct source source = { .path = entry.path };
		int rc = entry.kind == WALK_FILE
			     ? source_read(&entry, &arena, &source, &err)
			     : MB_OK;

		mb_buf_add_format(&out, "%.*s: %s%.*s\n",
				  MB_STR_ARG(entry.path),
				  rc != MB_OK               ? err.msg
				  : entry.kind != WALK_FILE ? entry.reason
							    : "",
				  MB_STR_ARG(mb_str_trim(source.bytes)));
	}
	walk_free(walk);
	text = MB_NEW(&arena, char, out.len + 1);
	memcpy(text, out.ptr, out.len);
	mb_buf_release(&out);
	return text;
}

static char *walked(void)
{
	return walked_from(folder);
}

Test(bundle, is_walked_like_a_folder)
{
	write_file("2014.ZIP", some_archive());
	write_file("after.txt", MB_STR("a file"));
	cr_expect(eq(
	    str, walked(),
	    "2014.ZIP/../../outside.txt: not a name of a file in an archive\n"
	    "2014.ZIP/__MACOSX/a.txt: hidden\n"
	    "2014.ZIP/a.txt: the first\n"
	    "2014.ZIP/b/.hidden: hidden\n"
	    "2014.ZIP/b/June.txt: the second\n"
	    "2014.ZIP/b/inner.zip: an archive inside of an archive\n"
	    "after.txt: a file\n"));
}

Test(bundle, that_is_given_is_walked_like_a_folder_that_is)
{
	char path[200];
	char *got;

	snprintf(path, sizeof(path), "%s/2014.ZIP", folder);
	write_file("2014.ZIP", some_archive());
	got = walked_from(path);
	cr_expect(mb_str_find(mb_str_of(got), MB_STR("\na.txt: the first\n")) !=
		      MB_STR_NONE,
		  "%s", got);
}

Test(bundle, is_no_document_of_another_program)
{
	struct mb_str sheet = archive_of(
	    (const struct archive_file[]){
		{ "[Content_Types].xml", MB_STR("<Types/>") },
		{ "xl/workbook.xml", MB_STR("<workbook/>") },
		{ NULL, { NULL, 0 } } },
	    &arena);
	struct bundle *bundle = NULL;
	struct mb_err err;
	int dir;

	write_file("sheet.zip", sheet);
	write_file("text.zip", MB_STR("no archive at all"));
	dir = open(folder, O_RDONLY | O_DIRECTORY);
	cr_expect(eq(int, bundle_open(dir, "sheet.zip", &bundle, &err), MB_OK));
	cr_expect(bundle == NULL);
	cr_expect(eq(int, bundle_open(dir, "text.zip", &bundle, &err), MB_OK));
	cr_expect(bundle == NULL);
	close(dir);
}

Test(bundle, that_is_broken_is_a_folder_that_cannot_be_read)
{
	struct mb_str whole = some_archive();
	char *got;

	write_file("cut.zip", mb_str_take(whole, whole.len / 2));
	got = walked();
	cr_expect(mb_str_starts(mb_str_of(got),
				MB_STR("cut.zip: a broken ZIP file: ")),
		  "%s", got);
}

Test(bundle, refuses_a_file_that_inflates_to_a_flood)
{
	size_t n = 30 * 1024 * 1024;
	char *zeros = MB_NEW(&arena, char, n);
	char *got;

	write_file("bomb.zip", archive_of(
				   (const struct archive_file[]){
				       { "bomb.txt", { zeros, n } },
				       { "small.txt", MB_STR("here") },
				       { NULL, { NULL, 0 } } },
				   &arena));
	got = walked();
	cr_expect(eq(str, got,
		     "bomb.zip/bomb.txt: a file in it inflates more than 200 "
		     "times: no document does\n"
		     "bomb.zip/small.txt: here\n"));
}
