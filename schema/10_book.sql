-- What the file says of itself: its kind, its format, its one row about the book, and the day it is.
PRAGMA application_id=0x746c6231;
PRAGMA user_version=1003;

CREATE TABLE book(
  -- 台账库. One row, written by the founding entry (action found_book, always entry 1).
  id INTEGER PRIMARY KEY CONSTRAINT book_one CHECK (id = 1),
  uid TEXT NOT NULL,            -- 32 hex digits, random: tells this book from every other, also from its copies' later lives
  title TEXT,                   -- what the book is called
  utc_offset TEXT NOT NULL,     -- '+08:00': says which day a moment belongs to
  given_clock INTEGER NOT NULL, -- 1: the program gives the time of an entry (a replayed year, a test); 0: the real clock does
  entry INTEGER NOT NULL        -- the entry that last changed this row
) STRICT;

CREATE TRIGGER book_journal_insert BEFORE INSERT ON book
  WHEN EXISTS (SELECT 1 FROM book) OR (SELECT action FROM entry WHERE seq = NEW.entry) IS NOT 'found_book'
BEGIN SELECT RAISE(ABORT, 'tl:book.journal'); END;
CREATE TRIGGER book_journal_update BEFORE UPDATE ON book BEGIN SELECT RAISE(ABORT, 'tl:book.journal'); END;
CREATE TRIGGER book_journal_delete BEFORE DELETE ON book BEGIN SELECT RAISE(ABORT, 'tl:book.journal'); END;

CREATE VIEW today AS
  -- One row: the present day where the book is kept. The library puts another day in its place, in TEMP, when it is given one.
  -- A subquery of its own is asked once a statement, not once a row.
  SELECT (SELECT strftime('%Y-%m-%d', 'now', utc_offset) FROM book) AS day, utc_offset FROM book;
