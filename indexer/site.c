#include "site.h"

#include <string.h>

/*
 * ModernGov (Civica), as its pages have been since about 2005; CMIS (Astech)
 * as a DotNetNuke module; then what HTML itself says about furniture.
 */
static const struct site_rule rules[] = {
	/* ModernGov */
	{ NULL, "id", "modgov", SITE_CONTENT, MARK_NONE },
	{ "h1", "class", "mgMainTitleTxt", SITE_MARK, MARK_PAGE_TITLE },
	{ "h2", "class", "mgSubTitleTxt", SITE_MARK, MARK_MEETING },
	{ NULL, "class", "mgFileSize", SITE_SKIP, MARK_NONE },
	{ NULL, "class", "mgHide", SITE_SKIP, MARK_NONE },
	{ "ul", "class", "mgActionList", SITE_TRAIL, MARK_NONE },
	{ NULL, "class", "mgFooter", SITE_SKIP, MARK_NONE },
	{ NULL, "class", "mgHelpLine", SITE_SKIP, MARK_NONE },
	{ "span", "class", "mgLabel", SITE_MARK_HERE, MARK_FACT },
	{ "p", "class", "mgLabel", SITE_MARK, MARK_SECTION },
	{ NULL, "class", "mgItemTable", SITE_LAYOUT, MARK_NONE },
	{ "td", "class", "mgItemNumberCell", SITE_MARK, MARK_ITEM_NUMBER },
	{ NULL, "class", "mgAiTitleTxt", SITE_MARK, MARK_ITEM_TITLE },
	{ NULL, "class", "mgSubItemTitleTxt", SITE_MARK, MARK_SECTION },
	{ NULL, "class", "mgSubSubTitleTxt", SITE_MARK, MARK_SECTION },
	{ NULL, "class", "mgWordPara", SITE_MARK, MARK_TEXT },
	{ "ul", "class", "mgBulletList", SITE_MARK, MARK_DOCUMENT },
	{ "a", "href", "mgAi.asp*", SITE_CUT, MARK_NONE },
	{ "table", "summary", "Table of meeting attendance", SITE_MARK,
	  MARK_ATTENDEE },
	{ "table", "class", "mgTableNoBorderFullWidth", SITE_MARK, MARK_VOTE },

	/* CMIS */
	{ NULL, "class", "ModCMISMeetingsC", SITE_CONTENT, MARK_NONE },
	{ NULL, "class", "CommitteeLabel", SITE_SKIP, MARK_NONE },
	{ NULL, "class", "DateTimeLabel", SITE_MARK, MARK_FACT },
	{ NULL, "class", "DateTime", SITE_MARK, MARK_FACT },
	{ NULL, "class", "VenueLabel", SITE_MARK, MARK_FACT },
	{ NULL, "class", "Venue", SITE_MARK, MARK_FACT },
	{ NULL, "class", "Committee", SITE_MARK, MARK_BODY },
	{ NULL, "class", "TitleLink", SITE_MARK_HERE, MARK_DOCUMENT },

	/* what WordPress puts around a text */
	{ NULL, "class", "sharedaddy", SITE_SKIP, MARK_NONE },
	{ NULL, "class", "comments-area", SITE_SKIP, MARK_NONE },
	{ NULL, "class", "comment-respond", SITE_SKIP, MARK_NONE },
	{ NULL, "class", "post-navigation", SITE_SKIP, MARK_NONE },
	{ NULL, "class", "jp-relatedposts", SITE_SKIP, MARK_NONE },

	/* breadcrumbs, under many names */
	{ NULL, "class", "crumb*", SITE_TRAIL, MARK_NONE },
	{ NULL, "id", "crumb*", SITE_TRAIL, MARK_NONE },
	{ NULL, "aria-label", "crumb*", SITE_TRAIL, MARK_NONE },

	/* pages of before HTML 5 */
	{ NULL, "class", "footer", SITE_SKIP, MARK_NONE },
	{ NULL, "id", "footer", SITE_SKIP, MARK_NONE },

	/* HTML 5 and ARIA */
	{ "main", NULL, NULL, SITE_CONTENT, MARK_NONE },
	{ "article", NULL, NULL, SITE_CONTENT, MARK_NONE },
	{ NULL, "role", "main", SITE_CONTENT, MARK_NONE },
	{ "nav", NULL, NULL, SITE_SKIP, MARK_NONE },
	{ "footer", NULL, NULL, SITE_SKIP, MARK_NONE },
	{ "aside", NULL, NULL, SITE_SKIP, MARK_NONE },
	{ NULL, "role", "navigation", SITE_SKIP, MARK_NONE },
	{ NULL, "role", "banner", SITE_SKIP, MARK_NONE },
	{ NULL, "role", "contentinfo", SITE_SKIP, MARK_NONE },
	{ NULL, "role", "search", SITE_SKIP, MARK_NONE },
	{ NULL, "aria-hidden", "true", SITE_SKIP, MARK_NONE },
	{ NULL, "hidden", "*", SITE_SKIP, MARK_NONE },
	{ "script", NULL, NULL, SITE_SKIP, MARK_NONE },
	{ "style", NULL, NULL, SITE_SKIP, MARK_NONE },
	{ "noscript", NULL, NULL, SITE_SKIP, MARK_NONE },
	{ "template", NULL, NULL, SITE_SKIP, MARK_NONE },
	{ "button", NULL, NULL, SITE_SKIP, MARK_NONE },
	{ "select", NULL, NULL, SITE_SKIP, MARK_NONE },
	{ "textarea", NULL, NULL, SITE_SKIP, MARK_NONE },
	{ "svg", NULL, NULL, SITE_SKIP, MARK_NONE },
};

