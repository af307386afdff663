#!/bin/sh
# The 2023 district book: makes it by its own script and compares what the CLI prints, what plain sqlite3 reads, and what the replay
# promises (177, 18 and 31 items, and where each ends).
set -u
build=$1
here=$(cd "$(dirname "$0")" && pwd)
cli=$build/taskledger
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT INT TERM
book=$dir/book.db
passed=0
failed=0

same() {
    if [ "$2" = "$3" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'not ok %s\n  wanted: %s\n  got:    %s\n' "$1" "$2" "$3"
    fi
}
sql() { sqlite3 "$book" "$1"; }
tl() { "$cli" -b "$book" --today 2023-12-31 "$@"; }

same 'replay is silent' '' "$(sh "$here/../examples/district-2023/replay.sh" "$cli" "$book" 2>&1)"
same 'a second replay refuses the file' 1 "$(sh "$here/../examples/district-2023/replay.sh" "$cli" "$book" >/dev/null 2>&1; echo $?)"
same 'items by sqlite3' 'tasks-2023|177 dossiers-2023|18 checklist-2023|31' "$(sql 'SELECT ledger, total FROM ledger_summary' | paste -sd' ' -)"
same 'items by the CLI' 'tasks-2023|177 dossiers-2023|18 checklist-2023|31' "$(tl --json stats | jq -r '.[] | "\(.ledger)|\(.total)"' | paste -sd' ' -)"
same 'closed tasks, late ones' '160|12' "$(sql "SELECT count(*), sum(late) FROM item_status WHERE ledger='tasks-2023' AND state='closed'")"
same 'tasks by state' 'in_progress 7 in_review 1 standing 6 suspended 1 closed 160 cancelled 2' \
    "$(sql "SELECT state || ' ' || total FROM state_summary WHERE ledger='tasks-2023'" | paste -sd' ' -)"
same 'dossiers by state' 'in_progress 2 closed 16' "$(sql "SELECT state || ' ' || total FROM state_summary WHERE ledger='dossiers-2023'" | paste -sd' ' -)"
same 'checklist by state' 'registered 2 closed 29' "$(sql "SELECT state || ' ' || total FROM state_summary WHERE ledger='checklist-2023'" | paste -sd' ' -)"
same 'returned, extended, reopened' '7|6|1' \
    "$(sql "SELECT sum(returned > 0), sum(extended), sum(reopened) FROM item_status WHERE ledger='tasks-2023'")"
same 'every closed dossier has evidence' 0 "$(sql "SELECT count(*) FROM item_status WHERE ledger='dossiers-2023' AND state='closed' AND evidence=0")"
same 'no dossier was closed by its requester' 0 "$(sql "SELECT count(*) FROM entry c JOIN entry r ON r.item=c.item AND r.action='request_close' AND r.actor=c.actor \
    JOIN item i ON i.id=c.item JOIN ledger l ON l.id=i.ledger WHERE c.action='close' AND l.code='dossiers-2023'")"
for ledger in tasks-2023 dossiers-2023 checklist-2023; do
    same "refs and states of $ledger: CLI and sqlite3" "$(sql "SELECT ref || ' ' || state || ' ' || ifnull(due,'') FROM item_status WHERE ledger='$ledger' ORDER BY no_order")" \
        "$(tl --json list "$ledger" | jq -r '.[] | "\(.ref) \(.state) \(.due // "")"')"
    same "table of $ledger: export and 台账" "$(sql "SELECT count(*), count(牵头单位), count(进展情况) FROM 台账 WHERE 台账='$ledger'")" \
        "$(tl export "$ledger" --format json | jq -r '"\(length)|\([.[] | select(.lead)] | length)|\([.[] | select(.progress)] | length)"')"
done
same 'units: CLI and sqlite3' "$(sql 'SELECT unit, led, closed FROM unit_summary')" "$(tl --json stats --by unit | jq -r '.[] | "\(.unit)|\(.led)|\(.closed)"')"
same 'as of the middle of the year: nothing closed later is closed' "$(sql "SELECT count(DISTINCT item) FROM entry e WHERE date(at,'+08:00') <= '2023-06-30' AND state='closed' \
    AND seq = (SELECT max(seq) FROM entry WHERE item=e.item AND date(at,'+08:00') <= '2023-06-30')")" "$(tl --json list --state closed --as-of 2023-06-30 | jq length)"
same 'check views are empty' '' "$(sql 'SELECT * FROM check_book')"
tl verify >"$dir/verify" 2>&1
same 'verify' 0 $?
tl checkpoint >"$dir/checkpoint" && tl verify --against "$dir/checkpoint" >/dev/null 2>&1
same 'verify against the checkpoint' 0 $?
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
