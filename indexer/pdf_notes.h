/*
 * pdf_notes.h - who is to act, in a column of its own
 *
 *	He would ask the quarry for a notice
 *	at the weighbridge.                       AB
 *	The invoice was awaited.                  Clerk
 *
 * Such words are no part of the line that they stand on, which may go on in
 * the next one.
 */
#ifndef INDEXER_PDF_NOTES_H
#define INDEXER_PDF_NOTES_H

#include "pdf_lines.h"

/*
 * Takes the notes off the lines of a page, which then end before them.  @left
 * is where the notes of the pages before begin, or 0, and becomes where those
 * of this page do.
 */
void pdf_notes_take(struct pdf_lines *lines, double *left);

#endif
