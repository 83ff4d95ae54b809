#include "stopwords.h"

/*
 * Snowball's English list (snowballstem.org), folded and sorted, without the
 * contractions that fold to other words (we'll, she'd, I'll).
 */
static const char *const stop_words[] = {
	"a",       "about",  "above",     "after",    "again",      "against",
	"all",     "am",     "an",        "and",      "any",        "are",
	"arent",   "as",     "at",        "be",       "because",    "been",
	"before",  "being",  "below",     "between",  "both",       "but",
	"by",      "cannot", "could",     "couldnt",  "did",        "didnt",
	"do",      "does",   "doesnt",    "doing",    "dont",       "down",
	"during",  "each",   "few",       "for",      "from",       "further",
	"had",     "hadnt",  "has",       "hasnt",    "have",       "havent",
	"having",  "he",     "her",       "here",     "heres",      "hers",
	"herself", "hes",    "him",       "himself",  "his",        "how",
	"hows",    "i",      "if",        "im",       "in",         "into",
	"is",      "isnt",   "it",        "its",      "itself",     "ive",
	"lets",    "me",     "more",      "most",     "mustnt",     "my",
	"myself",  "no",     "nor",       "not",      "of",         "off",
	"on",      "once",   "only",      "or",       "other",      "ought",
	"our",     "ours",   "ourselves", "out",      "over",       "own",
	"same",    "shant",  "she",       "shes",     "should",     "shouldnt",
	"so",      "some",   "such",      "than",     "that",       "thats",
	"the",     "their",  "theirs",    "them",     "themselves", "then",
	"there",   "theres", "these",     "they",     "theyd",      "theyll",
	"theyre",  "theyve", "this",      "those",    "through",    "to",
	"too",     "under",  "until",     "up",       "very",       "was",
	"wasnt",   "we",     "were",      "werent",   "weve",       "what",
	"whats",   "when",   "whens",     "where",    "wheres",     "which",
	"while",   "who",    "whom",      "whos",     "why",        "whys",
	"with",    "would",  "wouldnt",   "you",      "youd",       "youll",
	"your",    "youre",  "yours",     "yourself", "yourselves", "youve",
};

bool stopwords_have(struct mb_str folded)
{
	size_t low = 0, high = sizeof(stop_words) / sizeof(*stop_words);

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order =
		    mb_str_compare(folded, mb_str_of(stop_words[middle]));

		if (order == 0)
			return true;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return false;
}
