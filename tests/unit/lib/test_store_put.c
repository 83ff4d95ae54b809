/* What documents become in the index: put, put again, removed. */
#include "minutebook/store_write.h"

#include <stdlib.h>
#include <string.h>

#include "minutebook/buf.h"
#include "support/index.h"
#include "support/sample.h"
#include "support/text.h"

TestSuite(store_put, .init = scratch_make, .fini = scratch_remove);

#define FILE_NAME "withy-green/2019-07-09.txt"

/* The index a.db with the sample document in it. */
static void put_sample(void)
{
	struct index index = index_open("a.db");

	index_put(&index, FILE_NAME, sample_minutes());
	index_close(&index);
}

static void expect_rows(const char *sql, const char *want)
{
	cr_expect(eq(str, index_ask("a.db", sql), want), "%s", sql);
}

Test(store_put, keeps_everything_that_a_document_says)
{
	put_sample();
	index_expect_whole("a.db");
	expect_rows("SELECT absolute, given FROM root", "/archive|archive");
	expect_rows("SELECT path, folder, format, kind, title, url, charset,"
		    " language, date_source, site_meeting, extractor > 0,"
		    " length(hash), own_council, own_body, own_date, own_time,"
		    " own_venue, own_status FROM document",
		    FILE_NAME
		    "|withy-green|text|meeting|"
		    "Minutes of the Planning Committee|"
		    "https://withy-green.gov.example/minutes/12|"
		    "windows-1252|en|document|2140|1|16|"
		    "Withy Green Parish Council|Planning Committee|2019-07-09|"
		    "19:30|the Parish Rooms|draft");
	expect_rows("SELECT slug, council, body, date, time, venue, status"
		    " FROM meeting",
		    "withy-green-parish/planning-committee/2019-07-09|"
		    "Withy Green Parish Council|Planning Committee|2019-07-09|"
		    "19:30|the Parish Rooms|draft");
	expect_rows("SELECT seq, slug, number, title, lead, duration_minutes,"
		    " line, page, is_boilerplate, site_id, is_cut, is_hidden,"
		    " n_words, n_title_words FROM item",
		    "1|1|1|Apologies|-|-|-|-|1|0|0|0|6|1\n"
		    "2|4|4|The Sluice at Larkhythe Wharf|Clerk|20|30|2|0|5352|"
		    "1|0|23|5");
	expect_rows("SELECT p.seq, p.label, p.number, p.kind, s.as_written,"
		    " m.as_written, n.as_written, p.line, p.page, p.is_cut"
		    " FROM paragraph p LEFT JOIN alias s ON s.id = p.speaker"
		    " LEFT JOIN alias m ON m.id = p.mover"
		    " LEFT JOIN alias n ON n.id = p.seconder ORDER BY p.id",
		    "1|1|1|minute|-|-|-|-|-|0\n"
		    "1|4.1|4.1|minute|Mr Brand, Clerk|-|-|33|2|0\n"
		    "2|p2|-|decision|-|Councillor Quill|"
		    "Councillor Odile Fajana-Thomas|39|2|1");
	expect_rows("SELECT title, href FROM link",
		    "Quotation (PDF)|papers/sluice.pdf");
	expect_rows("SELECT seq, line, what, is_fatal FROM problem",
		    "1|14|two paragraphs are numbered 3.1|0");
}

Test(store_put, keeps_everybody_whom_a_document_names)
{
	put_sample();
	expect_rows("SELECT a.as_written, t.role, t.initials, t.status, t.line"
		    " FROM attendance t JOIN alias a ON a.id = t.alias"
		    " ORDER BY t.seq",
		    "Councillor Odile Fajana-Thomas|Chair|OFT|present|8\n"
		    "Mr Tom Brand|Clerk|-|in attendance|12\n"
		    "Councillor O\xE2\x80\x99"
		    "Brien|-|-|apologies|-");
	expect_rows("SELECT start, as_written FROM mention"
		    " JOIN alias ON id = alias",
		    "0|Councillor Si\xC3\xA2n Prosser");
	expect_rows("SELECT for_count, against_count, abstain_count, result,"
		    " line FROM vote",
		    "5|1|-|carried|41");
	expect_rows("SELECT side, seq, as_written FROM vote_name"
		    " JOIN alias ON id = alias ORDER BY side DESC, seq",
		    "for|1|Councillor Odile Fajana-Thomas\n"
		    "for|2|Councillor Quill\n"
		    "against|1|Councillor O\xE2\x80\x99"
		    "Brien");
	expect_rows("SELECT key FROM alias ORDER BY key",
		    "councillor o brien\ncouncillor odile fajana thomas\n"
		    "councillor quill\ncouncillor sian prosser\n"
		    "mr brand clerk\nmr tom brand");
}

