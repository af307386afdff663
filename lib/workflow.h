/* workflow.h (L2) - workflows of one's own, as a part of something larger. */
#ifndef TL_WORKFLOW_H
#define TL_WORKFLOW_H

#include "post.h"

/* 1 if there is a workflow of this name, 0, or an error. */
int tl__workflow_known(tl_book *book, const char *name);

/* As tl_workflow_add, inside a transaction. With keep, one that is there with the same content will do. */
int tl__workflow_post(tl_book *book, const tl_workflow_spec *spec, int keep, int64_t *seq);

/* After a refusal by a rule of workflows, and outside of the transaction that it undid: which move or state it is about. place: what the moves belong
 * to ("workflow"), or "". Returns the result that is there. */
int tl__workflow_explain(tl_book *book, const tl_workflow_spec *spec, const char *place);

#endif
