#include "package.h"

#include <stdlib.h>

#include "minutebook/buf.h"

#include <zip.h>

struct package {
	zip_t *zip;
	struct mb_str bytes;
	size_t n_read; /* inflated, of the files read by name */
};

/* --- opening ----------------------------------------------------------- */

static int fail_open(const zip_error_t *error, struct mb_err *err)
{
	if (zip_error_code_zip(error) == ZIP_ER_MEMORY)
		return mb_fail_nomem(err);
	return mb_fail(err, MB_EFORMAT, "a broken ZIP file: %s",
		       zip_error_strerror((zip_error_t *)(uintptr_t)error));
}

static int open_zip(struct package *package, struct mb_err *err)
{
	zip_error_t error;
	zip_source_t *source;
	int rc = MB_OK;

	zip_error_init(&error);
	source = zip_source_buffer_create(package->bytes.ptr,
					  package->bytes.len, 0, &error);
	if (source)
		package->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
	if (!package->zip) {
		rc = fail_open(&error, err);
		zip_source_free(source);
	}
	zip_error_fini(&error);
	return rc;
}

int package_open(struct mb_str bytes, struct package **out, struct mb_err *err)
{
	struct package *package = calloc(1, sizeof(*package));
	int rc;

	if (!package)
		return mb_fail_nomem(err);
	package->bytes = bytes;
	rc = open_zip(package, err);
	if (rc == MB_OK && package_count(package) > PACKAGE_MAX_ENTRIES)
		rc = mb_fail(err, MB_ELIMIT, "a ZIP file of more than %d files",
			     PACKAGE_MAX_ENTRIES);
	if (rc != MB_OK) {
		package_close(package);
		return rc;
	}
	*out = package;
	return MB_OK;
}

void package_close(struct package *package)
{
	if (!package)
		return;
	if (package->zip)
		zip_discard(package->zip);
	free(package);
}

uint64_t package_count(const struct package *package)
{
	zip_int64_t n = zip_get_num_entries(package->zip, 0);

	return n > 0 ? (uint64_t)n : 0;
}

struct mb_str package_name(struct package *package, uint64_t index)
{
	return mb_str_of(zip_get_name(package->zip, index, ZIP_FL_ENC_RAW));
}

bool package_has(struct package *package, const char *name)
{
	return zip_name_locate(package->zip, name, 0) >= 0;
}

/* --- reading ----------------------------------------------------------- */

static int fail_read(zip_error_t *error, struct mb_err *err)
{
	if (zip_error_code_zip(error) == ZIP_ER_MEMORY)
		return mb_fail_nomem(err);
	if (zip_error_code_zip(error) == ZIP_ER_NOPASSWD)
		return mb_fail(err, MB_EUNREAD,
			       "encrypted: it needs a password to be read");
	return mb_fail(err, MB_EFORMAT, "a broken ZIP file: %s",
		       zip_error_strerror(error));
}

static int fail_large(struct mb_err *err)
{
	return mb_fail(err, MB_ELIMIT, "what is in it is larger than %zu MiB",
		       PACKAGE_MAX_BYTES / ((size_t)1024 * 1024));
}

/* @n_packed is how many bytes the file has in the archive. */
static int check_size(size_t n, size_t n_packed, struct mb_err *err)
{
	if (n > PACKAGE_MAX_BYTES)
		return fail_large(err);
	if (n > PACKAGE_FREE_BYTES && n / PACKAGE_MAX_RATIO > n_packed)
		return mb_fail(err, MB_ELIMIT,
			       "a file in it inflates more than %d times: "
			       "no document does",
			       PACKAGE_MAX_RATIO);
	return MB_OK;
}

static int inflate_all(zip_file_t *file, size_t n_packed, struct mb_buf *out,
		       struct mb_err *err)
{
	char bytes[16384];
	zip_int64_t n;
	int rc = MB_OK;

	while (rc == MB_OK && (n = zip_fread(file, bytes, sizeof(bytes))) > 0) {
		mb_buf_add(out, (struct mb_str){ bytes, (size_t)n });
		rc = out->has_failed ? mb_fail_nomem(err)
				     : check_size(out->len, n_packed, err);
	}
	if (rc == MB_OK && n < 0)
		return fail_read(zip_file_get_error(file), err);
	return rc;
}

int package_read_at(struct package *package, uint64_t index,
		    struct mb_arena *arena, struct mb_str *out,
		    struct mb_err *err)
{
	struct mb_buf bytes = MB_BUF_INIT;
	/* what it says it has is believed as far as there are bytes */
	size_t n_packed = package->bytes.len;
	zip_file_t *file;
	zip_stat_t st;
	int rc;

	if (zip_stat_index(package->zip, index, 0, &st) == 0 &&
	    (st.valid & ZIP_STAT_COMP_SIZE) && st.comp_size < n_packed)
		n_packed = (size_t)st.comp_size;
	file = zip_fopen_index(package->zip, index, 0);
	if (!file)
		return fail_read(zip_get_error(package->zip), err);
	rc = inflate_all(file, n_packed, &bytes, err);
	zip_fclose(file);
	if (rc == MB_OK)
		rc = mb_buf_move(&bytes, arena, out, err);
	mb_buf_release(&bytes);
	return rc;
}

int package_read(struct package *package, const char *name,
		 struct mb_arena *arena, struct mb_str *out, struct mb_err *err)
{
	zip_int64_t index = zip_name_locate(package->zip, name, 0);
	int rc = MB_OK;

	*out = (struct mb_str){ NULL, 0 };
	if (index >= 0)
		rc = package_read_at(package, (uint64_t)index, arena, out, err);
	package->n_read += rc == MB_OK ? out->len : 0;
	if (package->n_read > PACKAGE_MAX_BYTES)
		return fail_large(err);
	return rc;
}

/* --- telling archives apart -------------------------------------------- */

/* OpenDocument says what it is in its first file, "mimetype". */
#define MIMETYPE_WITHIN 200

static bool says_odt(struct mb_str bytes)
{
	if (bytes.len > MIMETYPE_WITHIN)
		bytes.len = MIMETYPE_WITHIN;
	return mb_str_find(bytes, MB_STR("opendocument.text")) != MB_STR_NONE;
}

enum mb_format package_format(struct mb_str bytes)
{
	enum mb_format format = MB_FORMAT_UNKNOWN;
	struct package *package = NULL;

	if (!mb_str_starts(bytes, MB_STR("PK\3\4")) ||
	    package_open(bytes, &package, NULL) != MB_OK || !package)
		return MB_FORMAT_UNKNOWN;
	if (package_has(package, "word/document.xml"))
		format = MB_FORMAT_DOCX;
	else if (package_has(package, "content.xml") && says_odt(bytes))
		format = MB_FORMAT_ODT;
	package_close(package);
	return format;
}
