#include "speakers_welsh.h"

#include "vocabulary.h"

/* What a speaker does, in the past tense of minutes. */
static bool is_verb(struct mb_str word)
{
	static const char *const list[] = {
		"adroddodd",    "amlinellodd",    "argymhellodd", "atebodd",
		"atgoffodd",    "awgrymodd",      "cadarnhaodd",  "canmolodd",
		"cododd",       "croesawodd",     "cwestiynodd",  "cydnabu",
		"cyfeiriodd",   "cyflwynodd",     "cynghorodd",   "datganodd",
		"diolchodd",    "diweddarodd",    "dymunodd",     "dywedodd",
		"eglurodd",     "esboniodd",      "gofynnodd",    "holodd",
		"hysbysodd",    "llongyfarchodd", "mynegodd",     "nododd",
		"pwysleisiodd", "rhoddodd",       "soniodd",      "teimlai",
		"tynnodd",      "ychwanegodd",    "ymatebodd",
	};

	return WORDS_HAS(list, word);
}

/* What the name of an office begins with. */
static bool is_office(struct mb_str word)
{
	static const char *const list[] = {
		"archwilydd",  "arweinydd", "cadeirydd",    "clerc",
		"comisiynydd", "cydlynydd", "cyfarwyddwr",  "cyfarwyddwraig",
		"cyfreithiwr", "dirprwy",   "is-gadeirydd", "maer",
		"peiriannydd", "pennaeth",  "prif",         "rheolwr",
		"swyddog",     "trysorydd", "ymgynghorydd", "ysgrifennydd",
	};

	return WORDS_HAS(list, word);
}

static bool is_article(struct mb_str word)
{
	return mb_str_equal(word, MB_STR("y")) ||
	       mb_str_equal(word, MB_STR("yr"));
}

/* Small words in the name of an office: "Pennaeth y Gwasanaethau a Thai" */
static bool is_link(struct mb_str word)
{
	static const char *const list[] = { "a",     "a'r", "ac",  "ar", "dros",
					    "gyfer", "i",   "i'r", "o",  "o'r",
					    "y",     "yn",  "yr" };

	return WORDS_HAS(list, word);
}

/* What an officer presents, often written with a capital. */
static bool is_paper(struct mb_str word)
{
	static const char *const list[] = {
		"adroddiad",   "cofnodion", "cyllideb", "cynllun",
		"diweddariad", "polisi",    "rhaglen",  "strategaeth",
	};

	return WORDS_HAS(list, word);
}

/* The word behind the office that begins at @i. */
static size_t office_end(const struct phrase *p, size_t i)
{
	size_t end = i + 1;

	while (end < p->n && !p->words[end - 1].after &&
	       !p->words[end - 1].closes && !p->words[end].opens) {
		size_t next = end;

		while (next < p->n && next < end + 2 &&
		       is_link(p->words[next].text) && !p->words[next].after)
			next++;
		if (next >= p->n || !p->words[next].is_capital ||
		    is_honorific(p->words[next].text) ||
		    is_office(p->words[next].text) ||
		    is_paper(p->words[next].text))
			break;
		end = next + 1;
	}
	return end;
}

/* "a'r Cynghorydd Bell": a second one, so that nobody speaks. */
static bool is_two(const struct phrase *p, size_t end)
{
	static const char *const joins[] = { "a", "a'r", "ac" };

	if (end + 1 >= p->n || p->words[end - 1].after ||
	    !WORDS_HAS(joins, p->words[end].text))
		return false;
	end += 1 + is_article(p->words[end + 1].text);
	return end < p->n && p->words[end].is_capital;
}

bool speaker_find_welsh(const struct phrase *p, struct mb_speaker *out)
{
	struct mb_speaker speaker;
	struct name name;
	size_t at = 1, first, end;

	if (p->n < 3 || !is_verb(p->words[0].text) || p->words[0].after)
		return false;
	first = at + is_article(p->words[at].text);
	if (name_is_plural_title(p->words[first].text))
		return false;
	if (name_titled(p, first, &name)) {
		end = first + name.n_words;
		speaker = (struct mb_speaker){ .as_written = name.as_written,
					       .honorific = name.honorific,
					       .name = name.name };
	} else if (p->words[first].is_capital &&
		   is_office(p->words[first].text)) {
		end = office_end(p, first);
		speaker =
		    (struct mb_speaker){ .as_written = phrase_text(p, at, end),
					 .office = phrase_text(p, first, end) };
	} else {
		return false;
	}
	if (is_two(p, end))
		return false;
	*out = speaker;
	return true;
}
