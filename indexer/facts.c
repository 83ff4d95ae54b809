#include "facts.h"

#include "bodies.h"
#include "problems.h"
#include "titles.h"
#include "venue.h"

/* Longer texts are no names. */
#define MAX_NAME_BYTES 240

void facts_set_body(struct blocks *blocks, struct mb_doc *doc,
		    struct mb_str body)
{
	body = title_trim(body);
	if (doc->meeting.body.len == 0 && body.len > 0 &&
	    body.len <= MAX_NAME_BYTES)
		doc->meeting.body = body_tidy(blocks, body);
}

void facts_set_council(struct blocks *blocks, struct mb_doc *doc,
		       struct mb_str council)
{
	council = title_trim(council);
	if (doc->meeting.council.len == 0 && council.len > 0 &&
	    council.len <= MAX_NAME_BYTES)
		doc->meeting.council = body_tidy(blocks, council);
}

void facts_set_venue(struct blocks *blocks, struct mb_doc *doc,
		     struct mb_str venue)
{
	venue = venue_trim(venue);
	if (doc->meeting.venue.len == 0 && venue.len >= 3 &&
	    venue.len <= MAX_NAME_BYTES)
		doc->meeting.venue = body_tidy(blocks, venue);
}

static void check_weekday(struct blocks *blocks, struct mb_doc *doc,
			  const struct mb_date_found *found, uint32_t line)
{
	static const char *const names[] = { "Sunday",    "Monday",   "Tuesday",
					     "Wednesday", "Thursday", "Friday",
					     "Saturday" };
	int real = mb_date_weekday(found->date);
	char text[MB_DATE_BYTES];

	if (found->weekday < 0 || real == found->weekday)
		return;
	mb_date_format(found->date, text);
	problem_add(blocks, doc, line, "%s was a %s, not a %s", text,
		    names[real], names[found->weekday]);
}

/* A page and its own metadata ought to agree; names of files need not. */
static void check_agreement(struct blocks *blocks, struct mb_doc *doc,
			    struct mb_date date, enum mb_date_source source)
{
	char known[MB_DATE_BYTES], other[MB_DATE_BYTES];

	if (mb_date_compare(date, doc->meeting.date) == 0 ||
	    source > MB_DATE_FROM_METADATA)
		return;
	mb_date_format(doc->meeting.date, known);
	mb_date_format(date, other);
	problem_add(blocks, doc, 0,
		    "the page says %s, its metadata says %s: the page is "
		    "believed",
		    known, other);
}

void facts_set_date(struct blocks *blocks, struct mb_doc *doc,
		    const struct mb_date_found *found,
		    enum mb_date_source source, uint32_t line)
{
	if (!mb_date_is_known(found->date))
		return;
	if (mb_date_is_known(doc->meeting.date)) {
		check_agreement(blocks, doc, found->date, source);
		return;
	}
	doc->meeting.date = found->date;
	doc->meeting.date_source = source;
	check_weekday(blocks, doc, found, line);
}

void facts_set_time(struct mb_doc *doc, struct mb_str text)
{
	if (!doc->meeting.has_time)
		doc->meeting.has_time = mb_time_find(text, &doc->meeting.time);
}

/* The next run of letters: names of files have any sign between them. */
static struct mb_str next_word(struct mb_str *text)
{
	size_t start = 0, end;

	while (start < text->len && !mb_is_alpha(text->ptr[start]))
		start++;
	end = start;
	while (end < text->len && mb_is_alpha(text->ptr[end]))
		end++;
	*text = mb_str_drop(*text, end);
	return (struct mb_str){ text->ptr - (end - start), end - start };
}

void facts_set_status(struct mb_doc *doc, struct mb_str text)
{
	static const struct {
		const char *word;
		enum mb_meeting_status status;
	} words[] = {
		{ "draft", MB_STATUS_DRAFT },
		{ "unconfirmed", MB_STATUS_DRAFT },
		{ "cancelled", MB_STATUS_CANCELLED },
		{ "confirmed", MB_STATUS_CONFIRMED },
	};

	while (text.len > 0 && doc->meeting.status == MB_STATUS_UNKNOWN) {
		struct mb_str word = next_word(&text);

		for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
			if (mb_str_equal_nocase(word, mb_str_of(words[i].word)))
				doc->meeting.status = words[i].status;
	}
}
