#include "people.h"

void mb_people_declare(struct mb_people *people)
{
	(void)people;
}
void mb_people_apply_aliases(struct mb_people *people)
{
	(void)people;
}
void mb_people_apply_decisions(struct mb_people *people)
{
	(void)people;
}
bool mb_people_are_apart(const struct mb_people *people, uint32_t a, uint32_t b)
{
	(void)people;
	(void)a;
	(void)b;
	return false;
}
bool mb_people_sits(const struct mb_people *people, uint32_t identity,
		    int32_t day)
{
	(void)people;
	(void)identity;
	(void)day;
	return true;
}
int mb_people_add_file(struct mb_people *people, struct mb_str text,
		       struct mb_err *err)
{
	(void)people;
	(void)text;
	(void)err;
	return MB_OK;
}
