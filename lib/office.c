#include "minutebook/office.h"

#include "minutebook/text.h"

static bool is_among(struct mb_str word, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (mb_str_equal(word, mb_str_of(list[i])))
			return true;
	return false;
}

#define IS_AMONG(word, list) \
	is_among(word, list, sizeof(list) / sizeof(*(list)))

/* All who chair are called one thing here. */
static bool is_chair_word(struct mb_str word)
{
	static const char *const list[] = {
		"cadeirydd",  "cathaoirleach", "chair",
		"chairing",   "chairman",      "chairperson",
		"chairwoman", "convener",      "convenor",
	};

	return IS_AMONG(word, list);
}

static bool is_vice_word(struct mb_str word)
{
	static const char *const list[] = { "deputy", "is", "vice" };

	return IS_AMONG(word, list);
}

static void add_word(struct mb_buf *key, struct mb_str word)
{
	if (key->len > 0)
		mb_buf_add_char(key, ' ');
	mb_buf_add(key, word);
}

/* In English, Irish and Welsh. */
static bool is_article(struct mb_str word)
{
	static const char *const list[] = { "an", "the", "y", "yr" };

	return IS_AMONG(word, list);
}

/* "is" is the Welsh "vice": only before a chair. */
static struct mb_str unified(struct mb_str word, struct mb_str next)
{
	if (is_chair_word(word))
		return MB_STR("chair");
	if (is_vice_word(word) && is_chair_word(next))
		return MB_STR("vice");
	return word;
}

int mb_office_key(struct mb_str printed, struct mb_arena *arena,
		  struct mb_str *out, struct mb_err *err)
{
	struct mb_buf folded = MB_BUF_INIT, key = MB_BUF_INIT;
	struct mb_str rest;
	int rc;

	mb_fold(&folded, printed);
	rest = mb_buf_str(&folded);
	while (rest.len > 0) {
		struct mb_cut cut = mb_str_cut(rest, ' ');

		if (key.len > 0 || !is_article(cut.head))
			add_word(&key, unified(cut.head,
					       mb_str_cut(cut.tail, ' ').head));
		rest = cut.tail;
	}
	rc = folded.has_failed ? mb_fail_nomem(err)
			       : mb_buf_move(&key, arena, out, err);
	mb_buf_release(&folded);
	mb_buf_release(&key);
	return rc;
}

static bool is_office_noun(struct mb_str word)
{
	static const char *const list[] = {
		"accountant",  "administrator", "adviser",   "advisor",
		"architect",   "assistant",     "attorney",  "auditor",
		"ceo",         "cfo",           "chair",     "champion",
		"clerc",       "clerk",         "commander", "commissioner",
		"coordinator", "councillor",    "deputy",    "director",
		"dpo",         "engineer",      "executive", "governor",
		"head",        "headteacher",   "lead",      "leader",
		"manager",     "mayor",         "member",    "midwife",
		"officer",     "ombudsman",     "person",    "president",
		"principal",   "provost",       "registrar", "rfo",
		"secretary",   "solicitor",     "speaker",   "surveyor",
		"treasurer",   "trustee",       "vicar",     "warden",
		"whip",
	};

	return is_chair_word(word) || IS_AMONG(word, list);
}

bool mb_office_is_one(struct mb_str key)
{
	while (key.len > 0) {
		struct mb_cut cut = mb_str_cut(key, ' ');

		if (is_office_noun(cut.head))
			return true;
		key = cut.tail;
	}
	return false;
}

/* Places that stand before an office and need not be printed. */
static bool is_place_word(struct mb_str word)
{
	static const char *const list[] = { "borough", "city",   "council",
					    "county",  "parish", "town" };

	return IS_AMONG(word, list);
}

/* "mayor of the city" is the "mayor"; a "chair of planning" may be a guest. */
static bool is_of_place(struct mb_str role, struct mb_str key)
{
	static const char *const list[] = { "deputy mayor", "lord mayor",
					    "lord provost", "mayor",
					    "provost" };

	return IS_AMONG(key, list) && mb_str_starts(role, key) &&
	       mb_str_starts(mb_str_drop(role, key.len), MB_STR(" of "));
}

/* "clerk to the council" and "leader of the council" need not say of what. */
static bool is_of_council(struct mb_str role, struct mb_str key)
{
	struct mb_str rest;

	if (!mb_str_starts(role, key))
		return false;
	rest = mb_str_drop(role, key.len);
	if (mb_str_starts(rest, MB_STR(" to the council")))
		return true;
	return (mb_str_equal(key, MB_STR("leader")) ||
		mb_str_equal(key, MB_STR("deputy leader"))) &&
	       (mb_str_equal(rest, MB_STR(" of the council")) ||
		mb_str_equal(rest, MB_STR(" of council")));
}

/* The next word of an office that is not "of" or "for". */
static struct mb_str next_word(struct mb_str *rest)
{
	struct mb_cut cut;

