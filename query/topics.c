#include "topics.h"

#include <stdio.h>

#include "minutebook/nearest.h"
#include "minutebook/text.h"
#include "say.h"
#include "terminal.h"

#define MAX_NAMES 200

/* The nearest name, or all of them. */
static int fail_unknown(const struct node *node,
			const struct synonyms *synonyms,
			struct query_fault *fault, struct mb_err *err)
{
	const char *names[MAX_NAMES];
	struct mb_buf all = MB_BUF_INIT;
	const char *near;
	size_t n = 0;

	while (n < synonyms->n_topics && n < MAX_NAMES) {
		names[n] = synonyms->topics[n].name.ptr; /* an arena's copy */
		mb_buf_add_format(&all, "%s%s", n > 0 ? ", " : "", names[n]);
		n++;
	}
	near = mb_nearest(node->text, names, n);
	if (near)
		mb_fail(err, MB_EUSAGE,
			"there is no topic '%.*s': did you mean '%s'?",
			MB_STR_ARG(node->text), near);
	else
		mb_fail(err, MB_EUSAGE, "there is no topic '%.*s': say %.*s",
			MB_STR_ARG(node->text), MB_STR_ARG(mb_buf_str(&all)));
	mb_buf_release(&all);
	*fault = (struct query_fault){ node->start, node->end };
	return MB_EUSAGE;
}

static int find(struct node *node, const struct synonyms *synonyms,
		struct mb_arena *arena, struct query_fault *fault,
		struct mb_err *err)
{
	int rc = MB_OK;

	if (node->kind == NODE_TEXT && node->field &&
	    node->field->kind == FIELD_TOPIC) {
		struct mb_str name;

		rc = mb_fold_in(arena, node->text, &name, err);
		if (rc == MB_OK)
			node->topic = synonyms_topic(synonyms, name);
		if (rc == MB_OK && !node->topic)
			rc = fail_unknown(node, synonyms, fault, err);
	}
	for (size_t i = 0; i < node->n_children && rc == MB_OK; i++)
		rc = find(node->children[i], synonyms, arena, fault, err);
	return rc;
}

int topics_find(struct query *query, const struct synonyms *synonyms,
		struct mb_arena *arena, struct query_fault *fault,
		struct mb_err *err)
{
	return query->tree ? find(query->tree, synonyms, arena, fault, err)
			   : MB_OK;
}

int topics_print(const struct options *options, struct mb_arena *arena)
{
	struct mb_buf out = MB_BUF_INIT;
	struct synonyms synonyms;
	struct mb_str text;
	struct mb_err err;
	int rc = synonyms_read(options->synonyms, arena, &synonyms, &err);
	bool is_written = true;

	if (rc == MB_OK) {
		synonyms_print_topics(&synonyms, &out);
		rc = mb_buf_finish(&out, &text, &err);
	}
	if (rc == MB_OK)
		is_written = fwrite(text.ptr, 1, text.len, stdout) == text.len;
	mb_buf_release(&out);
	if (rc != MB_OK)
		return say_error(&err);
	return terminal_close(stdout) && is_written ? 0 : 2;
}
