/* The index as the programs that search it see it. */
#include "minutebook/store_read.h"

#include "minutebook/fts.h"
#include "support/fault.h"
#include "support/index.h"
#include "support/sample.h"
#include "support/text.h"

static struct mb_reader *reader;
static struct mb_arena arena;

#define FILE_NAME "withy-green/2019-07-09.txt"

static void fill(void)
{
	struct index index = index_open("a.db");

	index_put(&index, FILE_NAME, sample_minutes());
	index_close(&index);
}

static void begin(void)
{
	struct mb_err err = { 0 };

	scratch_make();
	fill();
	cr_assert(mb_reader_open(scratch_path("a.db"), &reader, &err) == MB_OK,
		  "%s", err.msg);
}

static void end(void)
{
	mb_reader_close(reader);
	mb_arena_release(&arena);
	scratch_remove();
}

TestSuite(store_read, .init = begin, .fini = end);

static void expect_contains(const char *text, const char *part)
{
	cr_expect(
	    ne(sz, mb_str_find(mb_str_of(text), mb_str_of(part)), MB_STR_NONE),
	    "'%s' in '%s'", part, text);
}

/* --- reading only ------------------------------------------------------ */

Test(store_read, never_writes)
{
	struct mb_str before = scratch_read("a.db");
	static const char *const writes[] = {
		"UPDATE paragraph SET text = ''",
		"DELETE FROM document",
		"CREATE TABLE mine (a)",
		"PRAGMA user_version = 7",
		"INSERT INTO paragraph_fts (paragraph_fts) VALUES ('optimize')",
	};

	for (size_t i = 0; i < sizeof(writes) / sizeof(*writes); i++) {
		sqlite3_stmt *stmt = NULL;
		struct mb_err err = { 0 };
		int rc = mb_reader_prepare(reader, writes[i], &stmt, &err);

		if (rc == MB_OK)
			rc = mb_reader_step(reader, stmt, &err);
		cr_expect(eq(int, rc, MB_ESTORE), "%s", writes[i]);
		sqlite3_finalize(stmt);
	}
	mb_reader_close(reader);
	reader = NULL;
	cr_expect(mb_str_equal(scratch_read("a.db"), before),
		  "not a byte of it has changed");
	cr_expect(not(scratch_has("a.db-wal")));
	cr_expect(not(scratch_has("a.db-lock")));
}

Test(store_read, says_what_is_wrong_with_a_statement)
{
	sqlite3_stmt *stmt = NULL;
	struct mb_err err = { 0 };

	cr_expect(
	    eq(int,
	       mb_reader_prepare(reader, "SELECT 1 FROM nowhere", &stmt, &err),
	       MB_ESTORE));
	expect_contains(err.msg, "nowhere");
}

/* The first column of the first row of @sql. */
static int64_t number(const char *sql)
{
	sqlite3_stmt *stmt = NULL;
	struct mb_err err = { 0 };
	int64_t n;

	cr_assert(mb_reader_prepare(reader, sql, &stmt, &err) == MB_OK, "%s",
		  err.msg);
	cr_assert(eq(int, mb_reader_step(reader, stmt, &err), 1), "%s",
		  err.msg);
	n = sqlite3_column_int64(stmt, 0);
	cr_expect(zero(int, mb_reader_step(reader, stmt, &err)));
	sqlite3_finalize(stmt);
	return n;
}

