/*
 * err.h - what went wrong, said once, where it happened
 *
 * A function that can fail returns MB_OK or a negative enum mb_code, and its
 * last parameter is a struct mb_err that belongs to the caller.  The message
 * is written where the failure is noticed; on the way up only the place is
 * put in front of it (mb_err_in), and nothing is ever overwritten:
 *
 *	minutes/2019.txt:14: two paragraphs are numbered 13.6
 *
 * On success the struct is untouched, so one struct serves many calls.  The
 * library never prints and never exits.
 */
#ifndef MB_ERR_H
#define MB_ERR_H

#include <stdint.h>

#include "minutebook/str.h"

#define MB_ERR_MSG_BYTES 240

enum mb_code {
	MB_OK = 0,
	MB_ENOMEM = -1,    /* out of memory: the run cannot go on */
	MB_ESTORE = -2,    /* the index cannot be read or written */
	MB_EIO = -3,       /* a file cannot be read */
	MB_EFORMAT = -4,   /* content that breaks its own format */
	MB_ELIMIT = -5,    /* content beyond a documented limit */
	MB_EUNREAD = -6,   /* a format that this version does not read */
	MB_EUSAGE = -7,    /* what the person typed cannot be meant */
	MB_ENOTFOUND = -8, /* the thing asked for is not there */
	MB_EBUSY = -9,     /* somebody else holds the index */
	MB_EVERSION = -10, /* an index of another version */
	MB_ESTOPPED = -11  /* the person stopped the run */
};

struct mb_err {
	enum mb_code code;
	uint32_t line;              /* 1-based; 0 when there is no line */
	char msg[MB_ERR_MSG_BYTES]; /* NUL-terminated UTF-8, never cut within
				       a character */
};

/*
 * Fills @err, which may be NULL, and returns @code, so that a function can
 * fail in one line: return mb_fail(err, MB_EFORMAT, "no date in '%s'", s);
 */
int mb_fail(struct mb_err *err, enum mb_code code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The same with the line of the text that is at fault. */
int mb_fail_at(struct mb_err *err, enum mb_code code, uint32_t line,
	       const char *format, ...) __attribute__((format(printf, 4, 5)));

/* The usual failure of an allocation. */
int mb_fail_nomem(struct mb_err *err);

/*
 * Puts "@place: " (or "@place:LINE: ") in front of the message, clears the
 * line, and returns err->code.  @err may be NULL, then @code is returned.
 */
int mb_err_in(struct mb_err *err, enum mb_code code, struct mb_str place);

/* True when no other document can be tried after this failure. */
int mb_code_ends_run(int code);

#endif