Test(store_put, shows_people_views_without_numbers)
{
	put_sample();
	expect_rows("SELECT id, council, speaker, path, line FROM minutes"
		    " WHERE paragraph_number = '4.1'",
		    "withy-green-parish/planning-committee/2019-07-09/4/4.1|"
		    "Withy Green Parish Council|Mr Brand, Clerk|" FILE_NAME
		    "|33");
	expect_rows("SELECT name, role FROM attended WHERE status = 'present'",
		    "Councillor Odile Fajana-Thomas|Chair");
	expect_rows("SELECT name, item_title FROM named",
		    "Councillor Si\xC3\xA2n Prosser|"
		    "The Sluice at Larkhythe Wharf");
	expect_rows("SELECT item_number, for_count, result FROM voted",
		    "4|5|carried");
	expect_rows("SELECT count(*) FROM failed", "0");
}

Test(store_put, finds_words_compounds_and_stems)
{
	put_sample();
	expect_rows("SELECT p.label FROM paragraph_fts f"
		    " JOIN paragraph p ON p.id = f.rowid"
		    " WHERE paragraph_fts MATCH 'sluice' ORDER BY p.id",
		    "4.1\np2"); /* the second by its item's title */
	expect_rows("SELECT count(*) FROM paragraph_fts"
		    " WHERE paragraph_fts MATCH '\"1200000\"'",
		    "1");
	expect_rows("SELECT word, stem, n FROM word"
		    " WHERE word IN ('apologies', 'sluice')",
		    "apologies|apolog|2\nsluice|sluic|3");
	expect_rows("SELECT joined, parts, n FROM compound",
		    "antiflood|anti flood|1");
}

Test(store_put, numbers_paragraphs_by_their_day)
{
	struct mb_paragraph paragraph = sample_paragraph("1", "A pond.");
	struct mb_item item = sample_item("1", "Ponds", &paragraph, 1);
	struct mb_doc late =
	    sample_doc("Larkhythe", "Audit", "2021-03-01", &item, 1);
	struct mb_doc early =
	    sample_doc("Larkhythe", "Audit", "2011-03-01", &item, 1);
	struct mb_doc undated =
	    sample_doc("Larkhythe", "Audit", NULL, &item, 1);
	struct index index = index_open("a.db");

	index_put(&index, "a/late.txt", &late);
	index_put(&index, "a/early.txt", &early);
	index_put(&index, "a/undated.txt", &undated);
	index_close(&index);
	index_expect_whole("a.db");
	expect_rows("SELECT d.path FROM paragraph p"
		    " JOIN item i ON i.id = p.item"
		    " JOIN document d ON d.id = i.document ORDER BY p.id",
		    "a/undated.txt\na/early.txt\na/late.txt");
}

Test(store_put, tells_paragraphs_of_one_number_apart)
{
	struct mb_paragraph paragraphs[] = {
		sample_paragraph("3.1", "One."),
		sample_paragraph("3.1", "Two."),
		sample_paragraph(NULL, "Three."),
		sample_paragraph("3/1", "Four."),
		sample_paragraph("3.1", "Five."),
	};
	struct mb_item item = sample_item("3", "Ponds", paragraphs, 5);
	struct mb_doc doc =
	    sample_doc("Larkhythe", "Audit", "2021-03-01", &item, 1);
	struct index index = index_open("a.db");

	index_put(&index, "a/b.txt", &doc);
	index_close(&index);
	expect_rows("SELECT label FROM paragraph ORDER BY seq",
		    "3.1\n3.1~2\np3\n3-1\n3.1~3");
	index_expect_whole("a.db");
}

