#include "attendance.h"

#include "minutebook/text.h"
#include "names.h"
#include "titles.h"
#include "vocabulary.h"

/* More people than any council has. */
#define MAX_PEOPLE 4000

#define MAX_SEGMENT_WORDS 24

/* --- labels ------------------------------------------------------------ */

struct label {
	const char *text; /* lower case */
	enum mb_presence presence;
};

/* Longer labels first: the first that fits counts. */
static const struct label labels[] = {
	{ "apologies for absence", MB_APOLOGIES },
	{ "apologies received from", MB_APOLOGIES },
	{ "apologies were received from", MB_APOLOGIES },
	{ "apologies received", MB_APOLOGIES },
	{ "apologies from", MB_APOLOGIES },
	{ "apologies", MB_APOLOGIES },
	{ "apology", MB_APOLOGIES },
	{ "ymddiheuriadau", MB_APOLOGIES },
	{ "absent", MB_ABSENT },
	{ "not present", MB_ABSENT },
	{ "sorry from", MB_APOLOGIES },
	{ "also in attendance", MB_IN_ATTENDANCE },
	{ "also attending", MB_IN_ATTENDANCE },
	{ "officers in attendance", MB_IN_ATTENDANCE },
	{ "officials in attendance", MB_IN_ATTENDANCE },
	{ "others in attendance", MB_IN_ATTENDANCE },
	{ "in attendance", MB_IN_ATTENDANCE },
	{ "officers present", MB_IN_ATTENDANCE },
	{ "officials present", MB_IN_ATTENDANCE },
	{ "others present", MB_IN_ATTENDANCE },
	{ "also present", MB_IN_ATTENDANCE },
	{ "officers", MB_IN_ATTENDANCE },
	{ "officials", MB_IN_ATTENDANCE },
	{ "members of the public", MB_IN_ATTENDANCE },
	{ "observers", MB_IN_ATTENDANCE },
	{ "guests", MB_IN_ATTENDANCE },
	{ "visitors", MB_IN_ATTENDANCE },
	{ "hefyd yn bresennol", MB_IN_ATTENDANCE },
	{ "present in the chair", MB_PRESENT },
	{ "in the chair", MB_PRESENT },
	{ "councillors present", MB_PRESENT },
	{ "members present", MB_PRESENT },
	{ "members in attendance", MB_PRESENT },
	{ "councillors in attendance", MB_PRESENT },
	{ "those present", MB_PRESENT },
	{ "those attending", MB_PRESENT },
	{ "present were", MB_PRESENT },
	{ "present", MB_PRESENT },
	{ "attendees", MB_PRESENT },
	{ "attendance", MB_PRESENT },
	{ "attended", MB_PRESENT },
	{ "yn bresennol", MB_PRESENT },
	{ "presennol", MB_PRESENT },
	{ "councillors", MB_PRESENT },
	{ "members", MB_PRESENT },
	{ "chair", MB_PRESENT },
	{ "chairman", MB_PRESENT },
};

/* A label counts before a colon, at the end, or before a list of names. */
static bool ends_label(struct mb_str rest, const struct label *label,
		       struct mb_str *list)
{
	struct mb_str after = mb_str_trim(rest);
	bool is_plain =
	    label->presence == MB_PRESENT &&
	    !mb_str_starts(mb_str_of(label->text), MB_STR("present")) &&
	    !mb_str_starts(mb_str_of(label->text), MB_STR("those"));

	if (rest.len > 0 && mb_is_alnum(rest.ptr[0]))
		return false;
	if (mb_str_starts(after, MB_STR("("))) /* "Present (remotely):" */
		after = mb_str_trim(mb_str_cut(after, ')').tail);
	if (after.len == 0) {
		*list = after;
		return true;
	}
	if (after.ptr[0] == ':' || mb_str_starts(after, MB_STR("- ")) ||
	    mb_str_starts(after, MB_STR("\xE2\x80\x93"))) {
		*list = mb_str_trim(mb_str_drop(after, 1));
		if (list->len > 0 && (unsigned char)list->ptr[0] == 0x80)
			*list = mb_str_trim(mb_str_drop(*list, 2));
		while (list->len > 0 && list->ptr[0] == '-')
			*list = mb_str_trim(mb_str_drop(*list, 1));
		return true;
	}
	*list = after;
	/* "Present Councillor A" is one, "Present arrangements" is none */
	return !is_plain && label->presence == MB_PRESENT &&
	       mb_is_upper(after.ptr[0]);
}

