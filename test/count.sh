#!/bin/sh
# count.sh - what shell tests count by, read in by them: ok, not_ok, try, same, and at the end `counted`, whose status is theirs.
passed=0
failed=0

ok() { passed=$((passed + 1)); }
not_ok() {
    failed=$((failed + 1))
    printf 'not ok: %s\n' "$*"
}
try() { # try NAME COMMAND…
    name=$1
    shift
    if "$@"; then ok; else not_ok "$name"; fi
}
same() { # same NAME WANTED GOT
    if [ "$2" = "$3" ]; then ok; else not_ok "$1: expected '$2', got '$3'"; fi
}
counted() {
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
}
