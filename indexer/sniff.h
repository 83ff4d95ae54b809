/*
 * sniff.h - what format is this?  Asked of the content alone.
 */
#ifndef INDEXER_SNIFF_H
#define INDEXER_SNIFF_H

#include "minutebook/doc.h"
#include "minutebook/str.h"

/* A format that is read although it is no text, or MB_FORMAT_UNKNOWN. */
enum mb_format sniff_bytes(struct mb_str bytes);

/*
 * The name of the format that @bytes begin like ("a PDF file"), a binary one
 * or text in the parts of a mail; NULL when they may be text to read.
 */
const char *sniff_binary(struct mb_str bytes);

/* How such a file can be turned into one that is read; NULL: not known. */
const char *sniff_advice(struct mb_str bytes);

/* Whether decoded text is no text: control characters all over. */
bool sniff_is_garbage(struct mb_str text);

/* HTML, XML, markdown or text, by the evidence in decoded text. */
enum mb_format sniff_text(struct mb_str text);

#endif
