#include "splitter.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "minutebook/text.h"

static const struct atom *atom_at(const struct mb_splitter *s, size_t i)
{
	return i < s->atoms.n ? &s->atoms.items[i] : NULL;
}

enum atom_gap mb_splitter_gap(const struct mb_splitter *s, size_t i)
{
	return i + 1 < s->atoms.n ? s->atoms.items[i].gap : GAP_OTHER;
}

bool mb_splitter_is(const struct mb_splitter *s, size_t i, enum atom_kind kind)
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

void mb_splitter_add(struct mb_splitter *s, size_t at, size_t len, size_t first,
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
	if (mb_splitter_gap(s, last) == GAP_HYPHEN && !(flags & MB_TERM_ALSO))
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

void mb_splitter_add_atom(struct mb_splitter *s, size_t i, size_t first,
			  size_t last, unsigned flags)
{
	const struct atom *atom = &s->atoms.items[i];

	mb_splitter_add(s, atom->at, atom->len, first, last, flags);
}

void mb_splitter_add_word(struct mb_splitter *s, struct mb_str word,
			  size_t first, size_t last, unsigned flags)
{
	size_t at = s->atoms.folded.len;
	char copy[2 * MB_TERM_MAX_BYTES];

	assert(word.len <= sizeof(copy));
	memcpy(copy, word.ptr, word.len); /* it may lie in the buffer */
	mb_buf_add(&s->atoms.folded, (struct mb_str){ copy, word.len });
	if (!s->atoms.folded.has_failed)
		mb_splitter_add(s, at, word.len, first, last, flags);
}

void mb_joined_add(struct joined *joined, struct mb_str part)
{
	if (part.len == 0 || part.len > sizeof(joined->text) - joined->len)
		return;
	memcpy(joined->text + joined->len, part.ptr, part.len);
	joined->len += part.len;
}

void mb_joined_add_atom(struct joined *joined, const struct mb_splitter *s,
			size_t i)
{
	mb_joined_add(joined, mb_atoms_word(&s->atoms, i));
}

struct mb_str mb_joined_str(const struct joined *joined)
{
	return (struct mb_str){ joined->text, joined->len };
}
