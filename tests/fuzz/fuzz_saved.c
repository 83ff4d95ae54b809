/*
 * fuzz_saved.c - any bytes as the file of a saved query
 *
 * What can be read is written and read again, and says the same.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fuzz/must.h"
#include "saved.h"

static struct mb_str folder;
static char path[64];

static void remove_folder(void)
{
	unlink(path);
	rmdir(folder.ptr);
}

static void make_folder(void)
{
	static char name[] = "/tmp/minutebook-fuzz-XXXXXX";

	must(mkdtemp(name) != NULL, "there is a folder");
	folder = mb_str_of(name);
	snprintf(path, sizeof(path), "%s/q.query", name);
	atexit(remove_folder);
}

static void write_file(struct mb_str text)
{
	FILE *file = fopen(path, "wb");

	must(file && fwrite(text.ptr, 1, text.len, file) == text.len,
	     "the file can be written");
	must(fclose(file) == 0, "the file can be written");
}

static void check_saved(const struct saved *saved)
{
	must(saved->n_indexes >= 1 && saved->n_indexes <= SEARCH_MAX_SOURCES,
	     "there are so many indexes");
	must(saved->n_sorted == saved->n_seen, "hashes are sorted");
	for (size_t i = 0; i < saved->n_seen; i++) {
		must(i == 0 || saved->seen[i - 1] < saved->seen[i],
		     "hashes are there once");
		must(saved_has_seen(saved, saved->seen[i]), "and are found");
	}
}

static void check_again(struct saved *saved, struct mb_arena *arena)
{
	struct saved again;
	struct mb_err err;

	must_work(saved_prepare(folder, saved, &err), &err);
	must_work(saved_commit(folder, saved, &err), &err);
	must_work(saved_read(folder, MB_STR("q"), arena, &again, &err), &err);
	must(mb_str_equal(saved->query, again.query) &&
		 saved->match == again.match &&
		 saved->n_indexes == again.n_indexes &&
		 saved->n_seen == again.n_seen,
	     "what was written is read");
	for (int i = 0; i < saved->n_indexes; i++)
		must(mb_str_equal(saved->indexes[i], again.indexes[i]),
		     "an index is where it was");
	must(saved->n_seen == 0 ||
		 memcmp(saved->seen, again.seen,
			saved->n_seen * sizeof(*saved->seen)) == 0,
	     "what was seen was seen");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct mb_arena arena = MB_ARENA_INIT;
	struct mb_err err = { .code = MB_OK };
	struct saved saved;

	if (folder.len == 0)
		make_folder();
	write_file((struct mb_str){ (const char *)bytes, n });
	if (saved_read(folder, MB_STR("q"), &arena, &saved, &err) == MB_OK) {
		check_saved(&saved);
		check_again(&saved, &arena);
	} else {
		must_be_told(&err, 1u << -MB_EFORMAT, 0);
	}
	mb_arena_release(&arena);
	return 0;
}
