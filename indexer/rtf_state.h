/*
 * rtf_state.h - what a group of Rich Text Format restores when it ends
 */
#ifndef INDEXER_RTF_STATE_H
#define INDEXER_RTF_STATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rtf_words.h"

struct rtf_state {
	enum rtf_target target;
	bool is_bold, is_hidden, is_deleted, is_in_table;
	uint8_t heading_level; /* 1..6; 0: no heading */
	uint16_t list_level;   /* from 0 */
	size_t n_fallback;     /* bytes that follow each \u */
};

/* Does what a word with @number says; most words change nothing here. */
void rtf_state_set(struct rtf_state *state, enum rtf_action action,
		   long number);

/* The text from here on goes to @target, unless it is left out anyway. */
void rtf_state_send(struct rtf_state *state, enum rtf_target target);

#endif
