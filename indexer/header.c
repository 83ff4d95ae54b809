#include "header.h"

#include "minutebook/text.h"
#include "problems.h"
#include "site.h"
#include "titles.h"
#include "vocabulary.h"
#include "words.h"

/* How much of a document may be its header. */
#define MAX_HEADER_BLOCKS 24
#define MAX_BODY_WORDS 20

/* --- bodies ------------------------------------------------------------ */

/* Last words of the names of bodies that hold meetings. */
static bool is_meeting_body(struct mb_str word)
{
	static const char *const list[] = {
		"assembly",  "association",   "authority",    "board",
		"boards",    "cabinet",       "commission",   "committee",
		"community", "conference",    "consortium",   "council",
		"court",     "cyngor",        "executive",    "forum",
		"governors", "group",         "hearing",      "liaison",
		"panel",     "parish",        "partnership",  "party",
		"pwyllgor",  "sub-committee", "subcommittee", "trust",
		"working",
	};

	return WORDS_HAS(list, word);
}

static bool is_letter_caps(struct mb_str s)
{
	uint32_t c;
	size_t n = 0;

	while (mb_utf8_next(&s, &c)) {
		if (mb_is_lower_letter(c))
			return false;
		n += mb_is_upper_letter(c);
	}
	return n > 6;
}

/* "CABINET COMMITTEE OF THE COUNCIL" as people write it elsewhere. */
static struct mb_str lower_caps(struct blocks *blocks, struct mb_str s)
{
	struct word words[MAX_BODY_WORDS];
	size_t n = words_of(s, words, MAX_BODY_WORDS);
	struct mb_buf out = MB_BUF_INIT;
	size_t at = 0;

	if (!is_letter_caps(s))
		return s;
	for (size_t i = 0; i < n; i++) {
		struct mb_str word = words[i].text;
		bool is_small = i > 0 && is_function_word(word);
		bool is_first = true;
		uint32_t c;

		mb_buf_add(&out, mb_str_slice(s, at, words[i].start));
		while (mb_utf8_next(&word, &c)) {
			char folded[4];

			if (!mb_is_letter(c) || (is_first && !is_small) ||
			    c >= 0x80)
				mb_buf_add_utf8(&out, c);
			else {
				folded[0] = mb_to_lower((char)c);
				mb_buf_add(&out, (struct mb_str){ folded, 1 });
			}
			is_first = !mb_is_letter(c);
		}
		at = words[i].end;
	}
	mb_buf_add(&out, mb_str_drop(s, at));
	s = blocks_clean(blocks, mb_buf_str(&out));
	blocks->has_failed |= out.has_failed;
	mb_buf_release(&out);
	return s;
}

/* Words before a body's name that only say what kind of meeting it was. */
static bool is_kind_of_meeting(struct mb_str word)
{
	static const char *const list[] = {
		"a",         "above",     "adjourned",   "an",
		"annual",    "april",     "august",      "budget",
		"december",  "draft",     "emergency",   "extraordinary",
		"february",  "full",      "general",     "inaugural",
		"january",   "july",      "june",        "march",
		"may",       "meeting",   "meetings",    "minutes",
		"monthly",   "november",  "october",     "of",
		"on",        "ordinary",  "our",         "proceedings",
		"public",    "quarterly", "regular",     "remote",
		"scheduled", "september", "special",     "statutory",
		"the",       "this",      "unconfirmed", "virtual",
	};

	return WORDS_HAS(list, word);
}

/* Cuts what is no part of the name off both ends. */
static struct mb_str trim_body(struct mb_str s)
{
	struct word words[MAX_BODY_WORDS];
	size_t n = words_of(s, words, MAX_BODY_WORDS);
	size_t first = 0, end = n;

	while (first < end && is_kind_of_meeting(words[first].text))
		first++;
	while (end > first &&
	       (mb_str_equal_nocase(words[end - 1].text, MB_STR("meeting")) ||
		mb_str_equal_nocase(words[end - 1].text, MB_STR("minutes")) ||
		mb_str_equal_nocase(words[end - 1].text, MB_STR("the")) ||
		is_calendar_word(words[end - 1].text)))
		end--;
	if (first == end)
		return (struct mb_str){ NULL, 0 };
	s = mb_str_slice(s, words[first].start, words[end - 1].end);
	return s;
}

