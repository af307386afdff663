#!/bin/sh
# A published table, read in place where TASKLEDGER_REALDATA names the folder that has it: the key work of 2017 of a college, 479 rows, 137 tasks, 20 departments. Each
# row is accounted for: it is a task, adds parts to one, says nothing new, or is passed over with a reason.
#   test/realtable.sh BUILD
TL=$1/taskledger
case $TL in /*) ;; *) TL=$PWD/$TL ;; esac
file=${TASKLEDGER_REALDATA:-}/key-work-2017.csv
if [ ! -f "$file" ]; then
    echo "skipped: realtable.sh: TASKLEDGER_REALDATA names no folder with key-work-2017.csv"
    echo "1 passed, 0 failed"
    exit 0
fi
# shellcheck source=/dev/null
. "$(dirname "$0")/count.sh"
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
cd "$work" || exit 1
TASKLEDGER_TODAY=2017-01-10 TASKLEDGER_ACTOR=张三
export TASKLEDGER_TODAY TASKLEDGER_ACTOR
unset TASKLEDGER_BOOK
{ "$TL" init --given-clock && "$TL" ledger add key 2017年重点工作; } >/dev/null || exit 1


sql() { sqlite3 -batch -init /dev/null taskledger.db "$1"; }

"$TL" import key "$file" --map 部门代码=lead --map 任务ID=no --create-units --json >out.json 2>err || not_ok "import: $(cat err)"
same 'rows that are tasks, parts of one, and all the rest' '137 342 0 0' "$(jq -r '"\(.added) \(.children) \(.continued) \(.skipped)"' out.json)"
same 'every row' 479 "$(jq '.added + .children + .continued + .updated + .unchanged + .skipped' out.json)"
same 'rows' 479 "$(jq .rows out.json)"
same 'units' 20 "$(jq .units out.json)"
same 'tasks' 137 "$(sql "SELECT count(*) FROM item WHERE parent IS NULL")"
same 'departments in the lead' 20 "$(sql "SELECT count(DISTINCT lead) FROM item WHERE parent IS NULL AND lead IS NOT NULL")"
same 'items' "$(jq .items out.json)" "$(sql "SELECT count(*) FROM item")"
same 'rows that gave items' 479 "$(sql 'SELECT count(DISTINCT "row") FROM import_row')"
same 'three levels and more below a task' 1 "$(sql "SELECT count(*) > 0 FROM item a JOIN item b ON b.parent = a.id JOIN item c ON c.parent = b.id JOIN item d ON d.parent = c.id")"
same 'a milestone' '2017-03-31|召集相关部门就思政工作实施办法进行研讨和修改' "$(sql "SELECT due, title FROM item WHERE no = '1.1'")"
"$TL" import key "$file" --map 部门代码=lead --map 任务ID=no --create-units --json >again.json 2>err || not_ok "again: $(cat err)"
same 'the same file again' '0 137' "$(jq -r '"\(.items) \(.unchanged)"' again.json)"
if "$TL" verify >verified 2>&1; then ok; else not_ok "$(cat verified)"; fi
counted
