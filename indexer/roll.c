#include "roll.h"

#include "minutebook/text.h"
#include "names.h"
#include "titles.h"
#include "vocabulary.h"

/* More people than any council has. */
#define MAX_PEOPLE 4000

/* --- one person -------------------------------------------------------- */

/* Whether all words of @part stand in @whole, the last one last in both. */
static bool is_part_of(struct mb_str part, struct mb_str whole)
{
	struct line_words a = line_words_of(part), b = line_words_of(whole);
	size_t k = 0;

	if (a.n == 0 || b.n == 0 ||
	    !mb_str_equal_nocase(a.at[a.n - 1].text, b.at[b.n - 1].text))
		return false;
	for (size_t i = 0; i < a.n; i++) {
		while (k < b.n &&
		       !mb_str_equal_nocase(a.at[i].text, b.at[k].text))
			k++;
		if (k++ == b.n)
			return false;
	}
	return true;
}

/* The same person, named again: "Councillor Reeve", "Councillor J Reeve". */
static struct mb_attendee *find_person(struct mb_doc *doc,
				       const struct mb_attendee *person)
{
	for (size_t i = 0; i < doc->n_attendance; i++) {
		struct mb_attendee *known = &doc->attendance[i];

		if (known->presence != person->presence)
			continue;
		if (mb_str_equal_nocase(known->name, person->name))
			return known;
		/* in one list a name is not repeated, elsewhere it may be */
		if (known->line != person->line &&
		    is_part_of(person->name, known->name))
			return known;
	}
	return NULL;
}

static struct mb_attendee *add_person(struct blocks *blocks, struct mb_doc *doc,
				      const struct mb_attendee *person)
{
	size_t n = doc->n_attendance;
	struct mb_attendee *found = find_person(doc, person);

	if (found || n >= MAX_PEOPLE || person->name.len < 2)
		return found;
	/* capacities are powers of two, so that none need be kept */
	if ((n & (n - 1)) == 0) {
		size_t capacity = n;
		struct mb_attendee *grown =
		    mb_arena_grow(blocks->arena, doc->attendance, n, &capacity,
				  sizeof(*grown));

		if (!grown) {
			blocks->has_failed = true;
			return NULL;
		}
		doc->attendance = grown;
	}
	doc->attendance[n] = *person;
	return &doc->attendance[doc->n_attendance++];
}

void roll_add(struct blocks *blocks, const struct mb_attendee *person,
	      struct mb_doc *doc)
{
	(void)add_person(blocks, doc, person);
}

bool roll_are_initials(struct mb_str letters, struct mb_str name)
{
	struct line_words words = line_words_of(name);
	size_t at = 0;

	if (letters.len < 2 || letters.len > 4)
		return false;
	for (size_t i = 0; i < words.n && at < letters.len; i++)
		if (words.at[i].is_capital && !is_honorific(words.at[i].text) &&
		    words.at[i].text.ptr[0] == letters.ptr[at])
			at++;
	return at == letters.len;
}

/* --- the list ---------------------------------------------------------- */

struct roll {
	struct blocks *blocks;
	struct mb_doc *doc;
	enum mb_presence presence;
	uint32_t line;
	struct phrase p;
	bool takes_offices;     /* "the Mayor" is somebody */
	bool has_offices_first; /* "Chief Executive (Mr C. Murray)" */
	struct mb_str title;    /* of "Councillors A, B": "Councillor" */
	struct mb_attendee *last;
	bool is_closed; /* "A, B and C" is complete */
	size_t n_open;  /* brackets */
	size_t between; /* the word behind the last name */
	size_t n;
};

static bool is(const struct roll *r, size_t i, const char *word)
{
	return i < r->p.n &&
	       mb_str_equal_nocase(r->p.words[i].text, mb_str_of(word));
}

/* Words between entries. */
static bool is_joining(const struct roll *r, size_t i)
{
	static const char *const list[] = { "&",   "a",    "a'r",      "ac",
					    "and", "plus", "together", "with" };
	struct mb_str word;

	if (i >= r->p.n)
		return false;
	word = r->p.words[i].text;
	return WORDS_HAS(list, word) ||
	       mb_str_equal(word, MB_STR("a\xE2\x80\x99r"));
}

/* Whether an entry of the list may begin at word @i. */
static bool begins_entry(const struct roll *r, size_t i)
{
	const struct word *before;

	if (i == 0 || i == r->between)
		return true;
	before = &r->p.words[i - 1];
	return before->after == ',' || before->after == ';' ||
	       before->after == ':' || before->after == '.' ||
	       before->after == '-' || before->closes || is_joining(r, i - 1);
}

