#include "written.h"

#include <stdlib.h>
#include <string.h>

#include "minutebook/text.h"

#include <xxhash.h>

#define FIRST_PLACES 1024

/* --- words ------------------------------------------------------------- */

static bool is_of_word(uint32_t c)
{
	return mb_is_letter(c) || (c < 0x80 && mb_is_digit((char)c));
}

struct mb_str written_first(struct mb_str s)
{
	struct mb_str rest = s, before = s;
	uint32_t c;

	while (mb_utf8_next(&rest, &c) && is_of_word(c))
		before = rest;
	return mb_str_take(s, s.len - before.len);
}

struct mb_str written_last(struct mb_str s)
{
	size_t at = s.len;

	while (at > 0 && is_of_word(mb_utf8_last(mb_str_take(s, at))))
		at = mb_utf8_floor(s, at - 1);
	return mb_str_drop(s, at);
}

/* --- the set ----------------------------------------------------------- */

/* 0 for what is too long. */
static uint64_t hash_of(struct mb_str word)
{
	char lower[WRITTEN_MAX_BYTES];
	uint64_t hash;

	if (word.len > sizeof(lower))
		return 0;
	for (size_t i = 0; i < word.len; i++)
		lower[i] = mb_to_lower(word.ptr[i]);
	hash = XXH3_64bits(lower, word.len);
	return hash ? hash : 1;
}

static uint64_t *place_of(uint64_t *hashes, size_t n_places, uint64_t hash)
{
	size_t at = (size_t)hash & (n_places - 1);

	while (hashes[at] != 0 && hashes[at] != hash)
		at = (at + 1) & (n_places - 1);
	return &hashes[at];
}

static bool grow(struct written *written)
{
	size_t n_places =
	    written->n_places > 0 ? written->n_places * 2 : FIRST_PLACES;
	uint64_t *hashes = calloc(n_places, sizeof(*hashes));

	if (!hashes)
		return false;
	for (size_t i = 0; i < written->n_places; i++)
		if (written->hashes[i] != 0)
			*place_of(hashes, n_places, written->hashes[i]) =
			    written->hashes[i];
	free(written->hashes);
	written->hashes = hashes;
	written->n_places = n_places;
	return true;
}

static void add(struct written *written, struct mb_str word)
{
	uint64_t hash = hash_of(word), *place;

	if (hash == 0 || written->has_failed)
		return;
	if (written->n * 2 >= written->n_places && !grow(written)) {
		written->has_failed = true;
		return;
	}
	place = place_of(written->hashes, written->n_places, hash);
	written->n += *place == 0;
	*place = hash;
}

bool written_has(const struct written *written, struct mb_str word)
{
	uint64_t hash = hash_of(word);

	return hash != 0 && written->n_places > 0 &&
	       *place_of(written->hashes, written->n_places, hash) == hash;
}

/* --- gathering --------------------------------------------------------- */

/* @a-@b, which stand apart in the text if their hyphen is a longer one. */
static void add_pair(struct written *written, struct mb_str a, struct mb_str b)
{
	char pair[WRITTEN_MAX_BYTES];
	size_t len = a.len + 1 + b.len;

	if (len > sizeof(pair))
		return;
	memcpy(pair, a.ptr, a.len);
	pair[a.len] = '-';
	memcpy(pair + a.len + 1, b.ptr, b.len);
	add(written, (struct mb_str){ pair, len });
}

/* The words of a line; the first or the last may be a half. */
static void add_line(struct written *written, struct mb_str text,
		     bool begins_torn, bool ends_torn)
{
	struct mb_str before = { NULL, 0 }; /* tied to the next by a hyphen */
	bool is_torn = begins_torn;

	while (text.len > 0) {
		struct mb_str word = written_first(text);
		uint32_t c = 0;

		text = mb_str_drop(text, word.len);
		mb_utf8_next(&text, &c);
		if (word.len > 0 && !is_torn && !(ends_torn && text.len == 0)) {
			add(written, word);
			if (before.len > 0)
				add_pair(written, before, word);
		}
		before = mb_is_hyphen(c) && !is_torn
			     ? word
			     : (struct mb_str){ NULL, 0 };
		is_torn = is_torn && word.len == 0;
	}
}

struct written written_of(const struct blocks *blocks)
{
	struct written written = { .n = 0 };
	bool is_torn = false;

	for (size_t i = 0; i < blocks->n; i++) {
		const struct block *block = &blocks->items[i];
		bool ends_torn = mb_is_hyphen(mb_utf8_last(block->text)) ||
				 block->is_divided;

		if (block->kind == BLOCK_PAGE)
			continue;
		add_line(&written, block->text, is_torn, ends_torn);
		is_torn = ends_torn;
	}
	return written;
}

void written_release(struct written *written)
{
	free(written->hashes);
	*written = (struct written){ .n = 0 };
}
