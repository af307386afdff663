#!/bin/sh
# layer.sh - a file includes its own or lower layers only. The layer of a file stands in its first comment, (L0) to (L4). lib/ includes nothing of
# examples/; examples/cli/ includes of the project only taskledger.h and its own headers, and has no SQL.
set -u
root=$(cd "$(dirname "$0")/.." && pwd) || exit 1
found=$(mktemp) || exit 1
trap 'rm -f "$found"' EXIT
passed=0
failed=0

good() { passed=$((passed + 1)); }
bad() {
    failed=$((failed + 1))
    printf 'not ok: %s\n' "$1"
}

# read_found: the lines of $found, each something wrong; the last one the number of right checks
read_found() {
    while read -r line; do
        case $line in
        *[!0-9]*) bad "$line" ;;
        *) passed=$((passed + line)) ;;
        esac
    done <"$found"
}
# includes FILE…: what they include with quotes
includes() { sed -n 's/^[[:space:]]*#[[:space:]]*include[[:space:]]*"\([^"]*\)".*/\1/p' "$@"; }

cd "$root" || exit 1
# What is wrong, a line each, at the end how many checks were right. Each file is read twice, for a header's layer must be known first; a source file is
# not below its header.
# shellcheck disable=SC2016
awk '
function name_of(path) { sub(/^.*\//, "", path); return path }
function check(good, words) {
    if (good) passed++
    else print words
}
FNR == 1 { round[FILENAME]++; own = name_of(FILENAME) }
round[FILENAME] == 1 {
    if (FNR <= 3 && !(own in layer) && match($0, /\(L[0-4]\)/)) layer[own] = substr($0, RSTART + 2, 1)
    next
}
FNR == 1 { check(own in layer, "lib/" own ": no layer in its first comment") }
FNR == 1 && own ~ /\.c$/ { header = own; sub(/c$/, "h", header); check(!(header in layer) || layer[header] <= layer[own], "lib/" own " is of a lower layer than its header") }
/^[ \t]*#[ \t]*include[ \t]*"/ {
    split($0, part, "\"")
    header = part[2]
    if (header == "taskledger.h") passed++
    else if (!(header in layer)) print "lib/" own " includes " header ", which is not in lib/"
    else check(layer[header] <= layer[own], "lib/" own " (L" layer[own] ") includes " header " (L" layer[header] ")")
}
END {
    for (i = 1; i < ARGC; i++)
        if (!(ARGV[i] in round) && !told[ARGV[i]]++) print ARGV[i] " is empty"
    print passed
}' lib/*.[ch] lib/*.[ch] >"$found"
read_found
if includes include/taskledger.h | grep -q .; then bad 'the public header includes others of the project'; else good; fi
if grep -Eq 'include[[:space:]]*<(sqlite3|jansson|nettle|csv|utf8proc|minizip|expat)' include/taskledger.h; then bad 'the public header needs another library'; else good; fi

awk -v own="$(cd examples/cli && echo ./*.h)" '
{ split($0, part, "\"") }
/^[ \t]*#[ \t]*include[ \t]*"/ && part[2] != "taskledger.h" && !(FILENAME ~ /^examples\/cli\// && index(own " ", "./" part[2] " ")) { print FILENAME " includes " part[2] }
# What only a whole program may set for SQLite is no SQL.
/sqlite3|"[^"]*(SELECT .* FROM|INSERT INTO|UPDATE [a-z]+ SET|DELETE FROM|CREATE TABLE|PRAGMA )/ && !/sqlite3_config|<sqlite3.h>/ { print FILENAME ": SQL at line " FNR }
FNR == 1 { files++ }
END { print files }' examples/cli/*.[ch] examples/*.c >"$found"
read_found
[ "$passed" -gt 60 ] || bad 'so few files can not be'
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
