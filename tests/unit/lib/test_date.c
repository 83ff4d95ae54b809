#include "minutebook/date.h"

#include <string.h>

#include "support/text.h"

TestSuite(date);

static struct mb_date day_of(int year, int month, int day)
{
	return (struct mb_date){ (int16_t)year, (uint8_t)month, (uint8_t)day };
}

/* --- the calendar ------------------------------------------------------ */

Test(date, knows_the_gregorian_calendar)
{
	const struct {
		int year, month, day;
		bool is_valid;
	} cases[] = {
		{ 2019, 7, 9, true },    { 2020, 2, 29, true },
		{ 2019, 2, 29, false },  { 1900, 2, 29, false },
		{ 2000, 2, 29, true },   { 2100, 2, 29, false },
		{ 2019, 4, 31, false },  { 2019, 12, 31, true },
		{ 2019, 0, 1, false },   { 2019, 13, 1, false },
		{ 2019, 1, 0, false },   { 2019, 1, 32, false },
		{ 1799, 12, 31, false }, { 1800, 1, 1, true },
		{ 2199, 12, 31, true },  { 2200, 1, 1, false },
		{ 0, 0, 0, false },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		cr_expect(
		    mb_date_is_valid(day_of(cases[i].year, cases[i].month,
					    cases[i].day)) == cases[i].is_valid,
		    "%d-%d-%d", cases[i].year, cases[i].month, cases[i].day);
	cr_expect(zero(int, mb_month_days(2019, 0)));
	cr_expect(zero(int, mb_month_days(2019, 13)));
	cr_expect(not(mb_date_is_known(day_of(0, 0, 0))));
	cr_expect(mb_date_is_known(day_of(1800, 1, 1)));
}

Test(date, counts_every_day_there_and_back)
{
	struct mb_date date = day_of(MB_YEAR_MIN, 1, 1);
	int32_t days = mb_date_to_days(date);
	int weekday = 3; /* a Wednesday */

	cr_expect(zero(i32, mb_date_to_days(day_of(1970, 1, 1))));
	cr_expect(eq(i32, mb_date_to_days(day_of(2000, 3, 1)), 11017));
	while (mb_date_is_valid(date)) {
		struct mb_date back = mb_date_from_days(days);

		cr_assert(eq(i32, mb_date_to_days(date), days));
		cr_assert(zero(int, mb_date_compare(back, date)));
		cr_assert(eq(int, mb_date_weekday(date), weekday));
		weekday = (weekday + 1) % 7;
		days++;
		if (++date.day <= mb_month_days(date.year, date.month))
			continue;
		date.day = 1;
		if (++date.month > 12) {
			date.month = 1;
			date.year++;
		}
	}
	cr_expect(eq(i32, days, mb_date_to_days(day_of(2199, 12, 31)) + 1));
}

Test(date, puts_dates_in_order_and_the_unknown_one_first)
{
	const struct mb_date dates[] = {
		day_of(0, 0, 0),     day_of(1800, 1, 1), day_of(2019, 7, 9),
		day_of(2019, 7, 10), day_of(2019, 8, 1), day_of(2020, 1, 1),
	};

	for (int i = 0; i < 6; i++)
		for (int k = 0; k < 6; k++) {
			int got = mb_date_compare(dates[i], dates[k]);

			cr_expect(
			    eq(int, (got > 0) - (got < 0), (i > k) - (i < k)));
		}
}

Test(date, prints_dates_and_times_as_iso_8601)
{
	char date[MB_DATE_BYTES], time[MB_TIME_BYTES];

	mb_date_format(day_of(2019, 7, 9), date);
	cr_expect(eq(str, date, "2019-07-09"));
	mb_date_format(day_of(1800, 12, 31), date);
	cr_expect(eq(str, date, "1800-12-31"));
	mb_time_format((struct mb_time){ 9, 5 }, time);
	cr_expect(eq(str, time, "09:05"));
	mb_time_format((struct mb_time){ 19, 30 }, time);
	cr_expect(eq(str, time, "19:30"));
}

Test(date, reads_iso_8601_and_nothing_else)
{
	const struct {
		const char *text, *want; /* NULL: no date */
	} cases[] = {
		{ "2025-12-04", "2025-12-04" },
		{ "1800-01-01", "1800-01-01" },
		{ "2025-13-04", NULL },
		{ "2025-02-30", NULL },
		{ "1799-12-31", NULL },
		{ "2025-12-4", NULL },
		{ "2025-12-041", NULL },
		{ "2025-1-004", NULL },
		{ "2025/12/04", NULL },
		{ "2025-12/04", NULL },
		{ " 025-12-04", NULL },
		{ "2025 12-04", NULL },
		{ "2025- 1-04", NULL },
		{ "04-12-2025", NULL },
		{ "20251204  ", NULL },
		{ "abcd-ef-gh", NULL },
		{ "", NULL },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct mb_date date = day_of(1999, 9, 9);
		char got[MB_DATE_BYTES];
		bool is_read =
		    mb_date_parse_iso(mb_str_of(cases[i].text), &date);

		mb_date_format(date, got);
		cr_expect(is_read == (cases[i].want != NULL), "'%s'",
			  cases[i].text);
		cr_expect(
		    eq(str, got, cases[i].want ? cases[i].want : "1999-09-09"),
		    "'%s'", cases[i].text);
	}
}

/* --- dates in a text --------------------------------------------------- */

struct written {
	const char *text;
	const char *want; /* ISO, or NULL: no date */
	int weekday;      /* as printed, or -1 */
};

static void expect_found(const struct written *cases, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct written *w = &cases[i];
		struct mb_date_found found = { .weekday = 99 };
		bool is_found = mb_date_find(mb_str_of(w->text), &found);
		char got[MB_DATE_BYTES];

		cr_expect(is_found == (w->want != NULL), "'%s'", w->text);
		if (!is_found) {
			cr_expect(eq(int, found.weekday, 99),
				  "'%s': the output is touched", w->text);
			continue;
		}
		mb_date_format(found.date, got);
		cr_expect(eq(str, got, w->want ? w->want : "none"), "'%s'",
			  w->text);
		cr_expect(eq(int, found.weekday, w->weekday), "'%s'", w->text);
	}
}

