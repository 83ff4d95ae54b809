#include "archive.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "minutebook/store_write.h"
#include "support/text.h"

/* --- what it holds ----------------------------------------------------- */

const struct archive_doc archive_docs[] = {
	{ "cabinet/2019-03-12.txt", "Larkhythe Council", "Cabinet",
	  "2019-03-12", MB_FORMAT_TEXT, MB_STATUS_CONFIRMED,
	  "Councillor Adaeze Okafor;Councillor Si\xC3\xA2n Pryce",
	  "Director of Public Health", "Councillor Banks" },
	{ "scrutiny/2019-06-25.html", "Larkhythe Council",
	  "Overview and Scrutiny Commission", "2019-06-25", MB_FORMAT_HTML,
	  MB_STATUS_UNKNOWN, "Councillor Banks;Councillor Marsh-Ellery",
	  "Mr Bank", "Councillor Okafor" },
	{ "council/2020-02-26.txt", "Larkhythe Council", "Larkhythe Council",
	  "2020-02-26", MB_FORMAT_TEXT, MB_STATUS_DRAFT,
	  "Councillor Okafor;Councillor Banks;Councillor O\xE2\x80\x99"
	  "Brien",
	  NULL, NULL },
	{ "withy/2021-05-11.txt", "Withy Green Parish Council",
	  "Parish Council", "2021-05-11", MB_FORMAT_TEXT, MB_STATUS_UNKNOWN,
	  "Mrs Tansley;Mr Tansley", NULL, "Mr Worthing" },
	{ "board/2022-04-30.txt", "Larkhythe Council",
	  "Health and Wellbeing Board", "2022-04-30", MB_FORMAT_MARKDOWN,
	  MB_STATUS_UNKNOWN, NULL, NULL, NULL },
	{ "misc/notes.txt", "Larkhythe Council", NULL, NULL, MB_FORMAT_TEXT,
	  MB_STATUS_UNKNOWN, NULL, NULL, NULL },
};

const struct archive_item archive_items[] = {
	{ 0,
	  "1",
	  "Apologies for Absence",
	  true,
	  MB_RESULT_UNKNOWN,
	  NULL,
	  NULL,
	  { NULL, NULL, NULL } },
	{ 0,
	  "2",
	  "Libraries: one year on",
	  false,
	  MB_RESULT_UNKNOWN,
	  "Library strategy",
	  NULL,
	  { NULL, NULL, NULL } },
	{ 0,
	  "3",
	  "Anti-racism action plan",
	  false,
	  MB_RESULT_UNKNOWN,
	  NULL,
	  NULL,
	  { NULL, NULL, NULL } },
	{ 1,
	  "1",
	  "Declarations of Interest",
	  true,
	  MB_RESULT_UNKNOWN,
	  NULL,
	  NULL,
	  { NULL, NULL, NULL } },
	{ 1,
	  "4",
	  "Budget monitoring",
	  false,
	  MB_RESULT_UNKNOWN,
	  NULL,
	  NULL,
	  { NULL, NULL, NULL } },
	{ 1,
	  "5",
	  "Worthing Lane",
	  false,
	  MB_RESULT_LOST,
	  NULL,
	  NULL,
	  { "Councillor Banks", NULL, "Councillor Marsh-Ellery" } },
	{ 2,
	  "7",
	  "Council tax and budget 2020/21",
	  false,
	  MB_RESULT_CARRIED,
	  NULL,
	  NULL,
	  { NULL, NULL, NULL } },
	{ 2,
	  "8",
	  "Motion: closure of Tannery Road Library",
	  false,
	  MB_RESULT_LOST,
	  NULL,
	  NULL,
	  { "Councillor Okafor",
	    "Councillor Banks;Councillor O\xE2\x80\x99"
	    "Brien",
	    NULL } },
	{ 3,
	  "21/14",
	  "Planning",
	  false,
	  MB_RESULT_UNKNOWN,
	  NULL,
	  NULL,
	  { NULL, NULL, NULL } },
	{ 3,
	  "21/15",
	  "The pond",
	  false,
	  MB_RESULT_UNKNOWN,
	  NULL,
	  NULL,
	  { NULL, NULL, NULL } },
	{ 4,
	  "6",
	  "Co-production charter",
	  false,
	  MB_RESULT_UNKNOWN,
	  NULL,
	  "Sian Pryce",
	  { NULL, NULL, NULL } },
	{ 4,
	  "7",
	  "Museum and library hours",
	  false,
	  MB_RESULT_UNKNOWN,
	  NULL,
	  NULL,
	  { NULL, NULL, NULL } },
	{ 5,
	  NULL,
	  "Notes",
	  false,
	  MB_RESULT_UNKNOWN,
	  NULL,
	  NULL,
	  { NULL, NULL, NULL } },
	{ 2,
	  "9",
	  "Date of next meeting",
	  true,
	  MB_RESULT_UNKNOWN,
	  NULL,
	  NULL,
	  { NULL, NULL, NULL } },
};