Test(store_put, gives_an_item_without_text_something_to_be_found_by)
{
	struct mb_item item = sample_item("7", "Duck House", NULL, 0);
	struct mb_doc doc =
	    sample_doc("Larkhythe", "Audit", "2021-03-01", &item, 1);
	struct index index = index_open("a.db");

	item.line = 12;
	index_put(&index, "a/b.txt", &doc);
	index_close(&index);
	expect_rows("SELECT p.kind, p.text, p.line FROM paragraph_fts f"
		    " JOIN paragraph p ON p.id = f.rowid"
		    " WHERE paragraph_fts MATCH 'duck'",
		    "agenda||12");
	index_expect_whole("a.db");
}

Test(store_put, puts_a_document_in_the_place_of_what_was_there)
{
	struct mb_paragraph paragraph = sample_paragraph("1", "A new text.");
	struct mb_item item = sample_item("1", "News", &paragraph, 1);
	struct mb_doc doc = sample_doc("Withy Green Parish Council", "Council",
				       "2019-07-09", &item, 1);
	struct index index;

	put_sample();
	index = index_open("a.db");
	index_put(&index, FILE_NAME, &doc);
	index_close(&index);
	index_expect_whole("a.db");
	expect_rows("SELECT id, text FROM minutes",
		    "withy-green-parish/council/2019-07-09/1/1|A new text.");
	expect_rows("SELECT count(*) FROM document", "1");
	expect_rows("SELECT count(*) FROM meeting", "1");
	expect_rows("SELECT count(*) FROM alias", "0");
	expect_rows("SELECT count(*) FROM word WHERE word = 'sluice'", "0");
	expect_rows("SELECT count(*) FROM compound", "0");
}

Test(store_put, puts_a_document_twice_in_one_run)
{
	struct mb_paragraph paragraph = sample_paragraph("1", "Old ponds.");
	struct mb_item item = sample_item("1", "Ponds", &paragraph, 1);
	struct mb_doc doc =
	    sample_doc("Larkhythe", "Audit", "2021-03-01", &item, 1);
	struct index index = index_open("a.db");

	index_put(&index, "a/b.txt", &doc);
	paragraph.text = MB_STR("New lakes.");
	index_put(&index, "a/b.txt", &doc);
	index_close(&index);
	index_expect_whole("a.db");
	expect_rows("SELECT word FROM word ORDER BY word", "lakes\nnew\nponds");
}

Test(store_put, puts_and_removes_a_document_in_one_run)
{
	struct index index = index_open("a.db");

	index_put(&index, FILE_NAME, sample_minutes());
	index_remove(&index, FILE_NAME);
	index_close(&index);
	index_expect_whole("a.db");
	expect_rows("SELECT count(*) FROM paragraph", "0");
}

Test(store_put, removes_all_of_a_document)
{
	static const char *const tables[] = {
		"document", "meeting", "item",    "paragraph", "mention",
		"alias",    "vote",    "word",    "vote_name", "attendance",
		"link",     "problem", "compound"
	};
	struct index index;

	put_sample();
	index = index_open("a.db");
	index_remove(&index, FILE_NAME);
	index_close(&index);
	index_expect_whole("a.db");
	for (size_t i = 0; i < sizeof(tables) / sizeof(*tables); i++) {
		struct mb_buf sql = MB_BUF_INIT;

		mb_buf_add_format(&sql, "SELECT count(*) FROM %s", tables[i]);
		mb_buf_add_char(&sql, '\0');
		expect_rows(sql.ptr, "0");
		mb_buf_release(&sql);
	}
	expect_rows("SELECT sum(n) FROM total", "0");
}

Test(store_put, keeps_the_name_that_another_document_has_too)
{
	struct index index = index_open("a.db");

	index_put(&index, FILE_NAME, sample_minutes());
	index_put(&index, "withy-green/copy.txt", sample_minutes());
	index_remove(&index, FILE_NAME);
	index_close(&index);
	index_expect_whole("a.db");
	expect_rows("SELECT count(*) FROM alias", "6");
}

