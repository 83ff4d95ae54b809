/*
 * The people file: persons, each a name in the first column with indented
 * fields below it, and decisions.  minutes-index(1) describes it.
 */
#include <string.h>

#include "council.h"
#include "minutebook/office.h"
#include "minutebook/text.h"
#include "people.h"

struct reader {
	struct mb_people *people;
	struct declared *current; /* NULL before the first person */
	uint32_t line;
	struct mb_err *err;
};

static int fail(const struct reader *r, const char *what, struct mb_str where)
{
	return mb_fail_at(r->err, MB_EFORMAT, r->line, "%s: '%.*s'", what,
			  MB_STR_ARG(where));
}

/* --- dates ------------------------------------------------------------- */

/* "2014", "2014-05", "2014-05-22": the first or the last day of it. */
static bool read_day(struct mb_str text, bool is_last, int32_t *out)
{
	unsigned long year, month = is_last ? 12 : 1, day = 0;
	struct mb_date date;

	if (text.len == 0) {
		*out = is_last ? INT32_MAX : INT32_MIN;
		return true;
	}
	if (!mb_str_number(&text, MB_YEAR_MAX, &year))
		return false;
	if (text.len > 0 && text.ptr[0] == '-') {
		text = mb_str_drop(text, 1);
		if (!mb_str_number(&text, 12, &month) || month == 0)
			return false;
		if (text.len > 0 && text.ptr[0] == '-') {
			text = mb_str_drop(text, 1);
			if (!mb_str_number(&text, 31, &day))
				return false;
		}
	}
	if (day == 0)
		day = is_last ? mb_month_days((int)year, (int)month) : 1;
	date = (struct mb_date){ (int16_t)year, (uint8_t)month, (uint8_t)day };
	if (text.len > 0 || !mb_date_is_valid(date))
		return false;
	*out = mb_date_to_days(date);
	return true;
}

/* "Deputy Mayor 2018-05-07..2021": what is held, and when. */
static int read_tenure(struct reader *r, struct mb_str value,
		       struct tenure *out)
{
	struct mb_cut cut = mb_str_cut_last(value, ' ');
	size_t at = mb_str_find(cut.tail, MB_STR(".."));
	int rc;

	*out = (struct tenure){ .text = value,
				.from = INT32_MIN,
				.to = INT32_MAX };
	if (cut.found && at != MB_STR_NONE) {
		if (!read_day(mb_str_take(cut.tail, at), false, &out->from) ||
		    !read_day(mb_str_drop(cut.tail, at + 2), true, &out->to))
			return fail(r, "no range of dates", cut.tail);
		if (out->from > out->to)
			return fail(r, "a range that ends before it begins",
				    cut.tail);
		out->text = mb_str_trim(cut.head);
	}
	rc = mb_arena_copy(&r->people->arena, out->text, &out->text, r->err);
	return rc == MB_OK ? mb_office_key(out->text, &r->people->arena,
					   &out->key, r->err)
			   : rc;
}

static int add_tenure(struct reader *r, struct mb_str value,
		      struct tenure **items, size_t *n, size_t *capacity)
{
	struct tenure tenure;
	int rc = read_tenure(r, value, &tenure);
	struct tenure *moved;

	if (rc != MB_OK)
		return rc;
	moved = mb_people_grow(r->people, *items, *n, capacity, sizeof(*moved));
	if (!moved)
		return mb_fail_nomem(r->err);
	*items = moved;
	(*items)[(*n)++] = tenure;
	return MB_OK;
}

/* --- persons ----------------------------------------------------------- */

static int add_name(struct reader *r, struct mb_str name)
{
	struct declared *d = r->current;
	struct mb_str *moved = mb_people_grow(r->people, d->names, d->n_names,
					      &d->capacity, sizeof(*moved));

	if (!moved)
		return mb_fail_nomem(r->err);
	d->names = moved;
	return mb_arena_copy(&r->people->arena, name, &d->names[d->n_names++],
			     r->err);
}

static int add_aliases(struct reader *r, struct mb_str value)
{
	int rc = MB_OK;

	while (value.len > 0 && rc == MB_OK) {
		struct mb_cut cut = mb_str_cut(value, ';');

		if (mb_str_trim(cut.head).len > 0)
			rc = add_name(r, mb_str_trim(cut.head));
		value = cut.tail;
	}
	return rc;
}

static int set_council(struct reader *r, struct mb_str value)
{
	struct mb_buf core = MB_BUF_INIT;
	int rc;

	mb_council_core(&core, value);
	rc =
	    mb_buf_move(&core, &r->people->arena, &r->current->council, r->err);
	mb_buf_release(&core);
	return rc;
}

