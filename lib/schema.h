/* schema.h (L1) - the embedded schema: making a book, bringing an older one up to date, replaying a journal. */
#ifndef TL_SCHEMA_H
#define TL_SCHEMA_H

#include "book.h"

/* The files of schema/ between 00 and 99, in order, embedded at build time; ended by a NULL name. */
typedef struct tl__schema_file {
    const char *name, *sql;
} tl__schema_file;
extern const tl__schema_file tl__schema_files[];

/* Runs the embedded schema on db, inside the caller's transaction. Returns an SQLite result. */
int tl__schema_create(sqlite3 *db);

/* Puts the day of the handle in place of the clock's for everything derived from it: the view today and its readers, in TEMP. */
int tl__schema_today(tl_book *book);

/* A new, empty, temporary database with the embedded schema, for a journal to be replayed into. Close it with sqlite3_close. */
int tl__schema_scratch(tl_book *book, sqlite3 **scratch);

/* Replays a journal: the rows of table in from, by seq, up to the end of day (NULL: all), become entries of to; every rule checks them again. With
 * seal, the seals of that table in from follow their entries. Inside a transaction of to. TL_OK, or TL_ECORRUPT with *seq the entry refused and the
 * words set. */
int tl__replay(tl_book *book, sqlite3 *from, const char *table, sqlite3 *to, const char *seal, const char *day, int64_t *seq);

/* Brings a book of an older format up to this one, in one transaction: the journal is replayed into the present schema. */
int tl__migrate(tl_book *book);

/* Has a book of an older format, open for reading only, read in the present schema: its journal is replayed into a scratch database, which becomes
 * the handle's db; the file becomes its older and stays as it is. TL_OK, or an error with its words set, after which the handle can but be closed. */
int tl__read_older(tl_book *book);

#endif
