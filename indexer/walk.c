#include "walk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bundle.h"
#include "minutebook/arena.h"
#include "minutebook/buf.h"

/* An open folder and the names in it that are still to come. */
struct folder {
	int fd;
	char **names; /* sorted; owned, like each of them */
	size_t n_names, next;
	size_t path_len; /* of the folder's own path in walk.path */
};

struct walk {
	const char *const *paths;
	size_t n_paths, next_path;
	struct folder *folders; /* the innermost last */
	size_t n_folders;
	struct mb_buf path;        /* of the entry, relative to the root */
	struct bundle *bundle;     /* that is being walked, or NULL */
	struct walk_entry archive; /* it as an entry, but for its path */
	size_t archive_len;        /* of its path in walk.path */
	char archive_problem[MB_ERR_MSG_BYTES];
};

/* --- reading a folder -------------------------------------------------- */

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void free_names(struct folder *folder)
{
	for (size_t i = 0; i < folder->n_names; i++)
		free(folder->names[i]);
	free(folder->names);
	folder->names = NULL;
	folder->n_names = 0;
}

static int add_name(struct folder *folder, size_t *capacity, const char *name)
{
	size_t len = strlen(name) + 1;
	char *copy;

	if (folder->n_names == *capacity) {
		size_t places = *capacity > 0 ? *capacity * 2 : 64;
		char **moved = realloc(folder->names, places * sizeof(*moved));

		if (!moved)
			return MB_ENOMEM;
		folder->names = moved;
		*capacity = places;
	}
	copy = malloc(len);
	if (!copy)
		return MB_ENOMEM;
	memcpy(copy, name, len);
	folder->names[folder->n_names++] = copy;
	return MB_OK;
}

static bool is_dots(const char *name)
{
	return !strcmp(name, ".") || !strcmp(name, "..");
}

/*
 * Reads the names of the folder @fd, which from now on belongs to @folder.
 * MB_EIO with errno set when it cannot be read.
 */
static int read_names(int fd, struct folder *folder)
{
	size_t capacity = 0;
	struct dirent *entry;
	DIR *dir;
	int copy = dup(fd); /* closedir() closes it, openat() needs one */
	int rc = MB_OK;

	*folder = (struct folder){ .fd = fd };
	dir = copy >= 0 ? fdopendir(copy) : NULL;
	if (!dir) {
		if (copy >= 0)
			close(copy);
		return MB_EIO;
	}
	for (;;) {
		errno = 0;
		entry = readdir(dir);
		if (!entry)
			break;
		if (is_dots(entry->d_name))
			continue;
		rc = add_name(folder, &capacity, entry->d_name);
		if (rc != MB_OK)
			break;
	}
	if (rc == MB_OK && errno != 0)
		rc = MB_EIO;
	closedir(dir);
	if (rc != MB_OK) {
		free_names(folder);
	} else if (folder->n_names > 1) {
		qsort(folder->names, folder->n_names, sizeof(*folder->names),
		      compare_names);
	}
	return rc;
}

/* --- the walk ---------------------------------------------------------- */

int walk_new(const char *const *paths, size_t n, struct walk **out,
	     struct mb_err *err)
{
	struct walk *walk = malloc(sizeof(*walk));

	if (!walk)
		return mb_fail_nomem(err);
	*walk = (struct walk){ .paths = paths, .n_paths = n };
	walk->folders = malloc((WALK_MAX_DEPTH + 1) * sizeof(*walk->folders));
	if (!walk->folders) {
		free(walk);
		return mb_fail_nomem(err);
	}
	*out = walk;
	return MB_OK;
}

static void leave_folder(struct walk *walk)
{
	struct folder *folder = &walk->folders[--walk->n_folders];

	free_names(folder);
	close(folder->fd);
}

void walk_free(struct walk *walk)
{
	if (!walk)
		return;
	while (walk->n_folders > 0)
		leave_folder(walk);
	bundle_close(walk->bundle);
	mb_buf_release(&walk->path);
	free(walk->folders);
	free(walk);
}

static void pass_over(struct walk_entry *entry, enum walk_kind kind,
		      const char *reason)
{
	entry->kind = kind;
	entry->reason = reason;
}

/* Opens the folder that @entry names and makes it the innermost. */
static int enter_folder(struct walk *walk, struct walk_entry *entry, int flags)
{
	struct folder folder;
	int fd, rc;

	if (walk->n_folders > WALK_MAX_DEPTH) {
		pass_over(entry, WALK_UNREADABLE, "folders too deep");
		entry->is_folder = true;
		return 1;
	}
	fd = openat(entry->dir, entry->name,
		    O_RDONLY | O_DIRECTORY | O_CLOEXEC | flags);
	rc = fd >= 0 ? read_names(fd, &folder) : MB_EIO;
	if (rc != MB_OK) {
		pass_over(entry, WALK_UNREADABLE, strerror(errno));
		entry->is_folder = true;
		if (fd >= 0)
			close(fd);
		return rc == MB_ENOMEM ? rc : 1;
	}
	folder.path_len = walk->path.len;
	walk->folders[walk->n_folders++] = folder;
	return 0;
}

