#include "bundle.h"

#include <stdlib.h>

#include "file.h"
#include "package.h"

struct member {
	struct mb_str name;
	uint64_t index; /* in the package */
};

struct bundle {
	struct mb_arena arena; /* the archive's bytes */
	struct package *package;
	struct member *members; /* by name */
	size_t n, next;
	size_t n_bytes; /* inflated so far */
};

bool bundle_is_named(const char *name)
{
	struct mb_cut cut = mb_str_cut_last(mb_str_of(name), '.');

	return cut.found && mb_str_equal_nocase(cut.tail, MB_STR("zip"));
}

/* --- opening ----------------------------------------------------------- */

static int compare_members(const void *a, const void *b)
{
	const struct member *x = a, *y = b;
	int order = mb_str_compare(x->name, y->name);

	return order != 0 ? order
			  : (x->index > y->index) - (x->index < y->index);
}

/* Files that say that an archive is a document of another program. */
static bool is_document(struct package *package)
{
	static const char *const signs[] = { "[Content_Types].xml", "mimetype",
					     "META-INF/MANIFEST.MF",
					     "META-INF/manifest.xml" };

	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		if (package_has(package, signs[i]))
			return true;
	return false;
}

static int list_members(struct bundle *bundle, struct mb_err *err)
{
	uint64_t n = package_count(bundle->package);

	bundle->members = MB_NEW(&bundle->arena, struct member, (size_t)n + 1);
	if (!bundle->members)
		return mb_fail_nomem(err);
	for (uint64_t i = 0; i < n; i++) {
		struct mb_str name = package_name(bundle->package, i);

		if (name.len > 0 && !mb_str_ends(name, MB_STR("/")))
			bundle->members[bundle->n++] =
			    (struct member){ name, i };
	}
	if (bundle->n > 1)
		qsort(bundle->members, bundle->n, sizeof(*bundle->members),
		      compare_members);
	return MB_OK;
}

int bundle_open(int dir, const char *name, struct bundle **out,
		struct mb_err *err)
{
	struct bundle *bundle = calloc(1, sizeof(*bundle));
	struct mb_str bytes;
	int rc;

	*out = NULL;
	if (!bundle)
		return mb_fail_nomem(err);
	rc = file_read(dir, name, &bundle->arena, &bytes, err);
	if (rc == MB_OK && !mb_str_starts(bytes, MB_STR("PK"))) {
		bundle_close(bundle); /* whatever its name says */
		return MB_OK;
	}
	if (rc == MB_OK)
		rc = package_open(bytes, &bundle->package, err);
	if (rc == MB_OK && is_document(bundle->package)) {
		bundle_close(bundle);
		return MB_OK;
	}
	if (rc == MB_OK)
		rc = list_members(bundle, err);
	if (rc != MB_OK) {
		bundle_close(bundle);
		return rc;
	}
	*out = bundle;
	return MB_OK;
}

void bundle_close(struct bundle *bundle)
{
	if (!bundle)
		return;
	package_close(bundle->package);
	mb_arena_release(&bundle->arena);
	free(bundle);
}

/* --- its files --------------------------------------------------------- */

/* Why a file of this name is not read, or NULL. */
static const char *reason_of(struct mb_str name)
{
	struct mb_str rest = name;

	if (mb_str_ends(name, MB_STR(".zip")) ||
	    mb_str_ends(name, MB_STR(".ZIP")))
		return "an archive inside of an archive";
	while (rest.len > 0) {
		struct mb_cut cut = mb_str_cut(rest, '/');

		if (cut.head.len == 0 || mb_str_equal(cut.head, MB_STR("..")))
			return "not a name of a file in an archive";
		if (cut.head.ptr[0] == '.' ||
		    mb_str_equal(cut.head, MB_STR("__MACOSX")))
			return "hidden";
		rest = cut.tail;
	}
	return NULL;
}

bool bundle_next(struct bundle *bundle, struct mb_str *name,
		 const char **reason)
{
	if (bundle->next == bundle->n)
		return false;
	*name = bundle->members[bundle->next++].name;
	*reason = reason_of(*name);
	if (bundle->next > 1 &&
	    mb_str_equal(*name, bundle->members[bundle->next - 2].name))
		*reason = "a second file of the same name";
	return true;
}

int bundle_read(struct bundle *bundle, struct mb_arena *arena,
		struct mb_str *out, struct mb_err *err)
{
	int rc = package_read_at(bundle->package,
				 bundle->members[bundle->next - 1].index, arena,
				 out, err);

	if (rc != MB_OK)
		return rc;
	bundle->n_bytes += out->len;
	if (bundle->n_bytes > BUNDLE_MAX_BYTES)
		return mb_fail(err, MB_ELIMIT,
			       "in an archive of more than %zu MiB, inflated",
			       BUNDLE_MAX_BYTES / ((size_t)1024 * 1024));
	return MB_OK;
}
