#include "popolo.h"

#include <stdlib.h>

#include "minutebook/json.h"
#include "minutebook/text.h"

/* The columns of MB_TABLE_POSTS. */
enum { POST_ROLE, POST_BODY, POST_FIRST, POST_LAST };

struct body {
	struct mb_str council, name;
};

struct popolo {
	const struct sources *sources;
	struct mb_arena *arena;
	struct mb_json json;
	struct people_list people;
	struct mb_table *posts; /* of each person */
	struct body *bodies;
	size_t n_bodies, capacity;
};

/* --- reading ----------------------------------------------------------- */

static int add_body(struct popolo *p, struct mb_str council, struct mb_str name,
		    struct mb_err *err)
{
	struct body *moved = mb_arena_grow(p->arena, p->bodies, p->n_bodies,
					   &p->capacity, sizeof(*moved));

	if (!moved)
		return mb_fail_nomem(err);
	p->bodies = moved;
	p->bodies[p->n_bodies++] = (struct body){ council, name };
	return MB_OK;
}

static int compare_bodies(const void *a, const void *b)
{
	const struct body *x = a, *y = b;
	int order = mb_str_compare(x->council, y->council);

	return order ? order : mb_str_compare(x->name, y->name);
}

static int read_posts(struct popolo *p, size_t i, struct mb_err *err)
{
	const struct someone *one = &p->people.items[i];
	const struct table_wanted wanted = {
		.id = MB_TABLE_POSTS, .whom = one, .limit = -1, .order = "first"
	};
	int rc = people_table(p->sources, &wanted, p->arena, &p->posts[i], err);

	for (size_t k = 0; rc == MB_OK && k < p->posts[i].n_rows; k++)
		rc = add_body(p, one->council,
			      mb_table_cell(&p->posts[i], k, POST_BODY), err);
	return rc;
}

static int read_all(struct popolo *p, struct mb_err *err)
{
	int rc = people_list(p->sources, (struct mb_str){ NULL, 0 }, p->arena,
			     &p->people, err);

	if (rc == MB_OK)
		p->posts = MB_NEW(p->arena, struct mb_table, p->people.n + 1);
	if (rc == MB_OK && !p->posts)
		return mb_fail_nomem(err);
	for (size_t i = 0; i < p->people.n && rc == MB_OK; i++)
		rc = read_posts(p, i, err);
	if (rc == MB_OK && p->n_bodies > 1)
		qsort(p->bodies, p->n_bodies, sizeof(*p->bodies),
		      compare_bodies);
	return rc;
}

/* --- writing ----------------------------------------------------------- */

/* "person/larkhythe-council/jonah-reeve" */
static void put_id(struct popolo *p, const char *key, const char *kind,
		   struct mb_str council, struct mb_str name)
{
	struct mb_buf id = MB_BUF_INIT;

	mb_buf_add(&id, mb_str_of(kind));
	mb_buf_add_char(&id, '/');
	mb_slug(&id, council, 60);
	mb_buf_add_char(&id, '/');
	mb_slug(&id, name, 80);
	mb_json_key(&p->json, key);
	mb_json_string(&p->json, mb_buf_str(&id));
	p->json.buf->has_failed |= id.has_failed;
	mb_buf_release(&id);
}

static void put(struct popolo *p, const char *key, struct mb_str value)
{
	mb_json_key(&p->json, key);
	mb_json_string_or_null(&p->json, value);
}

static int put_person(struct popolo *p, const struct someone *one,
		      struct mb_err *err)
{
	const struct table_wanted wanted = { .id = MB_TABLE_OTHER_NAMES,
					     .whom = one,
					     .limit = -1,
					     .order = "name" };
	struct mb_table others;
	int rc = people_table(p->sources, &wanted, p->arena, &others, err);

	if (rc != MB_OK)
		return rc;
	mb_json_object(&p->json);
	put_id(p, "id", "person", one->council, one->name);
	put(p, "name", one->name);
	mb_json_key(&p->json, "other_names");
	mb_json_array(&p->json);
	for (size_t i = 0; i < others.n_rows; i++) {
		if (i > 0 && mb_str_equal(mb_table_cell(&others, i, 0),
					  mb_table_cell(&others, i - 1, 0)))
			continue; /* of another index */
		mb_json_object(&p->json);
		put(p, "name", mb_table_cell(&others, i, 0));
		mb_json_end(&p->json);
	}
	mb_json_end(&p->json);
	mb_json_end(&p->json);
	return MB_OK;
}

static void put_organizations(struct popolo *p)
{
	mb_json_key(&p->json, "organizations");
	mb_json_array(&p->json);
	for (size_t i = 0; i < p->n_bodies; i++) {
		const struct body *body = &p->bodies[i];

		if (i > 0 && compare_bodies(body, body - 1) == 0)
			continue;
		mb_json_object(&p->json);
		put_id(p, "id", "organization", body->council, body->name);
		put(p, "name", body->name);
		put(p, "classification", MB_STR("committee"));
		mb_json_end(&p->json);
	}
	mb_json_end(&p->json);
}

static void put_memberships(struct popolo *p, size_t row)
{
	const struct someone *one = &p->people.items[row];
	const struct mb_table *posts = &p->posts[row];

	for (size_t i = 0; i < posts->n_rows; i++) {
		mb_json_object(&p->json);
		put_id(p, "person_id", "person", one->council, one->name);
		put_id(p, "organization_id", "organization", one->council,
		       mb_table_cell(posts, i, POST_BODY));
		put(p, "role", mb_table_cell(posts, i, POST_ROLE));
		put(p, "start_date", mb_table_cell(posts, i, POST_FIRST));
		put(p, "end_date", mb_table_cell(posts, i, POST_LAST));
		mb_json_end(&p->json);
	}
}

int popolo_write(const struct sources *sources, struct mb_arena *arena,
		 struct mb_buf *out, struct mb_err *err)
{
	struct popolo p = { .sources = sources,
			    .arena = arena,
			    .json = mb_json_to(out) };
	int rc = read_all(&p, err);

	if (rc != MB_OK)
		return rc;
	mb_json_object(&p.json);
	mb_json_key(&p.json, "persons");
	mb_json_array(&p.json);
	for (size_t i = 0; i < p.people.n && rc == MB_OK; i++)
		rc = put_person(&p, &p.people.items[i], err);
	if (rc != MB_OK)
		return rc; /* what was written is thrown away */
	mb_json_end(&p.json);
	put_organizations(&p);
	mb_json_key(&p.json, "memberships");
	mb_json_array(&p.json);
	for (size_t i = 0; i < p.people.n; i++)
		put_memberships(&p, i);
	mb_json_end(&p.json);
	mb_json_end(&p.json);
	mb_buf_add_char(out, '\n');
	return MB_OK;
}
