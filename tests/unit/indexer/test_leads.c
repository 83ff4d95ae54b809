#include "leads.h"

#include "document.h"
#include "minutebook/buf.h"
#include "support/text.h"

TestSuite(leads);

/* The names in a lead, one a line. */
static char *leads_of(const char *lead)
{
	struct mb_arena arena = MB_ARENA_INIT;
	struct blocks blocks = blocks_in(&arena);
	struct mb_item item = { .lead = mb_str_of(lead) };
	struct mb_buf buf = MB_BUF_INIT;
	char *got;

	leads_read(&blocks, &item);
	for (size_t i = 0; i < item.n_leads; i++) {
		mb_buf_add(&buf, item.leads[i]);
		mb_buf_add_char(&buf, '\n');
	}
	got = text_of(mb_buf_str(&buf));
	mb_buf_release(&buf);
	mb_arena_release(&arena);
	return got;
}

Test(leads, are_persons_or_one_office)
{
	const struct {
		const char *text, *want;
	} cases[] = {
		{ "Hilary Ross", "Hilary Ross\n" },
		{ "Hilary Ross and Mr Todd", "Hilary Ross\nMr Todd\n" },
		{ "Hilary Ross/ Dr Ann Todd & Cllr Finch",
		  "Hilary Ross\nDr Ann Todd\nCllr Finch\n" },
		{ "Hilary Ross, Ann Todd", "Hilary Ross\nAnn Todd\n" },
		{ "Hilary Ross, Director of Housing and Planning",
		  "Hilary Ross\n" },
		{ "Director of Housing and Planning",
		  "Director of Housing and Planning\n" },
		{ "Chair", "Chair\n" },
		{ "", "" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		document_expect(leads_of(cases[i].text), cases[i].want);
}