Test(date, finds_the_forms_that_clerks_write)
{
	static const struct written cases[] = {
		{ "Tuesday 9 July 2019", "2019-07-09", 2 },
		{ "Tuesday 9th July 2019 at 7.30pm", "2019-07-09", 2 },
		{ "Tuesday, the 9th day of July 2019", "2019-07-09", 2 },
		{ "Tuesday, July the 9th 2019", "2019-07-09", 2 },
		{ "Tuesday 9thJuly 2019", "2019-07-09", 2 },
		{ "Tues 9 Jul 19 in the hall", "2019-07-09", 2 },
		{ "Tuesday, 9th July, 2019", "2019-07-09", 2 },
		{ "TUESDAY, 9TH JULY, 2019", "2019-07-09", 2 },
		{ "Tuesday the 9th of July 2019", "2019-07-09", 2 },
		{ "Tues 9 Jul 2019", "2019-07-09", 2 },
		{ "Thurs. 3rd Sept. 2020", "2020-09-03", 4 },
		{ "Wednesday 22nd January 2020", "2020-01-22", 3 },
		{ "WEDNESDAY MAY 6th 2015", "2015-05-06", 3 },
		{ "January 15, 2026", "2026-01-15", -1 },
		{ "9 July 2019", "2019-07-09", -1 },
		{ "09 July 2019", "2019-07-09", -1 },
		{ "1st of March 2011", "2011-03-01", -1 },
		{ "9-Jul-2019", "2019-07-09", -1 },
		{ "9-Jul-19", "2019-07-09", -1 },
		{ "9 July 19.", "2019-07-09", -1 },
		{ "9.July.2019", "2019-07-09", -1 },
		{ "9July2019", "2019-07-09", -1 },
		{ "9th\nJuly\n2019", "2019-07-09", -1 },
		{ "9\xE2\x84\xA2 JULY, 2015", "2015-07-09", -1 }, /* scanned */
		{ "9\" July 2015", "2015-07-09", -1 },
		{ "9 \xE2\x80\x9D July 2015", "2015-07-09", -1 },
		{ "9 JULY 1894", "1894-07-09", -1 },
		{ "9 July 98", "1998-07-09", -1 },
		{ "9th Febuary 2010", "2010-02-09", -1 }, /* a slip */
		{ "9th Decemeber 2010", "2010-12-09", -1 },
		{ "The meeting of 9 July 2019 and of 3 May 2018", "2019-07-09",
		  -1 },
		{ "Item 4 of Tuesday 9 July 2019", "2019-07-09", 2 },
	};

	expect_found(cases, sizeof(cases) / sizeof(*cases));
}

