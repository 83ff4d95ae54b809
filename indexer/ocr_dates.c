#include "ocr_dates.h"

#include "minutebook/buf.h"
#include "minutebook/date.h"

/* "12th March 2019", "12th of March 2019" */
#define MIN_WORDS 3
#define MAX_WORDS 4

/* Of a year. */
#define MAX_DIGITS 4

/* The digit that @c is or was taken for, or NUL. */
static char digit_of(char c)
{
	if (mb_is_digit(c))
		return c;
	if (mb_str_find_char(MB_STR("lI|"), c) != MB_STR_NONE)
		return '1';
	return mb_str_find_char(MB_STR("oO"), c) != MB_STR_NONE ? '0' : '\0';
}

/* "th,": what may stand behind the digits of a day or a year. */
static bool is_ending(struct mb_str s)
{
	static const char *const ordinals[] = { "st", "nd", "rd", "th" };

	for (size_t i = 0; i < sizeof(ordinals) / sizeof(*ordinals); i++)
		if (mb_str_starts_nocase(s, mb_str_of(ordinals[i]))) {
			s = mb_str_drop(s, 2);
			break;
		}
	return s.len == 0 ||
	       (s.len == 1 &&
		mb_str_find_char(MB_STR(",.;:)"), s.ptr[0]) != MB_STR_NONE);
}

/*
 * Appends @word with digits for letters, if it is a number in which some were
 * read; or as it is.  True when that makes a difference.
 */
static bool add_mended(struct mb_buf *out, struct mb_str word)
{
	size_t n = 0, n_digits = 0;

	while (n < word.len && digit_of(word.ptr[n])) {
		n_digits += mb_is_digit(word.ptr[n]);
		n++;
	}
	if (n_digits == 0 || n_digits == n || n > MAX_DIGITS ||
	    !is_ending(mb_str_drop(word, n))) {
		mb_buf_add(out, word);
		return false;
	}
	for (size_t i = 0; i < n; i++)
		mb_buf_add_char(out, digit_of(word.ptr[i]));
	mb_buf_add(out, mb_str_drop(word, n));
	return true;
}

/*
 * The @n words from @first on, mended; true when they differ from what they
 * were and are a date from the first to the last of them.
 */
static bool makes_date(const struct pdf_word *first, size_t n,
		       struct mb_buf *out)
{
	struct mb_date_found found;
	bool is_mended = false;
	size_t last = 0;

	mb_buf_truncate(out, 0);
	for (size_t i = 0; i < n; i++) {
		if (first[i].line != first->line ||
		    mb_str_find_char(first[i].text, ' ') != MB_STR_NONE)
			return false;
		if (i > 0)
			mb_buf_add_char(out, ' ');
		last = out->len;
		is_mended |= add_mended(out, first[i].text);
	}
	return is_mended && !out->has_failed &&
	       mb_date_find(mb_buf_str(out), &found) && found.start == 0 &&
	       found.end > last;
}

int ocr_dates_mend(struct pdf_page *page, struct mb_err *err)
{
	struct mb_buf date = MB_BUF_INIT;
	int rc = MB_OK;

	for (size_t i = 0; i < page->n_words && rc == MB_OK; i++) {
		struct mb_str text;
		size_t n = MIN_WORDS;

		while (n <= MAX_WORDS && i + n <= page->n_words &&
		       !makes_date(&page->words[i], n, &date))
			n++;
		if (n > MAX_WORDS || i + n > page->n_words)
			continue;
		rc = mb_arena_copy(page->arena, mb_buf_str(&date), &text, err);
		for (size_t k = 0; rc == MB_OK && k < n; k++) {
			struct mb_cut cut = mb_str_cut(text, ' ');

			page->words[i + k].text = cut.head;
			text = cut.tail;
		}
	}
	if (rc == MB_OK && date.has_failed)
		rc = mb_fail_nomem(err);
	mb_buf_release(&date);
	return rc;
}
