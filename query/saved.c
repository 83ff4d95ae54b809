#include "saved.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "minutebook/buf.h"

#define HEAD "minutebook-query 1"
#define SUFFIX ".query"
#define MAX_PATH 4096
#define HASH_DIGITS 16

static const char *const matches[] = {
	[MATCH_AUTO] = "auto",
	[MATCH_ALL] = "all",
	[MATCH_ANY] = "any",
};

static int fail_path(struct mb_err *err, const char *path)
{
	return mb_fail(err, MB_EIO, "'%s': %s", path, strerror(errno));
}

/* folder/name.query, and what is put behind that */
static int make_path(struct mb_str folder, struct mb_str name,
		     const char *behind, char path[MAX_PATH],
		     struct mb_err *err)
{
	int n = snprintf(path, MAX_PATH, "%.*s/%.*s" SUFFIX "%s",
			 MB_STR_ARG(folder), MB_STR_ARG(name), behind);

	return n > 0 && n < MAX_PATH
		   ? MB_OK
		   : mb_fail(err, MB_ELIMIT, "the path is too long");
}

/* --- the folder -------------------------------------------------------- */

static int make_folders(char *path, struct mb_err *err)
{
	for (char *at = path + 1;; at++) {
		char c = *at;

		if (c != '/' && c != '\0')
			continue;
		*at = '\0';
		if (mkdir(path, 0700) != 0 && errno != EEXIST)
			return fail_path(err, path);
		*at = c;
		if (c == '\0')
			return MB_OK;
	}
}

int saved_folder(struct mb_arena *arena, struct mb_str *folder,
		 struct mb_err *err)
{
	const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
	char path[MAX_PATH];
	int n, rc;

	if (state && state[0] == '/')
		n = snprintf(path, sizeof(path), "%s/minutebook", state);
	else if (home && home[0] == '/')
		n = snprintf(path, sizeof(path), "%s/.local/state/minutebook",
			     home);
	else
		return mb_fail(err, MB_EIO,
			       "neither XDG_STATE_HOME nor HOME says where "
			       "saved queries are");
	if (n < 0 || n >= MAX_PATH - 2 * SAVED_MAX_NAME)
		return mb_fail(err, MB_ELIMIT, "the path is too long");
	rc = make_folders(path, err);
	return rc == MB_OK ? mb_arena_copy(arena, mb_str_of(path), folder, err)
			   : rc;
}

int saved_check_name(struct mb_str name, struct mb_err *err)
{
	bool is_good = name.len > 0 && name.len <= SAVED_MAX_NAME &&
		       name.ptr[0] != '.' && name.ptr[0] != '-' &&
		       !mb_str_equal(name, MB_STR("all"));

	for (size_t i = 0; i < name.len && is_good; i++)
		is_good = mb_is_alnum(name.ptr[i]) || name.ptr[i] == '-' ||
			  name.ptr[i] == '_' || name.ptr[i] == '.';
	return is_good ? MB_OK
		       : mb_fail(err, MB_EUSAGE,
				 "'%.*s' is no name for a saved query: take "
				 "letters, digits, '-', '_'; not 'all'",
				 MB_STR_ARG(name));
}

int saved_lock(struct mb_str folder, struct mb_err *err)
{
	char path[MAX_PATH];
	int fd;

	snprintf(path, sizeof(path), "%.*s/lock", MB_STR_ARG(folder));
	fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	if (fd < 0 || flock(fd, LOCK_EX) != 0) {
		fail_path(err, path);
		if (fd >= 0)
			close(fd);
		return -1;
	}
	return fd;
}

static int compare_names(const void *a, const void *b)
{
	return mb_str_compare(*(const struct mb_str *)a,
			      *(const struct mb_str *)b);
}

int saved_names(struct mb_str folder, struct mb_arena *arena,
		struct saved_list *out, struct mb_err *err)
{
	struct saved_list list = { NULL, 0 };
	const struct dirent *entry;
	size_t capacity = 0;
	int rc = MB_OK;
	DIR *dir = opendir(folder.ptr);

	if (!dir)
		return fail_path(err, folder.ptr);
	while (rc == MB_OK && (entry = readdir(dir))) {
		struct mb_str name = mb_str_of(entry->d_name), *moved;

		if (!mb_str_ends(name, MB_STR(SUFFIX)) || name.ptr[0] == '.')
			continue;
		name.len -= sizeof(SUFFIX) - 1;
		moved = mb_arena_grow(arena, list.names, list.n, &capacity,
				      sizeof(*moved));
		if (!moved) {
			rc = mb_fail_nomem(err);
			break;
		}
		list.names = moved;
		rc = mb_arena_copy(arena, name, &moved[list.n++], err);
	}
	closedir(dir);
	if (list.n > 1)
		qsort(list.names, list.n, sizeof(*list.names), compare_names);
	if (rc == MB_OK)
		*out = list;
	return rc;
}

