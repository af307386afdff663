/* post.h (L2) - adding entries: the one door, from C. */
#ifndef TL_POST_H
#define TL_POST_H

#include "book.h"
#include "digest.h"

/* An entry that founds something, or is about a unit, a ledger or the book. 0 and NULL: not given. */
typedef struct tl__new_entry {
    const char *action;
    int64_t ledger, unit, parent, series;
    const char *no, *title, *detail, *source, *officer, *due, *due_text, *risk, *note, *happened_on, *uid, *code, *kind, *workflow;
    const char *field, *content, *period; /* content: the column new */
    int required;
    const char *uri, *sha256; /* import: the file, and its size */
    int64_t size;
    const char *request, *data;
    int fresh; /* 1: the request is known to be a new one */
} tl__new_entry;

/* Posts it. *seq (may be NULL) gets its number, or that of the first entry with the same request. */
int tl__post_new(tl_book *book, const tl__new_entry *entry, int64_t *seq);

/* The same as a call of its own: in a transaction where there is none. */
int tl__post_one(tl_book *book, const tl__new_entry *entry, int64_t *seq);

/* A file that is attached, read before the write lock is taken. */
typedef struct tl__file {
    char sha256[TL__DIGEST_HEX + 1]; /* "": an address, which has none */
    int64_t size;
} tl__file;
int tl__read_file(tl_book *book, const char *uri, tl__file *file);

/* Posts exactly one entry about an item, as given: no files, no set. file: of attach; field and content: of amend. */
int tl__post_item(tl_book *book, const tl_posting *posting, const char *action, const tl__file *file, const char *field, const char *content, int64_t *seq);

/* The column that amend can change, by its name or its heading; *column is NULL if it is none, else lives for ever. */
int tl__amended_column(tl_book *book, const char *name, const char **column);

/* Changes one thing of an item by an amend entry: a column, or a custom field by code or title. */
int tl__post_amend(tl_book *book, const tl_posting *posting, const tl_value_spec *change, int64_t *seq);

/* Refuses a request id that leaves no room for those of the entries that go along. */
int tl__check_request(tl_book *book, const char *request);

/* The request id of an entry that goes along with a post, so that the whole can be repeated: "<request>#<kind><number>"; NULL without one. */
const char *tl__request_along(const char *request, const char *kind, size_t number, char *into, size_t room);

/* 1 if an entry with this request is there: the post is a repetition. 0, or an error. */
int tl__request_known(tl_book *book, const char *request);

/* Behind a refusal that is there: which catalogues the unit has, and in which edition. */
void tl__name_catalogue(tl_book *book, int64_t unit);

/* Words around a refusal: which item, in which state, and what was given. */
int tl__post_failed(tl_book *book, const tl_posting *posting);

#endif
