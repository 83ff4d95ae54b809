/*
 * score.h - how much an agenda item says about a query
 *
 * Divergence from randomness, model In_expB2 without a parameter to tune (G.
 * Amati, C. J. van Rijsbergen, "Probabilistic models of information retrieval
 * based on measuring the divergence from randomness", ACM TOIS 20(4), 2002;
 * the second normalisation with c = 1):
 *
 *	tfn    = f * log2(1 + avgL / L)
 *	ne     = N * (1 - ((N - 1) / N)^F)
 *	score += w * (F + 1) / (n * (tfn + 1)) * tfn * log2((N + 1) / (ne + 0.5))
 *
 * f and L are an item's: how often the word stands in it, and its length,
 * with a title's words counted SCORE_TITLE_WEIGHT times.  n items have the
 * word, F times in all; N items have avgL words on average.  All spellings of
 * a word are one word here.
 */
#ifndef QUERY_SCORE_H
#define QUERY_SCORE_H

#include <stdint.h>

#define SCORE_TITLE_WEIGHT 3

/* What the whole collection knows of one word. */
struct score_word {
	double n_items;   /* n */
	double frequency; /* F */
	double weight;    /* w: how often it was asked for */
};

struct score_collection {
	double n_items;        /* N */
	double average_length; /* avgL */
};

/* The word's factor that does not depend on the item. */
double score_factor(const struct score_word *word,
		    const struct score_collection *collection);

/* What a word adds to the score of an item of that @length. */
double score_term(double factor, double frequency, double length,
		  const struct score_collection *collection);

#endif
