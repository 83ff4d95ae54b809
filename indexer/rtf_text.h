/*
 * rtf_text.h - the characters of Rich Text Format
 *
 * They come as bytes of the document's charset, and as units of UTF-16 with
 * bytes behind them that stand in for them in old readers:
 *
 *	caf\'e9 \u8364?5        café €5
 */
#ifndef INDEXER_RTF_TEXT_H
#define INDEXER_RTF_TEXT_H

#include <stdint.h>

#include "minutebook/buf.h"
#include "minutebook/str.h"

struct rtf_text {
	char charset[16];
	struct mb_buf bytes; /* that are no characters yet */
	struct mb_buf text;  /* characters: UTF-8 */
	uint32_t high;       /* the first half of a pair, or 0 */
	size_t n_skips;      /* bytes to come that stand in for a character */
};

struct rtf_text rtf_text_new(void); /* in windows-1252 */
void rtf_text_release(struct rtf_text *t);

/* The charset of the bytes that follow, by its name or by Windows' number. */
void rtf_text_charset(struct rtf_text *t, const char *name);
void rtf_text_code_page(struct rtf_text *t, long number);

void rtf_text_add(struct rtf_text *t, struct mb_str bytes);

/* A unit of UTF-16, with a sign or without; @n_fallback bytes stand in. */
void rtf_text_unit(struct rtf_text *t, long number, size_t n_fallback);

/* All that came since the last time, until the next call. */
struct mb_str rtf_text_take(struct rtf_text *t);

#endif
