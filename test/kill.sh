#!/bin/sh
# kill.sh BUILD - a writer is killed with kill -9 at a random moment, ROUNDS times over (200): whatever it had been told was stored is there
# afterwards, and the book verifies. BUILD/fault/poster is the writer.
set -u
build=${1:?the build folder}
rounds=${ROUNDS:-200}
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

"$build/fault/poster" init "$work/book.db" || exit 1
: >"$work/acked"
round=0
killed=0
while [ "$round" -lt "$rounds" ]; do
    round=$((round + 1))
    "$build/fault/poster" comment "$work/book.db" "round$round" 0 >>"$work/acked" 2>"$work/words" &
    writer=$!
    # 5 to 125 ms: in its start, or anywhere in its posts
    sleep "0.$(awk -v seed="$round" 'BEGIN { srand(seed * 7919); printf "%03d", 5 + rand() * 120 }')"
    kill -9 "$writer" 2>/dev/null && killed=$((killed + 1))
    wait "$writer" 2>/dev/null
    [ ! -s "$work/words" ]
    ok $? "round $round: $(cat "$work/words")"
    if [ $((round % 10)) -eq 0 ]; then
        "$build/fault/poster" acked "$work/book.db" <"$work/acked"
        ok $? "after round $round an acknowledged entry is missing"
    fi
done
"$build/fault/poster" acked "$work/book.db" <"$work/acked"
ok $? 'an acknowledged entry is missing'
"$build/fault/poster" verify "$work/book.db"
ok $? 'the book does not verify'
lines=$(wc -l <"$work/acked")
[ "$killed" -eq "$rounds" ] && [ "$lines" -gt "$rounds" ]
ok $? "$killed of $rounds were killed, $lines entries acknowledged: too few for a test"
printf '%d entries acknowledged in %d rounds\n' "$lines" "$rounds"
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
