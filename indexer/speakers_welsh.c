#include "speakers_welsh.h"

#include "words.h"

/* What a speaker did. */
static bool is_verb(struct mb_str word)
{
	static const char *const list[] = {
		"adroddodd",      "amlinellodd", "amlygodd",    "atebodd",
		"awgrymodd",      "cadarnhaodd", "cododd",      "croesawodd",
		"cwestiynodd",    "cyfeiriodd",  "cyflwynodd",  "cyhoeddodd",
		"datganodd",      "diolchodd",   "dywedodd",    "eglurodd",
		"esboniodd",      "gofynnodd",   "holodd",      "hysbysodd",
		"llongyfarchodd", "mynegodd",    "nododd",      "pwysleisiodd",
		"rhybuddiodd",    "soniodd",     "ychwanegodd",
	};

	return WORDS_HAS(list, word);
}

static bool is_office(struct mb_str word)
{
	static const char *const list[] = {
		"arweinydd",    "cadeirydd",    "clerc",     "cyfarwyddwr",
		"is-gadeirydd", "maer",         "prifathro", "swyddog",
		"trysorydd",    "ysgrifennydd",
	};

	return WORDS_HAS(list, word);
}

bool speaker_find_welsh(const struct phrase *p, struct mb_speaker *out)
{
	size_t i = 1;
	struct name name;

	if (p->n < 3 || !is_verb(p->words[0].text) || p->words[0].after)
		return false;
	i += phrase_has(p, i, "y") || phrase_has(p, i, "yr");
	if (name_titled(p, i, &name) &&
	    !name_is_plural_title(p->words[i].text)) {
		*out = (struct mb_speaker){
			.as_written = name.as_written,
			.honorific = name.honorific,
			.name = name.name,
		};
		return true;
	}
	if (i == 1 || !p->words[i].is_capital || !is_office(p->words[i].text))
		return false;
	*out = (struct mb_speaker){
		.as_written = phrase_text(p, 1, i + 1),
		.office = phrase_text(p, i, i + 1),
	};
	return true;
}
