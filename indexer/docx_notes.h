/*
 * docx_notes.h - the footnotes and endnotes of a Word file
 *
 * They stand in files of their own, and the text refers to them by number.
 */
#ifndef INDEXER_DOCX_NOTES_H
#define INDEXER_DOCX_NOTES_H

#include "minutebook/arena.h"
#include "minutebook/err.h"

/* More of them are left out. */
#define DOCX_MAX_NOTES 10000

struct docx_note {
	int id;
	struct mb_str text;
};

struct docx_notes {
	struct docx_note *items;
	size_t n, capacity;
};

/*
 * Reads footnotes.xml or endnotes.xml, perhaps empty; a broken one is used as
 * far as it goes.  Fails with MB_ENOMEM.
 */
int docx_notes_read(struct mb_str xml, struct mb_arena *arena,
		    struct docx_notes *out, struct mb_err *err);

/* The text of note @id; empty when there is none. */
struct mb_str docx_note(const struct docx_notes *notes, int id);

#endif
