/*
 * date_names.h - what months and days are called, in English and Welsh
 *
 * Case does not count; abbreviations are names of their own.
 */
#ifndef LIB_DATE_NAMES_H
#define LIB_DATE_NAMES_H

#include <stdbool.h>

#include "minutebook/str.h"

/*
 * The month, 1..12, of which @slip is a clerk's slip, or 0: "8th DECEMEBER
 * 2005".  Only where a day and a year stand by.
 */
int mb_month_by_slip(struct mb_str slip);

/* 0 Sunday .. 6 Saturday, or -1. */
int mb_weekday_by_name(struct mb_str name);

/* The same for what follows "dydd"; Mawrth is March, too. */
int mb_welsh_day_by_name(struct mb_str name);

/* Whether it makes a number the number of a day: "st", "fed". */
bool mb_is_ordinal(struct mb_str word);

#endif