static int begin_person(struct reader *r, struct mb_str name)
{
	struct mb_people *people = r->people;
	struct declared *moved =
	    mb_people_grow(people, people->declared, people->n_declared,
			   &people->declared_capacity, sizeof(*moved));
	struct mb_person_name parts;
	int rc;

	if (!moved)
		return mb_fail_nomem(r->err);
	people->declared = moved;
	r->current = &people->declared[people->n_declared++];
	*r->current = (struct declared){ .line = r->line };
	rc = mb_person_name_parse(name, &people->arena, &parts, r->err);
	if (rc == MB_OK && parts.kind != MB_NAME_PERSON)
		return fail(r, "no name of a person", name);
	return rc == MB_OK ? add_name(r, name) : rc;
}

static int read_field(struct reader *r, struct mb_str line)
{
	struct mb_cut cut = mb_str_cut(line, ':');
	struct mb_str key = mb_str_trim(cut.head);
	struct mb_str value = mb_str_trim(cut.tail);
	struct declared *d = r->current;

	if (!d)
		return fail(r, "a field without a person", line);
	if (!cut.found || value.len == 0)
		return fail(r, "not 'field: value'", line);
	if (mb_str_equal(key, MB_STR("alias")))
		return add_aliases(r, value);
	if (mb_str_equal(key, MB_STR("council")))
		return set_council(r, value);
	if (mb_str_equal(key, MB_STR("office")))
		return add_tenure(r, value, &d->offices, &d->n_offices,
				  &d->offices_capacity);
	if (mb_str_equal(key, MB_STR("ward")))
		return add_tenure(r, value, &d->seats, &d->n_seats,
				  &d->seats_capacity);
	if (mb_str_equal(key, MB_STR("party")) ||
	    mb_str_equal(key, MB_STR("note")))
		return MB_OK; /* for readers */
	return fail(r,
		    "unknown field, not alias, council, office, party, "
		    "ward or note",
		    key);
}

/* --- decisions --------------------------------------------------------- */

/* "Ann Bell (Leeds)": the council that is meant. */
static int read_decided(struct reader *r, struct mb_str text,
			struct decided *out)
{
	struct mb_buf core = MB_BUF_INIT;
	struct mb_cut cut = mb_str_cut_last(text, '(');
	int rc = MB_OK;

	*out = (struct decided){ .council = { NULL, 0 } };
	/* "(J)" is a part of the name */
	if (cut.found && mb_str_ends(text, MB_STR(")")) && cut.tail.len > 4) {
		mb_council_core(&core, mb_str_take(cut.tail, cut.tail.len - 1));
		rc = mb_buf_move(&core, &r->people->arena, &out->council,
				 r->err);
		text = mb_str_trim(cut.head);
	}
	mb_buf_release(&core);
	if (rc == MB_OK)
		rc = mb_arena_copy(&r->people->arena, text, &text, r->err);
	if (rc == MB_OK)
		rc = mb_person_name_parse(text, &r->people->arena, &out->name,
					  r->err);
	if (rc == MB_OK && out->name.kind != MB_NAME_PERSON)
		return fail(r, "no name of a person", text);
	return rc;
}

static int read_decision(struct reader *r, struct mb_str value, bool is_same)
{
	struct mb_people *people = r->people;
	struct mb_cut cut = mb_str_cut(value, '=');
	struct decision decision = { .is_same = is_same };
	struct decision *moved;
	int rc;

	if (!cut.found)
		return fail(r, "not 'name = name'", value);
	rc = read_decided(r, mb_str_trim(cut.head), &decision.a);
	if (rc == MB_OK)
		rc = read_decided(r, mb_str_trim(cut.tail), &decision.b);
	if (rc != MB_OK)
		return rc;
	moved = mb_people_grow(people, people->decisions, people->n_decisions,
			       &people->decisions_capacity, sizeof(*moved));
	if (!moved)
		return mb_fail_nomem(r->err);
	people->decisions = moved;
	people->decisions[people->n_decisions++] = decision;
	return MB_OK;
}

/* --- the file ---------------------------------------------------------- */

static int read_line(struct reader *r, struct mb_str line)
{
	static const char same[] = "same:", not_same[] = "not-same:";
	struct mb_str text = mb_str_trim(line);

	if (text.len == 0 || text.ptr[0] == '#')
		return MB_OK;
	if (mb_str_starts(line, MB_STR(same)))
		return read_decision(r, mb_str_drop(text, sizeof(same) - 1),
				     true);
	if (mb_str_starts(line, MB_STR(not_same)))
		return read_decision(r, mb_str_drop(text, sizeof(not_same) - 1),
				     false);
	return mb_is_space(line.ptr[0]) ? read_field(r, text)
					: begin_person(r, text);
}

int mb_people_add_file(struct mb_people *people, struct mb_str text,
		       struct mb_err *err)
{
	struct reader r = { .people = people, .err = err };
	struct mb_str line;
	int rc = MB_OK;

	if (!mb_utf8_is_valid(text))
		return mb_fail(err, MB_EFORMAT, "it is not UTF-8");
	if (mb_str_starts(text, MB_STR("\xEF\xBB\xBF")))
		text = mb_str_drop(text, 3);
	while (rc == MB_OK && mb_str_next_line(&text, &line)) {
		r.line++;
		rc = read_line(&r, line);
	}
	return rc;
}
