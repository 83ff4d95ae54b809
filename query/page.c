#include "page.h"

#include "html.h"

static const char style[] =
    "body { margin: 0; color: #1b1b1b; background: #fff;\n"
    "  font: 1rem/1.5 Georgia, \"Times New Roman\", serif; }\n"
    "main { max-width: 46rem; margin: 0 auto; padding: 1rem; }\n"
    "h1, h2, h3 { line-height: 1.25; margin: 1.5em 0 .25em; }\n"
    "h1 { font-size: 1.75rem; } h2 { font-size: 1.375rem; }\n"
    "h3 { font-size: 1.125rem; }\n"
    "p { margin: .25em 0 .5em; overflow-wrap: anywhere; }\n"
    "a { color: #0b4a8f; }\n"
    "a:focus { outline: 3px solid #0b4a8f; outline-offset: 2px; }\n"
    ".meeting, .place, .note { color: #4d4d4d; }\n"
    ".place { font-size: .875rem; }\n"
    ".who { font-weight: bold; margin-top: 1em; }\n"
    ".kind { font-weight: normal; font-style: italic; }\n"
    "blockquote { margin: .25em 0 .25em 0; padding-left: 1em;\n"
    "  border-left: 4px solid #6b6b6b; }\n"
    "mark { background: #ffe9a8; color: inherit; font-weight: bold; }\n"
    ".scroll { overflow-x: auto; }\n"
    "table { border-collapse: collapse; margin: .5em 0;\n"
    "  font-variant-numeric: tabular-nums; }\n"
    "th, td { padding: .2em .6em; border-bottom: 1px solid #767676;\n"
    "  text-align: left; vertical-align: top; }\n"
    ".n { text-align: right; }\n"
    "tfoot { font-weight: bold; }\n"
    "svg { max-width: 100%; height: auto; font: 12px sans-serif; }\n"
    "@media print { body { font-size: 10pt; } main { max-width: none; }\n"
    "  a { color: inherit; } h2, h3, tr { break-after: avoid; }\n"
    "  .scroll { overflow: visible; } .hit { break-inside: avoid; } }\n";

void page_begin(struct mb_buf *out, struct mb_str title)
{
	if (title.len == 0)
		title = MB_STR("Minutes");
	mb_buf_add(out,
		   MB_STR("<!DOCTYPE html>\n"
			  "<html lang=\"en\" "
			  "xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n"
			  "<meta charset=\"utf-8\"/>\n"
			  "<meta name=\"viewport\" "
			  "content=\"width=device-width, initial-scale=1\"/>\n"
			  "<title>"));
	html_text(out, title);
	mb_buf_add(out, MB_STR("</title>\n<style>\n"));
	mb_buf_add(out, mb_str_of(style));
	mb_buf_add(out, MB_STR("</style>\n</head>\n<body>\n<main>\n<h1>"));
	html_text(out, title);
	mb_buf_add(out, MB_STR("</h1>\n"));
}

void page_end(struct mb_buf *out)
{
	mb_buf_add(out, MB_STR("</main>\n</body>\n</html>\n"));
}
