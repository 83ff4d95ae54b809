/*
 * spelling.h - American spellings as British ones
 *
 * Done on each word before it is indexed or looked up, because stemming comes
 * too late: "organization" and "organisation" have different stems.
 */
#ifndef LIB_SPELLING_H
#define LIB_SPELLING_H

#include <stddef.h>

/*
 * Rewrites the folded @word of @len bytes in place; @size bytes are there, at
 * least one more than @len.  Returns the new length.
 */
size_t mb_spell_british(char *word, size_t len, size_t size);

#endif
