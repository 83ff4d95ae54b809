#include "header.h"

#include "attendance.h"
#include "bodies.h"
#include "facts.h"
#include "heading.h"
#include "marker.h"
#include "titles.h"
#include "venue.h"
#include "words.h"

/* How many blocks may be the header, and how many in it say nothing. */
#define MAX_HEADER_BLOCKS 24
#define MAX_GAP 3

/* Longer blocks are prose. */
#define MAX_LINE_BYTES 400

/* --- what a line says -------------------------------------------------- */

/* How much a line speaks of a meeting. */
static int evidence_of(struct mb_str s)
{
	static const char *const words[] = { "minutes",    "meeting",  "held",
					     "cofnodion",  "cyfarfod", "agenda",
					     "proceedings" };
	int n = 0;

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		n += mb_str_find_nocase(s, mb_str_of(words[i])) != MB_STR_NONE;
	return n;
}

/* A line whose date is another meeting's, or a day of publishing. */
static bool is_of_other_day(struct mb_str s)
{
	static const char *const signs[] = { "next meeting", "last meeting",
					     "previous meeting", "published" };

	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		if (mb_str_find_nocase(s, mb_str_of(signs[i])) != MB_STR_NONE)
			return true;
	return mb_str_starts_nocase(s,
				    MB_STR("minutes of the meeting held on"));
}

static bool is_in_capitals(struct mb_str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++) {
		if (mb_is_lower(s.ptr[i]))
			return false;
		n += mb_is_upper(s.ptr[i]);
	}
	return n > 0;
}

static bool is_number_of_item(struct mb_str text)
{
	struct marker marker = marker_of(text);
	struct mb_date_found found;

	if (marker.style == MARKER_NONE ||
	    (marker.style == MARKER_CODE && marker.is_alone))
		return false;            /* "Meeting number: 2024-12" */
	if (marker.style == MARKER_BARE) /* "4 Ferry Street", "2025 Minutes" */
		return marker.part[0] < MB_YEAR_MIN &&
		       title_is_boilerplate(mb_str_drop(text, marker.len));
	if (marker.style == MARKER_NUMERAL) /* "V. Smith" */
		return title_is_standard(mb_str_drop(text, marker.len));
	return !mb_date_find(text, &found) || found.start > 0;
}

/* "The regular meeting of the X Board was called to order at 7 pm in Y" */
static bool opens_meeting(struct mb_str text)
{
	struct mb_time time;

	return evidence_of(text) > 0 && mb_time_find(text, &time) &&
	       mb_str_find_nocase(text, MB_STR("called to order")) !=
		   MB_STR_NONE;
}

/* A line that only a header has. */
static bool is_header_line(const struct block *b)
{
	struct mb_str text = b->text;
	struct mb_date_found found;
	struct mb_time time;

	if (text.len > MAX_LINE_BYTES)
		return false;
	if (mb_str_starts_nocase(text, MB_STR("draft")) && text.len < 80)
		return true;
	if (title_is_sentence(text))
		return opens_meeting(text) ||
		       ((mb_date_find(text, &found) ||
			 mb_time_find(text, &time)) &&
			(evidence_of(text) >= 2 || attendance_follows(text)));
	return mb_date_find(text, &found) || evidence_of(text) > 0 ||
	       mb_time_find(text, &time) || body_of_line(text).len > 0 ||
	       body_council_of_line(text).len > 0 ||
	       venue_of_line(text).len > 0 || heading_has_label(text);
}

size_t header_end(const struct blocks *blocks)
{
	bool is_open = false; /* in a sentence that has not come to its date */
	size_t end = 0;

	for (size_t i = 0; i < blocks->n && i < MAX_HEADER_BLOCKS; i++) {
		const struct block *b = &blocks->items[i];
		enum mb_presence presence;
		struct mb_date_found found;
		struct mb_str rest;

		if ((attendance_label(b->text, &presence, &rest) &&
		     !attendance_is_contact(b->text)) ||
		    is_number_of_item(b->text) || b->marker.len > 0 ||
		    (title_is_boilerplate(b->text) &&
		     evidence_of(b->text) == 0))
			break;
		if (is_header_line(b) || (is_open && is_in_capitals(b->text)))
			end = i + 1;
		else if (i - end >= MAX_GAP)
			break;
		is_open |= evidence_of(b->text) > 0;
		is_open &= !mb_date_find(b->text, &found);
	}
	return end;
}

