#include "alert.h"

#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <xxhash.h>

#include "hits.h"
#include "minutebook/store_facts.h"
#include "saved.h"
#include "say.h"
#include "synonyms.h"
#include "terminal.h"

/* --- what is new ------------------------------------------------------- */

/* A paragraph by its name, and by what it says. */
struct traces {
	uint64_t id, content;
};

static int trace(struct mb_reader *reader, int64_t paragraph,
		 struct traces *out, struct mb_err *err)
{
	struct mb_arena arena = MB_ARENA_INIT;
	struct mb_buf text = MB_BUF_INIT;
	struct mb_hit hit;
	int rc = mb_reader_hit(reader, paragraph, &arena, &hit, err);

	if (rc == MB_OK) {
		mb_buf_add(&text, hit.council);
		mb_buf_add_char(&text, '\n');
		mb_buf_add(&text, hit.body);
		mb_buf_add_format(&text, "\n%d-%d-%d\n", hit.date.year,
				  hit.date.month, hit.date.day);
		mb_buf_add(&text, hit.text.len > 0 ? hit.text : hit.item_title);
		out->id = XXH3_64bits(hit.id.ptr, hit.id.len);
		out->content = XXH3_64bits(text.ptr, text.len);
	}
	if (rc == MB_OK && text.has_failed)
		rc = mb_fail_nomem(err);
	mb_buf_release(&text);
	mb_arena_release(&arena);
	return rc;
}

/* Adds both; whether one of them was there. */
static int see(struct saved *saved, const struct traces *traces,
	       struct mb_arena *arena, bool *is_known, struct mb_err *err)
{
	int rc;

	*is_known = saved_has_seen(saved, traces->id) ||
		    saved_has_seen(saved, traces->content);
	rc = saved_see(saved, arena, traces->id, err);
	return rc == MB_OK ? saved_see(saved, arena, traces->content, err) : rc;
}

/* A saved query at work. */
struct watch {
	const struct options *options;
	struct mb_arena *arena;
	struct saved saved;
	struct synonyms synonyms;
	struct sources sources;
	struct inquiry q;
	struct hit *fresh; /* what is new */
	size_t n_fresh, capacity;
};

static void watch_end(struct watch *w)
{
	inquiry_end(&w->q);
	sources_close(&w->sources);
}

/* Runs the query and finds what has not been seen. */
static int watch_run(struct watch *w, struct mb_err *err)
{
	const struct search_options options = {
		.match = w->saved.match == MATCH_ANY ? MATCH_ANY : MATCH_ALL,
		.sort = w->options->search.sort,
		.limit = -1,
	};
	const char *paths[SEARCH_MAX_SOURCES];
	struct hit hit;
	int rc = MB_OK;

	for (int i = 0; i < w->saved.n_indexes; i++)
		paths[i] = w->saved.indexes[i].ptr;
	rc = synonyms_read(w->options->synonyms, w->arena, &w->synonyms, err);
	w->sources.topics = &w->synonyms;
	if (w->options->has_synonyms)
		w->sources.synonyms = &w->synonyms;
	if (rc == MB_OK)
		rc = sources_open(&w->sources, paths, w->saved.n_indexes, err);
	if (rc == MB_OK)
		rc = inquiry_begin(&w->q, &w->sources, w->saved.query, &options,
				   w->arena, err);
	while (rc == MB_OK && (rc = inquiry_next(&w->q, &hit, err)) > 0) {
		struct traces traces;
		struct hit *moved;
		bool is_known = false;

		rc = trace(w->sources.readers[hit.source], hit.paragraph,
			   &traces, err);
		if (rc == MB_OK)
			rc = see(&w->saved, &traces, w->arena, &is_known, err);
		if (rc != MB_OK || is_known)
			continue;
		moved = mb_arena_grow(w->arena, w->fresh, w->n_fresh,
				      &w->capacity, sizeof(*moved));
		if (!moved)
			return mb_fail_nomem(err);
		w->fresh = moved;
		moved[w->n_fresh++] = hit;
		moved[w->n_fresh - 1].rank = (int64_t)w->n_fresh;
	}
	return rc;
}

