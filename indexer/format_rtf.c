/*
 * Rich Text Format, .rtf.
 *
 * A stream of text with words of control in it, in groups that restore on
 * their end what was set in them.  Numbers of lists stand in the file as they
 * were last printed ({\listtext}), so that none are counted.  As in Word
 * files, what was deleted or is hidden is left out, like heads, feet and
 * comments; notes come behind their paragraph.
 */
#include "flow.h"
#include "format.h"
#include "minutebook/text.h"
#include "office_meta.h"
#include "rtf_state.h"
#include "rtf_text.h"
#include "rtf_tokens.h"
#include "rtf_words.h"

/* What stands in groups deeper than this is left out. */
#define MAX_GROUPS 200

struct rtf {
	struct flow flow;
	/* outside of groups, and in each that is open */
	struct rtf_state states[MAX_GROUPS + 1];
	struct rtf_state *here; /* the last of them */
	size_t n_groups;        /* open ones, with those too deep */
	struct rtf_text text;   /* that is gathering */
	struct mb_buf aside;    /* a note or title */
	struct mb_buf number;   /* of the paragraph at hand, or empty */
	size_t n_bytes;         /* of text, so far */
	bool is_table_open, is_row_open;
};

static void note_problem(struct rtf *rtf, struct mb_str what)
{
	if (rtf->flow.blocks->note.len == 0)
		rtf->flow.blocks->note = what;
}

/* --- text -------------------------------------------------------------- */

static bool is_read(const struct rtf *rtf)
{
	enum rtf_target target = rtf->here->target;

	return rtf->n_groups <= MAX_GROUPS && target != RTF_TO_NOTHING &&
	       target != RTF_TO_INFO && !rtf->here->is_hidden &&
	       !rtf->here->is_deleted;
}

static void add_text(struct rtf *rtf, struct mb_str text)
{
	if (!is_read(rtf))
		return;
	rtf->n_bytes += text.len;
	if (rtf->here->target == RTF_TO_TEXT)
		flow_text(&rtf->flow, text, rtf->here->is_bold);
	else if (rtf->here->target == RTF_TO_NUMBER)
		mb_buf_add(&rtf->number, text);
	else
		mb_buf_add(&rtf->aside, text);
}

/* What was gathered ends, before anything else happens. */
static void end_run(struct rtf *rtf)
{
	add_text(rtf, rtf_text_take(&rtf->text));
}

static void add_bytes(struct rtf *rtf, struct mb_str bytes)
{
	if (is_read(rtf))
		rtf_text_add(&rtf->text, bytes);
	if (rtf->text.bytes.len > BLOCKS_MAX_BYTES)
		end_run(rtf);
}

static void add_unit(struct rtf *rtf, long number)
{
	if (is_read(rtf))
		rtf_text_unit(&rtf->text, number, rtf->here->n_fallback);
	if (rtf->text.text.len > BLOCKS_MAX_BYTES)
		end_run(rtf);
}

/* --- paragraphs -------------------------------------------------------- */

/* Of no letter or digit; or Word's hollow one, which is a letter. */
static bool is_bullet(struct mb_str number)
{
	struct mb_str rest = number;
	uint32_t c;

	while (mb_utf8_next(&rest, &c))
		if (mb_is_letter(c) || (c < 0x80 && mb_is_digit((char)c)))
			return mb_str_equal(number, MB_STR("o"));
	return number.len > 0;
}

static struct flow_style style_here(struct rtf *rtf)
{
	struct flow_style style = { .number =
					mb_str_trim(mb_buf_str(&rtf->number)) };

	style.heading_level = rtf->here->heading_level;
	if (style.number.len > 0)
		style.list_depth = (uint16_t)(rtf->here->list_level + 1);
	style.is_bullet = is_bullet(style.number);
	if (style.is_bullet)
		style.number = MB_STR("\xE2\x80\xA2");
	return style;
}

static void close_table(struct rtf *rtf)
{
	if (rtf->is_row_open)
		flow_close_row(&rtf->flow);
	if (rtf->is_table_open)
		flow_close_table(&rtf->flow);
	rtf->is_row_open = rtf->is_table_open = false;
}

