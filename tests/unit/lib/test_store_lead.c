/* Whose office it is by which the first officer on an item speaks. */
#include "minutebook/store_write.h"

#include "support/index.h"
#include "support/sample.h"
#include "support/text.h"

TestSuite(store_lead, .init = scratch_make, .fini = scratch_remove);

#define OFFICER "The Head of Transport"

/* One who speaks; an office has no name. */
struct said {
	const char *speaker, *office, *text;
};

#define MAX_SAID 3

struct led {
	const char *leads[2];
	struct said said[MAX_SAID];
	char *want; /* whose office is known */
};

static size_t fill(const struct led *led, struct mb_paragraph *paragraphs)
{
	size_t n = 0;

	for (; n < MAX_SAID && led->said[n].text; n++) {
		const struct said *said = &led->said[n];

		paragraphs[n] = (struct mb_paragraph){
			.text = mb_str_of(said->text),
			.speaker = { .as_written = mb_str_of(said->speaker),
				     .office = mb_str_of(said->office) },
		};
	}
	return n;
}

/* What the index says of an item so led: "name|office". */
static char *beside(const struct led *led)
{
	struct mb_str leads[] = { mb_str_of(led->leads[0]),
				  mb_str_of(led->leads[1]) };
	struct mb_paragraph paragraphs[MAX_SAID];
	size_t n = fill(led, paragraphs);
	struct mb_item item = sample_item("1", "Parking", paragraphs, n);
	struct mb_doc doc =
	    sample_doc("Larkhythe", "Cabinet", "2019-07-09", &item, 1);
	struct index index = index_open("a.db");

	item.leads = leads;
	item.n_leads = led->leads[1] ? 2 : 1;
	index_put(&index, "page.txt", &doc);
	index_close(&index);
	return index_ask("a.db", "SELECT a.as_written, b.office FROM beside b"
				 " JOIN alias a ON a.id = b.alias");
}

Test(store_lead, is_the_officer_who_speaks_first)
{
	const struct led cases[] = {
		{ { "Ann Bell" },
		  { { OFFICER, "Head of Transport", OFFICER " said it." } },
		  "Ann Bell|Head of Transport" },
		/* members bring in what officers lead */
		{ { "Ms Bell" },
		  { { "The Chair", "Chair", "The Chair said it." },
		    { "Councillor Cole", NULL, "Councillor Cole said it." },
		    { OFFICER, "Head of Transport", OFFICER " said it." } },
		  "Ms Bell|Head of Transport" },
		/* an officer by name may be anybody's guest */
		{ { "Ann Bell" },
		  { { "Mr Todd", NULL, "Mr Todd said it." },
		    { OFFICER, "Head of Transport", OFFICER " said it." } },
		  "" },
		/* who is called by name is not called by the office, too */
		{ { "Ann Bell" },
		  { { OFFICER, "Head of Transport", OFFICER " said it." },
		    { "Ms Bell", NULL, "Ms Bell said it." } },
		  "" },
		{ { "Ann Bell", "Bo Cole" },
		  { { OFFICER, "Head of Transport", OFFICER " said it." } },
		  "" },
		{ { "Director of Housing" },
		  { { OFFICER, "Head of Transport", OFFICER " said it." } },
		  "" },
		{ { "Ann Bell" },
		  { { "The Chair", "Chair", "The Chair said it." } },
		  "" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		scratch_remove();
		scratch_make();
		cr_expect(
		    eq(str, (char *)beside(&cases[i]), (char *)cases[i].want),
		    "case %zu", i);
	}
}
