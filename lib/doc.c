#include "minutebook/doc.h"

#define RECORD_VERSION 1

/* --- names of the enumerators ------------------------------------------ */

const char *mb_format_name(enum mb_format format)
{
	static const char *const names[] = {
		[MB_FORMAT_UNKNOWN] = NULL,        [MB_FORMAT_TEXT] = "text",
		[MB_FORMAT_MARKDOWN] = "markdown", [MB_FORMAT_HTML] = "html",
		[MB_FORMAT_PDF] = "pdf",           [MB_FORMAT_DOCX] = "docx",
		[MB_FORMAT_ODT] = "odt",           [MB_FORMAT_RTF] = "rtf",
		[MB_FORMAT_XML] = "xml",
	};

	return names[format];
}

const char *mb_doc_kind_name(enum mb_doc_kind kind)
{
	static const char *const names[] = {
		[MB_DOC_OTHER] = "other",
		[MB_DOC_MEETING] = "meeting",
		[MB_DOC_ITEM] = "item",
		[MB_DOC_DECISION] = "decision",
		[MB_DOC_ATTENDANCE] = "attendance",
		[MB_DOC_LIST] = "list",
	};

	return names[kind];
}

const char *mb_date_source_name(enum mb_date_source source)
{
	static const char *const names[] = {
		[MB_DATE_FROM_NOWHERE] = NULL,
		[MB_DATE_FROM_DOCUMENT] = "document",
		[MB_DATE_FROM_METADATA] = "metadata",
		[MB_DATE_FROM_FILENAME] = "filename",
		[MB_DATE_FROM_FOLDER] = "folder",
	};

	return names[source];
}

const char *mb_status_name(enum mb_meeting_status status)
{
	static const char *const names[] = {
		[MB_STATUS_UNKNOWN] = NULL,
		[MB_STATUS_DRAFT] = "draft",
		[MB_STATUS_CONFIRMED] = "confirmed",
		[MB_STATUS_CANCELLED] = "cancelled",
	};

	return names[status];
}

const char *mb_presence_name(enum mb_presence presence)
{
	static const char *const names[] = {
		[MB_PRESENT] = "present",
		[MB_IN_ATTENDANCE] = "in attendance",
		[MB_APOLOGIES] = "apologies",
		[MB_ABSENT] = "absent",
	};

	return names[presence];
}

const char *mb_paragraph_kind_name(enum mb_paragraph_kind kind)
{
	static const char *const names[] = {
		[MB_PARAGRAPH_MINUTE] = "minute",
		[MB_PARAGRAPH_AGENDA] = "agenda",
		[MB_PARAGRAPH_DECISION] = "decision",
		[MB_PARAGRAPH_VOTE] = "vote",
	};

	return names[kind];
}

const char *mb_vote_result_name(enum mb_vote_result result)
{
	static const char *const names[] = {
		[MB_RESULT_UNKNOWN] = NULL,
		[MB_RESULT_CARRIED] = "carried",
		[MB_RESULT_LOST] = "lost",
	};

	return names[result];
}

const char *mb_vote_side_name(enum mb_vote_side side)
{
	static const char *const names[] = {
		[MB_VOTE_FOR] = "for",
		[MB_VOTE_AGAINST] = "against",
		[MB_VOTE_ABSTAIN] = "abstain",
	};

	return names[side];
}

/* --- the record -------------------------------------------------------- */

static void put(struct mb_json *json, const char *key, struct mb_str value)
{
	mb_json_key(json, key);
	mb_json_string_or_null(json, value);
}

static void put_number(struct mb_json *json, const char *key, uint32_t value)
{
	mb_json_key(json, key);
	mb_json_int_or_null(json, value);
}

static void put_flag(struct mb_json *json, const char *key, bool value)
{
	mb_json_key(json, key);
	mb_json_bool(json, value);
}

static void write_meeting(struct mb_json *json, const struct mb_meeting *m)
{
	char time[MB_TIME_BYTES] = "";

	mb_json_key(json, "meeting");
	mb_json_object(json);
	put(json, "council", m->council);
	put(json, "body", m->body);
	mb_json_key(json, "date");
	mb_json_date(json, m->date);
	if (m->has_time)
		mb_time_format(m->time, time);
	put(json, "time", mb_str_of(time));
	put(json, "venue", m->venue);
	put(json, "date_source",
	    mb_str_of(mb_date_source_name(m->date_source)));
	put(json, "status", mb_str_of(mb_status_name(m->status)));
	mb_json_end(json);
}

static void write_attendance(struct mb_json *json, const struct mb_doc *doc)
{
	mb_json_key(json, "attendance");
	mb_json_array(json);
	for (size_t i = 0; i < doc->n_attendance; i++) {
		const struct mb_attendee *a = &doc->attendance[i];

		mb_json_object(json);
		put(json, "name", a->name);
		put(json, "role", a->role);
		put(json, "initials", a->initials);
		put(json, "status", mb_str_of(mb_presence_name(a->presence)));
		mb_json_end(json);
	}
	mb_json_end(json);
}

