-- What was written under an older format is noted before the first entry, and never after it: nobody makes the rules laxer for himself.

-- refuse: upgrade.frozen | the journal so far declared to be an old one
INSERT INTO upgrade VALUES (1001, @last);
-- refuse: upgrade.frozen | what is yet to come
INSERT INTO upgrade VALUES (1001, 1000000);
-- refuse: upgrade.frozen | OR REPLACE
INSERT OR REPLACE INTO upgrade VALUES (1001, 1000000);
-- refuse: upgrade.frozen | a format twice
-- book: unfounded
-- given:
INSERT INTO upgrade VALUES (1001, 5);
-- try:
INSERT INTO upgrade VALUES (1001, 6);
-- refuse: upgrade.frozen | a row changed
-- book: unfounded
-- given:
INSERT INTO upgrade VALUES (1001, 5);
-- try:
UPDATE upgrade SET seq = 1000000;
-- refuse: upgrade.frozen | a row taken away
-- book: unfounded
-- given:
INSERT INTO upgrade VALUES (1001, 5);
-- try:
DELETE FROM upgrade;
-- refuse: upgrade.seq | no entry at all
-- book: unfounded
INSERT INTO upgrade VALUES (1001, 0);
