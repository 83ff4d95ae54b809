#include "fuzz/parts.h"

#include <stdint.h>

#include "fuzz/must.h"
#include "minutebook/buf.h"

/* Longer names are cut: their length has 16 bits. */
#define NAME_BYTES 1000

static const struct mb_str sign = { "@@ ", 3 };

/* --- files in a text --------------------------------------------------- */

/* Where the next line "@@ NAME" begins, or the end. */
static size_t find_sign(struct mb_str text)
{
	size_t at;

	if (mb_str_starts(text, sign))
		return 0;
	at = mb_str_find(text, MB_STR("\n@@ "));
	return at == MB_STR_NONE ? text.len : at + 1;
}

bool parts_next(struct mb_str *rest, struct part *part)
{
	if (rest->len == 0)
		return false;
	*part = (struct part){ .name = { NULL, 0 } };
	if (mb_str_starts(*rest, sign)) {
		struct mb_cut cut =
		    mb_str_cut(mb_str_drop(*rest, sign.len), '\n');

		part->name = cut.head;
		*rest = cut.tail;
	}
	part->bytes = mb_str_take(*rest, find_sign(*rest));
	*rest = mb_str_drop(*rest, part->bytes.len);
	return true;
}

/* --- an archive of them ------------------------------------------------ */

/* CRC-32 as ZIP has it, four bits at a time. */
static uint32_t checksum(struct mb_str bytes)
{
	static const uint32_t table[16] = {
		0x00000000, 0x1DB71064, 0x3B6E20C8, 0x26D930AC,
		0x76DC4190, 0x6B6B51F4, 0x4DB26158, 0x5005713C,
		0xEDB88320, 0xF00F9344, 0xD6D6A3E8, 0xCB61B38C,
		0x9B64C2B0, 0x86D3D2D4, 0xA00AE278, 0xBDBDF21C,
	};
	uint32_t sum = UINT32_MAX;

	for (size_t i = 0; i < bytes.len; i++) {
		sum ^= (unsigned char)bytes.ptr[i];
		sum = table[sum & 15] ^ (sum >> 4);
		sum = table[sum & 15] ^ (sum >> 4);
	}
	return ~sum;
}

/* Little-endian. */
static void put(struct mb_buf *out, uint32_t value, size_t n_bytes)
{
	for (; n_bytes > 0; n_bytes--, value >>= 8)
		mb_buf_add_char(out, (char)(value & 0xFF));
}

/* What both headers of a file have: version to length of the name. */
static void put_common(struct mb_buf *out, const struct part *file)
{
	put(out, 20, 2);         /* version needed */
	put(out, 0, 4);          /* flags; stored */
	put(out, 0x58000000, 4); /* a day in 2024 */
	put(out, checksum(file->bytes), 4);
	put(out, (uint32_t)file->bytes.len, 4);
	put(out, (uint32_t)file->bytes.len, 4);
	put(out, (uint32_t)file->name.len, 2);
	put(out, 0, 2); /* extra field */
}

struct archive {
	struct mb_buf files, directory;
	uint32_t n;
};

static void add_file(struct archive *archive, const struct part *file)
{
	uint32_t at = (uint32_t)archive->files.len;

	put(&archive->files, 0x04034B50, 4);
	put_common(&archive->files, file);
	mb_buf_add(&archive->files, file->name);
	mb_buf_add(&archive->files, file->bytes);
	put(&archive->directory, 0x02014B50, 4);
	put(&archive->directory, 20, 2); /* made by */
	put_common(&archive->directory, file);
	put(&archive->directory, 0, 6); /* comment, disk, attributes */
	put(&archive->directory, 0, 4);
	put(&archive->directory, at, 4);
	mb_buf_add(&archive->directory, file->name);
	archive->n++;
}

static void end_archive(struct archive *archive)
{
	uint32_t at = (uint32_t)archive->files.len;

	mb_buf_add(&archive->files, mb_buf_str(&archive->directory));
	put(&archive->files, 0x06054B50, 4);
	put(&archive->files, 0, 4); /* disks */
	put(&archive->files, archive->n, 2);
	put(&archive->files, archive->n, 2);
	put(&archive->files, (uint32_t)archive->directory.len, 4);
	put(&archive->files, at, 4);
	put(&archive->files, 0, 2); /* comment */
}

struct mb_str parts_archive(const struct part *lead, struct mb_str first,
			    struct mb_str bytes, struct mb_arena *arena)
{
	struct archive archive = { MB_BUF_INIT, MB_BUF_INIT, 0 };
	struct mb_str out = { NULL, 0 };
	struct part part;

	if (lead && lead->name.len > 0)
		add_file(&archive, lead);
	while (parts_next(&bytes, &part)) {
		if (part.name.len == 0)
			part.name = first;
		if (part.name.len > NAME_BYTES)
			part.name.len = NAME_BYTES;
		add_file(&archive, &part);
	}
	end_archive(&archive);
	must(mb_buf_move(&archive.files, arena, &out, NULL) == MB_OK,
	     "there is memory");
	mb_buf_release(&archive.files);
	mb_buf_release(&archive.directory);
	return out;
}
