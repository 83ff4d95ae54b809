#include "synonyms.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "minutebook/text.h"
#include "synonym_list.h"

#define MAX_FILE_BYTES ((size_t)1024 * 1024)

struct reading {
	struct mb_arena *arena;
	struct mb_splitter *splitter;
	struct synonyms synonyms;
	size_t capacity, topics_capacity;
	struct mb_err *err;
};

/* The words of @text as the tokenizer gives them, one blank between. */
static int fold(struct reading *r, struct mb_str text, struct mb_str *out)
{
	struct mb_terms terms = { NULL, 0 };
	struct mb_buf words = MB_BUF_INIT;
	int rc = mb_split(r->splitter, text, &terms, r->err);

	for (size_t i = 0; rc == MB_OK && i < terms.n; i++) {
		if (terms.items[i].flags & MB_TERM_ALSO)
			continue;
		if (words.len > 0)
			mb_buf_add_char(&words, ' ');
		mb_buf_add(&words, terms.items[i].word);
	}
	if (rc == MB_OK)
		rc = mb_buf_move(&words, r->arena, out, r->err);
	mb_buf_release(&words);
	return rc;
}

static int read_group(struct reading *r, struct mb_str line,
		      struct synonym_group *group)
{
	int rc = MB_OK;

	if (mb_str_starts(line, MB_STR("!"))) {
		group->needs_capitals = true;
		line = mb_str_drop(line, 1);
	}
	while (rc == MB_OK && line.len > 0) {
		struct mb_cut cut = mb_str_cut(line, '=');
		struct mb_str member;

		line = cut.tail;
		rc = fold(r, mb_str_trim(cut.head), &member);
		if (rc != MB_OK || member.len == 0)
			continue;
		if (group->n == SYNONYMS_MAX_MEMBERS ||
		    mb_str_count(member, ' ') >= SYNONYMS_MAX_WORDS)
			return mb_fail(r->err, MB_EFORMAT,
				       "at most %d members of %d words each",
				       SYNONYMS_MAX_MEMBERS,
				       SYNONYMS_MAX_WORDS);
		group->members[group->n++] = member;
	}
	if (rc == MB_OK && group->n < 2)
		return mb_fail(r->err, MB_EFORMAT,
			       "a group needs two members: 'ltn = low traffic "
			       "neighbourhood'");
	return rc;
}

static int add_group(struct reading *r, struct mb_str line)
{
	struct synonym_group group = { .n = 0 };
	struct synonym_group *moved;
	int rc = read_group(r, line, &group);

	if (rc != MB_OK)
		return rc;
	moved = mb_arena_grow(r->arena, r->synonyms.groups, r->synonyms.n,
			      &r->capacity, sizeof(*moved));
	if (!moved)
		return mb_fail_nomem(r->err);
	r->synonyms.groups = moved;
	moved[r->synonyms.n++] = group;
	return MB_OK;
}

/* --- topics ------------------------------------------------------------ */

static struct topic *find_topic(const struct synonyms *s, struct mb_str name)
{
	for (size_t i = 0; i < s->n_topics; i++)
		if (mb_str_equal(s->topics[i].name, name))
			return &s->topics[i];
	return NULL;
}

/* The topic of that name, new or known. */
static int open_topic(struct reading *r, struct mb_str name, struct topic **out)
{
	struct topic *topic = find_topic(&r->synonyms, name);
	struct topic *moved;

	if (!topic) {
		moved = mb_arena_grow(r->arena, r->synonyms.topics,
				      r->synonyms.n_topics, &r->topics_capacity,
				      sizeof(*moved));
		if (!moved)
			return mb_fail_nomem(r->err);
		r->synonyms.topics = moved;
		topic = &moved[r->synonyms.n_topics];
		*topic = (struct topic){ .name = name };
		topic->members =
		    MB_NEW(r->arena, struct mb_str, SYNONYMS_MAX_TOPIC);
		if (!topic->members)
			return mb_fail_nomem(r->err);
		r->synonyms.n_topics++;
	}
	*out = topic;
	return MB_OK;
}

static int add_member(struct reading *r, struct topic *topic,
		      struct mb_str text)
{
	struct mb_str member;
	int rc = fold(r, mb_str_trim(text), &member);

	if (rc != MB_OK || member.len == 0)
		return rc;
	assert(topic);
	for (size_t i = 0; i < topic->n; i++)
		if (mb_str_equal(topic->members[i], member))
			return MB_OK;
	if (topic->n == SYNONYMS_MAX_TOPIC ||
	    mb_str_count(member, ' ') >= SYNONYMS_MAX_WORDS)
		return mb_fail(r->err, MB_EFORMAT,
			       "at most %d members of %d words each",
			       SYNONYMS_MAX_TOPIC, SYNONYMS_MAX_WORDS);
	topic->members[topic->n++] = member;
	return MB_OK;
}