static void open_row(struct rtf *rtf)
{
	if (!rtf->is_table_open)
		flow_open_table(&rtf->flow);
	rtf->is_table_open = true;
	if (rtf->is_row_open)
		return;
	flow_open_row(&rtf->flow);
	flow_open_cell(&rtf->flow);
	rtf->is_row_open = true;
}

static void end_text(struct rtf *rtf, bool is_line)
{
	struct flow_style style = style_here(rtf);

	if (is_line)
		flow_break(&rtf->flow, &style);
	else
		flow_end(&rtf->flow, &style);
	mb_buf_truncate(&rtf->number, 0);
}

static void end_paragraph(struct rtf *rtf)
{
	if (rtf->here->target == RTF_TO_NOTE)
		add_text(rtf, MB_STR(" "));
	if (rtf->here->target != RTF_TO_TEXT)
		return;
	/* a mark that is deleted ends nothing */
	if (!is_read(rtf)) {
		mb_buf_truncate(&rtf->number, 0);
		return;
	}
	if (rtf->here->is_in_table)
		open_row(rtf);
	else
		close_table(rtf);
	end_text(rtf, false);
}

static void end_cell(struct rtf *rtf)
{
	open_row(rtf);
	end_text(rtf, false);
	flow_close_cell(&rtf->flow);
	flow_open_cell(&rtf->flow);
}

static void end_row(struct rtf *rtf)
{
	if (rtf->is_row_open)
		flow_close_row(&rtf->flow);
	rtf->is_row_open = false;
}

static void end_page(struct rtf *rtf)
{
	end_text(rtf, true);
	flow_page(&rtf->flow);
}

/* --- groups ------------------------------------------------------------ */

static void open_group(struct rtf *rtf)
{
	if (++rtf->n_groups > MAX_GROUPS) {
		note_problem(rtf, MB_STR("broken: groups nested too deep, "
					 "whose text is left out"));
		return;
	}
	rtf->here[1] = rtf->here[0];
	rtf->here++;
}

static void send_to(struct rtf *rtf, enum rtf_target target)
{
	rtf_state_send(rtf->here, target);
	if (rtf->here->target == RTF_TO_NUMBER)
		mb_buf_truncate(&rtf->number, 0);
}

static void end_aside(struct rtf *rtf)
{
	struct mb_str text = mb_buf_str(&rtf->aside);

	if (rtf->here->target == RTF_TO_NOTE)
		flow_note(&rtf->flow, text);
	else
		office_meta_title(text, rtf->flow.blocks);
	mb_buf_truncate(&rtf->aside, 0);
}

static void close_group(struct rtf *rtf)
{
	enum rtf_target target = rtf->here->target;

	if (rtf->n_groups-- > MAX_GROUPS)
		return;
	if ((target == RTF_TO_NOTE || target == RTF_TO_TITLE) &&
	    rtf->here[-1].target != target)
		end_aside(rtf);
	rtf->here--;
}

/* --- words ------------------------------------------------------------- */

/* Words that end something. */
static void end_part(struct rtf *rtf, enum rtf_action action)
{
	if (rtf->here->target != RTF_TO_TEXT)
		return;
	switch (action) {
	case RTF_LINE:
		if (is_read(rtf))
			end_text(rtf, true);
		break;
	case RTF_PAGE:
		end_page(rtf);
		break;
	case RTF_CELL:
		end_cell(rtf);
		break;
	case RTF_INNER_CELL:
		open_row(rtf);
		end_text(rtf, false);
		break;
	case RTF_ROW:
		end_row(rtf);
		break;
	default:
		break;
	}
}

static void on_word(struct rtf *rtf, const struct rtf_token *token)
{
	const struct rtf_word *word = rtf_word_of(token->text);
	long number = token->number;

	if (!word)
		return;
	switch (word->action) {
	case RTF_ADD:
		add_text(rtf, mb_str_of(word->text));
		break;
	case RTF_SEND:
		send_to(rtf, word->target);
		break;
	case RTF_CHARSET:
		rtf_text_charset(&rtf->text, word->text);
		break;
	case RTF_CODE_PAGE:
		rtf_text_code_page(&rtf->text, number);
		break;
	case RTF_UNIT:
		add_unit(rtf, number);
		break;
	case RTF_PARAGRAPH:
		end_paragraph(rtf);
		break;
	default:
		end_part(rtf, word->action);
		rtf_state_set(rtf->here, word->action,
			      token->has_number ? number : 1);
		break;
	}
}

