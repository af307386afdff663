#!/bin/sh
# style.sh - what a reader may count on: short functions, short files, a first comment that says what a file is for, nothing left over.
# Functions of lib/ and examples/: median at most 15 lines, nine in ten at most 40, none over 80. Files at most 500 lines, the public header 1,200.
set -u
root=$(cd "$(dirname "$0")/.." && pwd) || exit 1
cd "$root" || exit 1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
passed=0
failed=0

# check STATUS WORDS
check() {
    if [ "$1" -eq 0 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'not ok: %s\n' "$2"
    fi
}

find lib include examples test schema -type f \( -name '*.c' -o -name '*.h' -o -name '*.sql' -o -name '*.sh' \) | sort >"$work/files"
find lib examples -type f -name '*.c' | sort >"$work/sources"

# A function: from the line of its name to the } in the first column.
# shellcheck disable=SC2016
xargs awk 'FNR == 1 { name = "" } /^[a-z].*\(/ && !/;[ \t]*$/ { name = $0; start = FNR } /^\}$/ { if (name != "") print FNR - start + 1, FILENAME ": " name; name = "" }' \
    <"$work/sources" | sort -n >"$work/functions"
count=$(wc -l <"$work/functions")
[ "$count" -gt 200 ]
check $? "only $count functions were found"
median=$(awk -v at=$(((count + 1) / 2)) 'NR == at { print $1 }' "$work/functions")
[ "$median" -le 15 ]
check $? "the median of the functions has $median lines"
ninth=$(awk -v at=$((count * 9 / 10)) 'NR == at { print $1 }' "$work/functions")
[ "$ninth" -le 40 ]
check $? "a tenth of the functions has $ninth lines or more"
long=$(awk '$1 > 80' "$work/functions")
[ -z "$long" ]
check $? "longer than 80 lines: $long"
long=$(find test -name '*.c' -exec awk 'FNR == 1 { start = 0 } /^[a-z].*\(/ && !/;[ \t]*$/ { start = FNR }
    /^\}$/ { if (start && FNR - start + 1 > 80) print FILENAME ":" start; start = 0 }' {} +)
[ -z "$long" ]
check $? "a function of a test has more than 80 lines: $long"

# Each file, in one pass: "not ok: …" for what is wrong, at the end how many checks were right.
# shellcheck disable=SC2046 # no name has a blank in it
awk '
function check(good, words) {
    if (good) passed++
    else print "not ok: " file ": " words
}
function file_ends(limit) {
    limit = file == "include/taskledger.h" ? 1200 : 500
    check(lines <= limit, lines " lines")
    check(first, "its first comment does not say what it is for")
    check(tabs == "", "tabs at line" tabs)
    check(blanks == "", "trailing blanks at line" blanks)
    check(left == "", "something is left to do at line" left)
}
FNR == 1 {
    if (file != "") file_ends()
    file = FILENAME
    first = /^\/\* / && file ~ /\.[ch]$/ || /^-- / && file ~ /\.sql$/
    tabs = blanks = left = ""
}
FNR == 2 && /^# / && file ~ /\.sh$/ { first = 1 }
/\t/ && file ~ /\.[ch]$/ { tabs = tabs " " FNR }
/[ \t]$/ { blanks = blanks " " FNR }
/(^|[^A-Za-z0-9_])(TO''DO|FIX''ME)([^A-Za-z0-9_]|$)/ { left = left " " FNR }
{ lines = FNR }
END { file_ends(); print passed }' $(cat "$work/files") >"$work/found"
passed=$((passed + $(tail -n 1 "$work/found")))
wrong=$(sed '$d' "$work/found")
# No line break at its end; a path of one machine.
wrong=$wrong$(xargs grep -LPz '\n\z' <"$work/files" | sed 's/.*/\nnot ok: &: no line break at its end/')
wrong=$wrong$(find lib include schema README.md Makefile -type f -exec grep -nE '/work/|/tmp/|/home/[a-z]|/root/' {} + | sed 's/.*/\nnot ok: a path of one machine: &/')
passed=$((passed + $(find lib include schema README.md Makefile "$work/files" -type f | wc -l)))
if [ -n "$wrong" ]; then
    printf '%s\n' "$wrong"
    failed=$((failed + $(printf '%s\n' "$wrong" | grep -c '^not ok')))
fi
printf '%d functions, median %d lines, nine in ten %d\n' "$count" "$median" "$ninth"
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
