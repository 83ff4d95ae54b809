/*
 * Atoms become terms by a list of rules, tried in order at each atom.  A rule
 * takes as many atoms as it understands and says how many, or 0.
 */
#include "minutebook/terms.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "atoms.h"
#include "minutebook/text.h"

#include <libstemmer.h>

/* A term whose word lies in atoms.folded, which moves while it grows. */
struct placed {
	size_t at, len;
	size_t start, end;
	unsigned char flags;
};

struct mb_splitter {
	struct atoms atoms;
	struct placed *placed;
	struct mb_term *terms; /* what mb_split() hands out */
	size_t n, capacity, n_terms;
};

/* --- adding terms ------------------------------------------------------ */

static const struct atom *atom_at(const struct mb_splitter *s, size_t i)
{
	return i < s->atoms.n ? &s->atoms.items[i] : NULL;
}

static enum atom_gap gap_at(const struct mb_splitter *s, size_t i)
{
	return i + 1 < s->atoms.n ? s->atoms.items[i].gap : GAP_OTHER;
}

static bool is_kind(const struct mb_splitter *s, size_t i, enum atom_kind kind)
{
	const struct atom *atom = atom_at(s, i);

	return atom && atom->kind == kind;
}

/* Whether the same word already stands at the last place. */
static bool is_there(const struct mb_splitter *s, struct mb_str word)
{
	for (size_t i = s->n; i > 0; i--) {
		const struct placed *term = &s->placed[i - 1];
		struct mb_str other = { s->atoms.folded.ptr + term->at,
					term->len };

		if (mb_str_equal(other, word))
			return true;
		if (!(term->flags & MB_TERM_ALSO))
			return false;
	}
	return false;
}

/*
 * Adds the term that lies at folded[at..at+len) and stands for the atoms from
 * @first to @last.
 */
static void add_at(struct mb_splitter *s, size_t at, size_t len, size_t first,
		   size_t last, unsigned flags)
{
	struct mb_str word = { s->atoms.folded.ptr + at, len };
	const struct atom *end = &s->atoms.items[last];

	if (len == 0 || ((flags & MB_TERM_ALSO) && is_there(s, word)))
		return;
	if (s->n == s->capacity) {
		size_t capacity = s->capacity > 0 ? s->capacity * 2 : 64;
		struct placed *moved =
		    realloc(s->placed, capacity * sizeof(*moved));

		if (!moved) {
			s->atoms.folded.has_failed = true;
			return;
		}
		s->placed = moved;
		s->capacity = capacity;
	}
	if (gap_at(s, last) == GAP_HYPHEN && !(flags & MB_TERM_ALSO))
		flags |= MB_TERM_HYPHEN;
	if (mb_is_digit(word.ptr[0]))
		flags |= MB_TERM_NUMBER;
	s->placed[s->n++] = (struct placed){
		.at = at,
		.len = len,
		.start = s->atoms.items[first].start,
		.end = end->end,
		.flags = (unsigned char)flags,
	};
}

/* Adds atom @i's own word, which stands for the atoms @first to @last. */
static void add_atom_word(struct mb_splitter *s, size_t i, size_t first,
			  size_t last, unsigned flags)
{
	const struct atom *atom = &s->atoms.items[i];

	add_at(s, atom->at, atom->len, first, last, flags);
}

/* Adds a word that no single atom has. */
static void add_word(struct mb_splitter *s, struct mb_str word, size_t first,
		     size_t last, unsigned flags)
{
	size_t at = s->atoms.folded.len;
	char copy[2 * MB_TERM_MAX_BYTES];

	assert(word.len <= sizeof(copy));
	memcpy(copy, word.ptr, word.len); /* it may lie in the buffer */
	mb_buf_add(&s->atoms.folded, (struct mb_str){ copy, word.len });
	if (!s->atoms.folded.has_failed)
		add_at(s, at, word.len, first, last, flags);
}

/* A word put together in a fixed space; what does not fit is left out. */
struct joined {
	char text[MB_TERM_MAX_BYTES];
	size_t len;
};

static void join(struct joined *joined, struct mb_str part)
{
	if (part.len == 0 || part.len > sizeof(joined->text) - joined->len)
		return;
	memcpy(joined->text + joined->len, part.ptr, part.len);
	joined->len += part.len;
}

static void join_atom(struct joined *joined, const struct mb_splitter *s,
		      size_t i)
{
	join(joined, mb_atoms_word(&s->atoms, i));
}

static struct mb_str joined_str(const struct joined *joined)
{
	return (struct mb_str){ joined->text, joined->len };
}

/* --- the rules --------------------------------------------------------- */

static bool is_possessive(const struct mb_splitter *s, size_t i)
{
	return gap_at(s, i) == GAP_APOSTROPHE &&
	       mb_str_equal(mb_atoms_word(&s->atoms, i + 1), MB_STR("s")) &&
	       gap_at(s, i + 1) != GAP_APOSTROPHE;
}