/* Whether @word is @value, one of its words, or its beginning ("word*"). */
static bool value_fits(struct mb_str value, struct mb_str word)
{
	if (mb_str_equal(value, word))
		return true;
	if (word.len > 0 && word.ptr[word.len - 1] == '*') {
		word.len--;
		return mb_str_starts_nocase(value, word) ||
		       mb_str_find_nocase(value, word) != MB_STR_NONE;
	}
	while (value.len > 0) {
		struct mb_cut cut = mb_str_cut(value, ' ');

		if (mb_str_equal(mb_str_trim(cut.head), word))
			return true;
		value = cut.tail;
	}
	return false;
}

static bool fits(const struct site_rule *rule, const char *tag,
		 const char *const *attributes)
{
	if (rule->tag && strcmp(rule->tag, tag) != 0)
		return false;
	if (!rule->attribute)
		return true;
	for (size_t i = 0; attributes && attributes[i]; i += 2)
		if (!strcmp(attributes[i], rule->attribute))
			return value_fits(mb_str_of(attributes[i + 1]),
					  mb_str_of(rule->value));
	return false;
}

const struct site_rule *site_rule(const char *tag,
				  const char *const *attributes, size_t n)
{
	for (size_t i = 0; i < sizeof(rules) / sizeof(*rules); i++)
		if (fits(&rules[i], tag, attributes) && n-- == 0)
			return &rules[i];
	return NULL;
}

/* The number behind @key in @address, whatever the case of the key. */
static uint64_t number_behind(struct mb_str address, struct mb_str key)
{
	for (;;) {
		size_t at = mb_str_find_nocase(address, key);
		unsigned long n;
		bool begins;

		if (at == MB_STR_NONE)
			return 0;
		begins = at == 0 || !mb_is_alnum(address.ptr[at - 1]);
		address = mb_str_drop(address, at + key.len);
		if (begins && mb_str_number(&address, 999999999, &n))
			return n;
	}
}

struct site_ids site_ids_of(struct mb_str address)
{
	struct site_ids ids = { 0 };

	ids.meeting = number_behind(address, MB_STR("MId="));
	if (ids.meeting == 0)
		ids.meeting = number_behind(address, MB_STR("MeetingId="));
	if (mb_str_find_nocase(address, MB_STR("mgAi.asp")) != MB_STR_NONE)
		ids.item = number_behind(address, MB_STR("ID="));
	if (ids.meeting == 0 &&
	    mb_str_find_nocase(address, MB_STR("mgMeetingAttendance.asp")) !=
		MB_STR_NONE)
		ids.meeting = number_behind(address, MB_STR("ID="));
	ids.is_welsh = number_behind(address, MB_STR("LLL=")) == 1;
	return ids;
}
