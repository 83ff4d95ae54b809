/*
 * banned.h - functions that this project does without
 *
 * Included before everything else by the compiler's command line.  Each has
 * no bound, hidden state or the locale in it; what to use instead stands
 * behind it.
 */
#ifndef MB_BANNED_H
#define MB_BANNED_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#undef strcpy
#define strcpy(a, b) banned_strcpy_use_mb_buf_add
#undef strcat
#define strcat(a, b) banned_strcat_use_mb_buf_add
#undef strncpy
#define strncpy(a, b, n) banned_strncpy_use_memcpy
#undef sprintf
#define sprintf(...) banned_sprintf_use_snprintf_or_mb_buf_add_format
#undef strtok
#define strtok(a, b) banned_strtok_use_mb_str_cut
#undef atoi
#define atoi(s) banned_atoi_use_mb_str_number
#undef atol
#define atol(s) banned_atol_use_mb_str_number
#undef strdup
#define strdup(s) banned_strdup_use_mb_arena_copy
#undef gets
#define gets(s) banned_gets_use_getline
#undef localtime
#define localtime(t) banned_localtime_use_gmtime_r
#undef gmtime
#define gmtime(t) banned_gmtime_use_gmtime_r
#undef setlocale
#define setlocale(c, l) banned_setlocale_output_does_not_depend_on_it

#endif