#define MINUTE MB_PARAGRAPH_MINUTE
#define AGENDA MB_PARAGRAPH_AGENDA
#define DECISION MB_PARAGRAPH_DECISION
#define VOTE MB_PARAGRAPH_VOTE

const struct archive_paragraph archive_paragraphs[] = {
	{ 0, "1.1", MINUTE, NULL, NULL, NULL, "Councillor Banks",
	  "Apologies were received from Councillor Banks." },

	{ 1, "2.1", MINUTE, "Councillor Okafor", NULL, NULL, NULL,
	  "Councillor Okafor introduced the report on the libraries of the "
	  "borough and what the closure of two branches had cost." },
	{ 1, "2.2", MINUTE, "Councillor Si\xC3\xA2n Pryce", NULL, NULL,
	  "Councillor Okafor",
	  "Councillor Si\xC3\xA2n Pryce asked Councillor Okafor whether the "
	  "homework club had found another room." },
	{ 1, "2.3", MINUTE, "Director of Public Health", NULL, NULL, NULL,
	  "The Director of Public Health said that a library was a public "
	  "health measure; loans of books on prescription had risen by 50%." },
	{ 1, NULL, DECISION, NULL, NULL, NULL, NULL,
	  "RESOLVED: that no further branch be closed without consultation, "
	  "and that \xC2\xA3"
	  "5,000 be found for shelves." },

	{ 2, "3.1", AGENDA, NULL, NULL, NULL, NULL,
	  "To agree the anti-racism action plan." },
	{ 2, "3.2", MINUTE, "Councillor Pryce", NULL, NULL, NULL,
	  "Councillor Pryce said that anti-racism was everybody's work and "
	  "that training alone would not do." },
	{ 2, "3.3", MINUTE, "Councillor Okafor", NULL, NULL, NULL,
	  "Councillor Okafor thanked officers for organising the anti racism "
	  "week in October." },
	{ 2, "3.4", DECISION, NULL, NULL, NULL, NULL,
	  "RESOLVED: that the antiracist action plan be agreed and that "
	  "antiracism be a standing item." },

	{ 3, NULL, MINUTE, NULL, NULL, NULL, NULL, "There were none." },

	{ 4, "4.1", MINUTE, "Councillor Banks", NULL, NULL, NULL,
	  "Councillor Banks said that the budget for repairs had been spent "
	  "by June, and that the museum would be next." },
	{ 4, "4.2", MINUTE, "Mr Bank", NULL, NULL, "Councillor Banks",
	  "Mr Bank replied that the overspend of \xC2\xA3"
	  "1.2 million was the cost of agency staff." },
	{ 4, "4.3", MINUTE, "Councillor Marsh-Ellery", NULL, NULL, NULL,
	  "Councillor Marsh-Ellery asked what was in the S.106 account, and "
	  "who might draw on it." },

	{ 5, "5.1", MINUTE, "Councillor Marsh-Ellery", NULL, NULL,
	  "Mr Worthing",
	  "Councillor Marsh-Ellery spoke for Mr Worthing of Worthing Lane, "
	  "who thought a crossing was worth its price." },
	{ 5, NULL, VOTE, NULL, "Councillor Marsh-Ellery", "Councillor Banks",
	  NULL, "For 2, against 5. The proposal fell." },

	{ 6, "7.1", MINUTE, "Councillor Okafor", NULL, NULL, NULL,
	  "Councillor Okafor moved the budget. She said that nobody in this "
	  "chamber had wanted it." },
	{ 6, "7.2", MINUTE,
	  "Councillor O\xE2\x80\x99"
	  "Brien",
	  NULL, NULL, "Councillor Okafor",
	  "Councillor O\xE2\x80\x99"
	  "Brien asked Councillor Okafor how the levy for 2020/21 had been "
	  "worked out." },
	{ 6, NULL, DECISION, NULL, "Councillor Okafor", "Councillor Pryce",
	  NULL, "RESOLVED: that the budget and the levy be approved." },

	{ 7, "8.1", MINUTE, "Councillor Banks", "Councillor Banks",
	  "Councillor O\xE2\x80\x99"
	  "Brien",
	  NULL,
	  "Councillor Banks moved that the decision be reversed; the petition "
	  "had 2,730 signatures." },
	{ 7, "8.2", MINUTE, NULL, NULL, NULL, "Mrs Tansley",
	  "A deputation led by Mrs Tansley was heard. The library was the "
	  "last warm room in the street, she said, and its closure would be "
	  "felt for years." },
	{ 7, NULL, VOTE, NULL, NULL, NULL, NULL,
	  "The motion was lost by 18 votes to 21." },

	{ 8, "21/14.1", MINUTE, NULL, NULL, NULL, NULL,
	  "21/0117 Pond House: single storey extension. No objection." },
	{ 8, "21/14.2", MINUTE, "Mrs Tansley", NULL, NULL, NULL,
	  "Mrs Tansley asked why the hedge had gone before the application "
	  "came." },

	{ 9, "21/15.1", MINUTE, "Mr Tansley", NULL, NULL, NULL,
	  "Mr Tansley reported that the pond had been cleared of weed by the "
	  "youth club, and that the ducks had come back." },
	{ 9, NULL, DECISION, NULL, NULL, NULL, NULL,
	  "AGREED to buy two benches, at no more than \xC2\xA3"
	  "640, and to thank the club." },

	{ 10, "6.1", MINUTE, "The Chair", NULL, NULL, NULL,
	  "The Chair said that coproduction meant sitting at the same table "
	  "before the table was laid." },
	{ 10, "6.2", MINUTE, "Head of Policy", NULL, NULL, NULL,
	  "The Head of Policy set out how co-production had worked in the "
	  "youth service, and e-mailed the charter to members." },
	{ 10, "6.3", MINUTE, NULL, NULL, NULL, NULL,
	  "It was noted that the well-being of carers had been left out. "
	  "\xC5\x92uvre and na\xC3\xAFve were misspelled." },

	{ 11, "7.1", AGENDA, NULL, NULL, NULL, NULL,
	  "The museum: opening hours in winter." },
	{ 11, "7.2", MINUTE, NULL, NULL, NULL, NULL,
	  "The Board heard that closures on Mondays had saved little." },
	{ 11, "7.3", MINUTE, "Councillor Okafor", NULL, NULL, NULL,
	  "Councillor Okafor asked that the two buildings share a caretaker." },

	{ 12, NULL, MINUTE, NULL, NULL, NULL, NULL,
	  "Copied from the old site. The borough museum, before its closure, "
	  "kept the library of the mechanics' institute; N.H.S. papers are "
	  "elsewhere." },
	{ 12, NULL, MINUTE, NULL, NULL, NULL, NULL,
	  "Budget figures for housing and for the library service are "
	  "missing." },

	{ 13, NULL, AGENDA, NULL, NULL, NULL, NULL, "" },
};

