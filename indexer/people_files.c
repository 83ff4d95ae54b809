#include "people_files.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "minutebook/buf.h"

/* More than any council's people need. */
#define MAX_BYTES ((size_t)8 * 1024 * 1024)

static int read_file(const char *path, struct mb_buf *out, struct mb_err *err)
{
	FILE *from = fopen(path, "re");
	char chunk[4096];
	size_t n;
	int rc = MB_OK;

	if (!from)
		return mb_fail(err, MB_EIO, "'%s' cannot be read: %s", path,
			       strerror(errno));
	while (out->len <= MAX_BYTES &&
	       (n = fread(chunk, 1, sizeof(chunk), from)) > 0)
		mb_buf_add(out, (struct mb_str){ chunk, n });
	if (ferror(from))
		rc = mb_fail(err, MB_EIO, "'%s' cannot be read: %s", path,
			     strerror(errno));
	else if (out->len > MAX_BYTES)
		rc = mb_fail(err, MB_ELIMIT, "'%s' is larger than %zu bytes",
			     path, MAX_BYTES);
	else if (out->has_failed)
		rc = mb_fail_nomem(err);
	fclose(from);
	return rc;
}

/* Keeps what the file at @path, or given, says; a dry run only looks. */
static int take(const struct people_files *files, struct mb_str path,
		struct mb_str text, struct mb_err *err)
{
	struct mb_str shown =
	    path.len > 0 ? MB_STR(PEOPLE_FILE_NAME) : files->given;
	enum mb_people_change change;
	int rc;

	if (!files->dry_run)
		return mb_store_put_people(files->store, path, text, err);
	rc = mb_store_try_people(files->store, path, text, &change, err);
	if (rc == MB_OK && change != MB_PEOPLE_SAME)
		report_detail(files->report, shown,
			      change == MB_PEOPLE_NEW
				  ? MB_STR("people would be resolved by it")
				  : MB_STR("it would be forgotten"));
	return rc;
}

int people_files_given(const struct people_files *files, struct mb_err *err)
{
	struct mb_buf text = MB_BUF_INIT;
	int rc = read_file(files->given.ptr, &text, err);

	if (rc == MB_OK) {
		rc = take(files, (struct mb_str){ NULL, 0 }, mb_buf_str(&text),
			  err);
		if (rc == MB_EFORMAT)
			rc = mb_err_in(err, rc, files->given);
	}
	mb_buf_release(&text);
	return rc;
}

static int take_at_root(const struct people_files *files, const char *path,
			struct mb_err *err)
{
	struct mb_buf text = MB_BUF_INIT;
	struct stat info;
	int rc = MB_OK;

	if (stat(path, &info) == 0)
		rc = read_file(path, &text, err);
	if (rc == MB_OK)
		rc = take(files, mb_str_of(path), mb_buf_str(&text), err);
	mb_buf_release(&text);
	if (rc == MB_OK || mb_code_ends_run(rc))
		return rc;
	if (rc == MB_EFORMAT)
		(void)mb_err_in(err, rc, MB_STR(PEOPLE_FILE_NAME));
	files->report->n_failed++;
	report_problem(files->report, mb_str_of(PEOPLE_FILE_NAME),
		       mb_str_of(err->msg));
	return MB_OK;
}

int people_files_at_root(const struct people_files *files, const char *root,
			 struct mb_err *err)
{
	struct mb_buf path = MB_BUF_INIT;
	char *real = realpath(root, NULL);
	struct stat info;
	int rc = MB_OK;

	if (real && stat(real, &info) == 0 && S_ISDIR(info.st_mode)) {
		mb_buf_add(&path, mb_str_of(real));
		mb_buf_add(&path, MB_STR("/" PEOPLE_FILE_NAME));
		mb_buf_add_char(&path, '\0');
		rc = path.has_failed ? mb_fail_nomem(err)
				     : take_at_root(files, path.ptr, err);
	}
	free(real);
	mb_buf_release(&path);
	return rc;
}

bool people_files_is_one(struct mb_str path)
{
	return mb_str_equal(path, MB_STR(PEOPLE_FILE_NAME));
}
