#include "excerpt.h"

#include <stdlib.h>

#include "excerpt_matches.h"
#include "minutebook/text.h"
#include "sentence.h"

/* --- windows ----------------------------------------------------------- */

struct window {
	size_t start, end;
	double score;
};

/* A word's boundary at or before byte @at. */
static size_t word_start(struct mb_str text, size_t at, size_t least)
{
	while (at > least && !mb_is_space(text.ptr[at - 1]))
		at--;
	return at;
}

static size_t word_end(struct mb_str text, size_t at)
{
	while (at < text.len && !mb_is_space(text.ptr[at]))
		at++;
	return at;
}

/* The byte that is @n characters behind @at, or the end. */
static size_t chars_behind(struct mb_str text, size_t at, size_t n)
{
	struct mb_str rest = mb_str_drop(text, at);
	uint32_t c;

	while (n > 0 && mb_utf8_next(&rest, &c))
		n--;
	return text.len - rest.len;
}

/* The last word's end up to @most, or @most itself. */
static size_t cut_at_word(struct mb_str text, size_t start, size_t most)
{
	size_t cut = word_start(text, most, start);

	while (cut > start && mb_is_space(text.ptr[cut - 1]))
		cut--;
	return cut > start ? cut : most;
}

/* As many sentences from @start on as @limit allows, at least one; a longer
 * one is cut behind a word.  Reads no farther than the limit. */
static size_t fill_window(struct mb_str text, size_t start, size_t limit)
{
	size_t most = chars_behind(text, start, limit);
	size_t end = sentence_end(text, start, most);

	if (end == MB_STR_NONE)
		return cut_at_word(text, start, most);
	while (end < text.len) {
		size_t next = end;

		while (next < text.len && mb_is_space(text.ptr[next]))
			next++;
		if (next >= text.len)
			break;
		next = sentence_end(text, next, most);
		if (next == MB_STR_NONE)
			break;
		end = next;
	}
	return end;
}