#define COUNT(table) ((int)(sizeof(table) / sizeof(*(table))))

const int archive_n_docs = COUNT(archive_docs);
const int archive_n_items = COUNT(archive_items);
const int archive_n_paragraphs = COUNT(archive_paragraphs);

/* --- documents --------------------------------------------------------- */

static struct mb_attendee *add_people(struct mb_attendee *to, const char *list,
				      enum mb_presence presence)
{
	struct mb_str rest = mb_str_of(list);

	while (rest.len > 0) {
		struct mb_cut cut = mb_str_cut(rest, ';');

		*to++ = (struct mb_attendee){ .name = cut.head,
					      .presence = presence };
		rest = cut.tail;
	}
	return to;
}

static void add_mentions(struct mb_arena *arena, const char *list,
			 struct mb_paragraph *out)
{
	struct mb_str rest = mb_str_of(list);

	out->mentions = MB_NEW(arena, struct mb_mention, 8);
	cr_assert(out->mentions != NULL);
	while (rest.len > 0) {
		struct mb_cut cut = mb_str_cut(rest, ';');

		out->mentions[out->n_mentions].as_written = cut.head;
		out->mentions[out->n_mentions].start = out->n_mentions;
		out->n_mentions++;
		rest = cut.tail;
	}
}

static void fill_vote(struct mb_arena *arena, const struct archive_item *from,
		      struct mb_vote *vote)
{
	*vote = (struct mb_vote){ .result = from->vote, .paragraph = 1 };
	for (int side = 0; side < MB_VOTE_SIDES; side++) {
		struct mb_str rest = mb_str_of(from->votes[side]);

		vote->count[side] = MB_COUNT_UNKNOWN;
		vote->names[side] = MB_NEW(arena, struct mb_str, 4);
		cr_assert(vote->names[side] != NULL);
		while (rest.len > 0) {
			struct mb_cut cut = mb_str_cut(rest, ';');

			vote->names[side][vote->n_names[side]++] = cut.head;
			rest = cut.tail;
		}
	}
}