/* "housing = council housing = tenant", behind "topic:". */
static int add_topic(struct reading *r, struct mb_str line)
{
	struct mb_cut cut = mb_str_cut(line, '=');
	struct mb_str name;
	struct topic *topic = NULL;
	int rc = mb_fold_in(r->arena, cut.head, &name, r->err);

	if (rc == MB_OK && (name.len == 0 || mb_str_trim(cut.tail).len == 0))
		return mb_fail(r->err, MB_EFORMAT,
			       "a topic needs a name and a member: "
			       "'topic:housing = tenant'");
	if (rc == MB_OK)
		rc = open_topic(r, name, &topic);
	while (rc == MB_OK && cut.tail.len > 0) {
		cut = mb_str_cut(cut.tail, '=');
		rc = add_member(r, topic, cut.head);
	}
	return rc;
}

#define TOPIC "topic:"

static int add_line(struct reading *r, struct mb_str line)
{
	line = mb_str_trim(line);
	if (line.len == 0 || line.ptr[0] == '#')
		return MB_OK;
	if (mb_str_starts(line, MB_STR(TOPIC)))
		return add_topic(r, mb_str_drop(line, strlen(TOPIC)));
	return add_group(r, line);
}

static int add_file(struct reading *r, const char *path)
{
	FILE *file = fopen(path, "rb");
	char *bytes = MB_NEW(r->arena, char, MAX_FILE_BYTES);
	struct mb_str rest = { bytes, 0 };
	uint32_t line = 0;
	int rc = MB_OK;

	if (!file)
		return mb_fail(r->err, MB_EIO, "%s: %s", path, strerror(errno));
	if (bytes)
		rest.len = fread(bytes, 1, MAX_FILE_BYTES, file);
	if (!bytes)
		rc = mb_fail_nomem(r->err);
	else if (ferror(file) || rest.len == MAX_FILE_BYTES)
		rc = mb_fail(r->err, MB_EIO,
			     "%s: cannot be read, or is larger "
			     "than a megabyte",
			     path);
	fclose(file);
	while (rc == MB_OK && rest.len > 0) {
		struct mb_cut cut = mb_str_cut(rest, '\n');

		rest = cut.tail;
		line++;
		rc = add_line(r, cut.head);
		if (rc == MB_EFORMAT) {
			if (r->err)
				r->err->line = line;
			rc = mb_err_in(r->err, rc, mb_str_of(path));
		}
	}
	return rc;
}

int synonyms_read(const char *path, struct mb_arena *arena,
		  struct synonyms *out, struct mb_err *err)
{
	struct reading r = { .arena = arena,
			     .splitter = mb_splitter_new(),
			     .err = err };
	int rc = r.splitter ? MB_OK : mb_fail_nomem(err);

	for (size_t i = 0; rc == MB_OK && i < synonym_list_n; i++)
		rc = add_line(&r, mb_str_of(synonym_list[i]));
	for (size_t i = 0; rc == MB_OK && i < topic_list_n; i++)
		rc = add_line(&r, mb_str_of(topic_list[i]));
	if (rc == MB_OK && path)
		rc = add_file(&r, path);
	mb_splitter_free(r.splitter);
	if (rc == MB_OK)
		*out = r.synonyms;
	return rc;
}

bool synonyms_is(struct mb_str member, const struct mb_str *words, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct mb_cut cut = mb_str_cut(member, ' ');

		if (!mb_str_equal(cut.head, words[i]))
			return false;
		member = cut.tail;
	}
	return n > 0 && member.len == 0;
}

const struct synonym_group *synonyms_find(const struct synonyms *synonyms,
					  const struct mb_str *words, size_t n,
					  bool has_capitals, size_t from,
					  size_t *next)
{
	for (size_t i = from; i < synonyms->n; i++) {
		const struct synonym_group *group = &synonyms->groups[i];

		for (size_t k = 0; k < group->n; k++) {
			if (k == 0 && group->needs_capitals && !has_capitals)
				continue;
			if (!synonyms_is(group->members[k], words, n))
				continue;
			*next = i + 1;
			return group;
		}
	}
	return NULL;
}

const struct topic *synonyms_topic(const struct synonyms *synonyms,
				   struct mb_str name)
{
	return find_topic(synonyms, name);
}

void synonyms_print_topics(const struct synonyms *synonyms, struct mb_buf *out)
{
	for (size_t i = 0; i < synonyms->n_topics; i++) {
		const struct topic *topic = &synonyms->topics[i];

		mb_buf_add(out, MB_STR(TOPIC));
		mb_buf_add(out, topic->name);
		for (size_t k = 0; k < topic->n; k++) {
			mb_buf_add(out, MB_STR(" = "));
			mb_buf_add(out, topic->members[k]);
		}
		mb_buf_add_char(out, '\n');
	}
}
