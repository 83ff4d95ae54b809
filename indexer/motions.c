#include "motions.h"

#include "minutebook/text.h"
#include "names.h"
#include "titles.h"
#include "vocabulary.h"
#include "words.h"

#define MAX_WORDS 60

/* --- decisions --------------------------------------------------------- */

static bool starts_with(struct mb_str text, const char *const *list, size_t n)
{
	uint32_t c;
	struct mb_str rest = text;

	/* skip quotes and marks before the word */
	while (mb_utf8_next(&rest, &c) && !mb_is_letter(c))
		text = rest;
	for (size_t i = 0; i < n; i++) {
		struct mb_str word = mb_str_of(list[i]);

		if (mb_str_starts_nocase(text, word) &&
		    (text.len == word.len || !mb_is_alpha(text.ptr[word.len])))
			return true;
	}
	return false;
}

bool motion_begins_resolution(struct mb_str text)
{
	static const char *const list[] = {
		"resolved",
		"and resolved",
		"it was resolved",
		"resolution",
		"penderfynwyd",
		"agreed:",
		"agreed that:",
		"decision:",
		"recommended:",
		"recommended that",
		"resolved to recommend",
	};

	return starts_with(text, list, sizeof(list) / sizeof(*list));
}

bool motion_goes_on(struct mb_str text)
{
	static const char *const list[] = {
		"proposed by",
		"seconded by",
		"moved by",
		"and resolved",
		"proposed:",
		"seconded:",
		"proposer",
		"seconder",
		"on the proposal of",
		"proposed cllr",
		"seconded cllr",
		"proposed councillor",
		"seconded councillor",
	};

	return starts_with(text, list, sizeof(list) / sizeof(*list));
}

/* Whether @phrase stands among the first @limit bytes. */
static bool stands_early(struct mb_str text, const char *phrase, size_t limit)
{
	size_t at = mb_str_find_nocase(text, mb_str_of(phrase));

	return at != MB_STR_NONE && at <= limit;
}

/* "The Committee agreed", "Members resolved" */
static bool body_decides(struct mb_str text)
{
	static const char *const verbs[] = { "agreed", "approved", "decided",
					     "endorsed", "resolved" };
	struct word words[14];
	size_t n = words_of(text, words, 14);

	for (size_t i = 1; i < n; i++) {
		if (!WORDS_HAS(verbs, words[i].text))
			continue;
		for (size_t k = 0; k < i; k++) {
			if (is_body_noun(words[k].text) ||
			    mb_str_equal_nocase(words[k].text,
						MB_STR("councillors")) ||
			    mb_str_equal_nocase(words[k].text, MB_STR("cllrs")))
				return k + 3 > i;
		}
		return false;
	}
	return false;
}

bool motion_is_decision(struct mb_str text)
{
	static const char *const phrases[] = {
		"it was resolved",
		"it was agreed",
		"it was unanimously",
		"it was proposed",
		"it was decided",
		"was resolved that",
		"unanimously agreed",
		"unanimously resolved",
		"unanimously approved",
		"agreed that",
		"cytunwyd",
		"penderfynwyd",
		"cynigiwyd gan",
		"on the proposal of",
		"were agreed as a",
		"were approved as a",
		"was approved as a",
		"were confirmed as",
		"were signed as a",
		"be signed as a correct",
		"approved and signed",
		"was carried",
		"motion carried",
		"were duly agreed",
	};
	size_t limit = text.len < 260 ? text.len : 60;

	if (motion_begins_resolution(text) || motion_goes_on(text))
		return true;
	for (size_t i = 0; i < sizeof(phrases) / sizeof(*phrases); i++)
		if (stands_early(text, phrases[i], limit))
			return true;
	if (stands_early(text, "proposed", limit) &&
	    stands_early(text, "seconded", limit + 60))
		return true;
	return body_decides(text);
}

/* --- mover and seconder ------------------------------------------------ */

/* A name at word @i: titled, bare, or two or three capital initials. */
static bool read_name(const struct phrase *p, size_t i, struct mb_str *out)
{
	struct name name;
	const struct word *w;

	if (i >= p->n)
		return false;
	if (mb_str_equal_nocase(p->words[i].text, MB_STR("by")) ||
	    mb_str_equal_nocase(p->words[i].text, MB_STR("gan")) ||
	    mb_str_equal_nocase(p->words[i].text, MB_STR("y")))
		return read_name(p, i + 1, out);
	w = &p->words[i];
	if (name_titled(p, i, &name) || name_bare(p, i, &name)) {
		*out = name.as_written;
		return true;
	}
	if (w->is_caps && w->text.len <= 3) {
		*out = w->text;
		return true;
	}
	if (mb_str_equal_nocase(w->text, MB_STR("the")) && i + 1 < p->n &&
	    is_office_noun(p->words[i + 1].text)) {
		*out = phrase_text(p, i, i + 2);
		return true;
	}
	return false;
}

