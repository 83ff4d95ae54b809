/*
 * Identities become persons: those that somebody uses, each with the name
 * that it is printed with most, in the order of councils and names.
 */
#include <stdlib.h>
#include <string.h>

#include "minutebook/buf.h"
#include "minutebook/text.h"
#include "people.h"

/* A name that stands for an identity, and how often. */
struct shown {
	uint32_t root;
	struct mb_str text;
	bool is_own;      /* surname alone */
	bool is_full;     /* a given name in full */
	bool is_declared; /* the file's own */
	int32_t last;     /* when its identity was seen last */
	size_t n;
};

struct shown_list {
	struct shown *items;
	size_t n, capacity;
};

/* A person in the making. */
struct draft {
	uint32_t root, council;
	struct mb_str name;
	const struct shown *names; /* the best first */
	size_t n_names;
	int32_t first, last;
};

/* --- how names are shown ----------------------------------------------- */

static void add_word(struct mb_buf *out, struct mb_str word)
{
	if (word.len == 0)
		return;
	if (out->len > 0)
		mb_buf_add_char(out, ' ');
	mb_buf_add(out, word);
}

/* "Cllr." and "Clr" are short for one word. */
static struct mb_str long_title(struct mb_str title)
{
	struct mb_str short_ones[] = { MB_STR("Cllr"), MB_STR("Cllr."),
				       MB_STR("Clr"), MB_STR("Clr."),
				       MB_STR("Councillors") };

	for (size_t i = 0; i < sizeof(short_ones) / sizeof(*short_ones); i++)
		if (mb_str_equal_nocase(title, short_ones[i]))
			return MB_STR("Councillor");
	return title;
}

/* Given names and surname; a surname alone keeps its titles. */
static struct mb_str show(struct mb_people *people,
			  const struct mb_person_name *name)
{
	struct mb_buf text = MB_BUF_INIT;
	struct mb_str out = { NULL, 0 }, rest = name->honorific;

	while (name->n_given == 0 && rest.len > 0) {
		struct mb_cut cut = mb_str_cut(rest, ' ');

		add_word(&text, long_title(cut.head));
		rest = cut.tail;
	}
	for (size_t i = 0; i < name->n_given; i++) {
		add_word(&text, name->given[i].text);
		if (name->given[i].is_initial)
			mb_buf_add_char(&text, '.');
	}
	add_word(&text, name->surname);
	if (mb_buf_move(&text, &people->arena, &out, NULL) != MB_OK)
		people->has_failed = true;
	mb_buf_release(&text);
	return out;
}

static void add_shown(struct mb_people *people, struct shown_list *list,
		      const struct shown *shown)
{
	struct shown *moved = mb_people_grow(people, list->items, list->n,
					     &list->capacity, sizeof(*moved));

	if (!moved)
		return;
	list->items = moved;
	list->items[list->n++] = *shown;
}

static void collect(struct mb_people *people, struct shown_list *list)
{
	struct mb_str *texts =
	    MB_NEW(&people->arena, struct mb_str, people->n_names + 1);

	if (!texts) {
		people->has_failed = true;
		return;
	}
	for (size_t i = 0; i < people->n_uses; i++) {
		const struct use *use = &people->uses[i];
		struct mb_str *text = &texts[use->u.name];
		const struct mb_person_name *parts =
		    &people->names[use->u.name].parts;
		struct shown shown = { .n = 1 };
		int32_t first;

		if (use->identity == MB_PERSON_NONE ||
		    parts->kind != MB_NAME_PERSON ||
		    (use->u.evidence == MB_EVIDENCE_SPELLING) ||
		    (parts->n_given == 0 && use->u.evidence != MB_EVIDENCE_OWN))
			continue;
		if (text->len == 0)
			*text = show(people, parts);
		shown.root = mb_identity_root(people, use->identity);
		shown.text = *text;
		shown.is_own = parts->n_given == 0;
		shown.is_full = mb_name_is_full(parts);
		mb_seen_span(&people->identities[use->identity].seen, &first,
			     &shown.last);
		add_shown(people, list, &shown);
	}
}

