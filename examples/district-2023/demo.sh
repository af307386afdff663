#!/bin/sh
# The main job on real content: makes the 2023 district book, replays its year, and shows it: the CLI's summaries, the same from plain
# sqlite3, what verify says, and each mechanism of the report with its figure. Usage: demo.sh CLI BOOK; BOOK is made anew.
set -eu
cli=$1
book=$2
here=$(dirname -- "$0")
day=2023-12-31

rm -f -- "$book" "$book-wal" "$book-shm"
printf 'Replaying the year 2023 of a district into %s …\n' "$book"
sh "$here/replay.sh" "$cli" "$book"

printf '\nIts ledgers on %s, by the CLI (taskledger --lang zh stats):\n\n' "$day"
"$cli" -b "$book" --today "$day" --lang zh stats
printf '\nThe first three from plain sqlite3 (on a day of its own choosing: --today has no part in it, so lights are left out):\n\n'
sqlite3 -header -column "$book" "SELECT ledger, total, registered, dispatched, in_progress, in_review, standing, suspended, closed, cancelled, completion FROM ledger_summary LIMIT 3"
printf '\nThe units that lead most (责任单位统计):\n\n'
sqlite3 -header -column "$book" "SELECT 责任单位, 承担事项, 牵头事项, 已销号, 未销号, 长期坚持, 退回次数, 延期次数, 销号率, 按期率 FROM 责任单位统计 ORDER BY 牵头事项 DESC LIMIT 8"
printf '\nA request to a community off its list, from plain sqlite3, is refused:\n\n'
sqlite3 "$book" "INSERT INTO post(action, actor, item, unit, role) SELECT 'assign', '某部门', i.item, u.id, 'responsible' FROM item_status i, unit u WHERE i.ref = 'problems-2023/28' AND u.code = 'sq-hsl'" 2>&1 || :
printf '\nIs the record whole? (taskledger verify)\n\n'
"$cli" -b "$book" verify
cat <<TEXT

The book lies in $book. Try:
  export TASKLEDGER_BOOK=$book TASKLEDGER_TODAY=$day
  $cli list tasks-2023 --state open
  $cli --lang zh show tasks-2023/42
  $cli --lang zh list dossiers-2023
  $cli list problems-2023 --as-of 2023-09-30 --state open
  $cli export tasks-2023 --format csv -o tasks.csv
  sqlite3 -box $book "SELECT 编号, 工作任务, 牵头单位, 完成时限, 状态 FROM 台账 WHERE 台账 = 'checklist-2023'"

The mechanisms of the report: number, figure there, figure in the book (-: the report gives none), and the query behind it:

TEXT
sh "$here/mechanisms.sh" "$book"
