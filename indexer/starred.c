#include "starred.h"

#include "words.h"

/* A longer text tells of something else as well. */
#define MAX_LEGEND_BYTES 100

/* The words of a legend; the first are those that say what is meant. */
static const char *const signifying[] = {
	"denote",    "denoted",   "denotes", "denoting", "indicate",
	"indicated", "indicates", "means",   "shows",    "signifies",
};
static const char *const coming[] = { "attendance", "attended", "attending",
				      "present" };
static const char *const staying_away[] = { "absence", "absent", "apologies",
					    "apology" };
static const char *const between[] = { "at",      "for",      "in",
				       "is",      "meeting",  "member",
				       "members", "received", "sent",
				       "the",     "those",    "was",
				       "were",    "who",      "with" };

static bool has_star(const struct block *b)
{
	return mb_str_equal(b->marker, MB_STR("*")) ||
	       mb_str_find_char(b->text, '*') != MB_STR_NONE;
}

/* What stands behind the star: "= Present", "denotes attendance)". */
static struct mb_str behind_star(const struct block *b)
{
	size_t at = mb_str_find_char(b->text, '*');

	return mb_str_equal(b->marker, MB_STR("*")) ? b->text
	       : at == MB_STR_NONE                  ? (struct mb_str){ NULL, 0 }
				   : mb_str_drop(b->text, at + 1);
}

/* What the star of a legend means. */
struct meaning {
	bool is_said; /* in so many words, or a bracket: "(*present)" */
	enum mb_presence presence;
};

static bool read_legend(const struct block *b, struct meaning *meaning)
{
	struct mb_str text = behind_star(b);
	struct line_words line = line_words_of(text);
	bool has_come = false, has_not = false;

	if (line.n == 0 || b->text.len > MAX_LEGEND_BYTES)
		return false;
	meaning->is_said = mb_str_starts(mb_str_trim(text), MB_STR("=")) ||
			   mb_str_find(b->text, MB_STR("(*")) != MB_STR_NONE;
	for (size_t i = 0; i < line.n; i++) {
		struct mb_str word = line.at[i].text;

		if (WORDS_HAS(signifying, word))
			meaning->is_said = true;
		else if (WORDS_HAS(coming, word))
			has_come = true;
		else if (WORDS_HAS(staying_away, word))
			has_not = true;
		else if (!WORDS_HAS(between, word))
			return false;
	}
	meaning->presence = has_come ? MB_PRESENT : MB_APOLOGIES;
	return has_come != has_not;
}

/* The first and the last block with a star, from @from to @to. */
static bool find_stars(struct starred *s, const struct block *from,
		       const struct block *to)
{
	struct meaning meaning;

	s->first = s->last = NULL;
	for (const struct block *b = from; b < to; b++)
		if (has_star(b) && !read_legend(b, &meaning)) {
			s->first = s->first ? s->first : b;
			s->last = b;
		}
	return s->first;
}

/*
 * Whether the legend at @b has stars.  "* Present" below them is one; above
 * names it is the first entry of a list, or a heading with a bullet.
 */
static bool explains(struct starred *s, const struct meaning *meaning,
		     const struct block *begin, const struct block *b,
		     const struct block *end)
{
	if (!meaning->is_said && meaning->presence != MB_PRESENT)
		return false;
	if (find_stars(s, begin, b)) {
		s->last = b; /* the last above the legend may have none */
		s->first = begin;
	} else if (meaning->is_said && find_stars(s, b + 1, end)) {
		s->first = b;
	} else {
		return false;
	}
	s->legend = b;
	s->presence = meaning->presence;
	return true;
}

struct starred starred_find(const struct blocks *blocks, size_t n)
{
	struct starred s = { .legend = NULL };
	const struct block *end;
	struct meaning meaning;

	if (n == 0)
		return s; /* there is nothing to point to */
	end = blocks->items + n;
	for (const struct block *b = blocks->items; b < end; b++)
		if (has_star(b) && read_legend(b, &meaning) &&
		    explains(&s, &meaning, blocks->items, b, end))
			break;
	return s;
}

bool starred_is_legend(const struct starred *starred, const struct block *b)
{
	return starred->legend == b &&
	       (b->marker.len > 0 || b->text.ptr[0] == '*' ||
		b->text.ptr[0] == '(');
}

/* Where @name, or as much of its end as is printed there, stands in @text. */
static size_t find_name(struct mb_str text, struct mb_str *name)
{
	size_t at = mb_str_find(text, *name);

	while (at == MB_STR_NONE) {
		size_t blank = mb_str_find_char(*name, ' ');

		if (blank == MB_STR_NONE)
			return MB_STR_NONE;
		*name = mb_str_drop(*name, blank + 1);
		at = mb_str_find(text, *name);
	}
	return at;
}

/* "* Cllr Finch", "*Cllr Finch": a star that is not the one before's. */
static bool has_star_before(const struct block *b, size_t at)
{
	while (at > 0 && mb_is_space(b->text.ptr[at - 1]))
		at--;
	if (at == 0)
		return mb_str_equal(b->marker, MB_STR("*"));
	return b->text.ptr[at - 1] == '*' &&
	       (at == 1 || mb_is_space(b->text.ptr[at - 2]));
}

/* "Finch*", "Finch (Chair)*" */
static bool has_star_behind(struct mb_str text)
{
	struct mb_str role = mb_str_trim(text);
	size_t end;

	if (role.len > 0 && role.ptr[0] == '(') {
		end = mb_str_find_char(role, ')');
		if (end == MB_STR_NONE)
			return false;
		if (has_star_behind(mb_str_drop(role, end + 1)))
			return true;
	}
	return text.len > 0 && text.ptr[0] == '*' &&
	       (text.len == 1 || !mb_is_alnum(text.ptr[1]));
}

static bool is_starred(const struct block *b, struct mb_str name)
{
	size_t at = find_name(b->text, &name);

	return at != MB_STR_NONE &&
	       (has_star_before(b, at) ||
		has_star_behind(mb_str_drop(b->text, at + name.len)));
}

void starred_settle(const struct starred *starred, const struct block *b,
		    struct mb_doc *doc, size_t from)
{
	if (!starred->legend || b < starred->first || b > starred->last)
		return;
	for (size_t i = from; i < doc->n_attendance; i++) {
		struct mb_attendee *person = &doc->attendance[i];
		bool has = is_starred(b, person->name);

		if (person->presence != MB_PRESENT)
			continue;
		if (has)
			person->presence = starred->presence;
		else if (starred->presence == MB_PRESENT)
			person->presence = MB_ABSENT;
	}
}
