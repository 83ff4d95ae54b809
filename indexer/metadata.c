#include "metadata.h"

#include "bodies.h"
#include "facts.h"
#include "titles.h"
#include "words.h"

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

/* Where a title's parts are divided: "Audit Committee | X Council". */
static size_t separator_at(struct mb_str s, size_t at)
{
	static const char *const signs[] = { " | ",  " - ", " \xE2\x80\x93 ",
					     " :: ", ": ",  ", " };

	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		if (mb_str_starts(mb_str_drop(s, at), mb_str_of(signs[i])))
			return mb_str_of(signs[i]).len;
	return 0;
}

static void read_title_part(struct blocks *blocks, struct mb_str part,
			    struct mb_doc *doc)
{
	struct mb_str council = body_council_of_line(part);

	facts_set_council(blocks, doc, council);
	if (council.len == 0)
		facts_set_body(blocks, doc, body_of_line(part));
}

/* The body and the council that the title of a page names. */
static void read_title(struct blocks *blocks, struct mb_str title,
		       struct mb_doc *doc)
{
	size_t start = 0;

	facts_set_body(blocks, doc, body_of_sentence(title));
	for (size_t at = 0; at < title.len; at++) {
		size_t n = separator_at(title, at);

		if (n == 0)
			continue;
		read_title_part(blocks, mb_str_slice(title, start, at), doc);
		start = at + n;
		at = start - 1;
	}
	read_title_part(blocks, mb_str_drop(title, start), doc);
}

/* "Agenda item - Budget : X Council": what comes last is the site's own. */
static void read_site(struct blocks *blocks, struct mb_str title,
		      struct mb_doc *doc)
{
	size_t start = 0;

	for (size_t at = 0; at < title.len; at++)
		if (separator_at(title, at) > 0)
			start = at + separator_at(title, at);
	if (start > 0)
		facts_set_council(
		    blocks, doc,
		    body_council_of_line(mb_str_drop(title, start)));
}

/* "Home > Committees > Agenda for Cabinet on 18 January 2021, 6:00 pm" */
static void read_trail(struct blocks *blocks, struct mb_str trail,
		       struct mb_doc *doc)
{
	while (trail.len > 0) {
		struct mb_cut cut = mb_str_cut(trail, '>');
		struct mb_date_found found;

		trail = cut.tail;
		if (!mb_date_find(cut.head, &found))
			continue;
		facts_set_body(blocks, doc, body_of_sentence(cut.head));
		facts_set_date(blocks, doc, &found, MB_DATE_FROM_METADATA, 0);
		facts_set_time(doc, mb_str_drop(cut.head, found.end));
	}
}

static void read_name(struct blocks *blocks, struct mb_str name, int year,
		      enum mb_date_source source, struct mb_doc *doc)
{
	struct mb_date_found found;

	if (mb_date_find_in_name(name, year, &found))
		facts_set_date(blocks, doc, &found, source, 0);
}

/* "the Parish Council" of a page that names it in full elsewhere */
static void complete_body(struct mb_meeting *meeting)
{
	static const char *const kinds[] = { "borough", "city",     "community",
					     "county",  "district", "parish",
					     "town" };
	struct mb_cut cut = mb_str_cut(meeting->body, ' ');

	if (WORDS_HAS(kinds, cut.head) &&
	    mb_str_equal_nocase(cut.tail, MB_STR("Council")) &&
	    mb_str_ends_nocase(meeting->council, meeting->body))
		meeting->body = meeting->council;
}

/* The council that the body names; a line may have cut its name short. */
static void read_body(struct blocks *blocks, struct mb_doc *doc)
{
	struct mb_str within = body_council_within(doc->meeting.body);
	struct mb_str known = doc->meeting.council;

	if (known.len > 0 && within.len > known.len + 1 &&
	    within.ptr[within.len - known.len - 1] == ' ' &&
	    mb_str_ends_nocase(within, known))
		doc->meeting.council = (struct mb_str){ NULL, 0 };
	facts_set_council(blocks, doc, within);
	complete_body(&doc->meeting);
}

void metadata_read(struct blocks *blocks, struct mb_doc *doc)
{
	const struct page_facts *page = &blocks->page;
	struct mb_cut name = mb_str_cut_last(doc->path, '/');
	struct mb_str file = mb_str_after_last(doc->path, '/');
	struct mb_date_found found = { .date = page->date, .weekday = -1 };
	int year = year_of_path(doc->path);

	if (blocks->is_sectioned)
		facts_set_date(blocks, doc, &found, MB_DATE_FROM_METADATA, 0);
	read_trail(blocks, page->trail, doc);
	if (doc->kind == MB_DOC_ITEM || doc->kind == MB_DOC_DECISION)
		read_site(blocks, page->title, doc); /* its item's title */
	else {
		if (mb_date_find(page->subject, &found))
			facts_set_date(blocks, doc, &found,
				       MB_DATE_FROM_METADATA, 0);
		if (mb_date_find(page->title, &found))
			facts_set_date(blocks, doc, &found,
				       MB_DATE_FROM_METADATA, 0);
		read_title(blocks, page->subject, doc);
		read_title(blocks, page->title, doc);
	}
	read_name(blocks, file, year, MB_DATE_FROM_FILENAME, doc);
	if (name.found)
		read_name(blocks, name.head, year, MB_DATE_FROM_FOLDER, doc);
	facts_set_status(doc, file);
	read_body(blocks, doc);
}
