/* dossier.h (L4) - the parts of tl_dossier. */
#ifndef TL_DOSSIER_H
#define TL_DOSSIER_H

#include "folder.h"

/* What became of a piece of evidence. */
typedef enum tl__copied {
    TL__COPIED,    /* its file is in the folder, and is what was attached */
    TL__ADDRESS,   /* an address: nothing to copy */
    TL__CHANGED,   /* the file is another one by now */
    TL__UNREADABLE /* there is none, or it can't be read */
} tl__copied;

/* A piece of evidence; the texts are its own. */
typedef struct tl__exhibit {
    int64_t entry; /* that attached it */
    char *title, *uri, *sha256;
    char *name; /* in the folder: evidence/12-minutes.txt */
    tl__copied copied;
} tl__exhibit;

typedef struct tl__dossier {
    tl_book *book;
    int64_t item;
    char *ref, *checkpoint;
    tl__folder folder;
    tl__exhibit *exhibits; /* by entry */
    size_t exhibit_count;
    int64_t entries, first, last; /* how many the item has, and their seqs */
    int64_t missing;              /* files that are not in the folder */
} tl__dossier;

/* The exhibit that an entry attached, or NULL. */
const tl__exhibit *tl__dossier_exhibit(const tl__dossier *dossier, int64_t entry);

/* Writes entries.json: every entry of the item with all its columns, and the digests before and after it. */
int tl__dossier_entries(tl__dossier *dossier);

/* Writes index.html, the cover sheet. */
int tl__dossier_page(tl__dossier *dossier);

/* The script of the folder, with which anybody checks it: dossier_check.sh, embedded. */
extern const char tl__dossier_check[];

#endif
