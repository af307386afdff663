#!/bin/sh
# district.sh BUILD - the 2023 district book, BUILD/district-2023.db, as make demo makes it: what the CLI prints, what plain sqlite3 reads, and what the replay
# promises (177, 18 and 31 items, and where each ends; the figure of every mechanism of the report).
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

for file in "$build"/district-2023.db*; do cp "$file" "$dir/book${file#"$build"/district-2023}"; done
same 'a second replay refuses the file' 1 "$(sh "$here/../examples/district-2023/replay.sh" "$cli" "$book" >/dev/null 2>&1; echo $?)"
totals='tasks-2023|177 dossiers-2023|18 checklist-2023|31 ideology-2023|17 counters-2023|33 actions-2023|30 key-2023|20 hazards-2023|145 watch-2023|18 plans-2023|27 weak-2023|12 pairs-2023|63 '\
'problems-2023|30 rectification-2023|85 measures-2023|52 advice-2023|63 one-form-2023|0 ideology-check-2023|14 opinions-2023|1412 cases-2023|183 remedies-2023|497'
same 'items by sqlite3' "$totals" "$(sql 'SELECT ledger, total FROM ledger_summary' | paste -sd' ' -)"
same 'items by the CLI' "$totals" "$(tl --json stats | jq -r '.[] | "\(.ledger)|\(.total)"' | paste -sd' ' -)"
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
# The mechanisms, with the figures of the book; mechanisms.sh compares them with the report's, where it gives one.
"$here/../examples/district-2023/mechanisms.sh" "$book" >"$dir/mechanisms"
same 'no figure differs' 0 $?
same 'every row of mechanisms.tsv is shown' "$(sed 1d "$here/../examples/district-2023/mechanisms.tsv" | grep -c .)" "$(grep -c '^     ' "$dir/mechanisms")"
figures() { sed -n "s/^$1  *[^ ]*  *\([^ ]*\) .*/\1/p" "$dir/mechanisms" | paste -sd' ' -; }
same 'mechanism 1' '177项' "$(figures 1)"
same 'mechanism 2' '18项' "$(figures 2)"
same 'mechanism 3' '31项 0项 一张表 12填24用' "$(figures 3)"
same 'mechanism 4' '10项 20项 9项 27项' "$(figures 4)"
same 'mechanism 5' '2轮' "$(figures 5)"
same 'mechanism 6' '动态更新、滚动销号 10个未销号，共25个' "$(figures 6)"
same 'mechanism 7' '145个' "$(figures 7)"
same 'mechanism 8' '26条 6个 6个 10项 10项 31项' "$(figures 8)"
same 'mechanism 9' '60余条 497条 1400余条 90余个 90余个' "$(figures 9)"
same 'mechanism 10' '全部完成' "$(figures 10)"
same 'mechanism 11' '12+4+1' "$(figures 11)"
same 'mechanism 12' '三级 8人次' "$(figures 12)"
same 'mechanism 13' '63对' "$(figures 13)"
same 'mechanism 14' '46次 270余个 30余次 460次 143个 2800余次 1200余个 21次 1500余次 14篇 720余场 5场 3期 66人次 110余次 38个 80余次 400余名 30余场 60余人次 20余个 100余件' "$(figures 14)"
same 'mechanism 15' '14个单位 8个单位 112次 催办16、约谈13、督办通知3、通报3' "$(figures 15)"
same 'mechanism 16' '93.5% 187/200 5.4% 5.3%' "$(figures 16)"
same 'counters: CLI and sqlite3' "$(sql "SELECT ref, figure, occurrences FROM counter_status ORDER BY item")" "$(tl --json counters counters-2023 | jq -r '.[] | "\(.ref)|\(.figure)|\(.occurrences)"')"
same 'series: nothing more to make' '' "$(tl -a x series run --to 2023-12-31 2>&1)"
same 'series: done, late, missed' 'ideology-month|12|11|1|0 ideology-quarter|4|4|0|0 ideology-year|1|1|0|0' \
    "$(tl --json series list | jq -r '.[] | "\(.series)|\(.made)|\(.done)|\(.late)|\(.missed)"' | paste -sd' ' -)"
same 'pairs: CLI and sqlite3' "$(sql 'SELECT ref, mentor, mentee FROM pair_status')" "$(tl --json pairs | jq -r '.[] | "\(.ref)|\(.mentor)|\(.mentee)"')"
same 'a form: CLI and sqlite3' "$(sql "SELECT datum, unit, value FROM ledger_form WHERE ledger = 'one-form-2023' AND unit = 'sq-hsl' ORDER BY rank")" \
    "$(tl --json form one-form-2023 --period 2023 | jq -r '.[] | select(.unit == "sq-hsl") | "\(.datum)|\(.unit)|\(.value)"')"
same 'a differing figure is told' 1 "$(cp "$book" "$dir/less.db"; "$cli" -b "$dir/less.db" -a x --today 2023-12-31 add tasks-2023 '多出的一项' --lead qwb --due 2024-01-01 >/dev/null
    "$here/../examples/district-2023/mechanisms.sh" "$dir/less.db" >/dev/null; echo $?)"
same 'each refusal is for its rule' 'assignment.off_catalogue' "$(tl -a x add problems-2023 '统计沿街商户用电量' --responsible sq-hsl 2>&1 | sed -n 's/.*\[\(.*\)\]$/\1/p')"
same 'the list as of a day: CLI and sqlite3' '10' "$(tl --json list problems-2023 --state open --as-of 2023-09-30 | jq length)"
same 'a listed task is no copy' '177 3' "$(sql "SELECT (SELECT count(*) FROM item_status WHERE ledger = 'tasks-2023') || ' ' || count(*) FROM listing s JOIN item i ON i.id = s.item JOIN ledger l ON l.id = s.ledger
    WHERE l.code = 'plans-2023' AND i.no IN ('29', '39', '149')")"
same 'every hazard: evidence, and closed by another than who asked' '145 145' "$(sql "SELECT count(*) || ' ' || sum(evidence > 0 AND (SELECT actor FROM entry e WHERE e.item = s.item AND e.action = 'close') <> requester)
    FROM item_status s WHERE ledger = 'hazards-2023'")"
same 'a finding was closed after its measure' 0 "$(sql "SELECT count(*) FROM item c JOIN item p ON p.id = c.parent WHERE c.closed_at > p.closed_at")"
same 'check views are empty' '' "$(sql 'SELECT * FROM check_book')"
tl verify >"$dir/verify" 2>&1
same 'verify' 0 $?
tl checkpoint >"$dir/checkpoint" && tl verify --against "$dir/checkpoint" >/dev/null 2>&1
same 'verify against the checkpoint' 0 $?
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
