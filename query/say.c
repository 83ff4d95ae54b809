#include "say.h"

#include <inttypes.h>

#include "minutebook/text.h"
#include "table_text.h"
#include "terminal.h"

void say(const struct options *options, struct mb_str what)
{
	if (!options->is_quiet)
		fprintf(stderr, "minutes-query: %.*s\n", MB_STR_ARG(what));
}

int say_error(const struct mb_err *err)
{
	fprintf(stderr, "minutes-query: %s\n", err->msg);
	return 2;
}

/* Columns that a part of the query takes as it is shown. */
static int columns_of(struct mb_str part)
{
	struct mb_buf text = MB_BUF_INIT;
	int n;

	mb_add_printable(&text, part);
	n = table_text_columns(mb_buf_str(&text));
	mb_buf_release(&text);
	return n;
}

int say_fault(struct mb_str query, const struct query_fault *fault,
	      const struct mb_err *err)
{
	struct mb_buf text = MB_BUF_INIT;
	int before = columns_of(mb_str_take(query, fault->start));
	int under = columns_of(mb_str_slice(query, fault->start, fault->end));

	mb_add_printable(&text, query);
	fprintf(stderr, "minutes-query: %s\n  %.*s\n  %*s", err->msg,
		MB_STR_ARG(mb_buf_str(&text)), before, "");
	for (int i = 0; i < (under > 0 ? under : 1); i++)
		fputc('^', stderr);
	fputc('\n', stderr);
	mb_buf_release(&text);
	return 2;
}

void say_warnings(const struct options *options, const struct inquiry *q)
{
	for (size_t i = 0; i < q->query.n_warnings; i++)
		say(options, q->query.warnings[i]);
	for (size_t i = 0; i < q->plans[0].n_warnings; i++)
		say(options, q->plans[0].warnings[i]);
}

static void describe_correction(struct mb_buf *out, const struct correction *c)
{
	const char *field = c->field ? c->field->name : "";
	const char *colon = c->field ? ":" : "";

	if (c->meant.len > 0)
		mb_buf_add_format(out,
				  "showing results for '%s%s%.*s'; the archive "
				  "has no '%.*s' (--no-correct looks only for "
				  "it)",
				  field, colon, MB_STR_ARG(c->meant),
				  MB_STR_ARG(c->typed));
	else
		mb_buf_add_format(
		    out, "the archive has no '%s%s%.*s'; it has %.*s", field,
		    colon, MB_STR_ARG(c->typed), MB_STR_ARG(c->near));
}

void say_corrections(const struct options *options,
		     const struct corrections *corrections)
{
	struct mb_buf text = MB_BUF_INIT;

	for (size_t i = 0; i < corrections->n; i++) {
		mb_buf_truncate(&text, 0);
		describe_correction(&text, &corrections->items[i]);
		say(options, mb_buf_str(&text));
	}
	mb_buf_release(&text);
}

void say_more(const struct options *options, const struct inquiry *q)
{
	struct mb_buf text = MB_BUF_INIT;

	for (size_t i = 0; i < q->n_more; i++) {
		mb_buf_add(&text,
			   i == 0 ? MB_STR("also looked for: ") : MB_STR(", "));
		mb_buf_add(&text, q->more[i].word);
	}
	if (text.len > 0)
		say(options, mb_buf_str(&text));
	mb_buf_release(&text);
}

void say_understood(const struct options *options, const struct inquiry *q)
{
	struct mb_buf words = MB_BUF_INIT;

	if (options->is_quiet || !terminal_is(stderr))
		return;
	query_describe(&q->query, &words);
	fprintf(stderr, "Searched for: %.*s\n", MB_STR_ARG(mb_buf_str(&words)));
	mb_buf_release(&words);
}

static void say_groups(const struct printer *p)
{
	const char *what = p->options->group == GROUP_ITEM ? "item" : "meeting";
	int64_t last = p->options->search.offset + p->n_hits;

	if (last < p->n_groups)
		fprintf(stderr,
			"%" PRId64 " to %" PRId64 " of %" PRId64
			" %ss; --offset %" PRId64 " goes on\n",
			p->options->search.offset + 1, last, p->n_groups, what,
			last);
	else
		fprintf(stderr, "%" PRId64 " %s%s\n", p->n_groups, what,
			p->n_groups == 1 ? "" : "s");
}

void say_total(const struct printer *p, const struct inquiry *q)
{
	const struct search_options *search = &p->options->search;
	int64_t n = q->search ? search_count(q->search) : 0;
	int64_t last = search->offset + p->n_hits;

	if (p->options->is_quiet || !p->ops->is_for_people)
		return;
	if (p->n_hits == 0)
		fputs("nothing found\n", stderr);
	if (p->n_hits == 0 || search->match == MATCH_ANY)
		return;
	if (p->n_groups >= 0)
		say_groups(p);
	else if (n < 0) /* there are more, but nobody needed to know */
		fprintf(stderr,
			"%" PRId64 " to %" PRId64 "; --offset %" PRId64
			" goes on\n",
			search->offset + 1, last, last);
	else if (n < last)
		fprintf(stderr,
			n == 0 ? "no paragraph has all of the words\n"
			       : "%" PRId64 " of them ha%s all of the words\n",
			n, n == 1 ? "s" : "ve");
	else if (n > last)
		fprintf(stderr,
			"%" PRId64 " to %" PRId64 " of %" PRId64
			" paragraphs; --offset %" PRId64 " goes on\n",
			search->offset + 1, last, n, last);
	else
		fprintf(stderr, "%" PRId64 " paragraph%s\n", n,
			n == 1 ? "" : "s");
}
