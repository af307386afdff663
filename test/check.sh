#!/bin/sh
# check.sh - runs every test there is and adds up: what `make check` calls. TL, BUILD and RUN name the program, the build folder and the
# C test runner.
set -u
here=$(cd "$(dirname "$0")" && pwd)
log=$(mktemp)
trap 'rm -f "$log"' EXIT
trap 'exit 1' INT TERM
passed=0
failed=0
# Tests take large pieces of memory and give them back, over and over: kept, and in large pages, they cost few page faults, a fifth of the time (glibc).
export GLIBC_TUNABLES=glibc.malloc.hugetlb=1:glibc.malloc.top_pad=4194304:glibc.malloc.trim_threshold=268435456:glibc.malloc.mmap_threshold=67108864
# In memory where that can be had: the books are thrown away, and what a disk does is seen by the fault programs.
if [ -z "${TMPDIR:-}" ] && [ -d /dev/shm ] && [ -w /dev/shm ]; then
    TMPDIR=/dev/shm
    export TMPDIR
fi

# A test that ends with "N passed, N failed" is counted by that line; Check's own line is "N%: Checks: N, Failures: N, Errors: N".
# A line "skipped: WHAT" of it is shown.
count() {
    name=$1
    shift
    "$@" >"$log" 2>&1
    status=$?
    line=$(grep -E '^[0-9]+ passed, [0-9]+ failed' "$log" | tail -n 1)
    checks=$(grep -E '^[0-9]+%: Checks: ' "$log" | tail -n 1)
    if [ -n "$line" ]; then
        ok=${line%% passed*}
        bad=${line#*passed, }
        bad=${bad%% failed*}
    elif [ -n "$checks" ]; then
        all=$(printf '%s\n' "$checks" | sed 's/.*Checks: \([0-9]*\).*/\1/')
        bad=$(printf '%s\n' "$checks" | sed 's/.*Failures: \([0-9]*\), Errors: \([0-9]*\).*/\1 \2/' | awk '{ print $1 + $2 }')
        ok=$((all - bad))
    else
        ok=0
        bad=1
    fi
    [ "$status" -eq 0 ] || [ "$bad" -gt 0 ] || bad=1
    if [ "$bad" -eq 0 ]; then grep '^skipped: ' "$log"; else cat "$log"; fi
    printf '%-12s %5d passed, %d failed\n' "$name" "$ok" "$bad"
    passed=$((passed + ok))
    failed=$((failed + bad))
}

# wanted NAME: WITHOUT="office.sh browser.sh fault_disk" names what is run by itself, elsewhere.
wanted() {
    case " ${WITHOUT:-} " in *" $1 "*) return 1 ;; esac
}
count c "$RUN"
for program in "$BUILD"/fault/fault*; do
    name=$(basename "$program")
    case $name in *.d) continue ;; esac
    if [ -x "$program" ] && [ -f "$program" ] && wanted "$name"; then count "$name" "$program"; fi
done
for target in json due book sheet_csv sheet_json sheet_xlsx; do
    count "fuzz/$target" "$BUILD/fuzz/$target" "$here/fuzz/corpus/$target"/*
done
for script in examples.sh tables.sh; do
    count "$script" sh "$here/$script" "$BUILD"
done
# What runs no code of ours, or looks at files alone, says the same under a sanitizer: CHECK=programs leaves it out, and what runs the CLI a thousand times,
# whose life valgrind sees (valgrind.sh).
if [ "${CHECK:-all}" = all ]; then
    for script in cli/run.sh sql/run.sh layer.sh style.sh message.sh; do
        count "$script" sh "$here/$script"
    done
    for script in kill.sh race.sh upgrade.sh loop.sh district.sh realtable.sh dictionary.sh symbols.sh cxx.sh manual.sh completion.sh readme.sh install.sh office.sh browser.sh; do
        if wanted "$script"; then count "$script" sh "$here/$script" "$BUILD"; fi
    done
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
