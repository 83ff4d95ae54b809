/*
 * apart.h - one word that some people write as two
 *
 *	antiracism	"anti racism", where some paragraph has anti-racism,
 *			or has both words
 *	percent		"per cent"
 *	covid19		"covid 19"
 *	coprod*		"co prod..."
 */
#ifndef QUERY_APART_H
#define QUERY_APART_H

#include "variants.h"

/*
 * Adds each way in which the vocabulary has @word apart; and the other words
 * of its stem, unless @is_exact.
 */
void apart_add(struct building *b, struct mb_str word, bool is_exact);

/*
 * Adds the two words that @word runs together, where the archive knows both
 * of them: any two when it does not know @word itself, else only behind
 * "anti", "co" and their like, which are written in both ways everywhere.
 */
void apart_add_halves(struct building *b, struct mb_str word, bool is_exact);

/* Adds the spellings that no hyphen ever gives away. */
void apart_add_known(struct building *b, struct mb_str word);

/* Adds letters and digits that follow each other as two words. */
void apart_add_digits(struct building *b, struct mb_str word);

/* Adds the ways in which words that begin with @start are apart. */
void apart_add_prefix(struct building *b, struct mb_str start);

#endif