static bool has_meeting_body(struct mb_str s)
{
	struct word words[MAX_BODY_WORDS];
	size_t n = words_of(s, words, MAX_BODY_WORDS);

	for (size_t i = 0; i < n; i++)
		if (words[i].is_capital && is_meeting_body(words[i].text))
			return true;
	return false;
}

static void set_body(struct blocks *blocks, struct mb_doc *doc,
		     struct mb_str body)
{
	body = title_trim(trim_body(body));
	if (doc->meeting.body.len == 0 && body.len > 0)
		doc->meeting.body = lower_caps(blocks, body);
}

/* A council that a body or a header line names. */
static void set_council(struct blocks *blocks, struct mb_doc *doc,
			struct mb_str s)
{
	struct word words[MAX_BODY_WORDS];
	size_t n = words_of(s, words, MAX_BODY_WORDS);

	if (doc->meeting.council.len > 0 || n < 2 || n > 8)
		return;
	if (mb_str_equal_nocase(words[n - 1].text, MB_STR("council")) ||
	    mb_str_starts_nocase(s, MB_STR("london borough of")) ||
	    mb_str_starts_nocase(s, MB_STR("royal borough of")) ||
	    mb_str_starts_nocase(s, MB_STR("city of")) ||
	    mb_str_starts_nocase(s, MB_STR("cyngor")))
		doc->meeting.council = lower_caps(blocks, title_trim(s));
}

/* --- dates ------------------------------------------------------------- */

static const char *const weekday_names[] = { "Sunday",    "Monday",   "Tuesday",
					     "Wednesday", "Thursday", "Friday",
					     "Saturday" };

/* A weekday that does not fit its date is the clerk's slip: say so. */
static void check_weekday(struct blocks *blocks, struct mb_doc *doc,
			  const struct mb_date_found *found, uint32_t line)
{
	int real;
	char text[MB_DATE_BYTES];

	if (found->weekday < 0)
		return;
	real = mb_date_weekday(found->date);
	if (real == found->weekday)
		return;
	mb_date_format(found->date, text);
	problem_add(blocks, doc, line, "%s was a %s, not a %s", text,
		    weekday_names[real], weekday_names[found->weekday]);
}

static void set_date(struct blocks *blocks, struct mb_doc *doc,
		     struct mb_date date, enum mb_date_source source)
{
	char known[MB_DATE_BYTES], other[MB_DATE_BYTES];

	if (!mb_date_is_known(date))
		return;
	if (!mb_date_is_known(doc->meeting.date)) {
		doc->meeting.date = date;
		doc->meeting.date_source = source;
		return;
	}
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

static void set_time(struct mb_doc *doc, struct mb_str text)
{
	if (!doc->meeting.has_time)
		doc->meeting.has_time = mb_time_find(text, &doc->meeting.time);
}

/* --- headings of known sites ------------------------------------------- */

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

void header_read_heading(struct blocks *blocks, struct mb_str heading,
			 struct mb_doc *doc)
{
	struct mb_date_found found;
	struct mb_str body, when;

	if (mb_str_find_nocase(heading, MB_STR("cancelled")) != MB_STR_NONE)
		doc->meeting.status = MB_STATUS_CANCELLED;
	if (!split_heading(heading, &body, &when)) {
		set_body(blocks, doc, heading);
		return;
	}
	set_body(blocks, doc, body);
	if (mb_date_find(when, &found)) {
		set_date(blocks, doc, found.date, MB_DATE_FROM_DOCUMENT);
		check_weekday(blocks, doc, &found, 0);
		set_time(doc, mb_str_drop(when, found.end));
	}
}

static void read_decided_at(struct blocks *blocks, struct mb_str value,
			    struct mb_doc *doc)
{
	struct mb_date_found found;

