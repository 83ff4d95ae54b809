/*
 * XML of ModernGov's web service (mgWebService.asmx): a meeting with its
 * items and those who were there.  Its elements are marked blocks, as those
 * of ModernGov's pages are; the texts in them are HTML, written by Word and
 * escaped, and become blocks as the same HTML in a page would.
 *
 * An item's elements come in any order, so that they are kept until it ends.
 * XML of any other kind is read as if it were HTML: its text comes out.
 */
#include <string.h>

#include "format.h"
#include "xml.h"

/* What is kept of an item until it ends. */
enum field {
	FIELD_NUMBER, /* as it is shown: "1." */
	FIELD_TITLE,
	FIELD_AGENDA, /* HTML */
	FIELD_DECISION,
	FIELD_MINUTES,
	FIELD_BODY, /* stands in every item, and nowhere else */
	N_FIELDS
};

struct value {
	struct mb_buf text;
	uint32_t line;
};

struct service {
	struct blocks *blocks;
	struct value fields[N_FIELDS];
	uint64_t item_id;
	struct mb_buf text;        /* of the element that is open */
	uint32_t line;             /* where that begins */
	struct mb_buf title, href; /* of a document */
	size_t first_document;     /* of the item: a block */
	bool is_known, is_in_item, is_in_document;
};

/* --- marked blocks ----------------------------------------------------- */

static struct block *add(struct service *s, enum block_mark mark,
			 struct mb_str text)
{
	return blocks_add(s->blocks, &(struct block){
					 .kind = BLOCK_PARAGRAPH,
					 .mark = mark,
					 .text = text,
					 .line = s->line,
				     });
}

/* "Venue: Town Hall" */
static void add_fact(struct service *s, const char *label)
{
	struct mb_buf fact = MB_BUF_INIT;
	struct mb_str value = mb_str_trim(mb_buf_str(&s->text));

	if (value.len > 0) {
		mb_buf_add_format(&fact, "%s: %.*s", label, MB_STR_ARG(value));
		add(s, MARK_FACT, mb_buf_str(&fact));
	}
	s->blocks->has_failed |= fact.has_failed;
	mb_buf_release(&fact);
}

/* A meeting's own "confirmed" says that it takes place, not its minutes. */
static void add_status(struct service *s)
{
	if (mb_str_starts_nocase(mb_str_trim(mb_buf_str(&s->text)),
				 MB_STR("cancel")))
		add_fact(s, "Status");
}

static void add_attendee(struct service *s, const struct xml_attributes *a)
{
	static const char *const cells[] = { "name", "roledescription",
					     "attendance" };
	size_t first = s->blocks->n;

	s->line = xml_line(a);
	for (size_t i = 0; i < sizeof(cells) / sizeof(*cells); i++)
		add(s, MARK_ATTENDEE, xml_attribute(a, cells[i]));
	blocks_make_row(s->blocks, first);
}

static void add_document(struct service *s)
{
	struct block *block =
	    add(s, MARK_DOCUMENT, mb_str_trim(mb_buf_str(&s->title)));

	if (block)
		block->href = blocks_clean(s->blocks, mb_buf_str(&s->href));
}

/* --- items ------------------------------------------------------------- */

static void add_section(struct service *s, enum field field, const char *label)
{
	struct mb_str html = mb_buf_str(&s->fields[field].text);
	uint32_t line = s->fields[field].line;

	if (mb_str_trim(html).len == 0)
		return;
	s->line = line;
	add(s, MARK_SECTION, mb_str_of(label));
	format_html_fragment(html, MARK_TEXT, line > 0 ? line - 1 : 0,
			     s->blocks);
}

static void begin_item(struct service *s)
{
	for (size_t i = 0; i < N_FIELDS; i++)
		mb_buf_truncate(&s->fields[i].text, 0);
	s->item_id = 0;
	s->is_in_item = true;
	s->first_document = s->blocks->n;
}

/*
 * The item's documents are blocks already: they are put behind its number and
 * its texts, where a page has them.
 */
static void end_item(struct service *s)
{
	struct blocks *blocks = s->blocks;
	size_t n = blocks->n - s->first_document;
	struct block *documents = MB_NEW(blocks->arena, struct block, n + 1);
	struct block *number;

	s->is_in_item = false;
	if (!documents) {
		blocks->has_failed = true;
		return;
	}
	if (n > 0)
		memcpy(documents, blocks->items + s->first_document,
		       n * sizeof(*documents));
	blocks->n = s->first_document;
	s->line = s->fields[FIELD_TITLE].line;
	add(s, MARK_BODY, mb_str_trim(mb_buf_str(&s->fields[FIELD_BODY].text)));
	number = blocks_add(
	    blocks, &(struct block){
			.kind = BLOCK_PARAGRAPH,
			.mark = MARK_ITEM_NUMBER,
			.text = mb_buf_str(&s->fields[FIELD_NUMBER].text),
			.line = s->line,
			.site_id = s->item_id,
		    });
	if (number)
		number->site_id = s->item_id;
	add(s, MARK_ITEM_TITLE, mb_buf_str(&s->fields[FIELD_TITLE].text));
	add_section(s, FIELD_AGENDA, "Description:");
	add_section(s, FIELD_DECISION, "Decision:");
	add_section(s, FIELD_MINUTES, "Minutes:");
	for (size_t i = 0; i < n; i++) {
		struct block *b = blocks_add(blocks, &documents[i]);

		if (b)
			b->href = documents[i].href;
	}
}

