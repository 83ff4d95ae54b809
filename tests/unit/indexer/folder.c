#include "folder.h"

#include <ftw.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/text.h"

struct folder folder_new(void)
{
	const char *tmp = getenv("TMPDIR");
	struct folder folder;

	snprintf(folder.path, sizeof(folder.path), "%s/minutebook.XXXXXX",
		 tmp && tmp[0] ? tmp : "/tmp");
	cr_assert(mkdtemp(folder.path) != NULL);
	return folder;
}

static int remove_one(const char *path, const struct stat *st, int kind,
		      struct FTW *place)
{
	(void)st;
	(void)kind;
	(void)place;
	return remove(path);
}

void folder_remove(const struct folder *folder)
{
	cr_expect(eq(
	    int, nftw(folder->path, remove_one, 16, FTW_DEPTH | FTW_PHYS), 0));
}

char *folder_path(const struct folder *folder, const char *name)
{
	char path[4096];

	snprintf(path, sizeof(path), "%s/%s", folder->path, name);
	return text_of(mb_str_of(path));
}

void folder_write(const struct folder *folder, const char *name,
		  struct mb_str bytes)
{
	char *path = folder_path(folder, name);
	FILE *file;

	for (char *at = path + 1; *at; at++) {
		if (*at != '/')
			continue;
		*at = '\0';
		mkdir(path, 0777); /* most are there */
		*at = '/';
	}
	file = fopen(path, "wb");
	cr_assert(file != NULL, "%s", path);
	cr_assert(eq(sz, fwrite(bytes.ptr, 1, bytes.len, file), bytes.len));
	cr_assert(eq(int, fclose(file), 0));
}
