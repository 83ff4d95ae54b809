#include "council.h"

#include <string.h>

#include "minutebook/text.h"

#define CORE_BYTES 60

/* --- cores ------------------------------------------------------------- */

static bool has_word(const char *const *list, size_t n, struct mb_str word)
{
	for (size_t i = 0; i < n; i++)
		if (mb_str_equal_nocase(word, mb_str_of(list[i])))
			return true;
	return false;
}

/* Words that every council of its kind has. */
static bool is_common(struct mb_str word)
{
	static const char *const list[] = {
		"a",           "and",       "annual",  "borough",
		"bwrdeistref", "comhairle", "council", "cyngor",
		"district",    "london",    "meeting", "metropolitan",
		"of",          "royal",     "the"
	};

	return has_word(list, sizeof(list) / sizeof(*list), word);
}

/* A kind of council, of which a place may have one each; in two languages. */
struct kind {
	const char *word, *welsh;
};

static const struct kind kinds[] = {
	{ "city", "dinas" }, { "county", "sir" },        { "parish", "plwyf" },
	{ "town", "tref" },  { "community", "cymuned" },
};
#define N_KINDS (sizeof(kinds) / sizeof(*kinds))

static const struct kind *find_kind(struct mb_str word)
{
	for (size_t i = 0; i < N_KINDS; i++)
		if (mb_str_equal_nocase(word, mb_str_of(kinds[i].word)) ||
		    mb_str_equal_nocase(word, mb_str_of(kinds[i].welsh)))
			return &kinds[i];
	return NULL;
}

static void add_word(struct mb_buf *out, size_t start, struct mb_str word)
{
	if (out->len > start)
		mb_buf_add_char(out, '-');
	mb_buf_add(out, word);
}

/* Appends the words of @slug that are the council's own. */
static void add_own_words(struct mb_buf *out, struct mb_str slug)
{
	size_t start = out->len;

	while (slug.len > 0) {
		struct mb_cut cut = mb_str_cut(slug, '-');

		slug = cut.tail;
		if (!is_common(cut.head) && !find_kind(cut.head))
			add_word(out, start, cut.head);
	}
}

/* Appends what kinds of council @slug names, whatever their order. */
static void add_kinds(struct mb_buf *out, size_t start, struct mb_str slug)
{
	bool has[N_KINDS] = { false };

	while (slug.len > 0) {
		struct mb_cut cut = mb_str_cut(slug, '-');
		const struct kind *kind = find_kind(cut.head);

		slug = cut.tail;
		if (kind)
			has[kind - kinds] = true;
	}
	for (size_t i = 0; i < N_KINDS; i++)
		if (has[i])
			add_word(out, start, mb_str_of(kinds[i].word));
}

void mb_council_core(struct mb_buf *out, struct mb_str name)
{
	struct mb_buf slug = MB_BUF_INIT;
	size_t start = out->len;

	mb_slug(&slug, name, CORE_BYTES);
	add_own_words(out, mb_buf_str(&slug));
	add_kinds(out, start, mb_buf_str(&slug));
	if (out->len == start) /* "Borough Council" */
		mb_buf_add(out, mb_buf_str(&slug));
	out->has_failed |= slug.has_failed;
	mb_buf_release(&slug);
}

struct mb_str mb_body_alone(struct mb_str body)
{
	size_t at = mb_str_find(body, MB_STR(" - "));

	if (at == MB_STR_NONE ||
	    !mb_str_ends_nocase(mb_str_take(body, at), MB_STR("council")))
		return body;
	return mb_str_trim(mb_str_drop(body, at + 3));
}

bool mb_body_is_called_council(struct mb_str body)
{
	return mb_str_ends_nocase(body, MB_STR(" council")) ||
	       mb_str_starts_nocase(body, MB_STR("cyngor ")) ||
	       mb_str_starts_nocase(body, MB_STR("comhairle "));
}