/* --- alerts ------------------------------------------------------------ */

struct run {
	const struct options *options;
	struct mb_arena *arena;
	struct mb_str folder;
	struct watch *watches; /* of those that worked, prepared */
	size_t n;
	int64_t n_fresh;
	bool has_failed;
};

/* Another index than the saved one has other things to tell of. */
static int check_index(const struct options *o, const struct saved *saved,
		       struct mb_err *err)
{
	char path[PATH_MAX];

	for (int i = 0; o->has_index && i < o->n_indexes; i++) {
		bool is_one = false;

		if (!realpath(o->indexes[i], path))
			return mb_fail(err, MB_EIO, "'%s': %s", o->indexes[i],
				       strerror(errno));
		for (int k = 0; k < saved->n_indexes; k++)
			is_one |=
			    mb_str_equal(mb_str_of(path), saved->indexes[k]);
		if (!is_one)
			return mb_fail(err, MB_EUSAGE,
				       "'%.*s' was saved with another index: "
				       "%.*s",
				       MB_STR_ARG(saved->name),
				       MB_STR_ARG(saved->indexes[0]));
	}
	return MB_OK;
}

/* One that fails keeps none of the others from being told. */
static void watch_one(struct run *run, struct mb_str name)
{
	struct watch *w = &run->watches[run->n];
	struct mb_err err = { .msg = "" };
	int rc;

	*w = (struct watch){ .options = run->options, .arena = run->arena };
	rc = saved_check_name(name, &err);
	if (rc == MB_OK)
		rc = saved_read(run->folder, name, run->arena, &w->saved, &err);
	if (rc == MB_OK)
		rc = check_index(run->options, &w->saved, &err);
	if (rc == MB_OK)
		rc = watch_run(w, &err);
	if (rc == MB_OK)
		rc = saved_prepare(run->folder, &w->saved, &err);
	if (rc == MB_OK) {
		run->n++;
		run->n_fresh += (int64_t)w->n_fresh;
		return;
	}
	watch_end(w);
	say_error(&err);
	run->has_failed = true;
}

static int print_watch(struct printer *p, struct watch *w, struct mb_err *err)
{
	struct render_section section = { .key = "query",
					  .heading = w->saved.name.ptr };
	int rc = MB_OK;

	if (w->n_fresh == 0)
		return MB_OK;
	p->render.name = w->saved.name;
	if (p->ops->is_prose && !w->options->columns.n)
		p->ops->section(&p->render, &section);
	for (size_t i = 0; i < w->n_fresh && rc == MB_OK; i++)
		rc = hits_print_one(p, &w->q, &w->fresh[i], err);
	return rc;
}

/* When the newest document of all was indexed. */
static struct mb_str newest(const struct run *run)
{
	struct mb_str added = { NULL, 0 };

	for (size_t i = 0; i < run->n; i++)
		for (int k = 0; k < run->watches[i].sources.n; k++) {
			struct mb_coverage c;

			if (mb_reader_coverage(
				run->watches[i].sources.readers[k], run->arena,
				&c, NULL) == MB_OK &&
			    mb_str_compare(c.added, added) > 0)
				added = c.added;
		}
	return added;
}

/* All of it is made before any of it goes out. */
static int print_all(struct run *run, struct mb_err *err)
{
	const struct printer_page page = { .shape = SHAPE_HITS,
					   .title =
					       MB_STR("New in the minutes"),
					   .updated = newest(run) };
	struct printer p;
	FILE *to;
	int rc = MB_OK;

	if (run->options->is_quiet)
		return MB_OK;
	printer_begin(&p, run->options,
		      run->options->has_template ? &render_plain
						 : run->options->render,
		      &page);
	to = p.to;
	p.to = NULL;
	for (size_t i = 0; i < run->n && rc == MB_OK; i++)
		rc = print_watch(&p, &run->watches[i], err);
	p.to = to;
	return printer_end(&p, rc, err);
}