/*
 * person's: person, also persons.  O'Brien: obrien, also brien.  Clerks and
 * readers put the apostrophe anywhere or nowhere, so each form is there.
 */
static size_t take_apostrophe(struct mb_splitter *s, size_t i)
{
	struct joined word = { .len = 0 };
	size_t last = i;
	unsigned flags = 0;

	if (gap_at(s, i) != GAP_APOSTROPHE || !is_kind(s, i, ATOM_LETTERS) ||
	    !is_kind(s, i + 1, ATOM_LETTERS))
		return 0;
	join_atom(&word, s, i);
	while (gap_at(s, last) == GAP_APOSTROPHE && !is_possessive(s, last) &&
	       is_kind(s, last + 1, ATOM_LETTERS))
		join_atom(&word, s, ++last);
	size_t end = last;

	if (is_possessive(s, last)) {
		end = last + 1;
		flags = MB_TERM_POSSESSIVE;
	}
	add_word(s, joined_str(&word), i, end, flags);
	if (last > i && s->atoms.items[last].len > 2)
		add_atom_word(s, last, i, end, MB_TERM_ALSO);
	if (end > last) {
		join(&word, MB_STR("s"));
		add_word(s, joined_str(&word), i, end, MB_TERM_ALSO);
	}
	return end - i + 1;
}

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

/* 2021/22, 2021-22, 2021/2022: one financial or municipal year. */
static size_t take_double_year(struct mb_splitter *s, size_t i)
{
	enum atom_gap gap = gap_at(s, i), next_gap = gap_at(s, i + 1);
	struct joined word = { .len = 0 }, second = { .len = 0 };
	struct mb_str from, to;
	unsigned long year;
	struct mb_str digits;

	if ((gap != GAP_SLASH && gap != GAP_HYPHEN) ||
	    !is_kind(s, i, ATOM_DIGITS) || !is_kind(s, i + 1, ATOM_DIGITS) ||
	    next_gap == GAP_SLASH || next_gap == GAP_HYPHEN)
		return 0;
	from = mb_atoms_word(&s->atoms, i);
	to = mb_atoms_word(&s->atoms, i + 1);
	if (!is_year(from) || (to.len != 2 && !is_year(to)) ||
	    (two_digits(from) + 1) % 100 != two_digits(to))
		return 0;
	join(&word, from);
	join(&word, MB_STR("/"));
	join(&word, mb_str_drop(to, to.len - 2));
	digits = from;
	if (!mb_str_number(&digits, 9999, &year))
		return 0;
	year++;
	for (unsigned long unit = 1000; unit > 0; unit /= 10) {
		char digit = (char)('0' + year / unit % 10);

		join(&second, (struct mb_str){ &digit, 1 });
	}
	add_word(s, joined_str(&word), i, i + 1, 0);
	add_atom_word(s, i, i, i + 1, MB_TERM_ALSO);
	add_word(s, joined_str(&second), i, i + 1, MB_TERM_ALSO);
	return 2;
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
		join(out, number);
		return;
	}
	join(out, cut.head);
	join(out, cut.tail);
	for (size_t i = cut.tail.len; i < zeros; i++)
		join(out, MB_STR("0"));
}

/* Whether a comma and exactly three digits follow atom @i. */
static bool is_thousands(const struct mb_splitter *s, size_t i)
{
	return gap_at(s, i) == GAP_COMMA && is_kind(s, i + 1, ATOM_DIGITS) &&
	       s->atoms.items[i + 1].len == 3;
}

/* The atoms of "1,200.50" or "13.6.2" from @i on, joined; the last one. */
static size_t join_number(const struct mb_splitter *s, size_t i,
			  struct joined *number, size_t *n_dots)
{
	size_t last = i;

	join_atom(number, s, i);
	*n_dots = 0;
	for (;;) {
		if (*n_dots == 0 && is_thousands(s, last)) {
			join_atom(number, s, ++last);
			continue;
		}
		if (gap_at(s, last) != GAP_DOT ||
		    !is_kind(s, last, ATOM_DIGITS) ||
		    is_kind(s, last + 1, ATOM_LETTERS))
			return last;
		++*n_dots;
		join(number, MB_STR("."));
		join_atom(number, s, ++last);
	}
}

static size_t count_digits(struct mb_str s)
{
	size_t n = 0;

	while (n < s.len && (mb_is_digit(s.ptr[n]) || s.ptr[n] == '.'))
		n++;
	return n;
}

