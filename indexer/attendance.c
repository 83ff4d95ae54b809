#include "attendance.h"

#include "hyphen.h"
#include "lines.h"
#include "minutebook/text.h"
#include "names.h"
#include "roll.h"
#include "titles.h"
#include "vocabulary.h"
#include "words.h"

/* --- labels ------------------------------------------------------------ */

/* The words that labels are made of: "Officers and others in attendance". */
static bool is_label_word(struct mb_str word)
{
	static const char *const list[] = {
		"a",           "absence",
		"absences",    "absent",
		"ac",          "advisers",
		"also",        "am",
		"and",         "apologies",
		"apology",     "at",
		"attendance",  "attended",
		"attendees",   "attending",
		"board",       "bresennol",
		"by",          "chair",
		"chairman",    "co-opted",
		"committee",   "councillors",
		"following",   "for",
		"from",        "guests",
		"hefyd",       "in",
		"invitation",  "invitees",
		"is",          "members",
		"members'",    "not",
		"observers",   "of",
		"officers",    "officials",
		"online",      "other",
		"others",      "partners",
		"person",      "presennol",
		"present",     "press",
		"public",      "received",
		"remotely",    "representatives",
		"sorry",       "staff",
		"substitutes", "the",
		"there",       "those",
		"via",         "video",
		"virtually",   "visitors",
		"voting",      "were",
		"who",         "ymddiheuriadau",
		"yn",          "zoom",
	};

	return WORDS_HAS(list, word);
}

static bool is_stem(struct mb_str word, const char *stem)
{
	return mb_str_starts_nocase(word, mb_str_of(stem));
}

/* What the words of a label say together. */
struct label {
	size_t n_words;
	bool has_apologies, has_absent, has_present, has_guests, has_members;
	bool has_people; /* "Officers:", "Members:" need a colon */
};

static void note_word(struct label *label, struct mb_str word)
{
	if (is_stem(word, "apolog") || is_stem(word, "ymddiheur") ||
	    is_stem(word, "sorry"))
		label->has_apologies = true;
	else if (is_stem(word, "absent") || is_stem(word, "absence") ||
		 is_stem(word, "not"))
		label->has_absent = true;
	else if (is_stem(word, "present") || is_stem(word, "presennol") ||
		 is_stem(word, "bresennol") || is_stem(word, "attend") ||
		 mb_str_equal_nocase(word, MB_STR("there")))
		label->has_present = true;
	else if (is_stem(word, "offic") || is_stem(word, "other") ||
		 is_stem(word, "also") || is_stem(word, "hefyd") ||
		 is_stem(word, "observers") || is_stem(word, "guests") ||
		 is_stem(word, "visitors") || is_stem(word, "invit") ||
		 is_stem(word, "staff") || is_stem(word, "advisers") ||
		 is_stem(word, "press") || is_stem(word, "public") ||
		 is_stem(word, "partners"))
		label->has_guests = true;
	else if (is_stem(word, "members") || is_stem(word, "councillors") ||
		 is_stem(word, "chair") || is_stem(word, "voting"))
		label->has_members = true;
	/* "In attendance" by itself are those who are no members */
	if (is_stem(word, "attendance"))
		label->has_people = true;
}

/* The longest run of label words that @line begins with. */
static struct label read_label(const struct line_words *line)
{
	struct label label = { 0 };
	bool is_after_in = false;

	for (size_t i = 0; i < line->n && i < 12; i++) {
		const struct word *w = &line->at[i];

		if (!is_label_word(w->text) || (i > 0 && w->opens))
			break;
		note_word(&label, w->text);
		if (is_after_in && is_stem(w->text, "attendance") && i == 1)
			label.has_guests = true;
		is_after_in = line_has(line, i, "in");
		label.n_words = i + 1;
		if (w->after == ':' || w->after == '.' || w->after == '-' ||
		    w->after == ',')
			break;
	}
	return label;
}

static bool presence_of(const struct label *label, enum mb_presence *presence)
{
	if (label->has_apologies)
		*presence = MB_APOLOGIES;
	else if (label->has_absent)
		*presence = MB_ABSENT;
	else if (label->has_guests && !label->has_members)
		*presence = MB_IN_ATTENDANCE;
	else if (label->has_present || label->has_members)
		*presence = MB_PRESENT;
	else if (label->has_guests)
		*presence = MB_IN_ATTENDANCE;
	else
		return false;
	return true;
}

