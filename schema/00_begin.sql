-- The first of the numbered files that make a book: cat schema/*.sql | sqlite3 new.db
-- The library runs the files between 00 and 99 in a transaction of its own.
PRAGMA encoding='UTF-8';
PRAGMA journal_mode=WAL;
BEGIN IMMEDIATE;
