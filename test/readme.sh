#!/bin/sh
# readme.sh BUILD - what README.md tells people to type does what it says: the chain statement on books whole and damaged, the SQL, the
# command line with its output. UPDATE=1 prints README.md with the outputs of now in place of those that stand there.
set -u
here=$(cd "$(dirname "$0")" && pwd) || exit 1
top=$(cd "$here/.." && pwd) || exit 1
build=$(cd "${1:-$top/build}" && pwd) || exit 1
readme=$top/README.md
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
PATH=$build:$PATH
LC_ALL=C.UTF-8
export PATH LC_ALL
unset TASKLEDGER_BOOK TASKLEDGER_ACTOR TASKLEDGER_TODAY
# shellcheck source=/dev/null
. "$here/count.sh"

# A shell as anybody has it, but for a ~/.sqliterc.
sql() { sqlite3 -batch -init /dev/null "$@" 2>&1; }

# block MARK N: the N-th fenced block behind the comment <!-- MARK -->, as it stands.
block() {
    awk -v mark="<!-- $1 -->" -v wanted="$2" '
        $0 == mark { marked = 1; next }
        marked && /^```/ { marked = 0; if (++found == wanted) inside = 1; next }
        inside && /^```/ { exit }
        inside { print }
        /./ { marked = 0 }' "$readme"
}
count_blocks() { grep -c -x "<!-- $1 -->" "$readme"; }

# ---------------------------------------------------------------------------------------------------------- the command line

mkdir "$work/cli" && cd "$work/cli" || exit 1
blocks=$(count_blocks cli)
same 'each cli block has its output' "$blocks" "$(count_blocks output)"
# One shell for all of them, so that what is exported stays; each one's output in a file.
n=1
while [ "$n" -le "$blocks" ]; do
    printf 'exec >"%s/got.%s" 2>&1\n' "$work" "$n"
    block cli "$n"
    n=$((n + 1))
