#include "source.h"

#include <string.h>

#include "bundle.h"
#include "charset.h"
#include "embedded.h"
#include "file.h"
#include "sniff.h"

#include <xxhash.h>

/* --- reading ----------------------------------------------------------- */

static void take_hash(struct source *source)
{
	XXH128_canonical_t hash;

	XXH128_canonicalFromHash(
	    &hash, XXH3_128bits(source->bytes.ptr, source->bytes.len));
	memcpy(source->hash, hash.digest, sizeof(source->hash));
}

/* How many bytes are left of a text without what is embedded in it. */
static size_t length_without(struct mb_str bytes)
{
	struct embedded text = { .rest = bytes };
	struct mb_str kept;
	size_t n = 0;

	if (sniff_binary(bytes) || sniff_bytes(bytes) != MB_FORMAT_UNKNOWN)
		return bytes.len;
	while (embedded_next(&text, &kept))
		n += kept.len;
	return n;
}

/*
 * Moves the bytes from the arena @raw to @arena, or a copy of what is left of
 * them: a page with pictures in it is not held while it is parsed.
 */
static int keep(struct source *source, struct mb_arena *raw,
		struct mb_arena *arena, struct mb_err *err)
{
	size_t n = length_without(source->bytes);
	struct embedded text = { .rest = source->bytes };
	struct mb_str kept;
	char *bytes;

	if (n == source->bytes.len) {
		mb_arena_adopt(arena, raw);
		return MB_OK;
	}
	bytes = MB_NEW(arena, char, n + 1);
	if (!bytes)
		return mb_fail_nomem(err);
	source->bytes = (struct mb_str){ bytes, n };
	for (; embedded_next(&text, &kept); bytes += kept.len)
		memcpy(bytes, kept.ptr, kept.len);
	return MB_OK;
}

int source_read(const struct walk_entry *entry, struct mb_arena *arena,
		struct source *out, struct mb_err *err)
{
	struct source source = { .path = { NULL, 0 } };
	struct mb_arena raw = MB_ARENA_INIT;
	int rc = mb_arena_copy(arena, entry->path, &source.path, err);

	if (rc == MB_OK && entry->bundle)
		rc = bundle_read(entry->bundle, &raw, &source.bytes, err);
	else if (rc == MB_OK)
		rc = file_read(entry->dir, entry->name, &raw, &source.bytes,
			       err);
	if (rc == MB_OK) {
		take_hash(&source);
		rc = keep(&source, &raw, arena, err);
	}
	mb_arena_release(&raw);
	if (rc == MB_OK)
		*out = source;
	return rc;
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