/* The name that ends right before word @i: "Cllr Precey proposed". */
static bool read_name_before(const struct phrase *p, size_t i,
			     struct mb_str *out)
{
	for (size_t back = 6; back > 0; back--) {
		struct name name;

		if (back > i)
			continue;
		if ((name_titled(p, i - back, &name) ||
		     name_bare(p, i - back, &name)) &&
		    name.n_words == back) {
			*out = name.as_written;
			return true;
		}
	}
	return false;
}

/* The person who did @verb: named behind it, or else before it. */
static void read_role(const struct phrase *p, const char *const *verbs,
		      size_t n_verbs, struct mb_str *out)
{
	for (size_t i = 0; i < p->n; i++) {
		if (!words_has(verbs, n_verbs, p->words[i].text))
			continue;
		if (read_name(p, i + 1, out) || read_name_before(p, i, out))
			return;
	}
}

void motion_read_people(struct mb_paragraph *paragraph)
{
	static const char *const moved[] = { "cynigiwyd", "moved", "mover",
					     "proposal",  "prop",  "proposed",
					     "proposer" };
	static const char *const seconded[] = { "eiliwyd", "sec", "seconded",
						"seconder" };
	struct word words[MAX_WORDS];
	struct phrase p = { paragraph->text, words,
			    words_of(paragraph->text, words, MAX_WORDS) };

	read_role(&p, seconded, sizeof(seconded) / sizeof(*seconded),
		  &paragraph->seconder);
	if (paragraph->seconder.len > 0 ||
	    paragraph->kind == MB_PARAGRAPH_DECISION)
		read_role(&p, moved, sizeof(moved) / sizeof(*moved),
			  &paragraph->mover);
}

/* --- recorded votes ---------------------------------------------------- */

static const struct {
	const char *word;
	enum mb_vote_side side;
} sides[] = {
	{ "for", MB_VOTE_FOR },
	{ "voting for", MB_VOTE_FOR },
	{ "in favour", MB_VOTE_FOR },
	{ "o blaid", MB_VOTE_FOR },
	{ "against", MB_VOTE_AGAINST },
	{ "voting against", MB_VOTE_AGAINST },
	{ "yn erbyn", MB_VOTE_AGAINST },
	{ "abstain", MB_VOTE_ABSTAIN },
	{ "abstained", MB_VOTE_ABSTAIN },
	{ "abstaining", MB_VOTE_ABSTAIN },
	{ "abstentions", MB_VOTE_ABSTAIN },
	{ "abstention", MB_VOTE_ABSTAIN },
	{ "ymatal", MB_VOTE_ABSTAIN },
};

/*
 * "For (52)", "Against: 0", "Abstentions - 3" at the front of @s: the side,
 * the count, and what stands behind.
 */
static bool read_count(struct mb_str *s, enum mb_vote_side *side,
		       int32_t *count)
{
	for (size_t i = 0; i < sizeof(sides) / sizeof(*sides); i++) {
		struct mb_str word = mb_str_of(sides[i].word);
		struct mb_str rest;
		unsigned long n;

		if (!mb_str_starts_nocase(*s, word))
			continue;
		rest = mb_str_drop(*s, word.len);
		while (rest.len > 0 &&
		       (mb_is_space(rest.ptr[0]) || rest.ptr[0] == ':' ||
			rest.ptr[0] == '-' || rest.ptr[0] == '(' ||
			rest.ptr[0] == '='))
			rest = mb_str_drop(rest, 1);
		if (rest.ptr == s->ptr + word.len ||
		    !mb_str_number(&rest, 9999, &n))
			continue;
		while (rest.len > 0 &&
		       (rest.ptr[0] == ')' || rest.ptr[0] == ':' ||
			mb_is_space(rest.ptr[0])))
			rest = mb_str_drop(rest, 1);
		*side = sides[i].side;
		*count = (int32_t)n;
		*s = rest;
		return true;
	}
	return false;
}

/* The next count in @s; what stands before it goes to @before. */
static bool find_count(struct mb_str *s, struct mb_str *before,
		       enum mb_vote_side *side, int32_t *count)
{
	for (size_t at = 0; at < s->len; at++) {
		struct mb_str rest = mb_str_drop(*s, at);

		if (at > 0 && mb_is_alnum(s->ptr[at - 1]))
			continue;
		if (!read_count(&rest, side, count))
			continue;
		*before = mb_str_take(*s, at);
		*s = rest;
		return true;
	}
	*before = *s;
	return false;
}

static enum mb_vote_result result_in(struct mb_str s)
{
	if (mb_str_find_nocase(s, MB_STR("carried")) != MB_STR_NONE ||
	    mb_str_find_nocase(s, MB_STR("agreed by")) != MB_STR_NONE)
		return MB_RESULT_CARRIED;
	if (mb_str_find_nocase(s, MB_STR("lost")) != MB_STR_NONE ||
	    mb_str_find_nocase(s, MB_STR("defeated")) != MB_STR_NONE ||
	    mb_str_find_nocase(s, MB_STR("fell")) != MB_STR_NONE)
		return MB_RESULT_LOST;
	return MB_RESULT_UNKNOWN;
}

