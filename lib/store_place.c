/*
 * Which meeting a document belongs to: council, body and date make its slug,
 * and documents of one slug are one meeting.
 *
 * Most documents do not say whose they are, and those that do call their
 * council by several names.  So the councils are decided together, when a run
 * ends: documents of one council (council.h) get its most frequent name, and
 * a document that names none belongs to the council of its folder, if nearly
 * all documents there that name one agree.  A folder above the first counts
 * only for first folders that could not be a council's own ("2015",
 * "minutes"): an archive of several councils has one folder for each.
 *
 * All of it depends on nothing but the documents that are there.
 */
#include <stdlib.h>

#include "council.h"
#include "minutebook/text.h"
#include "store.h"

#define PLACE_BYTES 60
#define BODY_BYTES 90
#define STEM_BYTES 120

/* The share of a folder's documents that must agree. */
#define AGREE_OF 3
#define AGREE_N 2

/* A document as far as its place is concerned. */
struct place {
	int64_t id, root, meeting;
	uint64_t site_id; /* of an item page, or 0 */
	struct mb_str path, folder, own_council, council, body, date, slug;
	bool is_item, is_dated_by_folder;
	struct mb_str core; /* of the council it gets */
	struct mb_str name; /* and how that is called */
};

/* A council that a document names, for one of the folders it lies in. */
struct claim {
	int64_t root;
	struct mb_str folder; /* "" for the root itself */
	struct mb_str core, name;
};

struct claims {
	struct claim *items;
	size_t n, capacity;
};

/* --- the slug of a meeting --------------------------------------------- */

/*
 * The path behind its first folder, without the ending of the file's name; of
 * an item saved in the folder of its meeting, the folder's.
 */
static struct mb_str stem_of(const struct place *place)
{
	struct mb_cut folder = mb_str_cut(place->path, '/');
	struct mb_str rest = folder.found ? folder.tail : place->path;
	struct mb_cut name = mb_str_cut_last(rest, '/');
	struct mb_cut ending =
	    mb_str_cut_last(name.found ? name.tail : rest, '.');

	if (place->is_item && place->is_dated_by_folder && name.found)
		return name.head;
	if (ending.found && ending.head.len > 0 && ending.tail.len <= 5)
		rest.len -= ending.tail.len + 1;
	return rest;
}

/* "hackney/health-and-wellbeing-board/2022-11-10" */
static void add_slug(struct mb_buf *out, const struct place *place)
{
	size_t start = out->len, body_at;
	struct mb_str body = mb_body_alone(place->body);

	if (place->core.len > 0)
		mb_buf_add(out, place->core);
	else
		mb_slug(out, place->folder, PLACE_BYTES);
	if (out->len == start)
		mb_buf_add_char(out, '-');
	mb_buf_add_char(out, '/');
	body_at = out->len;
	if (body.len == 0 || place->date.len == 0)
		mb_slug(out, stem_of(place), STEM_BYTES);
	else if (mb_str_equal_nocase(body, place->name))
		mb_buf_add(out,
			   MB_STR("council")); /* need not be named twice */
	else
		mb_slug(out, body, BODY_BYTES);
	if (out->len == body_at)
		mb_buf_add_char(out, '-');
	mb_buf_add_char(out, '/');
	mb_buf_add(out, place->date.len > 0 ? place->date : MB_STR("undated"));
}

static int find_or_add(struct mb_store *store, struct mb_str slug,
		       struct mb_str date, int64_t *meeting, struct mb_err *err)
{
	const struct sql_value values[] = { mb_sql_text(slug),
					    mb_sql_text_or_null(date) };
	int rc = mb_sql_get_int(&store->sql, STMT_FIND_MEETING, values, 1, 0,
				meeting, err);

	if (rc != MB_OK || *meeting != 0)
		return rc;
	rc = mb_sql_run(&store->sql, STMT_ADD_MEETING, values, 2, err);
	if (rc == MB_OK)
		*meeting = sqlite3_last_insert_rowid(store->sql.db);
	return rc;
}

/* The meeting of a slug that @place has by itself. */
static int find_meeting(struct mb_store *store, const struct place *place,
			int64_t *meeting, struct mb_err *err)
{
	struct mb_str slug;
	int rc;

	mb_buf_truncate(&store->scratch, 0);
	add_slug(&store->scratch, place);
	rc = mb_buf_finish(&store->scratch, &slug, err);
	if (rc == MB_OK && place->meeting != 0 &&
	    mb_str_equal(slug, place->slug)) {
		*meeting = place->meeting;
		return MB_OK;
	}
	if (rc == MB_OK)
		rc = find_or_add(store, slug, place->date, meeting, err);
	return rc;
}

