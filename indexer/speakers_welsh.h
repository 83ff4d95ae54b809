/*
 * speakers_welsh.h - who opens a Welsh paragraph and reports
 *
 * In Welsh the verb comes first, and the subject follows it:
 *
 *	Gofynnodd y Cynghorydd Siwan Ellis a fyddai ...
 *	Cyflwynodd Pennaeth y Gwasanaethau Diwylliannol yr adroddiad ...
 *	Nododd y Cadeirydd fod ...
 *
 * Nobody speaks where a body does ("Nododd y Pwyllgor"), two together, or
 * nobody by name ("Gofynnodd aelod").
 */
#ifndef INDEXER_SPEAKERS_WELSH_H
#define INDEXER_SPEAKERS_WELSH_H

#include "names.h"

/* Fills @out when the paragraph @p has a speaker; views into its text. */
bool speaker_find_welsh(const struct phrase *p, struct mb_speaker *out);

#endif
