/*
 * doc_people.h - what one document tells of who is who
 *
 * Without the other documents of a meeting or a council, only a document's own
 * attendance and full names decide.
 */
#ifndef MB_DOC_PEOPLE_H
#define MB_DOC_PEOPLE_H

#include "minutebook/arena.h"
#include "minutebook/doc.h"
#include "minutebook/err.h"

/*
 * Fills the persons of @doc's speakers and mentions; in @arena.  Fails with
 * MB_ENOMEM.
 */
int mb_doc_resolve(struct mb_doc *doc, struct mb_arena *arena,
		   struct mb_err *err) __attribute__((warn_unused_result));

#endif
