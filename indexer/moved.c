#include "moved.h"

#include "minutebook/arena.h"
#include "minutebook/buf.h"

struct page {
	int64_t root;
	struct mb_str path;
};

struct root {
	int64_t id;
	struct mb_str absolute;
};

struct moved {
	struct mb_arena arena;
	struct page *pages;
	size_t n_pages, pages_capacity;
	struct root *roots;
	size_t n_roots, roots_capacity;
	struct mb_buf path;
};

/* --- what the index says ----------------------------------------------- */

static int add_page(void *user, int64_t document, int64_t root,
		    struct mb_str path, struct mb_err *err)
{
	struct moved *moved = user;
	struct page *pages =
	    mb_arena_grow(&moved->arena, moved->pages, moved->n_pages,
			  &moved->pages_capacity, sizeof(*pages));

	(void)document;
	if (!pages)
		return mb_fail_nomem(err);
	moved->pages = pages;
	pages = &pages[moved->n_pages++];
	pages->root = root;
	return mb_arena_copy(&moved->arena, path, &pages->path, err);
}

static int add_root(void *user, int64_t id, struct mb_str absolute,
		    struct mb_str given, struct mb_err *err)
{
	struct moved *moved = user;
	struct root *roots =
	    mb_arena_grow(&moved->arena, moved->roots, moved->n_roots,
			  &moved->roots_capacity, sizeof(*roots));

	(void)given;
	if (!roots)
		return mb_fail_nomem(err);
	moved->roots = roots;
	roots = &roots[moved->n_roots++];
	roots->id = id;
	return mb_arena_copy(&moved->arena, absolute, &roots->absolute, err);
}

/* --- finding them again ------------------------------------------------ */

/*
 * The first entry of a walk of @moved's path when that is a file: 1, or 0, or
 * a failure.
 */
static int look_at(struct moved *moved, struct walk **walk,
		   struct walk_entry *entry, const char **path,
		   struct mb_err *err)
{
	int rc;

	mb_buf_add_char(&moved->path, '\0');
	if (moved->path.has_failed)
		return mb_fail_nomem(err);
	*path = moved->path.ptr;
	rc = walk_new(path, 1, walk, err);
	if (rc != MB_OK)
		return rc;
	rc = walk_next(*walk, entry, err);
	return rc > 0 ? entry->is_given && entry->kind == WALK_FILE : rc;
}

static int put_page(struct moved *moved, const struct page *page,
		    int (*put)(void *user, int64_t root,
			       const struct walk_entry *entry,
			       struct mb_err *err),
		    void *user, struct mb_err *err)
{
	const struct root *root = moved->roots;
	struct walk_entry entry;
	struct walk *walk = NULL;
	const char *path;
	int rc;

	while (root->id != page->root)
		root++;
	mb_buf_truncate(&moved->path, 0);
	mb_buf_add(&moved->path, root->absolute);
	rc = look_at(moved, &walk, &entry, &path, err);
	if (rc == 0) { /* the root is no file itself */
		walk_free(walk);
		walk = NULL;
		mb_buf_truncate(&moved->path, root->absolute.len);
		mb_buf_add_char(&moved->path, '/');
		mb_buf_add(&moved->path, page->path);
		rc = look_at(moved, &walk, &entry, &path, err);
	}
	if (rc > 0) {
		entry.path = page->path;
		rc = put(user, page->root, &entry, err);
	}
	walk_free(walk);
	return rc;
}

int moved_each(struct mb_store *store,
	       int (*put)(void *user, int64_t root,
			  const struct walk_entry *entry, struct mb_err *err),
	       void *user, struct mb_err *err)
{
	struct moved moved = { .arena = MB_ARENA_INIT, .path = MB_BUF_INIT };
	int rc = mb_store_misplaced(store, add_page, &moved, err);

	if (rc == MB_OK && moved.n_pages > 0)
		rc = mb_store_roots(store, add_root, &moved, err);
	for (size_t i = 0; i < moved.n_pages && rc == MB_OK; i++)
		rc = put_page(&moved, &moved.pages[i], put, user, err);
	mb_buf_release(&moved.path);
	mb_arena_release(&moved.arena);
	return rc;
}