	if (!mb_date_find(value, &found))
		return;
	set_date(blocks, doc, found.date, MB_DATE_FROM_DOCUMENT);
	value = mb_str_trim(mb_str_drop(value, found.end));
	if (mb_str_starts(value, MB_STR("- ")))
		set_body(blocks, doc, mb_str_drop(value, 2));
}

void header_read_fact(struct blocks *blocks, struct mb_str fact,
		      struct mb_doc *doc)
{
	struct mb_cut cut = mb_str_cut(fact, ':');
	struct mb_str value = mb_str_trim(cut.tail);
	struct mb_date_found found;
	size_t at;

	if (mb_str_equal_nocase(cut.head, MB_STR("venue")) ||
	    mb_str_equal_nocase(cut.head, MB_STR("proposed venue"))) {
		at = mb_str_find_nocase(value, MB_STR(" view directions"));
		if (at != MB_STR_NONE)
			value = mb_str_take(value, at);
		doc->meeting.venue = title_trim(value);
	} else if (mb_str_equal_nocase(cut.head,
				       MB_STR("decided at meeting"))) {
		read_decided_at(blocks, value, doc);
	} else if (mb_str_equal_nocase(cut.head, MB_STR("date of decision"))) {
		if (mb_date_find(value, &found))
			set_date(blocks, doc, found.date,
				 MB_DATE_FROM_DOCUMENT);
	} else if (mb_str_equal_nocase(cut.head, MB_STR("decision maker")) &&
		   has_meeting_body(value)) {
		set_body(blocks, doc, value);
	}
}

/* --- headers in plain words -------------------------------------------- */

/* Where the earliest of @words stands in @s, after byte @from. */
static size_t find_first(struct mb_str s, size_t from, const char *const *words,
			 size_t n)
{
	size_t best = MB_STR_NONE;

	for (size_t i = 0; i < n; i++) {
		size_t at = mb_str_find_nocase(mb_str_drop(s, from),
					       mb_str_of(words[i]));

		if (at != MB_STR_NONE &&
		    (best == MB_STR_NONE || from + at < best))
			best = from + at;
	}
	return best;
}

/* "minutes of the X Committee held in Y on Z": the X Committee. */
static void read_body_phrase(struct blocks *blocks, struct mb_str s,
			     struct mb_doc *doc)
{
	static const char *const begins[] = { "meeting of ", "meetings of ",
					      "minutes of ", "cofnodion ",
					      "cyfarfod " };
	static const char *const ends[] = {
		" held ",
		" on ",
		" at ",
		" was held",
		", ",
		" - ",
		" \xE2\x80\x93 ",
		" which ",
		" in the ",
		" dated ",
		" a gynhaliwyd",
		" following ",
		" to consider",
		" taken ",
		". ",
		" commenc",
	};
	struct mb_date_found found;
	struct mb_str body;
	size_t from, end;

