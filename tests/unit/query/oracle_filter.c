#include <string.h>

#include "minutebook/text.h"
#include "oracle_parts.h"
#include "support/text.h"

static bool has_name(const char *names, const struct filter_value *value)
{
	struct mb_str rest = mb_str_of(names);
	struct mb_arena arena = MB_ARENA_INIT;
	bool found = false;

	while (rest.len > 0 && !found) {
		struct mb_cut cut = mb_str_cut(rest, ';');
		struct mb_str name, wanted;
		char joined[200], want[200];
		size_t n = 0;

		cr_assert(mb_fold_in(&arena, cut.head, &name, NULL) == MB_OK);
		cr_assert(mb_fold_in(&arena, value->text, &wanted, NULL) ==
			  MB_OK);
		for (size_t i = 0; i < wanted.len; i++)
			if (wanted.ptr[i] != ' ')
				want[n++] = wanted.ptr[i];
		want[n] = '\0';
		/* some whole words of the name, run together */
		for (size_t i = 0; i < name.len && !found; i++) {
			size_t length = 0;

			if (i > 0 && name.ptr[i - 1] != ' ')
				continue;
			for (size_t k = i; k < name.len && !found; k++) {
				if (name.ptr[k] != ' ')
					joined[length++] = name.ptr[k];
				joined[length] = '\0';
				found =
				    !strcmp(joined, want) &&
				    (value->is_prefix || k + 1 == name.len ||
				     name.ptr[k + 1] == ' ');
			}
		}
		rest = cut.tail;
	}
	mb_arena_release(&arena);
	return found;
}

static bool is_within(const char *date, const struct date_range *range)
{
	struct mb_date day;

	return date && mb_date_parse_iso(mb_str_of(date), &day) &&
	       (!mb_date_is_known(range->first) ||
		mb_date_compare(day, range->first) >= 0) &&
	       (!mb_date_is_known(range->last) ||
		mb_date_compare(day, range->last) <= 0);
}

static bool is_text(const char *a, struct mb_str b)
{
	return a && mb_str_equal(mb_str_of(a), b);
}

static bool has_flag(const struct archive_paragraph *p, const char *flag)
{
	const struct archive_item *item = &archive_items[p->item];

	if (!strcmp(flag, "vote"))
		return item->vote != MB_RESULT_UNKNOWN;
	if (!strcmp(flag, "document"))
		return item->link != NULL;
	if (!strcmp(flag, "speaker"))
		return p->speaker != NULL;
	if (!strcmp(flag, "boilerplate"))
		return item->is_boilerplate;
	if (!strcmp(flag, "draft"))
		return archive_docs[item->doc].status == MB_STATUS_DRAFT;
	for (int i = 0; i < archive_n_paragraphs; i++)
		if (!strcmp(flag, "decision") &&
		    archive_paragraphs[i].item == p->item &&
		    archive_paragraphs[i].kind == MB_PARAGRAPH_DECISION)
			return true;
	return false;
}

/* Who each field of names looks at. */
static bool is_named(const char *field, const struct archive_paragraph *p,
		     const struct filter_value *value)
{
	const struct archive_item *item = &archive_items[p->item];
	const struct archive_doc *doc = &archive_docs[item->doc];
	const struct {
		const char *field, *names;
	} all[] = {
		{ "speaker", p->speaker },
		{ "mentions", p->mentions },
		{ "mover", p->mover },
		{ "seconder", p->seconder },
		{ "present", doc->present },
		{ "present", doc->in_attendance },
		{ "apologies", doc->apologies },
		{ "lead", item->lead },
		{ "for", item->votes[MB_VOTE_FOR] },
		{ "against", item->votes[MB_VOTE_AGAINST] },
		{ "abstained", item->votes[MB_VOTE_ABSTAIN] },
		{ "voted", item->votes[MB_VOTE_FOR] },
		{ "voted", item->votes[MB_VOTE_AGAINST] },
		{ "voted", item->votes[MB_VOTE_ABSTAIN] },
	};

	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++)
		if ((!strcmp(field, "person") ||
		     !strcmp(field, all[i].field)) &&
		    has_name(all[i].names, value))
			return true;
	return false;
}

static bool fits_value(const struct field *field,
		       const struct archive_paragraph *p,
		       const struct filter_value *value)
{
	const struct archive_item *item = &archive_items[p->item];
	const struct archive_doc *doc = &archive_docs[item->doc];
	const char *name = field->name;

	if (field->kind == FIELD_NAME)
		return is_named(name, p, value);
	if (field->kind == FIELD_FLAG)
		return has_flag(p, value->word->word);
	if (!strcmp(name, "added"))
		return !mb_date_is_known(value->range.last);
	if (field->kind == FIELD_DATE || field->kind == FIELD_SINCE ||
	    field->kind == FIELD_UNTIL)
		return is_within(doc->date, &value->range);
	if (!strcmp(name, "council"))
		return has_name(doc->council ? doc->council : "misc", value);
	if (!strcmp(name, "committee"))
		return has_name(doc->body, value);
	if (!strcmp(name, "kind"))
		return is_text(mb_paragraph_kind_name(p->kind),
			       mb_str_of(value->word->word));
	if (!strcmp(name, "format"))
		return is_text(mb_format_name(doc->format),
			       mb_str_of(value->word->word));
	if (!strcmp(name, "result"))
		return is_text(mb_vote_result_name(item->vote),
			       mb_str_of(value->word->word));
	if (!strcmp(name, "number"))
		return is_text(item->number, value->text) ||
		       is_text(p->number, value->text);
	if (!strcmp(name, "path"))
		return mb_str_find_nocase(mb_str_of(doc->path), value->text) !=
		       MB_STR_NONE;
	cr_assert(name == NULL, "the oracle does not know '%s:'", name);
	return false;
}

bool oracle_fits(const struct filter *filter, const struct archive_paragraph *p)
{
	for (size_t i = 0; i < filter->n_values; i++)
		if (fits_value(filter->field, p, &filter->values[i]))
			return !filter->is_negated;
	return filter->is_negated;
}
