#include "minutebook/opts.h"

#include <string.h>

#include "support/fault.h"
#include "support/text.h"

TestSuite(opts);

enum { OPT_INDEX = 1, OPT_QUIET, OPT_VERBOSE, OPT_LIMIT, OPT_HIDDEN };

static const struct mb_opt table[] = {
	{ OPT_INDEX, 'i', "index", "FILE", "use this index" },
	{ OPT_QUIET, 'q', "quiet", NULL, "say nothing" },
	{ OPT_VERBOSE, 'v', "verbose", NULL, "say more" },
	{ OPT_LIMIT, 0, "limit", "N", "show 'N' hits [at most]" },
	{ OPT_HIDDEN, 0, "dump", NULL, NULL },
};

#define N_TABLE (sizeof(table) / sizeof(*table))

/*
 * What the command line @line means: its words are cut at blanks, "@" is an
 * empty word; options come out as their letter (or number), '=' and value.
 */
static char *read_line(const char *line)
{
	char *argv[16] = { "prog" };
	char *words = text_of(mb_str_of(line));
	struct mb_buf out = MB_BUF_INIT;
	struct mb_err err = { 0 };
	struct mb_opts opts;
	const char *value;
	int argc = 1, id, rc;

	while (*words) {
		char *end = words + strcspn(words, " ");

		argv[argc++] = words[0] == '@' ? "" : words;
		words = *end ? end + 1 : end;
		*end = '\0';
	}
	opts = mb_opts_of(table, N_TABLE, argc, argv);
	while ((rc = mb_opts_next(&opts, &id, &value, &err)) > 0) {
		if (out.len > 0)
			mb_buf_add_char(&out, ' ');
		if (id != 0)
			mb_buf_add_char(&out, ".iqvLH"[id]);
		if (value)
			mb_buf_add_format(&out, "(%s)", value);
	}
	if (rc < 0) {
		cr_expect(eq(int, rc, MB_EUSAGE));
		mb_buf_add_format(&out, "%s%s", out.len > 0 ? " !" : "!",
				  err.msg);
	}
	words = text_of(mb_buf_str(&out));
	mb_buf_release(&out);
	return words;
}

