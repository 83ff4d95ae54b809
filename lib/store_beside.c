/*
 * Offices that a text prints beside a name: "Dr Lal, Director of Public
 * Health", "Mr Oakley (Deputy Leader)", "The Head of Libraries, Ms Bell".
 */
#include "minutebook/office.h"
#include "minutebook/text.h"
#include "store.h"

/* Longer ones are sentences. */
#define MAX_OFFICE_WORDS 14

/* Small words inside the names of offices. */
static bool is_small_word(struct mb_str word)
{
	static const char *const list[] = { "&",  "and", "at", "for", "in",
					    "of", "the", "to", "with" };

	for (size_t i = 0; i < sizeof(list) / sizeof(*list); i++)
		if (mb_str_equal(word, mb_str_of(list[i])))
			return true;
	return false;
}

static bool is_capital(struct mb_str word)
{
	uint32_t c = 0;

	mb_utf8_next(&word, &c);
	return mb_is_upper_letter(c);
}

/* The capitalised words that @text begins with, up to a sign. */
static struct mb_str leading_office(struct mb_str text)
{
	size_t at = 0, end = 0;

	for (size_t n = 0; n < MAX_OFFICE_WORDS && at < text.len; n++) {
		struct mb_str word =
		    mb_str_cut(mb_str_drop(text, at), ' ').head;
		size_t sign = word.len;

		for (size_t i = 0; i < word.len && sign == word.len; i++)
			if (mb_str_find_char(MB_STR(",;:.)\n"), word.ptr[i]) !=
			    MB_STR_NONE)
				sign = i;
		if (at == 0 && !is_capital(word))
			break;
		if (mb_str_equal_nocase(word, MB_STR("the")) && at == 0)
			break;
		if (is_capital(word))
			end = at + sign;
		else if (!is_small_word(word))
			break;
		if (sign < word.len)
			break;
		at += word.len + 1;
	}
	return mb_str_take(text, end);
}

static bool skip(struct mb_str *text, struct mb_str word)
{
	if (!mb_str_starts_nocase(*text, word))
		return false;
	*text = mb_str_drop(*text, word.len);
	return true;
}

/* "Councillor Bell, Vice-Chair, took the chair": behind the name. */
static bool takes_the_chair(struct mb_str rest)
{
	static const char *const verbs[] = {
		" took the chair",   " takes the chair",
		" taking the chair", " assumed the chair",
		" in the chair",     " was in the chair",
		" presided",         " chaired the meeting",
	};

	if (mb_str_starts(rest, MB_STR(", "))) {
		struct mb_cut cut = mb_str_cut(mb_str_drop(rest, 2), ',');

		if (cut.found && leading_office(cut.head).len == cut.head.len)
			rest = cut.tail;
	}
	for (size_t i = 0; i < sizeof(verbs) / sizeof(*verbs); i++)
		if (mb_str_starts_nocase(rest, mb_str_of(verbs[i])))
			return true;
	return false;
}

/* "be elected Chairman of the Council", "was elected as Mayor" */
static struct mb_str elected_office(struct mb_str rest)
{
	struct mb_str office;
	size_t of;

	if (!skip(&rest, MB_STR(" be ")) && !skip(&rest, MB_STR(" was ")))
		return (struct mb_str){ NULL, 0 };
	(void)skip(&rest, MB_STR("duly "));
	if (!skip(&rest, MB_STR("elected ")) &&
	    !skip(&rest, MB_STR("re-elected ")) &&
	    !skip(&rest, MB_STR("appointed ")))
		return (struct mb_str){ NULL, 0 };
	(void)skip(&rest, MB_STR("as "));
	(void)skip(&rest, MB_STR("the "));
	office = leading_office(rest);
	of = mb_str_find(office, MB_STR(" of "));
	return of == MB_STR_NONE ? office : mb_str_take(office, of);
}

/* "Dr Lal, Director ...": what stands behind the name at @end. */
static struct mb_str office_behind(struct mb_str text, size_t end)
{
	struct mb_str rest = mb_str_drop(text, end);

