#include "minutebook/person_name.h"

#include "minutebook/office.h"
#include "minutebook/text.h"
#include "name_tokens.h"
#include "title.h"

/* --- parts ------------------------------------------------------------- */

/* "Council Member Bell": a title of two words, of which word @i is the first. */
static bool is_council_member(const struct tokens *tokens, size_t i)
{
	return i + 2 < tokens->n && tokens->at[i].is_capital &&
	       mb_str_equal(tokens->at[i].key, MB_STR("council")) &&
	       mb_str_equal(tokens->at[i + 1].key, MB_STR("member")) &&
	       tokens->at[i + 2].is_capital;
}

/*
 * "City Manager Lund", "Town Clerk Ruth Amadi": an office that has the place
 * before it, and behind it a name instead of what it is for.
 */
static bool is_title_of_place(const struct tokens *tokens, size_t i)
{
	static const char *const places[] = { "borough", "city", "county",
					      "parish", "town" };
	bool has_place = false;

	if (i == 0 || i + 1 >= tokens->n || i + 3 < tokens->n ||
	    tokens->at[i].has_comma || !mb_office_is_one(tokens->at[i].key))
		return false;
	for (size_t k = 0; k < sizeof(places) / sizeof(*places); k++)
		has_place |=
		    mb_str_equal(tokens->at[i - 1].key, mb_str_of(places[k]));
	for (size_t k = i + 1; k < tokens->n && has_place; k++)
		has_place = tokens->at[k].is_capital &&
			    !tokens->at[k].has_bracket &&
			    !mb_office_is_one(tokens->at[k].key);
	return has_place;
}

/* How many words from the first are titles, and what they say. */
static size_t take_titles(const struct tokens *tokens,
			  struct mb_person_name *out)
{
	size_t i = 0, n_qualifiers = 0;

	for (; i < tokens->n; i++) {
		const struct token *t = &tokens->at[i];
		const struct title *title = mb_title_find(t->key);

		if (title && (t->is_capital || i == 0)) {
			out->ranks |= title->ranks;
			if (title->sex != MB_SEX_UNKNOWN)
				out->sex = title->sex;
			if (title->is_office)
				out->office = mb_name_span(
				    &tokens->at[i - n_qualifiers], t);
			n_qualifiers = 0;
			continue;
		}
		if (is_council_member(tokens, i)) {
			out->ranks |= MB_RANK_MEMBER;
			n_qualifiers = 0;
			i++;
			continue;
		}
		if (n_qualifiers > 0 && is_title_of_place(tokens, i)) {
			out->office =
			    mb_name_span(&tokens->at[i - n_qualifiers], t);
			n_qualifiers = 0;
			continue;
		}
		if (!mb_title_is_qualifier(t->key) || (!t->is_capital && i > 0))
			break;
		/* "the" is not a part of the office */
		n_qualifiers =
		    mb_str_equal(t->key, MB_STR("the")) ? 0 : n_qualifiers + 1;
	}
	i -= n_qualifiers;
	if (i > 0)
		out->honorific =
		    mb_name_span(&tokens->at[0], &tokens->at[i - 1]);
	return i;
}

/* "(J)" behind the surname; any other bracket says nothing of the name. */
static void take_bracket(struct tokens *tokens, size_t first, struct token *out)
{
	out->key.len = 0;
	for (size_t i = first + 1; i < tokens->n; i++) {
		if (!tokens->at[i].has_bracket)
			continue;
		if (i + 1 == tokens->n && mb_name_is_initials(&tokens->at[i]))
			*out = tokens->at[i];
		tokens->n = i;
		return;
	}
}

/* Everything behind the comma at word @comma is a title of honour. */
static bool are_suffixes(const struct tokens *tokens, size_t comma)
{
	for (size_t i = comma + 1; i < tokens->n; i++)
		if (!mb_title_is_suffix(tokens->at[i].key))
			return false;
	return true;
}

static void rotate(struct tokens *tokens, size_t first, size_t comma)
{
	struct token head[NAME_MAX_TOKENS];
	size_t n_head = comma + 1 - first, n = 0;

	for (size_t i = first; i <= comma; i++)
		head[i - first] = tokens->at[i];
	head[n_head - 1].has_comma = false;
	for (size_t i = comma + 1; i < tokens->n; i++)
		if (!mb_title_find(tokens->at[i].key))
			tokens->at[first + n++] = tokens->at[i];
	for (size_t i = 0; i < n_head; i++)
		tokens->at[first + n++] = head[i];
	tokens->n = first + n;
}

