#include "coverage_filter.h"

#include <string.h>

#include "minutebook/namematch.h"
#include "minutebook/text.h"

static bool is_of_days(const struct field *field)
{
	return field->sql && !strcmp(field->sql, "m.date");
}

static bool is_of_meetings(const struct field *field)
{
	return is_of_days(field) || !strcmp(field->name, "council") ||
	       !strcmp(field->name, "committee");
}

int coverage_filter_check(const struct query *query, struct mb_err *err)
{
	const struct field *wrong = NULL;

	for (size_t i = 0; i < query->n_filters && !wrong; i++)
		if (!is_of_meetings(query->filters[i]->field))
			wrong = query->filters[i]->field;
	if (!query->tree && !wrong)
		return MB_OK;
	return mb_fail(err, MB_EUSAGE,
		       "'--coverage' is of whole meetings, and takes no %s%s: "
		       "say council:, committee:, year:, since: or until:",
		       query->tree ? "words" : wrong->name,
		       query->tree ? "" : ":");
}

static bool has_words(struct mb_str text, const struct filter_value *value,
		      bool *has_failed)
{
	struct mb_buf folded = MB_BUF_INIT, wanted = MB_BUF_INIT;
	bool is_there;

	mb_fold(&folded, text);
	mb_fold(&wanted, value->text);
	is_there = mb_name_matches(mb_buf_str(&folded), mb_buf_str(&wanted),
				   value->is_prefix);
	*has_failed |= folded.has_failed || wanted.has_failed;
	mb_buf_release(&folded);
	mb_buf_release(&wanted);
	return is_there;
}

static bool has_day(const struct coverage_of *what,
		    const struct date_range *range)
{
	return mb_date_is_known(what->first) &&
	       (!mb_date_is_known(range->first) ||
		mb_date_compare(what->last, range->first) >= 0) &&
	       (!mb_date_is_known(range->last) ||
		mb_date_compare(what->first, range->last) <= 0);
}

static bool fits_one(const struct filter *filter,
		     const struct coverage_of *what, bool *has_failed)
{
	bool is_council = !strcmp(filter->field->name, "council");

	for (size_t i = 0; i < filter->n_values; i++) {
		const struct filter_value *value = &filter->values[i];
		bool fits =
		    is_of_days(filter->field)
			? has_day(what, &value->range)
			: has_words(is_council ? what->council : what->body,
				    value, has_failed);

		if (fits)
			return true;
	}
	return false;
}

bool coverage_filter_fits(const struct query *query,
			  const struct coverage_of *what, bool *has_failed)
{
	for (size_t i = 0; i < query->n_filters; i++)
		if (fits_one(query->filters[i], what, has_failed) ==
		    query->filters[i]->is_negated)
			return false;
	return true;
}