bool attendance_label(struct mb_str text, enum mb_presence *presence,
		      struct mb_str *rest)
{
	for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++) {
		struct mb_str label = mb_str_of(labels[i].text);

		if (!mb_str_starts_nocase(text, label))
			continue;
		if (!ends_label(mb_str_drop(text, label.len), &labels[i], rest))
			continue;
		*presence = labels[i].presence;
		return true;
	}
	return false;
}

/* --- one person -------------------------------------------------------- */

static struct mb_attendee *add_person(struct blocks *blocks, struct mb_doc *doc,
				      const struct mb_attendee *person)
{
	size_t capacity = doc->n_attendance;
	struct mb_attendee *grown;

	if (doc->n_attendance >= MAX_PEOPLE || person->name.len < 2)
		return NULL;
	for (size_t i = 0; i < doc->n_attendance; i++)
		if (mb_str_equal_nocase(doc->attendance[i].name,
					person->name) &&
		    doc->attendance[i].presence == person->presence)
			return &doc->attendance[i];
	/* capacities are powers of two, so that none need be kept */
	if ((capacity & (capacity - 1)) == 0) {
		size_t places = capacity;

		grown = mb_arena_grow(blocks->arena, doc->attendance, capacity,
				      &places, sizeof(*grown));
		if (!grown) {
			blocks->has_failed = true;
			return NULL;
		}
		doc->attendance = grown;
	}
	doc->attendance[doc->n_attendance] = *person;
	return &doc->attendance[doc->n_attendance++];
}

/* "DN" behind "Dick Noble": the letters that his name begins with. */
static bool are_initials(struct mb_str s, const struct mb_str name)
{
	struct word words[8];
	size_t n = words_of(name, words, 8);
	size_t at = 0;

	if (s.len < 2 || s.len > 4)
		return false;
	for (size_t i = 0; i < n && at < s.len; i++)
		if (words[i].is_capital && !is_honorific(words[i].text) &&
		    words[i].text.ptr[0] == s.ptr[at])
			at++;
	return at == s.len;
}

/* An office, without a person: "Clerk", "Director of Public Health". */
static bool is_office(const struct phrase *p)
{
	for (size_t i = 0; i < p->n && i < 8; i++)
		if (is_office_noun(p->words[i].text))
			return true;
	return false;
}

/* --- a list ------------------------------------------------------------ */

/* What carries over from one segment of a list to the next. */
struct list {
	struct blocks *blocks;
	struct mb_doc *doc;
	enum mb_presence presence;
	uint32_t line;
	struct mb_str title;      /* of "Councillors A, B": "Councillor" */
	struct mb_attendee *last; /* whose role may follow */
	size_t n;
};

static struct mb_str join_title(struct list *list, struct mb_str name)
{
	struct mb_buf both = MB_BUF_INIT;
	struct mb_str out;

	if (list->title.len == 0)
		return name;
	mb_buf_add(&both, list->title);
	mb_buf_add_char(&both, ' ');
	mb_buf_add(&both, name);
	out = blocks_clean(list->blocks, mb_buf_str(&both));
	list->blocks->has_failed |= both.has_failed;
	mb_buf_release(&both);
	return out;
}

static void put(struct list *list, struct mb_str name, struct mb_str role)
{
	struct mb_attendee person = {
		.name = name,
		.role = title_trim(role),
		.presence = list->presence,
		.line = list->line,
	};

	if (person.role.len > 0 && person.role.ptr[0] == '(')
		person.role = mb_str_drop(person.role, 1);
	list->last = add_person(list->blocks, list->doc, &person);
	list->n += list->last != NULL;
}

/* What stands behind a name: a role, or the initials that stand for it. */
static struct mb_str rest_of(const struct phrase *p, size_t from)
{
	struct mb_str rest;

	if (from >= p->n)
		return (struct mb_str){ NULL, 0 };
	rest = mb_str_drop(p->text, p->words[from].start);
	return mb_str_trim(rest);
}

static void note_rest(struct list *list, struct mb_str rest)
{
	struct mb_str word = title_trim(rest);

	if (!list->last || word.len == 0)
		return;
	if (are_initials(word, list->last->name)) {
		list->last->initials = word;
		return;
	}
	if (word.ptr[0] == '(')
		word = mb_str_drop(word, 1);
	if (word.len > 0 && word.ptr[word.len - 1] == ')')
		word.len--;
	if (list->last->role.len == 0 && !mb_is_lower(word.ptr[0]))
		list->last->role = title_trim(word);
}

