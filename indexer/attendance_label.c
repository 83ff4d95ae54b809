#include "attendance.h"

#include "vocabulary.h"
#include "words.h"

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