Test(opts, reads_every_form_that_gnu_programs_read)
{
	const struct {
		const char *line, *want;
	} cases[] = {
		{ "", "" },
		{ "-q", "q" },
		{ "--quiet", "q" },
		{ "-qv", "q v" },
		{ "-i a.db", "i(a.db)" },
		{ "-ia.db", "i(a.db)" },
		{ "-qia.db", "q i(a.db)" },
		{ "-qi a.db", "q i(a.db)" },
		{ "-i=a.db", "i(=a.db)" }, /* as GNU's getopt takes it */
		{ "--index=a.db", "i(a.db)" },
		{ "--index a.db", "i(a.db)" },
		{ "--index=", "i()" },
		{ "--index=a=b", "i(a=b)" },
		{ "--index -q", "i(-q)" },
		{ "-i -- x", "i(--) (x)" },
		{ "--limit=3", "L(3)" },
		{ "--dump", "H" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		cr_expect(eq(str, read_line(cases[i].line), cases[i].want),
			  "%s", cases[i].line);
}

Test(opts, finds_options_anywhere_among_operands)
{
	const struct {
		const char *line, *want;
	} cases[] = {
		{ "minutes -q more", "(minutes) q (more)" },
		{ "-q -- -v", "q (-v)" },
		{ "-- --", "(--)" },
		{ "a -- b -q", "(a) (b) (-q)" },
		{ "-", "(-)" },
		{ "- -q", "(-) q" },
		{ "@", "()" },
		{ "--", "" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		cr_expect(eq(str, read_line(cases[i].line), cases[i].want),
			  "%s", cases[i].line);
}

Test(opts, refuses_what_cannot_be_meant_and_says_why)
{
	const struct {
		const char *line, *want;
	} cases[] = {
		{ "--quite", "!unknown option '--quite': did you mean "
			     "'--quiet'?" },
		{ "--lmit=3", "!unknown option '--lmit': did you mean "
			      "'--limit'?" },
		{ "--banana", "!unknown option '--banana'" },
		{ "--=x", "!unknown option '--'" },
		{ "-x", "!unknown option '-x'" },
		{ "-qx", "q !unknown option '-x'" },
		{ "-quiet", "q !unknown option '-u' in '-quiet': if that is "
			    "no option, put -- before it" },
		{ "--quiet=yes", "!'--quiet' takes no argument" },
		{ "--index", "!'--index' needs an argument: FILE" },
		{ "-i", "!'-i' needs an argument: FILE" },
		{ "-qi", "q !'-i' needs an argument: FILE" },
		{ "--index a --limit", "i(a) !'--limit' needs an argument: N" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		cr_expect(eq(str, read_line(cases[i].line), cases[i].want),
			  "%s", cases[i].line);
}

Test(opts, stays_at_the_end_when_asked_again)
{
	char *argv[] = { "prog", NULL };
	struct mb_opts opts = mb_opts_of(table, N_TABLE, 1, argv);
	const char *value;
	int id;

	cr_expect(zero(int, mb_opts_next(&opts, &id, &value, NULL)));
	cr_expect(zero(int, mb_opts_next(&opts, &id, &value, NULL)));
	opts = mb_opts_of(table, N_TABLE, 0, argv);
	cr_expect(zero(int, mb_opts_next(&opts, &id, &value, NULL)));
}

Test(opts, lists_what_is_for_people_in_help)
{
	struct mb_buf out = MB_BUF_INIT;

	mb_opts_help(&out, table, N_TABLE);
	text_expect(mb_buf_str(&out),
		    "  -i, --index=FILE          use this index\n"
		    "  -q, --quiet               say nothing\n"
		    "  -v, --verbose             say more\n"
		    "      --limit=N             show 'N' hits [at most]\n",
		    "help");
	mb_buf_release(&out);
}

static char *completion(const char *shell)
{
	struct mb_buf out = MB_BUF_INIT;
	char *text;

	cr_expect(
	    mb_opts_completion(&out, shell, "minutes-find", table, N_TABLE));
	text = text_of(mb_buf_str(&out));
	mb_buf_release(&out);
	return text;
}

Test(opts, completes_in_bash)
{
	cr_expect(eq(str, completion("bash"),
		     "complete -o default -W '--index= --quiet --verbose "
		     "--limit=' minutes-find\n"));
}

Test(opts, completes_in_zsh)
{
	cr_expect(eq(str, completion("zsh"),
		     "#compdef minutes-find\n"
		     "_arguments \\\n"
		     "  '--index=[use this index]:FILE:_files' \\\n"
		     "  '--quiet[say nothing]' \\\n"
		     "  '--verbose[say more]' \\\n"
		     "  '--limit=[show N hits at most]:N:_files' \\\n"
		     "  '*:file:_files'\n"));
}

Test(opts, completes_in_fish)
{
	cr_expect(eq(str, completion("fish"),
		     "complete -c minutes-find -l index -s i -r -d 'use this "
		     "index'\n"
		     "complete -c minutes-find -l quiet -s q -d 'say nothing'\n"
		     "complete -c minutes-find -l verbose -s v -d 'say more'\n"
		     "complete -c minutes-find -l limit -r -d 'show N hits at "
		     "most'\n"));
}

Test(opts, leaves_no_quote_open_in_a_script)
{
	static const char *const shells[] = { "bash", "zsh", "fish" };
	static const struct mb_opt hostile[] = {
		{ 1, 'a', "all", NULL, "it's `all` $HOME [\"x\"]: a\\b" },
	};

	for (size_t i = 0; i < 3; i++) {
		struct mb_buf out = MB_BUF_INIT;

		cr_assert(mb_opts_completion(&out, shells[i], "p", hostile, 1));
		cr_expect(zero(sz, mb_str_count(mb_buf_str(&out), '\'') % 2),
			  "%s", shells[i]);
		cr_expect(zero(sz, mb_str_count(mb_buf_str(&out), '$')), "%s",
			  shells[i]);
		cr_expect(zero(sz, mb_str_count(mb_buf_str(&out), '`')), "%s",
			  shells[i]);
		mb_buf_release(&out);
	}
}

Test(opts, knows_no_other_shell)
{
	struct mb_buf out = MB_BUF_INIT;

	cr_expect(not(mb_opts_completion(&out, "csh", "p", table, N_TABLE)));
	cr_expect(not(mb_opts_completion(&out, "", "p", table, N_TABLE)));
	cr_expect(zero(sz, out.len), "nothing is written");
}

static int write_all(void)
{
	static const char *const shells[] = { "bash", "zsh", "fish" };
	struct mb_buf out = MB_BUF_INIT;
	struct mb_str text;
	int rc;

	mb_opts_help(&out, table, N_TABLE);
	for (size_t i = 0; i < 3; i++)
		if (!mb_opts_completion(&out, shells[i], "p", table, N_TABLE))
			return MB_EUSAGE;
	rc = mb_buf_finish(&out, &text, NULL);
	mb_buf_release(&out);
	return rc;
}

Test(opts, survives_running_out_of_memory_anywhere)
{
	fault_each_allocation(write_all);
}
