#include "marker_code.h"

/* Longer words are references of another kind. */
#define MAX_CODE_BYTES 20
#define MAX_LETTERS 5
#define MAX_DIGITS 5

/* What a word consists of, as far as codes have it. */
struct shape {
	size_t n_numbers, n_letters, n_small, n_signs;
	bool has_digit_alone;
	char first_sign;
	bool begins_in_year, ends_in_year;
	bool has_break; /* letters behind a number: "22/00317/FUL" */
};

static bool is_sign(char c)
{
	return c == '/' || c == '.' || c == '-' || c == '&';
}

/* The word at the front, up to a blank or a sign that ends it. */
static struct mb_str first_word(struct mb_str text)
{
	size_t n = 0;

	while (n < text.len && n <= MAX_CODE_BYTES &&
	       (mb_is_alpha(text.ptr[n]) || mb_is_digit(text.ptr[n]) ||
		is_sign(text.ptr[n])))
		n++;
	text = mb_str_take(text, n);
	while (text.len > 0 && is_sign(text.ptr[text.len - 1]))
		text.len--;
	return text;
}

static bool take_number(struct mb_str *rest, struct shape *shape,
			struct marker_code *out)
{
	struct mb_str before = *rest;
	unsigned long n;

	if (!mb_str_number(rest, 99999, &n) ||
	    before.len - rest->len > MAX_DIGITS)
		return false;
	if (shape->n_numbers < 3)
		out->part[shape->n_numbers] = (uint32_t)n;
	shape->has_digit_alone |= before.len - rest->len == 1;
	shape->ends_in_year = n >= 1900 && n < 2100;
	if (shape->n_numbers == 0 && shape->n_letters == 0)
		shape->begins_in_year = shape->ends_in_year;
	shape->n_numbers++;
	return true;
}

/* Letters stand at the front, in one or two groups: "F&GP/23/12". */
static bool take_letters(struct mb_str *rest, struct shape *shape)
{
	size_t n = 0;

	while (n < rest->len && mb_is_alpha(rest->ptr[n]))
		shape->n_small += mb_is_lower(rest->ptr[n++]);
	shape->has_break = shape->has_break || shape->n_numbers > 0;
	shape->n_letters += n;
	*rest = mb_str_drop(*rest, n);
	return shape->n_letters <= MAX_LETTERS;
}

static bool read_shape(struct mb_str word, struct shape *shape,
		       struct marker_code *out)
{
	while (word.len > 0) {
		if (mb_is_digit(word.ptr[0])) {
			if (!take_number(&word, shape, out))
				return false;
		} else if (mb_is_alpha(word.ptr[0])) {
			if (!take_letters(&word, shape))
				return false;
		} else {
			if (shape->n_signs++ == 0)
				shape->first_sign = word.ptr[0];
			word = mb_str_drop(word, 1);
		}
	}
	return shape->n_numbers > 0 && shape->n_numbers <= 3 &&
	       !shape->has_break;
}

bool marker_code_read(struct mb_str text, struct marker_code *out)
{
	struct mb_str word = first_word(text);
	struct shape shape = { 0 };

	*out = (struct marker_code){ .len = word.len };
	if (word.len < 2 || word.len > MAX_CODE_BYTES ||
	    !read_shape(word, &shape, out))
		return false;
	if (shape.n_letters == 1 && shape.n_signs == 0)
		out->letter = (uint32_t)(mb_to_lower(word.ptr[0]) - 'a') + 1;
	if (shape.n_letters > 0) /* "Covid-19" is a word */
		return mb_is_upper(word.ptr[0]) &&
		       (shape.n_small == 0 || shape.first_sign == '/');
	/* "275/19" and "12.2" have styles of their own */
	if (shape.n_numbers == 2)
		return shape.first_sign == '-' && shape.begins_in_year;
	return shape.n_numbers == 3 && shape.first_sign == '/' &&
	       !shape.has_digit_alone && !shape.ends_in_year; /* a date */
}
