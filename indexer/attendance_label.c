#include "attendance.h"

#include "vocabulary.h"
#include "words.h"

/* The words that labels are made of: "Officers and others in attendance". */
static const char *const label_words[] = {
	"a",
	"absence",
	"absences",
	"absent",
	"ac",
	"accordance",
	"advisers",
	"advisors",
	"aldermen",
	"also",
	"am",
	"and",
	"apologies",
	"apologised",
	"apology",
	"appointed",
	"at",
	"attendance",
	"attended",
	"attendees",
	"attending",
	"bailies",
	"board",
	"borough",
	"bresennol",
	"by",
	"cathaoirleach",
	"chair",
	"chairman",
	"chairperson",
	"clerk",
	"co-opted",
	"commissioners",
	"committee",
	"community",
	"convener",
	"council",
	"councillors",
	"county",
	"directors",
	"district",
	"elected",
	"ex-officio",
	"excused",
	"executive",
	"following",
	"for",
	"from",
	"governors",
	"guest",
	"guests",
	"hefyd",
	"i",
	"in",
	"independent",
	"invitation",
	"invited",
	"invitees",
	"is",
	"lathair",
	"lay",
	"leas-chathaoirleach",
	"láthair",
	"mayor",
	"members",
	"members'",
	"membership",
	"nominated",
	"non-executive",
	"not",
	"observers",
	"of",
	"officers",
	"officials",
	"online",
	"order",
	"other",
	"others",
	"parish",
	"panel",
	"partners",
	"people",
	"person",
	"presennol",
	"present",
	"presiding",
	"press",
	"provost",
	"public",
	"received",
	"remotely",
	"representatives",
	"school",
	"secretary",
	"sederunt",
	"sorry",
	"staff",
	"standing",
	"sub-committee",
	"substitutes",
	"supervisors",
	"teams",
	"the",
	"there",
	"those",
	"town",
	"trust",
	"trustees",
	"under",
	"via",
	"vice-chair",
	"vice-chairman",
	"video",
	"virtual",
	"virtually",
	"visitors",
	"voting",
	"were",
	"who",
	"with",
	"ymddiheuriadau",
	"yn",
	"zoom",
};

static bool is_stem(struct mb_str word, const char *stem)
{
	return mb_str_starts_nocase(word, mb_str_of(stem));
}

/* What the words of a label say together. */
struct label {
	size_t n_words;
	bool has_apologies, has_absent, has_present, has_guests, has_members;
	bool has_office; /* "Chair:", "Clerk:" stand before one name */
	bool has_body;   /* "Panel:" stands before its members */
	bool is_besides; /* "Other Members in attendance" are not of the body */
};

/* What one word says. */
enum meaning {
	NOTHING,
	APOLOGIES,
	ABSENT,
	PRESENT,
	GUESTS,
	MEMBERS,
	OFFICE,
	BODY,
	BY_LEAVE /* "Members attending under Standing Order 25" */
};

static enum meaning meaning_of(struct mb_str word)
{
	static const struct {
		const char *stem;
		enum meaning meaning;
	} stems[] = {
		{ "apolog", APOLOGIES },
		{ "ymddiheur", APOLOGIES },
		{ "sorry", APOLOGIES },
		{ "excused", APOLOGIES },
		{ "absent", ABSENT },
		{ "absence", ABSENT },
		{ "not", ABSENT },
		{ "present", PRESENT },
		{ "presennol", PRESENT },
		{ "bresennol", PRESENT },
		{ "attend", PRESENT },
		{ "láthair", PRESENT },
		{ "there", PRESENT },
		{ "sederunt", PRESENT },
		{ "offic", GUESTS },
		{ "other", GUESTS },
		{ "also", GUESTS },
		{ "hefyd", GUESTS },
		{ "observers", GUESTS },
		{ "guest", GUESTS },
		{ "visitors", GUESTS },
		{ "invit", GUESTS },
		{ "staff", GUESTS },
		{ "advis", GUESTS },
		{ "press", GUESTS },
		{ "standing", BY_LEAVE },
		{ "public", GUESTS },
		{ "partners", GUESTS },
		{ "clerk", OFFICE },
		{ "committee", BODY },
		{ "membership", BODY },
		{ "panel", BODY },
		{ "sub-committee", BODY },
		{ "secretary", OFFICE },
		{ "members", MEMBERS },
		{ "councillors", MEMBERS },
		{ "voting", MEMBERS },
		{ "governors", MEMBERS },
		{ "directors", MEMBERS },
		{ "trustees", MEMBERS },
		{ "aldermen", MEMBERS },
		{ "bailies", MEMBERS },
		{ "commissioners", MEMBERS },
		{ "supervisors", MEMBERS },
		{ "chair", MEMBERS },
		{ "cathaoirleach", MEMBERS },
		{ "convener", MEMBERS },
		{ "presiding", MEMBERS },
	};

