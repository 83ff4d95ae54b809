#include "distinctive.h"

#include <math.h>
#include <stdlib.h>

#include "minutebook/buf.h"
#include "minutebook/terms.h"

#define MAX_WORDS 15
/* Rarer words are chance. */
#define MIN_USES 3
#define MIN_BYTES 4
/* Commoner ones, by one in so many words, are the language's. */
#define MAX_RATE 1000

struct used {
	struct mb_str word;
	int64_t n, n_everywhere;
	double weight;
};

struct used_words {
	struct used *items;
	size_t n, capacity;
	int64_t n_words; /* said in all */
};

static int add_text(struct mb_splitter *splitter, struct mb_str text,
		    struct mb_arena *arena, struct used_words *words,
		    struct mb_err *err)
{
	struct mb_terms terms;
	int rc = mb_split(splitter, text, &terms, err);

	for (size_t i = 0; i < terms.n && rc == MB_OK; i++) {
		const struct mb_term *term = &terms.items[i];
		struct used *moved;

		if (term->flags & MB_TERM_ALSO)
			continue;
		words->n_words++;
		if ((term->flags & MB_TERM_NUMBER) ||
		    term->word.len < MIN_BYTES)
			continue;
		moved = mb_arena_grow(arena, words->items, words->n,
				      &words->capacity, sizeof(*moved));
		if (!moved)
			return mb_fail_nomem(err);
		words->items = moved;
		words->items[words->n] = (struct used){ .n = 1 };
		rc = mb_arena_copy(arena, term->word,
				   &words->items[words->n++].word, err);
	}
	return rc;
}

static int compare_words(const void *a, const void *b)
{
	const struct used *x = a, *y = b;

	return mb_str_compare(x->word, y->word);
}

static int compare_weights(const void *a, const void *b)
{
	const struct used *x = a, *y = b;

	if (x->weight != y->weight)
		return x->weight > y->weight ? -1 : 1;
	return mb_str_compare(x->word, y->word);
}

static void count_words(struct used_words *words)
{
	size_t n = 0;

	if (words->n > 1)
		qsort(words->items, words->n, sizeof(*words->items),
		      compare_words);
	for (size_t i = 0; i < words->n; i++) {
		if (n > 0 &&
		    compare_words(&words->items[n - 1], &words->items[i]) == 0)
			words->items[n - 1].n++;
		else
			words->items[n++] = words->items[i];
	}
	words->n = n;
}

static double part(double n, double expected)
{
	return n > 0 && expected > 0 ? n * log(n / expected) : 0;
}

/* How unlikely it is that the person and the others use it alike. */
static double weigh(const struct used *used, double n_mine, double n_all)
{
	double n = (double)used->n;
	double others = (double)used->n_everywhere - n;
	double n_others = n_all - n_mine;
	double rate = (double)used->n_everywhere / n_all;

	if (others < 0 || n_others <= 0 || n / n_mine <= others / n_others)
		return 0;
	return 2 * (part(n, n_mine * rate) + part(others, n_others * rate));
}

/* How often the word stands in all indexes. */
static int count_everywhere(const struct sources *sources, struct used *used,
			    struct mb_err *err)
{
	int rc = MB_OK;

	for (int i = 0; i < sources->n && rc == MB_OK; i++) {
		int64_t n = 0;

		rc = mb_reader_word_count(sources->readers[i], used->word, &n,
					  err);
		used->n_everywhere += n;
	}
	return rc;
}

static int weigh_all(const struct sources *sources, struct used_words *words,
		     struct mb_err *err)
{
	int64_t n_all = 0, n_words;
	int rc = MB_OK;
	size_t n = 0;

	for (int i = 0; i < sources->n && rc == MB_OK; i++) {
		rc = mb_reader_n_words(sources->readers[i], &n_words, err);
		n_all += rc == MB_OK ? n_words : 0;
	}

	for (size_t i = 0; i < words->n && rc == MB_OK; i++) {
		struct used *used = &words->items[i];

		if (used->n < MIN_USES)
			continue;
		rc = count_everywhere(sources, used, err);
		if (used->n_everywhere > n_all / MAX_RATE)
			continue;
		used->weight =
		    weigh(used, (double)words->n_words, (double)n_all);
		words->items[n++] = *used;
	}
	words->n = n;
	if (n > 1)
		qsort(words->items, n, sizeof(*words->items), compare_weights);
	return rc;
}

static int make_table(const struct used_words *words, struct mb_arena *arena,
		      struct mb_table *out, struct mb_err *err)
{
	static const char *const columns[] = { "word", "said", "everywhere" };
	struct mb_table table = { .columns = columns, .n_columns = 3 };
	struct mb_buf number = MB_BUF_INIT;
	int rc = MB_OK;

	table.cells = MB_NEW(arena, struct mb_str, table.n_columns * MAX_WORDS);
	if (!table.cells)
		return mb_fail_nomem(err);
	for (size_t i = 0; i < words->n && table.n_rows < MAX_WORDS &&
			   rc == MB_OK && words->items[i].weight > 0;
	     i++) {
		struct mb_str *row = &table.cells[3 * table.n_rows++];

		row[0] = words->items[i].word;
		mb_buf_add_format(&number, "%lld",
				  (long long)words->items[i].n);
		rc = mb_buf_move(&number, arena, &row[1], err);
		mb_buf_add_format(&number, "%lld",
				  (long long)words->items[i].n_everywhere);
		if (rc == MB_OK)
			rc = mb_buf_move(&number, arena, &row[2], err);
	}
	mb_buf_release(&number);
	if (rc == MB_OK)
		*out = table;
	return rc;
}

int distinctive_words(const struct sources *sources,
		      const struct mb_table *texts, struct mb_arena *arena,
		      struct mb_table *out, struct mb_err *err)
{
	struct used_words words = { .n = 0 };
	int rc = MB_OK;

	for (size_t i = 0; i < texts->n_rows && rc == MB_OK; i++)
		rc = add_text(sources->splitter, mb_table_cell(texts, i, 0),
			      arena, &words, err);
	count_words(&words);
	if (rc == MB_OK)
		rc = weigh_all(sources, &words, err);
	return rc == MB_OK ? make_table(&words, arena, out, err) : rc;
}