/* "Smith, John", "Smith, CBE", "Smith, Director of Finance". */
static void take_comma(struct tokens *tokens, size_t first,
		       struct mb_person_name *out)
{
	for (size_t i = first; i + 1 < tokens->n; i++) {
		bool is_office = false;

		if (!tokens->at[i].has_comma)
			continue;
		if (are_suffixes(tokens, i)) {
			out->suffix = mb_name_span(&tokens->at[i + 1],
						   &tokens->at[tokens->n - 1]);
			tokens->n = i + 1;
			return;
		}
		for (size_t k = i + 1; k < tokens->n; k++)
			is_office |= !tokens->at[k].is_capital ||
				     mb_office_is_one(tokens->at[k].key);
		/* one name before the comma, so that another is wanted */
		if (!is_office && tokens->n - i <= 4 &&
		    (i == first ||
		     (i == first + 1 &&
		      mb_title_is_particle(tokens->at[first].key))))
			rotate(tokens, first, i);
		else
			tokens->n = i + 1;
		return;
	}
	/* "Sir Jo Bloggs CBE" */
	while (tokens->n > first + 2 &&
	       mb_name_is_letters(tokens->at[tokens->n - 1].text, 4) &&
	       mb_title_is_suffix(tokens->at[tokens->n - 1].key)) {
		out->suffix = tokens->at[tokens->n - 1].text;
		tokens->n--;
	}
}

static void add_given(struct mb_person_name *out, struct mb_str text,
		      struct mb_str key, bool is_initial)
{
	if (out->n_given < MB_NAME_MAX_GIVEN)
		out->given[out->n_given++] =
		    (struct mb_given){ text, key, is_initial };
}

/* "MJ" before a surname is two initials. */
static void add_given_token(struct mb_person_name *out, const struct token *t)
{
	if (!mb_name_is_initials(t)) {
		add_given(out, t->text, t->key, false);
		return;
	}
	if (t->text.len > 0 && !mb_is_upper(t->text.ptr[0])) {
		add_given(out, t->text, t->key, true);
		return;
	}
	for (size_t i = 0, k = 0; i < t->text.len; i++)
		if (mb_is_upper(t->text.ptr[i]))
			add_given(out, mb_str_slice(t->text, i, i + 1),
				  mb_str_slice(t->key, k, k + 1), true),
			    k++;
}

/* "Ó" and "Ní" are nobody's given name, nor an initial. */
static bool is_irish(const struct token *t)
{
	return t->text.len > 1 && (mb_str_equal(t->key, MB_STR("o")) ||
				   mb_str_equal(t->key, MB_STR("ni")));
}

/* Where the surname begins: "van der Laan", "ap Rhys", "Ó Briain". */
static size_t surname_start(const struct tokens *tokens, size_t first,
			    bool is_titled)
{
	size_t at = tokens->n - 1;

	while (at > first) {
		const struct token *before = &tokens->at[at - 1];

		if (!mb_title_is_particle(before->key) || before->has_dot)
			break;
		/* "Laan, Jan Van": what stood behind is no part of it */
		if (before->text.ptr > tokens->at[at].text.ptr)
			break;
		/* "O Williams" has an initial, "Mac Jones" a given name */
		if (before->is_capital && !is_irish(before) &&
		    ((before->text.len == 1) ||
		     (at - 1 == first && !is_titled)))
			break;
		at--;
	}
	return at;
}

static bool is_surname(const struct tokens *tokens, size_t at,
		       const struct mb_person_name *name)
{
	const struct token *last = &tokens->at[tokens->n - 1];

	if (last->key.len < 2 || !last->is_capital ||
	    !mb_is_alpha(last->key.ptr[0]))
		return false;
	/* a quarter day, and no lady */
	if (mb_str_equal(last->key, MB_STR("day")) &&
	    mb_str_equal_nocase(name->honorific, MB_STR("Lady")))
		return false;
	/* "NF. CS" is two clerks' shorthand, no surname */
	return !(at > 0 && name->honorific.len == 0 &&
		 mb_name_is_letters(last->text, 3) &&
		 mb_name_is_initials(&tokens->at[at - 1]));
}

static int take_name(struct tokens *tokens, size_t first,
		     struct mb_arena *arena, struct mb_person_name *out,
		     struct mb_err *err)
{
	struct token bracket;
	size_t at;

	take_bracket(tokens, first, &bracket);
	take_comma(tokens, first, out);
	while (tokens->n > first + 1 &&
	       (mb_title_is_of_vote(tokens->at[tokens->n - 1].key) ||
		mb_title_is_behind(tokens->at[tokens->n - 1].key)))
		tokens->n--;
	at = surname_start(tokens, first, out->ranks != 0);
	if (!is_surname(tokens, at, out))
		return MB_OK;
	for (size_t i = first; i < at; i++)
		add_given_token(out, &tokens->at[i]);
	if (bracket.key.len > 0 && out->n_given == 0)
		add_given_token(out, &bracket);
	out->kind = MB_NAME_PERSON;
	out->surname =
	    mb_name_span(&tokens->at[at], &tokens->at[tokens->n - 1]);
	return mb_name_key(out->surname, arena, &out->surname_key, err);
}

/* --- the whole --------------------------------------------------------- */

static int be_office(struct mb_str printed, struct mb_arena *arena,
		     struct mb_person_name *out, struct mb_err *err)
{
	*out = (struct mb_person_name){ .kind = MB_NAME_OFFICE,
					.office = printed };
	return mb_office_key(printed, arena, &out->office_key, err);
}

