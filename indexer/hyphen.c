#include "hyphen.h"

#include "minutebook/text.h"
#include "words.h"

/* Whoever divides words does so more often than by chance. */
#define MIN_HALVES 2

/*
 * What English ties to the next word by a hyphen rather than joins to it;
 * "thirty-" + "seven" among them.
 */
static bool is_hyphen_prefix(struct mb_str word)
{
	static const char *const list[] = {
		"all",    "anti",   "bi",     "co",     "cost",  "counter",
		"cross",  "e",      "eighty", "ex",     "far",   "fifty",
		"follow", "forty",  "four",   "full",   "half",  "hard",
		"high",   "ill",    "in",     "inter",  "large", "lead",
		"long",   "low",    "micro",  "mid",    "multi", "near",
		"new",    "ninety", "non",    "off",    "on",    "one",
		"out",    "over",   "part",   "post",   "pre",   "pro",
		"quasi",  "re",     "right",  "self",   "semi",  "seventy",
		"short",  "single", "sixty",  "small",  "socio", "sub",
		"third",  "thirty", "three",  "twenty", "two",   "ultra",
		"under",  "up",     "vice",   "well",   "young", "zero",
	};

	return WORDS_HAS(list, word);
}

/* What begins many words that have no hyphen: "in-" + "creases". */
static bool is_syllable(struct mb_str left, struct mb_str right)
{
	static const char *const list[] = {
		"bi",   "e",   "ex",  "in", "inter", "on",    "out",
		"over", "pre", "pro", "re", "sub",   "under", "up",
	};

	/* "re-elected" */
	if (left.len > 0 &&
	    mb_to_lower(left.ptr[left.len - 1]) == mb_to_lower(right.ptr[0]))
		return false;
	return WORDS_HAS(list, left);
}

/*
 * Whether the hyphen between @left and @right is one of the word's own.
 * Failure sticks to @text.
 */
static bool keeps_hyphen(const struct written *written, struct mb_str left,
			 struct mb_str right, struct mb_buf *text)
{
	struct mb_buf word = MB_BUF_INIT;
	bool is_joined, is_hyphened;

	if (left.len == 0 || right.len == 0 || !mb_is_lower(right.ptr[0]))
		return true;
	mb_buf_add(&word, left);
	mb_buf_add(&word, right);
	is_joined = written_has(written, mb_buf_str(&word));
	mb_buf_truncate(&word, 0);
	mb_buf_add(&word, left);
	mb_buf_add_char(&word, '-');
	mb_buf_add(&word, right);
	is_hyphened = written_has(written, mb_buf_str(&word));
	text->has_failed |= word.has_failed;
	mb_buf_release(&word);
	if (is_joined != is_hyphened)
		return is_hyphened;
	if (left.len > 3 && right.len > 3 && written_has(written, left) &&
	    written_has(written, right))
		return true;
	return is_hyphen_prefix(left) &&
	       !(written->divides_words && is_syllable(left, right));
}

/* "ambul-" at a line's end and a small letter below: half a word. */
static bool is_half(const struct written *written, const struct block *a,
		    const struct block *b)
{
	struct mb_str head = a->text, left;

	if (head.len < 2 || !mb_is_hyphen(mb_utf8_last(head)) ||
	    b->text.len == 0 || !mb_is_lower(b->text.ptr[0]))
		return false;
	head = mb_str_take(head, mb_utf8_floor(head, head.len - 1));
	left = written_last(head);
	return left.len > 0 && !is_hyphen_prefix(left) &&
	       !written_has(written, left);
}

bool hyphen_divides(const struct blocks *blocks, const struct written *written)
{
	size_t n = 0;

	for (size_t i = 0; i + 1 < blocks->n && n < MIN_HALVES; i++)
		n += is_half(written, &blocks->items[i], &blocks->items[i + 1]);
	return n >= MIN_HALVES;
}

void hyphen_join(struct mb_buf *text, struct mb_str b,
		 const struct written *written)
{
	struct mb_str a = mb_buf_str(text), head = a;

	if (a.len > 1 && mb_is_hyphen(mb_utf8_last(a)))
		head = mb_str_take(a, mb_utf8_floor(a, a.len - 1));
	if (head.len == a.len || !mb_is_letter(mb_utf8_last(head)))
		mb_buf_add_char(text, ' ');
	else if (!keeps_hyphen(written, written_last(head), written_first(b),
			       text))
		mb_buf_truncate(text, head.len);
	mb_buf_add(text, b);
}