	for (size_t i = 0; i < sizeof(stems) / sizeof(*stems); i++)
		if (is_stem(word, stems[i].stem))
			return stems[i].meaning;
	return NOTHING;
}

static void note_word(struct label *label, struct mb_str word)
{
	switch (meaning_of(word)) {
	case APOLOGIES:
		label->has_apologies = true;
		break;
	case ABSENT:
		label->has_absent = true;
		break;
	case PRESENT:
		label->has_present = true;
		break;
	case GUESTS:
		label->has_guests = true;
		break;
	case MEMBERS:
		label->has_members = true;
		break;
	case OFFICE:
		label->has_office = true;
		break;
	case BODY:
		label->has_body = true;
		break;
	case BY_LEAVE:
		label->has_guests = true;
		label->has_members = false;
		break;
	case NOTHING:
		break;
	}
	/* of another body */
	if (label->is_besides && is_stem(word, "attendance"))
		label->has_members = false;
}

/* The 25 of "Standing Order 25" */
static bool is_of_order(const struct line_words *line, size_t i)
{
	return i > 1 && line_has(line, i - 1, "order") &&
	       mb_is_digit(line->at[i].text.ptr[0]);
}

/* The longest run of label words that @line begins with. */
static struct label read_label(const struct line_words *line)
{
	struct label label = { 0 };
	bool is_after_in = false;

	for (size_t i = 0; i < line->n && i < 12; i++) {
		const struct word *w = &line->at[i];

		if (!(WORDS_HAS(label_words, w->text) ||
		      is_of_order(line, i)) ||
		    (i > 0 && w->opens))
			break;
		label.is_besides |= i == 0 && (is_stem(w->text, "other") ||
					       is_stem(w->text, "also"));
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
	else if (label->has_guests || label->has_office)
		*presence = MB_IN_ATTENDANCE;
	else if (label->has_body)
		*presence = MB_PRESENT;
	else
		return false;
	return true;
}

/* Whether names may follow the label's last word without a sign. */
static bool leads_to_names(const struct line_words *line, size_t n)
{
	struct mb_str last = line->at[n - 1].text;
	const struct word *next = &line->at[n];

	/* "Also present were City Manager Jo Lund" */
	return next->is_capital &&
	       (!is_body_noun(next->text) ||
		(n + 1 < line->n && is_office_noun(line->at[n + 1].text))) &&
	       (is_stem(last, "present") || is_stem(last, "attending") ||
		is_stem(last, "attendance") || is_stem(last, "were") ||
		is_stem(last, "from") || is_stem(last, "presennol"));
}

/* "Clerk" by itself ends a signature, "Clerk:" and a name is a label. */
static bool is_office_alone(const struct label *label)
{
	return label->has_office && !label->has_members && !label->has_guests;
}

/* "Committee: Library Panel" is a fact, "Panel: Mr A, Mrs B" a label. */
static bool is_body_alone(const struct label *label)
{
	return label->has_body && !label->has_members && !label->has_guests &&
	       !label->has_office && !label->has_present &&
	       !label->has_apologies && !label->has_absent;
}

/* "Officers from the Office of the Mayor:": up to the colon. */
static size_t skip_whose(const struct line_words *line, size_t n, char *after)
{
	size_t end = n;

	if (!is_function_word(line->at[n - 1].text))
		return n; /* "Public Forum:" */
	while (end + 1 < line->n && end < n + 12) {
		const struct word *w = &line->at[end++];

		if (w->after == ':') {
			*after = ':';
			return end;
		}
		if (w->after || !(w->is_capital || is_function_word(w->text)))
			break;
	}
	return n;
}

/* "Board of Supervisors" is who met, not who of them was there. */
static bool is_body(const struct line_words *line, const struct label *label)
{
	return line_has(line, 1, "of") && is_body_noun(line->at[0].text) &&
	       !label->has_present && !label->has_apologies &&
	       !label->has_absent;
}

bool attendance_label(struct mb_str text, enum mb_presence *presence,
		      struct mb_str *rest)
{
	struct line_words line = line_words_of(text);
	struct label label = read_label(&line);
	size_t n = label.n_words;
	const struct word *last;
	char after;

