#!/bin/sh
# symbols.sh BUILD - what libtaskledger.so exports is what the header declares, and the other way round; every name begins with tl_. What it calls of
# others does not print, exit, abort, or take memory but SQLite's.
set -u
build=${1:?the build folder}
here=$(cd "$(dirname "$0")" && pwd) || exit 1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
passed=0
failed=0

nm -D --defined-only "$build/libtaskledger.so" | awk '$2 ~ /^[A-Z]$/ && $3 !~ /^@/ { sub(/@.*/, "", $3); if ($2 != "A") print $3 }' | sort -u >"$work/exported"
tr '\n' ' ' <"$here/../include/taskledger.h" | sed 's|/\*[^*]*\*\**\([^/*][^*]*\*\**\)*/||g' | tr ';' '\n' |
    sed -n 's/.*TL_API[^(]*[ *]\(tl_[a-z0-9_]*\)(.*/\1/p' | sort -u >"$work/declared"

while read -r name; do
    if grep -qx -- "$name" "$work/declared"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'not ok: %s is exported, but not in the header\n' "$name"
    fi
done <"$work/exported"
while read -r name; do
    if grep -qx -- "$name" "$work/exported"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'not ok: %s is in the header, but not exported\n' "$name"
    fi
done <"$work/declared"
apis=$(grep -c '^TL_API ' "$here/../include/taskledger.h")
if [ "$apis" -eq "$(wc -l <"$work/declared")" ] && [ "$apis" -gt 50 ]; then
    passed=$((passed + 1))
else
    failed=$((failed + 1))
    printf 'not ok: %d lines begin with TL_API, %d names were read\n' "$apis" "$(wc -l <"$work/declared")"
fi

# An allocator given to SQLite takes all of the library's memory: nothing of it comes from malloc, nor goes to free. fault/fault_memory sets one.
nm -u "$build/libtaskledger.a" | sed -n 's/^ *U \([a-z0-9_]*\)$/\1/p' | sort -u >"$work/called"
for name in malloc calloc realloc reallocarray aligned_alloc posix_memalign free strdup strndup asprintf vasprintf getline getdelim \
    json_dumps json_set_alloc_funcs printf puts putchar perror exit _exit abort __assert_fail; do
    if grep -qx -e "$name" -e "__${name}_chk" "$work/called"; then
        failed=$((failed + 1))
        printf 'not ok: the library calls %s\n' "$name"
    else
        passed=$((passed + 1))
    fi
done
for name in sqlite3_malloc64 sqlite3_free; do
    if grep -q "^$name" "$work/called"; then passed=$((passed + 1)); else failed=$((failed + 1)) && printf 'not ok: no call of %s was read\n' "$name"; fi
done
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
