#!/bin/sh
# count.sh - instructions by callgrind, which repeat: of the CLI and the sqlite3 shell from start to end, and of one operation, with the share of
# the rules, the guards, the fold and the seal. The shares are found by dropping triggers in copies of a book, one kind after another, each on
# top of the one before: entry_rule* and rare_rule*, then *_journal_*, then entry_fold* and rare_fold*; what is left is the library's own and the
# journal row with its CHECKs. They are of one report, or one close-out, for each item of a book in which all triggers had a part in the items'
# registering and assigning: where the fold was missing from the start, the library would find no item and take another way.
set -eu
: "${BENCH:?}" "${TL:?}" "${BENCH_FOLDER:?}"
SQLITE3=${SQLITE3:-sqlite3}
items=1000
here=$BENCH_FOLDER
# glibc clears and copies large pieces by "rep stosb", whose every byte callgrind would count as an instruction.
tunables=glibc.cpu.x86_rep_stosb_threshold=1000000000:glibc.cpu.x86_rep_movsb_threshold=1000000000

if ! command -v valgrind >/dev/null; then
  echo; echo "g. Instructions: left out, there is no valgrind here"
  exit 0
fi

# count COMMAND …: the instructions, or an error.
count() {
  GLIBC_TUNABLES=$tunables valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" >"$here/count.out" 2>&1 || { cat "$here/count.out" >&2; return 1; }
  sed -n 's/.*Collected : //p' "$here/count.out"
}

# operation MODE BOOK OPERATIONS: instructions of one operation of so many an item, on a copy of BOOK.
operation() {
  cp "$here/$2.db" "$here/now.db"
  total=$(count --toggle-collect=counted_work "$BENCH" work "$1" "$here/now.db" $items)
  rm -f "$here"/now.db*
  echo $((total / (items * $3)))
}

sqlite() { "$SQLITE3" -batch -init /dev/null "$@"; }

# without BOOK FROM GLOB …: a copy of the book FROM without the triggers whose names are like GLOB.
without() {
  book=$1
  cp "$here/$2.db" "$here/$book.db"
  shift 2
  for glob in "$@"; do
    sqlite "$here/$book.db" "SELECT 'DROP TRIGGER ' || name || ';' FROM sqlite_schema WHERE type = 'trigger' AND name GLOB '$glob'"
  done >"$here/drop.sql"
  sqlite "$here/$book.db" <"$here/drop.sql"
}

line() { printf '  %-66s %9d instructions%s\n' "$1" "$2" "${3:-}"; }
target() { [ "$1" -le "$2" ] && echo "  target <= $2  met" || echo "  target <= $2  MISSED"; }
# share NAME NUMBER: a share of 0 or less says that a copy of the book went another way than the whole one, and that no share is to be trusted.
share() {
  line "  of it $1" "$2"
  [ "$2" -gt 0 ] || { echo "count.sh: the split is broken: $1 have $2" >&2; exit 1; }
}

# split OPERATION NAME
split() {
  whole=$(operation "$1" assigned 1)
  norule=$(operation "$1" norule 1)
  noguard=$(operation "$1" noguard 1)
  nofold=$(operation "$1" nofold 1)
  line "a $2 by the library, before the seal" "$whole"
  share "the rules (entry_rule*, rare_rule*)" $((whole - norule))
  share "the guards (*_journal_*)" $((norule - noguard))
  share "the fold (entry_fold*, rare_fold*), the rows of the present" $((noguard - nofold))
  share "the rest: the library, its way to entry, the journal row" "$nofold"
}

echo; echo "g. Instructions by callgrind"
"$BENCH" work twins "$here/whole.db" 0
cp "$here/whole.db" "$here/posted.db"
"$BENCH" work sql-bare "$here/whole.db" 0 >"$here/bare.sql"
"$BENCH" work sql-post "$here/whole.db" 0 >"$here/post.sql"
version=$(count "$TL" --version)
opened=$(count "$TL" -b "$here/whole.db" unit list)
added=$(count "$TL" -b "$here/whole.db" -a bench add lamps 'Repair the street lamps of block 000000' \
  --detail 'Replace what is broken, test it, and hand in the record of the test.' --due 2030-06-30)
inserted=$(count "$SQLITE3" -batch -init /dev/null "$here/whole.db-bare" "$(cat "$here/bare.sql")")
posted=$(count "$SQLITE3" -batch -init /dev/null "$here/posted.db" "$(cat "$here/post.sql")")
shell=$(count "$SQLITE3" -batch -init /dev/null "$here/posted.db" 'SELECT count(*) FROM unit')
line "the CLI: --version" "$version"
line "the CLI: start, open the book, list one unit, end" "$opened" "$(target "$opened" 3000000)"
line "the CLI: add" "$added"
line "  of it opening the book, mostly parsing the schema (about)" $((opened - version))
line "the sqlite3 shell: the same inserts into a bare schema" "$inserted"
line "the sqlite3 shell: the same post through post in the same book" "$posted"
line "the sqlite3 shell: open the same book, count the units, end" "$shell"

"$BENCH" work assigned "$here/assigned.db" $items
without norule assigned 'entry_rule*' 'rare_rule*'
without noguard norule '*_journal_*'
without nofold noguard 'entry_fold*' 'rare_fold*'
split report report
split close close-out
whole=$(operation ours whole 4)
seal=$(operation seal whole 4)
bare=$(operation bare whole 4)
checked=$(operation checked whole 4)
line "the mean of create, assign, report, close, before the seal" "$whole"
line "the seal of such an operation" "$seal"
line "the same by hand: bare rows and journal" "$bare"
line "the same by hand: with constraints, item read first" "$checked"
printf '  %-66s %s\n' "library / bare, library / with constraints, in instructions" "$((whole * 100 / bare))% $((whole * 100 / checked))%"