/* Names of a side: parted by commas and "and"; titles may be shared. */
static void read_names(struct blocks *blocks, struct mb_str text,
		       struct mb_str **names, size_t *n)
{
	size_t capacity = mb_str_count(text, ',') + 3;
	struct mb_str *out = MB_NEW(blocks->arena, struct mb_str, capacity);

	if (!out) {
		blocks->has_failed = true;
		return;
	}
	*n = 0;
	while (text.len > 0 && *n < capacity) {
		struct mb_cut cut = mb_str_cut(text, ',');
		struct mb_str part = cut.head;
		size_t and_at = mb_str_find(part, MB_STR(" and "));
		struct mb_str second = { NULL, 0 };

		if (and_at != MB_STR_NONE) {
			second = mb_str_drop(part, and_at + 5);
			part = mb_str_take(part, and_at);
		}
		text = cut.tail;
		for (int k = 0; k < 2; k++) {
			struct word words[10];
			struct phrase p = { part, words,
					    words_of(part, words, 10) };
			size_t first =
			    p.n > 0 && name_is_plural_title(words[0].text);
			size_t n_title =
			    p.n > first ? name_title(&p, first) : 0;
			size_t n_name = name_words(&p, first + n_title);

			if (n_name > 0 && *n < capacity)
				out[(*n)++] = phrase_text(
				    &p, first, first + n_title + n_name);
			part = second;
		}
	}
	*names = out;
}

/* The vote in one paragraph: true when at least two sides are counted. */
static bool read_vote(struct blocks *blocks, struct mb_str text,
		      struct mb_vote *vote)
{
	struct mb_str names[MB_VOTE_SIDES] = { { NULL, 0 } };
	struct mb_str before, rest = text;
	enum mb_vote_side side, last = MB_VOTE_FOR;
	int32_t count;
	size_t n = 0;

	*vote = (struct mb_vote){ .count = { MB_COUNT_UNKNOWN, MB_COUNT_UNKNOWN,
					     MB_COUNT_UNKNOWN } };
	while (find_count(&rest, &before, &side, &count)) {
		if (n > 0)
			names[last] = before;
		vote->count[side] = count;
		last = side;
		n++;
	}
	if (n < 2 || vote->count[MB_VOTE_FOR] == MB_COUNT_UNKNOWN)
		return false;
	names[last] = mb_str_cut(before, '.').head;
	for (int k = 0; k < MB_VOTE_SIDES; k++)
		if (names[k].len > 0)
			read_names(blocks, names[k], &vote->names[k],
				   &vote->n_names[k]);
	vote->result = result_in(text);
	return true;
}

/* A row of counts by itself is a part of the vote before it. */
static bool is_part_of_vote(struct mb_str text)
{
	enum mb_vote_side side;
	int32_t count;

	return read_count(&text, &side, &count);
}

/* All the paragraphs of one vote as one text. */
static struct mb_str gather(struct blocks *blocks, const struct mb_item *item,
			    size_t first, size_t *end)
{
	struct mb_buf text = MB_BUF_INIT;
	struct mb_str out = { NULL, 0 };
	size_t i = first;

	for (; i < item->n_paragraphs; i++) {
		if (i > first && !is_part_of_vote(item->paragraphs[i].text))
			break;
		if (text.len > 0)
			mb_buf_add_char(&text, ' ');
		mb_buf_add(&text, item->paragraphs[i].text);
	}
	*end = i;
	if (mb_buf_move(&text, blocks->arena, &out, NULL) != MB_OK)
		blocks->has_failed = true;
	mb_buf_release(&text);
	return out;
}

static void add_vote(struct blocks *blocks, struct mb_item *item,
		     const struct mb_vote *vote)
{
	size_t capacity = item->n_votes;
	struct mb_vote *moved =
	    mb_arena_grow(blocks->arena, item->votes, item->n_votes, &capacity,
			  sizeof(*moved));

	if (!moved) {
		blocks->has_failed = true;
		return;
	}
	item->votes = moved;
	item->votes[item->n_votes++] = *vote;
}

void motion_read_votes(struct blocks *blocks, struct mb_item *item)
{
	for (size_t i = 0; i < item->n_paragraphs && !blocks->has_failed;) {
		struct mb_vote vote;
		size_t end;
		struct mb_str text = gather(blocks, item, i, &end);

		if (!read_vote(blocks, text, &vote)) {
			i++;
			continue;
		}
		vote.line = item->paragraphs[i].line;
		if (vote.result == MB_RESULT_UNKNOWN &&
		    end < item->n_paragraphs)
			vote.result = result_in(item->paragraphs[end].text);
		for (size_t k = i; k < end; k++)
			if (item->paragraphs[k].kind != MB_PARAGRAPH_DECISION)
				item->paragraphs[k].kind = MB_PARAGRAPH_VOTE;
		add_vote(blocks, item, &vote);
		i = end;
	}
}
