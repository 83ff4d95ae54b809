#include "vote_names.h"

#include "listed.h"
#include "minutebook/text.h"
#include "roll.h"
#include "vocabulary.h"

/* --- putting ----------------------------------------------------------- */

/* The arrays' capacities are powers of two, so that none need be kept. */
void vote_name_put(const struct voters *voters, enum mb_vote_side side,
		   struct mb_str name)
{
	struct mb_vote *vote = voters->vote;
	size_t n = vote->n_names[side], capacity = n;

	for (size_t i = 0; i < n; i++)
		if (mb_str_equal_nocase(vote->names[side][i], name))
			return;
	if ((n & (n - 1)) == 0) {
		struct mb_str *moved =
		    mb_arena_grow(voters->blocks->arena, vote->names[side], n,
				  &capacity, sizeof(*moved));

		if (!moved) {
			voters->blocks->has_failed = true;
			return;
		}
		vote->names[side] = moved;
	}
	vote->names[side][vote->n_names[side]++] = name;
}

static struct mb_str with_title(struct blocks *blocks, struct mb_str title,
				struct mb_str name)
{
	struct mb_buf both = MB_BUF_INIT;

	if (title.len == 0)
		return name;
	mb_buf_add(&both, name_singular_title(title));
	mb_buf_add_char(&both, ' ');
	mb_buf_add(&both, name);
	name = blocks_clean(blocks, mb_buf_str(&both));
	blocks->has_failed |= both.has_failed;
	mb_buf_release(&both);
	return name;
}

void vote_names_put(const struct voters *voters, enum mb_vote_side side,
		    const struct vote_names *names)
{
	for (size_t i = 0; i < names->n && !voters->blocks->has_failed; i++)
		vote_name_put(voters, side,
			      with_title(voters->blocks, names->titles[i],
					 names->names[i]));
}

/* --- one name ---------------------------------------------------------- */

/* More people than a meeting has: each word is compared with each of them. */
#define MAX_KNOWN 400

/* A surname or initials of somebody in the attendance. */
static bool is_attendee(const struct mb_doc *doc, const struct word *w)
{
	if (!doc || doc->n_attendance > MAX_KNOWN || !w->is_capital ||
	    w->text.len < 2)
		return false;
	for (size_t i = 0; i < doc->n_attendance; i++) {
		struct mb_str name = doc->attendance[i].name;

		if (w->is_caps && w->text.len <= 4 &&
		    (mb_str_equal(doc->attendance[i].initials, w->text) ||
		     name_has_initials(name, w->text)))
			return true;
		if (name.len > w->text.len &&
		    mb_str_equal_nocase(
			mb_str_drop(name, name.len - w->text.len), w->text) &&
		    name.ptr[name.len - w->text.len - 1] == ' ')
			return true;
	}
	return false;
}

size_t vote_name_at(const struct mb_doc *doc, const struct phrase *p, size_t i)
{
	struct name name;
	size_t n;

	if (i >= p->n || name_is_plural_title(p->words[i].text))
		return 0;
	if (name_titled(p, i, &name))
		return name.n_words;
	n = listed_office(p, i);
	if (n > 0)
		return n;
	if (name_bare(p, i, &name) &&
	    is_attendee(doc, &p->words[i + name.n_words - 1]))
		return name.n_words;
	return is_attendee(doc, &p->words[i]) ? 1 : 0;
}

/* --- names in a sentence ----------------------------------------------- */

static bool add(struct vote_names *out, const struct phrase *p, size_t i,
		size_t n, struct mb_str title)
{
	struct mb_str text = listed_text(p, i, n);

	if (out->n == VOTE_NAMES_MAX)
		return false;
	out->is_possessive = name_cut_possessive(&text);
	out->names[out->n] = text;
	out->titles[out->n++] = title;
	out->end = i + n;
	return !out->is_possessive;
}

/* The word at which the next name may begin, or 0 when the list ends. */
static size_t next_of(const struct phrase *p, size_t end)
{
	const struct word *last = &p->words[end - 1];

	if (last->closes || (last->after && last->after != ','))
		return 0;
	if (end < p->n &&
	    (phrase_has(p, end, "and") || phrase_has(p, end, "&")))
		return end + 1;
	return last->after == ',' ? end : 0;
}

bool vote_names_at(const struct mb_doc *doc, const struct phrase *p, size_t i,
		   struct vote_names *out)
{
	struct mb_str title = { NULL, 0 };

	out->n = out->end = 0;
	out->is_possessive = false;
	while (i > 0 ? i < p->n : p->n > 0) {
		struct name name;
		size_t n;

		if (name_is_plural_title(p->words[i].text) &&
		    !p->words[i].after) {
			title = p->words[i++].text;
			continue;
		}
		n = title.len > 0 && i < p->n && !name_titled(p, i, &name)
			? listed_name_under_title(p, i)
			: 0;
		if (n > 0) {
			if (!add(out, p, i, n, title))
				break;
		} else {
			n = vote_name_at(doc, p, i);
			title = (struct mb_str){ NULL, 0 };
			if (n == 0 || !add(out, p, i, n, title))
				break;
		}
		i = next_of(p, i + n);
		if (i == 0)
			break;
	}
	return out->n > 0;
}

/* --- lists ------------------------------------------------------------- */

/* "Finch, Ames": surnames alone; all of them must be known. */
static bool read_surnames(const struct voters *voters, struct mb_str list,
			  struct vote_names *out)
{
	struct line_words line = line_words_of(list);
	struct phrase p = { list, line.at, line.n };

	return vote_names_at(voters->doc, &p, 0, out) &&
	       (out->end == p.n || p.words[out->end - 1].after == '.');
}

/* "Delacroix, Sandoval": in a list of votes any surname is a name. */
static void read_unknown(const struct voters *voters, enum mb_vote_side side,
			 struct mb_str list)
{
	struct line_words line = line_words_of(list);

	for (size_t i = 0; i < line.n; i++) {
		const struct word *w = &line.at[i];

		if (!w->is_capital || w->text.len < 3 || w->opens ||
		    !(w->after == ',' || w->after == ';' || i + 1 == line.n))
			return; /* something else */
		vote_name_put(voters, side, w->text);
	}
}

void vote_names_read(const struct voters *voters, enum mb_vote_side side,
		     struct mb_str list)
{
	struct mb_doc named = { .n_attendance = 0 };
	struct vote_names names;

	roll_read_all(voters->blocks, list, &named);
	for (size_t i = 0; i < named.n_attendance; i++)
		vote_name_put(voters, side, named.attendance[i].name);
	if (named.n_attendance > 0)
		return;
	if (read_surnames(voters, list, &names))
		vote_names_put(voters, side, &names);
	else
		read_unknown(voters, side, list);
}
