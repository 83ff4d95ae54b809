/*
 * Where and when an identity was seen: what decides for names that are not
 * printed in full.
 */
#include <stdlib.h>

#include "people.h"

void mb_sighted(struct mb_people *people, uint32_t identity,
		const struct people_meeting *meeting)
{
	struct sightings *seen = &people->identities[identity].seen;
	struct sighting *moved;

	if (meeting->day == DAY_UNKNOWN)
		return;
	moved = mb_people_grow(people, seen->by_body, seen->n, &seen->capacity,
			       sizeof(*moved));
	if (!moved)
		return;
	seen->by_body = moved;
	seen->by_body[seen->n++] =
	    (struct sighting){ meeting->body, meeting->day };
}

static int compare_sightings(const void *a, const void *b)
{
	const struct sighting *x = a, *y = b;

	if (x->body != y->body)
		return x->body < y->body ? -1 : 1;
	return (x->day > y->day) - (x->day < y->day);
}

static int compare_days(const void *a, const void *b)
{
	const int32_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

void mb_sightings_sort(struct mb_people *people, struct sightings *seen)
{
	if (seen->n_sorted == seen->n)
		return;
	seen->by_day = MB_NEW(&people->arena, int32_t, seen->n);
	if (!seen->by_day) {
		people->has_failed = true;
		return;
	}
	for (size_t i = 0; i < seen->n; i++)
		seen->by_day[i] = seen->by_body[i].day;
	qsort(seen->by_body, seen->n, sizeof(*seen->by_body),
	      compare_sightings);
	qsort(seen->by_day, seen->n, sizeof(*seen->by_day), compare_days);
	seen->n_sorted = seen->n;
}

bool mb_seen_in_body(const struct sightings *seen, uint32_t body, int32_t day,
		     int32_t days)
{
	const struct sighting from = { body, day - days };
	size_t low = 0, high = seen->n_sorted;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (compare_sightings(&seen->by_body[middle], &from) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < seen->n_sorted && seen->by_body[low].body == body &&
	       seen->by_body[low].day <= day + days;
}

bool mb_seen_anywhere(const struct sightings *seen, int32_t day, int32_t days)
{
	size_t low = 0, high = seen->n_sorted;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (seen->by_day[middle] < day - days)
			low = middle + 1;
		else
			high = middle;
	}
	return low < seen->n_sorted && seen->by_day[low] <= day + days;
}

void mb_seen_span(const struct sightings *seen, int32_t *first, int32_t *last)
{
	*first = *last = DAY_UNKNOWN;
	if (seen->n_sorted == 0)
		return;
	*first = seen->by_day[0];
	*last = seen->by_day[seen->n_sorted - 1];
}
