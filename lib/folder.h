/* folder.h (L1) - a new folder with files in it: written aside, and under its own name when it is whole. */
#ifndef TL_FOLDER_H
#define TL_FOLDER_H

#include "book.h"
#include "digest.h"

#include <stdio.h>

typedef struct tl__folder {
    tl_book *book;
    char *path;       /* where it is to be */
    char *aside;      /* where it is written */
    tl__buffer sums;  /* what goes into SHA256SUMS: digest, two blanks, name, a line each */
    const char *name; /* of the file being written, and its path */
    char *file_path;
    FILE *file;
} tl__folder;

/* Begins the folder path. One that is there and empty will be replaced.
 * TL_OK · TL_EEXISTS there is a file, or something in the folder · TL_ENOTFOUND no folder to make it in · TL_EMISUSE no path · TL_EIO · TL_ENOMEM. In any
 * case call tl__folder_end. */
int tl__folder_begin(tl_book *book, const char *path, tl__folder *folder);

/* Makes a folder in it. */
int tl__folder_make(tl__folder *folder, const char *name);

/* Opens a file in it for writing; name must live until it is closed. Closing writes it to the disk and lists its SHA-256. Returns result, or what went wrong
 * on closing. */
int tl__folder_open(tl__folder *folder, const char *name, FILE **file);
int tl__folder_close(tl__folder *folder, int result);

/* A file of these bytes. */
int tl__folder_add(tl__folder *folder, const char *name, const void *bytes, size_t count);

/* A copy of a plain file, as long as it has this SHA-256: *copied is 1 then; 0: there is no such copy, and *reason is errno, 0 where the file is another one
 * by now. TL_OK, or the error of writing. */
int tl__folder_copy(tl__folder *folder, const char *name, const char *from, const char *sha256, int *copied, int *reason);

/* With TL_OK lists the files in SHA256SUMS and gives the folder its name; else, and where that fails, nothing is left. Returns what came of it. */
int tl__folder_end(tl__folder *folder, int result);

#endif