/* "(substitute for Councillor X)": named, but not present. */
static bool is_governed(const struct roll *r, size_t i)
{
	static const char *const list[] = { "behalf", "by",    "for",
					    "of",     "place", "representing",
					    "to" };

	return i > r->between && WORDS_HAS(list, r->p.words[i - 1].text);
}

/* --- roles ------------------------------------------------------------- */

static bool is_office(const struct phrase *p, size_t first, size_t end)
{
	for (size_t i = first; i < end; i++)
		if (is_office_noun(p->words[i].text))
			return true;
	return false;
}

static struct mb_str trim_role(struct mb_str role)
{
	role = title_trim(role);
	while (role.len > 0 && (role.ptr[0] == '(' || role.ptr[0] == ',' ||
				role.ptr[0] == '-' || role.ptr[0] == ' '))
		role = mb_str_drop(role, 1);
	return title_trim(role);
}

static bool ends_role(const struct roll *r, size_t i)
{
	const struct word *w = &r->p.words[i];

	return w->after == ';' || (w->after == '.' && w->text.len > 3);
}

/* Gives the words up to @end, behind the last name, to whose role they are. */
static struct mb_str take_between(struct roll *r, size_t end, bool in_brackets)
{
	struct mb_str none = { NULL, 0 };
	size_t first = r->between, last;
	struct mb_str text;
	bool is_apart;

	/* "and the Clerk" is somebody else, unnamed */
	if (first + 1 < end && is_joining(r, first) && is(r, first + 1, "the"))
		return none;
	while (first < end && is_joining(r, first))
		first++;
	for (last = first; last < end && !ends_role(r, last); last++)
		;
	if (last < end) { /* another sentence: no role of the next name */
		end = ++last;
		r->title = none;
	}
	last = end;
	while (last > first &&
	       (is_joining(r, last - 1) ||
		mb_str_equal(r->p.words[last - 1].text, MB_STR("the"))))
		last--;
	if (first == last)
		return none;
	text = trim_role(phrase_text(&r->p, first, last));
	if (in_brackets)
		return text; /* the office of the name in them */
	is_apart = end == r->p.n || last < end || r->p.words[end - 1].after ||
		   r->p.words[end - 1].closes;
	if (!is_apart)
		return text; /* "Chairman Cllr Shewell" */
	if (!r->last || text.len == 0)
		return none;
	if (r->last->initials.len == 0 && last == first + 1 &&
	    roll_are_initials(text, r->last->name)) {
		r->last->initials = text;
		return none;
	}
	if (r->last->role.len > 0)
		return none;
	if (r->p.words[first].opens == '(' ||
	    (r->p.words[first].is_capital &&
	     !mb_is_digit(r->p.words[first].text.ptr[0])) ||
	    is_office(&r->p, first, last))
		r->last->role = text;
	return none;
}

/* --- names ------------------------------------------------------------- */

static struct mb_str with_title(struct roll *r, struct mb_str name)
{
	struct mb_buf both = MB_BUF_INIT;

	if (r->title.len == 0)
		return name;
	mb_buf_add(&both, r->title);
	mb_buf_add_char(&both, ' ');
	mb_buf_add(&both, name);
	name = blocks_clean(r->blocks, mb_buf_str(&both));
	r->blocks->has_failed |= both.has_failed;
	mb_buf_release(&both);
	return name;
}

static void put(struct roll *r, struct mb_str name, struct mb_str role)
{
	struct mb_attendee person = {
		.name = name,
		.role = role,
		.presence = r->presence,
		.line = r->line,
	};

	r->last = add_person(r->blocks, r->doc, &person);
	if (r->last && r->last->role.len == 0)
		r->last->role = role;
	r->n += r->last != NULL;
}

/* What is behind a name: "Mrs Ames Clerk", "Ms Tully Borough of X". */
static size_t without_office(const struct phrase *p, size_t first, size_t n)
{
	size_t end = first + n;

	if (n > 1 && end < p->n && is_body_noun(p->words[end - 1].text) &&
	    (mb_str_equal(p->words[end].text, MB_STR("of")) ||
	     mb_str_equal(p->words[end].text, MB_STR("for"))))
		n--;
	while (n > 1 && is_office_noun(p->words[first + n - 1].text))
		n--;
	return n;
}

