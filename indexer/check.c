#include "check.h"

/* More than this of the text outside of items is worth a look. */
#define MUCH_PERCENT 20

/* Minutes of so many paragraphs in which nobody speaks are strange. */
#define MANY_PARAGRAPHS 8

static void count_paragraphs(struct check_counts *counts,
			     const struct mb_item *item, bool is_outside)
{
	for (size_t i = 0; i < item->n_paragraphs; i++) {
		const struct mb_paragraph *p = &item->paragraphs[i];

		counts->n_paragraphs++;
		counts->n_spoken += p->speaker.as_written.len > 0;
		counts->n_decisions += p->kind == MB_PARAGRAPH_DECISION;
		counts->text_bytes += p->text.len;
		if (is_outside)
			counts->outside_bytes += p->text.len;
	}
	counts->n_votes += item->n_votes;
}

static void count_items(struct check *check, const struct mb_doc *doc)
{
	for (size_t i = 0; i < doc->n_items; i++) {
		const struct mb_item *item = &doc->items[i];
		bool is_outside = item->number.len == 0 && item->title.len == 0;

		count_paragraphs(&check->counts, item, is_outside);
		if (is_outside)
			continue;
		check->counts.n_items++;
		check->counts.n_untitled += item->title.len == 0;
		if (item->number.len == 0)
			continue;
		if (check->counts.n_numbered++ == 0)
			check->first_number = item->number;
		check->last_number = item->number;
	}
}

/* Whether there is text that tells what happened, and not only an agenda. */
static bool has_minutes(const struct mb_doc *doc)
{
	for (size_t i = 0; i < doc->n_items; i++)
		for (size_t k = 0; k < doc->items[i].n_paragraphs; k++)
			if (doc->items[i].paragraphs[k].kind ==
			    MB_PARAGRAPH_MINUTE)
				return true;
	return false;
}

static void find_lacks(struct check *check)
{
	const struct mb_doc *doc = check->doc;
	const struct check_counts *counts = &check->counts;
	bool is_meeting = doc->kind == MB_DOC_MEETING;

	/* pages of items and decisions find their meeting in the index */
	check->lacks_body = is_meeting && doc->meeting.body.len == 0;
	check->lacks_date = (is_meeting || doc->kind == MB_DOC_DECISION) &&
			    !mb_date_is_known(doc->meeting.date);
	check->lacks_items = (is_meeting || doc->kind == MB_DOC_ITEM) &&
			     counts->n_items == 0 &&
			     doc->meeting.status != MB_STATUS_CANCELLED;
	check->lacks_speakers = counts->n_spoken == 0 &&
				counts->n_paragraphs >= MANY_PARAGRAPHS &&
				has_minutes(doc);
	check->has_much_outside =
	    (is_meeting || doc->kind == MB_DOC_ITEM) &&
	    counts->outside_bytes * 100 > counts->text_bytes * MUCH_PERCENT;
}

struct check check_of(const struct mb_doc *doc)
{
	struct check check = { .doc = doc };

	check.counts.n_people = doc->n_attendance;
	for (size_t i = 0; i < doc->n_attendance; i++)
		check.counts.n_apologies +=
		    doc->attendance[i].presence == MB_APOLOGIES;
	check.counts.n_problems = doc->n_problems;
	count_items(&check, doc);
	if (doc->kind == MB_DOC_OTHER) {
		check.verdict = CHECK_TEXT;
		return check;
	}
	find_lacks(&check);
	if (check.lacks_body || check.lacks_date || check.lacks_items ||
	    check.lacks_speakers || check.has_much_outside)
		check.verdict = CHECK_PARTLY;
	return check;
}

/* --- sums -------------------------------------------------------------- */

static void add_counts(struct check_counts *sum, const struct check_counts *c)
{
	sum->n_people += c->n_people;
	sum->n_apologies += c->n_apologies;
	sum->n_items += c->n_items;
	sum->n_numbered += c->n_numbered;
	sum->n_untitled += c->n_untitled;
	sum->n_paragraphs += c->n_paragraphs;
	sum->n_spoken += c->n_spoken;
	sum->n_decisions += c->n_decisions;
	sum->n_votes += c->n_votes;
	sum->text_bytes += c->text_bytes;
	sum->outside_bytes += c->outside_bytes;
	sum->n_problems += c->n_problems;
}

void check_add(struct check_totals *totals, const struct check *check)
{
	struct check_sums *sums = &totals->kinds[check->doc->kind];
	const struct mb_meeting *meeting = &check->doc->meeting;

	totals->n_verdicts[check->verdict]++;
	sums->n++;
	sums->n_council += meeting->council.len > 0;
	sums->n_body += meeting->body.len > 0;
	sums->n_date += mb_date_is_known(meeting->date);
	sums->n_with_people += check->counts.n_people > 0;
	add_counts(&sums->counts, &check->counts);
}

void check_add_unread(struct check_totals *totals)
{
	totals->n_verdicts[CHECK_UNREAD]++;
}