static void fill_item(struct mb_arena *arena, int at, struct mb_item *out)
{
	const struct archive_item *from = &archive_items[at];

	*out = (struct mb_item){ .number = mb_str_of(from->number),
				 .title = mb_str_of(from->title),
				 .is_boilerplate = from->is_boilerplate,
				 .line = 5 };
	out->paragraphs = MB_NEW(arena, struct mb_paragraph, 16);
	out->votes = MB_NEW(arena, struct mb_vote, 1);
	out->documents = MB_NEW(arena, struct mb_link, 1);
	cr_assert(out->paragraphs && out->votes && out->documents);
	for (int i = 0; i < archive_n_paragraphs; i++) {
		const struct archive_paragraph *p = &archive_paragraphs[i];
		struct mb_paragraph *to = &out->paragraphs[out->n_paragraphs];

		if (p->item != at || p->text[0] == '\0')
			continue;
		*to = (struct mb_paragraph){
			.number = mb_str_of(p->number),
			.text = mb_str_of(p->text),
			.kind = p->kind,
			.speaker.as_written = mb_str_of(p->speaker),
			.mover = mb_str_of(p->mover),
			.seconder = mb_str_of(p->seconder),
			.line = (uint32_t)i + 10,
		};
		add_mentions(arena, p->mentions, to);
		out->n_paragraphs++;
	}
	if (from->vote != MB_RESULT_UNKNOWN) {
		fill_vote(arena, from, &out->votes[0]);
		out->n_votes = 1;
	}
	if (from->lead) {
		out->lead = mb_str_of(from->lead);
		out->leads = &out->lead;
		out->n_leads = 1;
	}
	if (from->link) {
		out->documents[0].title = mb_str_of(from->link);
		out->n_documents = 1;
	}
}

