#include "source.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "charset.h"
#include "sniff.h"

#include <xxhash.h>

/* --- reading ----------------------------------------------------------- */

static int read_all(int fd, size_t size, struct mb_arena *arena,
		    struct mb_str *out, struct mb_err *err)
{
	char *bytes = MB_NEW(arena, char, size + 1);
	size_t n = 0;

	if (!bytes)
		return mb_fail_nomem(err);
	while (n < size) {
		ssize_t got = read(fd, bytes + n, size - n);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return mb_fail(err, MB_EIO, "cannot be read: %s",
				       strerror(errno));
		if (got == 0)
			break; /* it has become shorter */
		n += (size_t)got;
	}
	*out = (struct mb_str){ bytes, n };
	return MB_OK;
}

static int read_open(int fd, struct mb_arena *arena, struct mb_str *out,
		     struct mb_err *err)
{
	struct stat st;

	if (fstat(fd, &st) != 0)
		return mb_fail(err, MB_EIO, "cannot be read: %s",
			       strerror(errno));
	if (!S_ISREG(st.st_mode))
		return mb_fail(err, MB_EIO, "no longer a regular file");
	if ((uintmax_t)st.st_size > SOURCE_MAX_BYTES)
		return mb_fail(err, MB_ELIMIT,
			       "%jd bytes, more than the %zu MiB that are read",
			       (intmax_t)st.st_size,
			       SOURCE_MAX_BYTES / ((size_t)1024 * 1024));
	return read_all(fd, (size_t)st.st_size, arena, out, err);
}

int source_read(const struct walk_entry *entry, struct mb_arena *arena,
		struct source *out, struct mb_err *err)
{
	struct source source = { .path = { NULL, 0 } };
	XXH128_canonical_t hash;
	int fd, rc;

	rc = mb_arena_copy(arena, entry->path, &source.path, err);
	if (rc != MB_OK)
		return rc;
	/* O_NONBLOCK: a FIFO that has taken the file's place must not hang */
	fd = openat(entry->dir, entry->name, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	if (fd < 0)
		return mb_fail(err, MB_EIO, "cannot be opened: %s",
			       strerror(errno));
	rc = read_open(fd, arena, &source.bytes, err);
	close(fd);
	if (rc != MB_OK)
		return rc;
	XXH128_canonicalFromHash(
	    &hash, XXH3_128bits(source.bytes.ptr, source.bytes.len));
	memcpy(source.hash, hash.digest, sizeof(source.hash));
	*out = source;
	return MB_OK;
}

/* --- decoding ---------------------------------------------------------- */

int source_decode(struct source *source, struct mb_arena *arena,
		  struct mb_err *err)
{
	struct decoded decoded;
	const char *binary = sniff_binary(source->bytes);
	const char *advice = sniff_advice(source->bytes);
	int rc;

	source->format = sniff_bytes(source->bytes);
	if (source->format != MB_FORMAT_UNKNOWN)
		return MB_OK;
	if (binary)
		return mb_fail(err, MB_EUNREAD, "%s: not read%s%s", binary,
			       advice ? "; " : "", advice ? advice : "");
	rc = charset_decode(source->bytes, charset_declared(source->bytes),
			    arena, &decoded, err);
	if (rc != MB_OK)
		return rc;
	if (sniff_is_garbage(decoded.text))
		return mb_fail(err, MB_EUNREAD,
			       "binary data of no known "
			       "format: not read");
	source->text = decoded.text;
	source->charset = decoded.charset;
	source->was_repaired = decoded.was_repaired;
	source->format = sniff_text(decoded.text);
	return MB_OK;
}