/* Words that end what a list says of people: "… and 4 members of the public" */
static size_t cut_tail(const struct phrase *p)
{
	static const char *const stops[] = { "together", "were",  "was",
					     "attended", "there", "plus",
					     "who",      "with" };

	for (size_t i = 0; i < p->n; i++)
		if (WORDS_HAS(stops, p->words[i].text) &&
		    !p->words[i].is_capital)
			return i;
	return p->n;
}

/* "Chief Executive (Mr C. Murray)": the office comes first. */
static bool take_office_first(struct list *list, const struct phrase *p)
{
	for (size_t i = 1; i < p->n; i++) {
		struct name name;

		if (p->words[i].opens != '(' || !name_titled(p, i, &name))
			continue;
		if (!is_office_noun(p->words[i - 1].text) && !is_office(p))
			return false;
		put(list, name.as_written, phrase_text(p, 0, i));
		return true;
	}
	return false;
}

/* "Chairman Cllr Mrs Shewell" */
static bool take_role_and_person(struct list *list, const struct phrase *p)
{
	struct name name;

	for (size_t i = 1; i < p->n && i < 4; i++) {
		if (!is_office_noun(p->words[i - 1].text) &&
		    !is_function_word(p->words[i - 1].text))
			return false;
		if (name_titled(p, i, &name)) {
			put(list, name.as_written, phrase_text(p, 0, i));
			note_rest(list, rest_of(p, i + name.n_words));
			return true;
		}
	}
	return false;
}

static void take_segment(struct list *list, struct mb_str segment)
{
	struct word words[MAX_SEGMENT_WORDS];
	struct phrase p = { segment, words,
			    words_of(segment, words, MAX_SEGMENT_WORDS) };
	struct name name;
	size_t n_name;

	p.n = cut_tail(&p);
	while (p.n > 0 && !p.words[0].is_capital &&
	       is_function_word(p.words[0].text)) { /* "and the Clerk" */
		p.words++;
		p.n--;
	}
	if (p.n == 0 || mb_is_digit(p.words[0].text.ptr[0]))
		return;
	if (name_is_plural_title(p.words[0].text)) {
		list->title = name_singular_title(p.words[0].text);
		p.words++;
		p.n--;
	}
	if (p.n == 0)
		return;
	if (name_titled(&p, 0, &name)) {
		put(list, name.as_written, (struct mb_str){ NULL, 0 });
		note_rest(list, rest_of(&p, name.n_words));
		if (!mb_str_equal_nocase(name.honorific, list->title))
			list->title = (struct mb_str){ NULL, 0 };
		return;
	}
	if (take_office_first(list, &p) || take_role_and_person(list, &p))
		return;
	n_name = name_words(&p, 0);
	if (list->title.len > 0 && n_name > 0 && !is_office(&p)) {
		struct mb_str text = phrase_text(&p, 0, n_name);

		if (words[n_name - 1].closes == ')' && text.len < segment.len &&
		    mb_str_count(text, '(') > mb_str_count(text, ')'))
			text.len++;
		put(list, join_title(list, text), (struct mb_str){ NULL, 0 });
		note_rest(list, rest_of(&p, n_name));
		return;
	}
	if (is_office(&p)) { /* the role of the person before */
		note_rest(list, phrase_text(&p, 0, p.n));
		return;
	}
	if (name_bare(&p, 0, &name)) {
		/* "Dick Noble DN" */
		if (name.n_words == p.n && p.n >= 3 &&
		    are_initials(p.words[p.n - 1].text,
				 phrase_text(&p, 0, p.n - 1)) &&
		    p.words[p.n - 1].is_caps)
			name.n_words--;
		put(list, phrase_text(&p, 0, name.n_words),
		    (struct mb_str){ NULL, 0 });
		note_rest(list, rest_of(&p, name.n_words));
	}
}

/* Whether a segment ends at byte @at: at a comma, "and", "&", ";". */
static size_t separator_at(struct mb_str s, size_t at)
{
	static const char *const words[] = { " and ", " & ", " a ", " ac " };
	struct mb_str rest = mb_str_drop(s, at);

	if (rest.ptr[0] == ',' || rest.ptr[0] == ';' || rest.ptr[0] == '|')
		return 1;
	if (mb_str_starts(rest, MB_STR(" - ")))
		return 3;
	if (mb_str_starts(rest, MB_STR(" \xE2\x80\x93 ")))
		return 5;
	if (mb_str_starts(rest, MB_STR(". ")) && at > 3 &&
	    mb_is_lower(s.ptr[at - 1]) && mb_is_lower(s.ptr[at - 2]) &&
	    mb_is_lower(s.ptr[at - 3]))
		return 2;
	for (size_t i = 0; i < 2; i++)
		if (mb_str_starts(rest, mb_str_of(words[i])))
			return mb_str_of(words[i]).len;
	return 0;
}