	from = find_first(s, 0, begins, sizeof(begins) / sizeof(*begins));
	if (from == MB_STR_NONE)
		return;
	/* "minutes of a meeting of the X" begins with the inner "of" */
	for (size_t i = 0; i < sizeof(begins) / sizeof(*begins); i++) {
		size_t at = mb_str_find_nocase(s, mb_str_of(begins[i]));
		size_t behind = at + mb_str_of(begins[i]).len;

		if (at != MB_STR_NONE && behind < from + 40 && behind > from)
			from = behind;
	}
	end = find_first(s, from, ends, sizeof(ends) / sizeof(*ends));
	body = mb_str_slice(s, from, end == MB_STR_NONE ? s.len : end);
	if (mb_date_find(body, &found))
		body = mb_str_take(body, found.start);
	if (has_meeting_body(body))
		set_body(blocks, doc, body);
}

/* "held in the Town Hall on Thursday": the Town Hall. */
static void read_venue(struct mb_str s, struct mb_doc *doc)
{
	static const char *const begins[] = { "held in ",   "held at ",
					      "held via ",  "held by ",
					      "ynghyd yn ", " in the " };
	static const char *const ends[] = { " on ", " at ",       ", on",
					    ", at", " from ",     " commenc",
					    ". ",   " following " };
	size_t from, end;
	struct mb_str venue;
	struct mb_date_found found;
	struct mb_time time;

	if (doc->meeting.venue.len > 0)
		return;
	from = find_first(s, 0, begins, sizeof(begins) / sizeof(*begins));
	if (from == MB_STR_NONE)
		return;
	from += mb_str_cut(mb_str_drop(s, from), ' ').head.len + 1;
	if (mb_str_starts_nocase(mb_str_drop(s, from), MB_STR("in ")) ||
	    mb_str_starts_nocase(mb_str_drop(s, from), MB_STR("at ")) ||
	    mb_str_starts_nocase(mb_str_drop(s, from), MB_STR("by ")))
		from += 3;
	end = find_first(s, from, ends, sizeof(ends) / sizeof(*ends));
	venue = mb_str_slice(s, from, end == MB_STR_NONE ? s.len : end);
	if (mb_date_find(venue, &found))
		venue = mb_str_take(venue, found.start);
	venue = title_trim(venue);
	if (mb_str_starts_nocase(venue, MB_STR("the ")))
		venue = mb_str_drop(venue, 4);
	if (venue.len >= 3 && venue.len < 160 && !mb_time_find(venue, &time))
		doc->meeting.venue = venue;
}

/* How much a line of the header speaks of a meeting and its date. */
static int line_evidence(struct mb_str s)
{
	static const char *const words[] = { "minutes",    "meeting",  "held",
					     "cofnodion",  "cyfarfod", "agenda",
					     "proceedings" };
	int n = 0;

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		n += mb_str_find_nocase(s, mb_str_of(words[i])) != MB_STR_NONE;
	return n;
}

static bool is_boast(struct mb_str s)
{
	/* dates that are not the meeting's */
	return mb_str_find_nocase(s, MB_STR("next meeting")) != MB_STR_NONE ||
	       mb_str_find_nocase(
		   s, MB_STR("minutes of the meeting held on")) == 0 ||
	       mb_str_find_nocase(s, MB_STR("last meeting")) != MB_STR_NONE ||
	       mb_str_find_nocase(s, MB_STR("previous meeting")) !=
		   MB_STR_NONE ||
	       mb_str_find_nocase(s, MB_STR("published")) != MB_STR_NONE;
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
		score = 2 * line_evidence(b->text) + (found.weekday >= 0);
		if (found.weekday >= 0 &&
		    found.weekday == mb_date_weekday(found.date))
			score += 2;
		if (is_boast(b->text) && line_evidence(b->text) < 3)
			score -= 2;
		if (score > best_score) {
			best = b;
			best_date = found;
			best_score = score;
		}
	}
	if (!best)
		return;
	set_date(blocks, doc, best_date.date, MB_DATE_FROM_DOCUMENT);
	check_weekday(blocks, doc, &best_date, best->line);
	set_time(doc, mb_str_drop(best->text, best_date.end));
	set_time(doc, best->text);
}

static void read_status(struct mb_str s, struct mb_doc *doc)
{
	struct word words[12];
	size_t n = words_of(s, words, 12);

	for (size_t i = 0; i < n && doc->meeting.status == MB_STATUS_UNKNOWN;
	     i++) {
		if (mb_str_equal_nocase(words[i].text, MB_STR("draft")) ||
		    mb_str_equal_nocase(words[i].text, MB_STR("unconfirmed")))
			doc->meeting.status = MB_STATUS_DRAFT;
		else if (mb_str_equal_nocase(words[i].text,
					     MB_STR("cancelled")))
			doc->meeting.status = MB_STATUS_CANCELLED;
		else if (mb_str_equal_nocase(words[i].text,
					     MB_STR("confirmed")))
			doc->meeting.status = MB_STATUS_CONFIRMED;
	}
}

/* The body in "AUDIT COMMITTEE, TUESDAY 6 DECEMBER 2011", or all of it. */
static struct mb_str before_date(struct mb_str s)
{
	struct mb_date_found found;

	if (mb_date_find(s, &found))
		s = mb_str_take(s, found.start);
	return title_trim(s);
}

