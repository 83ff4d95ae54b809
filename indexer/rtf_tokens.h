/*
 * rtf_tokens.h - Rich Text Format, cut into its tokens
 *
 *	{\b Resolved\'85}\par
 *
 *	OPEN  WORD b  TEXT "Resolved"  BYTE 0x85  CLOSE  WORD par
 *
 * Line ends in the file say nothing and are passed over; so are the bytes that
 * \bin announces.  Nothing is refused: what makes no sense is text.
 */
#ifndef INDEXER_RTF_TOKENS_H
#define INDEXER_RTF_TOKENS_H

#include <stdbool.h>
#include <stdint.h>

#include "minutebook/str.h"

enum rtf_kind {
	RTF_OPEN,   /* of a group */
	RTF_CLOSE,  /* of a group */
	RTF_WORD,   /* \name, \name123, \name-1 */
	RTF_SYMBOL, /* \~: a sign that is no letter */
	RTF_BYTE,   /* \'e9: a byte in the document's charset */
	RTF_TEXT    /* bytes in the document's charset */
};

struct rtf_token {
	enum rtf_kind kind;
	struct mb_str text; /* of TEXT; the name of WORD; the sign of SYMBOL */
	long number;        /* of WORD, when has_number */
	bool has_number;
	char byte; /* of BYTE */
};

/* Numbers beyond this are cut to it: no file can mean them. */
#define RTF_MAX_NUMBER 0x7FFFFFFF

/* Takes the next token off the front of @rest.  False at the end. */
bool rtf_next(struct mb_str *rest, struct rtf_token *out);

#endif
