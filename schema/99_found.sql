-- The last of the numbered files, for the sqlite3 shell: the founding entry, as the library would post it, and the end of the transaction.
INSERT INTO post(action, actor) VALUES ('found_book', 'sqlite3');
COMMIT;
