#include "lex.h"

#include "support/text.h"

TestSuite(lex);

static struct token token_of(const char *query)
{
	struct lexer lexer = lex_of(mb_str_of(query));
	struct token token;
	struct mb_err err;

	cr_assert(lex_next(&lexer, &token, &err) == MB_OK, "%s", err.msg);
	return token;
}

Test(lex, takes_what_people_type_as_data)
{
	static const char *const words[] = {
		"12:30",
		"O'Brien",
		"\xC2\xA3"
		"5,000",
		"50%",
		"a/b",
		"S.106",
		"C++",
		"https://x",
		"anti-racism",
		"=",
		"-",
		"--a",
		"*",
		"~",
		"~1",
		"a~b",
		"a~100",
		"NEAR/x",
		"NEAR/",
		"and",
		"or",
		"AND,",
		"\xF0\x9F\x98\x80",
		"#2",
		"@home",
		"a;b",
		"x'); DROP TABLE item; --",
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		struct token token = token_of(words[i]);
		size_t n = mb_str_find_char(mb_str_of(words[i]), ' ');

		cr_expect(eq(int, token.kind, TOKEN_WORD), "%s", words[i]);
		cr_expect(eq(int, token.distance, -1), "%s", words[i]);
		cr_expect(token.is_prefix == false && token.is_exact == false,
			  "%s", words[i]);
		if (n == MB_STR_NONE)
			text_expect(token.text, words[i], "the word");
	}
}

Test(lex, reads_the_signs_on_words_and_phrases)
{
	static const struct {
		const char *query, *text;
		enum token_kind kind;
		bool is_exact, is_prefix, is_unclosed;
		int distance;
	} cases[] = {
		{ "=word", "word", TOKEN_WORD, true, false, false, -1 },
		{ "==word", "=word", TOKEN_WORD, true, false, false, -1 },
		{ "word*", "word", TOKEN_WORD, false, true, false, -1 },
		{ "word***", "word", TOKEN_WORD, false, true, false, -1 },
		{ "**", "*", TOKEN_WORD, false, true, false, -1 },
		{ "=word*", "word", TOKEN_WORD, true, true, false, -1 },
		{ "word~", "word", TOKEN_WORD, false, false, false, 1 },
		{ "word~2", "word", TOKEN_WORD, false, false, false, 2 },
		{ "=AND", "AND", TOKEN_WORD, true, false, false, -1 },
		{ "AND*", "AND", TOKEN_WORD, false, true, false, -1 },
		{ "\"a b\"", "a b", TOKEN_PHRASE, false, false, false, -1 },
		{ "\"a b\"~5", "a b", TOKEN_PHRASE, false, false, false, 5 },
		{ "\"a b\"*", "a b", TOKEN_PHRASE, false, true, false, -1 },
		{ "=\"a b\"", "a b", TOKEN_PHRASE, true, false, false, -1 },
		{ "\"a b", "a b", TOKEN_PHRASE, false, false, true, -1 },
		{ "\"", "", TOKEN_PHRASE, false, false, true, -1 },
		{ "\"\"", "", TOKEN_PHRASE, false, false, false, -1 },
		{ "\xE2\x80\x9C"
		  "a b\xE2\x80\x9D",
		  "a b", TOKEN_PHRASE, false, false, false, -1 },
		{ "\"AND\"", "AND", TOKEN_PHRASE, false, false, false, -1 },
		{ "AND", "AND", TOKEN_AND, false, false, false, -1 },
		{ "OR", "OR", TOKEN_OR, false, false, false, -1 },
		{ "NOT", "NOT", TOKEN_NOT, false, false, false, -1 },
		{ "NEAR", "NEAR", TOKEN_NEAR, false, false, false, -1 },
		{ "NEAR/3", "NEAR/3", TOKEN_NEAR, false, false, false, 3 },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct token token = token_of(cases[i].query);
		const char *query = cases[i].query;

		cr_expect(eq(int, token.kind, cases[i].kind), "%s", query);
		text_expect(token.text, cases[i].text, query);
		cr_expect(token.is_exact == cases[i].is_exact, "%s", query);
		cr_expect(token.is_prefix == cases[i].is_prefix, "%s", query);
		cr_expect(token.is_unclosed == cases[i].is_unclosed, "%s",
			  query);
		cr_expect(eq(int, token.distance, cases[i].distance), "%s",
			  query);
	}
}

