#!/bin/sh
# race.sh BUILD - many writers on one book at once: nobody is refused, nothing is lost, the book verifies; and among busy readers, too, who would
# keep the -wal file from starting anew: it stays below 64 MB. BUILD/fault/poster is the writer and the reader.
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

# start_readers READERS: their ids in $readers
start_readers() {
    readers=
    n=0
    while [ "$n" -lt "$1" ]; do
        n=$((n + 1))
        "$build/fault/poster" read "$book" 2>"$work/reader$n" &
        readers="$readers $!"
    done
}

# They read until they are told to stop, by SIGTERM, and were not refused before.
stop_readers() {
    n=0
    for reader in $readers; do
        n=$((n + 1))
        kill "$reader"
        wait "$reader" 2>/dev/null
        [ $? -eq 143 ]
        ok $? "reader $n: $(cat "$work/reader$n")"
    done
}

# race VERB WRITERS EACH READERS
race() {
    verb=$1
    count=$2
    each=$3
    book=$work/$verb$count.db
    "$build/fault/poster" init "$book" || exit 1
    begun=$("$build/fault/poster" count "$book")
    start_readers "$4"
    writers=
    n=0
    while [ "$n" -lt "$count" ]; do
        n=$((n + 1))
        "$build/fault/poster" "$verb" "$book" "writer$n" "$each" >"$work/acked$n" 2>"$work/words$n" &
        writers="$writers $!"
    done
    n=0
    for writer in $writers; do
        n=$((n + 1))
        wait "$writer"
        ok $? "$verb, writer $n of $count: $(cat "$work/words$n")"
        [ "$(wc -l <"$work/acked$n")" -eq "$each" ]
        ok $? "$verb, writer $n of $count was told of $(wc -l <"$work/acked$n") entries, not $each"
    done
    stop_readers
    check_race
}

# Every entry that was acknowledged is there, once, and there are no others.
check_race() {
    n=0
    while [ "$n" -lt "$count" ]; do
        n=$((n + 1))
        "$build/fault/poster" acked "$book" <"$work/acked$n"
        ok $? "$verb, writer $n of $count: an acknowledged entry is missing"
    done
    told=$(cat "$work"/acked* | cut -d ' ' -f 1 | sort -u | wc -l)
    [ "$told" -eq $((count * each)) ]
    ok $? "$verb, $count writers were told of $told different entries, not $((count * each))"
    [ "$("$build/fault/poster" count "$book")" -eq $((begun + count * each)) ]
    ok $? "$verb, $count writers: there are other entries than those"
    "$build/fault/poster" verify "$book"
    ok $? "$verb, $count writers: the book"
    rm -f "$work"/acked* "$work"/words* "$book"
}

race add 2 200 0
race add 8 50 0
race fill 8 120 4
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
