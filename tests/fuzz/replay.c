/*
 * replay.c - gives every file of some folders to a fuzz target
 *
 * The inputs that fuzzing found, without a fuzzer: any crash, leak or
 * sanitizer report ends the test.
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static int replay_file(const char *path)
{
	FILE *file = fopen(path, "rb");
	uint8_t *bytes = NULL;
	size_t n = 0;
	long size;
	int status = 2;

	if (!file || fseek(file, 0, SEEK_END) != 0 ||
	    (size = ftell(file)) < 0 || fseek(file, 0, SEEK_SET) != 0)
		goto out;
	bytes = malloc((size_t)size > 0 ? (size_t)size : 1);
	if (!bytes)
		goto out;
	n = fread(bytes, 1, (size_t)size, file);
	if (n == (size_t)size) {
		LLVMFuzzerTestOneInput(bytes, n);
		status = 0;
	}
out:
	if (status != 0)
		perror(path);
	free(bytes);
	if (file)
		fclose(file);
	return status;
}

static int replay_folder(const char *folder, size_t *n_files)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;
	char path[4096];

	if (!dir) {
		perror(folder);
		return 2;
	}
	while ((entry = readdir(dir))) {
		if (entry->d_name[0] == '.')
			continue;
		snprintf(path, sizeof(path), "%s/%s", folder, entry->d_name);
		if (replay_file(path) != 0)
			break;
		++*n_files;
	}
	closedir(dir);
	return entry ? 2 : 0;
}

int main(int argc, char **argv)
{
	size_t n_files = 0;

	for (int i = 1; i < argc; i++)
		if (replay_folder(argv[i], &n_files) != 0)
			return 2;
	printf("%s: %zu inputs replayed\n",
	       strrchr(argv[0], '/') ? strrchr(argv[0], '/') + 1 : argv[0],
	       n_files);
	return n_files > 0 ? 0 : 1;
}
