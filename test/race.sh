#!/bin/sh
# race.sh BUILD - many writers on one book at once: nobody is refused, nothing is lost, the book verifies. BUILD/fault/poster is the writer.
set -u
build=${1:?the build folder}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
passed=0
failed=0

ok() {
    if [ "$1" -eq 0 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'not ok: %s\n' "$2"
    fi
}

# race WRITERS EACH
race() {
    book=$work/book$1.db
    "$build/fault/poster" init "$book" || exit 1
    writers=
    n=0
    while [ "$n" -lt "$1" ]; do
        n=$((n + 1))
        "$build/fault/poster" add "$book" "writer$n" "$2" >"$work/acked$n" 2>"$work/words$n" &
        writers="$writers $!"
    done
    n=0
    for writer in $writers; do
        n=$((n + 1))
        wait "$writer"
        ok $? "writer $n of $1: $(cat "$work/words$n")"
        [ "$(wc -l <"$work/acked$n")" -eq "$2" ]
        ok $? "writer $n of $1 was told of $(wc -l <"$work/acked$n") items, not $2"
        "$build/fault/poster" acked "$book" <"$work/acked$n"
        ok $? "writer $n of $1: an acknowledged item is missing"
        rm -f "$work/acked$n" "$work/words$n"
    done
    # and the one that the book began with
    "$build/fault/poster" verify "$book" $(($1 * $2 + 1))
    ok $? "$1 writers: the book"
}

race 2 200
race 8 50
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