/* 1,200  13.6  £1.2m  £1.2 million: whole numbers, amounts written out. */
static size_t take_number(struct mb_splitter *s, size_t i)
{
	struct joined number = { .len = 0 }, amount = { .len = 0 };
	size_t n_dots, zeros, n_digits, last;

	if (is_kind(s, i, ATOM_LETTERS) ||
	    !mb_is_digit(mb_atoms_word(&s->atoms, i).ptr[0]))
		return 0;
	last = join_number(s, i, &number, &n_dots);
	if (n_dots == 2 && s->atoms.items[last].len == 4 &&
	    s->atoms.items[i].len <= 2) { /* 12.03.2021 is 12/03/2021 */
		for (size_t k = i; k <= last; k++)
			add_atom_word(s, k, k, k, 0);
		return last - i + 1;
	}
	n_digits = count_digits(joined_str(&number));
	if (n_digits < number.len) { /* 1.2m */
		zeros = unit_zeros(mb_str_drop(joined_str(&number), n_digits));
		if (n_dots <= 1 && zeros > 0)
			join_amount(&amount,
				    mb_str_take(joined_str(&number), n_digits),
				    zeros);
		else
			amount = number;
		add_word(s, joined_str(&amount), i, last, 0);
		return last - i + 1;
	}
	zeros = gap_at(s, last) == GAP_SPACE && n_dots <= 1 &&
			s->atoms.items[last + 1].len > 1
		    ? unit_zeros(mb_atoms_word(&s->atoms, last + 1))
		    : 0;
	if (zeros > 0) { /* 1.2 million */
		join_amount(&amount, joined_str(&number), zeros);
		add_word(s, joined_str(&amount), i, last + 1, 0);
		add_atom_word(s, last + 1, i, last + 1, MB_TERM_ALSO);
		return last - i + 2;
	}
	add_word(s, joined_str(&number), i, last, 0);
	return last - i + 1;
}

/* E8 1DY: one place, found with or without its space. */
static size_t take_postcode(struct mb_splitter *s, size_t i)
{
	struct joined word = { .len = 0 };
	struct mb_str out, in;

	if (gap_at(s, i) != GAP_SPACE || !is_kind(s, i, ATOM_MIXED) ||
	    !is_kind(s, i + 1, ATOM_MIXED))
		return 0;
	out = mb_atoms_word(&s->atoms, i);
	in = mb_atoms_word(&s->atoms, i + 1);
	if (out.len < 2 || out.len > 4 || !mb_is_alpha(out.ptr[0]) ||
	    in.len != 3 || !mb_is_digit(in.ptr[0]) || !mb_is_alpha(in.ptr[1]) ||
	    !mb_is_alpha(in.ptr[2]))
		return 0;
	join(&word, out);
	join(&word, in);
	add_word(s, joined_str(&word), i, i + 1, 0);
	add_atom_word(s, i, i, i + 1, MB_TERM_ALSO);
	add_atom_word(s, i + 1, i, i + 1, MB_TERM_ALSO);
	return 2;
}

/* Covid19: also covid. */
static size_t take_mixed(struct mb_splitter *s, size_t i)
{
	struct mb_str word;
	size_t n_letters = 0;

	if (!is_kind(s, i, ATOM_MIXED))
		return 0;
	word = mb_atoms_word(&s->atoms, i);
	while (n_letters < word.len && !mb_is_digit(word.ptr[n_letters]))
		n_letters++;
	add_atom_word(s, i, i, i, 0);
	if (n_letters >= 3 &&
	    count_digits(mb_str_drop(word, n_letters)) == word.len - n_letters)
		add_at(s, s->atoms.items[i].at, n_letters, i, i, MB_TERM_ALSO);
	return 1;
}

/* S.106: s106, also 106. */
static size_t take_section(struct mb_splitter *s, size_t i)
{
	struct joined word = { .len = 0 };

	if (gap_at(s, i) != GAP_DOT || !is_kind(s, i, ATOM_LETTERS) ||
	    is_kind(s, i + 1, ATOM_LETTERS) ||
	    !mb_is_digit(mb_atoms_word(&s->atoms, i + 1).ptr[0]))
		return 0;
	join_atom(&word, s, i);
	join_atom(&word, s, i + 1);
	add_word(s, joined_str(&word), i, i + 1, 0);
	add_atom_word(s, i + 1, i, i + 1, MB_TERM_ALSO);
	return 2;
}

/* N.H.S.: nhs.  R&D: rd, also r and d. */
static size_t take_initials(struct mb_splitter *s, size_t i)
{
	enum atom_gap gap = gap_at(s, i);
	struct joined word = { .len = 0 };
	size_t last = i;

	if ((gap != GAP_DOT && gap != GAP_AND) || !is_kind(s, i, ATOM_LETTERS))
		return 0;
	join_atom(&word, s, i);
	while (gap_at(s, last) == gap && is_kind(s, last + 1, ATOM_LETTERS) &&
	       (gap == GAP_AND || s->atoms.items[last + 1].len == 1))
		join_atom(&word, s, ++last);
	if (last == i)
		return 0;
	add_word(s, joined_str(&word), i, last, 0);
	for (size_t k = i; gap == GAP_AND && k <= last; k++)
		add_atom_word(s, k, i, last, MB_TERM_ALSO);
	return last - i + 1;
}

