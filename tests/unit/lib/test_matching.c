/*
 * The table tests/matching.tsv, as far as splitter and stemmer alone answer
 * for it.  Tests run in the folder of the Makefile.
 */
#include <stdio.h>
#include <stdlib.h>

#include "minutebook/buf.h"
#include "minutebook/terms.h"
#include "support/text.h"

#define TABLE "tests/matching.tsv"
#define MAX_WORDS 64
#define N_ROWS_MIN 80

static struct mb_splitter *splitter;
static struct mb_stemmer *stemmer;

static void begin(void)
{
	splitter = mb_splitter_new();
	stemmer = mb_stemmer_new();
	cr_assert(splitter && stemmer);
}

static void end(void)
{
	mb_splitter_free(splitter);
	mb_stemmer_free(stemmer);
}

TestSuite(matching, .init = begin, .fini = end);

struct word {
	struct mb_str text;
	size_t place; /* words that stand for one another share it */
};

struct words {
	struct word items[MAX_WORDS];
	size_t n, n_places;
};

/* The words of @text, or their stems; of a query only the canonical ones. */
static struct words words_of(struct mb_str text, bool is_query, bool is_stemmed)
{
	struct words words = { .n = 0 };
	struct mb_terms terms;

	cr_assert(mb_split(splitter, text, &terms, NULL) == MB_OK);
	for (size_t i = 0; i < terms.n; i++) {
		bool is_also = terms.items[i].flags & MB_TERM_ALSO;
		struct mb_str word = terms.items[i].word;

		words.n_places += !is_also;
		if (is_query && is_also)
			continue;
		if (is_stemmed)
			cr_assert(mb_stem(stemmer, word, &word, NULL) == MB_OK);
		cr_assert(words.n < MAX_WORDS);
		words.items[words.n++] =
		    (struct word){ mb_str_of(text_of(word)), words.n_places };
	}
	return words;
}

static bool stands_at(const struct words *words, struct mb_str word,
		      size_t place)
{
	for (size_t i = 0; i < words->n; i++)
		if (words->items[i].place == place &&
		    mb_str_equal(words->items[i].text, word))
			return true;
	return false;
}

static bool stands_anywhere(const struct words *words, struct mb_str word)
{
	for (size_t place = 1; place <= words->n_places; place++)
		if (stands_at(words, word, place))
			return true;
	return false;
}

static bool is_phrase_at(const struct words *words, const struct words *phrase,
			 size_t place)
{
	for (size_t i = 0; i < phrase->n; i++)
		if (!stands_at(words, phrase->items[i].text, place + i))
			return false;
	return true;
}

static bool meets(struct mb_str query, struct mb_str text)
{
	bool is_phrase = mb_str_starts(query, MB_STR("\""));
	bool is_exact = is_phrase || mb_str_starts(query, MB_STR("="));
	struct words asked = words_of(query, true, !is_exact);
	struct words there = words_of(text, false, !is_exact);

	for (size_t place = 1; is_phrase && place <= there.n_places; place++)
		if (is_phrase_at(&there, &asked, place))
			return true;
	for (size_t i = 0; !is_phrase && i < asked.n; i++)
		if (!stands_anywhere(&there, asked.items[i].text))
			return false;
	return !is_phrase && asked.n > 0;
}

/* A cell with its \n and \uXXXX made real. */
static struct mb_str unescape(struct mb_str cell)
{
	struct mb_buf buf = MB_BUF_INIT;
	struct mb_str s;

	while (cell.len > 0) {
		size_t n = 1;

		if (mb_str_starts(cell, MB_STR("\\n"))) {
			mb_buf_add_char(&buf, '\n');
			n = 2;
		} else if (mb_str_starts(cell, MB_STR("\\u"))) {
			char hex[5] = "";

			cr_assert(ge(sz, cell.len, 6));
			memcpy(hex, cell.ptr + 2, 4);
			mb_buf_add_utf8(&buf, (uint32_t)strtoul(hex, NULL, 16));
			n = 6;
		} else {
			mb_buf_add(&buf, mb_str_take(cell, 1));
		}
		cell = mb_str_drop(cell, n);
	}
	s = mb_str_of(text_of(mb_buf_str(&buf)));
	mb_buf_release(&buf);
	return s;
}

/* Checks one row; false when it is of another level. */
static bool check_row(struct mb_str line, int line_number)
{
	struct mb_cut level = mb_str_cut(line, '\t');
	struct mb_cut wanted = mb_str_cut(level.tail, '\t');
	struct mb_cut query = mb_str_cut(wanted.tail, '\t');
	bool must_meet = mb_str_equal(wanted.head, MB_STR("yes"));

	cr_assert(query.found && query.tail.len > 0,
		  TABLE ":%d: there are four columns", line_number);
	cr_assert(must_meet || mb_str_equal(wanted.head, MB_STR("no")),
		  TABLE ":%d: yes or no", line_number);
	if (mb_str_equal(level.head, MB_STR("plan")))
		return false;
	cr_assert(mb_str_equal(level.head, MB_STR("split")),
		  TABLE ":%d: split or plan", line_number);
	cr_expect(meets(unescape(query.head), unescape(query.tail)) ==
		      must_meet,
		  TABLE ":%d: '%.*s' must%s meet '%.*s'", line_number,
		  MB_STR_ARG(query.head), must_meet ? "" : " not",
		  MB_STR_ARG(query.tail));
	return true;
}

Test(matching, meets_what_the_table_says)
{
	FILE *file = fopen(TABLE, "r");
	char *line = NULL;
	size_t capacity = 0;
	ssize_t len;
	int n_checked = 0;

	cr_assert(file != NULL, TABLE ": not found from here");
	for (int i = 1; (len = getline(&line, &capacity, file)) > 0; i++) {
		struct mb_str text = { line, (size_t)len };

		if (line[0] == '#')
			continue;
		cr_assert(eq(chr, line[len - 1], '\n'));
		n_checked += check_row(mb_str_take(text, text.len - 1), i);
	}
	cr_expect(ge(int, n_checked, N_ROWS_MIN));
	free(line);
	fclose(file);
}
