/*
 * term_numbers.h - the rules for years, amounts and other numbers
 *
 *	2021-22   2021/22, also 2021 and 2022
 *	1,200     1200		13.6.2   13.6.2
 *	£1.2m     1200000	£1.2 million   1200000, also million
 *
 * Each rule looks at the atoms from @i on, adds terms for those that it
 * understands and says how many these are: 0 when the rule is for others.
 */
#ifndef LIB_TERM_NUMBERS_H
#define LIB_TERM_NUMBERS_H

#include "splitter.h"

/* 2021/22, 2021-22, 2021/2022: one financial or municipal year. */
size_t mb_take_double_year(struct mb_splitter *s, size_t i);

/* 1,200  13.6  £1.2m  £1.2 million: whole numbers, amounts written out. */
size_t mb_take_number(struct mb_splitter *s, size_t i);

/* How many bytes at the front are digits or dots. */
size_t mb_count_digits(struct mb_str s);

#endif
