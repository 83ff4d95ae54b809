#include "csv.h"

#include "minutebook/text.h"
#include "render.h"

/* Whether a spreadsheet would take the cell for a formula. */
static bool is_formula(struct mb_str s)
{
	uint32_t c;

	if (!mb_utf8_next(&s, &c))
		return false;
	switch (c) {
	case '=':
	case '+':
	case '-':
	case '@':
	case '\t':
	case '\r':
	case '\n':
	case 0xFF1D: /* the same signs in the width of Chinese characters */
	case 0xFF0B:
	case 0xFF0D:
	case 0xFF20:
		return true;
	default:
		return false;
	}
}

static bool needs_quotes(struct mb_str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.ptr[i] == '"' || s.ptr[i] == ',' || s.ptr[i] == '\n' ||
		    s.ptr[i] == '\r')
			return true;
	return s.len > 0 && (s.ptr[0] == ' ' || s.ptr[s.len - 1] == ' ');
}

void csv_cell(struct mb_buf *out, struct mb_str s, bool is_raw)
{
	bool has_quotes = needs_quotes(s);

	if (has_quotes)
		mb_buf_add_char(out, '"');
	if (!is_raw && is_formula(s))
		mb_buf_add_char(out, '\'');
	while (s.len > 0) {
		size_t n = 0;

		while (n < s.len && s.ptr[n] != '"' && s.ptr[n] != '\n')
			n++;
		mb_add_printable(out, mb_str_take(s, n));
		if (n < s.len)
			mb_buf_add(out, s.ptr[n] == '"' ? MB_STR("\"\"")
							: MB_STR("\n"));
		s = mb_str_drop(s, n < s.len ? n + 1 : n);
	}
	if (has_quotes)
		mb_buf_add_char(out, '"');
}

void tsv_cell(struct mb_buf *out, struct mb_str s, bool is_raw)
{
	if (!is_raw && is_formula(s))
		mb_buf_add_char(out, '\'');
	while (s.len > 0) {
		size_t n = 0;

		while (n < s.len && s.ptr[n] != '\t' && s.ptr[n] != '\n' &&
		       s.ptr[n] != '\r')
			n++;
		mb_add_printable(out, mb_str_take(s, n));
		if (n < s.len)
			mb_buf_add_char(out, ' ');
		s = mb_str_drop(s, n < s.len ? n + 1 : n);
	}
}
