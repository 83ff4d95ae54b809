/*
 * fuzz_excerpt.c - a query, a line end, and any text to cut an excerpt from
 */
#include "excerpt.h"
#include "fuzz/index.h"
#include "fuzz/must.h"
#include "minutebook/text.h"

#define MAX_BYTES 8192

static const struct mb_date today = { 2022, 6, 15 };

static void check_marks(const struct excerpt *excerpt)
{
	size_t last = 0;

	for (size_t i = 0; i < excerpt->n_marks; i++) {
		const struct mark *mark = &excerpt->marks[i];

		must(mark->start >= last && mark->start < mark->end &&
			 mark->end <= excerpt->text.len,
		     "marks lie in the excerpt, in order");
		must(begins_character(excerpt->text, mark->start) &&
			 begins_character(excerpt->text, mark->end),
		     "marks lie on characters");
		last = mark->end;
	}
}

/* A match that is longer than an excerpt may be is shown whole. */
static bool is_one_mark(const struct excerpt *excerpt)
{
	return excerpt->n_marks == 1 && excerpt->marks[0].start == 0 &&
	       excerpt->marks[0].end == excerpt->text.len;
}

static void check_excerpt(const struct excerpt *excerpt, struct mb_str text,
			  size_t limit)
{
	const struct mb_str *part = &excerpt->text;

	must_lie_in(*part, text, "an excerpt is a part of the paragraph");
	must_be_text(*part, "an excerpt is cut at characters");
	must(mb_utf8_count(*part) <= limit || is_one_mark(excerpt),
	     "an excerpt has a limit");
	must(text.len == 0 || part->len > 0, "an excerpt shows something");
	must(part->len == 0 ||
		 (excerpt->is_cut_before == (part->ptr > text.ptr) &&
		  excerpt->is_cut_after ==
		      (part->ptr + part->len < text.ptr + text.len)),
	     "what is left out is said");
	check_marks(excerpt);
}

static void check_passages(const struct excerpts *passages,
			   const struct excerpt *best, struct mb_str text,
			   const struct excerpt_options *options)
{
	must(passages->n >= 1 && passages->n <= options->most,
	     "as many passages as are wanted");
	must(passages->best < passages->n, "one of them is the best");
	must(mb_str_equal(passages->items[passages->best].text, best->text),
	     "the best is what one excerpt would be");
	for (size_t i = 0; i < passages->n; i++) {
		const struct excerpt *excerpt = &passages->items[i];

		check_excerpt(excerpt, text, options->limit);
		must(i == 0 || excerpt->text.ptr >=
				   excerpt[-1].text.ptr + excerpt[-1].text.len,
		     "passages do not overlap");
	}
}

static void cut(const struct plan *plan, struct mb_str text,
		struct mb_arena *arena)
{
	static const struct excerpt_options some[] = {
		{ 1, 1 }, { 12, 2 }, { 40, 3 }, { EXCERPT_CHARS, 9 }
	};
	static struct mb_splitter *splitter;
	double *factors = MB_NEW(arena, double, plan->n_leaves + 1);

	if (!splitter)
		splitter = mb_splitter_new();
	for (size_t i = 0; i < plan->n_leaves; i++)
		factors[i] = 1 + (double)i;
	for (size_t i = 0; i < sizeof(some) / sizeof(*some); i++) {
		struct excerpt best;
		struct excerpts passages;

		must(excerpt_make(splitter, plan, factors, text, some[i].limit,
				  arena, &best, NULL) == MB_OK,
		     "there is memory");
		must(excerpt_passages(splitter, plan, factors, text, &some[i],
				      arena, &passages, NULL) == MB_OK,
		     "there is memory");
		check_excerpt(&best, text, some[i].limit);
		check_passages(&passages, &best, text, &some[i]);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static const struct plan_options options = { .sort = SORT_RANK,
						     .needs_scores = true };
	static struct mb_reader *reader;
	struct mb_cut input =
	    mb_str_cut((struct mb_str){ (const char *)bytes, n }, '\n');
	struct mb_arena arena = MB_ARENA_INIT;
	struct query query;
	struct query_fault fault;
	struct mb_str text;
	struct mb_err err;
	struct plan plan;

	if (!reader)
		reader = index_open();
	if (n <= MAX_BYTES && query_parse(input.head, today, &arena, &query,
					  &fault, &err) == MB_OK) {
		must_work(
		    plan_make(&query, &options, reader, &arena, &plan, &err),
		    &err);
		must_work(mb_clean_in(&arena, input.tail, &text, &err), &err);
		cut(&plan, text, &arena);
	}
	mb_arena_release(&arena);
	return 0;
}
