#include "kind.h"

#include "line_next.h"
#include "minutebook/text.h"
#include "motions.h"
#include "speakers.h"
#include "votes.h"
#include "words.h"

/* "Motion No. 22/17 in the name of Cllr. Finch:", and then its words. */
static bool quotes_motion(struct mb_str text)
{
	struct mb_str line = mb_str_cut(text, '\n').head;

	return mb_str_find_nocase(line, MB_STR("motion")) != MB_STR_NONE &&
	       mb_str_find(line, MB_STR(" in the name of ")) != MB_STR_NONE &&
	       line_ends_in(line, ':');
}

/* Whether @text is a quotation, or begins one and says what it moves. */
static bool quotes_words_of_motion(struct mb_str text)
{
	static const char *const first[] = { "i", "in", "that", "this" };
	struct line_words line = line_words_of(text);
	uint32_t last = mb_utf8_last(text);

	if (!line_begins_quote(text) || line.n == 0)
		return false;
	return last == '"' || last == 0x201D || last == 0x2019 ||
	       WORDS_HAS(first, line.at[0].text);
}

/* "To consider the report", "I will ask": why the item is on the agenda. */
static bool states_purpose(const struct paragraphs *p, struct mb_str text)
{
	static const char *const openings[] = {
		"I will ask",    "I will move", "I will be asking",
		"I wish to ask", "I move at",   "I move that"
	};
	struct mb_str rest = text;
	uint32_t c = 0;

	if (quotes_motion(text))
		return true;
	if (mb_str_find_nocase(p->item->title, MB_STR("motion")) !=
		MB_STR_NONE &&
	    quotes_words_of_motion(text))
		return true;
	while (mb_utf8_next(&rest, &c) && !mb_is_letter(c))
		text = rest; /* a quotation mark */
	if (mb_str_starts(text, MB_STR("I will move at the next ")) ||
	    mb_str_starts(text, MB_STR("I move at the next ")))
		return true; /* one of several motions */
	if (p->item->n_paragraphs > 0)
		return false;
	for (size_t i = 0; i < sizeof(openings) / sizeof(*openings); i++)
		if (mb_str_starts(text, mb_str_of(openings[i])))
			return true;
	if ((mb_str_starts_nocase(p->item->title, MB_STR("notice of motion")) ||
	     mb_str_starts_nocase(p->item->title, MB_STR("motion"))) &&
	    mb_str_starts(text, MB_STR("That ")))
		return true;
	return mb_str_starts(text, MB_STR("To ")) && text.len > 3 &&
	       mb_is_lower(text.ptr[3]) &&
	       !mb_str_starts(text, MB_STR("To be ")) &&
	       mb_str_find_nocase(text, MB_STR("resolved")) == MB_STR_NONE;
}

enum mb_paragraph_kind kind_of(const struct paragraphs *p, struct mb_str text)
{
	struct mb_speaker speaker;

	if (p->is_vote)
		return MB_PARAGRAPH_VOTE;
	if (p->is_resolution && p->section == SECTION_NONE)
		return MB_PARAGRAPH_DECISION;
	switch (p->section) {
	case SECTION_AGENDA:
		return MB_PARAGRAPH_AGENDA;
	case SECTION_DECISION:
		return MB_PARAGRAPH_DECISION;
	default:
		break;
	}
	if (p->outline->is_agenda)
		return MB_PARAGRAPH_AGENDA;
	if (p->section == SECTION_NONE && states_purpose(p, text))
		return MB_PARAGRAPH_AGENDA;
	if (motion_begins_resolution(text))
		return MB_PARAGRAPH_DECISION;
	if (vote_is_told(text) && !speaker_find(text, NULL, &speaker))
		return MB_PARAGRAPH_VOTE;
	return motion_is_decision(text) ? MB_PARAGRAPH_DECISION
					: MB_PARAGRAPH_MINUTE;
}
