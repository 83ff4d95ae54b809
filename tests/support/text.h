/*
 * text.h - strings in tests
 */
#ifndef SUPPORT_TEXT_H
#define SUPPORT_TEXT_H

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "minutebook/str.h"

/* A copy of @s that ends with a NUL, for Criterion's eq(str, ...). */
char *text_of(struct mb_str s);

/* Expects that @got is @want and says what @what it is about. */
void text_expect(struct mb_str got, const char *want, const char *what);

#endif
