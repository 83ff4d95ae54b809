#include "rtf_state.h"

/* More bytes that stand in for a character are not believed. */
#define MAX_FALLBACK 16

#define MAX_LIST_LEVEL 8

static long within(long number, long max)
{
	if (number < 0)
		return 0;
	return number < max ? number : max;
}

/* Levels are counted from 0; 9 is text. */
static uint8_t heading_level(long number)
{
	return number < 0 || number > 8 ? 0 : (uint8_t)within(number + 1, 6);
}

void rtf_state_set(struct rtf_state *state, enum rtf_action action, long number)
{
	switch (action) {
	case RTF_NEW_PARAGRAPH:
		state->is_in_table = false;
		state->heading_level = 0;
		state->list_level = 0;
		break;
	case RTF_NEW_TEXT:
		state->is_bold = state->is_hidden = state->is_deleted = false;
		break;
	case RTF_BOLD:
		state->is_bold = number != 0;
		break;
	case RTF_HIDDEN:
		state->is_hidden = number != 0;
		break;
	case RTF_DELETED:
		state->is_deleted = number != 0;
		break;
	case RTF_IN_TABLE:
		state->is_in_table = true;
		break;
	case RTF_HEADING:
		state->heading_level = heading_level(number);
		break;
	case RTF_LIST_LEVEL:
		state->list_level = (uint16_t)within(number, MAX_LIST_LEVEL);
		break;
	case RTF_FALLBACK:
		state->n_fallback = (size_t)within(number, MAX_FALLBACK);
		break;
	default:
		break;
	}
}

void rtf_state_send(struct rtf_state *state, enum rtf_target target)
{
	bool is_title = target == RTF_TO_TITLE;

	if (state->target == RTF_TO_INFO)
		state->target = is_title ? target : RTF_TO_INFO;
	else if (state->target == RTF_TO_TEXT && !is_title)
		state->target = target;
	else
		state->target = RTF_TO_NOTHING;
}