done >"$work/cli.sh"
if sh -e "$work/cli.sh"; then ok; else not_ok "the commands of the README end with status $?"; fi
if [ -n "${UPDATE:-}" ]; then
    awk -v work="$work" '
        $0 == "<!-- output -->" { print; getline; print; file = work "/got." ++n; while ((getline line < file) > 0) print line; skip = 1; next }
        skip && /^```/ { skip = 0 }
        !skip { print }' "$readme"
    exit 0
fi
n=1
while [ "$n" -le "$blocks" ]; do
    block output "$n" >"$work/wanted.$n"
    touch "$work/got.$n"
    if diff -u "$work/wanted.$n" "$work/got.$n"; then ok; else not_ok "output $n is another one"; fi
    n=$((n + 1))
done
same 'the item is closed' 'closed|2023-07-15|2023-07-10|1' "$(sql taskledger.db 'SELECT state, due, completed_on, returned FROM item_status')"
# -------------------------------------------------------------------------------------------------------------------- the SQL

cat "$top"/schema/*.sql | sql "$work/sql.db" >/dev/null
block sql 1 >"$work/block.sql"
same 'there is a block of SQL' yes "$([ -s "$work/block.sql" ] && echo yes)"
same 'the SQL' '1|打通断头路三条|区建设局|2030-06-30|待签收' "$(sql -bail "$work/sql.db" <"$work/block.sql")"
same 'the rule in words' '交办须有一个牵头单位，请先分工' "$(sql "$work/sql.db" "SELECT zh FROM rule WHERE name = 'item.lead'")"

# ------------------------------------------------------------------------------------------------------------------ the chain

block chain 1 >"$work/chain.sql"
same 'there is a chain statement' yes "$([ -s "$work/chain.sql" ] && echo yes)"
chain() { sql -separator ' ' "$1" <"$work/chain.sql"; }

# (a) Sealed entries, and two behind them that plain SQL added; every column has been used.
taskledger attach tasks/1 https://example.org/照片 --title 现场 -b taskledger.db --actor 小张 >/dev/null 2>&1 && not_ok 'attach to a closed item'
taskledger add tasks '第二项 ✓ 🚧' --lead js --due 2023-12-31 --request r-1 --on 2023-07-01 --source '"a;b"' --actor 小张 --today 2023-07-11 >/dev/null || not_ok add
taskledger attach tasks/2 https://example.org/照片 --title 现场 --actor 小张 --today 2023-07-11 >/dev/null || not_ok attach
taskledger amend tasks/2 --set title=改名 --actor 小张 --today 2023-07-11 >/dev/null || not_ok amend
# What the commands above leave out, from plain SQL; the next command seals it.
sql taskledger.db <<'SQL'
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', '小张', '2023-07-11T05:00:00.000Z', 'c', '清单', 'simple');
INSERT INTO post(action, actor, at, ledger, field, title, kind, required)
  SELECT 'add_field', '小张', '2023-07-11T05:00:00.000Z', id, 'place', '地点', 'text', 1 FROM ledger WHERE code = 'c';
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period)
  SELECT 'add_series', '小张', '2023-07-11T05:00:00.000Z', id, 'm', '月排查', 'monthly', '25', '2023-07' FROM ledger WHERE code = 'c';
INSERT INTO post(action, actor, at, ledger, no, title, detail, due_text, risk, officer, parent, data)
  SELECT 'register', '小张', '2023-07-11T05:00:00.000Z', l.id, 'a', '长期事项', '目标', '长期坚持', 'low', '领导', i.id, '{"自己的": 1}'
  FROM ledger l, item i JOIN item_status s ON s.item = i.id WHERE l.code = 'c' AND s.ref = 'tasks/2';
INSERT INTO post(action, actor, at, item, unit, role, officer) SELECT 'assign', '小张', '2023-07-11T05:00:00.000Z', i.id, u.id, 'lead', '老王' FROM item i, unit u WHERE i.no = 'a' AND u.code = 'js';
INSERT INTO post(action, actor, at, item, unit, note, percent, value, problem, next_step, happened_on)
  SELECT 'report', '小张', '2023-07-11T05:00:00.000Z', item, lead_id, '进展', '40', '3', '问题', '下步', '2023-07-10' FROM (SELECT id AS item, lead AS lead_id FROM item WHERE no = 'a');
INSERT INTO post(action, actor, at, item, uri, sha256, size)
  SELECT 'attach', '小张', '2023-07-11T05:00:00.000Z', id, 'a.pdf', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 0 FROM item WHERE no = 'a';
SQL
taskledger comment c/a 封签 --actor 小张 --today 2023-07-11 >/dev/null || not_ok comment
sealed=$(sql taskledger.db 'SELECT max(seq) FROM seal')
columns=$(sql taskledger.db "SELECT name FROM pragma_table_info('entry') WHERE name <> 'seq'")
unused=$(for column in $columns; do sql taskledger.db "SELECT '$column' WHERE NOT EXISTS (SELECT 1 FROM entry WHERE $column IS NOT NULL AND seq <= $sealed)"; done)
same 'columns that no sealed entry has' '' "$unused"
seals=$(sql taskledger.db 'SELECT count(*) FROM seal')
for note in 一 二; do
    sql taskledger.db "INSERT INTO post(action, actor, at, item, note) SELECT 'comment', '小张', '2023-07-12T00:00:00.000Z', item, '$note' FROM item_status WHERE no = '2'"
done
same 'entries behind the last seal' 2 "$(sql taskledger.db "SELECT max(seq) - $sealed FROM entry")"
same 'a whole book' "$((sealed + 2)) $seals $seals 0" "$(chain taskledger.db)"

# (b) One byte of an entry changed in a copy, whichever of three; then a digest, then a missing entry.
damage() { # damage NAME SQL: wrong > 0
    rm -f "$work/copy.db"
    sql taskledger.db "VACUUM INTO '$work/copy.db'"
    sql "$work/copy.db" "DROP TRIGGER entry_immutable_update; DROP TRIGGER entry_immutable_delete; DROP TRIGGER seal_immutable_update; $2"
    wrong=$(chain "$work/copy.db" | awk '{ print $4 }')
    case $wrong in '' | 0 | *[!0-9]*) not_ok "$1: wrong is '$wrong'" ;; *) ok ;; esac
}
# Another content in any column is found: so the statement reads every one of them.
for column in $columns; do
    case $column in
    at | actor | action) other="$column || 'x'" ;;
    *) other=NULL ;;
    esac
    damage "the column $column" "PRAGMA ignore_check_constraints=ON; UPDATE entry SET $column = $other WHERE seq = (SELECT max(seq) FROM entry WHERE $column IS NOT NULL AND seq <= $sealed)"
done
damage 'a byte of a title' "UPDATE entry SET title = replace(title, '三', '四') WHERE no = '1' AND action = 'register'"
damage 'an actor' "UPDATE entry SET actor = actor || 'x' WHERE seq = 1"
damage 'a number' "UPDATE entry SET unit = NULL WHERE seq = (SELECT max(seq) FROM entry WHERE unit IS NOT NULL)"
damage 'a text moved to the next column' "UPDATE entry SET problem = next_step, next_step = problem WHERE action = 'report'"
damage 'a digest' "UPDATE seal SET digest = replace(digest, substr(digest, 1, 1), 'f') || '' WHERE seq = (SELECT min(seq) FROM seal WHERE digest NOT LIKE 'f%')"
damage 'an entry taken out' "PRAGMA foreign_keys = OFF; DELETE FROM entry WHERE seq = 9"
rm -f "$work/copy.db"
sql taskledger.db "VACUUM INTO '$work/copy.db'"
same 'an undamaged copy' "$((sealed + 2)) $seals $seals 0" "$(chain "$work/copy.db")"
same 'a book made by the shell' '1 0 0 0' "$(rm -f "$work/new.db"; cat "$top"/schema/*.sql | sql "$work/new.db" >/dev/null; chain "$work/new.db")"

# (c) The district's year, where it has been made.
if [ -f "$build/district-2023.db" ]; then
    cp "$build/district-2023.db" "$work/district.db"
    [ -f "$build/district-2023.db-wal" ] && cp "$build/district-2023.db-wal" "$work/district.db-wal"
    entries=$(sql "$work/district.db" 'SELECT count(*) FROM entry')
    seals=$(sql "$work/district.db" 'SELECT count(*) FROM seal')
    same 'the district book' "$entries $seals $seals 0" "$(chain "$work/district.db")"
fi

# ------------------------------------------------------------------------------------------------------------ what is linked

links=$(grep -o ']([^)#]*)' "$readme" | sed 's/^](//; s/)$//' | grep -v '^http')
for link in $links; do
    if [ -e "$top/$link" ]; then ok; else not_ok "the README links $link, which is not there"; fi
done

counted
