#include "roll.h"

#include "attendees.h"
#include "listed.h"
#include "minutebook/text.h"
#include "names.h"
#include "titles.h"
#include "vocabulary.h"

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

static bool is_joining(const struct roll *r, size_t i)
{
	return listed_joins(&r->p, i);
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

/* Words that begin an explanation: "for their inability to attend". */
static bool ends_list(const struct roll *r, size_t i)
{
	static const char *const list[] = { "as",  "attended", "because",
					    "due", "owing",    "there",
					    "was", "were" };

	if (r->p.words[i].is_capital || r->n_open > 0 || r->p.words[i].opens)
		return false;
	/* "Cllr Ames, who was unwell, and Cllr Brand" */
	if (i > 0 && phrase_has(&r->p, i - 1, "who"))
		return false;
	return WORDS_HAS(list, r->p.words[i].text) ||
	       (phrase_has(&r->p, i, "for") &&
		(phrase_has(&r->p, i + 1, "his") ||
		 phrase_has(&r->p, i + 1, "her") ||
		 phrase_has(&r->p, i + 1, "their") ||
		 phrase_has(&r->p, i + 1, "inability") ||
		 phrase_has(&r->p, i + 1, "absence") ||
		 phrase_has(&r->p, i + 1, "whom")));
}

/* --- roles ------------------------------------------------------------- */

/* The words between two names. */
struct between {
	size_t first,
	    last;   /* what could be a role: from, and the word behind */
	size_t end; /* the word behind all of them */
};

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
	if (mb_str_starts_nocase(role, MB_STR("the ")))
		role = mb_str_drop(role, 4);
	return title_trim(role);
}

static bool ends_role(const struct roll *r, size_t i)
{
	const struct word *w = &r->p.words[i];

	return w->after == ';' || (w->after == '.' && w->text.len > 3);
}

/* The words up to @end, behind the last name, less those that only join. */
static struct between trim_between(struct roll *r, size_t end)
{
	struct between b = { .first = r->between, .end = end };

	while (b.first < end && is_joining(r, b.first))
		b.first++;
	for (b.last = b.first; b.last < end && !ends_role(r, b.last); b.last++)
		;
	if (b.last < end) { /* another sentence: no role of the next name */
		b.end = b.last + 1;
		r->title = (struct mb_str){ NULL, 0 };
	}
	b.last = b.end;
	while (b.last > b.first &&
	       (is_joining(r, b.last - 1) ||
		mb_str_equal(r->p.words[b.last - 1].text, MB_STR("the"))))
		b.last--;
	return b;
}

/* Whether the words are set apart from the name behind them. */
static bool is_apart(const struct roll *r, const struct between *b)
{
	const struct word *before = &r->p.words[b->end - 1];

	return b->end == r->p.n || b->last < b->end || before->after ||
	       before->closes;
}

/* What stands in brackets: "(District Council), 4 residents" */
static struct mb_str bracketed(struct mb_str text)
{
	struct mb_str inside = mb_str_cut(text, ')').head;

	/* "(Head (acting))" */
	return mb_str_count(inside, '(') > 0 ? text : trim_role(inside);
}

/* What stands behind the last name: its initials or its role. */
static void give_role(struct roll *r, const struct between *b,
		      struct mb_str text)
{
	const struct word *first = &r->p.words[b->first];

	if (!r->last || text.len == 0)
		return;
	if (r->last->initials.len == 0 && b->last == b->first + 1 &&
	    name_has_initials(r->last->name, text)) {
		r->last->initials = text;
		return;
	}
	if (r->last->role.len > 0 || word_begins_in_digit(first->text))
		return; /* "3 members of the public" */
	if (first->opens == '(')
		r->last->role = bracketed(text);
	else if (first->is_capital || is_office(&r->p, b->first, b->last))
		r->last->role = text;
}

/* Whether word @i is "(CK)", the initials of the last name. */
static bool is_initials(const struct roll *r, size_t i)
{
	const struct word *w = &r->p.words[i];

	return w->opens == '(' && (w->closes == ')' || w->after == ',') &&
	       name_has_initials(r->last->name, w->text);
}

