#!/bin/sh
# make bench: runs every part in turn and keeps what they print in build/bench/report.txt. Nothing here passes or fails by a time: a missed
# target is printed, and the exit status is 0 when all of it ran.
#
# BENCH_ITEMS (100000), BENCH_ROUNDS (3), BENCH_SECONDS (20), BENCH_MILLION (1000000: the items of the book that is read); BENCH_PARTS: some of post bulk
# size command pages search statistics exports import policy writers count.
# BENCH: the program; TL: the CLI; SQLITE3: the shell. The work files lie in a folder of their own beside the program, on its disk: the /tmp of
# many machines is memory, where a flush costs nothing.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
: "${BENCH:?the program}" "${TL:?the CLI}"
SQLITE3=${SQLITE3:-sqlite3}
BENCH_FOLDER=$(mktemp -d "$(dirname "$BENCH")/work.XXXXXX")
trap 'rm -rf "$BENCH_FOLDER"' EXIT
trap 'exit 1' HUP INT TERM
export BENCH TL SQLITE3 BENCH_FOLDER
report=$(dirname "$BENCH")/report.txt

machine() {
  echo "taskledger benchmark: medians of ratios of interleaved pairs in one run (least to most)"
  printf '  %s, %s processors, %s; SQLite %s\n' "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1)" "$(getconf _NPROCESSORS_ONLN)" \
    "$(uname -sr)" "$("$SQLITE3" --version | cut -d ' ' -f 1)"
  printf '  items %s, rounds %s, seconds %s, file system %s\n' "${BENCH_ITEMS:-100000}" "${BENCH_ROUNDS:-3}" "${BENCH_SECONDS:-20}" \
    "$(stat -f -c %T "$BENCH_FOLDER" 2>/dev/null || echo '?')"
}

run() {
  machine
  for part in ${BENCH_PARTS:-post bulk size command pages search statistics exports import policy writers count}; do
    case $part in
      count) sh "$here/count.sh" ;;
      import) echo; echo "k. Import"; sh "$here/import.sh" ;;
      policy) "$BENCH" policy && sh "$here/policy.sh" ;;
      *) "$BENCH" "$part" ;;
    esac || echo "$part broke off" >"$BENCH_FOLDER/failed"
  done
}

run | tee "$report"
[ ! -e "$BENCH_FOLDER/failed" ] || { cat "$BENCH_FOLDER/failed" >&2; exit 1; }
echo
echo "kept in $report"