static int run_names(struct run *run, const struct saved_list *list)
{
	struct mb_err err = { .msg = "" };
	int rc;

	run->watches = MB_NEW(run->arena, struct watch, list->n + 1);
	if (!run->watches)
		return say_error(&(struct mb_err){ .msg = "out of memory" });
	for (size_t i = 0; i < list->n; i++)
		watch_one(run, list->names[i]);
	/* a feed or an array is written even when there is nothing in it */
	rc = print_all(run, &err);
	for (size_t i = 0; i < run->n && rc == MB_OK; i++)
		rc = saved_commit(run->folder, &run->watches[i].saved, &err);
	for (size_t i = 0; i < run->n; i++)
		watch_end(&run->watches[i]);
	if (rc != MB_OK)
		return say_error(&err);
	return run->has_failed ? 2 : run->n_fresh > 0 ? 0 : 1;
}

/* --- the folder -------------------------------------------------------- */

/* The folder and its lock; below 0 after having said why not. */
static int enter(struct mb_arena *arena, struct mb_str *folder)
{
	struct mb_err err = { .msg = "" };
	int fd = -1;

	if (saved_folder(arena, folder, &err) == MB_OK)
		fd = saved_lock(*folder, &err);
	if (fd < 0)
		say_error(&err);
	return fd;
}

int alert_run(const struct options *o, struct mb_arena *arena)
{
	struct run run = { .options = o, .arena = arena };
	struct saved_list list = { o->operands, o->n_operands };
	struct mb_err err = { .msg = "" };
	int fd = enter(arena, &run.folder);
	int status = 2;

	if (fd < 0)
		return status;
	if (list.n == 1 && mb_str_equal(list.names[0], MB_STR("all")) &&
	    saved_names(run.folder, arena, &list, &err) != MB_OK)
		status = say_error(&err);
	else
		status = run_names(&run, &list);
	close(fd);
	return status;
}

static int find_indexes(const struct options *o, struct saved *saved,
			struct mb_arena *arena, struct mb_err *err)
{
	char path[PATH_MAX];
	int rc = MB_OK;

	for (int i = 0; i < o->n_indexes && rc == MB_OK; i++) {
		if (!realpath(o->indexes[i], path))
			return mb_fail(err, MB_EIO, "'%s': %s", o->indexes[i],
				       strerror(errno));
		if (strchr(path, '\n'))
			return mb_fail(err, MB_EUSAGE,
				       "'%s': a line end in its path",
				       o->indexes[i]);
		rc = mb_arena_copy(arena, mb_str_of(path), &saved->indexes[i],
				   err);
	}
	saved->n_indexes = o->n_indexes;
	return rc;
}

/* Line ends in a query mean blanks. */
static int copy_query(struct mb_str query, struct mb_arena *arena,
		      struct mb_str *out, struct mb_err *err)
{
	struct mb_buf text = MB_BUF_INIT;
	int rc;

	for (size_t i = 0; i < query.len; i++)
		mb_buf_add_char(&text,
				query.ptr[i] == '\n' || query.ptr[i] == '\r'
				    ? ' '
				    : query.ptr[i]);
	rc = mb_buf_move(&text, arena, out, err);
	mb_buf_release(&text);
	return rc;
}

static int save(struct watch *w, struct mb_str folder, struct mb_err *err)
{
	const struct options *o = w->options;
	int rc = saved_check_name(o->name, err);

	if (rc == MB_OK && saved_exists(folder, o->name))
		rc = mb_fail(err, MB_EUSAGE,
			     "there is a saved query '%.*s': --forget it first",
			     MB_STR_ARG(o->name));
	w->saved.name = o->name;
	w->saved.match = o->search.match;
	if (rc == MB_OK)
		rc = copy_query(o->query, w->arena, &w->saved.query, err);
	if (rc == MB_OK)
		rc = find_indexes(o, &w->saved, w->arena, err);
	if (rc == MB_OK)
		rc = watch_run(w, err);
	if (rc == MB_OK)
		rc = saved_prepare(folder, &w->saved, err);
	return rc == MB_OK ? saved_commit(folder, &w->saved, err) : rc;
}