static void write_speaker(struct mb_json *json, const struct mb_speaker *s)
{
	mb_json_key(json, "speaker");
	if (s->as_written.len == 0) {
		mb_json_null(json);
		return;
	}
	mb_json_object(json);
	put(json, "as_written", s->as_written);
	put(json, "name", s->name);
	put(json, "honorific", s->honorific);
	put(json, "office", s->office);
	put(json, "person", s->person);
	mb_json_end(json);
}

static void write_paragraph(struct mb_json *json, const struct mb_paragraph *p)
{
	mb_json_object(json);
	put(json, "number", p->number);
	put(json, "kind", mb_str_of(mb_paragraph_kind_name(p->kind)));
	mb_json_key(json, "text");
	mb_json_string(json, p->text);
	write_speaker(json, &p->speaker);
	mb_json_key(json, "mentions");
	mb_json_array(json);
	for (size_t i = 0; i < p->n_mentions; i++) {
		mb_json_object(json);
		put(json, "as_written", p->mentions[i].as_written);
		put(json, "person", p->mentions[i].person);
		mb_json_end(json);
	}
	mb_json_end(json);
	put(json, "mover", p->mover);
	put(json, "seconder", p->seconder);
	put_number(json, "line", p->line);
	put_number(json, "page", p->page);
	put_flag(json, "cut", p->is_cut);
	mb_json_end(json);
}

static void write_vote(struct mb_json *json, const struct mb_vote *vote)
{
	mb_json_object(json);
	for (int side = 0; side < MB_VOTE_SIDES; side++) {
		mb_json_key(json, mb_vote_side_name((enum mb_vote_side)side));
		if (vote->count[side] == MB_COUNT_UNKNOWN)
			mb_json_null(json);
		else
			mb_json_int(json, vote->count[side]);
	}
	put(json, "result", mb_str_of(mb_vote_result_name(vote->result)));
	mb_json_key(json, "names");
	mb_json_object(json);
	for (int side = 0; side < MB_VOTE_SIDES; side++) {
		mb_json_key(json, mb_vote_side_name((enum mb_vote_side)side));
		mb_json_array(json);
		for (size_t i = 0; i < vote->n_names[side]; i++)
			mb_json_string(json, vote->names[side][i]);
		mb_json_end(json);
	}
	mb_json_end(json);
	mb_json_end(json);
}

static void write_item(struct mb_json *json, const struct mb_item *item)
{
	mb_json_object(json);
	put(json, "number", item->number);
	put(json, "title", item->title);
	put(json, "lead", item->lead);
	put_number(json, "duration_minutes", item->duration_minutes);
	put_number(json, "line", item->line);
	put_number(json, "page", item->page);
	put_flag(json, "boilerplate", item->is_boilerplate);
	mb_json_key(json, "paragraphs");
	mb_json_array(json);
	for (size_t i = 0; i < item->n_paragraphs; i++)
		write_paragraph(json, &item->paragraphs[i]);
	mb_json_end(json);
	mb_json_key(json, "votes");
	mb_json_array(json);
	for (size_t i = 0; i < item->n_votes; i++)
		write_vote(json, &item->votes[i]);
	mb_json_end(json);
	mb_json_key(json, "documents");
	mb_json_array(json);
	for (size_t i = 0; i < item->n_documents; i++) {
		mb_json_object(json);
		put(json, "title", item->documents[i].title);
		put(json, "href", item->documents[i].href);
		mb_json_end(json);
	}
	mb_json_end(json);
	mb_json_end(json);
}

void mb_doc_write(struct mb_json *json, const struct mb_doc *doc)
{
	mb_json_object(json);
	mb_json_key(json, "format_version");
	mb_json_int(json, RECORD_VERSION);
	put(json, "path", doc->path);
	put(json, "format", mb_str_of(mb_format_name(doc->format)));
	put(json, "kind", mb_str_of(mb_doc_kind_name(doc->kind)));
	put(json, "title", doc->title);
	put(json, "url", doc->url);
	put(json, "charset", doc->charset);
	put(json, "language", doc->language);
	write_meeting(json, &doc->meeting);
	write_attendance(json, doc);
	mb_json_key(json, "items");
	mb_json_array(json);
	for (size_t i = 0; i < doc->n_items; i++)
		write_item(json, &doc->items[i]);
	mb_json_end(json);
	mb_json_key(json, "problems");
	mb_json_array(json);
	for (size_t i = 0; i < doc->n_problems; i++) {
		mb_json_object(json);
		put_number(json, "line", doc->problems[i].line);
		put(json, "what", doc->problems[i].what);
		mb_json_end(json);
	}
	mb_json_end(json);
	mb_json_end(json);
}