Test(store_read, compares_names_in_sql)
{
	const struct {
		const char *sql;
		int64_t want;
	} cases[] = {
		{ "SELECT mb_name('cllr fajana thomas', 'fajanathomas')", 1 },
		{ "SELECT mb_name('cllr fajana thomas', 'thomas')", 1 },
		{ "SELECT mb_name('cllr fajana thomas', 'thom')", 0 },
		{ "SELECT mb_name('cllr fajana thomas', 'thom*')", 1 },
		{ "SELECT mb_name('cllr fajana thomas', '*')", 0 },
		{ "SELECT mb_name('', 'thomas')", 0 },
		{ "SELECT mb_name(NULL, 'thomas')", 0 },
		{ "SELECT mb_name('thomas', NULL)", 0 },
		{ "SELECT mb_words('The Parish Rooms', 'ROOMS')", 1 },
		{ "SELECT mb_words('The Parish Rooms', 'parish rooms')", 1 },
		{ "SELECT mb_words('The Parish Rooms', 'room')", 0 },
		{ "SELECT mb_words('The Parish Rooms', 'room*')", 1 },
		{ "SELECT mb_words('T\xC5\xB7 Gwyn', 'ty gwyn')", 1 },
		{ "SELECT mb_words(NULL, NULL)", 0 },
		{ "SELECT count(*) FROM alias"
		  " WHERE mb_name(key, 'fajana thomas')",
		  1 },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		cr_expect(eq(i64, number(cases[i].sql), cases[i].want), "%s",
			  cases[i].sql);
}

/* --- the vocabulary ---------------------------------------------------- */

static char *joined(const struct mb_words *words)
{
	struct mb_buf buf = MB_BUF_INIT;
	char *text;

	for (size_t i = 0; i < words->n; i++)
		mb_buf_add_format(&buf, "%s%.*s", i > 0 ? "," : "",
				  MB_STR_ARG(words->items[i]));
	text = text_of(mb_buf_str(&buf));
	mb_buf_release(&buf);
	return text;
}

Test(store_read, sums_up_the_index)
{
	struct mb_totals totals;

	cr_assert(mb_reader_totals(reader, &totals, NULL) == MB_OK);
	cr_expect(eq(i64, totals.items, 2));
	cr_expect(eq(i64, totals.words, 29));
	cr_expect(eq(i64, totals.title_words, 6));
}

Test(store_read, knows_words_and_how_often_they_stand_there)
{
	const struct {
		const char *word;
		int64_t want;
	} cases[] = {
		{ "sluice", 3 },  { "apologies", 2 }, { "sian", 1 },
		{ "absent", 0 },  { "Sluice", 0 },    { "", 0 },
		{ "1200000", 1 }, { "million", 1 },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		int64_t n = -1;

		cr_assert(mb_reader_word_count(reader, mb_str_of(cases[i].word),
					       &n, NULL) == MB_OK);
		cr_expect(eq(i64, n, cases[i].want), "'%s'", cases[i].word);
	}
}

Test(store_read, tells_whether_an_expression_fits_any_paragraph)
{
	const struct {
		const char *expression;
		bool want;
	} cases[] = {
		{ "\"sluice\"", true },
		{ "(\"anti flood\") OR (\"absent\")", true },
		{ "\"flood anti\"", false },
		{ "\"absent\"", false },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		bool has_match = !cases[i].want;

		cr_assert(mb_reader_has_match(reader,
					      mb_str_of(cases[i].expression),
					      &has_match, NULL) == MB_OK);
		cr_expect(has_match == cases[i].want, "'%s'",
			  cases[i].expression);
	}
}

static void put_ponds(void)
{
	struct mb_paragraph paragraph = sample_paragraph(
	    "1", "Ponding: a pond, ponds, ponds. Co-production, "
		 "co-production; co-productions, coproduction, bonds.");
	struct mb_item item = sample_item("1", "Pond", &paragraph, 1);
	struct mb_doc doc =
	    sample_doc("Larkhythe", "Audit", "2021-03-01", &item, 1);
	struct index index = index_open("a.db");

	index_put(&index, "a/b.txt", &doc);
	index_close(&index);
}

Test(store_read, gives_the_words_of_a_stem_the_commonest_first)
{
	struct mb_words words;

	put_ponds();
	cr_assert(mb_reader_words_of_stem(reader, MB_STR("pond"), 10, &arena,
					  &words, NULL) == MB_OK);
	cr_expect(eq(str, joined(&words), "pond,ponds,ponding"));
	cr_assert(mb_reader_words_of_stem(reader, MB_STR("pond"), 2, &arena,
					  &words, NULL) == MB_OK);
	cr_expect(eq(str, joined(&words), "pond,ponds"));
	cr_assert(mb_reader_words_of_stem(reader, MB_STR("absent"), 2, &arena,
					  &words, NULL) == MB_OK);
	cr_expect(zero(sz, words.n));
}

Test(store_read, gives_the_parts_of_compounds)
{
	struct mb_words words;

	put_ponds();
	cr_assert(mb_reader_compounds(reader, MB_STR("coproduction"),
				      MB_STR("coproduct"), 10, &arena, &words,
				      NULL) == MB_OK);
	cr_expect(eq(str, joined(&words), "co production,co productions"));
	cr_assert(mb_reader_compounds(reader, MB_STR("antiflood"), MB_STR("-"),
				      10, &arena, &words, NULL) == MB_OK);
	cr_expect(eq(str, joined(&words), "anti flood"));
	cr_assert(mb_reader_compounds_from(reader, MB_STR("copro"), 10, &arena,
					   &words, NULL) == MB_OK);
	cr_expect(eq(str, joined(&words), "co production,co productions"));
	cr_assert(mb_reader_compounds_from(reader, MB_STR("copro"), 1, &arena,
					   &words, NULL) == MB_OK);
	cr_expect(eq(str, joined(&words), "co production"));
	cr_assert(mb_reader_compounds_from(reader, MB_STR("zz"), 10, &arena,
					   &words, NULL) == MB_OK);
	cr_expect(zero(sz, words.n));
}

/* The words within @distance of @word, "word n distance" each. */
static char *near(const char *word, size_t distance, size_t limit)
{
	struct mb_near_words words;
	struct mb_buf out = MB_BUF_INIT;
	char *text;

	cr_assert(mb_reader_words_near(reader, mb_str_of(word), distance, limit,
				       &arena, &words, NULL) == MB_OK);
	for (size_t i = 0; i < words.n; i++)
		mb_buf_add_format(&out, "%s%.*s %d %zu", i > 0 ? ", " : "",
				  MB_STR_ARG(words.items[i].word),
				  (int)words.items[i].n,
				  words.items[i].distance);
	text = text_of(mb_buf_str(&out));
	mb_buf_release(&out);
	return text;
}

Test(store_read, gives_words_that_are_nearly_the_same)
{
	put_ponds();
	cr_expect(
	    eq(str, near("ponds", 1, 10), "pond 2 1, ponds 2 0, bonds 1 1"));
	cr_expect(eq(str, near("ponds", 1, 1), "pond 2 1"));
	cr_expect(eq(str, near("sulice", 1, 10), "sluice 3 1"));
	cr_expect(eq(str, near("sulice", 0, 10), ""));
}

/* --- hits -------------------------------------------------------------- */

Test(store_read, gives_all_that_a_citation_needs)
{
	int64_t id = number("SELECT id FROM paragraph WHERE label = '4.1'");
	struct mb_hit hit;
	struct mb_str hit_id;

	cr_assert(mb_reader_hit(reader, id, &arena, &hit, NULL) == MB_OK);
	cr_assert(mb_reader_hit_id(reader, id, &arena, &hit_id, NULL) == MB_OK);
	text_expect(hit.id,
		    "withy-green-parish/planning-committee/2019-07-09/4/4.1",
		    "id");
	text_expect(hit_id, text_of(hit.id), "id alone");
	text_expect(hit.council, "Withy Green Parish Council", "council");
	text_expect(hit.folder, "withy-green", "folder");
	text_expect(hit.body, "Planning Committee", "body");
	text_expect(hit.item_number, "4", "item number");
	text_expect(hit.item_title, "The Sluice at Larkhythe Wharf", "title");
	text_expect(hit.number, "4.1", "number");
	text_expect(hit.kind, "minute", "kind");
	text_expect(mb_str_take(hit.text, 10), "Councillor", "text");
	text_expect(hit.speaker, "Mr Brand, Clerk", "speaker");
	text_expect(hit.path, FILE_NAME, "path");
	text_expect(hit.root, "archive", "root");
	text_expect(hit.url, "https://withy-green.gov.example/minutes/12",
		    "url");
	text_expect(hit.document_title, "Minutes of the Planning Committee",
		    "document title");
	cr_expect(zero(
	    int, mb_date_compare(hit.date, (struct mb_date){ 2019, 7, 9 })));
	cr_expect(eq(u32, hit.line, 33));
	cr_expect(eq(u32, hit.page, 2));
}

Test(store_read, leaves_empty_what_is_unknown_and_names_the_folder)
{
	struct mb_paragraph paragraph = sample_paragraph(NULL, "Heron.");
	struct mb_item item = sample_item(NULL, NULL, &paragraph, 1);
	struct mb_doc doc = sample_doc(NULL, NULL, NULL, &item, 1);
	struct index index = index_open("a.db");
	struct mb_hit hit;

	index_put(&index, "old-harbour/notes.txt", &doc);
	index_close(&index);
	cr_assert(mb_reader_hit(reader,
				number("SELECT id FROM paragraph"
				       " WHERE text = 'Heron.'"),
				&arena, &hit, NULL) == MB_OK);
	text_expect(hit.council, "Old Harbour", "council");
	text_expect(hit.id, "old-harbour/notes/undated/-/p1", "id");
	cr_expect(not(mb_date_is_known(hit.date)));
	cr_expect(zero(sz, hit.body.len + hit.number.len + hit.speaker.len +
			       hit.item_number.len + hit.item_title.len +
			       hit.url.len + hit.document_title.len));
	cr_expect(zero(u32, hit.line + hit.page));
}

Test(store_read, finds_no_paragraph_where_none_is)
{
	struct mb_hit hit = { .line = 99 };
	struct mb_str id = MB_STR("untouched");
	struct mb_err err = { 0 };

	cr_expect(eq(int, mb_reader_hit(reader, 1, &arena, &hit, &err),
		     MB_ENOTFOUND));
	cr_expect(eq(str, err.msg, "no such paragraph"));
	cr_expect(eq(u32, hit.line, 99), "the output is untouched");
	cr_expect(eq(int, mb_reader_hit_id(reader, 1, &arena, &id, NULL),
		     MB_ENOTFOUND));
	text_expect(id, "untouched", "id");
}

/* --- places in time ---------------------------------------------------- */

Test(store_read, tells_the_day_of_a_paragraph_from_its_id)
{
	const struct mb_date days[] = {
		{ 1800, 1, 1 },
		{ 2019, 7, 9 },
		{ 2199, 12, 31 },
	};
	int64_t last = 0;

	for (size_t i = 0; i < sizeof(days) / sizeof(*days); i++) {
		int64_t first = mb_paragraph_first(days[i]);

		cr_expect(gt(i64, first, last), "in the order of time");
		last = mb_paragraph_last(days[i]);
		cr_expect(eq(i64, last - first + 1, 1 << 20));
		cr_expect(zero(
		    int, mb_date_compare(mb_paragraph_date(first), days[i])));
		cr_expect(zero(
		    int, mb_date_compare(mb_paragraph_date(last), days[i])));
		cr_expect(ne(
		    int, mb_date_compare(mb_paragraph_date(last + 1), days[i]),
		    0));
	}
	cr_expect(not(mb_date_is_known(mb_paragraph_date(1))));
	cr_expect(not(mb_date_is_known(
	    mb_paragraph_date(mb_paragraph_first(days[0]) - 1))));
	cr_expect(zero(
	    int, mb_date_compare(
		     mb_paragraph_date(number("SELECT min(id) FROM paragraph")),
		     days[1])));
}
