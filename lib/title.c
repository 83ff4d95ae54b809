#include "title.h"

#include <stdlib.h>
#include <string.h>

#define MEMBER MB_RANK_MEMBER
#define PLAIN MB_RANK_PLAIN

/* Sorted, for bsearch.  Keys have no signs: "tacc" is "T/ACC". */
static const struct title titles[] = {
	{ "acc", PLAIN, MB_SEX_UNKNOWN, false },
	{ "acfo", PLAIN, MB_SEX_UNKNOWN, false },
	{ "acso", PLAIN, MB_SEX_UNKNOWN, false },
	{ "ald", MEMBER, MB_SEX_UNKNOWN, false },
	{ "alderman", MEMBER, MB_SEX_UNKNOWN, false },
	{ "alderwoman", MEMBER, MB_SEX_FEMALE, false },
	{ "bailie", MEMBER, MB_SEX_UNKNOWN, false },
	{ "baron", 0, MB_SEX_MALE, false },
	{ "baroness", 0, MB_SEX_FEMALE, false },
	{ "brigadier", PLAIN, MB_SEX_UNKNOWN, false },
	{ "canon", PLAIN, MB_SEX_UNKNOWN, false },
	{ "capt", PLAIN, MB_SEX_UNKNOWN, false },
	{ "captain", PLAIN, MB_SEX_UNKNOWN, false },
	{ "chair", MEMBER, MB_SEX_UNKNOWN, true },
	{ "chairman", MEMBER, MB_SEX_UNKNOWN, true },
	{ "cllr", MEMBER, MB_SEX_UNKNOWN, false },
	{ "cllrs", MEMBER, MB_SEX_UNKNOWN, false },
	{ "clr", MEMBER, MB_SEX_UNKNOWN, false },
	{ "cmdr", PLAIN, MB_SEX_UNKNOWN, false },
	{ "cmhlr", MEMBER, MB_SEX_UNKNOWN, false },
	{ "col", PLAIN, MB_SEX_UNKNOWN, false },
	{ "colonel", PLAIN, MB_SEX_UNKNOWN, false },
	{ "comhairleoir", MEMBER, MB_SEX_UNKNOWN, false },
	{ "commander", PLAIN, MB_SEX_UNKNOWN, true },
	{ "commissioner", 0, MB_SEX_UNKNOWN, true },
	{ "constable", PLAIN, MB_SEX_UNKNOWN, false },
	{ "councillior", MEMBER, MB_SEX_UNKNOWN, false },
	{ "councillor", MEMBER, MB_SEX_UNKNOWN, false },
	{ "councillors", MEMBER, MB_SEX_UNKNOWN, false },
	{ "councilman", MEMBER, MB_SEX_MALE, false },
	{ "councilmember", MEMBER, MB_SEX_UNKNOWN, false },
	{ "councilor", MEMBER, MB_SEX_UNKNOWN, false },
	{ "councilwoman", MEMBER, MB_SEX_FEMALE, false },
	{ "cr", MEMBER, MB_SEX_UNKNOWN, false },
	{ "crs", MEMBER, MB_SEX_UNKNOWN, false },
	{ "cso", PLAIN, MB_SEX_UNKNOWN, false },
	{ "cyng", MEMBER, MB_SEX_UNKNOWN, false },
	{ "cynghorydd", MEMBER, MB_SEX_UNKNOWN, false },
	{ "dame", 0, MB_SEX_FEMALE, false },
	{ "dcc", PLAIN, MB_SEX_UNKNOWN, false },
	{ "dcfo", PLAIN, MB_SEX_UNKNOWN, false },
	{ "dci", PLAIN, MB_SEX_UNKNOWN, false },
	{ "dean", PLAIN, MB_SEX_UNKNOWN, true },
	{ "doctor", 0, MB_SEX_UNKNOWN, false },
	{ "dr", 0, MB_SEX_UNKNOWN, false },
	{ "father", PLAIN, MB_SEX_MALE, false },
	{ "fr", PLAIN, MB_SEX_UNKNOWN, false },
	{ "hon", 0, MB_SEX_UNKNOWN, false },
	{ "insp", PLAIN, MB_SEX_UNKNOWN, false },
	{ "inspector", PLAIN, MB_SEX_UNKNOWN, false },
	{ "judge", PLAIN, MB_SEX_UNKNOWN, true },
	{ "lady", 0, MB_SEX_FEMALE, false },
	{ "legislator", MEMBER, MB_SEX_UNKNOWN, false },
	{ "lieutenant", PLAIN, MB_SEX_UNKNOWN, false },
	{ "lord", 0, MB_SEX_MALE, false },
	{ "lt", PLAIN, MB_SEX_UNKNOWN, false },
	{ "madam", 0, MB_SEX_FEMALE, false },
	{ "major", 0, MB_SEX_UNKNOWN, false },
	{ "mayor", MEMBER, MB_SEX_UNKNOWN, true },
	{ "miss", PLAIN, MB_SEX_FEMALE, false },
	{ "mr", PLAIN, MB_SEX_MALE, false },
	{ "mrs", PLAIN, MB_SEX_FEMALE, false },
	{ "ms", PLAIN, MB_SEX_FEMALE, false },
	{ "mx", PLAIN, MB_SEX_UNKNOWN, false },
	{ "pc", PLAIN, MB_SEX_UNKNOWN, false },
	{ "pcso", PLAIN, MB_SEX_UNKNOWN, false },
	{ "prof", 0, MB_SEX_UNKNOWN, false },
	{ "professor", 0, MB_SEX_UNKNOWN, false },
	{ "provost", MEMBER, MB_SEX_UNKNOWN, true },
	{ "rev", 0, MB_SEX_UNKNOWN, false },
	{ "revd", 0, MB_SEX_UNKNOWN, false },
	{ "reverend", 0, MB_SEX_UNKNOWN, false },
	{ "rt", 0, MB_SEX_UNKNOWN, false },
	{ "selectman", MEMBER, MB_SEX_UNKNOWN, false },
	{ "selectwoman", MEMBER, MB_SEX_FEMALE, false },
	{ "sergeant", PLAIN, MB_SEX_UNKNOWN, false },
	{ "sgt", PLAIN, MB_SEX_UNKNOWN, false },
	{ "sir", 0, MB_SEX_MALE, false },
	{ "sister", PLAIN, MB_SEX_FEMALE, false },
	{ "superintendent", PLAIN, MB_SEX_UNKNOWN, false },
	{ "supervisor", MEMBER, MB_SEX_UNKNOWN, false },
	{ "supt", PLAIN, MB_SEX_UNKNOWN, false },
	{ "tacc", PLAIN, MB_SEX_UNKNOWN, false },
	{ "tdcc", PLAIN, MB_SEX_UNKNOWN, false },
	{ "trustee", MEMBER, MB_SEX_UNKNOWN, false },
};

