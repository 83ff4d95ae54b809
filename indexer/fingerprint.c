#include "fingerprint.h"

#include <string.h>
#include <time.h>

#include "child.h"

/* A file changed so recently may change again within the same time stamp. */
#define RACY_NS ((int64_t)2 * 1000000000)

static int64_t now_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_REALTIME, &t);
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

struct mb_store_file fingerprint_of(int64_t root,
				    const struct walk_entry *entry)
{
	struct mb_store_file file = {
		.root = root,
		.path = entry->path,
		.size_bytes = entry->size_bytes,
		.mtime_ns = entry->mtime_ns,
		.ctime_ns = entry->ctime_ns,
		.inode = entry->inode,
	};

	if (now_ns() - entry->ctime_ns < RACY_NS)
		file.ctime_ns = -1; /* look at its content next time */
	return file;
}

/* It failed for want of a program, which may be there now. */
static bool may_be_read_now(const struct mb_store_known *known)
{
	return known->is_failed &&
	       mb_str_find(mb_str_of(known->failure.msg),
			   MB_STR(CHILD_MISSING)) != MB_STR_NONE;
}

bool fingerprint_is_untouched(const struct mb_store_known *known,
			      const struct walk_entry *entry)
{
	return known->is_known && known->is_current &&
	       !may_be_read_now(known) &&
	       known->size_bytes == entry->size_bytes &&
	       known->mtime_ns == entry->mtime_ns &&
	       known->ctime_ns == entry->ctime_ns &&
	       known->inode == entry->inode;
}

bool fingerprint_is_same_content(const struct mb_store_known *known,
				 const struct source *source)
{
	return known->is_known && known->is_current && known->has_hash &&
	       !may_be_read_now(known) &&
	       memcmp(known->hash, source->hash, sizeof(known->hash)) == 0;
}
