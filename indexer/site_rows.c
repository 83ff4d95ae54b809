#include "site_rows.h"

#include "words.h"

/* The labels of an item's sections, as the program prints them. */
static const char *const labels[] = {
	"Additional documents:",
	"Decision:",
	"Minutes:",
	"Supporting documents:",
};

/* The label that ends at byte @end of @s, as a word of its own; its length. */
static size_t label_before(struct mb_str s, size_t end)
{
	for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++) {
		struct mb_str label = mb_str_of(labels[i]);

		if (mb_str_ends(mb_str_take(s, end), label) &&
		    (end == label.len || s.ptr[end - label.len - 1] == ' '))
			return label.len;
	}
	return 0;
}

/* Where the first label stands in @s, or at its end; its length. */
static size_t find_label(struct mb_str s, size_t *at)
{
	for (size_t end = 1; end <= s.len; end++) {
		size_t len = s.ptr[end - 1] == ':' ? label_before(s, end) : 0;

		if (len > 0) {
			*at = end - len;
			return len;
		}
	}
	*at = s.len;
	return 0;
}

/* "To receive", "To note": what an agenda asks for, behind the title. */
static bool begins_purpose(struct mb_str s)
{
	static const char *const verbs[] = {
		"agree",    "answer",    "appoint", "approve", "confirm",
		"consider", "determine", "discuss", "elect",   "note",
		"receive",  "review",    "sign",
	};
	struct mb_str to = MB_STR(" To ");

	return mb_str_starts(s, to) &&
	       WORDS_HAS(verbs, mb_str_cut(mb_str_drop(s, to.len), ' ').head);
}

/* "PDF 55 KB" at the front of @s: its length, or 0 */
static size_t size_of_file(struct mb_str s)
{
	static const char *const units[] = { " KB", " MB" };
	struct mb_str pdf = MB_STR(" PDF "), rest;
	unsigned long n;

	if (!mb_str_starts(s, pdf))
		return 0;
	rest = mb_str_drop(s, pdf.len);
	if (!mb_str_number(&rest, 99999, &n))
		return 0;
	for (size_t i = 0; i < 2; i++)
		if (mb_str_starts(rest, mb_str_of(units[i])))
			return s.len - rest.len + mb_str_of(units[i]).len;
	return 0;
}

/* Where the title ends that @s begins with. */
static size_t title_end(struct mb_str s)
{
	for (size_t at = 1; at < s.len; at++) {
		struct mb_str rest = mb_str_drop(s, at);
		size_t size = size_of_file(rest);

		if (size > 0)
			return at + size;
		if (begins_purpose(rest))
			return at;
	}
	return s.len;
}

static void add(struct blocks *out, const struct block *b, struct mb_str text,
		enum block_mark mark)
{
	struct block part = *b;

	part.text = mb_str_trim(text);
	part.mark = mark;
	part.bold_front = (struct mb_str){ NULL, 0 };
	part.n_cells = 0;
	if (part.text.len > 0)
		blocks_add(out, &part);
}

/* The text of @b between its labels, which are blocks of their own. */
static void add_parts(struct blocks *out, const struct block *b,
		      struct mb_str text)
{
	while (text.len > 0) {
		size_t at, len = find_label(text, &at);

		add(out, b, mb_str_take(text, at), MARK_NONE);
		add(out, b, mb_str_slice(text, at, at + len), MARK_NONE);
		text = mb_str_drop(text, at + len);
	}
}

static void add_item(struct blocks *out, const struct block *b,
		     struct mb_str text)
{
	size_t end, label;

	(void)find_label(text, &label);
	end = title_end(mb_str_take(text, label));
	add(out, b, mb_str_take(text, end), MARK_ITEM_TITLE);
	add_parts(out, b, mb_str_drop(text, end));
}

/* A row's end; what a text between pipes ends in. */
static struct mb_str without_pipes(struct mb_str s)
{
	s = mb_str_trim(s);
	while (s.len > 0 && s.ptr[s.len - 1] == '|')
		s = mb_str_trim(mb_str_take(s, s.len - 1));
	return s;
}

void site_rows_open(struct blocks *blocks, size_t head)
{
	struct blocks out = blocks_in(blocks->arena);
	bool begins_row = true;

	for (size_t i = 0; i < blocks->n; i++) {
		const struct block *b = &blocks->items[i];
		struct mb_str text = without_pipes(b->text);

		if (i <= head)
			add(&out, b, b->text, b->mark);
		else if (begins_row && text.len > 0)
			add_item(&out, b, text);
		else
			add_parts(&out, b, text);
		begins_row = i <= head || text.len < b->text.len;
	}
	blocks->has_failed |= out.has_failed;
	blocks->items = out.items;
	blocks->n = out.n;
	blocks->capacity = out.capacity;
}
