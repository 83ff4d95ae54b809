#include "options_values.h"

#include <string.h>

#include "citation.h"
#include "minutebook/nearest.h"

#define MAX_NUMBER 1000000000

int options_number(const char *option, const char *value, int64_t *out,
		   struct mb_err *err)
{
	struct mb_str text = mb_str_of(value);
	unsigned long n;

	if (!mb_str_number(&text, MAX_NUMBER, &n) || text.len > 0)
		return mb_fail(err, MB_EUSAGE,
			       "'--%s' takes a number, not '%s'", option,
			       value);
	*out = (int64_t)n;
	return MB_OK;
}

/* One of three words; its place among them. */
static int read_word(const char *option, const char *value,
		     const char *const words[3], int *out, struct mb_err *err)
{
	const size_t n = 3;
	const char *near;

	for (size_t i = 0; i < n; i++)
		if (!strcmp(words[i], value)) {
			*out = (int)i;
			return MB_OK;
		}
	near = mb_nearest(mb_str_of(value), words, n);
	if (near)
		return mb_fail(err, MB_EUSAGE,
			       "'--%s' does not know '%s': did you mean '%s'?",
			       option, value, near);
	return mb_fail(err, MB_EUSAGE,
		       "'--%s' does not know '%s': say %s, %s or %s", option,
		       value, words[0], words[1], words[2]);
}

int options_format(const char *value, struct options *o, struct mb_err *err)
{
	struct mb_buf names = MB_BUF_INIT;
	const char *near;

	o->has_format = true;
	o->render = render_find(mb_str_of(value));
	if (o->render)
		return MB_OK;
	near = render_nearest(mb_str_of(value));
	if (near)
		return mb_fail(err, MB_EUSAGE,
			       "there is no format '%s': did you mean '%s'?",
			       value, near);
	render_names(&names);
	mb_fail(err, MB_EUSAGE, "there is no format '%s': say %.*s", value,
		MB_STR_ARG(mb_buf_str(&names)));
	mb_buf_release(&names);
	return MB_EUSAGE;
}

int options_sort(const char *value, struct options *o, struct mb_err *err)
{
	static const char *const words[] = { "rank", "date", "-date" };
	int at = 0;
	int rc = read_word("sort", value, words, &at, err);

	o->search.sort = (enum plan_sort)at;
	o->has_sort = true;
	return rc;
}

int options_match(const char *value, struct options *o, struct mb_err *err)
{
	static const char *const words[] = { "auto", "all", "any" };
	int at = 0;
	int rc = read_word("match", value, words, &at, err);

	o->search.match = (enum search_match)at;
	o->has_match = true;
	return rc;
}

int options_color(const char *value, struct options *o, struct mb_err *err)
{
	static const char *const words[] = { "auto", "always", "never" };
	int at = 0;
	int rc = read_word("color", value, words, &at, err);

	o->color = (enum color)at;
	return rc;
}

int options_group(const char *value, struct options *o, struct mb_err *err)
{
	static const char *const words[] = { "none", "item", "meeting" };
	int at = 0;
	int rc = read_word("group", value, words, &at, err);

	o->group = (enum group)at;
	return rc;
}

int options_passages(const char *value, struct options *o, struct mb_err *err)
{
	int rc;

	if (!strcmp(value, "all")) {
		o->n_passages = MAX_NUMBER;
		return MB_OK;
	}
	rc = options_number("passages", value, &o->n_passages, err);
	if (rc == MB_OK && o->n_passages == 0)
		return mb_fail(err, MB_EUSAGE,
			       "'--passages' takes a number from 1, or all");
	return rc;
}

int options_cite(const char *value, struct options *o, struct mb_err *err)
{
	const struct render_ops *style = citation_find(mb_str_of(value));

	if (!style)
		return mb_fail(err, MB_EUSAGE,
			       "'--cite' does not know '%s': say plain, "
			       "markdown, bibtex or csl",
			       value);
	o->render = style;
	o->has_cite = true;
	return MB_OK;
}

/* --- what does not go together ----------------------------------------- */

static int check_forms(const struct options *o, struct mb_err *err)
{
	bool is_table = o->has_by || o->task == TASK_COMPARE ||
			o->task == TASK_SQL || o->task == TASK_SAVED ||
			o->task == TASK_COVERAGE || o->task == TASK_SUGGEST ||
			o->columns.n > 0;
	const char *name = o->render->name;

	if (o->has_cite && o->has_format)
		return mb_fail(err, MB_EUSAGE,
			       "'--cite' has a format of its own: leave out "
			       "'--format'");
	if ((o->columns.n > 0) + o->has_template + o->has_cite > 1)
		return mb_fail(err, MB_EUSAGE,
			       "'--fields', '--template' and '--cite' exclude "
			       "each other");
	if (is_table && !o->render->table)
		return mb_fail(err, MB_EUSAGE, "'%s' has no tables", name);
	if (o->task == TASK_REPORT && !o->render->section)
		return mb_fail(err, MB_EUSAGE,
			       "a report is text, md, html or json, not %s",
			       name);
	return MB_OK;
}

int options_check(const struct options *o, struct mb_err *err)
{
	int rc = check_forms(o, err);

	if (rc != MB_OK)
		return rc;
	if (o->has_more && ((o->task != TASK_SEARCH && o->task != TASK_FILES &&
			     o->task != TASK_EXPLAIN) ||
			    o->has_by || o->search.sort != SORT_RANK))
		return mb_fail(err, MB_EUSAGE,
			       "'--more' is for hits in the order of rank");
	if (o->task == TASK_COMPARE && o->by.n > 1)
		return mb_fail(err, MB_EUSAGE,
			       "'--compare' counts '--by' one thing");
	if (o->task == TASK_COMPARE && o->n_operands < 2)
		return mb_fail(err, MB_EUSAGE,
			       "'--compare' takes two queries or more, each "
			       "in quotes");
	if (o->task == TASK_COVERAGE &&
	    (o->has_by || o->columns.n > 0 || o->has_template || o->has_cite ||
	     o->list.len > 0))
		return mb_fail(err, MB_EUSAGE,
			       "'--coverage' has rows of its own: leave out "
			       "'--by', '--fields' and their like");
	if (o->task == TASK_ALERT && o->n_operands == 0)
		return mb_fail(
		    err, MB_EUSAGE,
		    "'--alert' takes names of saved queries, or all");
	if (o->task == TASK_SUGGEST && o->n_operands == 0)
		return mb_fail(err, MB_EUSAGE, "'--suggest' takes words");
	if (o->task == TASK_SAVE && o->n_operands == 0)
		return mb_fail(err, MB_EUSAGE, "there is no query to save");
	return MB_OK;
}
