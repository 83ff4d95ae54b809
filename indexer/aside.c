#include "aside.h"

#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What every SQLite database begins with, its NUL included. */
static const char magic[16] = "SQLite format 3";

/* What stands beside a database is called like it, and then this. */
static const char *const endings[] = { "-wal", "-shm", "-journal", "-lock" };

struct aside aside_of(const char *index)
{
	struct stat st;

	if (!index || stat(index, &st) != 0)
		return (struct aside){ .has_index = false };
	return (struct aside){ true, st.st_dev, st.st_ino };
}

static bool begins_as_database(int dir, const char *name)
{
	char bytes[sizeof(magic)];
	int fd = openat(dir, name, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	bool does;

	if (fd < 0)
		return false;
	does = pread(fd, bytes, sizeof(bytes), 0) == (ssize_t)sizeof(bytes) &&
	       !memcmp(bytes, magic, sizeof(magic));
	close(fd);
	return does;
}

/* A regular file that is the index or any database. */
static bool is_database(const struct aside *aside, int dir, const char *name)
{
	struct stat st;

	if (fstatat(dir, name, &st, 0) != 0 || !S_ISREG(st.st_mode))
		return false;
	return (aside->has_index && st.st_dev == aside->device &&
		st.st_ino == aside->inode) ||
	       begins_as_database(dir, name);
}

static bool stands_beside(const struct aside *aside,
			  const struct walk_entry *entry)
{
	struct mb_str name = mb_str_of(entry->name);
	char database[PATH_MAX];

	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
		size_t len = strlen(endings[i]);

		if (name.len <= len || name.len - len >= sizeof(database) ||
		    strcmp(name.ptr + name.len - len, endings[i]) != 0)
			continue;
		memcpy(database, name.ptr, name.len - len);
		database[name.len - len] = '\0';
		return is_database(aside, entry->dir, database);
	}
	return false;
}

const char *aside_reason(const struct aside *aside,
			 const struct walk_entry *entry)
{
	if (is_database(aside, entry->dir, entry->name))
		return "not minutes: an SQLite database";
	if (stands_beside(aside, entry))
		return "not minutes: it belongs to an SQLite database";
	return NULL;
}