int alert_save(const struct options *o, struct mb_arena *arena)
{
	struct watch *w = MB_NEW(arena, struct watch, 1);
	struct mb_err err = { .msg = "" };
	struct mb_str folder;
	int fd = enter(arena, &folder), rc;

	if (fd < 0)
		return 2;
	if (!w) {
		close(fd);
		return say_error(&(struct mb_err){ .msg = "out of memory" });
	}
	w->options = o;
	w->arena = arena;
	rc = save(w, folder, &err);
	if (rc == MB_OK && !o->is_quiet)
		fprintf(stderr,
			"saved '%.*s': %zu paragraph%s known, what comes "
			"after %s is new\n",
			MB_STR_ARG(o->name), w->n_fresh,
			w->n_fresh == 1 ? " is" : "s are",
			w->n_fresh == 1 ? "it" : "them");
	watch_end(w);
	close(fd);
	if (rc == MB_EUSAGE && w->q.fault.end > 0)
		return say_fault(w->saved.query, &w->q.fault, &err);
	return rc == MB_OK ? 0 : say_error(&err);
}

int alert_forget(const struct options *o, struct mb_arena *arena)
{
	struct mb_err err = { .msg = "" };
	struct mb_str folder;
	int fd = enter(arena, &folder), rc;

	if (fd < 0)
		return 2;
	rc = saved_check_name(o->name, &err);
	if (rc == MB_OK)
		rc = saved_forget(folder, o->name, &err);
	close(fd);
	if (rc == MB_ENOTFOUND) {
		say_error(&err);
		return 1;
	}
	return rc == MB_OK ? 0 : say_error(&err);
}

/* --- the list ---------------------------------------------------------- */

static const struct column columns[] = {
	{ .name = "name" },
	{ .name = "query" },
	{ .name = "match", .use = COLUMN_FOR_MACHINES },
	{ .name = "index" },
};

static int add_saved(struct mb_str folder, struct mb_str name,
		     struct table *table, struct mb_err *err)
{
	static const char *const matches[] = { "auto", "all", "any" };
	struct saved saved;
	int rc = saved_read(folder, name, table->arena, &saved, err);

	if (rc != MB_OK)
		return rc;
	table_add(table, cell_text(saved.name));
	table_add(table, cell_text(saved.query));
	table_add(table, cell_text(mb_str_of(matches[saved.match])));
	table_add(table, cell_text(saved.indexes[0]));
	return MB_OK;
}

int alert_list(const struct options *o, struct mb_arena *arena)
{
	struct saved_list list = { NULL, 0 };
	struct mb_err err = { .msg = "" };
	struct mb_str folder;
	struct table table;
	struct printer p;
	int rc = saved_folder(arena, &folder, &err);

	table_begin(&table, arena, columns, 4);
	if (rc == MB_OK)
		rc = saved_names(folder, arena, &list, &err);
	for (size_t i = 0; i < list.n && rc == MB_OK; i++)
		rc = add_saved(folder, list.names[i], &table, &err);
	if (rc == MB_OK)
		rc = table_finish(&table, &err);
	if (rc != MB_OK)
		return say_error(&err);
	printer_begin(
	    &p, o, o->render,
	    &(struct printer_page){ .shape = SHAPE_TABLE,
				    .title = MB_STR("Saved queries") });
	if (list.n > 0 || !o->render->is_for_people)
		render_table(&p.render, p.ops, &table);
	rc = printer_end(&p, MB_OK, &err);
	if (rc != MB_OK)
		return say_error(&err);
	return list.n > 0 ? 0 : 1;
}