/* Whether names may follow the label's last word without a sign. */
static bool leads_to_names(const struct line_words *line, size_t n)
{
	struct mb_str last = line->at[n - 1].text;
	const struct word *next = &line->at[n];

	return next->is_capital && !is_body_noun(next->text) &&
	       (is_stem(last, "present") || is_stem(last, "attending") ||
		is_stem(last, "attendance") || is_stem(last, "were") ||
		is_stem(last, "from") || is_stem(last, "presennol"));
}

bool attendance_label(struct mb_str text, enum mb_presence *presence,
		      struct mb_str *rest)
{
	struct line_words line = line_words_of(text);
	struct label label = read_label(&line);
	size_t n = label.n_words;
	const struct word *last;
	char after;

	if (n == 0 || !line.at[0].is_capital || !presence_of(&label, presence))
		return false;
	last = &line.at[n - 1];
	after = last->after;
	*rest = (struct mb_str){ NULL, 0 };
	if (n == line.n)
		return after != '.' || label.has_present || label.has_apologies;
	/* "Present (remotely):" */
	while (n < line.n && line.at[n].opens == '(' && !after) {
		while (n < line.n && !line.at[n].closes)
			n++;
		if (n == line.n)
			return false;
		after = line.at[n++].after;
		if (n == line.n)
			return true;
	}
	*rest = mb_str_drop(text, line.at[n].start);
	while (rest->ptr > text.ptr && rest->ptr[-1] == '(')
		*rest = mb_str_drop(text, (size_t)(rest->ptr - text.ptr) - 1);
	if (after == ':' || after == '-')
		return true;
	return n == label.n_words && leads_to_names(&line, n);
}

bool attendance_says_present(struct mb_str label)
{
	static const char *const words[] = { "present", "attend", "bresennol" };

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (mb_str_find_nocase(label, mb_str_of(words[i])) !=
		    MB_STR_NONE)
			return true;
	return false;
}

bool attendance_names_first(struct mb_str list)
{
	struct line_words line = line_words_of(list);
	struct phrase p = { list, line.at, line.n };
	struct name name;

	return line.n > 0 && (name_is_plural_title(line.at[0].text) ||
			      name_titled(&p, 0, &name));
}

bool attendance_is_apologies(struct mb_str title)
{
	return mb_str_find_nocase(title, MB_STR("apolog")) != MB_STR_NONE ||
	       mb_str_find_nocase(title, MB_STR("ymddiheur")) != MB_STR_NONE;
}

/* --- lists over several blocks ------------------------------------------ */

/* How many blocks below the header may hold lists of people. */
#define MAX_LIST_BLOCKS 60

/* A run-on list that has not come to its end. */
static bool is_unfinished(struct mb_str text)
{
	uint32_t last = mb_utf8_last(text);

	if (last == ',' || mb_is_hyphen(last))
		return true;
	return mb_str_count(text, ',') >= 2 && last != '.' && last != ';' &&
	       last != ':' && last != ')';
}

static bool goes_on(const struct block *b)
{
	enum mb_presence presence;
	struct mb_str rest;

	return b->kind == BLOCK_PARAGRAPH && b->mark == MARK_NONE &&
	       b->marker.len == 0 &&
	       (mb_str_find_char(b->text, ',') != MB_STR_NONE ||
		mb_str_find_char(b->text, '(') != MB_STR_NONE ||
		mb_str_find(b->text, MB_STR(" and ")) != MB_STR_NONE) &&
	       !attendance_label(b->text, &presence, &rest) &&
	       !title_is_sentence(b->text);
}

static void join(struct blocks *blocks, struct block *a, const struct block *b)
{
	struct mb_buf text = MB_BUF_INIT;
	struct written written = { .n = 0 };

	if (mb_is_hyphen(mb_utf8_last(a->text)))
		written = written_of(blocks);
	mb_buf_add(&text, a->text);
	hyphen_join(&text, b->text, &written);
	blocks->has_failed |= written.has_failed;
	written_release(&written);
	if (mb_buf_move(&text, blocks->arena, &a->text, NULL) != MB_OK)
		blocks->has_failed = true;
	mb_buf_release(&text);
}

void attendance_join(struct blocks *blocks, size_t first)
{
	bool in_list = false;
	size_t to = first;

	for (size_t i = first; i < blocks->n; i++) {
		struct block *b = &blocks->items[i];
		struct block *last = to > first ? &blocks->items[to - 1] : NULL;
		enum mb_presence presence;
		struct mb_str rest;

		if (in_list && last && i < first + MAX_LIST_BLOCKS &&
		    is_unfinished(last->text) && goes_on(b)) {
			join(blocks, last, b);
			continue;
		}
		blocks->items[to++] = *b;
		if (attendance_label(b->text, &presence, &rest))
			in_list = true;
		else if (title_is_sentence(b->text))
			in_list = false;
	}
	blocks->n = to;
}

