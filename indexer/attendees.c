#include "attendees.h"

#include "words.h"

/* More people than any council has. */
#define MAX_PEOPLE 4000

/* Whether all words of @part stand in @whole, the last one last in both. */
static bool is_part_of(struct mb_str part, struct mb_str whole)
{
	struct line_words a = line_words_of(part), b = line_words_of(whole);
	size_t k = 0;

	if (a.n == 0 || b.n == 0 ||
	    !mb_str_equal_nocase(a.at[a.n - 1].text, b.at[b.n - 1].text))
		return false;
	for (size_t i = 0; i < a.n; i++) {
		while (k < b.n &&
		       !mb_str_equal_nocase(a.at[i].text, b.at[k].text))
			k++;
		if (k++ == b.n)
			return false;
	}
	return true;
}

/* The same person, named again: "Councillor Reeve", "Councillor J Reeve". */
static struct mb_attendee *find_person(struct mb_doc *doc,
				       const struct mb_attendee *person)
{
	for (size_t i = 0; i < doc->n_attendance; i++) {
		struct mb_attendee *known = &doc->attendance[i];

		if (known->presence != person->presence)
			continue;
		if (mb_str_equal_nocase(known->name, person->name))
			return known;
		/* in one list a name is not repeated, elsewhere it may be */
		if (known->line != person->line &&
		    is_part_of(person->name, known->name))
			return known;
	}
	return NULL;
}

struct mb_attendee *attendees_add(struct blocks *blocks, struct mb_doc *doc,
				  const struct mb_attendee *person)
{
	size_t n = doc->n_attendance;
	struct mb_attendee *found = find_person(doc, person);

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
