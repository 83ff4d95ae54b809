#include "sections.h"

#include "titles.h"

enum section section_of_label(struct mb_str text)
{
	static const struct {
		const char *label;
		enum section section;
	} labels[] = {
		{ "minutes", SECTION_MINUTES },
		{ "cofnodion", SECTION_MINUTES },
		{ "decision", SECTION_DECISION },
		{ "decisions", SECTION_DECISION },
		{ "penderfyniad", SECTION_DECISION },
		{ "purpose", SECTION_AGENDA },
		{ "description", SECTION_AGENDA },
		{ "content", SECTION_AGENDA },
		{ "reason for the decision", SECTION_MINUTES },
		{ "reason for decision", SECTION_MINUTES },
		{ "reasons for decision", SECTION_MINUTES },
		{ "reasons for the decision", SECTION_MINUTES },
		{ "alternative options considered", SECTION_MINUTES },
		{ "additional documents", SECTION_DOCUMENTS },
		{ "supporting documents", SECTION_DOCUMENTS },
		{ "accompanying documents", SECTION_DOCUMENTS },
		{ "background documents", SECTION_DOCUMENTS },
		{ "background papers", SECTION_DOCUMENTS },
		{ "attachments", SECTION_DOCUMENTS },
		{ "downloads", SECTION_DOCUMENTS },
		{ "related documents", SECTION_DOCUMENTS },
		{ "related downloads", SECTION_DOCUMENTS },
		{ "related links", SECTION_DOCUMENTS },
	};

	text = title_trim(text);
	for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++)
		if (mb_str_equal_nocase(text, mb_str_of(labels[i].label)))
			return labels[i].section;
	return SECTION_NONE;
}

enum mb_doc_kind section_page_kind(struct mb_str page_title, bool *is_agenda)
{
	static const struct {
		const char *begins;
		enum mb_doc_kind kind;
	} pages[] = {
		{ "agenda item", MB_DOC_ITEM },
		{ "decision", MB_DOC_DECISION },
		{ "attendance", MB_DOC_ATTENDANCE },
		{ "meeting attendance", MB_DOC_ATTENDANCE },
		{ "browse", MB_DOC_LIST },
		{ "committee", MB_DOC_LIST },
		{ "councillor", MB_DOC_LIST },
		{ "agenda", MB_DOC_MEETING },
		{ "meeting", MB_DOC_MEETING },
		{ "minutes", MB_DOC_MEETING },
		{ "supplementary agenda", MB_DOC_MEETING },
		{ "issue", MB_DOC_ITEM },
	};

	*is_agenda = mb_str_equal_nocase(page_title, MB_STR("agenda"));
	for (size_t i = 0; i < sizeof(pages) / sizeof(*pages); i++)
		if (mb_str_starts_nocase(page_title,
					 mb_str_of(pages[i].begins)))
			return pages[i].kind;
	return MB_DOC_OTHER;
}
