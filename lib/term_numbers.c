#include "term_numbers.h"

#include "minutebook/text.h"

static unsigned two_digits(struct mb_str s)
{
	return (unsigned)(s.ptr[s.len - 2] - '0') * 10 +
	       (unsigned)(s.ptr[s.len - 1] - '0');
}

static bool is_year(struct mb_str s)
{
	return s.len == 4 && (mb_str_starts(s, MB_STR("19")) ||
			      mb_str_starts(s, MB_STR("20")));
}

/* How many zeros a unit of money stands for; 0 when it is none. */
static size_t unit_zeros(struct mb_str unit)
{
	static const struct {
		const char *name;
		size_t zeros;
	} units[] = {
		{ "k", 3 },   { "thousand", 3 }, { "m", 6 },  { "mn", 6 },
		{ "mil", 6 }, { "million", 6 },  { "bn", 9 }, { "billion", 9 },
	};

	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++)
		if (mb_str_equal(unit, mb_str_of(units[i].name)))
			return units[i].zeros;
	return 0;
}

/*
 * @number ("1.2") with its decimal point moved @zeros places to the right
 * ("1200000"), or as it is when that leaves a fraction.
 */
static void join_amount(struct joined *out, struct mb_str number, size_t zeros)
{
	struct mb_cut cut = mb_str_cut(number, '.');

	if (cut.tail.len > zeros) {
		mb_joined_add(out, number);
		return;
	}
	mb_joined_add(out, cut.head);
	mb_joined_add(out, cut.tail);
	for (size_t i = cut.tail.len; i < zeros; i++)
		mb_joined_add(out, MB_STR("0"));
}

/* Whether a comma and exactly three digits follow atom @i. */
static bool is_thousands(const struct mb_splitter *s, size_t i)
{
	return mb_splitter_gap(s, i) == GAP_COMMA &&
	       mb_splitter_is(s, i + 1, ATOM_DIGITS) &&
	       s->atoms.items[i + 1].len == 3;
}

/* The atoms of "1,200.50" or "13.6.2" from @i on, joined; the last one. */
static size_t join_number(const struct mb_splitter *s, size_t i,
			  struct joined *number, size_t *n_dots)
{
	size_t last = i;

	mb_joined_add_atom(number, s, i);
	*n_dots = 0;
	for (;;) {
		if (*n_dots == 0 && is_thousands(s, last)) {
			mb_joined_add_atom(number, s, ++last);
			continue;
		}
		if (mb_splitter_gap(s, last) != GAP_DOT ||
		    !mb_splitter_is(s, last, ATOM_DIGITS) ||
		    mb_splitter_is(s, last + 1, ATOM_LETTERS))
			return last;
		++*n_dots;
		mb_joined_add(number, MB_STR("."));
		mb_joined_add_atom(number, s, ++last);
	}
}

size_t mb_take_double_year(struct mb_splitter *s, size_t i)
{
	enum atom_gap gap = mb_splitter_gap(s, i),
		      next_gap = mb_splitter_gap(s, i + 1);
	struct joined word = { .len = 0 }, second = { .len = 0 };
	struct mb_str from, to;
	unsigned long year;
	struct mb_str digits;

	if ((gap != GAP_SLASH && gap != GAP_HYPHEN) ||
	    !mb_splitter_is(s, i, ATOM_DIGITS) ||
	    !mb_splitter_is(s, i + 1, ATOM_DIGITS) || next_gap == GAP_SLASH ||
	    next_gap == GAP_HYPHEN)
		return 0;
	from = mb_atoms_word(&s->atoms, i);
	to = mb_atoms_word(&s->atoms, i + 1);
	if (!is_year(from) || (to.len != 2 && !is_year(to)) ||
	    (two_digits(from) + 1) % 100 != two_digits(to))
		return 0;
	mb_joined_add(&word, from);
	mb_joined_add(&word, MB_STR("/"));
	mb_joined_add(&word, mb_str_drop(to, to.len - 2));
	digits = from;
	if (!mb_str_number(&digits, 9999, &year))
		return 0;
	year++;
	for (unsigned long unit = 1000; unit > 0; unit /= 10) {
		char digit = (char)('0' + year / unit % 10);

		mb_joined_add(&second, (struct mb_str){ &digit, 1 });
	}
	mb_splitter_add_word(s, mb_joined_str(&word), i, i + 1, 0);
	mb_splitter_add_atom(s, i, i, i + 1, MB_TERM_ALSO);
	mb_splitter_add_word(s, mb_joined_str(&second), i, i + 1, MB_TERM_ALSO);
	return 2;
}

size_t mb_count_digits(struct mb_str s)
{
	size_t n = 0;

	while (n < s.len && (mb_is_digit(s.ptr[n]) || s.ptr[n] == '.'))
		n++;
	return n;
}

size_t mb_take_number(struct mb_splitter *s, size_t i)
{
	struct joined number = { .len = 0 }, amount = { .len = 0 };
	size_t n_dots, zeros, n_digits, last;

	if (mb_splitter_is(s, i, ATOM_LETTERS) ||
	    !mb_is_digit(mb_atoms_word(&s->atoms, i).ptr[0]))
		return 0;
	last = join_number(s, i, &number, &n_dots);
	if (n_dots == 2 && s->atoms.items[last].len == 4 &&
	    s->atoms.items[i].len <= 2) { /* 12.03.2021 is 12/03/2021 */
		for (size_t k = i; k <= last; k++)
			mb_splitter_add_atom(s, k, k, k, 0);
		return last - i + 1;
	}
	n_digits = mb_count_digits(mb_joined_str(&number));
	if (n_digits < number.len) { /* 1.2m */
		zeros =
		    unit_zeros(mb_str_drop(mb_joined_str(&number), n_digits));
		if (n_dots <= 1 && zeros > 0)
			join_amount(
			    &amount,
			    mb_str_take(mb_joined_str(&number), n_digits),
			    zeros);
		else
			amount = number;
		mb_splitter_add_word(s, mb_joined_str(&amount), i, last, 0);
		return last - i + 1;
	}
	zeros = mb_splitter_gap(s, last) == GAP_SPACE && n_dots <= 1 &&
			s->atoms.items[last + 1].len > 1
		    ? unit_zeros(mb_atoms_word(&s->atoms, last + 1))
		    : 0;
	if (zeros > 0) { /* 1.2 million */
		join_amount(&amount, mb_joined_str(&number), zeros);
		mb_splitter_add_word(s, mb_joined_str(&amount), i, last + 1, 0);
		mb_splitter_add_atom(s, last + 1, i, last + 1, MB_TERM_ALSO);
		return last - i + 2;
	}
	mb_splitter_add_word(s, mb_joined_str(&number), i, last, 0);
	return last - i + 1;
}
