#include "docx_roles.h"

#include <stddef.h>
#include <string.h>

enum docx_role docx_role_of(const char *name)
{
	static const struct {
		const char *name;
		enum docx_role role;
	} roles[] = {
		{ "w:t", DOCX_TEXT },
		{ "w:r", DOCX_RUN },
		{ "w:p", DOCX_PARAGRAPH },
		{ "w:rPr", DOCX_RUN_PROPERTIES },
		{ "w:pPr", DOCX_PARAGRAPH_PROPERTIES },
		{ "w:b", DOCX_BOLD },
		{ "w:pStyle", DOCX_STYLE },
		{ "w:rStyle", DOCX_RUN_STYLE },
		{ "w:numId", DOCX_LIST },
		{ "w:ilvl", DOCX_LEVEL },
		{ "w:outlineLvl", DOCX_OUTLINE },
		{ "w:vanish", DOCX_HIDDEN },
		{ "w:tab", DOCX_TAB },
		{ "w:br", DOCX_BREAK },
		{ "w:cr", DOCX_BREAK },
		{ "w:noBreakHyphen", DOCX_HYPHEN },
		{ "w:sym", DOCX_SYMBOL },
		{ "w:lastRenderedPageBreak", DOCX_PAGE },
		{ "w:tbl", DOCX_TABLE },
		{ "w:tr", DOCX_ROW },
		{ "w:tc", DOCX_CELL },
		{ "w:txbxContent", DOCX_BOX },
		{ "w:sdt", DOCX_CONTROL },
		{ "w:docPartGallery", DOCX_GALLERY },
		{ "w:footnoteReference", DOCX_FOOTNOTE },
		{ "w:endnoteReference", DOCX_ENDNOTE },
		{ "w:del", DOCX_SKIP },
		{ "w:moveFrom", DOCX_SKIP },
		{ "w:pPrChange", DOCX_SKIP },
		{ "w:rPrChange", DOCX_SKIP },
		{ "mc:Fallback", DOCX_SKIP },
	};

	for (size_t i = 0; i < sizeof(roles) / sizeof(*roles); i++)
		if (!strcmp(name, roles[i].name))
			return roles[i].role;
	return DOCX_NONE;
}
