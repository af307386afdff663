#!/bin/sh
# make bench-peers: the same work with taskledger and with what people would use instead, taskwarrior and fossil's tickets, as a markdown table
# on stdout and in build/bench/peers.md. Each is installed from Debian where it is missing and may be; what is not there is left out.
#
# Times are medians of whole processes, in milliseconds, the programs taking turns; nothing of a run is kept from one to the next but the file.
#   bulk     items with a title and a due date, into an empty file: taskledger import of CSV · task import of JSON · fossil ticket add for each
#   add      taskledger add · task add · fossil ticket add
#   close    taskledger close · task done · fossil ticket set status Closed
#   overdue  open ones due yesterday or earlier: taskledger list · task +OVERDUE list · fossil sql (fossil has no command for it)
#   count    taskledger stats --by state · task stats (which counts more than that) · fossil sql
# Fossil's tickets have no due date; this gives them a column for it, as the program lets one do.
#
# PEER_SIZES (177 1000 10000), PEER_OURS (100000: a size for taskledger alone, or nothing), PEER_RUNS (15), PEER_BULKS (3; of fossil above
# 1,000 items, a minute each, 1). BENCH: the program; TL: the CLI. It takes some three minutes.
set -eu
: "${BENCH:?the program}" "${TL:?the CLI}"
sizes=${PEER_SIZES:-177 1000 10000}
ours=${PEER_OURS-100000}
runs=${PEER_RUNS:-15}
bulks=${PEER_BULKS:-3}
table=$(dirname "$BENCH")/peers.md
work=$(mktemp -d "$(dirname "$BENCH")/peers.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
HOME=$work FOSSIL_HOME=$work USER=bench FOSSIL_USER=bench TASKRC=$work/taskrc LC_ALL=C.UTF-8
export HOME FOSSIL_HOME USER FOSSIL_USER TASKRC LC_ALL
printf 'confirmation=no\nverbose=nothing\nhooks=off\n' >"$TASKRC"

# there COMMAND PACKAGE: is it there, or can it be installed?
there() {
  command -v "$1" >/dev/null && return 0
  sudo=
  [ "$(id -u)" = 0 ] || sudo='sudo -n'
  # shellcheck disable=SC2086
  { $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "$2"; } >/dev/null 2>&1 || :
  command -v "$1" >/dev/null || { echo "peers: no $1 here, and it can't be installed; left out" >&2; return 1; }
}

# run TIMES OPERATION SIZE PROGRAM …: in turn; lines "program size operation milliseconds" go to the file times.
run() {
  times=$1 operation=$2 size=$3
  shift 3
  for program in "$@"; do "${program}_$operation" "$size"; done >"$work/commands"
  "$BENCH" time "$times" "$work/words" "$work/commands" >"$work/medians"
  printf '%s\n' "$@" | paste -d ' ' - "$work/medians" | sed "s/ / $size $operation /" >>"$work/times"
}
fossil_bulks() { if [ "$1" -gt 1000 ]; then echo 1; else echo "$bulks"; fi; }
# words WORD …: a command for bench time.
words() { printf '%s\t' "$@" | sed 's/\t$/\n/'; }

# items N: N lines "number title due" between tabs, the dates spread over a year around the present day.
items() {
  now=$(date -u +%s)
  awk -v n="$1" -v now="$now" 'BEGIN { for (i = 1; i <= n; i++) printf "%d\tRepair the street lamps of block %06d\t%s\n", i, i,
    strftime("%Y-%m-%d", now + (i * 77 % 360 - 120) * 86400, 1) }'
}
yesterday=$(date -u -d yesterday +%Y-%m-%d)
title='Repair the bridge' due=2030-06-30

# PROGRAM_make SIZE: empty files, one for each bulk run, of which the first goes on; and what they are filled with.
taskledger_make() {
  for n in $(seq "$bulks"); do
    "$TL" -b "$work/book-$1-$n" -a bench init >/dev/null
    "$TL" -b "$work/book-$1-$n" -a bench ledger add lamps 'Street lamps' --template checklist >/dev/null
  done
  { echo 'title,due'; items "$1" | awk -F '\t' '{ print $2 "," $3 }'; } >"$work/items-$1.csv"
}
taskledger_bulk() { words "$TL" -b "$work/book-$1-{1}" -a bench import lamps "$work/items-$1.csv"; }
taskledger_add() { words "$TL" -b "$work/book-$1-1" -a bench add lamps "$title" --due "$due"; }
taskledger_close() { words "$TL" -b "$work/book-$1-1" -a bench close 'lamps/{1}'; }
taskledger_overdue() { words "$TL" -b "$work/book-$1-1" list lamps --state open --due-before "$yesterday"; }
taskledger_count() { words "$TL" -b "$work/book-$1-1" stats --by state; }

task_words() { # task_words FOLDER WORD …
  folder=$1
  shift
  words task "rc.data.location=$work/$folder" "$@"
}
taskwarrior_make() {
  for n in $(seq "$bulks"); do mkdir "$work/task-$1-$n"; done
  items "$1" | awk -F '\t' '{ gsub("-", "", $3); printf "{\"description\":\"%s\",\"status\":\"pending\",\"due\":\"%sT235959Z\"}\n", $2, $3 }' >"$work/items-$1.json"
}
taskwarrior_bulk() { task_words "task-$1-{1}" import "$work/items-$1.json"; }
taskwarrior_add() { task_words "task-$1-1" add "$title" "due:$due"; }
taskwarrior_close() { task_words "task-$1-1" '{1}' 'done'; }
taskwarrior_overdue() { task_words "task-$1-1" +OVERDUE list; }
taskwarrior_count() { task_words "task-$1-1" stats; }