/* --- the body -------------------------------------------------------------- */

/* "Cyngor Cymuned X": in Welsh and Irish the kind comes first. */
static bool begins_in_kind(struct mb_str line, struct mb_str body)
{
	static const char *const kinds[] = { "comhairle", "cyngor" };

	return WORDS_HAS(kinds, body) && mb_str_starts_nocase(line, body) &&
	       line.ptr[body.len] == ' ';
}

/* "X PARISH COUNCIL" above "meeting of the Parish Council": whose it is. */
static bool completes(struct mb_str line, struct mb_str body)
{
	return body.len > 0 && body_is_generic(body) && line.len > body.len &&
	       (mb_str_ends_nocase(line, body) || begins_in_kind(line, body)) &&
	       (mb_str_cut(body, ' ').found ||
		body_council_of_line(line).len > 0);
}

/* Sets the body, or completes the generic name of it that is known. */
static void set_body(struct blocks *blocks, struct mb_doc *doc,
		     struct mb_str body)
{
	if (body.len > 0 && completes(body, doc->meeting.body))
		doc->meeting.body = (struct mb_str){ NULL, 0 };
	facts_set_body(blocks, doc, body);
}

/* --- the sentence ------------------------------------------------------ */

/*
 * The sentence that begins at block @i: up to the block with its date, in a
 * header that is broken over many; or else this block alone.
 */
static struct mb_str sentence_at(struct blocks *blocks, size_t i, size_t end)
{
	struct mb_buf all = MB_BUF_INIT;
	struct mb_str text = blocks->items[i].text;
	struct mb_date_found found;
	size_t k = i;

	if (mb_date_find(text, &found) || mb_str_ends(text, MB_STR(".")))
		return text;
	for (; k < end; k++) {
		mb_buf_add(&all, blocks->items[k].text);
		if (mb_date_find(mb_buf_str(&all), &found))
			break;
		mb_buf_add_char(&all, ' ');
	}
	if (k < end)
		text = blocks_clean(blocks, mb_buf_str(&all));
	blocks->has_failed |= all.has_failed;
	mb_buf_release(&all);
	return text;
}

static void read_sentences(struct blocks *blocks, size_t end,
			   struct mb_doc *doc)
{
	for (size_t i = 0; i < end; i++) {
		struct mb_str text = blocks->items[i].text;

		if (text.len > MAX_LINE_BYTES || evidence_of(text) == 0)
			continue;
		facts_set_venue(blocks, doc, venue_of_line(text));
		text = sentence_at(blocks, i, end);
		set_body(blocks, doc, body_of_sentence(text));
		facts_set_venue(blocks, doc, venue_of_sentence(text));
	}
}

/* --- lines ------------------------------------------------------------- */

/* The body that a line names, if only behind a dash: "X School - Board". */
static struct mb_str body_of_heading(struct mb_str text)
{
	static const char *const dashes[] = { " - ", " \xE2\x80\x93 " };
	struct mb_str body = body_of_line(text);

	for (size_t i = 0; i < 2 && body.len == 0; i++) {
		struct mb_str dash = mb_str_of(dashes[i]);
		size_t at = mb_str_find(text, dash);

		if (at != MB_STR_NONE)
			body = body_of_line(mb_str_drop(text, at + dash.len));
	}
	return body;
}

static bool tells_when(struct mb_str text)
{
	struct mb_date_found found;
	struct mb_time time;

	return mb_date_find(text, &found) &&
	       mb_time_find(mb_str_drop(text, found.end), &time);
}

static void read_lines(struct blocks *blocks, size_t end, struct mb_doc *doc)
{
	struct mb_str first = { NULL, 0 };

	for (size_t i = 0; i < end; i++) {
		struct mb_str text = blocks->items[i].text;
		struct mb_str council = body_council_of_line(text);
		struct mb_str body = body_of_heading(text);

		facts_set_council(blocks, doc, council);
		if (first.len == 0)
			first = body;
		/* a letterhead names the council, the next line the body */
		if (council.len == 0 || completes(body, doc->meeting.body))
			set_body(blocks, doc, body);
		if (body.len == 0) /* "Library Panel" is no place */
			facts_set_venue(blocks, doc, venue_of_line(text));
		/* "Monday, 17 February 2025 at 10.30 am in the Town Hall" */
		if (text.len <= MAX_LINE_BYTES && tells_when(text))
			facts_set_venue(blocks, doc, venue_of_sentence(text));
		if (text.len < 60 || evidence_of(text) > 0)
			facts_set_status(doc, text);
	}
	facts_set_body(blocks, doc, first);
}

