#include "terminal.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "support/text.h"

static FILE *file;

static void open_file(void)
{
	file = tmpfile();
	cr_assert(file != NULL);
	unsetenv("COLUMNS");
	unsetenv("NO_COLOR");
	setenv("TERM", "xterm", 1);
}

static void close_file(void)
{
	fclose(file);
}

TestSuite(terminal, .init = open_file, .fini = close_file);

Test(terminal, is_80_wide_unless_told)
{
	static const struct {
		const char *columns;
		int want;
	} cases[] = {
		{ "100", 100 }, { "40", 40 }, { "1000", 120 },
		{ "0", 80 },    { "", 80 },   { "x", 80 },
		{ "50x", 80 },  { "-3", 80 }, { "99999999", 80 },
	};

	cr_expect(eq(int, terminal_width(file), 80));
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		setenv("COLUMNS", cases[i].columns, 1);
		cr_expect(eq(int, terminal_width(file), cases[i].want), "%s",
			  cases[i].columns);
	}
}

Test(terminal, is_no_file_and_files_have_no_colour)
{
	cr_expect(terminal_is(file) == false);
	cr_expect(terminal_has_color(file) == false);
	setenv("NO_COLOR", "1", 1);
	cr_expect(terminal_has_color(file) == false);
}

/* A pseudo-terminal stands for a real one. */
Test(terminal, has_colour_unless_the_person_says_no)
{
	int master = posix_openpt(O_RDWR | O_NOCTTY);
	const char *name;
	FILE *tty = NULL;

	if (master >= 0 && grantpt(master) == 0 && unlockpt(master) == 0 &&
	    (name = ptsname(master)) != NULL)
		tty = fdopen(open(name, O_RDWR | O_NOCTTY), "r+");
	if (!tty)
		cr_skip_test("there are no pseudo-terminals here");
	cr_expect(terminal_is(tty));
	cr_expect(terminal_has_color(tty));
	setenv("NO_COLOR", "", 1); /* empty: not set, no-color.org */
	cr_expect(terminal_has_color(tty));
	setenv("NO_COLOR", "1", 1);
	cr_expect(terminal_has_color(tty) == false);
	unsetenv("NO_COLOR");
	setenv("TERM", "dumb", 1);
	cr_expect(terminal_has_color(tty) == false);
	fclose(tty);
	close(master);
}

Test(terminal, says_when_output_did_not_arrive)
{
	FILE *full = fopen("/dev/full", "w");

	cr_expect(terminal_page(false) == stdout);
	if (!full)
		cr_skip_test("there is no /dev/full here");
	fputs("x", full);
	cr_expect(fflush(full) != 0);
	fclose(full);
}
