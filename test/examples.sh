#!/bin/sh
# examples.sh BUILD - each example does and prints what it should: data/examples/NAME.out. UPDATE=1 writes what they print now.
set -u
here=$(cd "$(dirname "$0")" && pwd) || exit 1
build=$(cd "${1:?the build folder}" && pwd) || exit 1
run=$build/examples
data=$here/data/examples
work=$(mktemp -d) || exit 1
watching=
trap '[ -z "$watching" ] || kill "$watching" 2>/dev/null; rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
LC_ALL=C.UTF-8
export LC_ALL
# shellcheck source=/dev/null
. "$here/count.sh"

# prints NAME COMMAND…: it succeeds, and prints what is kept under that name.
prints() {
    kept=$data/$1.out
    shift
    "$@" >"$work/out" 2>&1
    same "$*" 0 $?
    [ -z "${UPDATE:-}" ] || cp "$work/out" "$kept"
    try "what is printed by $*" diff -u "$kept" "$work/out"
}
# fails STATUS COMMAND…: in words, without a crash.
fails() {
    wanted=$1
    shift
    "$@" >"$work/out" 2>"$work/words"
    same "$*" "$wanted" $?
    try "the words of $*" [ -s "$work/words" ]
}
verified() { try "the book $1" sh -c "'$build/taskledger' -b '$1' verify >/dev/null"; }

# ----------------------------------------------------------------------------------------------------------------------- hello

prints hello "$run/hello" "$work/hello.db"
prints hello-again "$run/hello" "$work/hello.db"
verified "$work/hello.db"
fails 1 "$run/hello" "$work/none/hello.db"

# ----------------------------------------------------------------------------------------------------------------------- embed

# It prints an item whole, with a key for each column there is: of these some are compared.
embed() {
    "$run/embed" "$1" >"$work/whole" 2>&1 || return
    grep -v '^{' "$work/whole"
    grep '^{' "$work/whole" | jq -r '.ref, .state, .completed_on, (.entries[] | "\(.seq) \(.at) \(.actor) \(.action)"), .evidence[].uri'
}
mkdir "$work/one" "$work/two"
prints embed embed "$work/one"
prints embed embed "$work/two"
try 'embed makes the same books each time' cmp "$work/one/district.db" "$work/two/district.db"
verified "$work/one/street.db"
fails 1 "$run/embed" "$work/one"
fails 2 "$run/embed"

# --------------------------------------------------------------------------------------------------------------------- threads

prints threads "$run/threads" "$work/threads.db"
verified "$work/threads.db"
same 'threads in the book' 4 "$("$build/taskledger" -b "$work/threads.db" log --json | jq '[.[] | select(.action == "comment") | .actor] | unique | length')"
prints threads-8 "$run/threads" "$work/threads-8.db" 8 20
fails 1 "$run/threads" "$work/threads.db"
fails 2 "$run/threads" "$work/more.db" 65
fails 2 "$run/threads"

# ----------------------------------------------------------------------------------------------------------------------- watch

prints watch "$run/watch" --both-sides "$work/watch.db"
fails 1 "$run/watch" --both-sides "$work/watch.db"
fails 1 "$run/watch" "$work/none.db"
fails 2 "$run/watch" "$work/watch.db" six
fails 2 "$run/watch" "$work/watch.db" 6 0
fails 2 "$run/watch"

# A program of its own, that posts while it is watched: two entries behind the sixth, then the watcher ends by itself.
post() { "$build/taskledger" -b "$work/watch.db" --today 2023-03-02 -a 老李 comment t/1 "$1" >/dev/null; }
"$run/watch" "$work/watch.db" 6 2 >"$work/watched" 2>&1 &
watching=$!
try 'a post that is watched' post 现场看过
try 'and another' post 符合要求
wait "$watching"
same 'watch ends when it has printed two' 0 $?
watching=
cat >"$work/wanted" <<TEXT
7 2023-03-02T04:00:00.000Z 老李 comment t/1 现场看过
8 2023-03-02T04:00:00.000Z 老李 comment t/1 符合要求
seen up to entry 8
TEXT
try 'what was watched' diff -u "$work/wanted" "$work/watched"

# Without a count it goes on until it is told to end.
"$run/watch" "$work/watch.db" 7 >"$work/followed" 2>&1 &
watching=$!
tries=0
until grep -q '^8 ' "$work/followed" || [ "$tries" -ge 300 ]; do
    tries=$((tries + 1))
    sleep 0.1
done
kill -TERM "$watching"
wait "$watching"
same 'watch ends when told to' 0 $?
watching=
sed 1d "$work/wanted" >"$work/rest"
try 'what it had printed' diff -u "$work/rest" "$work/followed"

if command -v valgrind >/dev/null && [ -z "${SANITIZE:-}" ]; then
    leaks() { # leaks NAME ARGUMENT…
        program=$1
        shift
        try "$program leaks nothing" valgrind -q --leak-check=full --error-exitcode=9 "$run/$program" "$@" >/dev/null
    }
    mkdir "$work/three"
    leaks hello "$work/hello.db"
    leaks embed "$work/three"
    leaks threads "$work/threads-2.db" 2 3
    leaks watch --both-sides "$work/watch-2.db"
fi

# The definition of a ledger with a workflow of its own.
try 'a book' "$build/taskledger" -b "$work/defined.db" -a x init >/dev/null
try 'definition.json' "$build/taskledger" -b "$work/defined.db" -a x ledger add hazards 隐患 --definition "$here/../examples/definition.json" >/dev/null
same 'the moves of its workflow' 12 "$("$build/taskledger" -b "$work/defined.db" workflow show hazard_check --json | jq length)"
same 'its policy' 1 "$("$build/taskledger" -b "$work/defined.db" ledger list --json | jq '.[0].second_party')"

counted
