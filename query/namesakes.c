#include "namesakes.h"

#include "minutebook/people_read.h"
#include "minutebook/text.h"
#include "name_value.h"

/* More are not listed: the surname is too common to help. */
#define MAX_LISTED 6

/* The columns of MB_TABLE_PERSONS. */
enum { ID, NAME, COUNCIL, MEETINGS, FIRST, LAST };

static void add_person(struct mb_buf *out, const struct mb_table *persons,
		       size_t row)
{
	struct mb_str first =
	    mb_str_take(mb_table_cell(persons, row, FIRST), 4);
	struct mb_str last = mb_str_take(mb_table_cell(persons, row, LAST), 4);

	mb_buf_add(out, row == 0 ? MB_STR(": ") : MB_STR(", "));
	mb_buf_add(out, mb_table_cell(persons, row, NAME));
	if (first.len == 4)
		mb_buf_add_format(out, " (%.*s\xE2\x80\x93%.*s)",
				  MB_STR_ARG(first), MB_STR_ARG(last));
}

/* "two people are called reeve: Jonah Reeve (2014-2024), ..." */
static void warn(struct planner *p, struct mb_str value,
		 const struct mb_table *persons)
{
	static const char *const numbers[] = {
		"two", "three", "four", "five", "six", "seven", "eight", "nine"
	};
	struct mb_buf text = MB_BUF_INIT;
	size_t n = persons->n_rows;

	if (n - 2 < sizeof(numbers) / sizeof(*numbers))
		mb_buf_add(&text, mb_str_of(numbers[n - 2]));
	else
		mb_buf_add_format(&text, "%zu", n);
	mb_buf_add_format(&text, " people are called %.*s", MB_STR_ARG(value));
	for (size_t i = 0; i < n && i < MAX_LISTED; i++)
		add_person(&text, persons, i);
	if (n > MAX_LISTED)
		mb_buf_add(&text, MB_STR(", ..."));
	planner_say(p, &text);
	mb_buf_release(&text);
}

static void check_value(struct planner *p, struct mb_str value)
{
	struct mb_table_args args = { .limit = 1000 };
	struct mb_table persons;

	if (p->rc == MB_OK)
		p->rc = name_value(value, p->arena, &value, p->err);
	if (p->rc == MB_OK)
		p->rc = mb_fold_in(p->arena, value, &args.text, p->err);
	if (p->rc == MB_OK)
		p->rc = mb_reader_table(p->expander.reader, MB_TABLE_PERSONS,
					&args, p->arena, &persons, p->err);
	if (p->rc == MB_OK && persons.n_rows > 1)
		warn(p, value, &persons);
}

void namesakes_warn(struct planner *p)
{
	for (size_t i = 0; i < p->query->n_filters; i++) {
		const struct filter *filter = p->query->filters[i];

		if (filter->field->kind != FIELD_NAME || filter->is_negated)
			continue;
		for (size_t k = 0; k < filter->n_values; k++)
			if (!filter->values[k].is_prefix)
				check_value(p, filter->values[k].text);
	}
}
