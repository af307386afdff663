#!/bin/sh
# count.sh - instructions by callgrind, which repeat: of the CLI from start to end, and of one operation, with the share of the rules, the
# guards, the fold and the seal. The shares are found by dropping triggers in copies of a book, one kind after another, each on top of the one
# before: entry_rule*, then *_journal_*, then entry_fold* and fold_*; what is left is the library's own and the journal row with its CHECKs.
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

# operation MODE BOOK: instructions of one operation, on a copy of BOOK.
operation() {
  cp "$here/$2.db" "$here/now.db"
  total=$(count --toggle-collect=counted_work "$BENCH" work "$1" "$here/now.db" $items)
  rm -f "$here"/now.db*
  echo $((total / (items * 4)))
}

# without BOOK FROM GLOB …: a copy of the book FROM without the triggers whose names are like GLOB.
without() {
  book=$1
  cp "$here/$2.db" "$here/$book.db"
  shift 2
  for glob in "$@"; do
    "$SQLITE3" -batch -init /dev/null "$here/$book.db" "SELECT 'DROP TRIGGER ' || name || ';' FROM sqlite_schema WHERE type = 'trigger' AND name GLOB '$glob'"
  done >"$here/drop.sql"
  "$SQLITE3" -batch -init /dev/null "$here/$book.db" <"$here/drop.sql"
}

line() { printf '  %-66s %9d instructions%s\n' "$1" "$2" "${3:-}"; }
target() { [ "$1" -le "$2" ] && echo "  target <= $2  met" || echo "  target <= $2  MISSED"; }

echo; echo "g. Instructions by callgrind"
"$BENCH" work make "$here/whole.db" 0
version=$(count "$TL" --version)
opened=$(count "$TL" -b "$here/whole.db" unit list)
added=$(count "$TL" -b "$here/whole.db" -a bench add lamps 'Repair the street lamps of block 000000' --due 2030-06-30)
shell=$(count "$SQLITE3" -batch -init /dev/null "$here/whole.db" 'SELECT count(*) FROM unit')
line "the CLI: --version" "$version"
line "the CLI: start, open the book, list one unit, end" "$opened" "$(target "$opened" 3000000)"
line "the CLI: add" "$added"
line "the sqlite3 shell: open the same book, count the units, end" "$shell"

without norule whole 'entry_rule*'
without noguard norule '*_journal_*'
without nofold noguard 'entry_fold*' 'fold_*'
whole=$(operation ours whole)
norule=$(operation ours norule)
noguard=$(operation ours noguard)
nofold=$(operation ours nofold)
seal=$(operation seal whole)
bare=$(operation bare whole)
checked=$(operation checked whole)
line "an operation by the library, before the seal" "$whole"
line "  of it the rules (entry_rule*)" $((whole - norule))
line "  of it the guards (*_journal_*)" $((norule - noguard))
line "  of it the fold (entry_fold*), the rows of the present included" $((noguard - nofold))
line "  of it the rest: the library, its way to entry, the journal row" "$nofold"
line "the seal of an operation" "$seal"
line "the same by hand: bare rows and journal" "$bare"
line "the same by hand: with constraints, item read first" "$checked"
printf '  %-66s %s\n' "library / bare, library / with constraints, in instructions" "$((whole * 100 / bare))% $((whole * 100 / checked))%"
