/*
 * markdown_html.h - the HTML that Markdown goes over into
 *
 * Exporters of web sites leave what Markdown has no marks for as it was,
 * tables above all, often in one physical line.
 */
#ifndef INDEXER_MARKDOWN_HTML_H
#define INDEXER_MARKDOWN_HTML_H

#include "lines.h"

struct markdown_html {
	struct mb_str text;  /* whole lines */
	bool has_open_table; /* one that nothing closes was seen */
};

/*
 * If @line begins a block of HTML, takes it off @reader and gives it in
 * @html: a table with all of it, any other up to the next empty line.
 * @html, zeroed at first, belongs to one document.
 */
bool markdown_cut_html(struct markdown_html *html, struct line_reader *reader,
		       const struct text_line *line);

/*
 * The length of the tag or comment that @s begins, and the tag's name, "b" or
 * "/b"; 0 if it begins none.
 */
size_t markdown_tag_length(struct mb_str s, struct mb_str *name);

#endif
