/*
 * archive.h - a small archive, known word by word
 *
 * A few invented meetings of the borough of Larkhythe and of Withy Green as
 * plain tables: tests build an index of them through the public writer, and
 * oracle.h looks through the same tables by brute force.
 */
#ifndef QUERY_ARCHIVE_H
#define QUERY_ARCHIVE_H

#include <stdbool.h>
#include <stddef.h>

#include "minutebook/doc.h"

/* NULL is unknown throughout; lists have ";" between their entries. */
struct archive_doc {
	const char *path, *council, *body, *date;
	enum mb_format format;
	enum mb_meeting_status status;
	const char *present, *in_attendance, *apologies;
};

struct archive_item {
	int doc; /* index in archive_docs */
	const char *number, *title;
	bool is_boilerplate;
	enum mb_vote_result vote; /* unknown: there was none */
	const char *link;         /* a paper's title */
	const char *lead;
	const char *votes[MB_VOTE_SIDES]; /* who voted so */
};

struct archive_paragraph {
	int item; /* index in archive_items */
	const char *number;
	enum mb_paragraph_kind kind;
	const char *speaker, *mover, *seconder, *mentions;
	const char *text; /* no two are the same; "" for an item without */
};

extern const struct archive_doc archive_docs[];
extern const struct archive_item archive_items[];
extern const struct archive_paragraph archive_paragraphs[];
extern const int archive_n_docs, archive_n_items, archive_n_paragraphs;

/* An empty temporary folder, and its end with everything in it. */
#define ARCHIVE_PATH_BYTES 256

struct archive {
	char folder[ARCHIVE_PATH_BYTES];
	char all[ARCHIVE_PATH_BYTES]; /* the index of all documents */
};

/* Makes the folder and the index in it; fails the test when it cannot. */
void archive_open(struct archive *archive);
void archive_close(struct archive *archive);

/* Writes another index into the folder, of @n documents from @first on. */
void archive_write(const struct archive *archive, const char *name, int first,
		   int n, char path[ARCHIVE_PATH_BYTES]);

/* Which paragraph a hit's text and title belong to. */
int archive_find(struct mb_str text, struct mb_str item_title);

#endif
