#include "link_title.h"

#include "minutebook/text.h"
#include "words.h"

/* Cuts the last word off; its dot is no part of it. */
static struct mb_str cut_word(struct mb_str *text)
{
	struct mb_cut cut = mb_str_cut_last(mb_str_trim(*text), ' ');
	struct mb_str word = cut.found ? cut.tail : cut.head;

	*text = cut.found ? mb_str_trim(cut.head) : (struct mb_str){ NULL, 0 };
	if (mb_str_ends(word, MB_STR(".")))
		word.len--;
	return word;
}

/* "71", "1.5" */
static bool is_amount(struct mb_str word)
{
	if (word.len == 0 || !mb_is_digit(word.ptr[0]))
		return false;
	for (size_t i = 0; i < word.len; i++)
		if (!mb_is_digit(word.ptr[i]) && word.ptr[i] != '.' &&
		    word.ptr[i] != ',')
			return false;
	return true;
}

/* "pdf icon", what stands for the picture where only text was saved */
static struct mb_str cut_icon(struct mb_str text)
{
	static const char *const kinds[] = { "document", "pdf", "word" };
	struct mb_str rest = text;

	if (mb_str_equal_nocase(cut_word(&rest), MB_STR("icon")) &&
	    WORDS_HAS(kinds, cut_word(&rest)))
		return rest;
	return text;
}

/* "PDF 71 KB" at the end */
static struct mb_str cut_size(struct mb_str text)
{
	static const char *const formats[] = {
		"csv", "doc", "docx", "htm",  "html", "jpg",
		"ods", "odt", "pdf",  "png",  "ppt",  "pptx",
		"rtf", "txt", "xls",  "xlsx", "xml",  "zip",
	};
	static const char *const units[] = { "b", "bytes", "gb", "kb", "mb" };
	struct mb_str rest = text;

	if (WORDS_HAS(units, cut_word(&rest)) && is_amount(cut_word(&rest)) &&
	    WORDS_HAS(formats, cut_word(&rest)))
		return cut_icon(rest);
	return text;
}

/* ", item 4." at the end */
static struct mb_str cut_item(struct mb_str text)
{
	static const char *const words[] = { "eitem", "item" };
	struct mb_str rest = text;
	struct mb_str number = cut_word(&rest);

	if (number.len == 0 || number.len > 6 || !mb_is_digit(number.ptr[0]) ||
	    !WORDS_HAS(words, cut_word(&rest)) ||
	    !mb_str_ends(rest, MB_STR(",")))
		return text;
	rest.len--;
	return mb_str_trim(rest);
}

bool link_leads_on(struct mb_str name)
{
	static const char *const files[] = {
		"csv",  "doc", "docx", "ods", "odt",  "pdf", "ppt",
		"pptx", "rtf", "txt",  "xls", "xlsx", "zip",
	};
	struct mb_cut cut;

	name = mb_str_cut(mb_str_cut(name, '#').head, '?').head;
	cut = mb_str_cut_last(name, '.');
	return !(cut.found && WORDS_HAS(files, cut.tail));
}

struct mb_str link_title(struct mb_str text)
{
	struct mb_str title = cut_item(cut_size(mb_str_trim(text)));

	return title.len > 0 ? title : text;
}