Test(store_put, records_why_a_file_could_not_be_read)
{
	struct index index = index_open("a.db");
	struct mb_store_file file = index_file(&index, "withy-green/scan.pdf");
	struct mb_store_known known;

	file.hash = NULL;
	cr_assert(mb_store_put_failed(index.store, &file,
				      MB_STR("no text: a scan"),
				      NULL) == MB_OK);
	cr_assert(mb_store_find(index.store, index.root, file.path, &known,
				NULL) == MB_OK);
	cr_expect(known.is_known && known.is_failed && !known.has_hash);
	cr_expect(eq(int, known.failure.code, MB_EUNREAD));
	cr_expect(eq(str, known.failure.msg, "no text: a scan"));
	index_close(&index);
	index_expect_whole("a.db");
	expect_rows("SELECT path, why FROM failed",
		    "withy-green/scan.pdf|no text: a scan");
	index = index_open("a.db"); /* now it can be */
	index_put(&index, "withy-green/scan.pdf", sample_minutes());
	index_close(&index);
	expect_rows("SELECT count(*) FROM failed", "0");
	index_expect_whole("a.db");
}

Test(store_put, forgets_a_document_that_can_no_longer_be_read)
{
	struct index index;
	struct mb_store_file file;

	put_sample();
	index = index_open("a.db");
	file = index_file(&index, FILE_NAME);
	cr_assert(mb_store_put_failed(index.store, &file, MB_STR("gone bad"),
				      NULL) == MB_OK);
	index_close(&index);
	index_expect_whole("a.db");
	expect_rows("SELECT count(*) FROM paragraph", "0");
	expect_rows("SELECT path FROM failed", FILE_NAME);
}

Test(store_put, refuses_more_paragraphs_than_a_day_has_room_for)
{
	struct mb_item item = { .n_paragraphs = (size_t)1 << 20 };
	struct mb_doc doc =
	    sample_doc("Larkhythe", "Audit", "2021-03-01", &item, 1);
	struct index index = index_open("a.db");
	struct mb_store_file file = index_file(&index, "a/b.txt");
	struct mb_err err = { 0 };

	cr_expect(
	    eq(int, mb_store_put(index.store, &file, &doc, &err), MB_ELIMIT));
	cr_expect(eq(str, err.msg, "more than 1048576 paragraphs on one day"));
	cr_expect(not(mb_code_ends_run(MB_ELIMIT)));
	cr_assert(mb_store_put_failed(index.store, &file, mb_str_of(err.msg),
				      NULL) == MB_OK);
	index_close(&index);
	index_expect_whole("a.db");
}

Test(store_put, merges_a_large_change_into_one_whole)
{
	static struct mb_paragraph paragraphs[1200];
	struct mb_item item = sample_item("1", "Ponds", paragraphs, 1200);
	struct mb_doc doc =
	    sample_doc("Larkhythe", "Audit", "2021-03-01", &item, 1);
	struct index index = index_open("a.db");

	for (size_t i = 0; i < 1200; i++)
		paragraphs[i] = sample_paragraph(NULL, "A heron stood by.");
	index_put(&index, "a/b.txt", &doc);
	index_close(&index);
	index_expect_whole("a.db");
	expect_rows("SELECT n FROM word WHERE word = 'heron'", "1200");
	expect_rows("SELECT label FROM paragraph ORDER BY id DESC LIMIT 1",
		    "p1200");
}

Test(store_put, commits_by_itself_when_a_batch_grows_large)
{
	size_t size = (size_t)33 * 1024 * 1024;
	char *dots = malloc(size);
	struct mb_paragraph paragraph = { .text = { dots, size } };
	struct mb_item item = sample_item("1", "Dots", &paragraph, 1);
	struct mb_doc doc =
	    sample_doc("Larkhythe", "Audit", "2021-03-01", &item, 1);
	struct index index = index_open("a.db");

	cr_assert(dots != NULL);
	memset(dots, '.', size);
	index_put(&index, "a/large.txt", &doc);
	index_put(&index, "a/small.txt", sample_minutes());
	mb_store_abandon(index.store);
	expect_rows("SELECT path FROM document", "a/large.txt");
	index = index_open("a.db"); /* and the next run finishes it */
	index_close(&index);
	index_expect_whole("a.db");
	free(dots);
}
