#include "location.h"

#include "minutebook/text.h"
#include "render.h"

void location_path(struct mb_buf *out, const struct mb_hit *hit)
{
	struct mb_str root = hit->root;

	while (root.len > 1 && root.ptr[root.len - 1] == '/')
		root.len--;
	/* a file that was given by itself is its own root */
	if (root.len > 0 && !mb_str_equal(root, hit->path) &&
	    !mb_str_equal(root, MB_STR("."))) {
		mb_add_printable(out, root);
		mb_buf_add_char(out, '/');
	}
	mb_add_printable(out, hit->path);
}

void location_full(struct mb_buf *out, const struct mb_hit *hit)
{
	location_path(out, hit);
	if (hit->page > 0)
		mb_buf_add_format(out, ", page %u", hit->page);
	else if (hit->line > 0)
		mb_buf_add_format(out, ":%u", hit->line);
}

const char *location_month(int month)
{
	static const char *const months[] = {
		"January",   "February", "March",    "April",
		"May",       "June",     "July",     "August",
		"September", "October",  "November", "December",
	};

	return months[month - 1];
}

void location_date(struct mb_buf *out, struct mb_date date)
{
	if (mb_date_is_known(date))
		mb_buf_add_format(out, "%d %s %d", date.day,
				  location_month(date.month), date.year);
	else
		mb_buf_add(out, MB_STR("undated"));
}