static void collect_declared(struct mb_people *people, struct shown_list *list)
{
	for (uint32_t i = 0; i < people->n_identities; i++) {
		const struct identity *id = &people->identities[i];
		const struct declared *d;

		if (id->declared == MB_PERSON_NONE)
			continue;
		d = &people->declared[id->declared];
		for (size_t k = 0; k < d->n_names; k++) {
			const struct shown shown = {
				.root = mb_identity_root(people, i),
				.text = d->names[k],
				.is_declared = k == 0,
				.last = k == 0 ? INT32_MAX : INT32_MIN,
			};

			add_shown(people, list, &shown);
		}
	}
}

static size_t n_accents(struct mb_str text)
{
	size_t n = 0;

	for (size_t i = 0; i < text.len; i++)
		n += (unsigned char)text.ptr[i] >= 0x80;
	return n;
}

static int compare_texts(const void *a, const void *b)
{
	const struct shown *x = a, *y = b;

	if (x->root != y->root)
		return x->root < y->root ? -1 : 1;
	return mb_str_compare(x->text, y->text);
}

/* The best name of a person first. */
static int compare_shown(const void *a, const void *b)
{
	const struct shown *x = a, *y = b;

	if (x->root != y->root)
		return x->root < y->root ? -1 : 1;
	if (x->is_declared != y->is_declared)
		return x->is_declared ? -1 : 1;
	if (x->is_own != y->is_own)
		return x->is_own ? 1 : -1;
	if (x->is_full != y->is_full)
		return x->is_full ? -1 : 1;
	if (x->last != y->last)
		return x->last > y->last ? -1 : 1;
	if (x->n != y->n)
		return x->n > y->n ? -1 : 1;
	if (n_accents(x->text) != n_accents(y->text))
		return n_accents(x->text) > n_accents(y->text) ? -1 : 1;
	return mb_str_compare(x->text, y->text);
}

/* Each name of a root once, with its sum. */
static void count_shown(struct shown_list *list)
{
	size_t n = 0;

	if (list->n > 1)
		qsort(list->items, list->n, sizeof(*list->items),
		      compare_texts);
	for (size_t i = 0; i < list->n; i++) {
		struct shown *s = &list->items[i];

		if (n == 0 || compare_texts(&list->items[n - 1], s) != 0) {
			list->items[n++] = *s;
			continue;
		}
		list->items[n - 1].n += s->n;
		list->items[n - 1].is_declared |= s->is_declared;
		list->items[n - 1].is_own &= s->is_own;
		list->items[n - 1].is_full |= s->is_full;
		if (s->last > list->items[n - 1].last)
			list->items[n - 1].last = s->last;
	}
	list->n = n;
	if (n > 1)
		qsort(list->items, n, sizeof(*list->items), compare_shown);
}

/* --- persons ----------------------------------------------------------- */

static int compare_drafts(const void *a, const void *b)
{
	const struct draft *x = a, *y = b;
	int order;

	if (x->council != y->council)
		return x->council < y->council ? -1 : 1;
	order = mb_str_compare(x->name, y->name);
	if (order)
		return order;
	if (x->first != y->first)
		return x->first < y->first ? -1 : 1;
	return (x->root > y->root) - (x->root < y->root);
}

static size_t make_drafts(const struct mb_people *people,
			  const struct shown_list *list, struct draft *out)
{
	size_t n = 0;

	for (size_t i = 0, end; i < list->n; i = end) {
		uint32_t root = list->items[i].root;
		const struct identity *id = &people->identities[root];

		for (end = i + 1;
		     end < list->n && list->items[end].root == root; end++)
			;
		out[n] = (struct draft){
			.root = root,
			.council = id->council,
			.name = list->items[i].text,
			.names = &list->items[i],
			.n_names = end - i,
		};
		mb_seen_span(&id->seen, &out[n].first, &out[n].last);
		n++;
	}
	if (n > 1)
		qsort(out, n, sizeof(*out), compare_drafts);
	return n;
}

