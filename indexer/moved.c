#include "moved.h"

#include <string.h>
#include <sys/stat.h>

#include "bundle.h"
#include "minutebook/arena.h"
#include "minutebook/buf.h"

struct page {
	int64_t root;
	struct mb_str path;
	char *place; /* from the root of the system, archives like folders */
};

struct root {
	int64_t id;
	struct mb_str absolute;
};

struct moved {
	struct mb_arena arena;
	struct page *pages; /* by root and path */
	size_t n_pages, pages_capacity;
	struct root *roots;
	size_t n_roots, roots_capacity;

	int (*put)(void *user, int64_t root, const struct walk_entry *entry,
		   struct mb_err *err);
	void *user;
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

static bool is_file(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

/* In the root, which may be an archive, unless the root is the page itself. */
static int place_page(struct moved *moved, struct page *page,
		      struct mb_err *err)
{
	const struct root *root = moved->roots;
	struct mb_buf path = MB_BUF_INIT;

	while (root->id != page->root)
		root++;
	mb_buf_add(&path, root->absolute);
	if (bundle_is_named(root->absolute.ptr) ||
	    !is_file(root->absolute.ptr)) {
		mb_buf_add_char(&path, '/');
		mb_buf_add(&path, page->path);
	}
	mb_buf_add_char(&path, '\0');
	page->place = MB_NEW(&moved->arena, char, path.len + 1);
	if (page->place && !path.has_failed)
		memcpy(page->place, path.ptr, path.len);
	else
		page->place = NULL;
	mb_buf_release(&path);
	return page->place ? MB_OK : mb_fail_nomem(err);
}

/* How much of @place names an archive that it is in; 0 when it is in none. */
static size_t archive_of(char *place)
{
	for (char *at = place; (at = strchr(at, '/')); at++) {
		bool is_archive;

		*at = '\0';
		is_archive = bundle_is_named(place) && is_file(place);
		*at = '/';
		if (is_archive)
			return (size_t)(at - place);
	}
	return 0;
}

/* The page that @entry of an archive is, if it is among the @n. */
static const struct page *find_page(const struct page *pages, size_t n,
				    size_t archive_len,
				    const struct walk_entry *entry)
{
	for (size_t low = 0, high = n; low < high;) {
		size_t middle = low + (high - low) / 2;
		const char *name = pages[middle].place + archive_len + 1;
		int order = mb_str_compare(entry->path, mb_str_of(name));

		if (order == 0)
			return &pages[middle];
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

/* Puts the @n pages that are in one archive, which is opened once. */
static int put_members(struct moved *moved, const struct page *pages, size_t n,
		       size_t archive_len, struct mb_err *err)
{
	const char *archive = pages->place;
	struct walk_entry entry;
	struct walk *walk;
	int rc;

	pages->place[archive_len] = '\0';
	rc = walk_new(&archive, 1, &walk, err);
	if (rc != MB_OK)
		return rc;
	while (rc == MB_OK && (rc = walk_next(walk, &entry, err)) > 0) {
		const struct page *page =
		    entry.bundle && entry.kind == WALK_FILE
			? find_page(pages, n, archive_len, &entry)
			: NULL;

		rc = MB_OK;
		if (!page)
			continue;
		entry.path = page->path;
		rc = moved->put(moved->user, page->root, &entry, err);
	}
	walk_free(walk);
	return rc;
}

/* Puts a page that is a file by itself, if it is still there. */
static int put_file(struct moved *moved, const struct page *page,
		    struct mb_err *err)
{
	const char *place = page->place;
	struct walk_entry entry;
	struct walk *walk;
	int rc = walk_new(&place, 1, &walk, err);

	if (rc != MB_OK)
		return rc;
	rc = walk_next(walk, &entry, err);
	if (rc > 0 && entry.is_given && entry.kind == WALK_FILE) {
		entry.path = page->path;
		rc = moved->put(moved->user, page->root, &entry, err);
	}
	walk_free(walk);
	return rc < 0 ? rc : MB_OK;
}

/* Puts the page at @i, with those after it in the same archive. */
static int put_next(struct moved *moved, size_t *i, struct mb_err *err)
{
	const struct page *page = &moved->pages[*i];
	size_t archive_len = archive_of(page->place), n = 1;

	if (archive_len == 0) {
		++*i;
		return put_file(moved, page, err);
	}
	while (*i + n < moved->n_pages && page[n].root == page->root &&
	       !strncmp(page[n].place, page->place, archive_len + 1))
		n++;
	*i += n;
	return put_members(moved, page, n, archive_len, err);
}

int moved_each(struct mb_store *store,
	       int (*put)(void *user, int64_t root,
			  const struct walk_entry *entry, struct mb_err *err),
	       void *user, struct mb_err *err)
{
	struct moved moved = { .arena = MB_ARENA_INIT,
			       .put = put,
			       .user = user };
	int rc = mb_store_misplaced(store, add_page, &moved, err);

	if (rc == MB_OK && moved.n_pages > 0)
		rc = mb_store_roots(store, add_root, &moved, err);
	for (size_t i = 0; i < moved.n_pages && rc == MB_OK; i++)
		rc = place_page(&moved, &moved.pages[i], err);
	for (size_t i = 0; i < moved.n_pages && rc == MB_OK;)
		rc = put_next(&moved, &i, err);
	mb_arena_release(&moved.arena);
	return rc;
}