	if (!mb_str_starts(rest, MB_STR(", ")) &&
	    !mb_str_starts(rest, MB_STR(" (")))
		return (struct mb_str){ NULL, 0 };
	/* "In reply to Mr Lal, the Director said": the article begins anew */
	return leading_office(mb_str_drop(rest, 2));
}

/* "The Head of Libraries, Ms Bell": the speaker before the name. */
static struct mb_str office_before(const struct mb_paragraph *p, size_t start)
{
	const struct mb_str *speaker = &p->speaker.as_written;
	struct mb_str none = { NULL, 0 };
	const char *behind;

	if (p->speaker.office.len == 0 || speaker->len == 0 || start < 2)
		return none;
	behind = speaker->ptr + speaker->len;
	if (p->text.ptr + start != behind + 2)
		return none;
	return (behind[0] == ',' && behind[1] == ' ') ||
		       (behind[0] == ' ' && behind[1] == '(')
		   ? p->speaker.office
		   : none;
}

int mb_store_put_office(struct mb_store *store, int64_t paragraph,
			struct mb_str name, struct mb_str office,
			struct mb_err *err)
{
	struct mb_str key;
	int64_t alias = 0;
	int rc;

	if (office.len == 0)
		return MB_OK;
	rc = mb_office_key(office, &store->batch, &key, err);
	if (rc != MB_OK || !mb_office_is_one(key))
		return rc;
	rc = mb_store_find_alias(store, name, &alias, err);
	if (rc != MB_OK || alias == 0)
		return rc;
	const struct sql_value values[] = { mb_sql_int(paragraph),
					    mb_sql_int(alias),
					    mb_sql_text(office) };

	return mb_sql_run(&store->sql, STMT_ADD_BESIDE, values, 3, err);
}

/* Who comes to an office in the meeting: see office.h. */
static int put_taken(struct mb_store *store, int64_t paragraph,
		     struct mb_str name, struct mb_str rest, struct mb_err *err)
{
	struct mb_buf office = MB_BUF_INIT;
	struct mb_str elected = elected_office(rest);
	int rc = MB_OK;

	if (takes_the_chair(rest)) {
		mb_buf_add(&office, MB_OFFICE_TOOK_THE_CHAIR);
	} else if (elected.len > 0) {
		mb_buf_add(&office, MB_OFFICE_ELECTED);
		mb_buf_add(&office, elected);
	}
	if (office.has_failed)
		rc = mb_fail_nomem(err);
	else if (office.len > 0)
		rc = mb_store_put_office(store, paragraph, name,
					 mb_buf_str(&office), err);
	mb_buf_release(&office);
	return rc;
}

int mb_store_put_beside(struct mb_store *store, int64_t paragraph,
			const struct mb_paragraph *p, struct mb_err *err)
{
	const struct mb_str *speaker = &p->speaker.as_written;
	int rc = MB_OK;

	if (speaker->len > 0 && p->speaker.office.len == 0 &&
	    speaker->ptr >= p->text.ptr &&
	    speaker->ptr + speaker->len <= p->text.ptr + p->text.len)
		rc = mb_store_put_office(
		    store, paragraph, *speaker,
		    office_behind(p->text, (size_t)(speaker->ptr - p->text.ptr +
						    (ptrdiff_t)speaker->len)),
		    err);
	for (size_t i = 0; i < p->n_mentions && rc == MB_OK; i++) {
		const struct mb_mention *m = &p->mentions[i];
		struct mb_str office = office_before(p, m->start);

		if (office.len == 0)
			office = office_behind(p->text,
					       m->start + m->as_written.len);
		rc = mb_store_put_office(store, paragraph, m->as_written,
					 office, err);
		if (rc == MB_OK)
			rc = put_taken(
			    store, paragraph, m->as_written,
			    mb_str_drop(p->text, m->start + m->as_written.len),
			    err);
	}
	return rc;
}
