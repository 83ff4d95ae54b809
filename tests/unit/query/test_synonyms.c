#include "synonyms.h"

#include <string.h>

#include "minutebook/buf.h"
#include "support/fault.h"
#include "support/scratch.h"
#include "support/text.h"

static struct mb_arena arena;

static void release(void)
{
	mb_arena_release(&arena);
	scratch_remove();
}

TestSuite(synonyms, .init = scratch_make, .fini = release);

/* The members of the first group that has @phrase, with bars between. */
static char *group_of(const struct synonyms *synonyms, const char *phrase,
		      bool has_capitals)
{
	struct mb_str words[SYNONYMS_MAX_WORDS], rest = mb_str_of(phrase);
	const struct synonym_group *group;
	struct mb_buf out = MB_BUF_INIT;
	size_t n = 0, next;
	char *text;

	while (rest.len > 0) {
		struct mb_cut cut = mb_str_cut(rest, ' ');

		words[n++] = cut.head;
		rest = cut.tail;
	}
	group = synonyms_find(synonyms, words, n, has_capitals, 0, &next);
	for (size_t i = 0; group && i < group->n; i++)
		mb_buf_add_format(&out, "%s%.*s", i > 0 ? "|" : "",
				  MB_STR_ARG(group->members[i]));
	text = text_of(mb_buf_str(&out));
	mb_buf_release(&out);
	return text;
}

static const char *write_file(const char *text)
{
	scratch_write("synonyms.txt", mb_str_of(text));
	return scratch_path("synonyms.txt");
}

Test(synonyms, find_an_acronym_and_what_it_stands_for)
{
	struct synonyms s;

	cr_assert(synonyms_read(NULL, &arena, &s, NULL) == MB_OK);
	cr_expect(eq(str, group_of(&s, "cllr", false), "cllr|councillor"));
	cr_expect(eq(str, group_of(&s, "low traffic neighbourhood", false),
		     "ltn|low traffic neighbourhood"));
	cr_expect(eq(str, group_of(&s, "low traffic", false), ""));
	cr_expect(eq(str, group_of(&s, "neighbourhood", false), ""));
}

Test(synonyms, take_an_english_word_for_an_acronym_only_in_capitals)
{
	struct synonyms s;

	cr_assert(synonyms_read(NULL, &arena, &s, NULL) == MB_OK);
	cr_expect(eq(str, group_of(&s, "bid", false), ""));
	cr_expect(eq(str, group_of(&s, "bid", true),
		     "bid|business improvement district"));
	cr_expect(eq(str, group_of(&s, "business improvement district", false),
		     "bid|business improvement district"));
}

Test(synonyms, are_read_from_a_file_of_ones_own)
{
	struct synonyms s;
	const char *path =
	    write_file("# bridges\n\n"
		       "Ropewalk Scheme = LTN-4 = the bollards\n");

	cr_assert(synonyms_read(path, &arena, &s, NULL) == MB_OK);
	cr_expect(eq(str, group_of(&s, "the bollards", false),
		     "ropewalk scheme|ltn 4|the bollards"));
}

Test(synonyms, name_the_line_that_is_no_group)
{
	const struct {
		const char *text, *says;
	} cases[] = {
		{ "a = b\nlonely\n", "a group needs two members" },
		{ "a = b\nx = =\n", "a group needs two members" },
		{ "a = b\na = 1 2 3 4 5 6 7 8\n", "at most" },
		{ "a = b\na = b = c = d = e = f = g\n", "at most" },
		{ "a = b\ntopic: = c\n", "a topic needs a name" },
		{ "a = b\ntopic:canal\n", "a topic needs a name" },
		{ "a = b\ntopic:c = 1 2 3 4 5 6 7 8\n", "at most" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct synonyms s;
		struct mb_err err = { .code = MB_OK };
		int rc =
		    synonyms_read(write_file(cases[i].text), &arena, &s, &err);

		cr_expect(eq(int, rc, MB_EFORMAT), "%s", cases[i].text);
		cr_expect(strstr(err.msg, ".txt:2: ") != NULL, "%s", err.msg);
		cr_expect(strstr(err.msg, cases[i].says) != NULL, "%s",
			  err.msg);
	}
}

Test(synonyms, say_which_file_is_not_there)
{
	struct synonyms s;
	struct mb_err err = { .code = MB_OK };

	cr_expect(eq(int, synonyms_read("/nowhere/synonyms", &arena, &s, &err),
		     MB_EIO));
	cr_expect(strstr(err.msg, "/nowhere/synonyms: ") != NULL);
}

static int read_once(void)
{
	struct mb_arena own = MB_ARENA_INIT;
	struct synonyms s;
	int rc = synonyms_read(NULL, &own, &s, NULL);

	mb_arena_release(&own);
	return rc;
}

Test(synonyms, survive_running_out_of_memory_anywhere)
{
	fault_each_allocation(read_once);
}

/* --- topics ------------------------------------------------------------ */

static struct mb_str name_of(const char *name)
{
	return mb_str_of(name);
}

Test(synonyms, has_topics_of_many_members)
{
	struct synonyms s;
	const struct topic *topic;

	cr_assert(synonyms_read(NULL, &arena, &s, NULL) == MB_OK);
	cr_expect(gt(sz, s.n_topics, 10));
	topic = synonyms_topic(&s, name_of("social care"));
	cr_assert(topic != NULL);
	cr_expect(gt(sz, topic->n, 5));
	cr_expect(synonyms_topic(&s, name_of("unicorns")) == NULL);
	for (size_t i = 0; i < s.n_topics; i++)
		for (size_t k = 0; k < s.topics[i].n; k++)
			cr_expect(gt(sz, s.topics[i].members[k].len, 1));
}

Test(synonyms, adds_the_topics_of_a_persons_own_file)
{
	struct synonyms s;
	const struct topic *topic;
	size_t n_before;

	cr_assert(synonyms_read(NULL, &arena, &s, NULL) == MB_OK);
	n_before = synonyms_topic(&s, name_of("waste"))->n;
	cr_assert(
	    synonyms_read(write_file("topic:Waste = Skip Hire = litter\n"
				     "topic:canal = towpath = lock gates\n"),
			  &arena, &s, NULL) == MB_OK);
	topic = synonyms_topic(&s, name_of("waste"));
	cr_expect(eq(sz, topic->n, n_before + 1), "litter was there");
	text_expect(topic->members[n_before], "skip hire", "folded");
	topic = synonyms_topic(&s, name_of("canal"));
	cr_assert(topic != NULL);
	cr_expect(eq(sz, topic->n, 2));
}

/* What --topics prints can be read again, and is the same. */
Test(synonyms, prints_topics_as_it_reads_them)
{
	struct synonyms s, again;
	struct mb_buf first = MB_BUF_INIT, second = MB_BUF_INIT;
	int rc;

	cr_assert(synonyms_read(NULL, &arena, &s, NULL) == MB_OK);
	synonyms_print_topics(&s, &first);
	mb_buf_add_char(&first, '\0');
	rc = synonyms_read(write_file(first.ptr), &arena, &again, NULL);
	cr_assert(eq(int, rc, MB_OK));
	synonyms_print_topics(&again, &second);
	mb_buf_add_char(&second, '\0');
	cr_expect(eq(str, first.ptr, second.ptr));
	mb_buf_release(&first);
	mb_buf_release(&second);
}