static int mark(struct mb_store *store, int64_t meeting, struct mb_err *err)
{
	const struct sql_value values[] = { mb_sql_int(meeting) };

	return mb_sql_run(&store->sql, STMT_MARK_MEETING, values, 1, err);
}

/* --- item pages -------------------------------------------------------- */

/* The meeting whose page lists the item of @site_id, or 0. */
static int find_site_meeting(struct mb_store *store, const struct place *place,
			     int64_t *meeting, struct mb_err *err)
{
	const struct sql_value values[] = { mb_sql_int((int64_t)place->site_id),
					    mb_sql_text(place->folder),
					    mb_sql_int(place->root) };

	*meeting = 0;
	if (!place->is_item || place->site_id == 0 || place->date.len > 0)
		return MB_OK; /* it says itself which meeting it was */
	return mb_sql_get_int(&store->sql, STMT_SITE_MEETING, values, 3, 0,
			      meeting, err);
}

static int read_date(struct mb_store *store, int64_t meeting,
		     struct mb_date *date, struct mb_err *err)
{
	const struct sql_value values[] = { mb_sql_int(meeting) };
	sqlite3_stmt *stmt;
	int rc = mb_sql_begin(&store->sql, STMT_FIND_MEETING_DATE, values, 1,
			      &stmt, err);

	if (rc == MB_OK)
		rc = mb_sql_step(&store->sql, stmt, err);
	if (rc <= 0)
		return rc;
	mb_date_parse_iso(mb_sql_column(stmt, 0), date);
	sqlite3_reset(stmt);
	return MB_OK;
}

/* --- a document by itself ---------------------------------------------- */

int mb_store_place(struct mb_store *store, const struct mb_store_file *file,
		   struct mb_str folder, const struct mb_doc *doc,
		   int64_t *meeting, struct mb_date *date, struct mb_err *err)
{
	struct place place = {
		.root = file->root,
		.path = file->path,
		.folder = folder,
		.body = doc->meeting.body,
		.name = doc->meeting.council,
		.is_item = doc->kind == MB_DOC_ITEM,
		.is_dated_by_folder =
		    doc->meeting.date_source == MB_DATE_FROM_FOLDER,
		.site_id = doc->n_items > 0 ? doc->items[0].site_id : 0,
	};
	struct mb_buf core = MB_BUF_INIT;
	char text[MB_DATE_BYTES] = "";
	int rc;

	*date = doc->meeting.date;
	if (mb_date_is_known(*date))
		mb_date_format(*date, text);
	place.date = mb_str_of(text);
	mb_council_core(&core, place.name);
	rc = mb_buf_finish(&core, &place.core, err);
	if (rc == MB_OK)
		rc = find_site_meeting(store, &place, meeting, err);
	if (rc == MB_OK && *meeting != 0)
		rc = read_date(store, *meeting, date, err);
	else if (rc == MB_OK)
		rc = find_meeting(store, &place, meeting, err);
	if (rc == MB_OK)
		rc = mark(store, *meeting, err);
	mb_buf_release(&core);
	return rc;
}

/* --- all documents: reading -------------------------------------------- */

struct places {
	struct mb_arena arena;
	struct place *items;
	size_t n, capacity;
};

static int read_core(struct mb_arena *arena, struct mb_str name,
		     struct mb_str *core, struct mb_err *err)
{
	struct mb_buf slug = MB_BUF_INIT;
	int rc;

	mb_council_core(&slug, name);
	rc = mb_buf_move(&slug, arena, core, err);
	mb_buf_release(&slug);
	return rc;
}

static int read_place(sqlite3_stmt *stmt, struct mb_arena *arena,
		      struct place *place, struct mb_err *err)
{
	struct {
		int column;
		struct mb_str *to;
	} texts[] = {
		{ 4, &place->path },        { 5, &place->folder },
		{ 6, &place->own_council }, { 7, &place->council },
		{ 8, &place->body },        { 9, &place->date },
		{ 10, &place->slug },
	};
	int rc = MB_OK;

	*place = (struct place){
		.id = sqlite3_column_int64(stmt, 0),
		.root = sqlite3_column_int64(stmt, 1),
		.meeting = sqlite3_column_int64(stmt, 2),
		.site_id = (uint64_t)sqlite3_column_int64(stmt, 3),
		.is_item =
		    mb_str_equal(mb_sql_column(stmt, 11), MB_STR("item")),
		.is_dated_by_folder =
		    mb_str_equal(mb_sql_column(stmt, 12), MB_STR("folder")),
	};
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts) && rc == MB_OK;
	     i++)
		rc = mb_arena_copy(arena, mb_sql_column(stmt, texts[i].column),
				   texts[i].to, err);
	if (rc == MB_OK)
		rc = read_core(arena, place->own_council, &place->core, err);
	return rc;
}

