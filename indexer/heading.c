#include "heading.h"

#include "bodies.h"
#include "facts.h"
#include "titles.h"

/* Longer texts name no meeting. */
#define MAX_HEADING_BYTES 1000

/* --- headings ---------------------------------------------------------- */

/* The last " - " that stands before a date: bodies have dashes, too. */
static bool split_heading(struct mb_str heading, struct mb_str *body,
			  struct mb_str *when)
{
	for (size_t at = heading.len; at-- > 0;) {
		struct mb_str rest = mb_str_drop(heading, at);
		struct mb_date_found found;

		if (!mb_str_starts(rest, MB_STR(" - ")))
			continue;
		rest = mb_str_drop(rest, 3);
		if (!mb_date_find(rest, &found))
			continue;
		*body = mb_str_take(heading, at);
		*when = rest;
		return true;
	}
	return false;
}

void heading_read(struct blocks *blocks, struct mb_str heading,
		  struct mb_doc *doc)
{
	struct mb_date_found found;
	struct mb_str body, when;

	if (heading.len > MAX_HEADING_BYTES)
		return;
	if (!split_heading(heading, &body, &when)) {
		facts_set_body(blocks, doc, heading);
		return;
	}
	facts_set_body(blocks, doc, body);
	facts_set_council(blocks, doc, body_council_within(body));
	facts_set_status(doc, when);
	if (mb_date_find(when, &found)) {
		facts_set_date(blocks, doc, &found, MB_DATE_FROM_DOCUMENT, 0);
		facts_set_time(doc, mb_str_drop(when, found.end));
	}
}

/* --- labelled facts ---------------------------------------------------- */

static void read_venue(struct blocks *blocks, struct mb_str value,
		       struct mb_doc *doc)
{
	/* the site links to a map */
	static const char *const links[] = { " view directions",
					     " cyfarwyddiadau" };

	for (size_t i = 0; i < sizeof(links) / sizeof(*links); i++) {
		size_t at = mb_str_find_nocase(value, mb_str_of(links[i]));

		if (at != MB_STR_NONE)
			value = mb_str_take(value, at);
	}
	facts_set_venue(blocks, doc, value);
}

static void read_when(struct blocks *blocks, struct mb_str value,
		      struct mb_doc *doc)
{
	struct mb_date_found found;

	if (mb_date_find(value, &found)) {
		facts_set_date(blocks, doc, &found, MB_DATE_FROM_DOCUMENT, 0);
		value = mb_str_drop(value, found.end);
	}
	facts_set_time(doc, value);
}

/* "Time: 18.00": behind its label this is no number. */
static void read_time(struct blocks *blocks, struct mb_str value,
		      struct mb_doc *doc)
{
	struct mb_meeting *meeting = &doc->meeting;

	if (!meeting->has_time)
		meeting->has_time = mb_time_read(value, &meeting->time);
	read_when(blocks, value, doc);
}

/* "19/10/2015 - Policy Committee", "14/03/2018 - Council (Item 61)" */
static void read_decided_at(struct blocks *blocks, struct mb_str value,
			    struct mb_doc *doc)
{
	struct mb_date_found found;

	if (!mb_date_find(value, &found))
		return;
	facts_set_date(blocks, doc, &found, MB_DATE_FROM_DOCUMENT, 0);
	value = mb_str_trim(mb_str_drop(value, found.end));
	if (mb_str_starts(value, MB_STR("- ")))
		facts_set_body(
		    blocks, doc,
		    mb_str_trim(mb_str_cut(mb_str_drop(value, 2), '(').head));
}

/* An officer may decide, too: then no body met. */
static void read_body(struct blocks *blocks, struct mb_str value,
		      struct mb_doc *doc)
{
	facts_set_body(blocks, doc, body_of_line(value));
	facts_set_council(blocks, doc, body_council_within(value));
}

static void read_status(struct blocks *blocks, struct mb_str value,
			struct mb_doc *doc)
{
	(void)blocks;
	facts_set_status(doc, value);
}