/* Kinds of the tokens of a query, a letter each. */
static const char *kinds(const char *query)
{
	static char out[64];
	static const char letters[] = "$wpf()&|-~";
	struct lexer lexer = lex_of(mb_str_of(query));
	struct token token = { .kind = TOKEN_AND };
	size_t n = 0;

	while (token.kind != TOKEN_END && n + 1 < sizeof(out)) {
		struct mb_err err;

		if (lex_next(&lexer, &token, &err) != MB_OK) {
			out[n++] = '!';
			break;
		}
		out[n++] = letters[token.kind];
	}
	out[n] = '\0';
	return out;
}

Test(lex, cuts_queries_into_tokens)
{
	static const struct {
		const char *query, *want;
	} cases[] = {
		{ "", "$" },
		{ " \t\n", "$" },
		{ "a b", "ww$" },
		{ "a\xC2\xA0"
		  "b",
		  "ww$" }, /* no-break space */
		{ "a\xE3\x80\x80"
		  "b",
		  "ww$" }, /* ideographic space */
		{ "a -b", "w-w$" },
		{ "a - b", "www$" },
		{ "a --b", "ww$" },
		{ "a-b", "w$" },
		{ "-\"a b\"", "-p$" },
		{ "-(a|b)", "-(w|w)$" },
		{ "(a -)", "(ww)$" },
		{ "(a =)", "(ww)$" },
		{ "=(a)", "w(w)$" },
		{ "a|b", "w|w$" },
		{ "a\"b\"c", "wpw$" },
		{ "(iii)", "(w)$" },
		{ "speaker:x", "fw$" },
		{ "SPEAKER:x", "fw$" },
		{ "by:x", "fw$" },
		{ "-speaker:x", "-fw$" },
		{ "speaker:-x", "fw$" },
		{ "speaker:AND", "fw$" },
		{ "speaker:\"a b\" c", "fpw$" },
		{ "speaker:(a OR b)", "f(w|w)$" },
		{ "=speaker:x", "w$" },
		{ "speaker:mentions:x", "fw$" },
		{ "title:=x", "fw$" },
		{ "x NEAR/5 y", "w~w$" },
		{ "(foo:)", "(w)$" },
		{ "Smith: asked", "ww$" },
		/* these are slips */
		{ "speaker:", "!" },
		{ "speaker: x", "!" },
		{ "a speaker:) b", "w!" },
		{ "spekaer:x", "!" },
		{ "foo:bar", "!" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		text_expect(mb_str_of(kinds(cases[i].query)), cases[i].want,
			    cases[i].query);
}

Test(lex, tells_where_a_field_is_wrong)
{
	struct lexer lexer = lex_of(MB_STR("(spekaer:okafor)"));
	struct token token;
	struct mb_err err;

	cr_assert(eq(int, lex_next(&lexer, &token, &err), MB_OK));
	cr_assert(eq(int, lex_next(&lexer, &token, &err), MB_EUSAGE));
	cr_expect(eq(sz, lexer.fail_start, 1));
	cr_expect(eq(sz, lexer.fail_end, 9));
	text_expect(mb_str_of(err.msg),
		    "there is no field 'spekaer' (did you mean 'speaker:'?): "
		    "quote it to search for the text",
		    "the message");
}

/* Tokens of any bytes lie in the query, in order, and it comes to an end. */
Test(lex, gets_through_any_bytes)
{
	static const char bytes[] = "a\0\"=-~*()|: \x80\xC3\xE2\x80\x9CNOR/1";
	unsigned long seed = 7;

	for (int round = 0; round < 3000; round++) {
		char query[24];
		struct lexer lexer = lex_of(
		    (struct mb_str){ query, (size_t)round % sizeof(query) });
		struct token token = { .kind = TOKEN_AND };
		struct mb_err err;
		size_t last = 0;
		int n = 0;

		for (size_t i = 0; i < sizeof(query); i++) {
			seed =
			    seed * 6364136223846793005u + 1442695040888963407u;
			query[i] = bytes[(seed >> 33) % (sizeof(bytes) - 1)];
		}
		while (token.kind != TOKEN_END) {
			if (lex_next(&lexer, &token, &err) != MB_OK)
				break;
			cr_assert(token.start >= last &&
				  token.end >= token.start &&
				  token.end <= lexer.query.len);
			last = token.end;
			cr_assert(lt(int, n++, 30), "it does not end");
		}
	}
}