bool saved_exists(struct mb_str folder, struct mb_str name)
{
	char path[MAX_PATH];

	return make_path(folder, name, "", path, NULL) == MB_OK &&
	       access(path, F_OK) == 0;
}

/* --- what has been seen ------------------------------------------------ */

static int compare_hashes(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

bool saved_has_seen(const struct saved *saved, uint64_t hash)
{
	if (saved->n_sorted > 0 && bsearch(&hash, saved->seen, saved->n_sorted,
					   sizeof(hash), compare_hashes))
		return true;
	for (size_t i = saved->n_sorted; i < saved->n_seen; i++)
		if (saved->seen[i] == hash)
			return true;
	return false;
}

#define MANY_UNSORTED 256

static void sort_seen(struct saved *saved)
{
	if (saved->n_seen > saved->n_sorted)
		qsort(saved->seen, saved->n_seen, sizeof(*saved->seen),
		      compare_hashes);
	saved->n_sorted = saved->n_seen;
}

int saved_see(struct saved *saved, struct mb_arena *arena, uint64_t hash,
	      struct mb_err *err)
{
	uint64_t *moved;

	if (saved_has_seen(saved, hash))
		return MB_OK;
	moved = mb_arena_grow(arena, saved->seen, saved->n_seen,
			      &saved->capacity, sizeof(*moved));
	if (!moved)
		return mb_fail_nomem(err);
	saved->seen = moved;
	moved[saved->n_seen++] = hash;
	if (saved->n_seen - saved->n_sorted >
	    MANY_UNSORTED + saved->n_sorted / 8)
		sort_seen(saved);
	return MB_OK;
}

/* --- reading ----------------------------------------------------------- */

static int read_hash(struct mb_str line, uint64_t *hash)
{
	uint64_t value = 0;

	if (line.len != HASH_DIGITS)
		return -1;
	for (size_t i = 0; i < line.len; i++) {
		char c = line.ptr[i];

		if (!mb_is_digit(c) && (c < 'a' || c > 'f'))
			return -1;
		value = value * 16 +
			(uint64_t)(mb_is_digit(c) ? c - '0' : c - 'a' + 10);
	}
	*hash = value;
	return 0;
}

static int read_match(struct mb_str word, enum search_match *match)
{
	for (size_t i = 0; i < sizeof(matches) / sizeof(*matches); i++)
		if (mb_str_equal(word, mb_str_of(matches[i]))) {
			*match = (enum search_match)i;
			return 0;
		}
	return -1;
}

/* Whether @text can be written as a line and read again. */
static bool is_line(struct mb_str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] == '\0' || text.ptr[i] == '\n' ||
		    text.ptr[i] == '\r')
			return false;
	return true;
}

/* A line above "seen". */
static int read_line(struct saved *saved, struct mb_str line,
		     struct mb_arena *arena, struct mb_err *err)
{
	struct mb_cut cut = mb_str_cut(line, ' ');

	if (!is_line(line))
		return mb_fail(err, MB_EFORMAT, "it is damaged");
	if (mb_str_equal(cut.head, MB_STR("query")))
		return mb_arena_copy(arena, cut.tail, &saved->query, err);
	if (mb_str_equal(cut.head, MB_STR("match")) &&
	    read_match(cut.tail, &saved->match) == 0)
		return MB_OK;
	if (mb_str_equal(cut.head, MB_STR("index")) &&
	    saved->n_indexes < SEARCH_MAX_SOURCES)
		return mb_arena_copy(arena, cut.tail,
				     &saved->indexes[saved->n_indexes++], err);
	return mb_fail(err, MB_EFORMAT, "'%.*s' is not understood",
		       MB_STR_ARG(line));
}

static int read_text(struct saved *saved, struct mb_str text,
		     struct mb_arena *arena, struct mb_err *err)
{
	struct mb_str line;
	bool is_seen = false;
	int rc = MB_OK;

	if (!mb_str_next_line(&text, &line) ||
	    !mb_str_equal(line, MB_STR(HEAD)))
		return mb_fail(err, MB_EFORMAT,
			       "not a saved query of this version");
	while (rc == MB_OK && mb_str_next_line(&text, &line)) {
		uint64_t hash;

		if (!is_seen && mb_str_equal(line, MB_STR("seen")))
			is_seen = true;
		else if (!is_seen)
			rc = read_line(saved, line, arena, err);
		else if (read_hash(line, &hash) == 0)
			rc = saved_see(saved, arena, hash, err);
		else
			rc = mb_fail(err, MB_EFORMAT, "it is damaged");
	}
	if (rc == MB_OK && (!is_seen || saved->n_indexes == 0))
		rc = mb_fail(err, MB_EFORMAT, "it is not complete");
	sort_seen(saved);
	return rc;
}