static void fill_doc(struct mb_arena *arena, int at, struct mb_doc *out)
{
	const struct archive_doc *from = &archive_docs[at];
	struct mb_attendee *end;

	*out = (struct mb_doc){
		.path = mb_str_of(from->path),
		.format = from->format,
		.kind = MB_DOC_MEETING,
		.meeting = { .council = mb_str_of(from->council),
			     .body = mb_str_of(from->body),
			     .status = from->status,
			     .date_source = MB_DATE_FROM_DOCUMENT },
	};
	if (from->date)
		cr_assert(mb_date_parse_iso(mb_str_of(from->date),
					    &out->meeting.date));
	out->attendance = MB_NEW(arena, struct mb_attendee, 16);
	out->items = MB_NEW(arena, struct mb_item, archive_n_items);
	cr_assert(out->attendance && out->items);
	end = add_people(out->attendance, from->present, MB_PRESENT);
	end = add_people(end, from->in_attendance, MB_IN_ATTENDANCE);
	end = add_people(end, from->apologies, MB_APOLOGIES);
	out->n_attendance = (size_t)(end - out->attendance);
	for (int i = 0; i < archive_n_items; i++)
		if (archive_items[i].doc == at)
			fill_item(arena, i, &out->items[out->n_items++]);
}

static void put_doc(struct mb_store *store, int64_t root, int at)
{
	struct mb_arena arena = MB_ARENA_INIT;
	struct mb_doc doc;
	struct mb_store_file file = { .root = root, .mtime_ns = 1 };
	struct mb_err err;

	fill_doc(&arena, at, &doc);
	file.path = doc.path;
	cr_assert(mb_store_put(store, &file, &doc, &err) == MB_OK, "%s",
		  err.msg);
	mb_arena_release(&arena);
}

/* --- indexes ----------------------------------------------------------- */

void archive_write(const struct archive *archive, const char *name, int first,
		   int n, char path[ARCHIVE_PATH_BYTES])
{
	struct mb_store *store = NULL;
	struct mb_err err = { .msg = "" };
	int64_t root = 0;
	int length =
	    snprintf(path, ARCHIVE_PATH_BYTES, "%s/%s", archive->folder, name);

	cr_assert(length > 0 && length < ARCHIVE_PATH_BYTES);
	cr_assert(mb_store_open(path, &store, &err) == MB_OK, "%s", err.msg);
	cr_assert(mb_store_root(store, MB_STR("/archive/minutes"),
				MB_STR("minutes"), &root, &err) == MB_OK,
		  "%s", err.msg);
	for (int i = first; i < first + n; i++)
		put_doc(store, root, i);
	cr_assert(mb_store_join(store, &err) == MB_OK, "%s", err.msg);
	cr_assert(mb_store_close(store, &err) == MB_OK, "%s", err.msg);
}

void archive_open(struct archive *archive)
{
	const char *tmp = getenv("TMPDIR");

	snprintf(archive->folder, sizeof(archive->folder),
		 "%.100s/minutebook-XXXXXX", tmp && tmp[0] ? tmp : "/tmp");
	cr_assert(mkdtemp(archive->folder) != NULL);
	archive_write(archive, "all.db", 0, archive_n_docs, archive->all);
}

void archive_close(struct archive *archive)
{
	DIR *dir = opendir(archive->folder);
	struct dirent *entry;

	cr_assert(dir != NULL);
	while ((entry = readdir(dir)))
		if (entry->d_name[0] != '.')
			cr_expect(unlinkat(dirfd(dir), entry->d_name, 0) == 0);
	closedir(dir);
	cr_expect(rmdir(archive->folder) == 0);
}

int archive_find(struct mb_str text, struct mb_str item_title)
{
	for (int i = 0; i < archive_n_paragraphs; i++) {
		const struct archive_paragraph *p = &archive_paragraphs[i];
		const char *title = archive_items[p->item].title;

		if (mb_str_equal(text, mb_str_of(p->text)) &&
		    mb_str_equal(item_title, mb_str_of(title)))
			return i;
	}
	return -1;
}
