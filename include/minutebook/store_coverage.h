/*
 * store_coverage.h - what an index has of each meeting, and what it lacks
 *
 * For whoever wants to know how complete an archive is before counting what
 * stands in it.
 */
#ifndef MB_STORE_COVERAGE_H
#define MB_STORE_COVERAGE_H

#include "minutebook/store_read.h"

/* What the documents of one meeting come to.  What is known of no meeting has
 * one for each document, without body or date. */
struct mb_meeting_coverage {
	struct mb_str council, body; /* as in struct mb_hit */
	struct mb_date date;
	int64_t documents;
	int64_t items, paragraphs; /* that searches show */
	int64_t attributed;        /* of the paragraphs: the speaker is told */
	int64_t folded_items;      /* shown by another copy of the same */
	int64_t folded_paragraphs;
};

struct mb_meetings_coverage {
	struct mb_meeting_coverage *items;
	size_t n;
};

/* All meetings, those of one body one after the other.  Everything lives in
 * @arena.  Fails with MB_ESTORE or MB_ENOMEM. */
int mb_reader_meetings_coverage(struct mb_reader *reader,
				struct mb_arena *arena,
				struct mb_meetings_coverage *out,
				struct mb_err *err)
    __attribute__((warn_unused_result));

/* Files of one folder that were not read, for one reason. */
struct mb_unread {
	struct mb_str council; /* the folder's name: more is not known */
	struct mb_str reason;
	struct mb_str path; /* one of them */
	int64_t files;
};

struct mb_unreads {
	struct mb_unread *items;
	size_t n;
};

int mb_reader_unread(struct mb_reader *reader, struct mb_arena *arena,
		     struct mb_unreads *out, struct mb_err *err)
    __attribute__((warn_unused_result));

#endif
