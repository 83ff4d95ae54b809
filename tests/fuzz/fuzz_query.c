/*
 * fuzz_query.c - any bytes as a query
 *
 * Whatever is typed is parsed, or refused with a place for the caret.  What
 * was parsed is printed and parsed again to the same tree, planned and run
 * against a tiny index, and its hits are cut and rendered.  No query may make
 * SQLite fail.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "minutebook/store_write.h"
#include "render.h"
#include "search.h"

#define MAX_BYTES 4096
#define MAX_HITS 5

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static const struct mb_date today = { 2022, 6, 15 };

static void check(int rc, const struct mb_err *err)
{
	if (rc >= 0)
		return;
	fprintf(stderr, "%d: %s\n", rc, err->msg);
	abort();
}

/* --- the index --------------------------------------------------------- */

static void put_meeting(struct mb_store *store, struct mb_err *err)
{
	struct mb_mention mention = { .as_written = MB_STR("Mrs Tansley") };
	struct mb_paragraph paragraphs[] = {
		{ .number = MB_STR("4.1"),
		  .text = MB_STR("Councillor Okafor said that the library and "
				 "its closure had cost \xC2\xA3"
				 "5,000; anti-racism, co-production and "
				 "Si\xC3\xA2n's S.106 money came to 1.2 "
				 "million."),
		  .speaker.as_written = MB_STR("Councillor Okafor"),
		  .mentions = &mention,
		  .n_mentions = 1,
		  .line = 9 },
		{ .text = MB_STR("RESOLVED: that the budget be agreed."),
		  .kind = MB_PARAGRAPH_DECISION,
		  .mover = MB_STR("Councillor Okafor") },
	};
	struct mb_vote vote = { .result = MB_RESULT_CARRIED };
	struct mb_item items[] = {
		{ .number = MB_STR("4"),
		  .title = MB_STR("Libraries and the budget 2021/22"),
		  .paragraphs = paragraphs,
		  .n_paragraphs = 2,
		  .votes = &vote,
		  .n_votes = 1 },
		{ .title = MB_STR("Date of next meeting"),
		  .is_boilerplate = true },
	};
	struct mb_attendee people[] = {
		{ .name = MB_STR("Councillor O'Brien") },
		{ .name = MB_STR("Mr Bank"), .presence = MB_APOLOGIES },
	};
	struct mb_doc doc = {
		.path = MB_STR("larkhythe/cabinet.txt"),
		.format = MB_FORMAT_TEXT,
		.kind = MB_DOC_MEETING,
		.meeting = { .council = MB_STR("Larkhythe Council"),
			     .body = MB_STR("Cabinet"),
			     .date = { 2021, 3, 4 } },
		.attendance = people,
		.n_attendance = 2,
		.items = items,
		.n_items = 2,
	};
	struct mb_store_file file = { .path = doc.path };

	check(mb_store_root(store, MB_STR("/minutes"), MB_STR("minutes"),
			    &file.root, err),
	      err);
	check(mb_store_put(store, &file, &doc, err), err);
	check(mb_store_join(store, err), err);
}

/* The reader keeps the file; nobody else finds it any more. */
static struct mb_reader *open_index(void)
{
	char folder[] = "/tmp/minutebook-fuzz-XXXXXX";
	char path[sizeof(folder) + 16];
	struct mb_store *store;
	struct mb_reader *reader;
	struct mb_err err;

	if (!mkdtemp(folder))
		abort();
	snprintf(path, sizeof(path), "%s/x.db", folder);
	check(mb_store_open(path, &store, &err), &err);
	put_meeting(store, &err);
	check(mb_store_close(store, &err), &err);
	check(mb_reader_open(path, &reader, &err), &err);
	unlink(path);
	snprintf(path, sizeof(path), "%s/x.db-lock", folder);
	unlink(path);
	rmdir(folder);
	return reader;
}

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

	check(mb_reader_hit(reader, hit->paragraph, &arena, &paragraph, &err),
	      &err);
	check(excerpt_make(splitter, plan, search_factors(search),
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

	check(plan_make(query, &plan_options, reader, arena, &plan, &err),
	      &err);
	source.plan = &plan;
	check(search_begin(&source, 1, &options, &search, &err), &err);
	while ((rc = search_next(search, &hit, &err)) > 0)
		render_hit(reader, search, &plan, &hit);
	check(rc, &err);
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
		reader = open_index();
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
