#include "date_names.h"

#include "minutebook/date.h"
#include "minutebook/nearest.h"

struct name {
	const char *word; /* lower case, without accents */
	int value;
};

static const struct name months[] = {
	{ "january", 1 },   { "jan", 1 },       { "ionawr", 1 },
	{ "february", 2 },  { "feb", 2 },       { "chwefror", 2 },
	{ "march", 3 },     { "mar", 3 },       { "mawrth", 3 },
	{ "april", 4 },     { "apr", 4 },       { "ebrill", 4 },
	{ "may", 5 },       { "mai", 5 },       { "fai", 5 },
	{ "june", 6 },      { "jun", 6 },       { "mehefin", 6 },
	{ "july", 7 },      { "jul", 7 },       { "gorffennaf", 7 },
	{ "august", 8 },    { "aug", 8 },       { "awst", 8 },
	{ "september", 9 }, { "sept", 9 },      { "sep", 9 },
	{ "medi", 9 },      { "october", 10 },  { "oct", 10 },
	{ "hydref", 10 },   { "november", 11 }, { "nov", 11 },
	{ "tachwedd", 11 }, { "december", 12 }, { "dec", 12 },
	{ "rhagfyr", 12 },
};

static const struct name weekdays[] = {
	{ "sunday", 0 }, { "sun", 0 },       { "monday", 1 },
	{ "mon", 1 },    { "tuesday", 2 },   { "tue", 2 },
	{ "tues", 2 },   { "wednesday", 3 }, { "wed", 3 },
	{ "weds", 3 },   { "thursday", 4 },  { "thu", 4 },
	{ "thur", 4 },   { "thurs", 4 },     { "friday", 5 },
	{ "fri", 5 },    { "saturday", 6 },  { "sat", 6 },
};

/* In Welsh a day is "dydd" and one of these. */
static const struct name welsh_days[] = {
	{ "sul", 0 }, { "llun", 1 },   { "mawrth", 2 }, { "mercher", 3 },
	{ "iau", 4 }, { "gwener", 5 }, { "sadwrn", 6 },
};

/* What makes a number the number of a day. */
static const char *const ordinals[] = {
	"st",  "nd",  "rd", "th",  "af", "il",
	"ail", "ydd", "ed", "fed", "eg", "ain"
};

static int look_up(const struct name *names, size_t n, struct mb_str word)
{
	for (size_t i = 0; i < n; i++)
		if (mb_str_equal_nocase(word, mb_str_of(names[i].word)))
			return names[i].value;
	return -1;
}

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

int mb_month_by_name(struct mb_str name)
{
	int month = look_up(months, COUNT(months), name);

	return month > 0 ? month : 0;
}

int mb_month_by_slip(struct mb_str slip)
{
	int month = 0;

	if (slip.len < 5)
		return 0;
	for (size_t i = 0; i < COUNT(months); i++) {
		struct mb_str name = mb_str_of(months[i].word);

		if (name.len >= 6 && mb_edit_distance(slip, name) == 1)
			month = months[i].value;
	}
	return month;
}

int mb_weekday_by_name(struct mb_str name)
{
	return look_up(weekdays, COUNT(weekdays), name);
}

int mb_welsh_day_by_name(struct mb_str name)
{
	return look_up(welsh_days, COUNT(welsh_days), name);
}

bool mb_is_ordinal(struct mb_str word)
{
	for (size_t i = 0; i < COUNT(ordinals); i++)
		if (mb_str_equal_nocase(word, mb_str_of(ordinals[i])))
			return true;
	return false;
}