	if (n == 0 || !presence_of(&label, presence))
		return false;
	/* a page may have its capitals from a style */
	if (!line.at[0].is_capital &&
	    !(n == line.n && (label.has_present || label.has_apologies)))
		return false;
	last = &line.at[n - 1];
	after = last->after;
	*rest = (struct mb_str){ NULL, 0 };
	if (n == line.n &&
	    ((!after && is_body(&line, &label)) || is_body_alone(&label)))
		return false;
	if (n == line.n)
		return (after != '.' && !is_office_alone(&label)) ||
		       label.has_present || label.has_apologies;
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
	if (!after && label.has_guests)
		n = skip_whose(&line, n, &after);
	*rest = mb_str_drop(text, line.at[n].start);
	while (rest->ptr > text.ptr && rest->ptr[-1] == '(')
		*rest = mb_str_drop(text, (size_t)(rest->ptr - text.ptr) - 1);
	if (after == ':' || after == '-')
		return !is_body_alone(&label) || attendance_names_first(*rest);
	return n == label.n_words && leads_to_names(&line, n);
}

bool attendance_is_contact(struct mb_str text)
{
	struct line_words line = line_words_of(text);
	struct label label = read_label(&line);

	return label.n_words > 0 && is_office_alone(&label) &&
	       !label.has_present && !label.has_apologies;
}

bool attendance_follows(struct mb_str text)
{
	return mb_str_ends(text, MB_STR("resent:")) ||
	       mb_str_ends(text, MB_STR("resent:-")) ||
	       mb_str_ends(text, MB_STR("resent: -"));
}

/* "The Cathaoirleach, Cllr Finch, was in the Chair" */
static struct mb_str without_office(struct mb_str text)
{
	struct mb_cut cut = mb_str_cut(text, ',');
	struct line_words line = line_words_of(cut.head);

	if (!cut.found || line.n < 2 || line.n > 4 ||
	    !line_has(&line, 0, "the") ||
	    !is_office_noun(line.at[line.n - 1].text))
		return text;
	return mb_str_trim(cut.tail);
}

bool attendance_says_attended(struct mb_str text)
{
	static const char *const ends[] = { " attended.", " in attendance.",
					    " also present." };
	struct line_words line = line_words_of(text);

	if (text.len > 400 || line.n == 0 ||
	    !(line_has(&line, 0, "the") || attendance_names_first(text)))
		return false;
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
		if (mb_str_ends_nocase(text, mb_str_of(ends[i])))
			return true;
	return false;
}

bool attendance_presides(struct mb_str text)
{
	static const char *const signs[] = { " in the chair", " presiding",
					     " presided" };

	if (text.len > 120 || !attendance_names_first(without_office(text)))
		return false;
	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		if (mb_str_find_nocase(text, mb_str_of(signs[i])) !=
		    MB_STR_NONE)
			return true;
	return false;
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

bool attendance_is_roll(struct mb_str title)
{
	static const char *const words[] = { "roll", "sederunt", "present",
					     "attendance" };
	struct line_words line = line_words_of(title);

	for (size_t i = 0; i < line.n; i++)
		for (size_t k = 0; k < sizeof(words) / sizeof(*words); k++)
			if (line_has(&line, i, words[k]))
				return true;
	return false;
}
