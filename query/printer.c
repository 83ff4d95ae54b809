#include "printer.h"

#include <errno.h>
#include <string.h>

#include "terminal.h"

void printer_begin(struct printer *p, const struct options *o,
		   const struct render_ops *ops,
		   const struct printer_page *page)
{
	bool is_page = o->has_pager && ops->is_for_people;

	*p = (struct printer){ .options = o, .ops = ops, .n_groups = -1 };
	p->to = terminal_page(is_page);
	p->render = (struct render){
		.out = &p->buf,
		.shape = page->shape,
		.width = terminal_width(stdout),
		.has_color =
		    o->color == COLOR_ALWAYS ||
		    (o->color == COLOR_AUTO && terminal_has_color(stdout)),
		.ends_with_nul = o->ends_with_nul,
		.is_raw_csv = o->is_raw_csv,
		.has_levels = o->search.match != MATCH_ANY,
		.title = page->title,
		.updated = page->updated,
	};
	p->ops->begin(&p->render);
}

/* The first record goes out at once. */
int printer_flush(struct printer *p, struct mb_err *err)
{
	struct mb_str text;
	int rc = mb_buf_finish(&p->buf, &text, err);

	if (rc != MB_OK || !p->to || text.len == 0)
		return rc;
	errno = 0;
	if (fwrite(text.ptr, 1, text.len, p->to) != text.len ||
	    (!p->is_flushed && fflush(p->to) != 0)) {
		if (errno != EPIPE)
			return mb_fail(err, MB_EIO, "standard output: %s",
				       strerror(errno));
		clearerr(p->to);
		return MB_ESTOPPED;
	}
	p->is_flushed = true;
	mb_buf_truncate(&p->buf, 0);
	return MB_OK;
}

int printer_end(struct printer *p, int rc, struct mb_err *err)
{
	if (rc == MB_OK) {
		p->ops->end(&p->render);
		rc = printer_flush(p, err);
	}
	render_release(&p->render);
	mb_buf_release(&p->buf);
	if (!terminal_close(p->to) && rc == MB_OK)
		rc = mb_fail(err, MB_EIO, "standard output: %s",
			     strerror(errno));
	return rc == MB_ESTOPPED ? MB_OK : rc;
}
