# verify, checkpoint: what was changed around the rules is found.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book
q add t 修路 --lead js --due 2023-06-30
t verify
t verify --json
t checkpoint
t checkpoint --json
"$TL" checkpoint >kept.txt
q comment t/1 又一笔
t verify --against kept.txt
say 'a checkpoint of another book, no checkpoint, no file'
q -b other.db init --given-clock --utc-offset +08:00
"$TL" -b other.db checkpoint >other.txt
t verify --against other.txt
echo nonsense >nonsense.txt
t verify --against nonsense.txt
t verify --against missing.txt
show_call verify --against -
"$TL" verify --against - <kept.txt
say 'an older copy put in its place: only a newer checkpoint kept elsewhere tells'
cp taskledger.db old.db
q comment t/1 第三笔
"$TL" checkpoint >newer.txt
t -b old.db verify
t -b old.db verify --against newer.txt
t verify --against newer.txt
say 'its end removed'
cp taskledger.db cut.db
sqlite3 cut.db "DROP TRIGGER entry_immutable_delete; DELETE FROM entry WHERE seq = (SELECT max(seq) FROM entry)"
t -b cut.db verify --against newer.txt
say 'a note rewritten'
cp taskledger.db note.db
sqlite3 note.db "CREATE TEMP TABLE kept AS SELECT sql FROM sqlite_schema WHERE name = 'entry_immutable_update'; DROP TRIGGER entry_immutable_update;
UPDATE entry SET note = '改过的' WHERE action = 'comment'"
t -b note.db verify
t -b note.db verify --json
t --lang zh -b note.db verify
say 'posted by plain SQL: sound, not sealed yet'
sqlite3 taskledger.db "INSERT INTO post(item, action, actor, note, at) SELECT id, 'comment', '王五', '外部', '2023-03-01T05:00:00.000Z' FROM item"
t verify
say 'not a book'
echo text >text.db
t -b text.db verify
t -b text.db verify --json