int saved_read(struct mb_str folder, struct mb_str name, struct mb_arena *arena,
	       struct saved *out, struct mb_err *err)
{
	struct saved saved = { .name = name };
	struct mb_buf text = MB_BUF_INIT;
	char path[MAX_PATH], block[4096];
	FILE *file;
	size_t n;
	int rc = make_path(folder, name, "", path, err);

	if (rc != MB_OK)
		return rc;
	file = fopen(path, "re");
	if (!file)
		return errno == ENOENT
			   ? mb_fail(err, MB_ENOTFOUND,
				     "there is no saved query '%.*s'",
				     MB_STR_ARG(name))
			   : fail_path(err, path);
	while ((n = fread(block, 1, sizeof(block), file)) > 0 &&
	       text.len < SAVED_MAX_BYTES)
		mb_buf_add(&text, (struct mb_str){ block, n });
	if (ferror(file))
		rc = fail_path(err, path);
	else if (text.has_failed)
		rc = mb_fail_nomem(err);
	else
		rc = read_text(&saved, mb_buf_str(&text), arena, err);
	fclose(file);
	mb_buf_release(&text);
	if (rc == MB_OK)
		*out = saved;
	return rc == MB_EFORMAT ? mb_err_in(err, MB_EFORMAT, mb_str_of(path))
				: rc;
}

/* --- writing ----------------------------------------------------------- */

static void write_text(const struct saved *saved, FILE *file)
{
	fprintf(file, HEAD "\nquery %.*s\nmatch %s\n", MB_STR_ARG(saved->query),
		matches[saved->match]);
	for (int i = 0; i < saved->n_indexes; i++)
		fprintf(file, "index %.*s\n", MB_STR_ARG(saved->indexes[i]));
	fputs("seen\n", file);
	for (size_t i = 0; i < saved->n_seen; i++)
		fprintf(file, "%016" PRIx64 "\n", saved->seen[i]);
}

static int check_lines(const struct saved *saved, struct mb_err *err)
{
	bool are_good = is_line(saved->query);

	for (int i = 0; i < saved->n_indexes; i++)
		are_good = are_good && is_line(saved->indexes[i]);
	return are_good ? MB_OK
			: mb_fail(err, MB_EUSAGE,
				  "a query or an index with a line end in it "
				  "cannot be saved");
}

int saved_prepare(struct mb_str folder, struct saved *saved, struct mb_err *err)
{
	char path[MAX_PATH];
	FILE *file;
	bool is_written;
	int rc = make_path(folder, saved->name, ".new", path, err);

	if (rc == MB_OK)
		rc = check_lines(saved, err);
	if (rc != MB_OK)
		return rc;
	sort_seen(saved);
	file = fopen(path, "we");
	if (!file)
		return fail_path(err, path);
	write_text(saved, file);
	is_written =
	    fflush(file) == 0 && !ferror(file) && fsync(fileno(file)) == 0;
	if (!is_written)
		rc = fail_path(err, path);
	if (fclose(file) != 0 && rc == MB_OK)
		rc = fail_path(err, path);
	return rc;
}

int saved_commit(struct mb_str folder, const struct saved *saved,
		 struct mb_err *err)
{
	char from[MAX_PATH], to[MAX_PATH];
	int fd;
	int rc = make_path(folder, saved->name, ".new", from, err);

	if (rc == MB_OK)
		rc = make_path(folder, saved->name, "", to, err);
	if (rc != MB_OK)
		return rc;
	if (rename(from, to) != 0)
		return fail_path(err, to);
	fd = open(folder.ptr, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd >= 0) {
		(void)fsync(fd); /* the name, too, should outlive a crash */
		close(fd);
	}
	return MB_OK;
}

int saved_forget(struct mb_str folder, struct mb_str name, struct mb_err *err)
{
	char path[MAX_PATH];
	int rc = make_path(folder, name, "", path, err);

	if (rc != MB_OK)
		return rc;
	if (unlink(path) == 0)
		return MB_OK;
	return errno == ENOENT
		   ? mb_fail(err, MB_ENOTFOUND,
			     "there is no saved query '%.*s'", MB_STR_ARG(name))
		   : fail_path(err, path);
}
