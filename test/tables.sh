#!/bin/sh
# Tables as offices make them, each brought into a book of four units, first to look and then to stay: what is told on the way, and the items that come of it.
#   test/tables.sh BUILD [NAME]...        all files of test/data/tables, or these
#   UPDATE=1 test/tables.sh BUILD         writes what is expected anew; read it before you keep it
here=$(cd "$(dirname "$0")" && pwd) || exit 1
TL=$1/taskledger
shift
case $TL in /*) ;; *) TL=$PWD/$TL ;; esac
LANG=C.UTF-8 TZ=Asia/Shanghai TASKLEDGER_TODAY=2023-03-01 TASKLEDGER_ACTOR=张三
export LANG TZ TASKLEDGER_TODAY TASKLEDGER_ACTOR
unset LC_ALL LC_MESSAGES LANGUAGE TASKLEDGER_BOOK
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
cd "$work" || exit 1

{
    "$TL" init --given-clock --utc-offset +08:00 && "$TL" ledger add t 重点任务 && "$TL" unit add js 区建设局 && "$TL" unit add ga 区公安局 &&
        "$TL" unit add xjk 新街口街道 --kind 街道 && "$TL" unit add xwm 玄武门街道 --kind 街道
} >/dev/null || exit 1
mv taskledger.db base.db

# What a book holds: each item with its units and its comments.
items() {
    sqlite3 -batch -init /dev/null taskledger.db "SELECT ref || ' ' || title || coalesce(' | parent ' || parent, '') || coalesce(' | due ' || due, '')
        || coalesce(' (' || due_text || ')', '') || coalesce(' | detail ' || detail, '') || coalesce(' | source ' || source, '') || coalesce(' | officer ' || officer, '')
        || coalesce(' | risk ' || risk, '')
        || coalesce(' | ' || (SELECT group_concat(role || ' ' || code, ', ') FROM (SELECT a.role, u.code || coalesce(' (' || a.officer || ')', '') AS code FROM assignment a JOIN unit u ON u.id = a.unit
          WHERE a.item = s.item ORDER BY a.role, u.id)), '')
        || coalesce(' | ' || (SELECT group_concat(title || ' = ' || value, ', ') FROM (SELECT f.title, v.value FROM value v JOIN field f ON f.code = v.field WHERE v.item = s.item)), '')
        || coalesce(' | ' || (SELECT group_concat(note, ' // ') FROM entry e WHERE e.item = s.item AND e.action = 'comment'), '')
        || coalesce(' | from row ' || (SELECT \"row\" FROM import_row r WHERE r.item = s.item AND r.action = 'register'), '')
      FROM item_status s ORDER BY no_order"
}

one() {
    options=
    [ -f "$1.options" ] && options=$(cat "$1.options")
    cp base.db taskledger.db
    echo "# to look"
    eval "\"\$TL\" import t \"\$1\" --dry-run $options" 2>&1
    before=$(items)
    [ -z "$before" ] || echo "a dry run has stored: $before"
    echo "# to stay"
    eval "\"\$TL\" import t \"\$1\" $options" 2>/dev/null
    items >"$work/items"
    cat "$work/items"
    echo "# the same again"
    entries=$(sqlite3 -batch -init /dev/null taskledger.db 'SELECT count(*) FROM entry')
    eval "\"\$TL\" import t \"\$1\" --on-conflict update $options" 2>/dev/null
    [ "$entries" -eq "$(sqlite3 -batch -init /dev/null taskledger.db 'SELECT count(*) FROM entry')" ] || echo "the same again has added entries"
    items | diff "$work/items" - || echo "the same again has changed items"
    "$TL" verify 2>&1 | grep -v '^ok\|unsealed\|sealed' | head -3
}

passed=0
failed=0
[ $# -gt 0 ] || set -- "$here"/data/tables/*.csv "$here"/data/tables/*.txt "$here"/data/tables/*.json "$here"/data/tables/*.xlsx
for name; do
    file=$here/data/tables/$(basename "$name")
    if [ ! -f "$file" ]; then
        echo "there is no $file"
        failed=$((failed + 1))
        continue
    fi
    expected=$file.expected
    one "$file" 2>&1 | sed "s|$here/data/tables/||" >"$work/out"
    [ -z "${UPDATE:-}" ] || cp "$work/out" "$expected"
    if diff -u "$expected" "$work/out"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