/* --- tables ------------------------------------------------------------ */

static bool read_presence(struct mb_str cell, enum mb_presence *presence)
{
	static const struct {
		const char *begins;
		enum mb_presence presence;
	} words[] = {
		{ "present", MB_PRESENT },
		{ "in attendance", MB_IN_ATTENDANCE },
		{ "apologies", MB_APOLOGIES },
		{ "absent", MB_ABSENT },
		{ "expected", MB_PRESENT },
		{ "virtual", MB_PRESENT },
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (mb_str_starts_nocase(cell, mb_str_of(words[i].begins))) {
			*presence = words[i].presence;
			return true;
		}
	return false;
}

/* A cell that begins with a titled name: people are laid out in columns. */
static bool names_person(struct mb_str cell)
{
	struct line_words line = line_words_of(cell);
	struct phrase p = { cell, line.at, line.n };
	struct name name;

	return line.n > 0 && name_titled(&p, 0, &name);
}

/* The cells behind a name: role, initials, whether present. */
static void read_columns(const struct block *row, struct mb_attendee *person)
{
	for (size_t i = 1; i < row->n_cells; i++) {
		struct mb_str cell = row->cells[i];

		if (read_presence(cell, &person->presence))
			continue;
		if (name_has_initials(row->cells[0], cell))
			person->initials = cell;
		else if (person->role.len == 0)
			person->role = cell;
	}
}

size_t attendance_add_row(struct blocks *blocks, const struct block *row,
			  enum mb_presence presence, struct mb_doc *doc)
{
	struct mb_attendee person = { .presence = presence };
	size_t before = doc->n_attendance, n = 0;
	struct mb_attendee *added;

	if (row->n_cells > 1 && names_person(row->cells[1])) {
		for (size_t i = 0; i < row->n_cells; i++)
			n += roll_read(blocks, row->cells[i], presence,
				       row->line, doc);
		return n;
	}
	read_columns(row, &person);
	n = roll_read(blocks, row->cells[0], person.presence, row->line, doc);
	if (n == 0 || doc->n_attendance == before)
		return n;
	added = &doc->attendance[doc->n_attendance - 1];
	if (person.role.len > 0)
		added->role = person.role;
	if (person.initials.len > 0)
		added->initials = person.initials;
	return n;
}

/* --- apologies --------------------------------------------------------- */

/* Where the names begin in a sentence that excuses somebody. */
static size_t find_excused(struct mb_str text)
{
	static const char *const openings[] = {
		"received from", "given by",           "on behalf of",
		"tendered by",   "tendered from",      "submitted by",
		"sent by",       "given for",          "were from",
		"made by",       "recorded from",      "apologies from",
		"absence from",  "ymddiheuriadau gan",
	};
	size_t best = MB_STR_NONE;

	for (size_t i = 0; i < sizeof(openings) / sizeof(*openings); i++) {
		size_t at = mb_str_find_nocase(text, mb_str_of(openings[i]));

		if (at == MB_STR_NONE)
			continue;
		at += mb_str_of(openings[i]).len;
		if (best == MB_STR_NONE || at < best)
			best = at;
	}
	return best;
}

bool attendance_is_excuse(struct mb_str text)
{
	size_t at = mb_str_find_nocase(text, MB_STR("apolog"));

	return at != MB_STR_NONE && at < 40 &&
	       mb_str_find_nocase(text, MB_STR("apologised")) == MB_STR_NONE &&
	       find_excused(text) != MB_STR_NONE;
}

/* "... from A and, for lateness, B": B came. */
static struct mb_str without_late(struct mb_str names)
{
	size_t at = mb_str_find_nocase(names, MB_STR("for late"));

	if (at == MB_STR_NONE)
		return names;
	while (at > 0 && names.ptr[at] != '.' && names.ptr[at] != ',')
		at--;
	return mb_str_take(names, at);
}

void attendance_add_apologies(struct blocks *blocks, struct mb_str text,
			      uint32_t line, struct mb_doc *doc)
{
	size_t at = find_excused(text);
	struct mb_str names = mb_str_drop(text, at == MB_STR_NONE ? 0 : at);
	struct mb_str part, bullet;

	if (at == MB_STR_NONE && title_is_sentence(text) && text.len > 200)
		return; /* a tale, not a list */
	names = without_late(names);
	while (mb_str_next_line(&names, &part)) { /* entries of a list */
		part = mb_str_trim(part);
		(void)lines_cut_bullet(&part, &bullet); /* or prose */
		roll_read(blocks, part, MB_APOLOGIES, line, doc);
	}
}
