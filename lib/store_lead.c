/*
 * Who an office is that is the first to speak on an item which one person
 * leads: "Parking (Ann Bell)" and "The Head of Transport introduced the
 * report" say that Ann Bell is the Head of Transport.
 */
#include "minutebook/office.h"
#include "minutebook/person_name.h"
#include "minutebook/text.h"
#include "store.h"

/* Who is called by name is not also called by the office. */
static bool is_named(const struct mb_item *item, struct mb_str surname)
{
	for (size_t i = 0; i < item->n_paragraphs; i++)
		if (mb_str_find(item->paragraphs[i].text, surname) !=
		    MB_STR_NONE)
			return true;
	return false;
}

/* Whether a member speaks: "The Chair welcomed", "Councillor Bell said". */
static int is_members(struct mb_store *store, const struct mb_speaker *speaker,
		      bool *out, struct mb_err *err)
{
	struct mb_person_name name;
	int rc = mb_person_name_parse(speaker->as_written, &store->batch, &name,
				      err);

	*out = rc == MB_OK && ((name.ranks & MB_RANK_MEMBER) ||
			       mb_office_is_members(name.office_key));
	return rc;
}

/*
 * The first paragraph in which anybody speaks but members, who bring in what
 * officers lead; the number of them when there is none.
 */
static int first_speech(struct mb_store *store, const struct mb_item *item,
			size_t *out, struct mb_err *err)
{
	bool is_member = true;
	int rc = MB_OK;

	for (*out = 0; *out < item->n_paragraphs; (*out)++) {
		const struct mb_speaker *speaker =
		    &item->paragraphs[*out].speaker;

		if (speaker->as_written.len == 0)
			continue;
		rc = is_members(store, speaker, &is_member, err);
		if (rc != MB_OK || !is_member)
			return rc;
	}
	return MB_OK;
}

int mb_store_put_lead(struct mb_store *store, int64_t paragraph,
		      const struct mb_item *item, struct mb_err *err)
{
	const struct mb_speaker *speaker;
	struct mb_person_name lead;
	size_t i;
	int rc;

	if (item->n_leads != 1)
		return MB_OK;
	rc = mb_person_name_parse(item->leads[0], &store->batch, &lead, err);
	if (rc != MB_OK || lead.kind != MB_NAME_PERSON ||
	    is_named(item, lead.surname))
		return rc;
	rc = first_speech(store, item, &i, err);
	if (rc != MB_OK || i == item->n_paragraphs)
		return rc;
	speaker = &item->paragraphs[i].speaker;
	if (speaker->name.len > 0)
		return MB_OK;
	return mb_store_put_office(store, paragraph + (int64_t)i,
				   item->leads[0], speaker->office, err);
}
