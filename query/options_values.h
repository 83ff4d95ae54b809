/*
 * options_values.h - what stands behind options: numbers, words, formats
 *
 * Each fails with MB_EUSAGE and says what would have been understood.
 */
#ifndef QUERY_OPTIONS_VALUES_H
#define QUERY_OPTIONS_VALUES_H

#include "options.h"

int options_number(const char *option, const char *value, int64_t *out,
		   struct mb_err *err);
int options_sort(const char *value, struct options *o, struct mb_err *err);
int options_match(const char *value, struct options *o, struct mb_err *err);
int options_color(const char *value, struct options *o, struct mb_err *err);
int options_format(const char *value, struct options *o, struct mb_err *err);
int options_cite(const char *value, struct options *o, struct mb_err *err);
int options_group(const char *value, struct options *o, struct mb_err *err);
int options_passages(const char *value, struct options *o, struct mb_err *err);

/* Whether what was said goes together. */
int options_check(const struct options *o, struct mb_err *err);

#endif
