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
	const char *const words[] = { "12:30",       "O'Brien", "£5,000",
				      "50%",         "a/b",     "S.106",
				      "anti-racism", "C++",     "https://x" };

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		struct token token = token_of(words[i]);

		cr_expect(eq(int, token.kind, TOKEN_WORD), "%s", words[i]);
		text_expect(token.text, words[i], "the word");
	}
}