/*
 * Opens the archive that @entry names.  One that cannot be opened is like a
 * folder that cannot: what was read from it before is not gone.
 */
static int enter_bundle(struct walk *walk, struct walk_entry *entry)
{
	struct mb_err err;
	int rc = bundle_open(entry->dir, entry->name, &walk->bundle, &err);

	if (rc == MB_ENOMEM)
		return rc;
	if (rc != MB_OK) {
		snprintf(walk->archive_problem, sizeof(walk->archive_problem),
			 "%s", err.msg);
		pass_over(entry, WALK_UNREADABLE, walk->archive_problem);
		entry->is_folder = true;
		return 1;
	}
	walk->archive = *entry;
	walk->archive_len = walk->path.len;
	return walk->bundle ? 0 : 1;
}

static int64_t nanoseconds(struct timespec t)
{
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

/*
 * Looks at what @entry names: 1 when there is something to say of it, 0 when
 * it was a folder, which has been entered.
 */
static int look_at(struct walk *walk, struct walk_entry *entry, bool is_given)
{
	struct stat st;

	if (fstatat(entry->dir, entry->name, &st,
		    is_given ? 0 : AT_SYMLINK_NOFOLLOW) != 0) {
		pass_over(entry, WALK_UNREADABLE, strerror(errno));
		entry->is_folder = is_given;
		return 1;
	}
	if (S_ISDIR(st.st_mode))
		return enter_folder(walk, entry, is_given ? 0 : O_NOFOLLOW);
	entry->size_bytes = st.st_size;
	entry->mtime_ns = nanoseconds(st.st_mtim);
	entry->ctime_ns = nanoseconds(st.st_ctim);
	entry->inode = st.st_ino;
	if (S_ISLNK(st.st_mode))
		pass_over(entry, WALK_SKIPPED, "a symbolic link");
	else if (!S_ISREG(st.st_mode))
		pass_over(entry, WALK_SKIPPED, "not a regular file");
	else if (bundle_is_named(entry->name))
		return enter_bundle(walk, entry);
	return 1;
}

/* The next of the paths given. */
static int next_root(struct walk *walk, struct walk_entry *entry)
{
	const char *path = walk->paths[walk->next_path];
	int rc;

	*entry = (struct walk_entry){ .root = walk->next_path++,
				      .is_given = true,
				      .dir = AT_FDCWD,
				      .name = path };
	mb_buf_truncate(&walk->path, 0);
	rc = look_at(walk, entry, true);
	entry->path = mb_str_of(path);
	return rc;
}

/* The next name in the innermost folder. */
static int next_name(struct walk *walk, struct walk_entry *entry)
{
	struct folder *folder = &walk->folders[walk->n_folders - 1];
	const char *name = folder->names[folder->next++];
	int rc;

	*entry = (struct walk_entry){ .root = walk->next_path - 1,
				      .dir = folder->fd,
				      .name = name };
	mb_buf_truncate(&walk->path, folder->path_len);
	if (folder->path_len > 0)
		mb_buf_add_char(&walk->path, '/');
	mb_buf_add(&walk->path, mb_str_of(name));
	if (walk->path.has_failed)
		return MB_ENOMEM;
	entry->path = mb_buf_str(&walk->path);
	if (name[0] == '.') {
		pass_over(entry, WALK_SKIPPED, "hidden");
		return 1;
	}
	rc = look_at(walk, entry, false);
	entry->path = mb_buf_str(&walk->path);
	return rc;
}

/* The next file in the archive at hand; 0 at its end. */
static int next_member(struct walk *walk, struct walk_entry *entry)
{
	const char *reason;
	struct mb_str name;

	if (!bundle_next(walk->bundle, &name, &reason)) {
		bundle_close(walk->bundle);
		walk->bundle = NULL;
		return 0;
	}
	*entry = walk->archive;
	entry->bundle = walk->bundle;
	entry->is_given = false;
	mb_buf_truncate(&walk->path, walk->archive_len);
	if (walk->archive_len > 0) /* else it was given itself */
		mb_buf_add_char(&walk->path, '/');
	mb_buf_add(&walk->path, name);
	if (walk->path.has_failed)
		return MB_ENOMEM;
	entry->path = mb_buf_str(&walk->path);
	if (reason)
		pass_over(entry, WALK_SKIPPED, reason);
	return 1;
}

int walk_next(struct walk *walk, struct walk_entry *entry, struct mb_err *err)
{
	int rc = 0;

	while (rc == 0) {
		struct folder *folder =
		    walk->n_folders > 0 ? &walk->folders[walk->n_folders - 1]
					: NULL;

		if (walk->bundle)
			rc = next_member(walk, entry);
		else if (folder && folder->next < folder->n_names)
			rc = next_name(walk, entry);
		else if (folder)
			leave_folder(walk);
		else if (walk->next_path < walk->n_paths)
			rc = next_root(walk, entry);
		else
			return 0;
	}
	return rc < 0 ? mb_fail_nomem(err) : rc;
}