/* The first match that begins at @start or behind it. */
static size_t first_from(const struct matches *matches, size_t start)
{
	size_t low = 0, high = matches->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (matches->items[middle].start < start)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Different words count most, then how often, then nearness to the start. */
static double score_window(const struct matches *matches, const double *factors,
			   const struct window *w)
{
	bool seen[PLAN_MAX_LEAVES] = { false };
	double score = 0;

	for (size_t i = first_from(matches, w->start); i < matches->n; i++) {
		const struct match *m = &matches->items[i];

		if (m->start >= w->end)
			break;
		if (m->end > w->end)
			continue;
		if (!seen[m->leaf])
			score += 1 + factors[m->leaf];
		else
			score += 0.1;
		seen[m->leaf] = true;
	}
	return score;
}

/* The match is too far into a long sentence: the window begins at a word, a
 * quarter of its length before the match. */
static void move_window(struct mb_str text, const struct match *m, size_t limit,
			struct window *w)
{
	size_t lead = limit / 4, at = m->start;

	while (lead > 0 && at > w->start) {
		at = mb_utf8_floor(text, at - 1);
		lead--;
	}
	w->start = word_start(text, word_end(text, at), w->start);
	if (w->start > m->start)
		w->start = m->start;
	while (w->start < m->start && mb_is_space(text.ptr[w->start]))
		w->start++;
	w->end = fill_window(text, w->start, limit);
	if (w->end >= m->end)
		return;
	w->start = m->start; /* it is too long to have words around it */
	w->end = fill_window(text, w->start, limit);
	if (w->end < m->end)
		w->end = m->end;
}

/* Windows that have been taken, in the order of the text. */
struct windows {
	struct window *items;
	size_t n;
};

static bool is_taken(const struct windows *taken, const struct window *w)
{
	for (size_t i = 0; i < taken->n; i++)
		if (w->start < taken->items[i].end &&
		    taken->items[i].start < w->end)
			return true;
	return false;
}

/* A window for each match: the sentence it stands in and what follows. */
static struct window best_window(struct mb_str text,
				 const struct matches *matches,
				 const double *factors, size_t limit,
				 const struct windows *taken)
{
	struct window best = { 0, 0, -1 }, sentence = { 0, 0, 0 };
	size_t last_start = (size_t)-1;

	for (size_t i = 0; i < matches->n; i++) {
		const struct match *m = &matches->items[i];
		size_t before = i > 0 ? m[-1].start : 0;
		size_t start = sentence_start(text, m->start, before);
		struct window w;

		if (i == 0 || start > before)
			sentence = (struct window){
				start, fill_window(text, start, limit), 0
			};
		w = sentence;
		if (m->end > w.end)
			move_window(text, m, limit, &w);
		if (w.start == last_start)
			continue;
		last_start = w.start;
		if (is_taken(taken, &w))
			continue;
		w.score = score_window(matches, factors, &w);
		if (w.score > best.score)
			best = w;
	}
	if (best.score < 0 &&
	    taken->n == 0) { /* nothing matched: how it begins */
		best.start = 0;
		best.end = text.len > 0 ? fill_window(text, 0, limit) : 0;
	}
	return best;
}

/* --- marks ------------------------------------------------------------- */

static int compare_matches(const void *a, const void *b)
{
	const struct match *x = a, *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return (x->end < y->end) - (x->end > y->end);
}

/* The matches inside the window, overlapping ones as one. */
static int make_marks(struct matches *matches, const struct window *w,
		      struct mb_arena *arena, struct excerpt *out,
		      struct mb_err *err)
{
	out->marks = MB_NEW(arena, struct mark, matches->n + 1);
	if (!out->marks)
		return mb_fail_nomem(err);
	if (matches->n > 1)
		qsort(matches->items, matches->n, sizeof(*matches->items),
		      compare_matches);
	for (size_t i = 0; i < matches->n; i++) {
		const struct match *m = &matches->items[i];
		struct mark mark = { m->start - w->start, m->end - w->start };
		struct mark *last =
		    out->n_marks > 0 ? &out->marks[out->n_marks - 1] : NULL;

		if (m->start < w->start || m->end > w->end)
			continue;
		if (!last || mark.start >= last->end)
			out->marks[out->n_marks++] = mark;
		else if (mark.end > last->end)
			last->end = mark.end;
	}
	return MB_OK;
}

/* --- the whole --------------------------------------------------------- */

static int cut(struct mb_str text, struct matches *matches,
	       const struct window *w, struct mb_arena *arena,
	       struct excerpt *out, struct mb_err *err)
{
	*out = (struct excerpt){
		.text = mb_str_slice(text, w->start, w->end),
		.is_cut_before = w->start > 0,
		.is_cut_after = w->end < text.len,
	};
	return make_marks(matches, w, arena, out, err);
}

int excerpt_make(struct mb_splitter *splitter, const struct plan *plan,
		 const double *factors, struct mb_str text, size_t limit,
		 struct mb_arena *arena, struct excerpt *out,
		 struct mb_err *err)
{
	const struct windows none = { NULL, 0 };
	struct matches matches = { NULL, 0, 0 };
	struct window w;
	int rc = excerpt_matches(splitter, plan, text, arena, &matches, err);

	if (rc != MB_OK)
		return rc;
	w = best_window(text, &matches, factors, limit, &none);
	return cut(text, &matches, &w, arena, out, err);
}

/* Keeps the windows in the order of the text. */
static int take_window(struct windows *taken, size_t *capacity,
		       struct mb_arena *arena, const struct window *w,
		       struct mb_err *err)
{
	struct window *moved = mb_arena_grow(arena, taken->items, taken->n,
					     capacity, sizeof(*moved));
	size_t at = taken->n;

	if (!moved)
		return mb_fail_nomem(err);
	taken->items = moved;
	while (at > 0 && moved[at - 1].start > w->start) {
		moved[at] = moved[at - 1];
		at--;
	}
	moved[at] = *w;
	taken->n++;
	return MB_OK;
}

int excerpt_passages(struct mb_splitter *splitter, const struct plan *plan,
		     const double *factors, struct mb_str text,
		     const struct excerpt_options *options,
		     struct mb_arena *arena, struct excerpts *out,
		     struct mb_err *err)
{
	struct matches matches = { NULL, 0, 0 };
	struct windows taken = { NULL, 0 };
	size_t capacity = 0, first = 0;
	struct excerpt *items;
	int rc = excerpt_matches(splitter, plan, text, arena, &matches, err);

	while (rc == MB_OK && taken.n < options->most) {
		struct window w = best_window(text, &matches, factors,
					      options->limit, &taken);

		if (taken.n > 0 && w.score < 0)
			break; /* every match is in one of them */
		if (taken.n == 0)
			first = w.start;
		rc = take_window(&taken, &capacity, arena, &w, err);
	}
	if (rc != MB_OK)
		return rc;
	items = MB_NEW(arena, struct excerpt, taken.n + 1);
	if (!items)
		return mb_fail_nomem(err);
	for (size_t i = 0; i < taken.n && rc == MB_OK; i++) {
		rc =
		    cut(text, &matches, &taken.items[i], arena, &items[i], err);
		if (taken.items[i].start == first)
			out->best = i;
	}
	out->items = items;
	out->n = taken.n;
	return rc;
}
