#include "gather.h"

#include "lines.h"
#include "link_title.h"
#include "minutebook/text.h"

static bool is_blank_text(struct mb_str s)
{
	uint32_t c;

	while (mb_utf8_next(&s, &c))
		if (!mb_is_blank(c) && !mb_is_invisible(c))
			return false;
	return true;
}

/* Whether @s has more than the signs between links: "[ ", " | " */
static bool has_words(struct mb_str s)
{
	uint32_t c;

	while (mb_utf8_next(&s, &c))
		if (mb_is_letter(c) || (c < 0x80 && mb_is_digit((char)c)))
			return true;
	return false;
}

/*
 * Notes where a block begins.  The parser stands behind @text when it gives
 * it, so that the line ends in it are to be taken back.
 */
static void set_line(struct gather *gather, struct mb_str text, uint32_t line)
{
	uint32_t n_inside = (uint32_t)mb_str_count(text, '\n');
	bool is_first = gather->keeps_lines
			    ? gather->text.len == 0
			    : is_blank_text(mb_buf_str(&gather->text));

	if (!is_first || line <= n_inside)
		return;
	gather->line = line - n_inside;
	while (!gather->keeps_lines && text.len > 0 &&
	       mb_is_space(text.ptr[0])) {
		gather->line += text.ptr[0] == '\n';
		text = mb_str_drop(text, 1);
	}
}

static enum block_kind kind_of(const struct gather *gather)
{
	if (gather->heading_level > 0)
		return BLOCK_HEADING;
	if (gather->n_entries > 0)
		return BLOCK_ENTRY;
	return gather->keeps_lines ? BLOCK_LINE : BLOCK_PARAGRAPH;
}

static void add_block(struct gather *gather, struct mb_str text, uint32_t line)
{
	struct block block = {
		.kind = kind_of(gather),
		.mark = gather->mark_here ? gather->mark_here : gather->mark,
		.text = text,
		.bold_front = gather->keeps_lines
				  ? (struct mb_str){ NULL, 0 }
				  : bold_front_of(&gather->bold_front, text),
		.marker = gather->marker,
		.href = gather->href,
		.site_id = gather->site_id,
		.line = line,
		.indent = (uint16_t)gather->n_lists,
		.level = gather->heading_level,
		.n_blank = gather->n_blank,
		.is_bold = gather->has_bold && !gather->has_plain,
		.is_cut = gather->is_cut,
		.is_link = !gather->has_unlinked && has_words(text),
		.is_file = has_words(text) &&
			   (!gather->has_unfiled ||
			    (!gather->has_unlinked && !link_leads_on(text))),
		.n_links = gather->n_links_here,
	};

	block.text = mb_str_trim(block.text);
	while (block.text.len > 1 &&
	       mb_str_starts(block.text, MB_STR("\xC2\xA0")))
		block.text = mb_str_trim(mb_str_drop(block.text, 2));
	if (block.kind != BLOCK_ENTRY &&
	    lines_cut_bullet(&block.text, &block.marker))
		block.kind = BLOCK_ENTRY;
	if (blocks_add(gather->blocks, &block))
		gather->marker = (struct mb_str){ NULL, 0 };
	gather->n_blank = 0;
}

/* One block for each line of the text. */
static void add_lines(struct gather *gather, struct mb_str text)
{
	uint32_t line = gather->line;
	struct mb_str part;

	for (; mb_str_next_line(&text, &part); line++) {
		if (!is_blank_text(part))
			add_block(gather, part, line);
		else if (gather->n_blank < UINT8_MAX)
			gather->n_blank++;
	}
}

static void forget_block(struct gather *gather)
{
	mb_buf_truncate(&gather->text, 0);
	gather->mark_here = MARK_NONE;
	gather->has_plain = gather->has_bold = gather->is_cut = false;
	gather->has_unlinked = gather->has_unfiled = false;
	gather->n_links_here = 0;
	gather->bold_front = (struct bold_front){ .len = 0 };
	gather->site_id = 0;
	gather->href = (struct mb_str){ NULL, 0 };
}

void gather_text(struct gather *gather, struct mb_str text, uint32_t line)
{
	set_line(gather, text, line);
	if (!is_blank_text(text)) {
		if (gather->n_bolds > 0)
			gather->has_bold = true;
		else
			gather->has_plain = true;
	}
	if (has_words(text)) {
		gather->has_unlinked |= gather->n_links == 0;
		gather->has_unfiled |= gather->n_files == 0;
	}
	mb_buf_add(&gather->text, text);
	bold_front_note(&gather->bold_front, text, gather->n_bolds > 0,
			gather->text.len);
}

void gather_end(struct gather *gather)
{
	struct mb_str text = mb_buf_str(&gather->text);
	bool is_blank = is_blank_text(text);
	uint64_t anchor = 0;

	if (gather->n_skips > 0)
		return; /* what gathers stands around it, and goes on */
	if (is_blank && gather->mark == MARK_NONE)
		anchor = gather->site_id; /* by itself, of what follows */
	if (!is_blank || (gather->site_id != 0 && anchor == 0)) {
		if (gather->keeps_lines && !is_blank)
			add_lines(gather, text);
		else
			add_block(gather, text, gather->line);
	}
	forget_block(gather);
	gather->site_id = anchor;
}

void gather_break(struct gather *gather)
{
	struct mb_str text = mb_buf_str(&gather->text);

	if (gather->n_skips > 0)
		return;
	if (is_blank_text(text)) {
		if (gather->n_blank < UINT8_MAX)
			gather->n_blank++;
		return;
	}
	if (gather->mark == MARK_NONE || gather->mark == MARK_TEXT)
		gather_end(gather); /* a line of its own */
	else
		mb_buf_add_char(&gather->text, ' ');
}