/* "(JP), Head of Books", "(PN, online)", "(Chair) [CK]" */
static void take_initials(struct roll *r, struct between *b)
{
	size_t at;

	if (!r->last || b->first == b->last)
		return;
	if (is_initials(r, b->first))
		at = b->first++;
	else if (is_initials(r, b->last - 1))
		at = --b->last;
	else
		return;
	if (r->last->initials.len == 0)
		r->last->initials = r->p.words[at].text;
}

/* "Ida Penn; Clerk; IP": those in a column of their own, behind the role. */
static void take_last_column(struct roll *r, size_t end)
{
	const struct word *w;

	if (!r->last || r->last->initials.len > 0 || end < r->between + 2)
		return;
	w = &r->p.words[end - 1];
	if (w->is_caps && !w->opens && w[-1].after == ';' &&
	    name_has_initials(r->last->name, w->text))
		r->last->initials = w->text;
}

/* "Ames, Bell. Clerk - J Cole", "Ames and Bell; Clerk: J Cole" */
static bool begins_anew(const struct roll *r, const struct between *b)
{
	const struct word *before;
	char after = r->p.words[b->end - 1].after;

	if (b->first == 0 || (after != '-' && after != ':'))
		return false;
	before = &r->p.words[b->first - 1];
	return (before->after == '.' || before->after == ';') &&
	       is_office(&r->p, b->first, b->last);
}

static bool names_other_office(const struct roll *r, size_t end)
{
	size_t i = r->between;

	while (i < end && is_joining(r, i))
		i++;
	return i > r->between && i < end && phrase_has(&r->p, i, "the");
}

/*
 * Gives the words up to @end, behind the last name, to whose role they are:
 * those of the next name are returned.
 */
static struct mb_str take_between(struct roll *r, size_t end, bool in_brackets)
{
	struct mb_str none = { NULL, 0 };
	struct between b;
	struct mb_str text;

	/* "and the Clerk", "together with the Clerk": somebody else, unnamed */
	if (!in_brackets && names_other_office(r, end))
		return none;
	take_last_column(r, end);
	b = trim_between(r, end);
	take_initials(r, &b);
	if (b.first == b.last)
		return none;
	text = trim_role(phrase_text(&r->p, b.first, b.last));
	if (in_brackets)
		return text; /* the office of the name in them */
	if (end < r->p.n && begins_anew(r, &b)) {
		r->title = (struct mb_str){ NULL, 0 };
		return text;
	}
	if (!is_apart(r, &b))
		return text; /* "Chairman Cllr Shewell" */
	give_role(r, &b, text);
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

	r->last = attendees_add(r->blocks, r->doc, &person);
	if (r->last && r->last->role.len == 0)
		r->last->role = role;
	r->n += r->last != NULL;
}

/* "County Councillor": who has that needs no Cllr before it. */
static bool is_of_member(struct mb_str title)
{
	return mb_str_find_nocase(title, MB_STR("cllr")) != MB_STR_NONE ||
	       mb_str_find_nocase(title, MB_STR("councillor")) != MB_STR_NONE ||
	       mb_str_find_nocase(title, MB_STR("alderman")) != MB_STR_NONE;
}

/*
 * Whether the plural title of the list holds for a name with a title of its
 * own: "Cllrs Ames, Mrs Bell and Cole, Mrs Dunn Clerk".
 */
static bool shares_title(const struct roll *r, size_t i, size_t n,
			 struct mb_str own)
{
	return r->title.len > 0 && !r->is_closed && !is_of_member(own) &&
	       !(i > 1 && is_joining(r, i - 1) &&
		 r->p.words[i - 2].after == ',') &&
	       !listed_is_officer(&r->p, i + n);
}

/* A name with a title of its own; how many words it took. */
static size_t take_titled(struct roll *r, size_t i, struct name *name)
{
	size_t n = listed_without_office(&r->p, i, name->n_words);
	struct mb_str role;
	bool is_own;

	if (listed_begins_tale(&r->p, i, n))
		return r->p.n;
	role = take_between(r, i, r->p.words[i].opens == '(');
	is_own = !mb_str_equal_nocase(name->honorific, r->title);
	if (n != name->n_words)
		name->as_written = phrase_text(&r->p, i, i + n);
	if (is_own && shares_title(r, i, n, name->honorific)) {
		name->as_written = with_title(r, name->as_written);
		r->is_closed = i > 0 && is_joining(r, i - 1);
	} else if (is_own) {
		r->title = (struct mb_str){ NULL, 0 };
	}
	put(r, name->as_written, role);
	return n;
}