/* "and" inside an office's name parts nothing: "Housing and Planning". */
static bool is_inside_office(struct mb_str s, size_t at, size_t end)
{
	struct word words[4];
	struct mb_str after = mb_str_drop(s, end);
	size_t n = words_of(after, words, 4);
	struct phrase p = { after, words, n };
	struct name name;

	if (s.ptr[at] != ' ' || n == 0)
		return false;
	if (name_title(&p, 0) > 0 || name_bare(&p, 0, &name))
		return false;
	return mb_str_find(mb_str_take(s, at), MB_STR(" of ")) != MB_STR_NONE ||
	       mb_str_find(mb_str_take(s, at), MB_STR(" for ")) != MB_STR_NONE;
}

size_t attendance_add(struct blocks *blocks, struct mb_str text,
		      enum mb_presence presence, uint32_t line,
		      struct mb_doc *doc)
{
	struct list list = {
		.blocks = blocks, .doc = doc, .presence = presence, .line = line
	};
	size_t start = 0, depth = 0;

	for (size_t at = 0; at < text.len; at++) {
		size_t n;

		if (text.ptr[at] == '(')
			depth++;
		else if (text.ptr[at] == ')' && depth > 0)
			depth--;
		n = depth == 0 ? separator_at(text, at) : 0;
		if (n == 0 || is_inside_office(mb_str_drop(text, start),
					       at - start, at + n - start))
			continue;
		take_segment(&list, mb_str_slice(text, start, at));
		start = at + n;
		at = start - 1;
	}
	take_segment(&list, mb_str_drop(text, start));
	return list.n;
}

/* --- tables ------------------------------------------------------------ */

static bool read_presence(struct mb_str cell, enum mb_presence *presence)
{
	static const struct label words[] = {
		{ "present", MB_PRESENT },
		{ "in attendance", MB_IN_ATTENDANCE },
		{ "apologies", MB_APOLOGIES },
		{ "absent", MB_ABSENT },
		{ "expected", MB_PRESENT },
		{ "virtual", MB_PRESENT },
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (mb_str_starts_nocase(cell, mb_str_of(words[i].text))) {
			*presence = words[i].presence;
			return true;
		}
	return false;
}

size_t attendance_add_row(struct blocks *blocks, const struct block *row,
			  enum mb_presence presence, struct mb_doc *doc)
{
	struct mb_attendee person = { .line = row->line };
	size_t before = doc->n_attendance;
	struct mb_attendee *added;

	person.presence = presence;
	for (size_t i = 1; i < row->n_cells; i++) {
		struct mb_str cell = row->cells[i];

		if (read_presence(cell, &person.presence))
			continue;
		if (are_initials(cell, row->cells[0]))
			person.initials = cell;
		else if (person.role.len == 0)
			person.role = cell;
	}
	if (attendance_add(blocks, row->cells[0], person.presence, row->line,
			   doc) == 0 ||
	    doc->n_attendance == before)
		return 0;
	added = &doc->attendance[doc->n_attendance - 1];
	if (person.role.len > 0)
		added->role = person.role;
	added->initials = person.initials;
	return 1;
}

/* --- apologies --------------------------------------------------------- */

void attendance_add_apologies(struct blocks *blocks, struct mb_str text,
			      uint32_t line, struct mb_doc *doc)
{
	static const char *const openings[] = {
		"received from", "given by",      "on behalf of",
		"tendered by",   "tendered from", "submitted by",
		"sent by",       "given for",     "were from",
		"made by",       "recorded from", "apologies from",
		"absence from",  "gan",
	};
	struct mb_str rest = text;
	size_t at = MB_STR_NONE;

	for (size_t i = 0;
	     i < sizeof(openings) / sizeof(*openings) && at == MB_STR_NONE;
	     i++) {
		at = mb_str_find_nocase(text, mb_str_of(openings[i]));
		if (at != MB_STR_NONE)
			rest =
			    mb_str_drop(text, at + mb_str_of(openings[i]).len);
	}
	if (at == MB_STR_NONE && text.len > 200)
		return; /* a tale, not a list */
	attendance_add(blocks, mb_str_trim(rest), MB_APOLOGIES, line, doc);
}
