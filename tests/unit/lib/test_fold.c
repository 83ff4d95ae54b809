/* Which copy of an item is shown, and what of the others. */
#include "fold_copies.h"

#include "minutebook/buf.h"
#include "minutebook/text.h"
#include "support/text.h"

#define MAX_COPIES 4

static struct mb_arena arena;
static struct fold_copy copies[MAX_COPIES];
static size_t n_copies;

static void release(void)
{
	mb_arena_release(&arena);
	n_copies = 0;
}

TestSuite(fold, .fini = release);

static struct mb_str folded(const char *text)
{
	struct mb_buf buf = MB_BUF_INIT;
	struct mb_str out;

	mb_fold(&buf, mb_str_of(text));
	cr_assert(eq(int, mb_buf_move(&buf, &arena, &out, NULL), MB_OK));
	mb_buf_release(&buf);
	return out;
}

/* A copy in a document of its own; its paragraphs end with '|'. */
static struct fold_copy *add(const char *number, const char *title,
			     const char *text)
{
	struct fold_copy *copy = &copies[n_copies];
	struct mb_str rest = mb_str_of(text);
	struct mb_buf words = MB_BUF_INIT;

	*copy = (struct fold_copy){
		.id = (int64_t)n_copies + 1,
		.document = (int64_t)n_copies + 1,
		.order = n_copies,
		.number = folded(number),
		.title = mb_str_of(title),
		.title_words = folded(title),
		.parts = MB_NEW(&arena, struct fold_part, 8),
	};
	n_copies++;
	do {
		struct fold_part *part = &copy->parts[copy->n_parts++];
		struct mb_cut cut = mb_str_cut(rest, '|');

		*part =
		    (struct fold_part){ .text = cut.head, .start = words.len };
		mb_fold(&words, cut.head);
		part->end = words.len;
		mb_buf_add_char(&words, ' ');
		rest = cut.tail;
	} while (rest.len > 0);
	copy->n_words = (int64_t)mb_str_count(mb_buf_str(&words), ' ');
	cr_assert(
	    eq(int, mb_buf_move(&words, &arena, &copy->words, NULL), MB_OK));
	mb_buf_release(&words);
	return copy;
}

static void fold(void)
{
	cr_assert(eq(int, mb_fold_pair(copies, n_copies, &arena, NULL), MB_OK));
	mb_fold_decide(copies, n_copies);
}

#define LONG "The Chair thanked the volunteers who had kept the library open"

Test(fold, hides_a_copy_that_has_nothing_of_its_own)
{
	struct fold_copy *best = add("5", "Libraries", LONG "|Noted.");
	struct fold_copy *copy = add("", "LIBRARIES", LONG ".");

	fold();
	cr_expect(not(best->is_hidden));
	cr_expect(copy->is_hidden);
	cr_expect(copy->same_as == best);
	cr_expect(best->same_as == NULL);
}

Test(fold, keeps_what_only_the_lesser_copy_has)
{
	struct fold_copy *draft = add("5", "Libraries", LONG "|The fee is £5.");
	struct fold_copy *minutes =
	    add("5", "Libraries", LONG "|The fee is £6.");

	draft->status = 2;
	fold();
	cr_expect(not(draft->is_hidden));
	cr_expect(draft->parts[0].is_hidden);
	cr_expect(not(draft->parts[1].is_hidden));
	cr_expect(not(minutes->parts[0].is_hidden));
	cr_expect(not(minutes->parts[1].is_hidden));
}