/* A line that is a body's name and nothing else: "AUDIT COMMITTEE". */
static bool is_body_line(struct mb_str s)
{
	struct word words[MAX_BODY_WORDS];
	size_t n = words_of(s, words, MAX_BODY_WORDS);

	if (n == 2 && words[1].text.len == 1) /* "Sub-Committee B" */
		n--;
	if (n > 2 && words[n - 1].text.len == 1)
		n--;

	if (n == 0 || n > 12 || !is_meeting_body(words[n - 1].text))
		return false;
	return title_score(s, false) > 0;
}

int header_read(struct blocks *blocks, size_t end, struct mb_doc *doc)
{
	int evidence = 0;

	if (end > MAX_HEADER_BLOCKS)
		end = MAX_HEADER_BLOCKS;
	for (size_t i = 0; i < end; i++) {
		struct mb_str text = blocks->items[i].text;
		int says = line_evidence(text);

		if (text.len > 400)
			continue; /* prose */
		evidence += says >= 2;
		if (says >= 1)
			read_body_phrase(blocks, text, doc);
		if (says >= 1)
			read_venue(text, doc);
		set_council(blocks, doc, text);
		if (text.len < 60 || says >= 1)
			read_status(text, doc);
	}
	for (size_t i = 0; i < end && doc->meeting.body.len == 0; i++) {
		struct mb_str body = before_date(blocks->items[i].text);

		if (is_body_line(body))
			set_body(blocks, doc, body);
	}
	read_date(blocks, end, doc);
	evidence += mb_date_is_known(doc->meeting.date);
	evidence += doc->meeting.body.len > 0;
	for (size_t i = 0; i < end; i++)
		if (line_evidence(blocks->items[i].text) >= 1)
			set_time(doc, blocks->items[i].text);
	return evidence > 3 ? 3 : evidence;
}

/* --- metadata and names ------------------------------------------------ */

/* A year that a folder of the path is named after, for short dates. */
static int year_of_path(struct mb_str path)
{
	while (path.len > 0) {
		struct mb_cut cut = mb_str_cut(path, '/');
		struct mb_str part = cut.head;
		unsigned long year;

		if (mb_str_number(&part, 9999, &year) && part.len == 0 &&
		    year >= MB_YEAR_MIN && year <= MB_YEAR_MAX)
			return (int)year;
		path = cut.tail;
	}
	return 0;
}

/* The council that a body's name brings along: "X Parish Council". */
static void council_from_body(struct blocks *blocks, struct mb_doc *doc)
{
	struct mb_str body = doc->meeting.body;
	size_t at = mb_str_find_nocase(body, MB_STR("council"));

	if (doc->meeting.council.len > 0 || at == MB_STR_NONE || at == 0)
		return;
	/* "X Council - Health Board" names its council, too */
	if (at + 7 == body.len ||
	    mb_str_starts(mb_str_drop(body, at + 7), MB_STR(" - ")))
		set_council(blocks, doc, mb_str_take(body, at + 7));
}

void header_complete(struct blocks *blocks, struct mb_doc *doc)
{
	const struct page_facts *page = &blocks->page;
	struct mb_cut name = mb_str_cut_last(doc->path, '/');
	struct mb_str file = name.found ? name.tail : doc->path;
	struct mb_date_found found;
	int year = year_of_path(doc->path);

	if (mb_date_is_known(page->date) && blocks->is_sectioned)
		set_date(blocks, doc, page->date, MB_DATE_FROM_METADATA);
	if (mb_date_find(page->subject, &found))
		set_date(blocks, doc, found.date, MB_DATE_FROM_METADATA);
	if (mb_date_find(page->title, &found))
		set_date(blocks, doc, found.date, MB_DATE_FROM_METADATA);
	if (doc->meeting.body.len == 0 && page->title.len > 0)
		read_body_phrase(blocks, page->title, doc);
	if (mb_date_find_in_name(file, year, &found))
		set_date(blocks, doc, found.date, MB_DATE_FROM_FILENAME);
	if (name.found && mb_date_find_in_name(name.head, year, &found))
		set_date(blocks, doc, found.date, MB_DATE_FROM_FOLDER);
	read_status(file, doc);
	council_from_body(blocks, doc);
}
