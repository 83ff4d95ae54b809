/*
 * fuzz_zip.c - ZIP archives: their files, and documents in them
 *
 * An input that begins like an archive is one, broken as it may be.  Of any
 * other an archive is made (parts.h), so that its names may be odd and its
 * files whole.
 */
#include <fcntl.h>
#include <unistd.h>

#include "bundle.h"
#include "fuzz/files.h"
#include "fuzz/must.h"
#include "fuzz/parts.h"
#include "fuzz/record.h"

#define MAX_READ 64

static void check_name(struct mb_str name, struct mb_str last,
		       const char *reason)
{
	must(name.len > 0, "a file has a name");
	must(mb_str_compare(last, name) <= 0, "files come by name");
	if (reason)
		return;
	must(!mb_str_equal(last, name), "a name comes once");
	must(name.ptr[0] != '/' && name.ptr[0] != '.', "names are no paths");
	must(mb_str_find(name, MB_STR("/.")) == MB_STR_NONE,
	     "names stay in the archive");
}

static void check_document(struct mb_str name, struct mb_str bytes,
			   struct mb_arena *arena)
{
	struct source source = { .path = name, .bytes = bytes };

	if (source_decode(&source, arena, NULL) == MB_OK)
		record_check(&source, arena);
}

static void check_bundle(struct bundle *bundle)
{
	struct mb_str name, last = { NULL, 0 };
	const char *reason;

	for (int i = 0; i < MAX_READ && bundle_next(bundle, &name, &reason);
	     i++) {
		struct mb_arena arena = MB_ARENA_INIT;
		struct mb_str bytes;

		check_name(name, last, reason);
		if (!reason &&
		    bundle_read(bundle, &arena, &bytes, NULL) == MB_OK)
			check_document(name, bytes, &arena);
		mb_arena_release(&arena);
		last = name;
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct mb_str input = { (const char *)bytes, n };
	struct mb_arena arena = MB_ARENA_INIT;
	struct mb_err err = { .code = MB_OK };
	struct bundle *bundle;
	char path[FILE_PATH_BYTES];
	int fd;

	if (!mb_str_starts(input, MB_STR("PK")))
		input = parts_archive(NULL, MB_STR("minutes"), input, &arena);
	fd = file_make(input, path);
	if (bundle_open(AT_FDCWD, path, &bundle, &err) != MB_OK)
		must_be_told(&err, 1u << -MB_EFORMAT | 1u << -MB_ELIMIT, 0);
	else if (bundle)
		check_bundle(bundle);
	check_document(MB_STR("minutes.docx"), input, &arena);
	bundle_close(bundle);
	close(fd);
	mb_arena_release(&arena);
	return 0;
}
