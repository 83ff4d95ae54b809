#include "score.h"

#include <math.h>

double score_factor(const struct score_word *word,
		    const struct score_collection *collection)
{
	double n = collection->n_items > 1 ? collection->n_items : 1;
	double expected;

	if (word->n_items <= 0)
		return 0;
	expected = n * (1 - pow((n - 1) / n, word->frequency));
	return word->weight * (word->frequency + 1) / word->n_items *
	       log2((n + 1) / (expected + 0.5));
}

double score_term(double factor, double frequency, double length,
		  const struct score_collection *collection)
{
	double normal;

	if (frequency <= 0 || length <= 0)
		return 0;
	normal = frequency * log2(1 + collection->average_length / length);
	return factor * normal / (normal + 1);
}
