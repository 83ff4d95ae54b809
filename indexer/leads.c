#include "leads.h"

#include "minutebook/person_name.h"

static void add(struct blocks *blocks, struct mb_item *item, struct mb_str name)
{
	/* so many that there is always room */
	size_t capacity = item->lead.len / 2 + 1;

	if (!item->leads)
		item->leads = MB_NEW(blocks->arena, struct mb_str, capacity);
	if (!item->leads)
		blocks->has_failed = true;
	else
		item->leads[item->n_leads++] = name;
}

/* A name that is more than a surname, which any word could be. */
static bool is_person(struct blocks *blocks, struct mb_str text)
{
	struct mb_person_name name;

	if (mb_person_name_parse(text, blocks->arena, &name, NULL) != MB_OK) {
		blocks->has_failed = true;
		return false;
	}
	return name.kind == MB_NAME_PERSON &&
	       (name.n_given > 0 || name.honorific.len > 0);
}

/* What stands before the first "and", "&" or "/", and behind it. */
static struct mb_cut cut_first(struct mb_str lead)
{
	static const char *const between[] = { " and ", " & ", "/", ";" };
	struct mb_cut first = { .head = lead };

	for (size_t i = 0; i < sizeof(between) / sizeof(*between); i++) {
		struct mb_str sign = mb_str_of(between[i]);
		size_t at = mb_str_find(lead, sign);

		if (at != MB_STR_NONE && at < first.head.len)
			first = (struct mb_cut){
				mb_str_trim(mb_str_take(lead, at)),
				mb_str_trim(mb_str_drop(lead, at + sign.len)),
				true
			};
	}
	return first;
}

/* "A, B" are two persons, "A, Director of Housing" is one with the office. */
static void add_persons(struct blocks *blocks, struct mb_item *item,
			struct mb_str list)
{
	while (list.len > 0 && !blocks->has_failed) {
		struct mb_cut cut = mb_str_cut(list, ',');
		struct mb_str one = mb_str_trim(cut.head);

		if (is_person(blocks, one))
			add(blocks, item, one);
		list = cut.tail;
	}
}

void leads_read(struct blocks *blocks, struct mb_item *item)
{
	struct mb_str rest = item->lead;

	item->n_leads = 0;
	while (rest.len > 0 && !blocks->has_failed) {
		struct mb_cut cut = cut_first(rest);

		add_persons(blocks, item, cut.head);
		rest = cut.tail;
	}
	if (item->n_leads == 0 && item->lead.len > 0)
		add(blocks, item, item->lead); /* an office */
}
