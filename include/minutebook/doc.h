/*
 * doc.h - one document, as it was understood
 *
 * What the extractor yields and what the index stores: a document, the
 * meeting it belongs to, who was there, and the agenda items with their
 * paragraphs.  All text is clean UTF-8 (text.h).  Everything lives in the
 * arena that the document was built in, and nothing owns anything else.
 *
 *	document  larkhythe/HWB/item-12.txt
 *	  meeting     Health and Wellbeing Board, 10 November 2022
 *	  attendance  Councillor Shabnam Iqbal-Rowe (Chair), present
 *	  item 12     Discussion and Next Steps
 *	    paragraph 12.10, said by "The Head of Policy"
 *
 * Unknown is a value: the empty view, the date of year 0, number 0, or the
 * enumerator called _UNKNOWN.  Nothing is ever guessed.
 */
#ifndef MB_DOC_H
#define MB_DOC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "minutebook/arena.h"
#include "minutebook/date.h"
#include "minutebook/json.h"
#include "minutebook/str.h"

/* Raised whenever the same bytes would now be understood differently. */
#define MB_EXTRACTOR_VERSION 8

enum mb_format {
	MB_FORMAT_UNKNOWN,
	MB_FORMAT_TEXT,
	MB_FORMAT_MARKDOWN,
	MB_FORMAT_HTML,
	MB_FORMAT_PDF,
	MB_FORMAT_DOCX,
	MB_FORMAT_ODT,
	MB_FORMAT_RTF,
	MB_FORMAT_XML
};

enum mb_doc_kind {
	MB_DOC_OTHER,      /* no minutes: indexed as text, never forced */
	MB_DOC_MEETING,    /* the minutes or agenda of one meeting */
	MB_DOC_ITEM,       /* one agenda item of a meeting */
	MB_DOC_DECISION,   /* one decision's own page */
	MB_DOC_ATTENDANCE, /* who was at a meeting */
	MB_DOC_LIST        /* a list of meetings, members or decisions */
};

enum mb_date_source {
	MB_DATE_FROM_NOWHERE,
	MB_DATE_FROM_DOCUMENT, /* "held on", a heading */
	MB_DATE_FROM_METADATA, /* of the page */
	MB_DATE_FROM_FILENAME,
	MB_DATE_FROM_FOLDER
};

enum mb_meeting_status {
	MB_STATUS_UNKNOWN,
	MB_STATUS_DRAFT,
	MB_STATUS_CONFIRMED,
	MB_STATUS_CANCELLED
};

struct mb_meeting {
	struct mb_str council;
	struct mb_str body; /* committee, board, the council itself */
	struct mb_date date;
	struct mb_time time; /* when has_time */
	bool has_time;
	struct mb_str venue;
	enum mb_date_source date_source;
	enum mb_meeting_status status;
};

enum mb_presence {
	MB_PRESENT,
	MB_IN_ATTENDANCE, /* officials, visitors, observers */
	MB_APOLOGIES,
	MB_ABSENT
};

struct mb_attendee {
	struct mb_str name;     /* as printed, with the honorific */
	struct mb_str role;     /* "Chair", "Director of Public Health" */
	struct mb_str initials; /* as the attendance table defines them */
	enum mb_presence presence;
	uint32_t line; /* where it stands, 1-based; 0 when unknown */
};

/* A person or office that opens a paragraph and reports. */
struct mb_speaker {
	struct mb_str as_written; /* "Deputy Mayor Pinnock"; empty: nobody */
	struct mb_str honorific;  /* "Councillor", "Mr" */
	struct mb_str name;       /* "Bramble" */
	struct mb_str office;     /* "Head of Policy" */
	struct mb_str person;     /* who that is: see doc_people.h */
};

/* Somebody named in a paragraph. */
struct mb_mention {
	struct mb_str as_written;
	size_t start; /* byte of the paragraph's text */
	struct mb_str person;
};

