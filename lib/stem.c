#include "minutebook/stem.h"

#include <stdbool.h>
#include <stdlib.h>

#include "minutebook/terms.h"
#include "minutebook/text.h"

#include <libstemmer.h>

struct mb_stemmer {
	struct sb_stemmer *snowball;
};

struct mb_stemmer *mb_stemmer_new(void)
{
	struct mb_stemmer *stemmer = malloc(sizeof(*stemmer));

	if (!stemmer)
		return NULL;
	stemmer->snowball = sb_stemmer_new("english", "UTF_8");
	if (!stemmer->snowball) {
		free(stemmer);
		return NULL;
	}
	return stemmer;
}

void mb_stemmer_free(struct mb_stemmer *stemmer)
{
	if (!stemmer)
		return;
	sb_stemmer_delete(stemmer->snowball);
	free(stemmer);
}

static bool is_stemmable(struct mb_str word)
{
	if (word.len < 3 || word.len > MB_TERM_MAX_BYTES)
		return false;
	for (size_t i = 0; i < word.len; i++)
		if (!mb_is_lower(word.ptr[i]))
			return false;
	return true;
}

int mb_stem(struct mb_stemmer *stemmer, struct mb_str word, struct mb_str *stem,
	    struct mb_err *err)
{
	const sb_symbol *out;

	if (!is_stemmable(word)) {
		*stem = word;
		return MB_OK;
	}
	out = sb_stemmer_stem(stemmer->snowball, (const sb_symbol *)word.ptr,
			      (int)word.len);
	if (!out)
		return mb_fail_nomem(err);
	*stem = (struct mb_str){ (const char *)out,
				 (size_t)sb_stemmer_length(stemmer->snowball) };
	return MB_OK;
}
