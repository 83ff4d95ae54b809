#include "attendees.h"

#include "words.h"

/* More people than any council has. */
#define MAX_PEOPLE 4000

/*
 * Whether @word may be the last one of @name.  Looks only at the end, since a
 * list is gone through for each name in it: names are cut into words for few.
 */
static bool may_end_in(struct mb_str name, struct mb_str word)
{
	size_t at = name.len;

	while (at > 0 && !mb_is_alnum(name.ptr[at - 1]) &&
	       (unsigned char)name.ptr[at - 1] < 0x80)
		at--;
	while (at > 0 && !mb_is_space(name.ptr[at - 1]))
		at--;
	name = mb_str_drop(name, at);
	return mb_str_find_nocase(name, word) != MB_STR_NONE;
}

/* Whether all words of @a stand in @whole, the last one last in both. */
static bool is_part_of(const struct line_words *a, struct mb_str whole)
{
	struct line_words b;
	size_t k = 0;

	if (a->n == 0 || !may_end_in(whole, a->at[a->n - 1].text))
		return false;
	b = line_words_of(whole);
	if (b.n == 0 ||
	    !mb_str_equal_nocase(a->at[a->n - 1].text, b.at[b.n - 1].text))
		return false;
	for (size_t i = 0; i < a->n; i++) {
		while (k < b.n &&
		       !mb_str_equal_nocase(a->at[i].text, b.at[k].text))
			k++;
		if (k++ == b.n)
			return false;
	}
	return true;
}

/* Titles that tell a couple apart. */
static size_t count_titles(struct mb_str name)
{
	static const char *const list[] = { "miss", "mr", "mrs", "ms" };
	struct line_words words = line_words_of(name);
	size_t n = 0;

	for (size_t i = 0; i < words.n; i++)
		n += WORDS_HAS(list, words.at[i].text);
	return n;
}

/* "Cllr Mrs Roe" and, in the same list of one a line, "Cllr Roe": a couple. */
static bool is_couple(const struct mb_doc *doc, size_t i,
		      const struct mb_attendee *person)
{
	const struct mb_attendee *known = &doc->attendance[i];

	return person->line - known->line == doc->n_attendance - i &&
	       count_titles(known->name) != count_titles(person->name);
}

/* Who did not come may be told to have sent apologies, too. */
static bool is_excused(const struct mb_attendee *known,
		       const struct mb_attendee *person)
{
	return known->presence == MB_ABSENT && person->presence == MB_APOLOGIES;
}

/* The same person, named again: "Councillor Reeve", "Councillor J Reeve". */
static struct mb_attendee *find_person(struct mb_doc *doc,
				       const struct mb_attendee *person)
{
	const struct line_words words = line_words_of(person->name);

	for (size_t i = 0; i < doc->n_attendance; i++) {
		struct mb_attendee *known = &doc->attendance[i];

		if (known->presence != person->presence &&
		    !is_excused(known, person))
			continue;
		if (mb_str_equal_nocase(known->name, person->name))
			return known;
		/* in one list a name is not repeated, elsewhere it may be */
		if (known->line != person->line &&
		    is_part_of(&words, known->name) &&
		    !is_couple(doc, i, person))
			return known;
	}
	return NULL;
}

struct mb_attendee *attendees_add(struct blocks *blocks, struct mb_doc *doc,
				  const struct mb_attendee *person)
{
	size_t n = doc->n_attendance;
	struct mb_attendee *found = find_person(doc, person);

	if (found && is_excused(found, person))
		found->presence = MB_APOLOGIES;
	if (found || n >= MAX_PEOPLE || person->name.len < 2)
		return found;
	/* capacities are powers of two, so that none need be kept */
	if ((n & (n - 1)) == 0) {
		size_t capacity = n;
		struct mb_attendee *grown =
		    mb_arena_grow(blocks->arena, doc->attendance, n, &capacity,
				  sizeof(*grown));

		if (!grown) {
			blocks->has_failed = true;
			return NULL;
		}
		doc->attendance = grown;
	}
	doc->attendance[n] = *person;
	return &doc->attendance[doc->n_attendance++];
}

/* Whether somebody has the title of a member, as officers have none. */
static bool is_member(struct mb_str name)
{
	static const char *const list[] = {
		"alderman",     "cllr",       "clr",           "commissioner",
		"councillor",   "councilman", "councilmember", "councilor",
		"councilwoman", "cr",         "mayor",         "provost",
	};
	struct line_words words = line_words_of(name);

	for (size_t i = 0; i + 1 < words.n; i++)
		if (WORDS_HAS(list, words.at[i].text))
			return true;
	return false;
}

void attendees_settle(struct mb_doc *doc)
{
	for (size_t i = 0; i < doc->n_attendance; i++)
		if (doc->attendance[i].presence == MB_PRESENT)
			return;
	for (size_t i = 0; i < doc->n_attendance; i++)
		if (doc->attendance[i].presence == MB_IN_ATTENDANCE &&
		    is_member(doc->attendance[i].name))
			doc->attendance[i].presence = MB_PRESENT;
}
