#include "name_value.h"

#include "minutebook/person_name.h"

int name_value(struct mb_str typed, struct mb_arena *arena, struct mb_str *out,
	       struct mb_err *err)
{
	struct mb_person_name name;
	int rc = mb_person_name_parse(typed, arena, &name, err);
	size_t titles;

	if (rc != MB_OK)
		return rc;
	*out = typed;
	if (name.kind != MB_NAME_PERSON || name.ranks != MB_RANK_MEMBER ||
	    name.office.len > 0 || name.sex != MB_SEX_UNKNOWN)
		return MB_OK;
	titles = (size_t)(name.honorific.ptr + name.honorific.len - typed.ptr);
	while (titles < typed.len &&
	       (typed.ptr[titles] == '.' || typed.ptr[titles] == ' '))
		titles++;
	if (titles < typed.len)
		*out = mb_str_drop(typed, titles);
	return MB_OK;
}