fossil_make() {
  for n in $(seq "$(fossil_bulks "$1")"); do
    store=$work/store-$1-$n
    fossil init "$store" >/dev/null
    fossil sql -R "$store" "INSERT INTO config(name, value, mtime) SELECT 'ticket-table', replace(group_concat(sql, ';'), 'title TEXT,', 'title TEXT, due TEXT,') || ';', now()
      FROM repository.sqlite_schema WHERE name IN ('ticket', 'ticketchng')"
    fossil rebuild "$store" >/dev/null 2>&1
    items "$1" | awk -F '\t' -v store="$store" '{ printf "fossil ticket add title \"%s\" status Open due %s -R %s\n", $2, $3, store }' >"$work/fossil-$1-$n.sh"
  done
}
fossil_bulk() { words sh -e "$work/fossil-$1-{1}.sh"; }
fossil_add() { words fossil ticket add title "$title" status Open due "$due" -R "$work/store-$1-1"; }
fossil_close() { words fossil ticket set '{2}' status Closed -R "$work/store-$1-1"; }
fossil_overdue() { words fossil sql -R "$work/store-$1-1" "SELECT tkt_uuid, title, status, due FROM ticket WHERE status <> 'Closed' AND due <= '$yesterday' ORDER BY due"; }
fossil_count() { words fossil sql -R "$work/store-$1-1" 'SELECT status, count(*) FROM ticket GROUP BY status'; }

# PROGRAM_found SIZE: how many items are overdue in the end; all have to find the same ones.
taskledger_found() { "$TL" -b "$work/book-$1-1" list lamps --state open --due-before "$yesterday" | sed 1d | wc -l; }
taskwarrior_found() { task "rc.data.location=$work/task-$1-1" +OVERDUE count; }
fossil_found() { fossil sql -R "$work/store-$1-1" "SELECT count(*) FROM ticket WHERE status <> 'Closed' AND due <= '$yesterday'"; }

# at SIZE PROGRAM …: everything at one size. A line of the file words: the number of an item, and fossil's name for it.
at() {
  size=$1
  shift
  seq 1 100 >"$work/words"
  for program in "$@"; do "${program}_make" "$size"; done
  if [ "$(fossil_bulks "$size")" = "$bulks" ]; then
    run "$bulks" bulk "$size" "$@"
  else
    for program in "$@"; do [ "$program" = fossil ] || echo "$program"; done >"$work/others"
    # shellcheck disable=SC2046
    run "$bulks" bulk "$size" $(cat "$work/others")
    case " $* " in *' fossil '*) run 1 bulk "$size" fossil ;; esac
  fi
  case " $* " in *' fossil '*)
    fossil sql -R "$work/store-$size-1" 'SELECT tkt_uuid FROM ticket ORDER BY tkt_id LIMIT 100' | tr -d "'" >"$work/uuids"
    seq 1 100 | paste -d ' ' - "$work/uuids" >"$work/words"
  esac
  for operation in add close overdue count; do run "$runs" "$operation" "$size" "$@"; done
  for program in "$@"; do "${program}_found" "$size"; done | sort -u >"$work/found"
  [ "$(wc -l <"$work/found")" = 1 ] || { echo "peers: the programs don't find the same at $size items" >&2; exit 1; }
}

machine() {
  printf '%s, %s processors, file system %s; ' "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1)" "$(getconf _NPROCESSORS_ONLN)" \
    "$(stat -f -c %T "$work" 2>/dev/null || echo '?')"
  "$TL" --version | tr -d '\n'
  for program in "$@"; do
    case $program in
      taskwarrior) printf ', taskwarrior %s' "$(task --version)" ;;
      fossil) fossil version | sed 's/This is/,/; s/ version//; s/ \[.*//' | tr -d '\n' ;;
    esac
  done
  echo
}

# The lines of the file times as a table; the sizes come in order already.
print_table() {
  echo '| items | program | bulk create | create one | close one | list overdue | count by state |'
  echo '|--:|---|--:|--:|--:|--:|--:|'
  awk '{ if (!(($2, $1) in seen)) { seen[$2, $1]; row[++rows] = $2 SUBSEP $1 } time[$2, $1, $3] = sprintf($4 < 100 ? "%.1f" : "%.0f", $4) }
    END { for (i = 1; i <= rows; i++) { split(row[i], key, SUBSEP); printf "| %s | %s |", key[1], key[2]
      for (j = split("bulk add close overdue count", operation, " "); j > 0; j--) line = " " time[row[i], operation[j]] " |" (line "")
      print line; line = "" } }' "$work/times"
}

set -- taskledger
if there task taskwarrior; then set -- "$@" taskwarrior; fi
if there fossil fossil; then set -- "$@" fossil; fi
for size in $sizes; do at "$size" "$@"; done
[ -z "$ours" ] || at "$ours" taskledger
{
  print_table
  echo
  echo "Milliseconds, medians of $runs runs ($bulks of bulk create; of fossil's above 1,000 items one); $(machine "$@")."
} | tee "$table"