/* infor-/mation over a line end: information, also infor and mation. */
static size_t take_broken(struct mb_splitter *s, size_t i)
{
	struct joined word = { .len = 0 };

	if (gap_at(s, i) != GAP_BROKEN)
		return 0;
	join_atom(&word, s, i);
	join_atom(&word, s, i + 1);
	add_word(s, joined_str(&word), i, i + 1, 0);
	add_atom_word(s, i, i, i + 1, MB_TERM_ALSO);
	add_atom_word(s, i + 1, i, i + 1, MB_TERM_ALSO);
	return 2;
}

static size_t take_plain(struct mb_splitter *s, size_t i)
{
	add_atom_word(s, i, i, i, 0);
	return 1;
}

static size_t (*const rules[])(struct mb_splitter *s, size_t i) = {
	take_apostrophe, take_double_year, take_number,
	take_postcode,   take_section,     take_initials,
	take_broken,     take_mixed,       take_plain,
};

/* --- splitting --------------------------------------------------------- */

struct mb_splitter *mb_splitter_new(void)
{
	struct mb_splitter *s = malloc(sizeof(*s));

	if (s)
		*s = (struct mb_splitter){ 0 };
	return s;
}

void mb_splitter_free(struct mb_splitter *splitter)
{
	if (!splitter)
		return;
	mb_atoms_release(&splitter->atoms);
	free(splitter->placed);
	free(splitter->terms);
	free(splitter);
}

/* The words have come to rest: gives the terms with pointers to them. */
static int hand_out(struct mb_splitter *s, struct mb_terms *out,
		    struct mb_err *err)
{
	if (s->n_terms < s->capacity) {
		struct mb_term *moved =
		    realloc(s->terms, s->capacity * sizeof(*moved));

		if (!moved)
			return mb_fail_nomem(err);
		s->terms = moved;
		s->n_terms = s->capacity;
	}
	for (size_t i = 0; i < s->n; i++) {
		const struct placed *placed = &s->placed[i];

		s->terms[i] = (struct mb_term){
			.word = { s->atoms.folded.ptr + placed->at,
				  placed->len },
			.start = placed->start,
			.end = placed->end,
			.flags = placed->flags,
		};
	}
	*out = (struct mb_terms){ s->terms, s->n };
	return MB_OK;
}

int mb_split(struct mb_splitter *splitter, struct mb_str text,
	     struct mb_terms *out, struct mb_err *err)
{
	struct mb_splitter *s = splitter;

	mb_atoms_scan(&s->atoms, text);
	s->n = 0;
	for (size_t i = 0; i < s->atoms.n && !s->atoms.folded.has_failed;) {
		size_t n_taken = 0;

		for (size_t k = 0; n_taken == 0; k++)
			n_taken = rules[k](s, i);
		i += n_taken;
	}
	if (s->atoms.folded.has_failed)
		return mb_fail_nomem(err);
	return hand_out(s, out, err);
}

/* --- stems ------------------------------------------------------------- */

struct mb_stemmer {
	struct sb_stemmer *snowball;
};

struct mb_stemmer *mb_stemmer_new(void)
{
	struct mb_stemmer *stemmer = malloc(sizeof(*stemmer));

	if (!stemmer)
		return NULL;
	stemmer->snowball = sb_stemmer_new("english", "UTF_8");
	if (!stemmer->snowball) {
		free(stemmer);
		return NULL;
	}
	return stemmer;
}

void mb_stemmer_free(struct mb_stemmer *stemmer)
{
	if (!stemmer)
		return;
	sb_stemmer_delete(stemmer->snowball);
	free(stemmer);
}

static bool is_stemmable(struct mb_str word)
{
	if (word.len < 3 || word.len > MB_TERM_MAX_BYTES)
		return false;
	for (size_t i = 0; i < word.len; i++)
		if (!mb_is_lower(word.ptr[i]))
			return false;
	return true;
}

int mb_stem(struct mb_stemmer *stemmer, struct mb_str word, struct mb_str *stem,
	    struct mb_err *err)
{
	const sb_symbol *out;

	if (!is_stemmable(word)) {
		*stem = word;
		return MB_OK;
	}
	out = sb_stemmer_stem(stemmer->snowball, (const sb_symbol *)word.ptr,
			      (int)word.len);
	if (!out)
		return mb_fail_nomem(err);
	*stem = (struct mb_str){ (const char *)out,
				 (size_t)sb_stemmer_length(stemmer->snowball) };
	return MB_OK;
}