static int read_places(struct mb_store *store, struct places *out,
		       struct mb_err *err)
{
	sqlite3_stmt *stmt;
	int rc = mb_sql_begin(&store->sql, STMT_PLACES, NULL, 0, &stmt, err);

	while (rc == MB_OK && (rc = mb_sql_step(&store->sql, stmt, err)) > 0) {
		struct place *moved =
		    mb_arena_grow(&out->arena, out->items, out->n,
				  &out->capacity, sizeof(*moved));

		if (!moved)
			return mb_fail_nomem(err);
		out->items = moved;
		rc = read_place(stmt, &out->arena, &out->items[out->n++], err);
	}
	return rc;
}

/* --- all documents: whose they are ------------------------------------- */

/* The folder above @folder; false at the root. */
static bool go_up(struct mb_str *folder)
{
	struct mb_cut cut = mb_str_cut_last(*folder, '/');

	if (folder->len == 0)
		return false;
	*folder = cut.found ? cut.head : (struct mb_str){ folder->ptr, 0 };
	return true;
}

static struct mb_str folder_of(struct mb_str path)
{
	struct mb_cut cut = mb_str_cut_last(path, '/');

	return cut.found ? cut.head : (struct mb_str){ path.ptr, 0 };
}

static int add_claims(struct places *places, const struct place *place,
		      struct claims *claims, struct mb_err *err)
{
	struct mb_str folder = folder_of(place->path);

	do {
		struct claim *moved =
		    mb_arena_grow(&places->arena, claims->items, claims->n,
				  &claims->capacity, sizeof(*moved));

		if (!moved)
			return mb_fail_nomem(err);
		claims->items = moved;
		claims->items[claims->n++] =
		    (struct claim){ place->root, folder, place->core,
				    place->own_council };
	} while (go_up(&folder));
	return MB_OK;
}

static int compare_folders(const struct claim *a, const struct claim *b)
{
	if (a->root != b->root)
		return a->root < b->root ? -1 : 1;
	return mb_str_compare(a->folder, b->folder);
}

static int compare_cores(const struct claim *a, const struct claim *b)
{
	int order = compare_folders(a, b);

	return order ? order : mb_str_compare(a->core, b->core);
}

static int compare_claims(const void *a, const void *b)
{
	const struct claim *x = a, *y = b;
	int order = compare_cores(x, y);

	return order ? order : mb_str_compare(x->name, y->name);
}

/*
 * Reduces the sorted claims to one a folder: the council on which nearly all
 * agree.  Folders without one are left out.
 */
static void settle_claims(struct claims *claims)
{
	size_t to = 0, i = 0;

	while (i < claims->n) {
		size_t end = i, best = i, best_n = 0;

		while (end < claims->n &&
		       compare_folders(&claims->items[i],
				       &claims->items[end]) == 0) {
			size_t first = end;

			while (end < claims->n &&
			       compare_cores(&claims->items[first],
					     &claims->items[end]) == 0)
				end++;
			if (end - first > best_n) {
				best = first;
				best_n = end - first;
			}
		}
		if (best_n * AGREE_OF >= (end - i) * AGREE_N)
			claims->items[to++] = claims->items[best];
		i = end;
	}
	claims->n = to;
}

static const struct claim *find_claim(const struct claims *claims, int64_t root,
				      struct mb_str folder)
{
	struct claim key = { .root = root, .folder = folder };
	size_t low = 0, high = claims->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = compare_folders(&key, &claims->items[middle]);

