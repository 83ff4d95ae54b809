/*
 * speakers_welsh.h - who speaks in a Welsh sentence, whose verb comes first
 *
 *	Adroddodd y Clerc fod ...		y Clerc
 *	Gofynnodd y Cyng. Siân Puw a ...	Cyng. Siân Puw
 */
#ifndef INDEXER_SPEAKERS_WELSH_H
#define INDEXER_SPEAKERS_WELSH_H

#include "names.h"

/* Whether a person or an office opens @p and reports; then who. */
bool speaker_find_welsh(const struct phrase *p, struct mb_speaker *out);

#endif
