/*
 * fuzz_name.c - any text as the name of a person, an office, a council
 */
#include "council.h"
#include "fuzz/must.h"
#include "minutebook/namematch.h"
#include "minutebook/office.h"
#include "minutebook/person_name.h"
#include "minutebook/text.h"

static void check_key(struct mb_str key, const char *what)
{
	must_be_clean(key, false, what);
	must(mb_str_find_char(key, ' ') == MB_STR_NONE, what);
}

static void check_person(const struct mb_person_name *name, struct mb_str text)
{
	must_lie_in(name->honorific, text, "a title is quoted");
	must_lie_in(name->surname, text, "a surname is quoted");
	must_lie_in(name->suffix, text, "a suffix is quoted");
	must_lie_in(name->office, text, "an office is quoted");
	must_be_text(name->surname, "a surname is cut at characters");
	must_be_text(name->office, "an office is cut at characters");
	must(name->kind != MB_NAME_PERSON || name->surname_key.len > 0,
	     "a person has a surname");
	check_key(name->surname_key, "a surname's key is one word");
	must(name->n_given <= MB_NAME_MAX_GIVEN, "given names have a limit");
	for (size_t i = 0; i < name->n_given; i++) {
		must_lie_in(name->given[i].text, text, "a name is quoted");
		must(name->given[i].key.len > 0, "a given name has a key");
		check_key(name->given[i].key, "a given name's key is a word");
	}
	must(mb_given_agree(name, name), "a name agrees with itself");
}

static void check_office(struct mb_str text, struct mb_arena *arena)
{
	struct mb_str key, again;

	must(mb_office_key(text, arena, &key, NULL) == MB_OK, "memory");
	must_be_clean(key, false, "an office's key is clean");
	must(mb_office_key(key, arena, &again, NULL) == MB_OK, "memory");
	must(mb_str_equal(key, again), "an office's key stays so");
	must(key.len == 0 || mb_office_is_held(key, key),
	     "an office is the office that it is");
}

static void check_council(struct mb_str text)
{
	struct mb_buf core = MB_BUF_INIT, title = MB_BUF_INIT;

	mb_council_core(&core, text);
	must_be_clean(mb_buf_str(&core), false, "a core is clean");
	mb_folder_title(&title, text);
	must_be_text(mb_buf_str(&title), "a folder's title is UTF-8");
	must_lie_in(mb_body_alone(text), text, "a body is quoted");
	mb_folder_is_generic(text);
	mb_buf_release(&core);
	mb_buf_release(&title);
}

/* The first word means whoever is called by all of them. */
static void check_match(struct mb_str text, struct mb_arena *arena)
{
	struct mb_str key;

	must(mb_fold_in(arena, text, &key, NULL) == MB_OK, "memory");
	must(key.len == 0 ||
		 mb_name_matches(key, mb_str_cut(key, ' ').head, false),
	     "a word of a name means it");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct mb_arena arena = MB_ARENA_INIT;
	struct mb_person_name name;
	struct mb_str text;

	/* names come from documents and files that were read as UTF-8 */
	if (mb_clean_in(&arena, (struct mb_str){ (const char *)bytes, n },
			&text, NULL) != MB_OK)
		return 0;
	must(mb_person_name_parse(text, &arena, &name, NULL) == MB_OK,
	     "there is memory");
	check_person(&name, text);
	check_office(text, &arena);
	check_council(text);
	check_match(text, &arena);
	mb_arena_release(&arena);
	return 0;
}
