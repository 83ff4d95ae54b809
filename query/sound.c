#include "sound.h"

#include <string.h>

/* What the letters from some place on sound like. */
struct sound_rule {
	const char *letters; /* '^' at first: only where the word begins */
	const char *before;  /* only before one of these letters, or "" */
	const char *sound;   /* 'X' is sh, '0' is th */
};

/* The first that fits counts; a letter without a rule sounds like itself. */
static const struct sound_rule rules[] = {
	{ "^kn", "", "N" },    { "^gn", "", "N" },   { "^pn", "", "N" },
	{ "^wr", "", "R" },    { "^ps", "", "S" },   { "^wh", "", "W" },
	{ "^x", "", "S" },     { "^gh", "", "K" },   { "^a", "", "A" },
	{ "^e", "", "A" },     { "^i", "", "A" },    { "^o", "", "A" },
	{ "^u", "", "A" },     { "sch", "", "SK" },  { "ch", "", "X" },
	{ "ck", "", "K" },     { "c", "eiy", "S" },  { "c", "", "K" },
	{ "dg", "eiy", "J" },  { "d", "", "T" },     { "gh", "", "" },
	{ "gn", "", "N" },     { "g", "eiy", "J" },  { "g", "", "K" },
	{ "ph", "", "F" },     { "q", "", "K" },     { "sh", "", "X" },
	{ "si", "ao", "X" },   { "sc", "eiy", "S" }, { "s", "", "S" },
	{ "th", "", "0" },     { "ti", "ao", "X" },  { "v", "", "F" },
	{ "w", "aeiou", "W" }, { "w", "", "" },      { "x", "", "KS" },
	{ "y", "aeiou", "Y" }, { "y", "", "" },      { "z", "", "S" },
	{ "h", "aeiou", "H" }, { "h", "", "" },      { "a", "", "" },
	{ "e", "", "" },       { "i", "", "" },      { "o", "", "" },
	{ "u", "", "" },
};

static bool rule_fits(const struct sound_rule *rule, struct mb_str word,
		      size_t at, size_t *n)
{
	const char *letters = rule->letters;
	char next;

	if (letters[0] == '^') {
		if (at > 0)
			return false;
		letters++;
	}
	*n = strlen(letters);
	if (!mb_str_starts(mb_str_drop(word, at), mb_str_of(letters)))
		return false;
	if (rule->before[0] == '\0')
		return true;
	next = at + *n < word.len ? word.ptr[at + *n] : '\0';
	return next != '\0' && strchr(rule->before, next) != NULL;
}

static char capital(char c)
{
	return mb_is_lower(c) ? (char)(c - 'a' + 'A') : c;
}

/* Adds a sound, but not the last one again. */
static size_t add_sound(struct sound_key *key, size_t len, char sound)
{
	if (len == SOUND_KEY_BYTES ||
	    (len > 0 && key->letters[len - 1] == sound))
		return len;
	key->letters[len] = sound;
	return len + 1;
}

struct sound_key sound_of(struct mb_str word)
{
	const size_t n_rules = sizeof(rules) / sizeof(*rules);
	struct sound_key key = { { 0 } };
	size_t len = 0;

	for (size_t at = 0; at < word.len;) {
		size_t n = 1, i = 0;

		while (i < n_rules && !rule_fits(&rules[i], word, at, &n))
			i++;
		if (i == n_rules) {
			n = 1;
			len = add_sound(&key, len, capital(word.ptr[at]));
		} else {
			for (const char *s = rules[i].sound; *s; s++)
				len = add_sound(&key, len, *s);
		}
		at += n;
	}
	return key;
}

bool sound_is_same(const struct sound_key *a, const struct sound_key *b)
{
	return memcmp(a->letters, b->letters, SOUND_KEY_BYTES) == 0;
}
