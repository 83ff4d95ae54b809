/*
 * docx_roles.h - what an element of a Word file does to the text in it
 */
#ifndef INDEXER_DOCX_ROLES_H
#define INDEXER_DOCX_ROLES_H

/* Properties and signs stand together: their order is relied on. */
enum docx_role {
	DOCX_NONE,
	DOCX_SKIP,
	DOCX_PARAGRAPH,
	DOCX_PARAGRAPH_PROPERTIES,
	DOCX_RUN,
	DOCX_RUN_PROPERTIES,
	DOCX_TEXT,
	DOCX_STYLE,
	DOCX_RUN_STYLE,
	DOCX_LIST,
	DOCX_LEVEL,
	DOCX_OUTLINE,
	DOCX_BOLD,
	DOCX_HIDDEN,
	DOCX_TAB,
	DOCX_BREAK,
	DOCX_HYPHEN,
	DOCX_SYMBOL,
	DOCX_PAGE,
	DOCX_BOX,
	DOCX_TABLE,
	DOCX_ROW,
	DOCX_CELL,
	DOCX_CONTROL,
	DOCX_GALLERY,
	DOCX_FOOTNOTE,
	DOCX_ENDNOTE
};

/* The role of an element by its name ("w:p"). */
enum docx_role docx_role_of(const char *name);

#endif
