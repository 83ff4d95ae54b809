/*
 * sections.h - the labels inside an item: "Decision:", "Minutes:"
 */
#ifndef INDEXER_SECTIONS_H
#define INDEXER_SECTIONS_H

#include "outline.h"

/* The section that a label opens; SECTION_NONE when it is none. */
enum section section_of_label(struct mb_str text);

/* What the title of a known site's page says of its kind. */
enum mb_doc_kind section_page_kind(struct mb_str page_title, bool *is_agenda);

#endif
