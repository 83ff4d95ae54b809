/*
 * Which meeting a document belongs to: council, body and date make its slug,
 * and documents of one slug are one meeting.  It depends on nothing but the
 * documents that are there.
 */
#include "store_place.h"

#include "council.h"
#include "minutebook/text.h"
#include "store.h"

#define PLACE_BYTES 60
#define BODY_BYTES 90
#define STEM_BYTES 120

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
	    mb_str_cut_last(mb_str_after_last(rest, '/'), '.');

	if (place->is_item && place->is_dated_by_folder && name.found)
		return name.head;
	if (ending.found && ending.head.len > 0 && ending.tail.len <= 5)
		rest.len -= ending.tail.len + 1;
	return rest;
}

/* Whether the council met itself, and not one of its bodies. */
static bool is_council(const struct place *place, struct mb_str body)
{
	return mb_str_equal_nocase(body, place->name) ||
	       mb_body_is_called_by_kind(body, place->core) ||
	       (place->core.len > 0 &&
		mb_str_equal(place->body_core, place->core));
}

/* "larkhythe/health-and-wellbeing-board/2022-12-08" */
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
	else if (is_council(place, body))
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

/* --- cores -------------------------------------------------------------- */

static int find_core(struct mb_arena *arena, struct mb_str name,
		     struct mb_str *core, struct mb_err *err)
{
	struct mb_buf slug = MB_BUF_INIT;
	int rc;

	mb_council_core(&slug, name);
	rc = mb_buf_move(&slug, arena, core, err);
	mb_buf_release(&slug);
	return rc;
}

/* The cores of the council @name, and of the body if it is called as one. */
static int find_cores(struct mb_arena *arena, struct mb_str name,
		      struct place *place, struct mb_err *err)
{
	int rc = find_core(arena, name, &place->core, err);

	if (rc == MB_OK && mb_body_is_called_council(place->body))
		rc = find_core(arena, place->body, &place->body_core, err);
	return rc;
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
	struct mb_arena arena = MB_ARENA_INIT; /* of the cores */
	char text[MB_DATE_BYTES] = "";
	int rc;

	*date = doc->meeting.date;
	if (mb_date_is_known(*date))
		mb_date_format(*date, text);
	place.date = mb_str_of(text);
	rc = find_cores(&arena, place.name, &place, err);
	if (rc == MB_OK)
		rc = find_site_meeting(store, &place, meeting, err);
	if (rc == MB_OK && *meeting != 0)
		rc = read_date(store, *meeting, date, err);
	else if (rc == MB_OK)
		rc = find_meeting(store, &place, meeting, err);
	if (rc == MB_OK)
		rc = mark(store, *meeting, err);
	mb_arena_release(&arena);
	return rc;
}

/* --- all documents: reading -------------------------------------------- */

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
		rc = find_cores(arena, place->own_council, place, err);
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
		rc = mb_store_give_councils(&places, err);
	if (rc == MB_OK)
		rc = move_all(store, &places, err);
	mb_arena_release(&places.arena);
	return rc;
}
