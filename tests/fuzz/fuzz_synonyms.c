/*
 * fuzz_synonyms.c - any bytes as a file of synonyms
 */
#include <unistd.h>

#include "fuzz/files.h"
#include "fuzz/must.h"
#include "synonyms.h"

/* Every member finds its group, as the words that it is made of. */
static void check_found(const struct synonyms *synonyms, size_t group,
			struct mb_str member)
{
	struct mb_str words[SYNONYMS_MAX_WORDS];
	const struct synonym_group *found;
	size_t n = 0, next = 0;

	while (member.len > 0) {
		struct mb_cut cut = mb_str_cut(member, ' ');

		must(n < SYNONYMS_MAX_WORDS, "a member has so many words");
		must(cut.head.len > 0, "one blank stands between words");
		words[n++] = cut.head;
		member = cut.tail;
	}
	do {
		found = synonyms_find(synonyms, words, n, true, next, &next);
		must(found != NULL, "a member finds its group");
	} while (found != &synonyms->groups[group]);
}

static void check_group(const struct synonyms *synonyms, size_t i)
{
	const struct synonym_group *group = &synonyms->groups[i];

	must(group->n >= 2 && group->n <= SYNONYMS_MAX_MEMBERS,
	     "a group has so many members");
	for (size_t k = 0; k < group->n; k++) {
		must(group->members[k].len > 0, "a member is something");
		must_be_clean(group->members[k], false, "a member is clean");
		check_found(synonyms, i, group->members[k]);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct mb_str text = { (const char *)bytes, n };
	struct mb_arena arena = MB_ARENA_INIT;
	struct mb_err err = { .code = MB_OK };
	struct synonyms own, all;
	char path[FILE_PATH_BYTES];
	int fd = file_make(text, path);

	must_work(synonyms_read(NULL, &arena, &own, &err), &err);
	if (synonyms_read(path, &arena, &all, &err) != MB_OK) {
		must_be_told(&err, 1u << -MB_EFORMAT,
			     mb_str_count(text, '\n') + 1);
	} else {
		must(all.n >= own.n, "the list's own groups stay");
		for (size_t i = own.n; i < all.n; i++)
			check_group(&all, i);
	}
	close(fd);
	mb_arena_release(&arena);
	return 0;
}
