#include "check_print.h"

#include "minutebook/text.h"

/* Longer lists of problems say no more. */
#define MAX_PROBLEMS 10

/* --- pieces ------------------------------------------------------------ */

static void begin_line(struct mb_buf *out, const char *label)
{
	mb_buf_add_format(out, "  %-8s ", label);
}

static void add_text_line(struct mb_buf *out, const char *label,
			  struct mb_str text, const char *otherwise)
{
	begin_line(out, label);
	mb_add_printable(out, text.len > 0 ? text : mb_str_of(otherwise));
	mb_buf_add_char(out, '\n');
}

/* "1 vote", "3 votes" */
static void add_count(struct mb_buf *out, size_t n, const char *what)
{
	mb_buf_add_format(out, "%zu %s%s", n, what, n == 1 ? "" : "s");
}

static size_t percent(size_t part, size_t whole)
{
	return whole == 0 ? 0 : (part * 100 + whole / 2) / whole;
}

/* --- a document -------------------------------------------------------- */

static const char *kind_words(enum mb_doc_kind kind)
{
	static const char *const words[CHECK_KINDS] = {
		[MB_DOC_OTHER] = "no meeting",
		[MB_DOC_MEETING] = "a meeting",
		[MB_DOC_ITEM] = "one item of a meeting",
		[MB_DOC_DECISION] = "a decision",
		[MB_DOC_ATTENDANCE] = "who was at a meeting",
		[MB_DOC_LIST] = "a list",
	};

	return words[kind];
}

static void add_verdict(struct mb_buf *out, const struct check *check)
{
	const struct {
		bool is_so;
		const char *what;
	} lacks[] = {
		{ check->lacks_body, "no body" },
		{ check->lacks_date, "no date" },
		{ check->lacks_items, "no items" },
		{ check->lacks_speakers, "no speakers" },
		{ check->has_much_outside, "much text outside of items" },
	};
	size_t n = 0;

	if (check->verdict == CHECK_TEXT)
		mb_buf_add(out, MB_STR(": kept as plain text"));
	if (check->verdict == CHECK_WELL)
		mb_buf_add(out, MB_STR(": understood"));
	if (check->verdict == CHECK_PARTLY) {
		mb_buf_add(out, MB_STR(": understood in part: "));
		for (size_t i = 0; i < sizeof(lacks) / sizeof(*lacks); i++)
			if (lacks[i].is_so)
				mb_buf_add_format(out, "%s%s",
						  n++ > 0 ? ", " : "",
						  lacks[i].what);
	}
	mb_buf_add_char(out, '\n');
}

static void add_kind(struct mb_buf *out, const struct mb_doc *doc)
{
	const char *status = mb_status_name(doc->meeting.status);
	const char *format = mb_format_name(doc->format);

	begin_line(out, "what");
	mb_buf_add_format(out, "%s, from %s", kind_words(doc->kind),
			  format ? format : "an unknown format");
	if (status)
		mb_buf_add_format(out, ", %s", status);
	mb_buf_add_char(out, '\n');
}

static void add_date(struct mb_buf *out, const struct mb_meeting *meeting)
{
	static const char *const sources[] = {
		[MB_DATE_FROM_NOWHERE] = "",
		[MB_DATE_FROM_DOCUMENT] = ", from the document",
		[MB_DATE_FROM_METADATA] = ", from the page's metadata",
		[MB_DATE_FROM_FILENAME] = ", from the name of the file",
		[MB_DATE_FROM_FOLDER] = ", from the folder",
	};
	char text[MB_DATE_BYTES] = "not known";

	if (mb_date_is_known(meeting->date))
		mb_date_format(meeting->date, text);
	begin_line(out, "date");
	mb_buf_add_format(out, "%s%s\n", text, sources[meeting->date_source]);
}

static void add_people(struct mb_buf *out, const struct check_counts *counts)
{
	begin_line(out, "people");
	if (counts->n_people == 0)
		mb_buf_add(out, MB_STR("none"));
	else
		mb_buf_add_format(out, "%zu", counts->n_people);
	if (counts->n_apologies > 0)
		mb_buf_add_format(out, ", of whom %zu sent apologies",
				  counts->n_apologies);
	mb_buf_add_char(out, '\n');
}

static void add_items(struct mb_buf *out, const struct check *check)
{
	const struct check_counts *counts = &check->counts;

	begin_line(out, "items");
	if (counts->n_items == 0)
		mb_buf_add(out, MB_STR("none"));
	else
		mb_buf_add_format(out, "%zu", counts->n_items);
	if (counts->n_numbered == 1)
		mb_buf_add_format(out, ", number %.*s",
				  MB_STR_ARG(check->first_number));
	else if (counts->n_numbered > 1)
		mb_buf_add_format(out, ", numbered %.*s to %.*s",
				  MB_STR_ARG(check->first_number),
				  MB_STR_ARG(check->last_number));
	if (counts->n_numbered > 0 && counts->n_numbered < counts->n_items)
		mb_buf_add_format(out, ", %zu without a number",
				  counts->n_items - counts->n_numbered);
	if (counts->n_untitled > 0)
		mb_buf_add_format(out, ", %zu without a title",
				  counts->n_untitled);
	mb_buf_add_char(out, '\n');
}

