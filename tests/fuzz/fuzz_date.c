/*
 * fuzz_date.c - dates and times in any bytes, and in queries
 */
#include "dates.h"
#include "fuzz/must.h"
#include "minutebook/date.h"

static const struct mb_date today = { 2022, 6, 15 };

static void check_date(struct mb_date date)
{
	char iso[MB_DATE_BYTES];
	struct mb_date again;

	must(mb_date_is_valid(date), "a date is one of the calendar");
	mb_date_format(date, iso);
	must(mb_date_parse_iso(mb_str_of(iso), &again) &&
		 mb_date_compare(date, again) == 0,
	     "a date can be written and read");
	again = mb_date_from_days(mb_date_to_days(date));
	must(mb_date_compare(date, again) == 0, "a date has its day");
}

static void check_found(const struct mb_date_found *found, struct mb_str text)
{
	check_date(found->date);
	must(found->start < found->end && found->end <= text.len,
	     "a date stands in the text");
	must(found->weekday >= -1 && found->weekday <= 6,
	     "a weekday is one of seven");
}

static void check_range(struct mb_str text)
{
	struct mb_err err = { .code = MB_OK };
	struct date_range range;

	if (dates_parse(text, today, &range, &err) != MB_OK) {
		must_be_told(&err, 1u << -MB_EUSAGE, 0);
		return;
	}
	if (mb_date_is_known(range.first))
		check_date(range.first);
	if (mb_date_is_known(range.last))
		check_date(range.last);
	must(!mb_date_is_known(range.first) || !mb_date_is_known(range.last) ||
		 mb_date_compare(range.first, range.last) <= 0,
	     "a range begins before it ends");
}

static void check_time(struct mb_str text)
{
	struct mb_time time;
	char out[MB_TIME_BYTES];

	if (!mb_time_find(text, &time))
		return;
	must(time.hour < 24 && time.minute < 60, "a time is one of the day");
	mb_time_format(time, out);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct mb_str text = { (const char *)bytes, n };
	struct mb_date_found found;
	struct mb_date iso;

	if (mb_date_find(text, &found))
		check_found(&found, text);
	for (int hint = 0; hint <= 2019; hint += 2019)
		if (mb_date_find_in_name(text, hint, &found))
			check_found(&found, text);
	if (mb_date_parse_iso(text, &iso))
		check_date(iso);
	check_time(text);
	check_range(text);
	return 0;
}