/* "Director (Resources)": the bracket is a part of the office. */
static struct mb_str office_span(const struct tokens *tokens, size_t first,
				 struct mb_str as_written)
{
	struct mb_str span =
	    mb_name_span(&tokens->at[first], &tokens->at[tokens->n - 1]);

	if (span.ptr + span.len < as_written.ptr + as_written.len &&
	    span.ptr[span.len] == ')' &&
	    mb_str_find_char(span, '(') != MB_STR_NONE)
		span.len++;
	return span;
}

/* "The Head of Libraries", "Chief Executive", "the Deputy Mayor". */
static bool is_bare_office(const struct tokens *tokens, size_t n_titles,
			   const struct mb_person_name *name)
{
	const struct token *first = &tokens->at[0];
	bool has_noun = false;

	if (n_titles >= tokens->n)
		return name->office.len > 0;
	/* "Councillor van Bell" begins small, too */
	/* cppcheck-suppress arrayIndexOutOfBoundsCond; fewer than all */
	if (n_titles > 0 && mb_title_is_particle(tokens->at[n_titles].key))
		return false;
	/* "Ann Bell (Chair)" and "Ann Bell, Clerk" are names */
	for (size_t i = 0; i < tokens->n && !tokens->at[i].has_bracket; i++) {
		struct mb_str key = tokens->at[i].key;

		has_noun |= mb_office_is_one(key) || mb_title_is_behind(key) ||
			    (i >= n_titles && mb_title_find(key));
		if (tokens->at[i].has_comma)
			break;
	}
	if (n_titles == 0 || !tokens->at[n_titles].is_capital)
		return has_noun;
	/* "the Early Help Manager", but "the Mayor Smith" */
	return name->ranks == 0 && has_noun &&
	       mb_str_equal(first->key, MB_STR("the"));
}

/* "AB", "Cllr AB", but not "CLLR LEE". */
static bool are_initials_of_person(const struct tokens *tokens, size_t first)
{
	return first < 2 && tokens->n == first + 1 &&
	       tokens->at[first].text.len >= 2 &&
	       mb_name_is_letters(tokens->at[first].text, 4) &&
	       (first == 0 ||
		!mb_name_is_letters(tokens->at[0].text, SIZE_MAX));
}

/* "MS" by itself is somebody, though "Ms" is a title. */
static bool is_title_in_letters(const struct tokens *tokens)
{
	const struct title *title = mb_title_find(tokens->at[0].key);

	return tokens->n == 1 && title && !title->is_office &&
	       are_initials_of_person(tokens, 0);
}

static void be_initials(const struct token *letters, struct mb_person_name *out)
{
	out->kind = MB_NAME_INITIALS;
	out->surname = letters->text;
	out->surname_key = letters->key;
}

static int read_tokens(struct tokens *tokens, struct mb_str as_written,
		       struct mb_arena *arena, struct mb_person_name *name,
		       struct mb_err *err)
{
	bool has_article = mb_str_equal(tokens->at[0].key, MB_STR("the"));
	size_t skip = has_article && tokens->n > 1;
	size_t first;
	int rc = MB_OK;

	if (is_title_in_letters(tokens)) {
		be_initials(&tokens->at[0], name);
		return MB_OK;
	}
	first = take_titles(tokens, name);
	if (is_bare_office(tokens, first, name)) {
		rc = be_office(office_span(tokens, skip, as_written), arena,
			       name, err);
	} else if (are_initials_of_person(tokens, first)) {
		be_initials(&tokens->at[first], name);
	} else if (first < tokens->n && (!has_article || name->ranks != 0)) {
		rc = take_name(tokens, first, arena, name, err);
		if (rc == MB_OK && name->office.len > 0)
			rc = mb_office_key(name->office, arena,
					   &name->office_key, err);
	}
	return rc;
}

int mb_person_name_parse(struct mb_str as_written, struct mb_arena *arena,
			 struct mb_person_name *out, struct mb_err *err)
{
	struct mb_person_name name = { .kind = MB_NAME_NONE };
	struct tokens tokens;
	int rc = mb_name_tokens(as_written, arena, &tokens, err);

	if (rc == MB_OK && tokens.n > 0)
		rc = read_tokens(&tokens, as_written, arena, &name, err);
	if (rc == MB_OK)
		*out = name;
	return rc;
}

bool mb_name_is_suffix(struct mb_str word)
{
	return mb_title_is_suffix(word);
}

bool mb_name_is_full(const struct mb_person_name *name)
{
	for (size_t i = 0; i < name->n_given; i++)
		if (!name->given[i].is_initial)
			return true;
	return false;
}

bool mb_given_agree(const struct mb_person_name *a,
		    const struct mb_person_name *b)
{
	for (size_t i = 0; i < a->n_given && i < b->n_given; i++) {
		const struct mb_given *x = &a->given[i], *y = &b->given[i];

		if (x->is_initial || y->is_initial
			? x->key.ptr[0] != y->key.ptr[0]
			: !mb_str_equal(x->key, y->key))
			return false;
	}
	return true;
}
