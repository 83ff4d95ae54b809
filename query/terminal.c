#include "terminal.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "minutebook/str.h"

#define USUAL_WIDTH 80
#define MAX_WIDTH 120 /* longer lines are hard to read */

bool terminal_is(FILE *file)
{
	return isatty(fileno(file)) == 1;
}

int terminal_width(FILE *file)
{
	struct mb_str columns = mb_str_of(getenv("COLUMNS"));
	struct winsize size;
	unsigned long n = 0;

	if (!mb_str_number(&columns, 10000, &n) || columns.len > 0)
		n = terminal_is(file) &&
			    ioctl(fileno(file), TIOCGWINSZ, &size) == 0
			? size.ws_col
			: 0;
	if (n == 0)
		n = USUAL_WIDTH;
	return n > MAX_WIDTH ? MAX_WIDTH : (int)n;
}

bool terminal_has_color(FILE *file)
{
	const char *no_color = getenv("NO_COLOR");
	const char *term = getenv("TERM");

	return terminal_is(file) && !(no_color && no_color[0]) &&
	       !(term && !strcmp(term, "dumb"));
}

FILE *terminal_page(bool is_wanted)
{
	const char *pager = getenv("PAGER");
	FILE *pipe;

	if (!is_wanted || !terminal_is(stdout))
		return stdout;
	if (!pager || !pager[0])
		pager = "less -FRX";
	if (!strcmp(pager, "cat"))
		return stdout;
	pipe = popen(pager, "we");
	return pipe ? pipe : stdout;
}

bool terminal_close(FILE *file)
{
	bool is_written = fflush(file) == 0 ? !ferror(file) : errno == EPIPE;

	if (is_written)
		clearerr(file); /* a reader that went away is told of once */
	if (file != stdout)
		pclose(file); /* how the pager ended says nothing of us */
	return is_written;
}
