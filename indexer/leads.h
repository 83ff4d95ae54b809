/*
 * leads.h - who is to lead an item
 *
 *	Hilary Ross and Mr Todd			both
 *	Ann Bell, Director of Housing		Ann Bell
 *	Director of Housing and Planning	one office
 */
#ifndef INDEXER_LEADS_H
#define INDEXER_LEADS_H

#include "blocks.h"
#include "minutebook/doc.h"

/* Fills item->leads from item->lead.  Failure sticks to @blocks. */
void leads_read(struct blocks *blocks, struct mb_item *item);

#endif