/* An office that no councillor holds stands behind the name. */
static bool is_officer(const struct roll *r, size_t i)
{
	static const char *const chairs[] = {
		"chair",    "chairman",   "chairperson",   "chairwoman",
		"convener", "leader",     "mayor",         "provost",
		"speaker",  "vice-chair", "vice-chairman",
	};

	if (i < r->p.n && is_joining(r, i))
		return false;
	for (; i < r->p.n && is_function_word(r->p.words[i].text); i++)
		;
	for (size_t k = i; k < r->p.n && k < i + 4; k++) {
		if (WORDS_HAS(chairs, r->p.words[k].text))
			return false;
		if (is_office_noun(r->p.words[k].text))
			return true;
		if (r->p.words[k].after)
			return false;
	}
	return false;
}

/*
 * Whether the plural title of the list holds for a name with a title of its
 * own: "Cllrs Ames, Mrs Bell and Cole, Mrs Dunn Clerk".
 */
static bool shares_title(const struct roll *r, size_t i, size_t n)
{
	return r->title.len > 0 && !r->is_closed &&
	       !(i > 1 && is_joining(r, i - 1) &&
		 r->p.words[i - 2].after == ',') &&
	       !is_officer(r, i + n);
}

/* "Dick Noble DN Vice-Chair": a name before its initials. */
static size_t name_with_initials(const struct roll *r, size_t i)
{
	for (size_t n = 2; n <= 4 && i + n < r->p.n; n++) {
		const struct word *w = &r->p.words[i + n];

		if (!r->p.words[i + n - 1].is_capital ||
		    r->p.words[i + n - 1].after == ',')
			return 0;
		if (w->is_caps && !w->opens &&
		    roll_are_initials(w->text, phrase_text(&r->p, i, i + n)))
			return n;
	}
	return 0;
}

/* "B.Glover" without a blank */
static bool is_tight_name(struct mb_str word)
{
	struct mb_cut cut = mb_str_cut_last(word, '.');

	return cut.found && cut.head.len <= 5 && cut.tail.len >= 3 &&
	       mb_is_upper(cut.head.ptr[0]) && mb_is_upper(cut.tail.ptr[0]);
}

/* A name without a title at word @i; its words, or 0. */
static size_t untitled_name(const struct roll *r, size_t i)
{
	struct name name;
	size_t n;

	if (is(r, i, "members") || is(r, i, "representatives"))
		return 0;
	if (r->title.len > 0) {
		n = name_words(&r->p, i);
		return is_office_noun(r->p.words[i].text)
			   ? 0
			   : without_office(&r->p, i, n);
	}
	if (r->has_offices_first)
		return 0;
	n = name_with_initials(r, i);
	if (n > 0)
		return n;
	if (is_tight_name(r->p.words[i].text))
		return 1;
	for (size_t end = i + 2; end <= i + 5 && end <= r->p.n; end++) {
		/* "Neil Ames Chair": the office is not in the name */
		struct phrase cut = { r->p.text, r->p.words, end };

		if (end < r->p.n && !is_office_noun(r->p.words[end].text))
			continue;
		if (name_bare(&cut, i, &name) && i + name.n_words == end)
			return name.n_words;
	}
	return name_bare(&r->p, i, &name) ? name.n_words : 0;
}

/* With the bracket of "Collins (J)". */
static struct mb_str untitled_text(const struct roll *r, size_t i, size_t n)
{
	struct mb_str text = phrase_text(&r->p, i, i + n);

	if (r->p.words[i + n - 1].closes == ')' &&
	    mb_str_count(text, '(') > mb_str_count(text, ')'))
		text.len++;
	return text;
}

/* Whether the list has ended and somebody is told of: "Mr Drew thanked". */
static bool begins_tale(const struct roll *r, size_t i, size_t n)
{
	return i + n < r->p.n && !r->p.words[i + n - 1].after &&
	       !r->p.words[i + n].is_capital &&
	       is_reporting_verb(r->p.words[i + n].text);
}

/* "the Mayor", "The Deputy Leader": an office by itself. */
static size_t office_words(const struct roll *r, size_t i)
{
	size_t n = 1;

	if (!is(r, i, "the"))
		return 0;
	while (i + n < r->p.n && n < 5 && r->p.words[i + n].is_capital &&
	       !r->p.words[i + n - 1].after)
		n++;
	return n > 1 && is_office_noun(r->p.words[i + n - 1].text) ? n : 0;
}

