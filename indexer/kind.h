/*
 * kind.h - what kind of text a paragraph is
 *
 *	To consider the report.			agenda
 *	"That this Council light the quay."	agenda, in an item of motions
 *	RESOLVED that it be noted.		decision
 *	On a show of hands there voted ...	vote
 *	Mr Brand asked why.			minute
 */
#ifndef INDEXER_KIND_H
#define INDEXER_KIND_H

#include "paragraphs.h"

/* The kind of @text, which is all of the paragraph that grows in @p. */
enum mb_paragraph_kind kind_of(const struct paragraphs *p, struct mb_str text);

#endif