		if (order == 0)
			return &claims->items[middle];
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

/* The council of the nearest folder that has one. */
static struct mb_str inherit_core(const struct claims *claims,
				  const struct place *place)
{
	struct mb_str folder = folder_of(place->path);

	do {
		const struct claim *claim;

		if (folder.len == 0 && place->path.len > 0 &&
		    folder_of(place->path).len > 0 &&
		    !mb_folder_is_generic(place->folder))
			break;
		claim = find_claim(claims, place->root, folder);
		if (claim)
			return claim->core;
	} while (go_up(&folder));
	return (struct mb_str){ NULL, 0 };
}

/* --- all documents: what a council is called ---------------------------- */

/* A name that documents give their council, and how many do. */
struct naming {
	int64_t root;
	struct mb_str core, name;
	size_t n;
};

static int compare_namings(const void *a, const void *b)
{
	const struct naming *x = a, *y = b;
	int order;

	if (x->root != y->root)
		return x->root < y->root ? -1 : 1;
	order = mb_str_compare(x->core, y->core);
	return order ? order : mb_str_compare(x->name, y->name);
}

/* Keeps the most frequent name of each core; of equals the first. */
static size_t settle_names(struct naming *names, size_t n)
{
	size_t to = 0;

	for (size_t i = 0; i < n;) {
		size_t end = i + 1;
		bool is_same;

		while (end < n && compare_namings(&names[i], &names[end]) == 0)
			end++;
		names[i].n = end - i;
		is_same = to > 0 && names[to - 1].root == names[i].root &&
			  mb_str_equal(names[to - 1].core, names[i].core);
		if (!is_same)
			names[to++] = names[i];
		else if (names[i].n > names[to - 1].n)
			names[to - 1] = names[i];
		i = end;
	}
	return to;
}

static struct mb_str find_name(const struct naming *names, size_t n,
			       int64_t root, struct mb_str core)
{
	for (size_t i = 0; i < n; i++)
		if (names[i].root == root && mb_str_equal(names[i].core, core))
			return names[i].name;
	return (struct mb_str){ NULL, 0 };
}

static int give_councils(struct places *places, struct mb_err *err)
{
	struct claims claims = { NULL, 0, 0 };
	struct naming *names =
	    MB_NEW(&places->arena, struct naming, places->n + 1);
	size_t n_names = 0;
	int rc = names ? MB_OK : mb_fail_nomem(err);

	for (size_t i = 0; i < places->n && rc == MB_OK; i++) {
		const struct place *place = &places->items[i];

		if (place->core.len == 0)
			continue;
		rc = add_claims(places, place, &claims, err);
		names[n_names++] = (struct naming){ place->root, place->core,
						    place->own_council, 1 };
	}
	if (rc != MB_OK)
		return rc;
	if (claims.n > 0)
		qsort(claims.items, claims.n, sizeof(*claims.items),
		      compare_claims);
	settle_claims(&claims);
	if (n_names > 0)
		qsort(names, n_names, sizeof(*names), compare_namings);
	n_names = settle_names(names, n_names);
	for (size_t i = 0; i < places->n; i++) {
		struct place *place = &places->items[i];

		if (place->core.len == 0)
			place->core = inherit_core(&claims, place);
		place->name =
		    find_name(names, n_names, place->root, place->core);
	}
	return MB_OK;
}

/* --- all documents: moving --------------------------------------------- */

static int move(struct mb_store *store, const struct place *place,
		int64_t meeting, struct mb_err *err)
{
	const struct sql_value values[] = { mb_sql_int(place->id),
					    mb_sql_int(meeting),
					    mb_sql_text_or_null(place->name) };
	int rc;

	if (meeting == place->meeting &&
	    mb_str_equal(place->name, place->council))
		return MB_OK;
	rc = mb_sql_run(&store->sql, STMT_PLACE_DOCUMENT, values, 3, err);
	if (rc == MB_OK)
		rc = mark(store, meeting, err);
	if (rc == MB_OK && place->meeting != meeting)
		rc = mark(store, place->meeting, err);
	return rc;
}

/* Pages of meetings first, since item pages follow them. */
static int move_all(struct mb_store *store, const struct places *places,
		    struct mb_err *err)
{
	int rc = MB_OK;

	for (int follows = 0; follows <= 1; follows++) {
		for (size_t i = 0; i < places->n && rc == MB_OK; i++) {
			const struct place *place = &places->items[i];
			bool may_follow = place->is_item &&
					  place->site_id != 0 &&
					  place->date.len == 0;
			int64_t meeting = 0;

			if (may_follow != follows)
				continue;
			rc = find_site_meeting(store, place, &meeting, err);
			if (rc == MB_OK && meeting == 0)
				rc = find_meeting(store, place, &meeting, err);
			if (rc == MB_OK)
				rc = move(store, place, meeting, err);
		}
	}
	return rc;
}

int mb_store_place_all(struct mb_store *store, struct mb_err *err)
{
	struct places places = { .arena = MB_ARENA_INIT };
	int64_t dirty = 0;
	int rc = mb_sql_get_int(&store->sql, STMT_DIRTY_MEETING, NULL, 0, 0,
				&dirty, err);

	if (rc == MB_OK && dirty != 0)
		rc = read_places(store, &places, err);
	if (rc == MB_OK)
		rc = give_councils(&places, err);
	if (rc == MB_OK)
		rc = move_all(store, &places, err);
	mb_arena_release(&places.arena);
	return rc;
}