	do {
		cut = mb_str_cut(*rest, ' ');
		*rest = cut.tail;
	} while (mb_str_equal(cut.head, MB_STR("of")) ||
		 mb_str_equal(cut.head, MB_STR("for")));
	return cut.head;
}

/* "Director, Housing" of a list is the "Director of Housing" of the text. */
static bool has_same_words(struct mb_str a, struct mb_str b)
{
	while (a.len > 0 && b.len > 0)
		if (!mb_str_equal(next_word(&a), next_word(&b)))
			return false;
	return a.len == b.len;
}

/* "parish clerk" is the "clerk", and so on. */
static bool is_same(struct mb_str role, struct mb_str key)
{
	struct mb_cut a = mb_str_cut(role, ' '), b = mb_str_cut(key, ' ');

	if (has_same_words(role, key))
		return true;
	if (a.found && is_place_word(a.head) && mb_str_equal(a.tail, key))
		return true;
	if (b.found && is_place_word(b.head) && mb_str_equal(b.tail, role))
		return true;
	return is_of_place(role, key) || is_of_council(role, key);
}

/* Nobody holds more offices than this joins. */
#define MAX_JOINTS 8
static const struct mb_str joint = { " and ", 5 };

/* Where offices may be joined in @role: the places of " and ". */
static size_t find_joints(struct mb_str role, size_t at[static MAX_JOINTS])
{
	size_t n = 0, from = 0, found;

	while (n < MAX_JOINTS && (found = mb_str_find(mb_str_drop(role, from),
						      joint)) != MB_STR_NONE) {
		at[n++] = from + found;
		from += found + joint.len;
	}
	return n;
}

/* Whether @role is two offices that are joined at @at. */
static bool is_joined(struct mb_str role, size_t at)
{
	return mb_office_is_one(mb_str_take(role, at)) &&
	       mb_office_is_one(mb_str_drop(role, at + joint.len));
}

/* "clerk" of "clerk and treasurer", from @start of @role on. */
static bool is_first_of(struct mb_str role, size_t start, const size_t *joints,
			size_t n, struct mb_str key)
{
	struct mb_str from = mb_str_drop(role, start);

	for (size_t i = 0; i < n; i++)
		if (joints[i] > start &&
		    is_same(mb_str_take(from, joints[i] - start), key) &&
		    is_joined(from, joints[i] - start))
			return true;
	return false;
}

bool mb_office_is_held(struct mb_str role, struct mb_str key)
{
	size_t joints[MAX_JOINTS], n;

	if (key.len == 0 || role.len == 0)
		return false;
	if (is_same(role, key))
		return true;
	n = find_joints(role, joints);
	if (is_first_of(role, 0, joints, n, key))
		return true;
	for (size_t i = 0; i < n; i++) {
		size_t start = joints[i] + joint.len;

		if (is_joined(role, joints[i]) &&
		    (is_same(mb_str_drop(role, start), key) ||
		     is_first_of(role, start, joints, n, key)))
			return true;
	}
	return false;
}

/* "deputy clerk" is no "clerk" in full. */
static bool is_less(struct mb_str role)
{
	static const char *const list[] = { "assistant", "deputy", "former",
					    "vice" };

	for (; role.len > 0; role = mb_str_cut(role, ' ').tail)
		if (IS_AMONG(mb_str_cut(role, ' ').head, list))
			return true;
	return false;
}

bool mb_office_is_short(struct mb_str key, struct mb_str role)
{
	static const char *const list[] = {
		"accountant", "adviser",   "advisor",  "architect",
		"attorney",   "auditor",   "clerk",    "commissioner",
		"director",   "engineer",  "manager",  "principal",
		"secretary",  "solicitor", "surveyor", "treasurer",
	};
	struct mb_cut first = mb_str_cut(role, ' ');

	if (!IS_AMONG(key, list) || !first.found || is_less(role))
		return false;
	return mb_str_equal(first.head, key) ||
	       mb_str_equal(mb_str_cut_last(role, ' ').tail, key);
}

bool mb_office_is_of_body(struct mb_str key)
{
	static const char *const list[] = { "chair", "clerk", "secretary",
					    "treasurer", "vice chair" };

	return IS_AMONG(key, list);
}

bool mb_office_is_members(struct mb_str key)
{
	static const char *const list[] = { "chair",  "councillor", "leader",
					    "mayor",  "member",     "provost",
					    "speaker" };

	if (mb_str_equal(key, MB_STR("chair")) ||
	    mb_str_equal(key, MB_STR("vice chair")) ||
	    mb_str_ends(key, MB_OFFICE_IN_THE_CHAIR))
		return true;
	for (; key.len > 0; key = mb_str_cut(key, ' ').tail)
		if (IS_AMONG(mb_str_cut(key, ' ').head, list))
			return true;
	return false;
}
