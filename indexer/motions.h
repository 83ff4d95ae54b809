/*
 * motions.h - decisions, and who moved and seconded them
 *
 *	RESOLVED that ...
 *	It was proposed by Cllr A and seconded by Cllr B that ...
 *	Proposed by Councillor X;  Seconded by Councillor Y;  And Resolved:
 */
#ifndef INDEXER_MOTIONS_H
#define INDEXER_MOTIONS_H

#include "blocks.h"
#include "minutebook/doc.h"

/* Whether a paragraph decides something, by its own words. */
bool motion_is_decision(struct mb_str text);

/* Whether @text begins a resolution that what follows belongs to. */
bool motion_begins_resolution(struct mb_str text);

/* Whether @text goes on a motion: "Seconded by", "And resolved:". */
bool motion_goes_on(struct mb_str text);

/* Whether @text is only what became of it: "CARRIED 6/0". */
bool motion_tells_result(struct mb_str text);

/* Who moved and seconded, as written; empty when nobody is named. */
void motion_read_people(struct mb_paragraph *paragraph);

#endif