static const struct {
	const char *label;
	void (*read)(struct blocks *blocks, struct mb_str value,
		     struct mb_doc *doc);
} facts[] = {
	{ "committee", read_body },
	{ "date", read_when },
	{ "date and time", read_when },
	{ "date of decision", read_when },
	{ "date of meeting", read_when },
	{ "date/time", read_when },
	{ "decided at meeting", read_decided_at },
	{ "decision maker", read_body },
	{ "location", read_venue },
	{ "meeting", read_decided_at },
	{ "meeting date", read_when },
	{ "meeting name", read_body },
	{ "place", read_venue },
	{ "proposed venue", read_venue },
	{ "start time", read_time },
	{ "status", read_status },
	{ "time", read_time },
	{ "venue", read_venue },
	{ "when", read_when },
	{ "where", read_venue },
};

static size_t find_label(struct mb_str label)
{
	size_t i = 0;

	while (i < sizeof(facts) / sizeof(*facts) &&
	       !mb_str_equal_nocase(label, mb_str_of(facts[i].label)))
		i++;
	return i;
}

bool heading_has_label(struct mb_str text)
{
	struct mb_cut cut = mb_str_cut(text, ':');

	return cut.found && find_label(mb_str_trim(cut.head)) <
				sizeof(facts) / sizeof(*facts);
}

/* A label has at most so many words. */
#define MAX_LABEL_WORDS 3

/* The label that ends before the colon at @colon, if one does. */
static struct mb_str label_before(struct mb_str text, size_t colon)
{
	struct mb_str before = mb_str_trim(mb_str_take(text, colon));
	struct mb_str rest = before, found = { NULL, 0 };

	for (size_t n = 0; n < MAX_LABEL_WORDS && rest.len > 0; n++) {
		size_t start = mb_str_cut_last(rest, ' ').found
				   ? mb_str_cut_last(rest, ' ').head.len + 1
				   : 0;
		struct mb_str label = mb_str_drop(before, start);

		if (find_label(label) < sizeof(facts) / sizeof(*facts))
			found = label;
		rest = mb_str_trim(mb_str_take(before, start));
	}
	return found;
}

/* Where "Time:" begins in "4 May 2021 Time: 7 pm"; its length if nowhere. */
static size_t next_label(struct mb_str value)
{
	for (size_t at = 0; at < value.len; at++) {
		struct mb_str label;

		if (value.ptr[at] != ':')
			continue;
		label = label_before(value, at);
		if (label.len > 0)
			return (size_t)(label.ptr - value.ptr);
	}
	return value.len;
}

bool heading_read_fact(struct blocks *blocks, struct mb_str fact,
		       struct mb_doc *doc)
{
	bool is_fact = false;

	while (fact.len > 0) {
		struct mb_cut cut = mb_str_cut(fact, ':');
		size_t i = find_label(mb_str_trim(cut.head));
		size_t end = next_label(cut.tail);
		struct mb_str value = mb_str_trim(mb_str_take(cut.tail, end));

		if (i == sizeof(facts) / sizeof(*facts))
			return is_fact;
		/* "Date: 14.09.23": the label tells that this is a date */
		if (facts[i].read == read_when && cut.found)
			value = mb_str_take(fact, cut.head.len + 1 + end);
		facts[i].read(blocks, value, doc);
		is_fact = true;
		fact = mb_str_drop(cut.tail, end);
	}
	return is_fact;
}

bool heading_read_block(struct blocks *blocks, size_t i, struct mb_doc *doc)
{
	struct mb_str text = blocks->items[i].text;
	struct mb_buf both = MB_BUF_INIT;

	if (mb_str_ends(text, MB_STR(":")) && i + 1 < blocks->n) {
		mb_buf_add(&both, text);
		mb_buf_add(&both, blocks->items[i + 1].text);
		text = blocks_clean(blocks, mb_buf_str(&both));
	}
	blocks->has_failed |= both.has_failed;
	mb_buf_release(&both);
	return heading_read_fact(blocks, text, doc);
}
