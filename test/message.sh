#!/bin/sh
# message.sh - the Chinese of the messages: each English of the tables stands in the code as it is there, the Chinese takes the same arguments, and every
# text that an import can tell has one.
set -u
root=$(cd "$(dirname "$0")/.." && pwd) || exit 1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
passed=0
failed=0
cd "$root" || exit 1

# The literals of C files, or of what comes in, a line each, without their quotation marks; those that go on in the next line as one.
literals() {
    sed -z 's/"\n *"//g' "$@" | awk '{
        gsub(/\047"\047/, "")
        while (match($0, /"([^"\\]|\\.)*"/)) {
            print substr($0, RSTART + 1, RLENGTH - 2)
            $0 = substr($0, RSTART + RLENGTH)
        }
    }'
}
# pairs FILE…: English and Chinese in turn
pairs() { sed -n '/messages\[\] = {$/,/NULL, NULL/p' "$@" | literals; }

# read_found: the lines of $work/found, each something wrong; the last one the number of right checks
read_found() {
    while read -r line; do
        case $line in
        *[!0-9]*)
            failed=$((failed + 1))
            printf 'not ok: %s\n' "$line"
            ;;
        *) passed=$((passed + line)) ;;
        esac
    done <"$work/found"
}

# check_table FOLDERS TABLE…: none is stale or twice, and the conversions are the same
check_table() {
    folders=$1
    shift
    # shellcheck disable=SC2046,SC2086 # no name has a blank in it
    literals $(find $folders -maxdepth 1 -name '*.c' ! -name 'message*.c' | sort) >"$work/there"
    pairs "$@" >"$work/pairs"
    # shellcheck disable=SC2016
    awk '
function check(good, words) {
    if (good) passed++
    else print words
}
# The conversions in the order of the arguments; "?" where the places that are named leave one out.
function conversions(text, said, at, count, part, place) {
    count = 0
    split("", part)
    gsub(/%%/, "", text)
    while (match(text, /%([0-9]+\$)?[-+ #0]*[0-9]*(\.[0-9]+)?(hh|h|ll|l|z)?[a-zA-Z]/)) {
        said = substr(text, RSTART, RLENGTH)
        text = substr(text, RSTART + RLENGTH)
        place = ++count
        if (match(said, /^%[0-9]+\$/)) {
            place = substr(said, 2, RLENGTH - 2) + 0
            said = "%" substr(said, RLENGTH + 1)
        }
        part[place] = part[place] said
    }
    said = ""
    for (at = 1; at <= count; at++) said = said " " (at in part ? part[at] : "?")
    return said
}
NR == FNR { there[$0] = 1; next }
FNR % 2 == 1 { en = $0; next }
{
    check(en in there, "no code says: " en)
    check(!(en in seen), "twice: " en)
    check(conversions(en) == conversions($0), "other arguments:" conversions(en) " and" conversions($0) ": " en)
    check($0 !~ /[;,:?]( |$)/, "punctuation: " $0)
    seen[en] = 1
}
END { print passed }' "$work/there" "$work/pairs" >"$work/found"
    read_found
}

# check_told WORDS: what the functions that make messages are given in the rest of the arguments has its Chinese; WORDS are theirs, with | between
check_told() {
    functions=$1
    shift
    # shellcheck disable=SC2016
    awk -v functions="$functions" '
NR == FNR { if (FNR % 2 == 1) known[$0] = 1; next }
{ gsub(/\047"\047/, "") }
{ text[FILENAME] = text[FILENAME] $0 "\n" }
# The literals of a call, from behind its first bracket.
function look(rest, file, depth, literal) {
    for (depth = 1; depth > 0 && match(rest, /"([^"\\]|\\.)*"|[()]/); rest = substr(rest, RSTART + RLENGTH)) {
        literal = substr(rest, RSTART, RLENGTH)
        if (literal == "(" || literal == ")") depth += literal == "(" ? 1 : -1
        else {
            literal = substr(literal, 2, length(literal) - 2)
            if (literal !~ /[a-z] |%.*[^%a-z.]/ || literal ~ /^%[a-z]+$/) continue
            if (literal in known) passed++
            else print file ": no Chinese for: " literal
        }
    }
}
END {
    for (file in text)
        for (rest = text[file]; match(rest, "(" functions ")\\("); ) {
            rest = substr(rest, RSTART + RLENGTH)
            look(substr(rest, 1, 1500), file)
        }
    print passed
}' "$work/pairs" "$@" >"$work/found"
    read_found
}

check_table lib lib/message.c lib/message_import.c
check_told 'tl__error_set|tl__error_suffix|tl__error_prefix|tl__import_note|tl__import_tell|tl__sheet_broken|tl__said|fail_format|fail_size|fail_end|expect|skip_row' \
    lib/import*.c lib/sheet*.c lib/calendar_import.c lib/name.c lib/label.c lib/table.c lib/board.c lib/query*.c lib/statistic.c
check_table "examples/cli lib" examples/cli/message.c
check_told 'fail|usage_failure|message_said' examples/cli/*.c
[ "$passed" -gt 600 ] || { failed=$((failed + 1)) && printf 'not ok: only %d checks\n' "$passed"; }
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