/* --- elements ---------------------------------------------------------- */

static void end_meeting_element(struct service *s, const char *name)
{
	struct mb_str text = mb_str_trim(mb_buf_str(&s->text));
	unsigned long id;

	if (!strcmp(name, "meetingdate"))
		add_fact(s, "Meeting date");
	else if (!strcmp(name, "meetingtime"))
		add_fact(s, "Time");
	else if (!strcmp(name, "meetinglocation"))
		add_fact(s, "Venue");
	else if (!strcmp(name, "meetingstatus"))
		add_status(s);
	else if (!strcmp(name, "committeetitle") && text.len > 0)
		add(s, MARK_BODY, text);
	else if (!strcmp(name, "meetingid") &&
		 mb_str_number(&text, 999999999, &id))
		s->blocks->page.site_meeting = id;
}

static void end_item_element(struct service *s, const char *name)
{
	static const struct {
		const char *name;
		enum field field;
	} fields[] = {
		{ "fulldisplaynumberformat", FIELD_NUMBER },
		{ "agendaitemtitle", FIELD_TITLE },
		{ "agendatext", FIELD_AGENDA },
		{ "decisionnonemptyhtmlbody", FIELD_DECISION },
		{ "minutesnonemptyhtmlbody", FIELD_MINUTES },
		{ "refertocommittee", FIELD_BODY },
	};
	struct mb_str text = mb_str_trim(mb_buf_str(&s->text));
	unsigned long id;

	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++) {
		if (strcmp(name, fields[i].name) != 0)
			continue;
		mb_buf_truncate(&s->fields[fields[i].field].text, 0);
		mb_buf_add(&s->fields[fields[i].field].text,
			   mb_buf_str(&s->text));
		s->fields[fields[i].field].line = s->line;
		return;
	}
	if (!strcmp(name, "agendaitemid") &&
	    mb_str_number(&text, 999999999, &id))
		s->item_id = id;
}

static void on_open(void *user, const char *name,
		    const struct xml_attributes *a)
{
	struct service *s = user;

	mb_buf_truncate(&s->text, 0);
	s->line = xml_line(a);
	if (!strcmp(name, "meeting") || !strcmp(name, "getmeetings"))
		s->is_known = true;
	else if (!strcmp(name, "agendaitem"))
		begin_item(s);
	else if (!strcmp(name, "attendee"))
		add_attendee(s, a);
	else if (!strcmp(name, "linkeddoc")) {
		s->is_in_document = true;
		mb_buf_truncate(&s->title, 0);
		mb_buf_truncate(&s->href, 0);
	}
}

static void end_document_element(struct service *s, const char *name)
{
	if (!strcmp(name, "linkeddoc")) {
		add_document(s);
		s->is_in_document = false;
	} else if (!strcmp(name, "title")) {
		mb_buf_add(&s->title, mb_buf_str(&s->text));
	} else if (!strcmp(name, "url")) {
		mb_buf_add(&s->href, mb_str_trim(mb_buf_str(&s->text)));
	}
}

static void on_close(void *user, const char *name)
{
	struct service *s = user;

	if (s->is_in_document)
		end_document_element(s, name);
	else if (!strcmp(name, "agendaitem"))
		end_item(s);
	else if (s->is_in_item)
		end_item_element(s, name);
	else
		end_meeting_element(s, name);
	mb_buf_truncate(&s->text, 0);
}

static void on_text(void *user, struct mb_str text)
{
	struct service *s = user;

	mb_buf_add(&s->text, text);
}

/* --- the document ------------------------------------------------------ */

static void release(struct service *s)
{
	struct mb_buf *all[] = { &s->text, &s->title, &s->href };

	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++) {
		s->blocks->has_failed |= all[i]->has_failed;
		mb_buf_release(all[i]);
	}
	for (size_t i = 0; i < N_FIELDS; i++) {
		s->blocks->has_failed |= s->fields[i].text.has_failed;
		mb_buf_release(&s->fields[i].text);
	}
}

int format_xml(const struct source *source, struct blocks *blocks,
	       struct mb_err *err)
{
	static const struct xml_handler handler = { on_open, on_close,
						    on_text };
	struct service service = { .blocks = blocks };
	struct blocks unread = *blocks;
	int rc = xml_parse(source->bytes, &handler, &service, err);

	release(&service);
	if (rc == MB_ENOMEM)
		return rc;
	if (!service.is_known) {
		*blocks = unread;
		format_html(source, blocks);
		return MB_OK;
	}
	if (rc == MB_EFORMAT && blocks->n > 0) {
		blocks->note = MB_STR("broken XML: what comes behind the last "
				      "item cannot be read");
		rc = MB_OK;
	}
	return rc;
}
