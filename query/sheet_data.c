/*
 * For programs: CSV (RFC 4180), one table behind the other, each row with the
 * key of its section first; and JSON.
 */
#include "csv.h"
#include "minutebook/json.h"
#include "sheet.h"

#define REPORT_VERSION 1

/* --- CSV --------------------------------------------------------------- */

void sheet_print_csv(const struct sheet *sheet, struct mb_buf *out)
{
	for (size_t i = 0; i < sheet->n_sections; i++) {
		const struct section *section = &sheet->sections[i];
		const struct mb_table *table = &section->table;

		mb_buf_add(out, MB_STR("section"));
		for (size_t c = 0; c < table->n_columns; c++)
			mb_buf_add_format(out, ",%s", table->columns[c]);
		mb_buf_add(out, MB_STR("\r\n"));
		for (size_t r = 0; r < table->n_rows; r++) {
			mb_buf_add(out, mb_str_of(section->key));
			for (size_t c = 0; c < table->n_columns; c++) {
				mb_buf_add_char(out, ',');
				csv_cell(out, mb_table_cell(table, r, c),
					 false);
			}
			mb_buf_add(out, MB_STR("\r\n"));
		}
	}
}

/* --- JSON -------------------------------------------------------------- */

static bool is_count(struct mb_str cell)
{
	if (cell.len == 0 || cell.len > 15)
		return false;
	for (size_t i = 0; i < cell.len; i++)
		if (!mb_is_digit(cell.ptr[i]))
			return false;
	return cell.len == 1 || cell.ptr[0] != '0';
}

static void add_value(struct mb_json *json, struct mb_str cell)
{
	unsigned long n = 0;
	struct mb_str rest = cell;

	if (is_count(cell) && mb_str_number(&rest, 999999999999999UL, &n))
		mb_json_int(json, (int64_t)n);
	else
		mb_json_string_or_null(json, cell);
}

void sheet_print_json(const struct sheet *sheet, struct mb_buf *out)
{
	struct mb_json json = mb_json_to(out);

	mb_json_object(&json);
	mb_json_key(&json, "format_version");
	mb_json_int(&json, REPORT_VERSION);
	mb_json_key(&json, "title");
	mb_json_string(&json, sheet->title);
	for (size_t i = 0; i < sheet->n_sections; i++) {
		const struct mb_table *table = &sheet->sections[i].table;

		mb_json_key(&json, sheet->sections[i].key);
		mb_json_array(&json);
		for (size_t r = 0; r < table->n_rows; r++) {
			mb_json_object(&json);
			for (size_t c = 0; c < table->n_columns; c++) {
				mb_json_key(&json, table->columns[c]);
				add_value(&json, mb_table_cell(table, r, c));
			}
			mb_json_end(&json);
		}
		mb_json_end(&json);
	}
	mb_json_end(&json);
	mb_buf_add_char(out, '\n');
}