static int compare_title(const void *key, const void *element)
{
	const struct mb_str *word = key;
	const struct title *title = element;

	return mb_str_compare(*word, mb_str_of(title->word));
}

const struct title *mb_title_find(struct mb_str word)
{
	return bsearch(&word, titles, sizeof(titles) / sizeof(*titles),
		       sizeof(*titles), compare_title);
}

static bool is_among(struct mb_str word, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (mb_str_equal_nocase(word, mb_str_of(list[i])))
			return true;
	return false;
}

#define IS_AMONG(word, list) \
	is_among(word, list, sizeof(list) / sizeof(*(list)))

bool mb_title_is_qualifier(struct mb_str word)
{
	static const char *const list[] = {
		"acting",   "assistant", "borough",   "chief",      "city",
		"county",   "deputy",    "detective", "district",   "former",
		"honorary", "parish",    "police",    "right",      "the",
		"town",     "vice",      "ward",      "worshipful",
	};

	return IS_AMONG(word, list);
}

bool mb_title_is_suffix(struct mb_str word)
{
	static const char *const list[] = {
		"ba",  "bem", "bsc", "cb",     "cbe", "cmg", "cvo", "dbe",
		"dl",  "dso", "frs", "gbe",    "jnr", "jp",  "jr",  "junior",
		"kbe", "kc",  "ma",  "mbe",    "md",  "mep", "mp",  "ms",
		"msc", "msp", "obe", "phd",    "qc",  "qpm", "rn",  "snr",
		"sr",  "td",  "tc",  "senior",
	};

	return IS_AMONG(word, list);
}

bool mb_title_is_particle(struct mb_str word)
{
	static const char *const list[] = {
		"ab",    "af",    "ap",   "av",  "da",  "dal", "de",
		"del",   "della", "den",  "der", "di",  "dos", "du",
		"el",    "ferch", "fitz", "la",  "le",  "mac", "mc",
		"ni",    "nic",   "o",    "st",  "ten", "ter", "van",
		"verch", "vom",   "von",  "y",   "zu",
	};

	return IS_AMONG(word, list);
}

bool mb_title_is_of_vote(struct mb_str word)
{
	static const char *const list[] = {
		"abstain",     "abstained", "abstaining", "abstention",
		"abstentions", "against",   "amendment",  "carried",
		"defeated",    "for",       "lost",       "motion",
		"the",         "voted",
	};

	return IS_AMONG(word, list);
}

bool mb_title_is_behind(struct mb_str word)
{
	static const char *const list[] = {
		"chair",        "chairman",        "chairperson",
		"chairwoman",   "clerk",           "vicechair",
		"vicechairman", "vicechairperson", "vicechairwoman",
	};

	return IS_AMONG(word, list);
}
