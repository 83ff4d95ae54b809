#include "output.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

void output_begin(void)
{
	signal(SIGPIPE, SIG_IGN);
}

static int fail(bool *is_closed, struct mb_err *err)
{
	if (errno == EPIPE) {
		*is_closed = true;
		return MB_OK;
	}
	return mb_fail(err, MB_ESTORE, "standard output: %s", strerror(errno));
}

int output_write(struct mb_str text, bool *is_closed, struct mb_err *err)
{
	if (fwrite(text.ptr, 1, text.len, stdout) == text.len)
		return MB_OK;
	return fail(is_closed, err);
}

int output_end(struct mb_err *err)
{
	bool is_closed;

	return fflush(stdout) == 0 ? MB_OK : fail(&is_closed, err);
}
