#include "fold_copies.h"

/* No meeting has more items; what has is not folded. */
#define MAX_COPIES 4000

/* Fewer bytes than this, "noted" for one, say the same only as a whole. */
#define MIN_CONTAINED 40

/* --- words ------------------------------------------------------------- */

/* Where @words stand as whole words in @text, from @from on. */
static size_t find_words(struct mb_str text, struct mb_str words, size_t from)
{
	while (from + words.len <= text.len) {
		size_t at = mb_str_find(mb_str_drop(text, from), words);
		size_t end;

		if (at == MB_STR_NONE)
			break;
		at += from;
		end = at + words.len;
		if ((at == 0 || text.ptr[at - 1] == ' ') &&
		    (end == text.len || text.ptr[end] == ' '))
			return at;
		from = at + 1;
	}
	return MB_STR_NONE;
}

static bool has_words(struct mb_str text, struct mb_str words)
{
	return words.len > 0 && find_words(text, words, 0) != MB_STR_NONE;
}

static struct mb_str words_of_part(const struct fold_copy *copy,
				   const struct fold_part *part)
{
	return mb_str_slice(copy->words, part->start, part->end);
}

/* The part of @copy in which the word at @at stands. */
static const struct fold_part *part_at(const struct fold_copy *copy, size_t at)
{
	size_t i = 0;

	while (i + 1 < copy->n_parts && copy->parts[i].end <= at)
		i++;
	return &copy->parts[i];
}

/* --- pairs ------------------------------------------------------------- */

/* One title says all that the other does. */
static bool has_same_title(const struct fold_copy *a, const struct fold_copy *b)
{
	return has_words(a->title_words, b->title_words) ||
	       has_words(b->title_words, a->title_words);
}

static bool is_one_document(const struct fold_copy *copies, size_t n)
{
	for (size_t i = 1; i < n; i++)
		if (copies[i].document != copies[0].document)
			return false;
	return true;
}

static bool are_copies(const struct fold_copy *a, const struct fold_copy *b)
{
	if (a->document == b->document)
		return false;
	if (a->site_id != 0 && a->site_id == b->site_id)
		return true;
	if (a->number.len > 0 && mb_str_equal(a->number, b->number))
		return true;
	return has_same_title(a, b);
}

int mb_fold_pair(struct fold_copy *copies, size_t n, struct mb_arena *arena,
		 struct mb_err *err)
{
	if (n > MAX_COPIES || is_one_document(copies, n))
		return MB_OK;
	for (size_t i = 0; i < n; i++) {
		size_t capacity = 0;

		for (size_t k = 0; k < n; k++) {
			struct fold_copy *a = &copies[i], **moved;

			if (!are_copies(a, &copies[k]))
				continue;
			moved = mb_arena_grow(arena, a->others, a->n_others,
					      &capacity, sizeof(*moved));
			if (!moved)
				return mb_fail_nomem(err);
			a->others = moved;
			a->others[a->n_others++] = &copies[k];
		}
	}
	return MB_OK;
}

/*
 * Whether they are surely one item, whatever their texts: titles such as
 * "Motion" may come several times, and then the numbers tell.
 */
static bool are_surely_one(const struct fold_copy *a, const struct fold_copy *b)
{
	if (a->site_id != 0 && a->site_id == b->site_id)
		return true;
	if (a->number.len > 0 && b->number.len > 0 &&
	    !mb_str_equal(a->number, b->number))
		return false;
	return a->title_words.len > 0 &&
	       mb_str_equal(a->title_words, b->title_words);
}

/* --- which is better --------------------------------------------------- */

/* Negative when @a is shown before @b; a total order. */
static int compare(const struct fold_copy *a, const struct fold_copy *b)
{
	if (a->is_cut != b->is_cut)
		return a->is_cut ? 1 : -1;
	if (a->status != b->status)
		return a->status - b->status;
	if (a->content != b->content)
		return a->content - b->content;
	if (a->n_marks != b->n_marks)
		return a->n_marks > b->n_marks ? -1 : 1;
	if (a->n_words != b->n_words)
		return a->n_words > b->n_words ? -1 : 1;
	if (a->kind != b->kind)
		return a->kind - b->kind;
	return (a->order > b->order) - (a->order < b->order);
}

/* --- paragraphs -------------------------------------------------------- */