static void add_text(struct mb_buf *out, const struct check_counts *counts)
{
	begin_line(out, "text");
	add_count(out, counts->n_paragraphs, "paragraph");
	mb_buf_add_format(out, ": %zu with a speaker, ", counts->n_spoken);
	add_count(out, counts->n_decisions, "decision");
	mb_buf_add(out, MB_STR(", "));
	add_count(out, counts->n_votes, "recorded vote");
	mb_buf_add_char(out, '\n');
	begin_line(out, "outside");
	mb_buf_add_format(out, "%zu%% of the text is in no item\n",
			  percent(counts->outside_bytes, counts->text_bytes));
}

static void add_problems(struct mb_buf *out, const struct mb_doc *doc)
{
	for (size_t i = 0; i < doc->n_problems && i < MAX_PROBLEMS; i++) {
		begin_line(out, "problem");
		if (doc->problems[i].line > 0)
			mb_buf_add_format(
			    out, "line %u: ", (unsigned)doc->problems[i].line);
		mb_add_printable(out, doc->problems[i].what);
		mb_buf_add_char(out, '\n');
	}
	if (doc->n_problems > MAX_PROBLEMS) {
		begin_line(out, "");
		mb_buf_add_format(out, "and %zu more\n",
				  doc->n_problems - MAX_PROBLEMS);
	}
}

void check_print(struct mb_buf *out, const struct check *check)
{
	const struct mb_doc *doc = check->doc;

	mb_add_printable(out, doc->path);
	add_verdict(out, check);
	add_kind(out, doc);
	if (doc->kind != MB_DOC_OTHER || doc->meeting.council.len > 0)
		add_text_line(out, "council", doc->meeting.council,
			      "not named");
	if (doc->kind != MB_DOC_OTHER || doc->meeting.body.len > 0)
		add_text_line(out, "body", doc->meeting.body, "not named");
	if (doc->kind != MB_DOC_OTHER || mb_date_is_known(doc->meeting.date))
		add_date(out, &doc->meeting);
	if (doc->kind != MB_DOC_OTHER) {
		add_people(out, &check->counts);
		add_items(out, check);
	}
	add_text(out, &check->counts);
	add_problems(out, doc);
	mb_buf_add_char(out, '\n');
}

void check_print_unread(struct mb_buf *out, struct mb_str path,
			struct mb_str reason)
{
	mb_add_printable(out, path);
	mb_buf_add(out, MB_STR(": not understood\n"));
	add_text_line(out, "problem", reason, "");
	mb_buf_add_char(out, '\n');
}

/* --- the table --------------------------------------------------------- */

static void add_row(struct mb_buf *out, const char *kind,
		    const struct check_sums *sums)
{
	const struct check_counts *c = &sums->counts;

	mb_buf_add_format(out,
			  "%-11s %6zu %8zu %6zu %6zu %7zu %7zu %11zu %9zu%% "
			  "%9zu %8zu%%\n",
			  kind, sums->n, sums->n_council, sums->n_body,
			  sums->n_date, sums->n_with_people, c->n_items,
			  c->n_paragraphs,
			  percent(c->n_spoken, c->n_paragraphs), c->n_problems,
			  percent(c->outside_bytes, c->text_bytes));
}

static void add_table(struct mb_buf *out, const struct check_totals *totals)
{
	mb_buf_add(out, MB_STR("documents        n  council   body   date "
			       " people   items  paragraphs    spoken  "
			       "problems   outside\n"));
	for (int kind = MB_DOC_MEETING; kind < CHECK_KINDS; kind++)
		if (totals->kinds[kind].n > 0)
			add_row(out, mb_doc_kind_name((enum mb_doc_kind)kind),
				&totals->kinds[kind]);
	if (totals->kinds[MB_DOC_OTHER].n > 0)
		add_row(out, mb_doc_kind_name(MB_DOC_OTHER),
			&totals->kinds[MB_DOC_OTHER]);
	if (totals->n_verdicts[CHECK_UNREAD] > 0)
		mb_buf_add_format(out, "%-11s %6zu\n", "not read",
				  totals->n_verdicts[CHECK_UNREAD]);
}

void check_print_totals(struct mb_buf *out, const struct check_totals *totals)
{
	const size_t *n = totals->n_verdicts;
	size_t n_all = 0;

	for (int i = 0; i < CHECK_VERDICTS; i++)
		n_all += n[i];
	add_table(out, totals);
	mb_buf_add_char(out, '\n');
	add_count(out, n_all, "document");
	mb_buf_add_format(out,
			  ": %zu understood, %zu in part, %zu kept as plain "
			  "text, %zu not read\n",
			  n[CHECK_WELL], n[CHECK_PARTLY], n[CHECK_TEXT],
			  n[CHECK_UNREAD]);
}
