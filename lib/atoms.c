#include "atoms.h"

#include <stdlib.h>

#include "minutebook/terms.h"
#include "minutebook/text.h"
#include "spelling.h"

#include <utf8proc.h>

/* Letters, digits and the marks on them. */
static bool is_word_char(uint32_t c)
{
	utf8proc_category_t category;

	if (c < 0x80)
		return mb_is_alnum((char)c);
	if (mb_is_apostrophe(c)) /* one of them counts as a letter */
		return false;
	category = utf8proc_category((utf8proc_int32_t)c);
	return (category >= UTF8PROC_CATEGORY_LU &&
		category <= UTF8PROC_CATEGORY_LO) ||
	       (category >= UTF8PROC_CATEGORY_ND &&
		category <= UTF8PROC_CATEGORY_NO);
}

static bool is_inside_word(uint32_t c)
{
	utf8proc_category_t category;

	if (c < 0x80)
		return false;
	if (mb_is_invisible(c))
		return true;
	category = utf8proc_category((utf8proc_int32_t)c);
	return category == UTF8PROC_CATEGORY_MN ||
	       category == UTF8PROC_CATEGORY_MC ||
	       category == UTF8PROC_CATEGORY_ME;
}

static uint32_t peek(struct mb_str s)
{
	uint32_t c = 0;

	mb_utf8_next(&s, &c);
	return c;
}

static bool starts_word(struct mb_str s)
{
	return s.len > 0 && is_word_char(peek(s));
}

static bool starts_digit(struct mb_str s)
{
	return s.len > 0 && mb_is_digit(s.ptr[0]);
}

/* Skips blanks and counts the line ends among them. */
static struct mb_str skip_blanks(struct mb_str s, int *n_lines)
{
	struct mb_str rest = s;
	uint32_t c;

	*n_lines = 0;
	while (mb_utf8_next(&rest, &c) && mb_is_blank(c)) {
		*n_lines += c == '\n';
		s = rest;
	}
	return s;
}

/* A hyphen and then blanks: does the word go on in the next line? */
static enum atom_gap gap_after_hyphen(const struct atom *atom,
				      struct mb_str after)
{
	int n_lines;
	struct mb_str next = skip_blanks(after, &n_lines);

	if (n_lines < 1 || n_lines > 2 || !starts_word(next))
		return GAP_OTHER;
	if (atom->kind == ATOM_DIGITS)
		return starts_digit(next) ? GAP_HYPHEN : GAP_OTHER;
	return mb_is_upper_letter(peek(next)) ? GAP_OTHER : GAP_BROKEN;
}

/* What stands between @atom and the rest of the text. */
static enum atom_gap gap_after(const struct atom *atom, struct mb_str rest)
{
	struct mb_str after = rest;
	uint32_t c;
	int n_lines;

	if (!mb_utf8_next(&after, &c))
		return GAP_OTHER;
	if (mb_is_blank(c)) {
		after = skip_blanks(rest, &n_lines);
		return n_lines < 2 && starts_word(after) ? GAP_SPACE
							 : GAP_OTHER;
	}
	if (mb_is_hyphen(c))
		return starts_word(after) ? GAP_HYPHEN
					  : gap_after_hyphen(atom, after);
	if (!starts_word(after))
		return GAP_OTHER;
	if (mb_is_apostrophe(c))
		return GAP_APOSTROPHE;
	if (c == '&')
		return GAP_AND;
	if (c == '.' &&
	    (atom->kind == ATOM_DIGITS ? starts_digit(after) : atom->len == 1))
		return GAP_DOT;
	if (atom->kind != ATOM_DIGITS || !starts_digit(after))
		return GAP_OTHER;
	return c == ',' ? GAP_COMMA : c == '/' ? GAP_SLASH : GAP_OTHER;
}

static struct atom *add_atom(struct atoms *atoms, size_t start)
{
	struct atom *atom;

	if (atoms->n == atoms->capacity) {
		size_t capacity =
		    atoms->capacity > 0 ? atoms->capacity * 2 : 64;
		struct atom *moved =
		    realloc(atoms->items, capacity * sizeof(*moved));

		if (!moved) {
			atoms->folded.has_failed = true;
			return NULL;
		}
		atoms->items = moved;
		atoms->capacity = capacity;
	}
	atom = &atoms->items[atoms->n++];
	*atom = (struct atom){ .start = start, .at = atoms->folded.len };
	return atom;
}