/* Nobody speaks in @part, or whoever speaks in the words at @at of @other. */
static bool fits_speaker(const struct fold_part *part,
			 const struct fold_copy *other, size_t at)
{
	return part->speaker.len == 0 ||
	       mb_str_equal(part->speaker, part_at(other, at)->speaker);
}

/* A better copy has the words of the part. */
static bool has_part(const struct fold_copy *other,
		     const struct fold_copy *copy, const struct fold_part *part)
{
	struct mb_str words = words_of_part(copy, part);
	size_t at = 0;

	for (;; at++) {
		const struct fold_part *there;

		at = find_words(other->words, words, at);
		if (at == MB_STR_NONE)
			return false;
		there = part_at(other, at);
		if (fits_speaker(part, other, at) &&
		    (words.len >= MIN_CONTAINED ||
		     (there->start == at && there->end == at + words.len)))
			return true;
	}
}

/*
 * A paragraph that is whole in another copy, be that better or not, begins
 * like the cut one; of which the last word may be cut, too.
 */
static bool has_whole(const struct fold_copy *other,
		      const struct fold_copy *copy,
		      const struct fold_part *part)
{
	struct mb_str words = words_of_part(copy, part);
	const struct fold_part *there;
	size_t at;

	words = mb_str_cut_last(words, ' ').head;
	at = words.len > 0 ? find_words(other->words, words, 0) : MB_STR_NONE;
	if (at == MB_STR_NONE || !fits_speaker(part, other, at))
		return false;
	there = part_at(other, at);
	if (words.len < MIN_CONTAINED && there->start != at)
		return false;
	return !there->is_cut && there->end > at + words.len &&
	       there->end - there->start > part->end - part->start;
}

static bool is_part_elsewhere(const struct fold_copy *copy,
			      const struct fold_part *part,
			      const struct fold_copy *other)
{
	if (part->is_cut && has_whole(other, copy, part))
		return true;
	return compare(other, copy) < 0 && has_part(other, copy, part);
}

/* --- copies ------------------------------------------------------------ */

static void take_as_best(struct fold_copy *copy, const struct fold_copy *other)
{
	if (compare(other, copy->same_as ? copy->same_as : copy) < 0)
		copy->same_as = other;
}

/* Hides what others have; whether anything of the text is left. */
static bool hide_parts(struct fold_copy *copy)
{
	bool is_any_left = false;

	for (size_t i = 0; i < copy->n_parts; i++) {
		struct fold_part *part = &copy->parts[i];

		for (size_t k = 0;
		     k < copy->n_others && part->end > part->start; k++) {
			if (!is_part_elsewhere(copy, part, copy->others[k]))
				continue;
			part->is_hidden = true;
			take_as_best(copy, copy->others[k]);
		}
		is_any_left = is_any_left ||
			      (!part->is_hidden && part->end > part->start);
	}
	return is_any_left;
}

/* Whether a copy that is shown instead says the title, too. */
static bool is_title_elsewhere(const struct fold_copy *copy)
{
	if (copy->title_words.len == 0)
		return true;
	for (size_t i = 0; i < copy->n_others; i++) {
		const struct fold_copy *other = copy->others[i];
		bool has_text = other->words.len > 0;

		if (has_words(other->title_words, copy->title_words) &&
		    (compare(other, copy) < 0 ||
		     (copy->words.len == 0 && has_text)))
			return true;
	}
	return false;
}

static void decide(struct fold_copy *copy)
{
	bool is_any_left = hide_parts(copy);

	for (size_t i = 0; i < copy->n_others; i++)
		if (are_surely_one(copy, copy->others[i]))
			take_as_best(copy, copy->others[i]);
	copy->is_hidden = !is_any_left && copy->n_others > 0 &&
			  copy->n_parts > 0 && is_title_elsewhere(copy);
	if (copy->is_hidden) {
		for (size_t i = 0; i < copy->n_parts; i++)
			copy->parts[i].is_hidden = true;
	} else if (!is_any_left && copy->n_parts > 0) {
		copy->parts[0].is_hidden = false; /* for its title */
	}
}

void mb_fold_decide(struct fold_copy *copies, size_t n)
{
	for (size_t i = 0; i < n; i++)
		decide(&copies[i]);
	/* the best of the best: each step is to a better one */
	for (size_t i = 0; i < n; i++)
		while (copies[i].same_as && copies[i].same_as->same_as)
			copies[i].same_as = copies[i].same_as->same_as;
}