/* The name at word @i, if there is one; how many words it took. */
static size_t take_name(struct roll *r, size_t i)
{
	bool in_brackets = r->p.words[i].opens == '(';
	struct name name;
	struct mb_str role;
	size_t n;

	if (name_titled(&r->p, i, &name) && !is_governed(r, i)) {
		n = without_office(&r->p, i, name.n_words);
		if (begins_tale(r, i, n))
			return r->p.n;
		role = take_between(r, i, in_brackets);
		if (n != name.n_words)
			name.as_written = phrase_text(&r->p, i, i + n);
		if (mb_str_equal_nocase(name.honorific, r->title)) {
			put(r, name.as_written, role);
			return n;
		}
		if (shares_title(r, i, n)) {
			name.as_written = with_title(r, name.as_written);
			r->is_closed = i > 0 && is_joining(r, i - 1);
		} else {
			r->title = (struct mb_str){ NULL, 0 };
		}
		put(r, name.as_written, role);
		return n;
	}
	if (!begins_entry(r, i) || in_brackets || r->n_open > 0)
		return 0;
	n = r->takes_offices ? office_words(r, i) : 0;
	if (n > 0) {
		put(r, phrase_text(&r->p, i, i + n),
		    (struct mb_str){ NULL, 0 });
		return n;
	}
	n = untitled_name(r, i);
	if (n == 0)
		return 0;
	if (begins_tale(r, i, n))
		return r->p.n;
	role = take_between(r, i, false);
	if (r->title.len > 0 && i > 0 && is_joining(r, i - 1))
		r->is_closed = true;
	put(r, with_title(r, untitled_text(r, i, n)), role);
	if (r->title.len == 0 && name_with_initials(r, i) == n && r->last) {
		if (r->last->initials.len == 0)
			r->last->initials = r->p.words[i + n].text;
		n++;
	}
	return n;
}

static bool find_offices_first(const struct phrase *p)
{
	struct name name;

	for (size_t i = 1; i < p->n; i++)
		if (p->words[i].opens == '(' && name_titled(p, i, &name))
			return true;
	return false;
}

/* Words that begin an explanation: "for their inability to attend". */
static bool ends_list(const struct roll *r, size_t i)
{
	static const char *const list[] = { "as",  "attended", "because",
					    "due", "owing",    "there",
					    "was", "were" };

	if (r->p.words[i].is_capital || r->n_open > 0 || r->p.words[i].opens)
		return false;
	return WORDS_HAS(list, r->p.words[i].text) ||
	       (is(r, i, "for") &&
		(is(r, i + 1, "his") || is(r, i + 1, "her") ||
		 is(r, i + 1, "their") || is(r, i + 1, "inability") ||
		 is(r, i + 1, "absence") || is(r, i + 1, "whom")));
}

static size_t read_list(struct roll *r, struct mb_str text)
{
	struct blocks *blocks = r->blocks;
	size_t max = mb_str_count(text, ' ') + mb_str_count(text, '\n') + 2;
	struct word *words = MB_NEW(blocks->arena, struct word, max);
	size_t i = 0, n;

	if (!words) {
		blocks->has_failed = true;
		return 0;
	}
	r->p = (struct phrase){ text, words, words_of(text, words, max) };
	r->has_offices_first = find_offices_first(&r->p);
	while (i < r->p.n && !ends_list(r, i) && !blocks->has_failed) {
		if (name_is_plural_title(words[i].text)) {
			(void)take_between(r, i, false);
			r->title = name_singular_title(words[i].text);
			r->is_closed = false;
			r->last = NULL;
			r->between = ++i;
			continue;
		}
		n = take_name(r, i);
		for (size_t end = i + (n > 0 ? n : 1); i < end && i < r->p.n;
		     i++) {
			r->n_open += words[i].opens == '(';
			r->n_open -= r->n_open > 0 && words[i].closes == ')';
		}
		if (n > 0)
			r->between = i;
	}
	(void)take_between(r, i, false);
	return r->n;
}

size_t roll_read(struct blocks *blocks, struct mb_str text,
		 enum mb_presence presence, uint32_t line, struct mb_doc *doc)
{
	struct roll r = {
		.blocks = blocks,
		.doc = doc,
		.presence = presence,
		.line = line,
	};

	return read_list(&r, text);
}

size_t roll_read_all(struct blocks *blocks, struct mb_str text,
		     struct mb_doc *doc)
{
	struct roll r = { .blocks = blocks, .doc = doc, .takes_offices = true };

	return read_list(&r, text);
}
