/*
 * fuzz_terms.c - any bytes as text: characters, words, folding
 */
#include "fuzz/must.h"
#include "minutebook/terms.h"
#include "minutebook/text.h"

/* --- characters -------------------------------------------------------- */

static void check_characters(struct mb_str text)
{
	struct mb_str rest = text;
	uint32_t c;
	size_t n = 0;

	while (mb_utf8_next(&rest, &c)) {
		size_t at = text.len - rest.len;

		must(c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF),
		     "a character is one of Unicode");
		must(at > n && at - n <= 4, "a character has 1 to 4 bytes");
		n = at;
	}
	must(n == text.len, "every byte belongs to a character");
	for (size_t i = 0; i < text.len; i++)
		must(mb_utf8_floor(text, i) <= i, "a character begins before");
}

/* --- folding and cleaning ---------------------------------------------- */

typedef void changer(struct mb_buf *out, struct mb_str s);

/* Doing it again changes nothing. */
static struct mb_str check_twice(changer *change, struct mb_str text,
				 struct mb_arena *arena, const char *what)
{
	struct mb_buf out = MB_BUF_INIT, again = MB_BUF_INIT;
	struct mb_str once;

	change(&out, text);
	must(mb_buf_move(&out, arena, &once, NULL) == MB_OK, "memory");
	must_be_clean(once, true, what);
	change(&again, once);
	must(mb_str_equal(once, mb_buf_str(&again)), what);
	mb_buf_release(&out);
	mb_buf_release(&again);
	return once;
}

static void check_slug(struct mb_str text)
{
	struct mb_buf out = MB_BUF_INIT;
	struct mb_str slug;

	mb_slug(&out, text, 40);
	slug = mb_buf_str(&out);
	must_be_clean(slug, false, "a slug is clean");
	must(slug.len <= 40, "a slug has a limit");
	must(slug.len == 0 ||
		 (slug.ptr[0] != '-' && slug.ptr[slug.len - 1] != '-'),
	     "a slug begins and ends with a word");
	mb_buf_release(&out);
}

/* --- terms ------------------------------------------------------------- */

static void check_term(const struct mb_term *term, const struct mb_term *last,
		       struct mb_str text)
{
	must(term->start < term->end && term->end <= text.len,
	     "a term stands for some of the text");
	must(begins_character(text, term->start) &&
		 begins_character(text, term->end),
	     "a term stands for characters");
	must(term->word.len > 0 && term->word.len <= MB_TERM_MAX_BYTES,
	     "a term has its length");
	must_be_clean(term->word, false, "a term is clean");
	must(mb_str_find_char(term->word, ' ') == MB_STR_NONE,
	     "a term is one word");
	must(!last || last->start <= term->start, "terms come in order");
	must(last || !(term->flags & MB_TERM_ALSO),
	     "another word has a first one");
	must(!(term->flags & MB_TERM_ALSO) ||
		 (term->start >= last->start && term->end <= last->end) ||
		 term->start == last->start,
	     "another word has the same place");
}

static void check_stem(struct mb_str word)
{
	static struct mb_stemmer *stemmer;
	struct mb_str stem;

	if (!stemmer)
		stemmer = mb_stemmer_new();
	must(mb_stem(stemmer, word, &stem, NULL) == MB_OK, "memory");
	must(stem.len > 0, "a stem is something");
	must_be_text(stem, "a stem is UTF-8");
}

static struct mb_terms split(struct mb_str text)
{
	static struct mb_splitter *splitter;
	struct mb_terms terms;

	if (!splitter)
		splitter = mb_splitter_new();
	must(mb_split(splitter, text, &terms, NULL) == MB_OK, "memory");
	return terms;
}

static void check_terms(struct mb_str text)
{
	const struct mb_terms terms = split(text);
	const struct mb_term *last = NULL;

	for (size_t i = 0; i < terms.n; i++) {
		check_term(&terms.items[i], last, text);
		check_stem(terms.items[i].word);
		last = &terms.items[i];
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct mb_str text = { (const char *)bytes, n };
	struct mb_arena arena = MB_ARENA_INIT;
	struct mb_str clean;

	check_characters(text);
	split(text);
	clean = check_twice(mb_clean, text, &arena, "clean text stays so");
	check_twice(mb_fold, clean, &arena, "folded text stays so");
	check_slug(clean);
	check_terms(clean);
	mb_arena_release(&arena);
	return 0;
}