Test(date, reads_numbers_the_british_way)
{
	static const struct written cases[] = {
		{ "9/1/20", "2020-01-09", -1 },
		{ "09/01/2020", "2020-01-09", -1 },
		{ "held on 9-1-2020.", "2020-01-09", -1 },
		{ "9.1.2020", "2020-01-09", -1 },
		{ "9_1_2020", "2020-01-09", -1 },
		{ "2025-12-04", "2025-12-04", -1 },
		{ "2025/12/04", "2025-12-04", -1 },
		{ "31/12/99", "1999-12-31", -1 },
		{ "Tuesday 9/7/2019", "2019-07-09", 2 },
		{ "1/13/2020", NULL, -1 }, /* never American */
		{ "13/13/2019", NULL, -1 },
		{ "32/1/2020", NULL, -1 },
		{ "0/1/2020", NULL, -1 },
		{ "29/2/2019", NULL, -1 },
		{ "9/1-2020", NULL, -1 },
		{ "9/1/202", NULL, -1 },
		{ "18.09.4", NULL, -1 },  /* the number of a minute */
		{ "12.03.19", NULL, -1 }, /* of a paragraph */
		{ "held on 12.03.19", "2019-03-12", -1 },
		{ "Tuesday, 12.03.19", "2019-03-12", 2 },
		{ "Date: 12.03.19", "2019-03-12", -1 },
		{ "A1/2/20", NULL, -1 }, /* of a file */
		{ "9 / 1 / 2020", NULL, -1 },
		{ "99999999999/1/2020", NULL, -1 },
	};

	expect_found(cases, sizeof(cases) / sizeof(*cases));
}

Test(date, finds_no_date_where_none_is_written)
{
	static const struct written cases[] = {
		{ "", NULL, -1 },
		{ "9 July", NULL, -1 },
		{ "July 2019", NULL, -1 },
		{ "2019", NULL, -1 },
		{ "Tuesday", NULL, -1 },
		{ "31 June 2019", NULL, -1 },
		{ "30 February 2020", NULL, -1 },
		{ "9 July 1750", NULL, -1 },
		{ "9 July 2200", NULL, -1 },
		{ "9 July 20199", NULL, -1 },
		{ "123 July 2019", NULL, -1 },
		{ "3 May 10 people came", NULL, -1 },
		{ "Page 3 of 12", NULL, -1 },
		{ "the 4 members may 10 vote", NULL, -1 },
		{ "Councillor June Marchant, 12 Augustine Road", NULL, -1 },
		{ "16/1204/FUL", NULL, -1 },
	};

	expect_found(cases, sizeof(cases) / sizeof(*cases));
}

Test(date, knows_welsh)
{
	static const struct written cases[] = {
		{ "Dydd Mawrth, 16eg Mawrth, 2010", "2010-03-16", 2 },
		{ "Dydd Iau 7fed Ionawr 2016", "2016-01-07", 4 },
		{ "Dydd Sul 1af Mai 2016", "2016-05-01", 0 },
		{ "2il Chwefror 2011", "2011-02-02", -1 },
		{ "3ydd o Fai 2012", "2012-05-03", -1 },
		{ "20 Mehefin 2012", "2012-06-20", -1 },
		{ "20 Gorffennaf 2012", "2012-07-20", -1 },
		{ "20 Awst 2012", "2012-08-20", -1 },
		{ "20 Medi 2012", "2012-09-20", -1 },
		{ "20 Hydref 2012", "2012-10-20", -1 },
		{ "20 Tachwedd 2012", "2012-11-20", -1 },
		{ "20 Rhagfyr 2012", "2012-12-20", -1 },
		{ "4ydd Ebrill 2012", "2012-04-04", -1 },
	};

	expect_found(cases, sizeof(cases) / sizeof(*cases));
}

