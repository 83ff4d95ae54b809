#include "minutebook/opts.h"

#include <string.h>

#include "minutebook/nearest.h"

#define MAX_NAMES 64

struct mb_opts mb_opts_of(const struct mb_opt *table, size_t n, int argc,
			  char **argv)
{
	return (struct mb_opts){
		.table = table, .n = n, .argc = argc, .argv = argv, .at = 1
	};
}

static int fail_unknown(const struct mb_opts *opts, struct mb_str name,
			struct mb_err *err)
{
	const char *names[MAX_NAMES];
	const char *near;
	size_t n = opts->n < MAX_NAMES ? opts->n : MAX_NAMES;

	for (size_t i = 0; i < n; i++)
		names[i] = opts->table[i].name;
	near = mb_nearest(name, names, n);
	if (near)
		return mb_fail(err, MB_EUSAGE,
			       "unknown option '--%.*s': did you mean '--%s'?",
			       MB_STR_ARG(name), near);
	return mb_fail(err, MB_EUSAGE, "unknown option '--%.*s'",
		       MB_STR_ARG(name));
}

/* --name or --name=value */
static int read_long(struct mb_opts *opts, const char *arg, int *id,
		     const char **value, struct mb_err *err)
{
	struct mb_cut cut = mb_str_cut(mb_str_of(arg), '=');

	for (size_t i = 0; i < opts->n; i++) {
		const struct mb_opt *opt = &opts->table[i];

		if (!mb_str_equal(cut.head, mb_str_of(opt->name)))
			continue;
		if (!opt->arg && cut.found)
			return mb_fail(err, MB_EUSAGE,
				       "'--%s' takes no argument", opt->name);
		*id = opt->id;
		*value = cut.found ? cut.tail.ptr : NULL;
		if (opt->arg && !cut.found) {
			if (opts->at == opts->argc)
				return mb_fail(err, MB_EUSAGE,
					       "'--%s' needs an argument: %s",
					       opt->name, opt->arg);
			*value = opts->argv[opts->at++];
		}
		return 1;
	}
	return fail_unknown(opts, cut.head, err);
}

/* "-closure" was hardly meant as seven options. */
static int fail_letter(const struct mb_opts *opts, char letter,
		       struct mb_err *err)
{
	const char *arg = opts->argv[opts->at - 1];

	if (arg[0] != '-' || strlen(arg) < 4)
		return mb_fail(err, MB_EUSAGE, "unknown option '-%c'", letter);
	return mb_fail(err, MB_EUSAGE,
		       "unknown option '-%c' in '%.60s': if that is no option, "
		       "put -- before it",
		       letter, arg);
}

/* One letter of -qv, -i FILE or -iFILE. */
static int read_letter(struct mb_opts *opts, int *id, const char **value,
		       struct mb_err *err)
{
	char letter = *opts->letters++;

	for (size_t i = 0; i < opts->n; i++) {
		const struct mb_opt *opt = &opts->table[i];

		if (!opt->letter || opt->letter != letter)
			continue;
		*id = opt->id;
		*value = NULL;
		if (opt->arg && *opts->letters) {
			*value = opts->letters;
			opts->letters = NULL;
		} else if (opt->arg && opts->at == opts->argc) {
			return mb_fail(err, MB_EUSAGE,
				       "'-%c' needs an argument: %s", letter,
				       opt->arg);
		} else if (opt->arg) {
			*value = opts->argv[opts->at++];
		}
		return 1;
	}
	return fail_letter(opts, letter, err);
}

int mb_opts_next(struct mb_opts *opts, int *id, const char **value,
		 struct mb_err *err)
{
	const char *arg;

