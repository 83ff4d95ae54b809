#include "options.h"

#include <stdlib.h>

#include "folder.h"
#include "support/fault.h"
#include "support/text.h"

static struct mb_arena arena;

static void forget(void)
{
	unsetenv("MINUTES_INDEX");
}

static void release(void)
{
	mb_arena_release(&arena);
}

TestSuite(options, .init = forget, .fini = release);

/* Reads a command line that ends with NULL. */
static int read_line(char **argv, struct options *out, struct mb_err *err)
{
	int argc = 0;

	while (argv[argc])
		argc++;
	return options_read(argc, argv, &arena, out, err);
}

static struct options expect_line(char **argv)
{
	struct options options = { .task = TASK_HELP };
	struct mb_err err = { MB_OK, 0, "" };

	cr_assert(read_line(argv, &options, &err) == MB_OK, "%s", err.msg);
	return options;
}

#define LINE(...) ((char *[]){ "minutes-index", __VA_ARGS__, NULL })

Test(options, say_what_to_do)
{
	struct options o = expect_line(LINE("minutes", "-i", "x.db", "more"));

	cr_expect(eq(int, o.task, TASK_INDEX));
	cr_expect(eq(str, o.ingest.index, "x.db"));
	cr_assert(eq(sz, o.n_paths, 2));
	cr_expect(eq(str, o.paths[0], "minutes"));
	cr_expect(eq(str, o.paths[1], "more"));
	cr_expect(not(o.ingest.dry_run || o.ingest.rehash || o.is_quiet));

	o = expect_line(LINE("--extract", "-q", "a"));
	cr_expect(eq(int, o.task, TASK_EXTRACT));
	cr_expect(o.is_quiet);
	o = expect_line(LINE("--dump=blocks", "a"));
	cr_expect(eq(int, o.task, TASK_DUMP));
	cr_expect(eq(str, o.stage, "blocks"));
	o = expect_line(LINE("--rehash", "-n", "a"));
	cr_expect(o.ingest.rehash && o.ingest.dry_run && o.is_verbose);
	cr_expect(eq(int, expect_line(LINE("--help")).task, TASK_HELP));
	cr_expect(eq(int, expect_line(LINE("-V")).task, TASK_VERSION));
	o = expect_line(LINE("--completion", "bash"));
	cr_expect(eq(int, o.task, TASK_COMPLETION));
	cr_expect(eq(int, expect_line((char *[]){ "minutes-index", NULL }).task,
		     TASK_HELP));
	o = expect_line(LINE("--", "--help"));
	cr_expect(eq(str, o.paths[0], "--help"));
}

Test(options, take_the_index_from_the_environment)
{
	cr_expect(eq(str, expect_line(LINE("a")).ingest.index, "minutes.db"));
	setenv("MINUTES_INDEX", "", 1);
	cr_expect(eq(str, expect_line(LINE("a")).ingest.index, "minutes.db"));
	setenv("MINUTES_INDEX", "env.db", 1);
	cr_expect(eq(str, expect_line(LINE("a")).ingest.index, "env.db"));
	cr_expect(
	    eq(str, expect_line(LINE("-ix.db", "a")).ingest.index, "x.db"));
}

Test(options, refuse_what_cannot_be_meant)
{
	struct options untouched = { .stage = "untouched" };
	struct mb_err err = { MB_OK, 0, "" };

	cr_expect(eq(int, read_line(LINE("-q"), &untouched, &err), MB_EUSAGE));
	cr_expect(eq(str, err.msg, "no files or folders given"));
	cr_expect(
	    eq(int, read_line(LINE("--no-such"), &untouched, &err), MB_EUSAGE));
	cr_expect(eq(int, read_line(LINE("-i"), &untouched, &err), MB_EUSAGE));
	cr_expect(
	    eq(int,
	       read_line(LINE("--files-from=/no/such/list"), &untouched, &err),
	       MB_EIO));
	cr_expect(eq(str, untouched.stage, "untouched"));
}

Test(options, take_paths_from_a_list)
{
	struct folder folder = folder_new();
	struct options o;

	folder_write(&folder, "lines", MB_STR("a b.txt\n\nc.txt\n"));
	folder_write(&folder, "nuls", MB_STR("a\nb.txt\0c.txt\0"));
	o = expect_line(
	    LINE("--files-from", folder_path(&folder, "lines"), "z"));
	cr_assert(eq(sz, o.n_paths, 3));
	cr_expect(eq(str, o.paths[0], "a b.txt"));
	cr_expect(eq(str, o.paths[1], "c.txt"));
	cr_expect(eq(str, o.paths[2], "z"));
	o = expect_line(LINE("--files-from", folder_path(&folder, "nuls")));
	cr_assert(eq(sz, o.n_paths, 2));
	cr_expect(eq(str, o.paths[0], "a\nb.txt"));
	folder_remove(&folder);
}

Test(options, are_all_in_the_help_and_the_completions)
{
	const char *const names[] = { "index",  "files-from", "extract",
				      "dump",   "rehash",     "dry-run",
				      "quiet",  "verbose",    "help",
				      "version" };
	const char *const shells[] = { "bash", "zsh", "fish" };
	struct mb_buf out = MB_BUF_INIT;

	options_help(&out);
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		cr_expect(mb_str_find(mb_buf_str(&out), mb_str_of(names[i])) !=
			      MB_STR_NONE,
			  "%s", names[i]);
	for (size_t s = 0; s < sizeof(shells) / sizeof(*shells); s++) {
		mb_buf_truncate(&out, 0);
		cr_expect(options_completion(&out, shells[s]));
		for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
			cr_expect(mb_str_find(mb_buf_str(&out),
					      mb_str_of(names[i])) !=
				      MB_STR_NONE,
				  "%s: %s", shells[s], names[i]);
	}
	cr_expect(not(options_completion(&out, "no-such-shell")));
	mb_buf_release(&out);
}

static int read_once(void)
{
	struct mb_arena own = MB_ARENA_INIT;
	struct options o;
	int rc = options_read(4, (char *[]){ "minutes-index", "-q", "a", "b" },
			      &own, &o, NULL);

	mb_arena_release(&own);
	return rc;
}

Test(options, survive_running_out_of_memory_anywhere)
{
	fault_each_allocation(read_once);
}
