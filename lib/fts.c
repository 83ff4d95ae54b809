#include "minutebook/fts.h"

#include <stdlib.h>
#include <string.h>

#include "minutebook/terms.h"

/* An instance of the tokenizer: FTS5 makes one for each table. */
struct tokenizer {
	struct mb_splitter *splitter;
	struct mb_fts_listener *listener;
};

typedef int (*token_callback)(void *context, int flags, const char *token,
			      int n_token, int start, int end);

/* --- documents --------------------------------------------------------- */

/* Longer compounds are nobody's spelling of one word. */
#define MAX_COMPOUND_PARTS 4

struct compound {
	char joined[MB_TERM_MAX_BYTES];
	char parts[MB_TERM_MAX_BYTES + MAX_COMPOUND_PARTS];
	size_t n_joined, n_parts, count;
	bool is_too_long;
};

static void compound_add(struct compound *c, struct mb_str word)
{
	if (c->n_joined + word.len > sizeof(c->joined) ||
	    c->count == MAX_COMPOUND_PARTS) {
		c->is_too_long = true;
		return;
	}
	if (c->count++ > 0)
		c->parts[c->n_parts++] = ' ';
	memcpy(c->joined + c->n_joined, word.ptr, word.len);
	memcpy(c->parts + c->n_parts, word.ptr, word.len);
	c->n_joined += word.len;
	c->n_parts += word.len;
}

/* Tells of each run of terms that hyphens tie together. */
static void tell_compounds(const struct mb_fts_listener *listener,
			   const struct mb_terms *terms)
{
	struct compound c = { .count = 0 };

	for (size_t i = 0; i < terms->n; i++) {
		const struct mb_term *term = &terms->items[i];

		if (term->flags & MB_TERM_ALSO)
			continue;
		if ((term->flags & MB_TERM_HYPHEN) || c.count > 0)
			compound_add(&c, term->word);
		if (term->flags & MB_TERM_HYPHEN)
			continue;
		if (c.count > 1 && !c.is_too_long)
			listener->compound(
			    listener->user,
			    (struct mb_str){ c.joined, c.n_joined },
			    (struct mb_str){ c.parts, c.n_parts });
		c = (struct compound){ .count = 0 };
	}
}

static void tell(const struct mb_fts_listener *listener,
		 const struct mb_terms *terms)
{
	for (size_t i = 0; i < terms->n; i++)
		listener->word(listener->user, terms->items[i].word);
	tell_compounds(listener, terms);
}

static int tokenize_text(struct tokenizer *tokenizer, struct mb_str text,
			 bool is_query, void *context, token_callback callback)
{
	struct mb_terms terms;
	int rc = mb_split(tokenizer->splitter, text, &terms, NULL);

	if (rc != MB_OK)
		return SQLITE_NOMEM;
	rc = SQLITE_OK;
	for (size_t i = 0; i < terms.n && rc == SQLITE_OK; i++) {
		const struct mb_term *term = &terms.items[i];
		bool is_also = term->flags & MB_TERM_ALSO;

		if (is_also && is_query)
			continue;
		rc = callback(context, is_also ? FTS5_TOKEN_COLOCATED : 0,
			      term->word.ptr, (int)term->word.len,
			      (int)term->start, (int)term->end);
	}
	if (!is_query && rc == SQLITE_OK && tokenizer->listener &&
	    tokenizer->listener->is_on)
		tell(tokenizer->listener, &terms);
	return rc;
}

/* --- queries ----------------------------------------------------------- */

static int tokenize_literal(struct mb_str text, void *context,
			    token_callback callback)
{
	int rc = SQLITE_OK;

	while (text.len > 0 && rc == SQLITE_OK) {
		struct mb_cut place = mb_str_cut(text, MB_FTS_PLACE);
		int flags = 0;

		text = place.tail;
		while (place.head.len > 0 && rc == SQLITE_OK) {
			struct mb_cut word =
			    mb_str_cut(place.head, MB_FTS_SAME);

			rc = callback(context, flags, word.head.ptr,
				      (int)word.head.len, 0, 0);
			flags = FTS5_TOKEN_COLOCATED;
			place.head = word.tail;
		}
	}
	return rc;
}

