#include "sound.h"

#include "support/text.h"

TestSuite(sound);

static bool sounds_alike(const char *a, const char *b)
{
	struct sound_key x = sound_of(mb_str_of(a)), y = sound_of(mb_str_of(b));

	return sound_is_same(&x, &y);
}

Test(sound, is_the_same_however_it_is_misspelt)
{
	const char *const pairs[][2] = {
		{ "separate", "seperate" },    { "committee", "comittee" },
		{ "receive", "recieve" },      { "phase", "fase" },
		{ "knowledge", "nolege" },     { "rascism", "racism" },
		{ "definitely", "definatly" },
	};

	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++)
		cr_expect(sounds_alike(pairs[i][0], pairs[i][1]), "%s, %s",
			  pairs[i][0], pairs[i][1]);
}

Test(sound, tells_words_of_other_consonants_apart)
{
	const char *const pairs[][2] = { { "housing", "hosting" },
					 { "unicorn", "union" },
					 { "ward", "warden" },
					 { "bin", "pin" } };

	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++)
		cr_expect(not(sounds_alike(pairs[i][0], pairs[i][1])), "%s, %s",
			  pairs[i][0], pairs[i][1]);
}

Test(sound, takes_any_letters_and_any_length)
{
	cr_expect(sounds_alike("", ""));
	cr_expect(sounds_alike("Ynys Môn", "Ynys Môn"));
	cr_expect(not(sounds_alike("2019", "2018")));
	sound_of(mb_str_of("antidisestablishmentarianismological"));
}