static void on_symbol(struct rtf *rtf, struct mb_str sign)
{
	switch (sign.ptr[0]) {
	case '\\':
	case '{':
	case '}':
		add_bytes(rtf, sign);
		break;
	case '~':
		add_bytes(rtf, MB_STR(" "));
		break;
	case '_':
		add_bytes(rtf, MB_STR("-"));
		break;
	case '*': /* what a reader may pass over */
		end_run(rtf);
		send_to(rtf, RTF_TO_NOTHING);
		break;
	case '\r':
	case '\n':
		end_run(rtf);
		end_paragraph(rtf);
		break;
	default: /* a hyphen that may be */
		break;
	}
}

/* --- the document ------------------------------------------------------ */

static bool is_character(const struct rtf_token *token)
{
	return token->kind == RTF_SYMBOL ||
	       (token->kind == RTF_WORD &&
		mb_str_equal(token->text, MB_STR("u")));
}

static void on_control(struct rtf *rtf, const struct rtf_token *token)
{
	if (!is_character(token))
		end_run(rtf);
	if (token->kind == RTF_OPEN)
		open_group(rtf);
	else if (token->kind == RTF_CLOSE)
		close_group(rtf);
	else if (rtf->n_groups > MAX_GROUPS)
		return;
	else if (token->kind == RTF_WORD)
		on_word(rtf, token);
	else
		on_symbol(rtf, token->text);
}

/* Whether the document goes on. */
static bool take_token(struct rtf *rtf, const struct rtf_token *token)
{
	struct blocks *blocks = rtf->flow.blocks;

	if (token->kind == RTF_CLOSE && rtf->n_groups <= 1)
		return false;
	if (token->kind == RTF_TEXT)
		add_bytes(rtf, token->text);
	else if (token->kind == RTF_BYTE)
		add_bytes(rtf, (struct mb_str){ &token->byte, 1 });
	else
		on_control(rtf, token);
	if (rtf->n_bytes > BLOCKS_MAX_BYTES)
		blocks->is_full = true;
	return !blocks->is_full && !blocks->has_failed;
}

/* What is gathering when the file ends, maybe inside of something else. */
static void end_document(struct rtf *rtf)
{
	end_run(rtf);
	rtf->n_groups = 0;
	while (rtf->here > rtf->states &&
	       (rtf->here->target != RTF_TO_TEXT || !is_read(rtf)))
		rtf->here--;
	end_paragraph(rtf);
	close_table(rtf);
}

static void parse(struct rtf *rtf, struct mb_str rest)
{
	struct rtf_token token;
	bool goes_on = true;

	while (goes_on && rtf_next(&rest, &token))
		goes_on = take_token(rtf, &token);
	end_document(rtf);
	if (goes_on)
		note_problem(rtf, MB_STR("broken: the file ends in the middle, "
					 "and what came behind is lost"));
}

static void release(struct rtf *rtf)
{
	rtf->flow.blocks->has_failed |=
	    rtf->text.bytes.has_failed || rtf->text.text.has_failed ||
	    rtf->aside.has_failed || rtf->number.has_failed;
	rtf_text_release(&rtf->text);
	mb_buf_release(&rtf->aside);
	mb_buf_release(&rtf->number);
	flow_release(&rtf->flow);
}

void format_rtf(const struct source *source, struct blocks *blocks)
{
	struct rtf *rtf = MB_NEW(blocks->arena, struct rtf, 1);

	if (!rtf) {
		blocks->has_failed = true;
		return;
	}
	rtf->flow = flow_to(blocks);
	rtf->text = rtf_text_new();
	rtf->here = rtf->states;
	rtf->here->n_fallback = 1;
	parse(rtf, source->bytes);
	release(rtf);
}
