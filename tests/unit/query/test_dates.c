#include "dates.h"

#include <stdio.h>

#include "support/text.h"

TestSuite(dates);

static const struct mb_date today = { 2022, 3, 31 };

/* "2019-03-12..2019-03-12", an open end empty; or the message. */
static const char *range_of(const char *text)
{
	static char out[MB_ERR_MSG_BYTES];
	char first[MB_DATE_BYTES] = "", last[MB_DATE_BYTES] = "";
	struct date_range range = { { 1, 1, 1 }, { 1, 1, 1 } };
	struct mb_err err = { .code = MB_OK };

	if (dates_parse(mb_str_of(text), today, &range, &err) != MB_OK) {
		cr_expect(eq(int, err.code, MB_EUSAGE), "%s", text);
		cr_expect(eq(int, range.first.year, 1),
			  "%s: a failure must not touch its output", text);
		snprintf(out, sizeof(out), "%s", err.msg);
		return out;
	}
	if (mb_date_is_known(range.first))
		mb_date_format(range.first, first);
	if (mb_date_is_known(range.last))
		mb_date_format(range.last, last);
	snprintf(out, sizeof(out), "%s..%s", first, last);
	return out;
}

static const struct {
	const char *text, *want;
} forms[] = {
	/* days */
	{ "12/3/2019", "2019-03-12..2019-03-12" },
	{ "12/03/2019", "2019-03-12..2019-03-12" },
	{ "12-03-2019", "2019-03-12..2019-03-12" },
	{ "12.03.2019", "2019-03-12..2019-03-12" },
	{ "12/3/19", "2019-03-12..2019-03-12" },
	{ "12 March 2019", "2019-03-12..2019-03-12" },
	{ "12th march, 2019", "2019-03-12..2019-03-12" },
	{ "March 12 2019", "2019-03-12..2019-03-12" },
	{ "12-mar-2019", "2019-03-12..2019-03-12" },
	{ "Tuesday 12 March 2019", "2019-03-12..2019-03-12" },
	{ "2019-03-12", "2019-03-12..2019-03-12" },
	{ "29/2/2020", "2020-02-29..2020-02-29" },
	{ " 2019-03-12 ", "2019-03-12..2019-03-12" },
	{ "today", "2022-03-31..2022-03-31" },
	{ "Today", "2022-03-31..2022-03-31" },
	{ "yesterday", "2022-03-30..2022-03-30" },
	/* months and years */
	{ "mar-2019", "2019-03-01..2019-03-31" },
	{ "March 2019", "2019-03-01..2019-03-31" },
	{ "march2019", "2019-03-01..2019-03-31" },
	{ "2019-03", "2019-03-01..2019-03-31" },
	{ "2020-02", "2020-02-01..2020-02-29" },
	{ "03/2019", "2019-03-01..2019-03-31" },
	{ "3/2019", "2019-03-01..2019-03-31" },
	{ "2019/3", "2019-03-01..2019-03-31" },
	{ "2019", "2019-01-01..2019-12-31" },
	{ "1800", "1800-01-01..1800-12-31" },
	{ "2199", "2199-01-01..2199-12-31" },
	/* municipal years: May to April */
	{ "2018/19", "2018-05-01..2019-04-30" },
	{ "2018-19", "2018-05-01..2019-04-30" },
	{ "2018/2019", "2018-05-01..2019-04-30" },
	{ "1999/00", "1999-05-01..2000-04-30" },
	{ "2011/12", "2011-05-01..2012-04-30" },
	{ "2011-12", "2011-12-01..2011-12-31" }, /* December */
	/* ranges */
	{ "2018..2020", "2018-01-01..2020-12-31" },
	{ "2018 .. 2020", "2018-01-01..2020-12-31" },
	{ "2019-02..mar-2019", "2019-02-01..2019-03-31" },
	{ "12/3/2019..today", "2019-03-12..2022-03-31" },
	{ "2018/19..2020/21", "2018-05-01..2021-04-30" },
	{ "2019..2019", "2019-01-01..2019-12-31" },
	{ "2019..", "2019-01-01.." },
	{ "..2019-06", "..2019-06-30" },
	{ "..yesterday", "..2022-03-30" },
	/* so long ago */
	{ "3m..", "2021-12-31.." },
	{ "1m..", "2022-02-28.." }, /* there is no 31 February */
	{ "13m..", "2021-02-28.." },
	{ "10d..", "2022-03-21.." },
	{ "2w..", "2022-03-17.." },
	{ "1y..", "2021-03-31.." },
	{ "1Y..6M", "2021-03-31..2021-09-30" },
	{ "0d..", "2022-03-31.." },
};

Test(dates, are_british_and_bounds_are_whole)
{
	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++)
		text_expect(mb_str_of(range_of(forms[i].text)), forms[i].want,
			    forms[i].text);
}

Test(dates, are_never_guessed)
{
	static const char *const wrong[] = {
		"13/13/2019",
		"31/2/2019",
		"29/2/2019",
		"2019-13",
		"2019-00",
		"13/2019",
		"2019-02-30",
		"",
		"..",
		" .. ",
		"soon",
		"20190",
		"219",
		"1799",
		"2200",
		"2199/00",
		"2018/2020",
		"2018/20",
		"mar-19x",
		"3m",
		"3q..",
		"m..",
		"9999y..",
		"2019...2020",
		"2019-03-12x",
		"x2019",
		"12 March",
		"March",
		"2019..13/13/2019",
		"13/13/2019..",
		"99999999999999999999",
		"-2019",
		"2019,2020",
	};

	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
		cr_expect(mb_str_find(mb_str_of(range_of(wrong[i])),
				      MB_STR("is no date: say 12/3/2019")) !=
			      MB_STR_NONE,
			  "'%s' is %s", wrong[i], range_of(wrong[i]));
}

Test(dates, that_end_before_they_begin_are_an_error)
{
	text_expect(mb_str_of(range_of("2020..2019")),
		    "the range '2020..2019' ends before it begins", "years");
	text_expect(mb_str_of(range_of("today..yesterday")),
		    "the range 'today..yesterday' ends before it begins",
		    "days");
}

Test(dates, may_go_without_a_message)
{
	struct date_range range;

	cr_expect(eq(int, dates_parse(MB_STR("soon"), today, &range, NULL),
		     MB_EUSAGE));
	cr_expect(
	    eq(int, dates_parse(MB_STR("2019"), today, &range, NULL), MB_OK));
}