Test(date, tells_where_the_date_stands)
{
	const struct {
		const char *text, *want;
	} cases[] = {
		{ "Minutes of Tuesday, 9th July, 2019 at 7pm",
		  "Tuesday, 9th July, 2019" },
		{ "held on 9/1/20, late", "9/1/20" },
		{ "Dydd Mawrth, 16eg Mawrth, 2010.",
		  "Dydd Mawrth, 16eg Mawrth, 2010" },
		{ "MAY 6th 2015", "MAY 6th 2015" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct mb_str text = mb_str_of(cases[i].text);
		struct mb_date_found found;

		cr_assert(mb_date_find(text, &found), "'%s'", cases[i].text);
		text_expect(mb_str_slice(text, found.start, found.end),
			    cases[i].want, cases[i].text);
	}
}

Test(date, reads_any_month_by_its_name)
{
	static const char *const english[] = {
		"January",   "February", "March",    "April",
		"May",       "June",     "July",     "August",
		"September", "October",  "November", "December"
	};

	for (int i = 0; i < 12; i++) {
		struct mb_str name = mb_str_of(english[i]);

		cr_expect(eq(int, mb_month_by_name(name), i + 1));
		cr_expect(
		    eq(int, mb_month_by_name(mb_str_take(name, 3)), i + 1));
	}
	cr_expect(eq(int, mb_month_by_name(MB_STR("SEPT")), 9));
	cr_expect(eq(int, mb_month_by_name(MB_STR("tachwedd")), 11));
	cr_expect(zero(int, mb_month_by_name(MB_STR("Janu"))));
	cr_expect(zero(int, mb_month_by_name(MB_STR("Tuesday"))));
	cr_expect(zero(int, mb_month_by_name(MB_STR(""))));
}

/* --- dates in a name --------------------------------------------------- */

Test(date, finds_dates_in_the_names_of_files_and_folders)
{
	const struct {
		const char *name;
		int hint;
		const char *want; /* NULL: no date */
	} cases[] = {
		{ "minutes_20180904.txt", 0, "2018-09-04" },
		{ "20180904", 0, "2018-09-04" },
		{ "20181304", 0, NULL },
		{ "2018-09-04 council.pdf", 0, "2018-09-04" },
		{ "4-9-2018.pdf", 0, "2018-09-04" },
		{ "Council 4 September 2018.txt", 0, "2018-09-04" },
		{ "Council_4_Sept_2018.txt", 0, "2018-09-04" },
		{ "psc-09dec2014.txt", 0, "2014-12-09" },
		/* only one reading is possible */
		{ "18-05-32.pdf", 0, "2032-05-18" },
		{ "31-05-70.pdf", 0, "1970-05-31" },
		/* two are: the folders decide, or nobody */
		{ "18-05-09.pdf", 0, NULL },
		{ "18-05-31.pdf", 0, NULL },
		{ "18-05-09.pdf", 2018, "2018-05-09" },
		{ "18-05-09.pdf", 2009, "2009-05-18" },
		{ "18-05-09.pdf", 2014, NULL },
		{ "audit 25.07.18 DRAFT", 2018, "2018-07-25" },
		{ "09_12_20", 2020, "2020-12-09" },
		{ "agenda.txt", 2018, NULL },
		{ "", 0, NULL },
		{ "00120512.pdf", 0, NULL }, /* a number with zeros before */
		{ "180904", 0, NULL },
		{ "120180904", 0, NULL },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct mb_date_found found = { .weekday = 99 };
		char got[MB_DATE_BYTES] = "none";

		if (mb_date_find_in_name(mb_str_of(cases[i].name),
					 cases[i].hint, &found))
			mb_date_format(found.date, got);
		else
			cr_expect(eq(int, found.weekday, 99));
		cr_expect(eq(str, got, cases[i].want ? cases[i].want : "none"),
			  "'%s', %d", cases[i].name, cases[i].hint);
	}
}

/* --- times ------------------------------------------------------------- */

Test(date, finds_the_time_of_day)
{
	const struct {
		const char *text, *want; /* NULL: no time */
	} cases[] = {
		{ "at 7.30pm", "19:30" },
		{ "at 19.30 hours", "19:30" },
		{ "at 1930 hrs, 18.45 hrs", "18:45" },
		{ "7:30 pm", "19:30" },
		{ "7.30 P.M.", "19:30" },
		{ "7 pm", "19:00" },
		{ "7pm", "19:00" },
		{ "10 A.M.", "10:00" },
		{ "9.45 A. M.", "09:45" },
		{ "19:00", "19:00" },
		{ "19.30 pm", "19:30" },
		{ "12 noon", "12:00" },
		{ "12.15 pm", "12:15" },
		{ "12.15 am", "00:15" },
		{ "12 am", "00:00" },
		{ "0:05", "00:05" },
		{ "2.00 yp", "14:00" }, /* y prynhawn, y bore */
		{ "10.30 y.b.", "10:30" },
		{ "2.00 y dydd", NULL },
		{ "7.OO pm", "19:00" }, /* letters for zeros */
		{ "Tuesday 9 July 2019 at 7.30 pm in the Hall", "19:30" },
		{ "opened at 10:00 and closed at 11:30", "10:00" },
		{ "7.30", NULL }, /* it may be a number */
		{ "24:00", NULL },
		{ "10:60", NULL },
		{ "10:5", NULL },
		{ "7 people", NULL },
		{ "pm", NULL },
		{ "", NULL },
		{ "123:45", NULL },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct mb_time time = { 99, 99 };
		char got[MB_TIME_BYTES] = "none";

		if (mb_time_find(mb_str_of(cases[i].text), &time))
			mb_time_format(time, got);
		else
			cr_expect(eq(int, time.hour, 99));
		cr_expect(eq(str, got, cases[i].want ? cases[i].want : "none"),
			  "'%s'", cases[i].text);
	}
}
