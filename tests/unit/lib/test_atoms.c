#include "atoms.h"

#include "minutebook/terms.h"
#include "support/fault.h"
#include "support/text.h"

static struct atoms atoms;

static void release(void)
{
	mb_atoms_release(&atoms);
}

TestSuite(atoms, .fini = release);

/* The atoms of a text: their words, and a sign for each gap but the last. */
static char *printed(const char *text)
{
	struct mb_buf buf = MB_BUF_INIT;
	char *copy;

	mb_atoms_scan(&atoms, mb_str_of(text));
	cr_assert(not(atoms.folded.has_failed));
	for (size_t i = 0; i < atoms.n; i++) {
		mb_buf_add(&buf, mb_atoms_word(&atoms, i));
		if (i + 1 < atoms.n)
			mb_buf_add_char(&buf, "|_-~'.,/&"[atoms.items[i].gap]);
	}
	copy = text_of(mb_buf_str(&buf));
	mb_buf_release(&buf);
	return copy;
}

Test(atoms, tell_what_stands_between_them)
{
	static const char *const cases[][2] = {
		{ "", "" },
		{ "Withy Green", "withy_green" },
		{ "one\ntwo", "one_two" },
		{ "one\n\ntwo", "one|two" },
		{ "one; two", "one|two" },
		{ "anti-racism", "anti-racism" },
		{ "infor-\nmation", "infor~mation" },
		{ "Fajana-\nThomas", "fajana|thomas" },
		{ "O'Brien", "o'brien" },
		{ "N.H.S", "n.h.s" },
		{ "end.Next", "end|next" },
		{ "13.6", "13.6" },
		{ "1,200", "1,200" },
		{ "one,two", "one|two" },
		{ "2021/22", "2021/22" },
		{ "and/or", "and|or" },
		{ "R&D", "r&d" },
		{ "R & D", "r|and_d" },
		{ "50%", "50|percent" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char *got = printed(cases[i][0]);

		cr_expect(eq(str, got, cases[i][1]), "'%s'", cases[i][0]);
	}
}

Test(atoms, are_letters_digits_or_both)
{
	mb_atoms_scan(&atoms, MB_STR("ward 12 4a Si\xC3\xA2n"));
	cr_assert(eq(sz, atoms.n, 4));
	cr_expect(eq(int, atoms.items[0].kind, ATOM_LETTERS));
	cr_expect(eq(int, atoms.items[1].kind, ATOM_DIGITS));
	cr_expect(eq(int, atoms.items[2].kind, ATOM_MIXED));
	cr_expect(eq(int, atoms.items[3].kind, ATOM_LETTERS));
	cr_expect(eq(sz, atoms.items[3].start, 11));
	cr_expect(eq(sz, atoms.items[3].end, 16));
}

Test(atoms, forget_the_text_before)
{
	printed("one two three");
	cr_expect(eq(str, printed("four"), "four"));
	cr_expect(eq(str, printed(""), ""));
}

static int scan_once(void)
{
	struct atoms own = { 0 };
	int rc;

	mb_atoms_scan(&own, MB_STR("1 2 3 4 5 6 7 8 9 labor & 50% "
				   "a b c d e f g h i j k l m n o p "
				   "q r s t u v w x y z a b c d e f "
				   "g h i j k l m n o p q r s t u v"));
	rc = own.folded.has_failed ? MB_ENOMEM : MB_OK;
	mb_atoms_release(&own);
	return rc;
}

Test(atoms, survive_running_out_of_memory_anywhere)
{
	fault_each_allocation(scan_once);
}

Test(atoms, begin_anew_after_a_failure)
{
	atoms.folded.has_failed = true;
	cr_expect(eq(str, printed("Withy Green"), "withy_green"));
}