	if (opts->letters && *opts->letters)
		return read_letter(opts, id, value, err);
	opts->letters = NULL;
	if (opts->at >= opts->argc)
		return 0;
	arg = opts->argv[opts->at++];
	if (!opts->is_ended && !strcmp(arg, "--")) {
		opts->is_ended = true;
		return mb_opts_next(opts, id, value, err);
	}
	if (opts->is_ended || arg[0] != '-' || arg[1] == '\0') {
		*id = 0;
		*value = arg;
		return 1;
	}
	if (arg[1] == '-')
		return read_long(opts, arg + 2, id, value, err);
	opts->letters = arg + 1;
	return read_letter(opts, id, value, err);
}

/* --- help -------------------------------------------------------------- */

#define HELP_COLUMN 28

void mb_opts_help(struct mb_buf *out, const struct mb_opt *table, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct mb_opt *opt = &table[i];
		size_t start = out->len;

		if (!opt->help)
			continue; /* for other programs, not for people */
		if (opt->letter)
			mb_buf_add_format(out, "  -%c, --%s", opt->letter,
					  opt->name);
		else
			mb_buf_add_format(out, "      --%s", opt->name);
		if (opt->arg)
			mb_buf_add_format(out, "=%s", opt->arg);
		mb_buf_add(out, MB_STR("  "));
		while (out->len - start < HELP_COLUMN && !out->has_failed)
			mb_buf_add_char(out, ' ');
		mb_buf_add_format(out, "%s\n", opt->help);
	}
}

/* --- completions ------------------------------------------------------- */

static void complete_bash(struct mb_buf *out, const char *program,
			  const struct mb_opt *table, size_t n)
{
	mb_buf_add_format(out, "complete -o default -W '");
	for (size_t i = 0; i < n; i++)
		if (table[i].help)
			mb_buf_add_format(out, "%s--%s%s", i > 0 ? " " : "",
					  table[i].name,
					  table[i].arg ? "=" : "");
	mb_buf_add_format(out, "' %s\n", program);
}

/* Help texts without what the shells would take for syntax. */
static void add_plain(struct mb_buf *out, const char *help)
{
	for (; *help; help++)
		if (!strchr("'[]:\\`$\"", *help))
			mb_buf_add_char(out, *help);
}

static void complete_zsh(struct mb_buf *out, const char *program,
			 const struct mb_opt *table, size_t n)
{
	mb_buf_add_format(out, "#compdef %s\n_arguments \\\n", program);
	for (size_t i = 0; i < n; i++) {
		if (!table[i].help)
			continue;
		mb_buf_add_format(out, "  '--%s%s[", table[i].name,
				  table[i].arg ? "=" : "");
		add_plain(out, table[i].help);
		mb_buf_add_format(out, "]%s%s%s' \\\n", table[i].arg ? ":" : "",
				  table[i].arg ? table[i].arg : "",
				  table[i].arg ? ":_files" : "");
	}
	mb_buf_add(out, MB_STR("  '*:file:_files'\n"));
}

static void complete_fish(struct mb_buf *out, const char *program,
			  const struct mb_opt *table, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (!table[i].help)
			continue;
		mb_buf_add_format(out, "complete -c %s -l %s", program,
				  table[i].name);
		if (table[i].letter)
			mb_buf_add_format(out, " -s %c", table[i].letter);
		if (table[i].arg)
			mb_buf_add(out, MB_STR(" -r"));
		mb_buf_add(out, MB_STR(" -d '"));
		add_plain(out, table[i].help);
		mb_buf_add(out, MB_STR("'\n"));
	}
}

bool mb_opts_completion(struct mb_buf *out, const char *shell,
			const char *program, const struct mb_opt *table,
			size_t n)
{
	static const struct {
		const char *shell;
		void (*write)(struct mb_buf *out, const char *program,
			      const struct mb_opt *table, size_t n);
	} shells[] = {
		{ "bash", complete_bash },
		{ "zsh", complete_zsh },
		{ "fish", complete_fish },
	};

	for (size_t i = 0; i < sizeof(shells) / sizeof(*shells); i++) {
		if (strcmp(shells[i].shell, shell) != 0)
			continue;
		shells[i].write(out, program, table, n);
		return true;
	}
	return false;
}
