#include "minutebook/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Cuts an unfinished UTF-8 character off the end of a message. */
static void cut_partial_character(char *msg)
{
	size_t len = strlen(msg);
	size_t lead = len;

	if (len + 1 < MB_ERR_MSG_BYTES)
		return;
	while (lead > 0 && ((unsigned char)msg[lead - 1] & 0xC0) == 0x80)
		lead--;
	if (lead > 0 && (unsigned char)msg[lead - 1] >= 0xC0)
		msg[lead - 1] = '\0';
}

static int fill(struct mb_err *err, enum mb_code code, uint32_t line,
		const char *format, va_list args)
{
	if (!err)
		return code;
	err->code = code;
	err->line = line;
	vsnprintf(err->msg, sizeof(err->msg), format, args);
	cut_partial_character(err->msg);
	return code;
}

int mb_fail(struct mb_err *err, enum mb_code code, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	fill(err, code, 0, format, args);
	va_end(args);
	return code;
}

int mb_fail_at(struct mb_err *err, enum mb_code code, uint32_t line,
	       const char *format, ...)
{
	va_list args;

	va_start(args, format);
	fill(err, code, line, format, args);
	va_end(args);
	return code;
}

int mb_fail_nomem(struct mb_err *err)
{
	return mb_fail(err, MB_ENOMEM, "out of memory");
}

int mb_err_in(struct mb_err *err, enum mb_code code, struct mb_str place)
{
	char cause[MB_ERR_MSG_BYTES];
	uint32_t line;

	if (!err)
		return code;
	memcpy(cause, err->msg, sizeof(cause));
	line = err->line;
	if (line > 0)
		mb_fail(err, code, "%.*s:%u: %s", MB_STR_ARG(place), line,
			cause);
	else
		mb_fail(err, code, "%.*s: %s", MB_STR_ARG(place), cause);
	return code;
}

int mb_code_ends_run(int code)
{
	return code == MB_ENOMEM || code == MB_ESTORE || code == MB_EBUSY ||
	       code == MB_EVERSION || code == MB_ESTOPPED;
}
