#include "rtf_words.h"

#define TEXT(name, text)                         \
	{                                        \
		name, RTF_ADD, RTF_TO_TEXT, text \
	}
#define CHARSET(name, text)                          \
	{                                            \
		name, RTF_CHARSET, RTF_TO_TEXT, text \
	}
#define SEND(name, target)                \
	{                                 \
		name, RTF_SEND, target, 0 \
	}
#define SKIP(name) SEND(name, RTF_TO_NOTHING)
#define DO(name, action)                     \
	{                                    \
		name, action, RTF_TO_TEXT, 0 \
	}

static const struct rtf_word words[] = {
	DO("par", RTF_PARAGRAPH),
	DO("pard", RTF_NEW_PARAGRAPH),
	DO("plain", RTF_NEW_TEXT),
	DO("b", RTF_BOLD),
	DO("u", RTF_UNIT),
	DO("uc", RTF_FALLBACK),
	DO("v", RTF_HIDDEN),
	DO("deleted", RTF_DELETED),
	DO("intbl", RTF_IN_TABLE),
	DO("outlinelevel", RTF_HEADING),
	DO("ilvl", RTF_LIST_LEVEL),
	DO("line", RTF_LINE),
	DO("lbr", RTF_LINE),
	DO("sect", RTF_PARAGRAPH),
	DO("page", RTF_PAGE),
	DO("cell", RTF_CELL),
	DO("nestcell", RTF_INNER_CELL),
	DO("row", RTF_ROW),
	DO("ansicpg", RTF_CODE_PAGE),

	CHARSET("ansi", "windows-1252"),
	CHARSET("mac", "macintosh"),
	CHARSET("pc", "cp437"),
	CHARSET("pca", "cp850"),

	TEXT("tab", "\t"),
	TEXT("emdash", "\xE2\x80\x94"),
	TEXT("endash", "\xE2\x80\x93"),
	TEXT("bullet", "\xE2\x80\xA2"),
	TEXT("lquote", "\xE2\x80\x98"),
	TEXT("rquote", "\xE2\x80\x99"),
	TEXT("ldblquote", "\xE2\x80\x9C"),
	TEXT("rdblquote", "\xE2\x80\x9D"),
	TEXT("emspace", " "),
	TEXT("enspace", " "),
	TEXT("qmspace", " "),

	SEND("listtext", RTF_TO_NUMBER),
	SEND("pntext", RTF_TO_NUMBER),
	SEND("footnote", RTF_TO_NOTE),
	SEND("info", RTF_TO_INFO),
	SEND("title", RTF_TO_TITLE),

	SKIP("fonttbl"),
	SKIP("colortbl"),
	SKIP("stylesheet"),
	SKIP("listtable"),
	SKIP("listoverridetable"),
	SKIP("revtbl"),
	SKIP("filetbl"),
	SKIP("header"),
	SKIP("headerl"),
	SKIP("headerr"),
	SKIP("headerf"),
	SKIP("footer"),
	SKIP("footerl"),
	SKIP("footerr"),
	SKIP("footerf"),
	SKIP("ftnsep"),
	SKIP("ftnsepc"),
	SKIP("ftncn"),
	SKIP("aftnsep"),
	SKIP("aftnsepc"),
	SKIP("aftncn"),
	SKIP("pict"),
	SKIP("nonshppict"),
	SKIP("object"),
	SKIP("nonesttables"),
	SKIP("fldinst"),
	SKIP("annotation"),
	SKIP("atnid"),
	SKIP("atnauthor"),
	SKIP("xe"),
	SKIP("tc"),
	SKIP("tcn"),
	SKIP("rxe"),
	SKIP("txe"),
	SKIP("private"),
	SKIP("template"),
};

const struct rtf_word *rtf_word_of(struct mb_str name)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (words[i].name[0] == name.ptr[0] &&
		    mb_str_equal(name, mb_str_of(words[i].name)))
			return &words[i];
	return NULL;
}