/* An atom for a sign that is read as a word. */
static void add_sign(struct atoms *atoms, size_t start, const char *word)
{
	struct atom *atom = add_atom(atoms, start);

	if (!atom)
		return;
	mb_buf_add(&atoms->folded, mb_str_of(word));
	atom->end = start + 1;
	atom->len = atoms->folded.len - atom->at;
	atom->kind = ATOM_LETTERS;
	atom->gap = GAP_SPACE;
}

/* Folds one character onto the end of @atom, up to the longest term. */
static void add_char(struct atoms *atoms, struct atom *atom, uint32_t c)
{
	char folded[MB_FOLD_BYTES];
	size_t n = mb_fold_char(c, folded);

	if (atoms->folded.len - atom->at + n <= MB_TERM_MAX_BYTES)
		mb_buf_add(&atoms->folded, (struct mb_str){ folded, n });
}

static void spell(struct atoms *atoms, struct atom *atom)
{
	struct mb_buf *folded = &atoms->folded;
	size_t len;

	/* a British spelling is at most two letters longer */
	if (folded->has_failed || atom->len < 4 ||
	    atom->len > MB_TERM_MAX_BYTES - 2)
		return;
	mb_buf_add(folded, MB_STR("  "));
	if (folded->has_failed)
		return;
	len =
	    mb_spell_british(folded->ptr + atom->at, atom->len, atom->len + 2);
	mb_buf_truncate(folded, atom->at + len);
	atom->len = len;
}

/* Takes one run of letters and digits off the front of @rest. */
static struct mb_str scan_word(struct atoms *atoms, struct mb_str text,
			       struct mb_str rest)
{
	struct atom *atom = add_atom(atoms, (size_t)(rest.ptr - text.ptr));
	bool has_digit = false, has_letter = false;
	struct mb_str next = rest;
	uint32_t c;

	if (!atom)
		return (struct mb_str){ NULL, 0 };
	while (mb_utf8_next(&next, &c)) {
		if (is_word_char(c)) {
			if (c < 0x80 && mb_is_digit((char)c))
				has_digit = true;
			else
				has_letter = true;
			add_char(atoms, atom, c);
			atom->end = (size_t)(next.ptr - text.ptr);
		} else if (!is_inside_word(c)) {
			break;
		}
		rest = next;
	}
	atom->len = atoms->folded.len - atom->at;
	atom->kind = !has_digit   ? ATOM_LETTERS
		     : has_letter ? ATOM_MIXED
				  : ATOM_DIGITS;
	if (atom->kind == ATOM_LETTERS)
		spell(atoms, atom);
	atom->gap = gap_after(atom, rest);
	if (atom->len == 0) /* only marks */
		atoms->n--;
	return rest;
}

/* "&" by itself is a word; inside R&D it is a gap. */
static bool is_lone_ampersand(struct mb_str text, struct mb_str rest)
{
	size_t at = (size_t)(rest.ptr - text.ptr);

	if (at > 0 && mb_is_alnum(text.ptr[at - 1]))
		return false;
	return !starts_word(mb_str_drop(rest, 1));
}

static bool is_percent_sign(const struct atoms *atoms, size_t at)
{
	const struct atom *last =
	    atoms->n > 0 ? &atoms->items[atoms->n - 1] : NULL;

	return last && last->kind == ATOM_DIGITS && last->end == at;
}

void mb_atoms_scan(struct atoms *atoms, struct mb_str text)
{
	struct mb_str rest = text;
	uint32_t c;

	atoms->n = 0;
	atoms->folded.has_failed = false;
	mb_buf_truncate(&atoms->folded, 0);
	while (rest.len > 0 && !atoms->folded.has_failed) {
		size_t at = (size_t)(rest.ptr - text.ptr);

		if (starts_word(rest)) {
			rest = scan_word(atoms, text, rest);
			continue;
		}
		if (rest.ptr[0] == '&' && is_lone_ampersand(text, rest))
			add_sign(atoms, at, "and");
		else if (rest.ptr[0] == '%' && is_percent_sign(atoms, at))
			add_sign(atoms, at, "percent");
		mb_utf8_next(&rest, &c);
	}
}

struct mb_str mb_atoms_word(const struct atoms *atoms, size_t i)
{
	const struct atom *atom = &atoms->items[i];

	return (struct mb_str){ atoms->folded.ptr + atom->at, atom->len };
}

void mb_atoms_release(struct atoms *atoms)
{
	free(atoms->items);
	mb_buf_release(&atoms->folded);
	*atoms = (struct atoms){ 0 };
}
