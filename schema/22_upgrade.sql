-- Upgrades: which part of the journal was written under an older format of this schema. Rules that are younger than an entry are not asked of it.

CREATE TABLE upgrade(
  -- 升级. One row for each upgrade, written before the journal is replayed into the new schema; nobody can write one once there is an entry.
  format INTEGER PRIMARY KEY,   -- the format up to then: 1001
  seq INTEGER NOT NULL          -- the last entry made under it
    CONSTRAINT upgrade_seq CHECK (seq > 0)
) STRICT;
CREATE TRIGGER upgrade_frozen_insert BEFORE INSERT ON upgrade
  WHEN EXISTS (SELECT 1 FROM entry) OR EXISTS (SELECT 1 FROM upgrade WHERE format = NEW.format)
BEGIN SELECT RAISE(ABORT, 'tl:upgrade.frozen'); END;
CREATE TRIGGER upgrade_frozen_update BEFORE UPDATE ON upgrade BEGIN SELECT RAISE(ABORT, 'tl:upgrade.frozen'); END;
CREATE TRIGGER upgrade_frozen_delete BEFORE DELETE ON upgrade BEGIN SELECT RAISE(ABORT, 'tl:upgrade.frozen'); END;

CREATE VIEW before_1002 AS
  -- One row: the last entry made before format 1002, 0 where there is none. Rules of 1002 that are stricter than those before it begin behind it.
  SELECT coalesce(max(seq), 0) AS seq FROM upgrade WHERE format < 1002;