/* --- FTS5's interface -------------------------------------------------- */

static void delete_tokenizer(Fts5Tokenizer *fts5)
{
	struct tokenizer *tokenizer = (struct tokenizer *)fts5;

	if (!tokenizer)
		return;
	mb_splitter_free(tokenizer->splitter);
	free(tokenizer);
}

static int create_tokenizer(void *listener, const char **args, int n_args,
			    Fts5Tokenizer **out)
{
	struct tokenizer *tokenizer;

	(void)args;
	if (n_args > 0)
		return SQLITE_ERROR;
	tokenizer = malloc(sizeof(*tokenizer));
	if (!tokenizer)
		return SQLITE_NOMEM;
	tokenizer->listener = listener;
	tokenizer->splitter = mb_splitter_new();
	if (!tokenizer->splitter) {
		free(tokenizer);
		return SQLITE_NOMEM;
	}
	*out = (Fts5Tokenizer *)tokenizer;
	return SQLITE_OK;
}

static int tokenize(Fts5Tokenizer *fts5, void *context, int flags,
		    const char *text, int n_text, token_callback callback)
{
	struct tokenizer *tokenizer = (struct tokenizer *)fts5;
	struct mb_str s = { text, n_text > 0 ? (size_t)n_text : 0 };
	bool is_query = (flags & FTS5_TOKENIZE_QUERY) != 0;

	if (is_query && mb_str_starts(s, MB_STR(MB_FTS_LITERAL)))
		return tokenize_literal(mb_str_drop(s, 1), context, callback);
	return tokenize_text(tokenizer, s, is_query, context, callback);
}

static void match(const Fts5ExtensionApi *api, Fts5Context *fts,
		  sqlite3_context *result, int n_args, sqlite3_value **args)
{
	struct mb_match *out =
	    n_args == 1 ? sqlite3_value_pointer(args[0], MB_MATCH_POINTER)
			: NULL;
	int n = api->xPhraseCount(fts);

	if (!out) {
		sqlite3_result_error(result, "mb_match() is Minutebook's own",
				     -1);
		return;
	}
	if (n > MB_FTS_MAX_PHRASES)
		n = MB_FTS_MAX_PHRASES;
	out->n_phrases = n;
	for (int i = 0; i < n; i++) {
		Fts5PhraseIter at;
		int column, offset;

		memset(out->count[i], 0, sizeof(out->count[i]));
		for (api->xPhraseFirst(fts, i, &at, &column, &offset);
		     column >= 0; api->xPhraseNext(fts, &at, &column, &offset))
			if (column < MB_FTS_COLUMNS)
				out->count[i][column]++;
	}
	sqlite3_result_int(result, 1);
}

/* The way FTS5 hands out its interface. */
static fts5_api *find_api(sqlite3 *db)
{
	fts5_api *api = NULL;
	sqlite3_stmt *stmt = NULL;

	if (sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &stmt, NULL) ==
	    SQLITE_OK) {
		sqlite3_bind_pointer(stmt, 1, &api, "fts5_api_ptr", NULL);
		if (sqlite3_step(stmt) != SQLITE_ROW)
			api = NULL;
	}
	sqlite3_finalize(stmt);
	return api;
}

int mb_fts_register(sqlite3 *db, struct mb_fts_listener *listener,
		    struct mb_err *err)
{
	fts5_tokenizer tokenizer = { create_tokenizer, delete_tokenizer,
				     tokenize };
	fts5_api *api = find_api(db);
	int rc;

	if (!api && sqlite3_errcode(db) == SQLITE_NOMEM)
		return mb_fail_nomem(err);
	if (!api)
		return mb_fail(err, MB_ESTORE,
			       "this SQLite was built without FTS5");
	rc = api->xCreateTokenizer(api, "minutebook", listener, &tokenizer,
				   NULL);
	if (rc == SQLITE_OK)
		rc = api->xCreateFunction(api, "mb_match", NULL, match, NULL);
	if (rc == SQLITE_NOMEM)
		return mb_fail_nomem(err);
	if (rc != SQLITE_OK)
		return mb_fail(err, MB_ESTORE, "FTS5: %s", sqlite3_errstr(rc));
	return MB_OK;
}