/* A name without a title at word @i; its words, or 0. */
static size_t untitled_name(const struct roll *r, size_t i)
{
	if (phrase_has(&r->p, i, "members") ||
	    phrase_has(&r->p, i, "representatives"))
		return 0;
	if (r->title.len > 0)
		return listed_name_under_title(&r->p, i);
	return r->has_offices_first ? 0 : listed_name(&r->p, i);
}

/* "City Manager Jo Lund": the office stands before the name. */
static size_t take_behind_office(struct roll *r, size_t i)
{
	size_t n = listed_office_before_name(&r->p, i);
	struct name name;

	if (n == 0 || !name_bare(&r->p, i + n, &name))
		return 0;
	(void)take_between(r, i, false);
	r->title = (struct mb_str){ NULL, 0 };
	put(r, name.as_written, phrase_text(&r->p, i, i + n));
	return n + name.n_words;
}

static size_t take_untitled(struct roll *r, size_t i)
{
	size_t n = untitled_name(r, i);
	struct mb_str role;

	if (n == 0)
		return take_behind_office(r, i);
	if (listed_begins_tale(&r->p, i, n))
		return r->p.n;
	role = take_between(r, i, false);
	if (r->title.len > 0 && i > 0 && is_joining(r, i - 1))
		r->is_closed = true;
	put(r, with_title(r, listed_text(&r->p, i, n)), role);
	if (r->title.len == 0 && r->last &&
	    listed_name_with_initials(&r->p, i) == n) {
		if (r->last->initials.len == 0)
			r->last->initials = r->p.words[i + n].text;
		n++;
	}
	return n;
}

/* The name at word @i, if there is one; how many words it took. */
static size_t take_name(struct roll *r, size_t i)
{
	struct name name;
	size_t n;

	if (name_titled(&r->p, i, &name) && !is_governed(r, i))
		return take_titled(r, i, &name);
	if (!begins_entry(r, i) || r->p.words[i].opens == '(' || r->n_open > 0)
		return 0;
	n = r->takes_offices ? listed_office(&r->p, i) : 0;
	if (n == 0)
		return take_untitled(r, i);
	put(r, phrase_text(&r->p, i, i + n), (struct mb_str){ NULL, 0 });
	return n;
}

/* --- the list ---------------------------------------------------------- */

/* "Councillors" at word @i: the title of the names behind it. */
static void begin_title(struct roll *r, size_t first, size_t i)
{
	struct mb_str word = r->p.words[i].text;
	struct mb_str all = phrase_text(&r->p, first, i + 1);

	(void)take_between(r, first, false);
	r->title = name_singular_title(word);
	if (first < i) /* "Borough Councillors" */
		r->title = mb_str_take(all, all.len - 1);
	r->is_closed = false;
	r->last = NULL;
	r->between = i + 1;
}

/* Where a title over several names ends that begins at @i, or @i. */
static size_t title_end(const struct roll *r, size_t i)
{
	static const char *const list[] = { "borough",  "city",   "county",
					    "district", "parish", "town" };
	const struct word *w = &r->p.words[i];

	if (name_is_plural_title(w->text))
		return i + 1;
	if (i + 1 == r->p.n || !w->is_capital || w->after)
		return i;
	if ((WORDS_HAS(list, w->text) &&
	     name_is_plural_title(r->p.words[i + 1].text)) ||
	    (phrase_has(&r->p, i, "council") &&
	     phrase_has(&r->p, i + 1, "members")))
		return i + 2;
	return i;
}

/* Passes over @n words from @i, counting the brackets that stay open. */
static size_t pass_over(struct roll *r, size_t i, size_t n)
{
	for (size_t end = i + n; i < end && i < r->p.n; i++) {
		r->n_open += r->p.words[i].opens == '(';
		r->n_open -= r->n_open > 0 && r->p.words[i].closes == ')';
	}
	return i;
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
	r->has_offices_first = listed_has_offices_first(&r->p);
	while (i < r->p.n && !ends_list(r, i) && !blocks->has_failed) {
		size_t end = title_end(r, i);

		if (end > i) {
			begin_title(r, i, end - 1);
			i = end;
			continue;
		}
		n = take_name(r, i);
		i = pass_over(r, i, n > 0 ? n : 1);
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
