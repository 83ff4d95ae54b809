/* Whose documents they are, and what a council is called. */
#include "minutebook/store_write.h"

#include "support/pages.h"
#include "support/text.h"

TestSuite(store_council, .init = scratch_make, .fini = scratch_remove);

static void expect_rows(const char *sql, const char *want)
{
	cr_expect(eq(str, index_ask("a.db", sql), want), "%s", sql);
}

Test(store_council, knows_a_council_by_all_its_names)
{
	static const struct page pages[] = {
		{ "l/a.txt", "Larkhythe Council", "Audit", "2021-03-01",
		  MEETING, "1", NULL, "One.", 0, false },
		{ "l/b.txt", "London Borough of Larkhythe", "Audit",
		  "2021-03-01", MEETING, "2", NULL, "Two.", 0, false },
		{ "l/c.txt", "London Borough of Larkhythe", "Audit",
		  "2021-04-01", MEETING, "1", NULL, "Three.", 0, false },
	};

	pages_put(pages, COUNT(pages));
	expect_rows("SELECT slug, council FROM meeting ORDER BY slug",
		    "larkhythe/audit/2021-03-01|London Borough of Larkhythe\n"
		    "larkhythe/audit/2021-04-01|London Borough of Larkhythe");
}

Test(store_council, lets_a_document_inherit_the_council_of_its_folder)
{
	static const struct page pages[] = {
		{ "l/a.txt", "Larkhythe Council", "Audit", "2021-03-01",
		  MEETING, "1", NULL, "One.", 0, false },
		{ "l/2021/b.txt", NULL, "Audit", "2021-03-01", MEETING, "2",
		  NULL, "Two.", 0, false },
	};

	pages_put(pages, COUNT(pages));
	expect_rows("SELECT slug, council FROM meeting",
		    "larkhythe/audit/2021-03-01|Larkhythe Council");
	expect_rows("SELECT path, council, own_council FROM document"
		    " ORDER BY path",
		    "l/2021/b.txt|Larkhythe Council|-\n"
		    "l/a.txt|Larkhythe Council|Larkhythe Council");
}

Test(store_council, knows_a_council_by_what_its_body_is_called)
{
	static const struct page pages[] = {
		{ "x/a.txt", "Withy Green Parish Council",
		  "Withy Green Parish Council", "2021-03-01", MEETING, "1",
		  NULL, "One.", 0, false },
		{ "x/b.txt", "Withy Green Parish Meeting",
		  "Withy Green Parish Meeting", "2021-03-02", MEETING, "1",
		  NULL, "Two.", 0, false },
		{ "x/c.txt", "Withy Green Parish Meeting",
		  "Withy Green Parish Meeting", "2021-03-03", MEETING, "1",
		  NULL, "Three.", 0, false },
		{ "x/2021/d.txt", "Larkhythe Council", "Audit", "2021-03-04",
		  MEETING, "1", NULL, "Four.", 0, false },
		{ "x/2021/e.txt", NULL, "Withy green parish Council",
		  "2021-03-05", MEETING, "1", NULL, "Five.", 0, false },
		{ "x/2021/f.txt", NULL, "Youth Council", "2021-03-06", MEETING,
		  "1", NULL, "Six.", 0, false },
	};

	pages_put(pages, COUNT(pages));
	expect_rows(
	    "SELECT slug, council FROM meeting ORDER BY date",
	    "withy-green-parish/council/2021-03-01|Withy Green Parish Council\n"
	    "withy-green-parish/withy-green-parish-meeting/2021-03-02|"
	    "Withy Green Parish Council\n"
	    "withy-green-parish/withy-green-parish-meeting/2021-03-03|"
	    "Withy Green Parish Council\n"
	    "larkhythe/audit/2021-03-04|Larkhythe Council\n"
	    "withy-green-parish/council/2021-03-05|Withy Green Parish Council\n"
	    "larkhythe/youth-council/2021-03-06|Larkhythe Council");
}