/* Two of one name are told apart by when they were seen first. */
static struct mb_str tell_apart(struct mb_people *people,
				const struct draft *draft, size_t nth)
{
	struct mb_buf text = MB_BUF_INIT;
	struct mb_str out = draft->name;

	mb_buf_add(&text, draft->name);
	if (draft->first != DAY_UNKNOWN)
		mb_buf_add_format(&text, " (%d)",
				  mb_date_from_days(draft->first).year);
	if (nth > 1)
		mb_buf_add_format(&text, " #%zu", nth);
	if (mb_buf_move(&text, &people->arena, &out, NULL) != MB_OK)
		people->has_failed = true;
	mb_buf_release(&text);
	return out;
}

static bool is_same_name(const struct draft *a, const struct draft *b)
{
	return a->council == b->council && mb_str_equal(a->name, b->name);
}

static void make_person(struct mb_people *people, const struct draft *drafts,
			size_t i, size_t n, struct mb_person *out)
{
	const struct draft *draft = &drafts[i];
	bool is_shared = (i > 0 && is_same_name(draft, &drafts[i - 1])) ||
			 (i + 1 < n && is_same_name(draft, &drafts[i + 1]));
	struct mb_str *names =
	    MB_NEW(&people->arena, struct mb_str, draft->n_names);
	size_t nth = 1;

	if (!names) {
		people->has_failed = true;
		return;
	}
	for (size_t k = 0; k < draft->n_names; k++)
		names[k] = draft->names[k].text;
	for (size_t k = i; k > 0 && is_same_name(draft, &drafts[k - 1]) &&
			   (draft->first == DAY_UNKNOWN ||
			    mb_date_from_days(draft->first).year ==
				mb_date_from_days(drafts[k - 1].first).year);
	     k--)
		nth++;
	*out = (struct mb_person){
		.name =
		    is_shared ? tell_apart(people, draft, nth) : draft->name,
		.council = people->council_names.items[draft->council],
		.names = names,
		.n_names = draft->n_names,
	};
}

/* --- results ----------------------------------------------------------- */

static int compare_numbers(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static uint32_t person_of(const struct mb_people *people, uint32_t identity)
{
	if (identity == MB_PERSON_NONE)
		return MB_PERSON_NONE;
	return people->identities[mb_identity_root(people, identity)].person;
}

/* Candidates that turned out to be one person decide the use. */
static void finish_use(const struct mb_people *people, struct use *use)
{
	size_t n = 0;

	use->u.person = person_of(people, use->identity);
	if (use->u.person == MB_PERSON_NONE) /* its names were misspellings */
		use->u.evidence = MB_EVIDENCE_NONE;
	for (size_t i = 0; i < use->n_candidates; i++) {
		uint32_t person = person_of(people, use->candidates[i]);

		if (person != MB_PERSON_NONE)
			use->candidates[n++] = person;
	}
	if (n > 1)
		qsort(use->candidates, n, sizeof(*use->candidates),
		      compare_numbers);
	use->n_candidates = 0;
	for (size_t i = 0; i < n; i++)
		if (i == 0 || use->candidates[i] != use->candidates[i - 1])
			use->candidates[use->n_candidates++] =
			    use->candidates[i];
	use->u.candidates = use->candidates;
	use->u.n_candidates = use->n_candidates;
}

void mb_people_finish(struct mb_people *people)
{
	struct shown_list list = { .n = 0 };
	struct draft *drafts;
	size_t n;

	collect(people, &list);
	collect_declared(people, &list);
	count_shown(&list);
	drafts = MB_NEW(&people->arena, struct draft, list.n + 1);
	people->persons = MB_NEW(&people->arena, struct mb_person, list.n + 1);
	people->results =
	    MB_NEW(&people->arena, struct mb_use, people->n_uses + 1);
	if (!drafts || !people->persons || !people->results ||
	    people->has_failed) {
		people->has_failed = true;
		return;
	}
	n = make_drafts(people, &list, drafts);
	for (size_t i = 0; i < n; i++) {
		make_person(people, drafts, i, n, &people->persons[i]);
		people->identities[drafts[i].root].person = (uint32_t)i;
	}
	people->n_persons = n;
	for (size_t i = 0; i < people->n_uses; i++) {
		finish_use(people, &people->uses[i]);
		people->results[i] = people->uses[i].u;
	}
}
