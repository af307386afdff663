-- The digest chain. The library fills it before COMMIT; entries from plain SQL are sealed by the next library writer.

CREATE TABLE seal(
  -- 封签. digest = SHA3-256, in hex, over the text
  --   tl1;sha3-256;<the digest after the entry before, in hex; nothing before entry 1>
  -- followed, for each column of entry that is not NULL, in the order of the table, by
  --   ;<column>=<its length in bytes>:<its content>
  -- so that a changed, moved or missing entry changes every digest after it. One row a commit is enough: the digest after an
  -- entry without a row of its own still goes into the next. The README has the one SQL statement that checks all of it.
  seq INTEGER PRIMARY KEY REFERENCES entry,
  digest TEXT NOT NULL CONSTRAINT seal_digest CHECK (length(CAST(digest AS BLOB)) = 64 AND digest NOT GLOB '*[^0-9a-f]*')
) STRICT;

CREATE TRIGGER seal_order BEFORE INSERT ON seal
  WHEN NEW.seq <= (SELECT max(seq) FROM seal) OR NEW.seq IS NOT (SELECT max(seq) FROM entry)
BEGIN
  -- A seal goes on the newest entry and behind every other seal.
  SELECT RAISE(ABORT, 'tl:seal.order');
END;
CREATE TRIGGER seal_immutable_update BEFORE UPDATE ON seal BEGIN SELECT RAISE(ABORT, 'tl:seal.immutable'); END;
CREATE TRIGGER seal_immutable_delete BEFORE DELETE ON seal BEGIN SELECT RAISE(ABORT, 'tl:seal.immutable'); END;
