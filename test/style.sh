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
while read -r file; do
    awk -v file="$file" '/^[a-z].*\(/ && !/;[ \t]*$/ { name = $0; start = NR } /^\}$/ { if (name != "") print NR - start + 1, file ": " name; name = "" }' "$file"
done <"$work/sources" | sort -n >"$work/functions"
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
while read -r file; do
    long=$(awk '/^[a-z].*\(/ && !/;[ \t]*$/ { start = NR } /^\}$/ { if (start && NR - start + 1 > 80) print start; start = 0 }' "$file")
    [ -z "$long" ]
    check $? "$file: a function of more than 80 lines, at line $long"
done <<EOT
$(find test -name '*.c')
EOT

while read -r file; do
    lines=$(wc -l <"$file")
    limit=500
    [ "$file" = include/taskledger.h ] && limit=1200
    [ "$lines" -le "$limit" ]
    check $? "$file has $lines lines"
    case $file in
    *.c | *.h) head -n 1 "$file" | grep -q '^/\* ' ;;
    *.sql) head -n 1 "$file" | grep -q '^-- ' ;;
    *.sh) sed -n 2p "$file" | grep -q '^# ' ;;
    esac
    check $? "$file: its first comment does not say what it is for"
    case $file in
    *.c | *.h)
        ! grep -n "$(printf '\t')" "$file"
        check $? "$file: tabs"
        ;;
    esac
    ! grep -nE '[[:blank:]]+$' "$file"
    check $? "$file: trailing blanks"
    ! grep -nwE 'TO''DO|FIX''ME' "$file"
    check $? "$file: something is left to do"
    [ -z "$(tail -c 1 "$file")" ]
    check $? "$file: no line break at its end"
done <"$work/files"

for file in lib/* include/* schema/* README.md Makefile; do
    [ -f "$file" ] || continue
    ! grep -nE '/work/|/tmp/|/home/[a-z]|/root/' "$file"
    check $? "$file: a path of one machine"
done
printf '%d functions, median %d lines, nine in ten %d\n' "$count" "$median" "$ninth"
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
