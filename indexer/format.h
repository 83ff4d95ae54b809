/*
 * format.h - text in some format becomes blocks
 *
 * One file per format: format_text.c, format_markdown.c, format_html.c,
 * format_pdf.c, format_docx.c, format_odt.c, format_rtf.c,
 * format_xml.c.  A new format is a function, a row in the table in format.c
 * and a magic number in sniff.c.
 */
#ifndef INDEXER_FORMAT_H
#define INDEXER_FORMAT_H

#include "blocks.h"
#include "source.h"

/*
 * Parses @source into @blocks, which are in the document's arena.  Broken
 * markup is no failure: whatever text there is comes out.  Fails with
 * MB_ENOMEM, with MB_EUNREAD for a format that is not read or needs a program
 * that is not there, and, of formats that are no text, with MB_EFORMAT for
 * broken files, MB_ELIMIT for those beyond a limit and MB_EIO.
 */
int format_parse(const struct source *source, struct blocks *blocks,
		 struct mb_err *err);

/* The parsers behind the table; failure sticks to @blocks. */
void format_text(const struct source *source, struct blocks *blocks);
void format_markdown(const struct source *source, struct blocks *blocks);
void format_html(const struct source *source, struct blocks *blocks);
void format_rtf(const struct source *source, struct blocks *blocks);
int format_pdf(const struct source *source, struct blocks *blocks,
	       struct mb_err *err);
int format_docx(const struct source *source, struct blocks *blocks,
		struct mb_err *err);
int format_odt(const struct source *source, struct blocks *blocks,
	       struct mb_err *err);

int format_xml(const struct source *source, struct blocks *blocks,
	       struct mb_err *err);

/*
 * HTML inside of another format: its blocks get @mark.  @n_lines_above stand
 * above it in the file.
 */
void format_html_fragment(struct mb_str text, enum block_mark mark,
			  uint32_t n_lines_above, struct blocks *blocks);

#endif
