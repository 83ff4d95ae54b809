#include "fuzz/index.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "fuzz/must.h"
#include "minutebook/store_write.h"

static void put_meeting(struct mb_store *store, struct mb_err *err)
{
	struct mb_mention mention = { .as_written = MB_STR("Mrs Tansley") };
	struct mb_paragraph paragraphs[] = {
		{ .number = MB_STR("4.1"),
		  .text = MB_STR("Councillor Okafor said that the library and "
				 "its closure had cost \xC2\xA3"
				 "5,000; anti-racism, co-production and "
				 "Si\xC3\xA2n's S.106 money came to 1.2 "
				 "million."),
		  .speaker.as_written = MB_STR("Councillor Okafor"),
		  .mentions = &mention,
		  .n_mentions = 1,
		  .line = 9 },
		{ .text = MB_STR("RESOLVED: that the budget be agreed."),
		  .kind = MB_PARAGRAPH_DECISION,
		  .mover = MB_STR("Councillor Okafor") },
	};
	struct mb_vote vote = { .result = MB_RESULT_CARRIED };
	struct mb_item items[] = {
		{ .number = MB_STR("4"),
		  .title = MB_STR("Libraries and the budget 2021/22"),
		  .paragraphs = paragraphs,
		  .n_paragraphs = 2,
		  .votes = &vote,
		  .n_votes = 1 },
		{ .title = MB_STR("Date of next meeting"),
		  .is_boilerplate = true },
	};
	struct mb_attendee people[] = {
		{ .name = MB_STR("Councillor O'Brien") },
		{ .name = MB_STR("Mr Bank"), .presence = MB_APOLOGIES },
	};
	struct mb_doc doc = {
		.path = MB_STR("larkhythe/cabinet.txt"),
		.format = MB_FORMAT_TEXT,
		.kind = MB_DOC_MEETING,
		.meeting = { .council = MB_STR("Larkhythe Council"),
			     .body = MB_STR("Cabinet"),
			     .date = { 2021, 3, 4 } },
		.attendance = people,
		.n_attendance = 2,
		.items = items,
		.n_items = 2,
	};
	struct mb_store_file file = { .path = doc.path };

	must_work(mb_store_root(store, MB_STR("/minutes"), MB_STR("minutes"),
				&file.root, err),
		  err);
	must_work(mb_store_put(store, &file, &doc, err), err);
	must_work(mb_store_join(store, err), err);
}

struct mb_reader *index_open(void)
{
	char folder[] = "/tmp/minutebook-fuzz-XXXXXX";
	char path[sizeof(folder) + 16];
	struct mb_store *store;
	struct mb_reader *reader;
	struct mb_err err;

	if (!mkdtemp(folder))
		abort();
	snprintf(path, sizeof(path), "%s/x.db", folder);
	must_work(mb_store_open(path, &store, &err), &err);
	put_meeting(store, &err);
	must_work(mb_store_close(store, &err), &err);
	must_work(mb_reader_open(path, &reader, &err), &err);
	unlink(path);
	snprintf(path, sizeof(path), "%s/x.db-lock", folder);
	unlink(path);
	rmdir(folder);
	return reader;
}
