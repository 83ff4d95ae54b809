#include "docx_notes.h"

#include <string.h>

#include "minutebook/buf.h"
#include "xml.h"

struct reader {
	struct docx_notes *out;
	struct mb_arena *arena;
	struct mb_buf text;
	int id;
	bool is_in_note, is_in_text, has_failed;
};

static bool is_note(const char *name)
{
	return !strcmp(name, "w:footnote") || !strcmp(name, "w:endnote");
}

static void on_open(void *user, const char *name,
		    const struct xml_attributes *attributes)
{
	struct reader *r = user;

	if (is_note(name)) {
		/* the lines between text and notes are notes of a type */
		r->is_in_note = xml_attribute(attributes, "w:type").len == 0;
		r->id = (int)xml_number(attributes, "w:id", 99999999, -1);
		mb_buf_truncate(&r->text, 0);
	} else if (!strcmp(name, "w:t")) {
		r->is_in_text = true;
	} else if (!strcmp(name, "w:p") || !strcmp(name, "w:tab") ||
		   !strcmp(name, "w:br")) {
		mb_buf_add_char(&r->text, ' ');
	}
}

static void add_note(struct reader *r)
{
	struct docx_notes *out = r->out;
	struct docx_note *moved;

	if (!r->is_in_note || out->n == DOCX_MAX_NOTES)
		return;
	moved = mb_arena_grow(r->arena, out->items, out->n, &out->capacity,
			      sizeof(*moved));
	if (!moved) {
		r->has_failed = true;
		return;
	}
	out->items = moved;
	moved = &out->items[out->n++];
	moved->id = r->id;
	if (mb_arena_copy(r->arena, mb_str_trim(mb_buf_str(&r->text)),
			  &moved->text, NULL) != MB_OK)
		r->has_failed = true;
}

static void on_close(void *user, const char *name)
{
	struct reader *r = user;

	if (!strcmp(name, "w:t"))
		r->is_in_text = false;
	else if (is_note(name))
		add_note(r);
}

static void on_text(void *user, struct mb_str text)
{
	struct reader *r = user;

	if (r->is_in_note && r->is_in_text)
		mb_buf_add(&r->text, text);
}

int docx_notes_read(struct mb_str xml, struct mb_arena *arena,
		    struct docx_notes *out, struct mb_err *err)
{
	static const struct xml_handler handler = { on_open, on_close,
						    on_text };
	struct reader r = { .out = out, .arena = arena };
	int rc = MB_OK;

	*out = (struct docx_notes){ .items = NULL };
	if (xml.len > 0)
		rc = xml_parse(xml, &handler, &r, NULL);
	r.has_failed |= r.text.has_failed || rc == MB_ENOMEM;
	mb_buf_release(&r.text);
	return r.has_failed ? mb_fail_nomem(err) : MB_OK;
}

struct mb_str docx_note(const struct docx_notes *notes, int id)
{
	for (size_t i = 0; i < notes->n; i++)
		if (notes->items[i].id == id)
			return notes->items[i].text;
	return (struct mb_str){ NULL, 0 };
}
