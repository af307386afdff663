#!/bin/sh
# Import beside what it is measured by, in one run: BENCH_ROWS rows of CSV (number, task, lead unit, due date, detail) through `taskledger import`; the same rows added
# by the library's own bulk path (BENCH import); the sqlite3 shell's .import into a bare table. Seconds are the least of BENCH_ROUNDS; memory is the peak of the import.
#   TL=PROGRAM BENCH=build/bench/bench test/bench/import.sh
set -u
: "${TL:?}" "${BENCH:?}"
rows=${BENCH_ROWS:-50000}
rounds=${BENCH_ROUNDS:-3}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
cd "$work" || exit 1
awk -v n="$rows" 'BEGIN { print "编号,工作任务,牵头单位,完成时限,目标措施"
  for (i = 1; i <= n; i++) printf "%d,第%d项重点任务的推进落实,u%d,2030-%02d-%02d,按要求推进第%d项\n", i, i, i % 20, i % 12 + 1, i % 28 + 1, i }' >rows.csv

# clocked FILE COMMAND…: least seconds so far into FILE, peak memory in KiB into FILE.rss
clocked() {
    into=$1
    shift
    before=$(date +%s.%N)
    /usr/bin/time -f %M -o "$into.rss" "$@" >"$into.out" 2>&1 || { cat "$into.out"; exit 1; }
    awk -v a="$before" -v b="$(date +%s.%N)" -v least="$(cat "$into" 2>/dev/null)" 'BEGIN { s = b - a; printf "%.3f", least == "" || s < least ? s : least }' >"$into.part"
    mv "$into.part" "$into"
}

fresh() {
    rm -f book.db*
    "$TL" -b book.db init >/dev/null && "$TL" -b book.db ledger add t x >/dev/null || exit 1
    i=0
    while [ $i -lt 20 ]; do "$TL" -b book.db unit add "u$i" "单位$i" >/dev/null || exit 1; i=$((i + 1)); done
}

round=0
while [ $round -lt "$rounds" ]; do
    fresh
    clocked import "$TL" -b book.db import t rows.csv
    fresh
    clocked bulk "$BENCH" import book.db "$rows"
    rm -f bare.db
    clocked shell sqlite3 -batch -init /dev/null bare.db 'CREATE TABLE bare(a, b, c, d, e)' '.import --csv --skip 1 rows.csv bare'
    round=$((round + 1))
done
awk -v rows="$rows" -v import="$(cat import)" -v bulk="$(cat bulk)" -v shell="$(cat shell)" -v rss="$(cat import.rss)" 'BEGIN {
  printf "import of %d rows: %.2f s, %.1f us a row, peak %.1f MiB; %.2f x bulk add (at most 1.3), %.1f x .import (at most 20)\n", rows, import, import * 1e6 / rows,
    rss / 1024, import / bulk, import / shell }'