Test(fold, prefers_by_a_total_order)
{
	const struct {
		const char *what;
		struct fold_copy better, worse;
	} cases[] = {
		{ "whole", { .is_cut = false }, { .is_cut = true } },
		{ "confirmed", { .status = 0, .content = 2 }, { .status = 1 } },
		{ "minutes", { .content = 0 }, { .content = 1, .n_marks = 9 } },
		{ "richer", { .n_marks = 2 }, { .n_marks = 1, .kind = -1 } },
		{ "page of a meeting", { .kind = 0 }, { .kind = 1 } },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		for (int turn = 0; turn < 2; turn++) {
			struct fold_copy *pair[2];
			const struct fold_copy *like[2] = { &cases[i].better,
							    &cases[i].worse };

			n_copies = 0;
			for (int k = 0; k < 2; k++) {
				struct fold_copy *c = add("1", "Fees", LONG);

				pair[k ^ turn] = c;
				c->is_cut = like[k ^ turn]->is_cut;
				c->status = like[k ^ turn]->status;
				c->content = like[k ^ turn]->content;
				c->n_marks = like[k ^ turn]->n_marks;
				c->kind = like[k ^ turn]->kind;
			}
			fold();
			cr_expect(not(pair[0]->is_hidden), "%s", cases[i].what);
			cr_expect(pair[1]->is_hidden, "%s", cases[i].what);
		}
}

Test(fold, hides_a_cut_paragraph_behind_the_whole_one)
{
	struct fold_copy *cut = add("5", "Libraries", "Noted.|" LONG " op");
	struct fold_copy *whole = add("", "Libraries", LONG " open all year.");

	cut->is_cut = cut->parts[1].is_cut = true;
	fold();
	cr_expect(cut->parts[1].is_hidden);
	cr_expect(not(cut->parts[0].is_hidden));
	cr_expect(not(whole->parts[0].is_hidden));
}

Test(fold, never_hides_two_copies_behind_each_other)
{
	for (int n_cut = 0; n_cut <= 2; n_cut++) {
		size_t n_shown = 0;

		n_copies = 0;
		for (int k = 0; k < 2; k++) {
			struct fold_copy *c = add("5", "Libraries", LONG);

			c->is_cut = c->parts[0].is_cut = k < n_cut;
		}
		fold();
		for (size_t k = 0; k < n_copies; k++)
			n_shown += !copies[k].parts[0].is_hidden;
		cr_expect(eq(sz, n_shown, 1), "%d of them cut", n_cut);
	}
}

Test(fold, keeps_a_speaker_that_the_better_copy_does_not_know)
{
	struct fold_copy *best = add("5", "Libraries", LONG);
	struct fold_copy *copy = add("5", "Libraries", LONG);

	best->n_marks = 5;
	copy->parts[0].speaker = MB_STR("the chair");
	fold();
	cr_expect(not(copy->parts[0].is_hidden));
	best->parts[0].speaker = MB_STR("the chair");
	fold();
	cr_expect(copy->parts[0].is_hidden);
}

Test(fold, takes_short_texts_for_the_same_only_as_a_whole)
{
	struct fold_copy *best = add("5", "Libraries", "The report was noted");
	struct fold_copy *copy = add("5", "Libraries", "was noted");

	best->n_marks = 1;
	fold();
	cr_expect(not(copy->parts[0].is_hidden));
}

Test(fold, leaves_other_items_and_the_same_document_alone)
{
	struct fold_copy *a = add("5", "Libraries", LONG);
	struct fold_copy *b = add("6", "Fees", LONG);
	struct fold_copy *c = add("5", "Libraries", LONG);

	c->document = a->document;
	fold();
	cr_expect(not(a->is_hidden));
	cr_expect(not(b->is_hidden));
	cr_expect(not(c->is_hidden));
}

Test(fold, hides_a_bare_title_behind_the_item_and_loses_no_title)
{
	struct fold_copy *agenda = add("5", "Libraries", "");
	struct fold_copy *minutes = add("9", "Libraries", LONG);
	struct fold_copy *other = add("9", "Libraries and museums", LONG);

	other->status = 2;
	fold();
	cr_expect(agenda->is_hidden);
	cr_expect(not(minutes->is_hidden));
	cr_expect(not(other->is_hidden), "its title says more");
	cr_expect(not(other->parts[0].is_hidden));
}

Test(fold, shows_structured_text_before_a_single_long_line)
{
	struct fold_copy *line = add("5", "Libraries", LONG " Noted in May");
	struct fold_copy *rich = add("5", "Libraries", LONG "|Noted in May");

	rich->n_marks = 2;
	fold();
	cr_expect(line->is_hidden);
	cr_expect(not(rich->is_hidden));
}