enum mb_paragraph_kind {
	MB_PARAGRAPH_MINUTE,   /* what was said or happened */
	MB_PARAGRAPH_AGENDA,   /* what was to be considered */
	MB_PARAGRAPH_DECISION, /* resolved, agreed */
	MB_PARAGRAPH_VOTE      /* a recorded vote */
};

struct mb_paragraph {
	struct mb_str number; /* as printed, without trailing dot */
	struct mb_str text;   /* lines only before list entries */
	enum mb_paragraph_kind kind;
	struct mb_speaker speaker;
	struct mb_mention *mentions;
	size_t n_mentions;
	struct mb_str mover, seconder; /* as written */
	uint32_t line;                 /* 1-based; 0 when unknown */
	uint32_t page;                 /* 1-based; 0 when unknown */
	bool is_cut;                   /* the page shows only its beginning */
};

enum mb_vote_side { MB_VOTE_FOR, MB_VOTE_AGAINST, MB_VOTE_ABSTAIN };
#define MB_VOTE_SIDES 3

enum mb_vote_result { MB_RESULT_UNKNOWN, MB_RESULT_CARRIED, MB_RESULT_LOST };

#define MB_COUNT_UNKNOWN (-1)

struct mb_vote {
	int32_t count[MB_VOTE_SIDES]; /* by enum mb_vote_side */
	struct mb_str *names[MB_VOTE_SIDES];
	size_t n_names[MB_VOTE_SIDES];
	enum mb_vote_result result;
	uint32_t line;
	size_t paragraph; /* of the item, from 1: it tells of the vote */
};

struct mb_link {
	struct mb_str title;
	struct mb_str href;
};

struct mb_item {
	struct mb_str number;
	struct mb_str title; /* without lead and minutes allotted */
	struct mb_str lead;
	struct mb_str *leads; /* the persons and offices in it */
	size_t n_leads;
	uint32_t duration_minutes;
	uint32_t line, page;
	bool is_boilerplate; /* apologies, last minutes, next date, ... */
	struct mb_paragraph *paragraphs;
	size_t n_paragraphs;
	struct mb_vote *votes;
	size_t n_votes;
	struct mb_link *documents;
	size_t n_documents;
	uint64_t site_id; /* the item's id on its web site (ModernGov's AI) */
};

/* What a reader of the extraction should know. */
struct mb_problem {
	uint32_t line;
	struct mb_str what;
};

struct mb_doc {
	struct mb_str path; /* relative to the folder given */
	enum mb_format format;
	enum mb_doc_kind kind;
	struct mb_str title;
	struct mb_str url;
	struct mb_str charset;  /* as found, e.g. "windows-1252" */
	struct mb_str language; /* "en", "cy" */
	struct mb_meeting meeting;
	struct mb_attendee *attendance;
	size_t n_attendance;
	struct mb_item *items;
	size_t n_items;
	struct mb_problem *problems;
	size_t n_problems;
	uint64_t site_meeting; /* the meeting's id on its web site, or 0 */
	uint64_t site_council; /* a key of that web site, or 0 */
};

/* The words of the record's contract: "meeting", "minute", "carried", ... */
const char *mb_format_name(enum mb_format format); /* NULL when unknown */
const char *mb_doc_kind_name(enum mb_doc_kind kind);
const char *mb_date_source_name(enum mb_date_source source); /* or NULL */
const char *mb_status_name(enum mb_meeting_status status);   /* or NULL */
const char *mb_presence_name(enum mb_presence presence);
const char *mb_paragraph_kind_name(enum mb_paragraph_kind kind);
const char *mb_vote_result_name(enum mb_vote_result result); /* or NULL */
const char *mb_vote_side_name(enum mb_vote_side side);

/* Writes the record, docs/record.md, as one JSON object. */
void mb_doc_write(struct mb_json *json, const struct mb_doc *doc);

#endif
