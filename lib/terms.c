/*
 * Atoms become terms by a list of rules, tried in order at each atom.  A rule
 * takes as many atoms as it understands and says how many, or 0.
 */
#include "minutebook/terms.h"

#include <stdlib.h>

#include "minutebook/text.h"
#include "splitter.h"
#include "term_numbers.h"

/* --- the rules --------------------------------------------------------- */

static bool is_possessive(const struct mb_splitter *s, size_t i)
{
	return mb_splitter_gap(s, i) == GAP_APOSTROPHE &&
	       mb_str_equal(mb_atoms_word(&s->atoms, i + 1), MB_STR("s")) &&
	       mb_splitter_gap(s, i + 1) != GAP_APOSTROPHE;
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

	if (mb_splitter_gap(s, i) != GAP_APOSTROPHE ||
	    !mb_splitter_is(s, i, ATOM_LETTERS) ||
	    !mb_splitter_is(s, i + 1, ATOM_LETTERS))
		return 0;
	mb_joined_add_atom(&word, s, i);
	while (mb_splitter_gap(s, last) == GAP_APOSTROPHE &&
	       !is_possessive(s, last) &&
	       mb_splitter_is(s, last + 1, ATOM_LETTERS))
		mb_joined_add_atom(&word, s, ++last);
	size_t end = last;

	if (is_possessive(s, last)) {
		end = last + 1;
		flags = MB_TERM_POSSESSIVE;
	}
	mb_splitter_add_word(s, mb_joined_str(&word), i, end, flags);
	if (last > i && s->atoms.items[last].len > 2)
		mb_splitter_add_atom(s, last, i, end, MB_TERM_ALSO);
	if (end > last) {
		mb_joined_add(&word, MB_STR("s"));
		mb_splitter_add_word(s, mb_joined_str(&word), i, end,
				     MB_TERM_ALSO);
	}
	return end - i + 1;
}

/* E8 1DY: one place, found with or without its space. */
static size_t take_postcode(struct mb_splitter *s, size_t i)
{
	struct joined word = { .len = 0 };
	struct mb_str out, in;

	if (mb_splitter_gap(s, i) != GAP_SPACE ||
	    !mb_splitter_is(s, i, ATOM_MIXED) ||
	    !mb_splitter_is(s, i + 1, ATOM_MIXED))
		return 0;
	out = mb_atoms_word(&s->atoms, i);
	in = mb_atoms_word(&s->atoms, i + 1);
	if (out.len < 2 || out.len > 4 || !mb_is_alpha(out.ptr[0]) ||
	    in.len != 3 || !mb_is_digit(in.ptr[0]) || !mb_is_alpha(in.ptr[1]) ||
	    !mb_is_alpha(in.ptr[2]))
		return 0;
	mb_joined_add(&word, out);
	mb_joined_add(&word, in);
	mb_splitter_add_word(s, mb_joined_str(&word), i, i + 1, 0);
	mb_splitter_add_atom(s, i, i, i + 1, MB_TERM_ALSO);
	mb_splitter_add_atom(s, i + 1, i, i + 1, MB_TERM_ALSO);
	return 2;
}

/* Covid19: also covid. */
static size_t take_mixed(struct mb_splitter *s, size_t i)
{
	struct mb_str word;
	size_t n_letters = 0;

	if (!mb_splitter_is(s, i, ATOM_MIXED))
		return 0;
	word = mb_atoms_word(&s->atoms, i);
	while (n_letters < word.len && !mb_is_digit(word.ptr[n_letters]))
		n_letters++;
	mb_splitter_add_atom(s, i, i, i, 0);
	if (n_letters >= 3 && mb_count_digits(mb_str_drop(word, n_letters)) ==
				  word.len - n_letters)
		mb_splitter_add(s, s->atoms.items[i].at, n_letters, i, i,
				MB_TERM_ALSO);
	return 1;
}

/* S.106: s106, also 106. */
static size_t take_section(struct mb_splitter *s, size_t i)
{
	struct joined word = { .len = 0 };

	if (mb_splitter_gap(s, i) != GAP_DOT ||
	    !mb_splitter_is(s, i, ATOM_LETTERS) ||
	    mb_splitter_is(s, i + 1, ATOM_LETTERS) ||
	    !mb_is_digit(mb_atoms_word(&s->atoms, i + 1).ptr[0]))
		return 0;
	mb_joined_add_atom(&word, s, i);
	mb_joined_add_atom(&word, s, i + 1);
	mb_splitter_add_word(s, mb_joined_str(&word), i, i + 1, 0);
	mb_splitter_add_atom(s, i + 1, i, i + 1, MB_TERM_ALSO);
	return 2;
}

/* N.H.S.: nhs.  R&D: rd, also r and d. */
static size_t take_initials(struct mb_splitter *s, size_t i)
{
	enum atom_gap gap = mb_splitter_gap(s, i);
	struct joined word = { .len = 0 };
	size_t last = i;

	if ((gap != GAP_DOT && gap != GAP_AND) ||
	    !mb_splitter_is(s, i, ATOM_LETTERS))
		return 0;
	mb_joined_add_atom(&word, s, i);
	while (mb_splitter_gap(s, last) == gap &&
	       mb_splitter_is(s, last + 1, ATOM_LETTERS) &&
	       (gap == GAP_AND || s->atoms.items[last + 1].len == 1))
		mb_joined_add_atom(&word, s, ++last);
	if (last == i)
		return 0;
	mb_splitter_add_word(s, mb_joined_str(&word), i, last, 0);
	for (size_t k = i; gap == GAP_AND && k <= last; k++)
		mb_splitter_add_atom(s, k, i, last, MB_TERM_ALSO);
	return last - i + 1;
}

/* infor-/mation over a line end: information, also infor and mation. */
static size_t take_broken(struct mb_splitter *s, size_t i)
{
	struct joined word = { .len = 0 };

	if (mb_splitter_gap(s, i) != GAP_BROKEN)
		return 0;
	mb_joined_add_atom(&word, s, i);
	mb_joined_add_atom(&word, s, i + 1);
	mb_splitter_add_word(s, mb_joined_str(&word), i, i + 1, 0);
	mb_splitter_add_atom(s, i, i, i + 1, MB_TERM_ALSO);
	mb_splitter_add_atom(s, i + 1, i, i + 1, MB_TERM_ALSO);
	return 2;
}

static size_t take_plain(struct mb_splitter *s, size_t i)
{
	mb_splitter_add_atom(s, i, i, i, 0);
	return 1;
}

static size_t (*const rules[])(struct mb_splitter *s, size_t i) = {
	take_apostrophe, mb_take_double_year, mb_take_number,
	take_postcode,   take_section,        take_initials,
	take_broken,     take_mixed,          take_plain,
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
