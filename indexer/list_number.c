#include "list_number.h"

static void add_letters(struct mb_buf *out, int n, char first)
{
	/* z is followed by aa, then bb */
	for (int i = 0; n > 0 && i <= (n - 1) / 26 && i < 8; i++)
		mb_buf_add_char(out, (char)(first + (n - 1) % 26));
}

static void add_roman(struct mb_buf *out, int n, bool is_upper)
{
	static const struct {
		int value;
		const char *lower, *upper;
	} digits[] = {
		{ 1000, "m", "M" },  { 900, "cm", "CM" }, { 500, "d", "D" },
		{ 400, "cd", "CD" }, { 100, "c", "C" },   { 90, "xc", "XC" },
		{ 50, "l", "L" },    { 40, "xl", "XL" },  { 10, "x", "X" },
		{ 9, "ix", "IX" },   { 5, "v", "V" },     { 4, "iv", "IV" },
		{ 1, "i", "I" },
	};

	if (n > 3999) {
		mb_buf_add_format(out, "%d", n);
		return;
	}
	for (size_t i = 0; n > 0;) {
		if (n < digits[i].value) {
			i++;
			continue;
		}
		mb_buf_add(out, mb_str_of(is_upper ? digits[i].upper
						   : digits[i].lower));
		n -= digits[i].value;
	}
}

static const char *ordinal_of(int n)
{
	if (n % 100 >= 11 && n % 100 <= 13)
		return "th";
	return n % 10 == 1   ? "st"
	       : n % 10 == 2 ? "nd"
	       : n % 10 == 3 ? "rd"
			     : "th";
}

void list_number_add(struct mb_buf *out, enum list_format format, int n)
{
	switch (format) {
	case LIST_NONE:
	case LIST_BULLET:
		break;
	case LIST_DECIMAL:
		mb_buf_add_format(out, "%d", n);
		break;
	case LIST_ZERO_DECIMAL:
		mb_buf_add_format(out, "%02d", n);
		break;
	case LIST_LOWER_LETTER:
		add_letters(out, n, 'a');
		break;
	case LIST_UPPER_LETTER:
		add_letters(out, n, 'A');
		break;
	case LIST_LOWER_ROMAN:
		add_roman(out, n, false);
		break;
	case LIST_UPPER_ROMAN:
		add_roman(out, n, true);
		break;
	case LIST_ORDINAL:
		mb_buf_add_format(out, "%d%s", n, ordinal_of(n));
		break;
	}
}

static void count(const struct list_levels *levels,
		  struct list_counter *counter, size_t level)
{
	int *value = &counter->value[level];

	if (!counter->has_begun[level])
		*value = levels->items[level].start;
	else if (*value < LIST_MAX_NUMBER)
		++*value;
	counter->has_begun[level] = true;
	/* levels above that nobody has counted stand at their beginning */
	for (size_t i = 0; i < level; i++)
		if (!counter->has_begun[i]) {
			counter->value[i] = levels->items[i].start;
			counter->has_begun[i] = true;
		}
	for (size_t i = level + 1; i < LIST_LEVELS; i++) {
		int by = levels->items[i].restart;

		if (by < 0 || (by > 0 && level < (size_t)by))
			counter->has_begun[i] = false;
	}
}

void list_number_set(struct list_counter *counter, size_t level, int value)
{
	counter->value[level] = value - 1;
	counter->has_begun[level] = true;
}

void list_number_next(const struct list_levels *levels,
		      struct list_counter *counter, size_t level,
		      struct mb_buf *out)
{
	const struct list_level *own = &levels->items[level];
	struct mb_str text = own->text;

	count(levels, counter, level);
	while (text.len > 0) {
		size_t place = text.len > 1 && text.ptr[0] == '%' &&
				       mb_is_digit(text.ptr[1])
				   ? (size_t)(text.ptr[1] - '0')
				   : 0;
		enum list_format format;

		if (place < 1 || place > LIST_LEVELS) {
			mb_buf_add_char(out, text.ptr[0]);
			text = mb_str_drop(text, 1);
			continue;
		}
		format = levels->items[place - 1].format;
		if (own->is_decimal && format > LIST_BULLET)
			format = LIST_DECIMAL;
		list_number_add(out, format, counter->value[place - 1]);
		text = mb_str_drop(text, 2);
	}
}
