/*
 * fuzz_query.c - any bytes as a query
 *
 * Whatever is typed is parsed, or refused with a place for the caret.  What
 * was parsed is printed and parsed again to the same tree, planned and run
 * against a tiny index, and its hits are cut and rendered.  No query may make
 * SQLite fail.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "excerpt.h"
#include "fuzz/index.h"
#include "fuzz/must.h"
#include "render.h"
#include "search.h"

#define MAX_BYTES 4096
#define MAX_HITS 5

static const struct mb_date today = { 2022, 6, 15 };

/* --- one query --------------------------------------------------------- */

static void check_fault(struct mb_str text, const struct query_fault *fault,
			const struct mb_err *err)
{
	if (err->code != MB_EUSAGE || fault->start > fault->end ||
	    fault->end > text.len || !err->msg[0]) {
		fprintf(stderr, "%d: %s at %zu to %zu of %zu\n", err->code,
			err->msg, fault->start, fault->end, text.len);
		abort();
	}
}

/* Whether the text of the tree gives the same tree. */
static void check_print(const struct query *query, struct mb_arena *arena)
{
	struct mb_buf text = MB_BUF_INIT,
		      dumps[2] = { MB_BUF_INIT, MB_BUF_INIT };
	struct query again;
	struct query_fault fault;
	struct mb_err err = { .msg = "" };

	query_print(query, &text);
	if (query_parse(mb_buf_str(&text), today, arena, &again, &fault,
			&err) != MB_OK) {
		/* the brackets that it needs may be one too many */
		if (strncmp(err.msg, "brackets deeper", 15) != 0) {
			fprintf(stderr, "%s: %.*s\n", err.msg,
				MB_STR_ARG(mb_buf_str(&text)));
			abort();
		}
	} else {
		query_dump(query, &dumps[0]);
		query_dump(&again, &dumps[1]);
		if (!mb_str_equal(mb_buf_str(&dumps[0]),
				  mb_buf_str(&dumps[1]))) {
			fprintf(stderr, "%.*sas text: %.*s\n%.*s",
				MB_STR_ARG(mb_buf_str(&dumps[0])),
				MB_STR_ARG(mb_buf_str(&text)),
				MB_STR_ARG(mb_buf_str(&dumps[1])));
			abort();
		}
	}
	mb_buf_release(&text);
	mb_buf_release(&dumps[0]);
	mb_buf_release(&dumps[1]);
}

static void render_hit(struct mb_reader *reader, const struct search *search,
		       const struct plan *plan, const struct hit *hit)
{
	static const struct render_ops *const all[] = { &render_text,
							&render_plain,
							&render_jsonl };
	struct mb_splitter *splitter = mb_splitter_new();
	struct mb_arena arena = MB_ARENA_INIT;
	struct mb_hit paragraph;
	struct excerpt excerpt;
	struct mb_err err;

	must_work(
	    mb_reader_hit(reader, hit->paragraph, &arena, &paragraph, &err),
	    &err);
	must_work(excerpt_make(splitter, plan, search_factors(search),
			       paragraph.text, 40, &arena, &excerpt, &err),
		  &err);
	for (size_t i = 0; i < 3; i++) {
		struct mb_buf out = MB_BUF_INIT;
		struct render render = { .out = &out, .width = 40 };
		const struct render_hit whole = { .paragraph = &paragraph,
						  .found = hit,
						  .excerpt = &excerpt };

		all[i]->begin(&render);
		all[i]->hit(&render, &whole);
		all[i]->end(&render);
		render_release(&render);
		mb_buf_release(&out);
	}
	mb_arena_release(&arena);
	mb_splitter_free(splitter);
}

static void run(struct mb_reader *reader, const struct query *query,
		enum plan_sort sort, struct mb_arena *arena)
{
	const struct plan_options plan_options = { .sort = sort,
						   .needs_scores =
						       sort == SORT_RANK };
	const struct search_options options = { .sort = sort,
						.limit = MAX_HITS };
	struct search_source source = { .reader = reader };
	struct search *search = NULL;
	struct plan plan;
	struct hit hit;
	struct mb_err err;
	int rc;

	must_work(plan_make(query, &plan_options, reader, arena, &plan, &err),
		  &err);
	source.plan = &plan;
	must_work(search_begin(&source, 1, &options, &search, &err), &err);
	while ((rc = search_next(search, &hit, &err)) > 0)
		render_hit(reader, search, &plan, &hit);
	must_work(rc, &err);
	search_end(search);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static struct mb_reader *reader;
	struct mb_str text = { (const char *)bytes, n };
	struct mb_arena arena = MB_ARENA_INIT;
	struct mb_buf described = MB_BUF_INIT;
	struct query query;
	struct query_fault fault = { 1, 0 };
	struct mb_err err = { .code = MB_OK };

	if (n > MAX_BYTES)
		return 0;
	if (!reader)
		reader = index_open();
	if (query_parse(text, today, &arena, &query, &fault, &err) != MB_OK) {
		check_fault(text, &fault, &err);
	} else {
		query_describe(&query, &described);
		check_print(&query, &arena);
		run(reader, &query, SORT_RANK, &arena);
		run(reader, &query, SORT_DATE_DESC, &arena);
	}
	mb_buf_release(&described);
	mb_arena_release(&arena);
	return 0;
}
