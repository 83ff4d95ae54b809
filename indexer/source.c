#include "source.h"

#include <string.h>

#include "bundle.h"
#include "charset.h"
#include "file.h"
#include "sniff.h"

#include <xxhash.h>

/* --- reading ----------------------------------------------------------- */

int source_read(const struct walk_entry *entry, struct mb_arena *arena,
		struct source *out, struct mb_err *err)
{
	struct source source = { .path = { NULL, 0 } };
	XXH128_canonical_t hash;
	int rc = mb_arena_copy(arena, entry->path, &source.path, err);

	if (rc == MB_OK && entry->bundle)
		rc = bundle_read(entry->bundle, arena, &source.bytes, err);
	else if (rc == MB_OK)
		rc = file_read(entry->dir, entry->name, arena, &source.bytes,
			       err);
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
	if (source->bytes.len > SOURCE_MAX_TEXT_BYTES)
		return mb_fail(err, MB_ELIMIT,
			       "%zu bytes of text, more than the %zu MiB that "
			       "are read",
			       source->bytes.len,
			       SOURCE_MAX_TEXT_BYTES / ((size_t)1024 * 1024));
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