/* Whether @word is one of those of @core that tell its kind. */
static bool has_kind(struct mb_str core, const struct kind *kind)
{
	struct mb_cut cut;

	do {
		cut = mb_str_cut_last(core, '-');
		if (mb_str_equal(mb_str_after_last(core, '-'),
				 mb_str_of(kind->word)))
			return true;
		core = cut.head;
	} while (cut.found && find_kind(cut.tail));
	return false;
}

bool mb_body_is_called_by_kind(struct mb_str body, struct mb_str core)
{
	static const char *const councils[] = { "council", "cyngor",
						"comhairle" };
	static const char *const articles[] = { "the", "y", "an" };
	bool is_council = false;

	while (body.len > 0) {
		struct mb_cut cut = mb_str_cut(body, ' ');
		const struct kind *kind = find_kind(cut.head);

		body = cut.tail;
		if (has_word(councils, 3, cut.head))
			is_council = true;
		else if (kind ? !has_kind(core, kind)
			      : !has_word(articles, 3, cut.head))
			return false;
	}
	return is_council && core.len > 0;
}

/* --- folders ----------------------------------------------------------- */

static bool is_generic_word(struct mb_str word)
{
	static const char *const list[] = {
		"agenda",     "agendas",   "and",       "archive",
		"archives",   "audit",     "cabinet",   "committee",
		"committees", "council",   "data",      "decisions",
		"docs",       "documents", "downloads", "draft",
		"executive",  "files",     "full",      "html",
		"licensing",  "meeting",   "meetings",  "minutes",
		"misc",       "of",        "old",       "pages",
		"papers",     "pdf",       "planning",  "posts",
		"reports",    "saved",     "scrutiny",  "site",
		"text",       "the",       "txt",       "website",
		"word",
	};

	return mb_is_digit(word.ptr[0]) ||
	       has_word(list, sizeof(list) / sizeof(*list), word);
}

/* More than the longest word of the list: the rest makes no difference. */
#define WORD_BYTES 16

/* Without allocating: an answer that memory could change would be a guess. */
bool mb_folder_is_generic(struct mb_str folder)
{
	char word[WORD_BYTES], folded[MB_FOLD_BYTES];
	size_t len = 0, n;
	uint32_t c;

	if (mb_str_find_char(folder, '.') != MB_STR_NONE)
		return true; /* a host */
	while (mb_utf8_next(&folder, &c)) {
		n = mb_fold_char(c, folded);
		if (n == 0)
			continue; /* a mark */
		if (mb_is_alnum(folded[0]) || mb_is_letter(c)) {
			n = n > sizeof(word) - len ? sizeof(word) - len : n;
			memcpy(word + len, folded, n);
			len += n;
			continue;
		}
		if (len > 0 && !is_generic_word((struct mb_str){ word, len }))
			return false;
		len = 0;
	}
	return len == 0 || is_generic_word((struct mb_str){ word, len });
}

static bool has_capital(struct mb_str s)
{
	uint32_t c;

	while (mb_utf8_next(&s, &c))
		if (mb_is_upper_letter(c))
			return true;
	return false;
}

void mb_folder_title(struct mb_buf *out, struct mb_str folder)
{
	bool is_first = true, is_lower = !has_capital(folder);
	uint32_t c;

	while (mb_utf8_next(&folder, &c)) {
		if (c == '-' || c == '_')
			c = ' ';
		if (is_first && is_lower && c >= 'a' && c <= 'z')
			c -= 'a' - 'A';
		mb_buf_add_utf8(out, c);
		is_first = c == ' ';
	}
}

int mb_council_or_folder(struct mb_str council, struct mb_str folder,
			 struct mb_arena *arena, struct mb_str *out,
			 struct mb_err *err)
{
	struct mb_buf name = MB_BUF_INIT;
	int rc;

	if (council.len > 0)
		return mb_arena_copy(arena, council, out, err);
	mb_folder_title(&name, folder);
	rc = mb_buf_move(&name, arena, out, err);
	mb_buf_release(&name);
	return rc;
}
