/*
 * ocr_dates.h - dates in which letters were read for digits
 *
 * A machine that reads a picture takes "1" for "l", "I" or "|", and "0" for
 * "O".  In most places nobody can tell, but a day and a year beside the name
 * of a month must be numbers:
 *
 *	l2th March 2O19		12th March 2019
 *
 * Words are mended only where a date of the calendar comes of it that was
 * none before, and only those that have a digit already.
 */
#ifndef INDEXER_OCR_DATES_H
#define INDEXER_OCR_DATES_H

#include "minutebook/err.h"
#include "pdf_words.h"

/* Mends the words of @page.  Fails with MB_ENOMEM. */
int ocr_dates_mend(struct pdf_page *page, struct mb_err *err);

#endif
