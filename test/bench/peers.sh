#!/bin/sh
# make bench-peers: the same work with taskledger and with what people would use instead, taskwarrior and fossil's tickets, as a markdown table
# on stdout and in build/bench/peers.md. Each is installed from Debian where it is missing and may be; what is not there is left out.
#
# Times are medians of whole processes, in milliseconds; bulk create is one run. A dash: the program does not have it.
#   bulk create     taskledger import of a CSV file · task import of JSON · fossil ticket add, once for each
#   create one      taskledger add · task add · fossil ticket add                                       list overdue   list --state open --due-before · task +OVERDUE list
#   close one       taskledger close · task N done · fossil ticket set … status Closed                  count          taskledger stats --by state · task stats · fossil sql
# PEER_SIZES (177 1000 10000; the last of PEER_OURS, 100000, for taskledger alone), PEER_RUNS (9). BENCH: the program; TL: the CLI.
set -eu
: "${BENCH:?the program}" "${TL:?the CLI}"
sizes=${PEER_SIZES:-177 1000 10000}
ours=${PEER_OURS:-100000}
runs=${PEER_RUNS:-9}
table=$(dirname "$BENCH")/peers.md
work=$(mktemp -d "$(dirname "$BENCH")/peers.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
HOME=$work FOSSIL_HOME=$work USER=bench FOSSIL_USER=bench TASKRC=$work/taskrc LC_ALL=C.UTF-8
export HOME FOSSIL_HOME USER FOSSIL_USER TASKRC LC_ALL

# there COMMAND PACKAGE: is it there, or can it be installed?
there() {
  command -v "$1" >/dev/null && return 0
  sudo=
  [ "$(id -u)" = 0 ] || sudo='sudo -n'
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "$2" >/dev/null 2>&1
  command -v "$1" >/dev/null || { echo "peers: no $1 here, left out" >&2; return 1; }
}

yesterday=$(date -u -d yesterday +%Y-%m-%d)
seq 1 1000 >"$work/numbers"
median() { "$BENCH" time "$runs" "$work/numbers" "$@"; }
once() { "$BENCH" time 1 "$work/numbers" "$@"; }
row() { printf '| %s | %s | %s | %s | %s | %s | %s |\n' "$@"; }

# days N: N lines "number title due", the dates spread over a year around the present day.
days() {
  now=$(date -u +%s)
  awk -v n="$1" -v now="$now" 'BEGIN { for (i = 1; i <= n; i++) printf "%d\tRepair the street lamps of block %06d\t%s\n", i, i, strftime("%Y-%m-%d", now + (i * 77 % 360 - 120) * 86400) }'
}

taskledger_at() {
  book=$work/book-$1.db
  "$TL" -b "$book" -a bench init >/dev/null
  "$TL" -b "$book" -a bench ledger add lamps 'Street lamps' --template checklist >/dev/null
  { echo 'title,due'; days "$1" | awk -F '\t' '{ print $2 "," $3 }'; } >"$work/items.csv"
  bulk=$(once "$TL" -b "$book" -a bench import lamps "$work/items.csv")
  row taskledger "$1" "$bulk" "$(median "$TL" -b "$book" -a bench add lamps 'Repair the bridge' --due 2030-06-30)" \
    "$(median "$TL" -b "$book" -a bench close 'lamps/{}')" "$(median "$TL" -b "$book" list lamps --state open --due-before "$yesterday")" \
    "$(median "$TL" -b "$book" stats --by state)"
}

taskwarrior_at() {
  mkdir "$work/task-$1"
  printf 'data.location=%s\nconfirmation=no\nverbose=nothing\nhooks=off\n' "$work/task-$1" >"$TASKRC"
  days "$1" | awk -F '\t' '{ gsub("-", "", $3); printf "{\"description\":\"%s\",\"status\":\"pending\",\"due\":\"%sT000000Z\"}\n", $2, $3 }' >"$work/items.json"
  bulk=$(once task import "$work/items.json")
  row taskwarrior "$1" "$bulk" "$(median task add 'Repair the bridge' due:2030-06-30)" "$(median task '{}' 'done')" "$(median task +OVERDUE list)" "$(median task stats)"
}

fossil_at() {
  store=$work/store-$1.fossil
  fossil init "$store" >/dev/null
  days "$1" | awk -F '\t' -v store="$store" '{ printf "fossil ticket add title \"%s\" status Open -R %s >/dev/null || exit 1\n", $2, store }' >"$work/bulk.sh"
  bulk=$(once sh "$work/bulk.sh")
  fossil sql -R "$store" 'SELECT tkt_uuid FROM ticket LIMIT 100' | tr -d "'" >"$work/uuids"
  row 'fossil tickets' "$1" "$bulk" "$(median fossil ticket add title 'Repair the bridge' status Open -R "$store")" \
    "$("$BENCH" time "$runs" "$work/uuids" fossil ticket set '{}' status Closed -R "$store")" - \
    "$(median fossil sql -R "$store" 'SELECT status, count(*) FROM ticket GROUP BY status')"
}

tables() {
  echo '| program | items | bulk create | create one | close one | list overdue | count by state |'
  echo '|---|--:|--:|--:|--:|--:|--:|'
  for size in $sizes $ours; do taskledger_at "$size"; done
  if there task taskwarrior; then for size in $sizes; do taskwarrior_at "$size"; done; fi
  if there fossil fossil; then for size in $sizes; do fossil_at "$size"; done; fi
  echo
  printf 'Milliseconds, medians of %s runs of the whole process (bulk create: one run), on %s, %s processors, %s, file system %s. ' "$runs" \
    "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1)" "$(getconf _NPROCESSORS_ONLN)" "$(uname -sr)" "$(stat -f -c %T "$work" 2>/dev/null || echo '?')"
  printf '%s' "$("$TL" --version)"
  if command -v task >/dev/null; then printf ', taskwarrior %s' "$(task --version)"; fi
  if command -v fossil >/dev/null; then printf ', %s' "$(fossil version | sed 's/This is //; s/ \[.*//')"; fi
  # shellcheck disable=SC2016
  echo '. taskledger writes durably (WAL, synchronous=FULL), checks its rules and seals each commit; taskwarrior appends to text files without a flush; a fossil ticket has no due date. To repeat: `make bench-peers`.'
}

tables | tee "$table"
