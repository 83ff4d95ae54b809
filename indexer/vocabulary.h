/*
 * vocabulary.h - the words by which minutes are recognised
 *
 * Domain knowledge as data: titles, offices, verbs of reporting, names of
 * routine items.  Lists of kinds of words, never of people or of one council.
 */
#ifndef INDEXER_VOCABULARY_H
#define INDEXER_VOCABULARY_H

#include <stdbool.h>

#include "minutebook/str.h"

/* What stands before a name: titles, ranks, and their plurals. */
bool is_honorific(struct mb_str word);

/* Nouns that name an office when "the" stands before them. */
bool is_office_noun(struct mb_str word);

/* What a speaker does, in the past tense of minutes. */
bool is_reporting_verb(struct mb_str word);

/* The same in the present tense, which some clerks use. */
bool is_present_verb(struct mb_str word);

/* What may stand between a speaker and the verb. */
bool is_adverb(struct mb_str word);

/* Small words inside the names of offices and bodies. */
bool is_function_word(struct mb_str word);

/* Small words inside surnames. */
bool is_particle(struct mb_str word);

/* Last words of the names of bodies, places and things: no persons. */
bool is_body_noun(struct mb_str word);

/* Months and weekdays: capitals that name nobody. */
bool is_calendar_word(struct mb_str word);

#endif
