/* Saved queries, as files. */
#include "saved.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "support/scratch.h"
#include "support/text.h"

static struct mb_arena arena;
static struct mb_str folder;

static void begin(void)
{
	scratch_make();
	setenv("XDG_STATE_HOME", scratch_path("state/of/ada"), 1);
	cr_assert(saved_folder(&arena, &folder, NULL) == MB_OK);
}

static void end(void)
{
	mb_arena_release(&arena);
	scratch_remove();
}

TestSuite(saved, .init = begin, .fini = end);

static struct saved sample(const char *name)
{
	return (struct saved){
		.name = mb_str_of(name),
		.query = MB_STR("damp \"and mould\" OR \xC2\xA3"),
		.match = MATCH_ANY,
		.indexes = { MB_STR("/a b/minutes.db"), MB_STR("/c") },
		.n_indexes = 2
	};
}

static void put(struct saved *saved)
{
	cr_assert(saved_prepare(folder, saved, NULL) == MB_OK);
	cr_assert(saved_commit(folder, saved, NULL) == MB_OK);
}

Test(saved, come_back_as_they_were)
{
	struct saved saved = sample("damp"), got;
	struct mb_err err = { .msg = "" };

	for (uint64_t i = 0; i < 1000; i++)
		cr_assert(saved_see(&saved, &arena, i * 0x9E3779B97F4A7C15u,
				    NULL) == MB_OK);
	for (uint64_t i = 0; i < 1000; i++)
		cr_assert(saved_see(&saved, &arena, i * 0x9E3779B97F4A7C15u,
				    NULL) == MB_OK);
	cr_expect(eq(sz, saved.n_seen, 1000));
	put(&saved);
	cr_assert(saved_read(folder, MB_STR("damp"), &arena, &got, &err) ==
		      MB_OK,
		  "%s", err.msg);
	text_expect(got.query, "damp \"and mould\" OR \xC2\xA3", "the query");
	cr_expect(eq(int, (int)got.match, MATCH_ANY));
	cr_expect(eq(int, got.n_indexes, 2));
	text_expect(got.indexes[0], "/a b/minutes.db", "an index");
	cr_expect(eq(sz, got.n_seen, 1000));
	for (uint64_t i = 0; i < 1000; i++)
		cr_assert(saved_has_seen(&got, i * 0x9E3779B97F4A7C15u));
	cr_expect(saved_has_seen(&got, 7) == false);
}

Test(saved, change_only_when_they_are_committed)
{
	struct saved saved = sample("damp"), got;

	put(&saved);
	saved.query = MB_STR("other");
	cr_assert(saved_prepare(folder, &saved, NULL) == MB_OK);
	cr_assert(saved_read(folder, MB_STR("damp"), &arena, &got, NULL) ==
		  MB_OK);
	text_expect(got.query, "damp \"and mould\" OR \xC2\xA3", "as before");
	cr_assert(saved_commit(folder, &saved, NULL) == MB_OK);
	cr_assert(saved_read(folder, MB_STR("damp"), &arena, &got, NULL) ==
		  MB_OK);
	text_expect(got.query, "other", "the new one");
}

Test(saved, are_listed_by_name_and_forgotten)
{
	struct saved b = sample("b"), a = sample("a");
	struct saved_list list;
	struct mb_err err;

	put(&b);
	put(&a);
	cr_assert(saved_prepare(folder, &(struct saved){ .name = MB_STR("c") },
				NULL) == MB_OK);
	cr_assert(saved_names(folder, &arena, &list, NULL) == MB_OK);
	cr_assert(eq(sz, list.n, 2));
	text_expect(list.names[0], "a", "the first");
	cr_expect(saved_exists(folder, MB_STR("a")));
	cr_expect(saved_forget(folder, MB_STR("a"), &err) == MB_OK);
	cr_expect(
	    eq(int, saved_forget(folder, MB_STR("a"), &err), MB_ENOTFOUND));
	cr_expect(saved_exists(folder, MB_STR("a")) == false);
}

Test(saved, are_written_only_if_they_can_be_read)
{
	struct saved lines = sample("a"), paths = sample("b");

	lines.query = MB_STR("damp\r");
	paths.indexes[0] = MB_STR("/mnt/x\ny.db");
	cr_expect(eq(int, saved_prepare(folder, &lines, NULL), MB_EUSAGE));
	cr_expect(eq(int, saved_prepare(folder, &paths, NULL), MB_EUSAGE));
}

Test(saved, have_names_that_are_no_paths)
{
	static const char *const bad[] = { "",    "all", ".x",  "-x",
					   "a/b", "..",  "a b", "a\n" };
	static const char *const good[] = { "damp", "anti-racism", "a.b_2",
					    "All" };

	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		cr_expect(eq(int, saved_check_name(mb_str_of(bad[i]), NULL),
			     MB_EUSAGE),
			  "'%s'", bad[i]);
	for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++)
		cr_expect(
		    eq(int, saved_check_name(mb_str_of(good[i]), NULL), MB_OK),
		    "'%s'", good[i]);
}

Test(saved, that_are_damaged_are_errors)
{
	static const char *const texts[] = {
		"",
		"minutebook-query 2\nquery x\nindex /a\nseen\n",
		"minutebook-query 1\nquery x\nindex /a\n",
		"minutebook-query 1\nquery x\nseen\n",
		"minutebook-query 1\nquery x\nindex /a\nseen\n0123\n",
		"minutebook-query 1\nquery x\nindex /a\nseen\n"
		"0123456789ABCDEF\n",
		"minutebook-query 1\nmatch most\nindex /a\nseen\n",
		"minutebook-query 1\ncolour blue\nindex /a\nseen\n",
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		FILE *file =
		    fopen(scratch_path("state/of/ada/minutebook/x.query"), "w");
		struct saved got;
		struct mb_err err = { .msg = "" };

		cr_assert(file != NULL);
		fputs(texts[i], file);
		fclose(file);
		cr_expect(
		    eq(int, saved_read(folder, MB_STR("x"), &arena, &got, &err),
		       MB_EFORMAT),
		    "%s", texts[i]);
	}
}

Test(saved, need_a_place)
{
	struct mb_str where;
	int fd = saved_lock(folder, NULL);

	cr_expect(fd >= 0);
	close(fd);
	unsetenv("XDG_STATE_HOME");
	unsetenv("HOME");
	cr_expect(eq(int, saved_folder(&arena, &where, NULL), MB_EIO));
}
