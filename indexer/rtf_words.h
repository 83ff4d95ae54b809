/*
 * rtf_words.h - the control words of Rich Text Format that mean something here
 *
 * The format has 1,800 of them, and how a page looks is all that the others
 * say.
 */
#ifndef INDEXER_RTF_WORDS_H
#define INDEXER_RTF_WORDS_H

#include "minutebook/str.h"

/* Where text goes. */
enum rtf_target {
	RTF_TO_TEXT,
	RTF_TO_NOTHING,
	RTF_TO_INFO,   /* nothing, but for the title in it */
	RTF_TO_TITLE,  /* of the document */
	RTF_TO_NUMBER, /* of a list, as it was last printed */
	RTF_TO_NOTE
};

enum rtf_action {
	RTF_ADD,     /* stands for a text */
	RTF_SEND,    /* the text of this group goes elsewhere */
	RTF_CHARSET, /* names the charset of bytes */
	RTF_CODE_PAGE,
	RTF_UNIT, /* of UTF-16 */
	RTF_FALLBACK,
	RTF_PARAGRAPH, /* ends, like those below it */
	RTF_LINE,
	RTF_PAGE,
	RTF_CELL,
	RTF_INNER_CELL,
	RTF_ROW,
	RTF_NEW_PARAGRAPH, /* forgets how paragraphs were */
	RTF_NEW_TEXT,      /* forgets how characters were */
	RTF_BOLD,
	RTF_HIDDEN,
	RTF_DELETED,
	RTF_IN_TABLE,
	RTF_HEADING,
	RTF_LIST_LEVEL
};

struct rtf_word {
	const char *name;
	enum rtf_action action;
	enum rtf_target target; /* of RTF_SEND */
	const char *text;       /* of RTF_ADD and RTF_CHARSET */
};

/* NULL for a word that means nothing here. */
const struct rtf_word *rtf_word_of(struct mb_str name);

#endif
