#!/bin/sh
# layer.sh - a file includes its own or lower layers only. The layer of a file stands in its first comment, (L0) to (L4). lib/ includes nothing of
# examples/; examples/cli/ includes of the project only taskledger.h and its own headers, and has no SQL.
set -u
root=$(cd "$(dirname "$0")/.." && pwd) || exit 1
passed=0
failed=0

good() { passed=$((passed + 1)); }
bad() {
    failed=$((failed + 1))
    printf 'not ok: %s\n' "$1"
}

# layer FILE: its number, nothing if it has none
layer() { sed -n '1,3s/^.*(L\([0-4]\)).*$/\1/p' "$1" | head -n 1; }
# includes FILE: what it includes with quotes
includes() { sed -n 's/^[[:space:]]*#[[:space:]]*include[[:space:]]*"\([^"]*\)".*/\1/p' "$1"; }

for file in "$root"/lib/*.c "$root"/lib/*.h; do
    name=${file##*/}
    own=$(layer "$file")
    if [ -z "$own" ]; then
        bad "lib/$name: no layer in its first comment"
        continue
    fi
    good
    for header in $(includes "$file"); do
        case $header in
        taskledger.h) good && continue ;;
        */*) bad "lib/$name includes $header" && continue ;;
        esac
        if [ ! -f "$root/lib/$header" ]; then
            bad "lib/$name includes $header, which is not in lib/"
        elif [ "$(layer "$root/lib/$header")" -gt "$own" ]; then
            bad "lib/$name (L$own) includes $header (L$(layer "$root/lib/$header"))"
        else
            good
        fi
    done
    # A source file is not below its header.
    case $name in
    *.c)
        if [ -f "${file%.c}.h" ] && [ "$(layer "${file%.c}.h")" -gt "$own" ]; then bad "lib/$name is of a lower layer than its header"; else good; fi
        ;;
    esac
done
if includes "$root/include/taskledger.h" | grep -q .; then bad 'the public header includes others of the project'; else good; fi
if grep -Eq 'include[[:space:]]*<(sqlite3|jansson|nettle|csv|utf8proc|minizip|expat)' "$root/include/taskledger.h"; then bad 'the public header needs another library'; else good; fi

for file in "$root"/examples/cli/*.c "$root"/examples/cli/*.h "$root"/examples/*.c; do
    [ -f "$file" ] || continue
    name=${file#"$root"/}
    for header in $(includes "$file"); do
        if [ "$header" = taskledger.h ]; then
            good
        elif [ -f "$root/examples/cli/$header" ] && [ "${name%/*}" = examples/cli ]; then
            good
        else
            bad "$name includes $header"
        fi
    done
    # What only a whole program may set for SQLite is no SQL.
    if grep -vE 'sqlite3_config|<sqlite3.h>' "$file" | grep -nE 'sqlite3|"[^"]*\b(SELECT .* FROM|INSERT INTO|UPDATE [a-z]+ SET|DELETE FROM|CREATE TABLE|PRAGMA )'; then
        bad "$name: SQL"
    else
        good
    fi
done
[ "$passed" -gt 60 ] || bad 'so few files can not be'
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