/* Who met, if it is only said to be a council that stands above. */
static void read_references(struct blocks *blocks, size_t end,
			    struct mb_doc *doc)
{
	for (size_t i = 0; i < end; i++)
		if (blocks->items[i].text.len <= MAX_LINE_BYTES)
			facts_set_body(
			    blocks, doc,
			    body_council_above(blocks->items[i].text));
}

static void read_labels(struct blocks *blocks, size_t end, struct mb_doc *doc)
{
	for (size_t i = 0; i < end; i++)
		if (blocks->items[i].text.len <= MAX_LINE_BYTES)
			heading_read_block(blocks, i, doc);
}

/* The date of the line that speaks most of a meeting; the first of equals. */
static void read_date(struct blocks *blocks, size_t end, struct mb_doc *doc)
{
	const struct block *best = NULL;
	struct mb_date_found best_date = { .weekday = -1 };
	int best_score = -1;

	for (size_t i = 0; i < end; i++) {
		const struct block *b = &blocks->items[i];
		struct mb_date_found found;
		int score;

		if (!mb_date_find(b->text, &found))
			continue;
		score = 2 * evidence_of(b->text) + (found.weekday >= 0);
		if (found.weekday >= 0 &&
		    found.weekday == mb_date_weekday(found.date))
			score += 2;
		if (is_of_other_day(b->text) && evidence_of(b->text) < 3)
			score -= 2;
		if (score > best_score) {
			best = b;
			best_date = found;
			best_score = score;
		}
	}
	if (!best)
		return;
	facts_set_date(blocks, doc, &best_date, MB_DATE_FROM_DOCUMENT,
		       best->line);
	facts_set_time(doc, mb_str_drop(best->text, best_date.end));
	facts_set_time(doc, best->text);
}

/* When the meeting began, not when it ended. */
static void read_time(const struct blocks *blocks, size_t end,
		      struct mb_doc *doc)
{
	for (size_t i = 0; i < end; i++) {
		struct mb_str text = blocks->items[i].text;

		if (text.len <= MAX_LINE_BYTES &&
		    mb_str_find_nocase(text, MB_STR("ended")) == MB_STR_NONE &&
		    mb_str_find_nocase(text, MB_STR("closed")) == MB_STR_NONE)
			facts_set_time(doc, text);
	}
}

/* "The meeting commenced at 7.00 p.m. and closed at 8.25 p.m." */
static void read_time_told(const struct blocks *blocks, struct mb_doc *doc)
{
	static const char *const signs[] = { "meeting commenced at",
					     "meeting began at",
					     "meeting started at",
					     "meeting opened at" };

	for (size_t i = 0; i < blocks->n && !doc->meeting.has_time; i++)
		for (size_t k = 0; k < sizeof(signs) / sizeof(*signs); k++) {
			struct mb_str text = blocks->items[i].text;
			size_t at =
			    mb_str_find_nocase(text, mb_str_of(signs[k]));

			if (at != MB_STR_NONE && text.len <= MAX_LINE_BYTES)
				facts_set_time(doc, mb_str_drop(text, at));
		}
}

int header_read(struct blocks *blocks, size_t end, struct mb_doc *doc)
{
	int evidence = 0;

	for (size_t i = 0; i < end; i++)
		evidence += blocks->items[i].text.len <= MAX_LINE_BYTES &&
			    evidence_of(blocks->items[i].text) >= 2;
	read_labels(blocks, end, doc);
	read_sentences(blocks, end, doc);
	read_lines(blocks, end, doc);
	read_references(blocks, end, doc);
	read_date(blocks, end, doc);
	read_time(blocks, end, doc);
	read_time_told(blocks, doc);
	evidence += mb_date_is_known(doc->meeting.date);
	evidence += doc->meeting.body.len > 0;
	return evidence > 3 ? 3 : evidence;
}
