#include "apologies.h"

#include "attendance.h"
#include "lines.h"
#include "listed.h"
#include "minutebook/text.h"
#include "names.h"
#include "roll.h"
#include "titles.h"
#include "words.h"

bool apologies_is_title(struct mb_str title)
{
	return mb_str_find_nocase(title, MB_STR("apolog")) != MB_STR_NONE ||
	       mb_str_find_nocase(title, MB_STR("ymddiheur")) != MB_STR_NONE;
}

/* What stands before the names in a sentence that excuses somebody. */
static const char *const openings[] = {
	"received from",  "accepted from",      "given by",     "on behalf of",
	"tendered by",    "tendered from",      "submitted by", "sent by",
	"given for",      "were from",          "made by",      "recorded from",
	"apologies from", "submitted from",     "apology from", "granted to",
	"absence from",   "ymddiheuriadau gan",
};

/* Where the last of @signs begins in @text, or MB_STR_NONE. */
static size_t find_last(struct mb_str text, const char *const *signs, size_t n)
{
	size_t last = MB_STR_NONE;

	for (size_t i = 0; i < n; i++) {
		size_t at = 0, found;

		while ((found = mb_str_find_nocase(mb_str_drop(text, at),
						   mb_str_of(signs[i]))) !=
		       MB_STR_NONE) {
			at += found + 1;
			if (last == MB_STR_NONE || at - 1 > last)
				last = at - 1;
		}
	}
	return last;
}

/* Where the names begin in such a sentence. */
static size_t find_excused(struct mb_str text)
{
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

bool apologies_is_excuse(struct mb_str text)
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

/* "... from A and B. Councillor C substituted for A.": C came. */
static struct mb_str without_tale(struct mb_str names)
{
	static const char *const signs[] = {
		" attended ",    " attending ", " deputis",
		" in place of ", " substitut",
	};
	size_t last = find_last(names, signs, sizeof(signs) / sizeof(*signs));

	for (size_t at = 0; last != MB_STR_NONE && at + 2 <= last; at++)
		if (names.ptr[at] == '.' && names.ptr[at + 1] == ' ' &&
		    attendance_names_first(mb_str_drop(names, at + 2)))
			return mb_str_take(names, at + 1);
	return names;
}

/* "Cllr Finch was ill": why somebody did not come. */
static bool tells_why(struct mb_str text)
{
	static const char *const signs[] = { "apolog",    "absen",   "unable",
					     "unwell",    "holiday", "excuse",
					     "ymddiheur", " ill",    " away" };

	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		if (mb_str_find_nocase(text, mb_str_of(signs[i])) !=
		    MB_STR_NONE)
			return true;
	return false;
}

/* "PCSO Finch joined the meeting": one who came, under that title, too. */
static bool begins_tale(struct mb_str text)
{
	struct line_words line = line_words_of(text);
	struct phrase p = { text, line.at, line.n };
	struct name name;
	size_t n;

	if (!name_titled(&p, 0, &name) && !name_bare(&p, 0, &name))
		return false;
	n = name.n_words;
	return n < p.n && !p.words[n - 1].after && !p.words[n - 1].closes &&
	       !p.words[n].opens && !p.words[n].is_capital &&
	       !listed_joins(&p, n);
}

static void read_excused(struct blocks *blocks, struct mb_str names,
			 uint32_t line, struct mb_doc *doc)
{
	struct mb_str part, bullet;

	names = without_tale(without_late(names));
	while (mb_str_next_line(&names, &part)) { /* entries of a list */
		part = mb_str_trim(part);
		(void)lines_cut_bullet(&part, &bullet); /* or prose */
		roll_read(blocks, part, MB_APOLOGIES, line, doc);
	}
}

/*
 * "... from A and B. Apologies were also received from C": up to the dot, if
 * the @last opening stands behind it.
 */
static struct mb_str cut_first_excuse(struct mb_str *text, const char *last)
{
	size_t at = mb_str_find_nocase(*text, MB_STR(". apolog"));
	struct mb_str first = *text;

	if (at == MB_STR_NONE || text->ptr + at > last) {
		text->len = 0;
		return first;
	}
	*text = mb_str_drop(*text, at + 2);
	return mb_str_take(first, at + 1);
}

void apologies_read(struct blocks *blocks, struct mb_str text, uint32_t line,
		    struct mb_doc *doc)
{
	size_t last =
	    find_last(text, openings, sizeof(openings) / sizeof(*openings));
	const char *last_excuse;

	if (last == MB_STR_NONE) {
		if (title_is_sentence(text) &&
		    (text.len > 200 || (!tells_why(text) && begins_tale(text))))
			return; /* a tale, not a list */
		read_excused(blocks, text, line, doc);
		return;
	}
	last_excuse = text.ptr + last;
	while (text.len > 0) {
		struct mb_str excuse = cut_first_excuse(&text, last_excuse);
		size_t at = find_excused(excuse);

		/* "apologies for lateness": they came */
		if (at != MB_STR_NONE &&
		    mb_str_find_nocase(mb_str_take(excuse, at),
				       MB_STR("for late")) == MB_STR_NONE)
			read_excused(blocks, mb_str_drop(excuse, at), line,
				     doc);
	}
}