/* A row for each way of writing what is one body. */
Test(store_council, calls_a_council_that_meets_itself_by_one_name)
{
	static const struct page pages[] = {
		{ "w/a.txt", "Withy Green Parish Council",
		  "Withy green parish Council", "2021-01-01", MEETING, "1",
		  NULL, "One.", 0, false },
		{ "w/b.txt", "Withy Green Parish Council",
		  "Withy Green Parish Council", "2021-02-01", MEETING, "1",
		  NULL, "Two.", 0, false },
		{ "w/c.txt", "Withy Green Parish Council",
		  "Withy Green Parish Council", "2021-03-01", MEETING, "1",
		  NULL, "Three.", 0, false },
		{ "w/d.txt", NULL, "Council", "2021-04-01", MEETING, "1", NULL,
		  "Four.", 0, false },
		{ "w/e.txt", NULL, "Council", "2021-05-01", MEETING, "1", NULL,
		  "Five.", 0, false },
		{ "w/f.txt", NULL, "Council", "2021-06-01", MEETING, "1", NULL,
		  "Six.", 0, false },
		{ "w/g.txt", NULL, "Parish Council", "2021-07-01", MEETING, "1",
		  NULL, "Seven.", 0, false },
		/* neither council nor body is named: unknown */
		{ "w/council.txt", NULL, NULL, "2021-08-01", MEETING, "1", NULL,
		  "Eight.", 0, false },
		/* nobody names this one in full */
		{ "l/a.txt", "Larkhythe Council", "Council", "2021-01-01",
		  MEETING, "1", NULL, "One.", 0, false },
		{ "l/b.txt", "Larkhythe Council", "Larkhythe Youth Council",
		  "2021-02-01", MEETING, "1", NULL, "Two.", 0, false },
		/* nor is it known whose this is */
		{ "x/a.txt", NULL, "Council", "2021-01-01", MEETING, "1", NULL,
		  "One.", 0, false },
	};

	pages_put(pages, COUNT(pages));
	expect_rows(
	    "SELECT slug, body FROM meeting ORDER BY slug",
	    "larkhythe/council/2021-01-01|Council\n"
	    "larkhythe/larkhythe-youth-council/2021-02-01|"
	    "Larkhythe Youth Council\n"
	    "withy-green-parish/council/2021-01-01|Withy Green Parish Council\n"
	    "withy-green-parish/council/2021-02-01|Withy Green Parish Council\n"
	    "withy-green-parish/council/2021-03-01|Withy Green Parish Council\n"
	    "withy-green-parish/council/2021-04-01|Withy Green Parish Council\n"
	    "withy-green-parish/council/2021-05-01|Withy Green Parish Council\n"
	    "withy-green-parish/council/2021-06-01|Withy Green Parish Council\n"
	    "withy-green-parish/council/2021-07-01|Withy Green Parish Council\n"
	    "withy-green-parish/council/2021-08-01|-\n"
	    "x/council/2021-01-01|Council");
	expect_rows("SELECT own_body FROM document WHERE path = 'w/d.txt'",
		    "Council");
}

Test(store_council, inherits_nothing_where_documents_disagree)
{
	static const struct page pages[] = {
		{ "x/a.txt", "Larkhythe Council", "Audit", "2021-03-01",
		  MEETING, "1", NULL, "One.", 0, false },
		{ "x/b.txt", "Withy Green Parish Council", "Audit",
		  "2021-03-02", MEETING, "1", NULL, "Two.", 0, false },
		{ "x/c.txt", NULL, "Audit", "2021-03-03", MEETING, "1", NULL,
		  "Three.", 0, false },
	};

	pages_put(pages, COUNT(pages));
	expect_rows("SELECT slug, council FROM meeting WHERE date ="
		    " '2021-03-03'",
		    "x/audit/2021-03-03|-");
}

Test(store_council, inherits_from_the_root_only_for_folders_that_say_nothing)
{
	static const struct page pages[] = {
		{ "named/a.txt", "Larkhythe Council", "Audit", "2021-03-01",
		  MEETING, "1", NULL, "One.", 0, false },
		{ "2015/b.txt", NULL, "Audit", "2021-03-02", MEETING, "1", NULL,
		  "Two.", 0, false },
		{ "withy-green/c.txt", NULL, "Audit", "2021-03-03", MEETING,
		  "1", NULL, "Three.", 0, false },
	};

	pages_put(pages, COUNT(pages));
	expect_rows("SELECT slug FROM meeting ORDER BY date",
		    "larkhythe/audit/2021-03-01\nlarkhythe/audit/2021-03-02\n"
		    "withy-green/audit/2021-03-03");
}
