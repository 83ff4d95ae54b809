#include "fields.h"

#include "support/text.h"

TestSuite(fields);

Test(fields, are_found_by_name_and_alias_in_any_case)
{
	static const struct {
		const char *name, *want;
	} cases[] = {
		{ "speaker", "speaker" }, { "by", "speaker" },
		{ "BY", "speaker" },      { "Item", "title" },
		{ "body", "committee" },  { "after", "since" },
		{ "before", "until" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct field *field =
		    field_find(mb_str_of(cases[i].name));

		cr_assert(field != NULL, "%s", cases[i].name);
		text_expect(mb_str_of(field->name), cases[i].want,
			    cases[i].name);
	}
	cr_expect(field_find(MB_STR("speak")) == NULL);
	cr_expect(field_find(MB_STR("")) == NULL);
}

Test(fields, suggest_the_nearest)
{
	text_expect(mb_str_of(field_nearest(MB_STR("speker"))), "speaker",
		    "speker");
	text_expect(mb_str_of(field_nearest(MB_STR("comittee"))), "committee",
		    "comittee");
	cr_expect(field_nearest(MB_STR("zzz")) == NULL);
}

/* A row that the planner could not use would only be noticed when typed. */
Test(fields, are_whole_and_each_name_is_there_once)
{
	size_t n;
	const struct field *all = fields_all(&n);

	cr_assert(n >= 20);
	for (size_t i = 0; i < n; i++) {
		const struct field *f = &all[i];
		bool is_flag = f->kind == FIELD_FLAG;
		bool is_listed = is_flag || f->kind == FIELD_WORD;
		bool has_sql = !is_flag && f->kind != FIELD_TITLE &&
			       f->kind != FIELD_TEXT && f->kind != FIELD_TOPIC;

		cr_expect(field_find(mb_str_of(f->name)) == f, "%s", f->name);
		if (f->alias)
			cr_expect(field_find(mb_str_of(f->alias)) == f, "%s",
				  f->alias);
		cr_expect(f->help != NULL && f->help[0] != '\0', "%s", f->name);
		cr_expect(is_listed == (f->words != NULL), "%s", f->name);
		cr_expect(has_sql == (f->sql != NULL), "%s", f->name);
		for (const struct field_word *w = f->words; w && w->word; w++)
			cr_expect(is_flag == (w->sql != NULL), "%s:%s", f->name,
				  w->word);
	}
}
