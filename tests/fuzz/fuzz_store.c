/*
 * fuzz_store.c - any documents in an index: put, joined, names decided
 *
 * See parts.h: the input is one document or, below lines of "@@ NAME", some.
 * Whatever was understood of them, SQLite must take it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "extract.h"
#include "fuzz/must.h"
#include "fuzz/parts.h"
#include "minutebook/store_write.h"
#include "sniff.h"

#define MAX_DOCUMENTS 6

static char path[64], lock[80];

static void remove_index(void)
{
	unlink(path);
	unlink(lock);
}

static void choose_path(void)
{
	snprintf(path, sizeof(path), "/tmp/minutebook-fuzz-%ld.db",
		 (long)getpid());
	snprintf(lock, sizeof(lock), "%s-lock", path);
	atexit(remove_index);
}

/* The same path a second time takes the first one's place. */
static void put(struct mb_store *store, int64_t root, int number,
		const struct part *part)
{
	struct mb_arena arena = MB_ARENA_INIT;
	char name[40];
	struct source source = { .path = mb_str_of(name),
				 .bytes = part->bytes };
	struct mb_store_file file = { .root = root, .hash = source.hash };
	struct mb_err err = { .code = MB_OK };
	struct mb_doc doc;

	snprintf(name, sizeof(name), "larkhythe/%d/minutes.txt", number);
	source.hash[0] = (unsigned char)number;
	file.path = source.path;
	if (extract_document(&source, &arena, &doc, &err) == MB_OK)
		must_work(mb_store_put(store, &file, &doc, &err), &err);
	else
		must_work(
		    mb_store_put_failed(store, &file, mb_str_of(err.msg), &err),
		    &err);
	mb_arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct mb_str rest = { (const char *)bytes, n };
	struct mb_store *store = NULL;
	struct mb_err err;
	struct part part;
	int64_t root;

	if (!path[0])
		choose_path();
	remove_index();
	must_work(mb_store_open(path, &store, &err), &err);
	must_work(mb_store_root(store, MB_STR("/minutes"), MB_STR("minutes"),
				&root, &err),
		  &err);
	for (int i = 0; i < MAX_DOCUMENTS && parts_next(&rest, &part); i++)
		if (sniff_bytes(part.bytes) != MB_FORMAT_PDF)
			put(store, root, i, &part);
	must_work(mb_store_join(store, &err), &err);
	must_work(mb_store_resolve(store, &err), &err);
	must_work(mb_store_close(store, &err), &err);
	return 0;
}
