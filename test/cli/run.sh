#!/bin/sh
# Runs every script of this folder and compares what the program prints with the script's .out file.
#   test/cli/run.sh [NAME]...      all scripts, or these
#   UPDATE=1 test/cli/run.sh       writes the .out files anew; read them before you keep them
#   TL=/path/to/program            another program than build/taskledger (a wrapper that runs it under valgrind, say)
here=$(cd "$(dirname "$0")" && pwd) || exit 1
top=$(cd "$here/../.." && pwd) || exit 1
: "${TL:=$top/build/taskledger}"
case $TL in /*) ;; *) TL=$PWD/$TL ;; esac
DATA=$top/test/data
LANG=C.UTF-8
TZ=Asia/Shanghai
PRELUDE=$here/prelude
export TL DATA LANG TZ PRELUDE
unset LC_ALL LC_MESSAGES LANGUAGE TASKLEDGER_BOOK TASKLEDGER_ACTOR TASKLEDGER_TODAY

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# One script, in a folder of its own; its output goes to the file $2.
run_one() {
    mkdir "$work/$1" || return 1
    (cd "$work/$1" && sh "$here/$1.sh") </dev/null >"$2" 2>&1
}

passed=0
failed=0
if [ $# -eq 0 ]; then
    for script in "$here"/*.sh; do
        name=$(basename "$script" .sh)
        [ "$name" = run ] || set -- "$@" "$name"
    done
fi
for name; do
    run_one "$name" "$work/$name.out"
    if [ -n "${UPDATE:-}" ]; then
        cp "$work/$name.out" "$here/$name.out"
    fi
    if diff -u "$here/$name.out" "$work/$name.out" >"$work/$name.diff" 2>&1; then
        passed=$((passed + 1))
        echo "ok $name"
    else
        failed=$((failed + 1))
        echo "not ok $name"
        cat "$work/$name.diff"
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
