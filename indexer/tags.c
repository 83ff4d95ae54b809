#include "tags.h"

#include <stdlib.h>
#include <string.h>

#include "minutebook/str.h"

struct tag {
	const char *name;
	enum tag_role role;
};

/* Sorted by name. */
static const struct tag tags[] = {
	{ "a", TAG_LINK },           { "address", TAG_BLOCK },
	{ "article", TAG_BLOCK },    { "b", TAG_BOLD },
	{ "blockquote", TAG_BLOCK }, { "body", TAG_BLOCK },
	{ "br", TAG_BREAK },         { "caption", TAG_BLOCK },
	{ "center", TAG_BLOCK },     { "dd", TAG_BLOCK },
	{ "details", TAG_BLOCK },    { "dir", TAG_LIST },
	{ "div", TAG_BLOCK },        { "dl", TAG_BLOCK },
	{ "dt", TAG_BLOCK },         { "fieldset", TAG_BLOCK },
	{ "figcaption", TAG_BLOCK }, { "figure", TAG_BLOCK },
	{ "form", TAG_BLOCK },       { "h1", TAG_HEADING },
	{ "h2", TAG_HEADING },       { "h3", TAG_HEADING },
	{ "h4", TAG_HEADING },       { "h5", TAG_HEADING },
	{ "h6", TAG_HEADING },       { "header", TAG_BLOCK },
	{ "hr", TAG_BLOCK },         { "html", TAG_HTML },
	{ "legend", TAG_BLOCK },     { "li", TAG_ENTRY },
	{ "main", TAG_BLOCK },       { "menu", TAG_LIST },
	{ "meta", TAG_META },        { "ol", TAG_LIST },
	{ "option", TAG_BLOCK },     { "p", TAG_BLOCK },
	{ "pre", TAG_BLOCK },        { "section", TAG_BLOCK },
	{ "strong", TAG_BOLD },      { "summary", TAG_BLOCK },
	{ "table", TAG_TABLE },      { "tbody", TAG_BLOCK },
	{ "td", TAG_CELL },          { "tfoot", TAG_BLOCK },
	{ "th", TAG_CELL },          { "thead", TAG_BLOCK },
	{ "title", TAG_TITLE },      { "tr", TAG_ROW },
	{ "ul", TAG_LIST },
};

static int compare(const void *key, const void *tag)
{
	return strcmp(key, ((const struct tag *)tag)->name);
}

enum tag_role tag_role_of(const char *tag)
{
	const struct tag *found = bsearch(
	    tag, tags, sizeof(tags) / sizeof(*tags), sizeof(*tags), compare);

	return found ? found->role : TAG_INLINE;
}

bool tag_ends_block(enum tag_role role)
{
	return role != TAG_INLINE && role != TAG_BOLD && role != TAG_LINK &&
	       role != TAG_META && role != TAG_BREAK;
}

const char *tag_attribute(const char *const *attributes, const char *name)
{
	for (size_t i = 0; attributes && attributes[i]; i += 2)
		if (!strcmp(attributes[i], name))
			return attributes[i + 1];
	return NULL;
}

bool tag_has_bold_style(const char *const *attributes)
{
	struct mb_str style = mb_str_of(tag_attribute(attributes, "style"));
	size_t at = mb_str_find_nocase(style, MB_STR("font-weight"));

	if (at == MB_STR_NONE)
		return false;
	style = mb_str_drop(style, at + 11);
	while (style.len > 0 && (style.ptr[0] == ':' || style.ptr[0] == ' '))
		style = mb_str_drop(style, 1);
	return mb_str_starts_nocase(style, MB_STR("bold")) ||
	       mb_str_starts(style, MB_STR("700"));
}
