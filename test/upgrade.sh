#!/bin/sh
# upgrade.sh BUILD - the upgrade rules of schema/README.md, on a book of each older format, kept in test/data: this version opens it, its entries and
# the checkpoint kept beside it hold; a newer minor is read and written, a newer major refused and left alone; reading migrates nothing.
set -u
here=$(cd "$(dirname "$0")" && pwd) || exit 1
build=$(cd "${1:-$here/../build}" && pwd) || exit 1
tl=$build/taskledger
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
trap 'exit 1' HUP INT TERM
LC_ALL=C.UTF-8
TASKLEDGER_ACTOR=li
TASKLEDGER_TODAY=2023-05-01
export LC_ALL TASKLEDGER_ACTOR TASKLEDGER_TODAY
unset TASKLEDGER_BOOK
cd "$dir" || exit 1
passed=0
failed=0

same() { # same NAME WANTED GOT
    if [ "$2" = "$3" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'not ok: %s: expected\n%s\ngot\n%s\n' "$1" "$2" "$3"
    fi
}
# status WANTED CALL...: the exit status; what was said is shown if it is another.
status() {
    wanted=$1
    shift
    "$@" >out 2>&1
    got=$?
    same "$* ($(cat out))" "$wanted" "$got"
}
sql() { sqlite3 -batch -init /dev/null "$@"; }
format() { sql "$1" 'PRAGMA user_version'; }
# of FORMAT FILE: a copy of the book that says it is of this format.
of() {
    cp "$book" "$2"
    sql "$2" "PRAGMA user_version=$1"
}
unchanged() { # unchanged NAME FILE COPY
    same "$1: unchanged" yes "$(cmp -s "$2" "$3" && echo yes)"
    same "$1: nothing beside it" '' "$(find . -name "$2-*" -size +0)"
}
kept() { sql "file:$book?immutable=1" "$@"; } # of the kept book, which is not touched

# ------------------------------------------------------------------------------------------------------- the books that were kept

# as_it_was_kept: the book that is kept is read, and nothing of it changes.
as_it_was_kept() {
    same 'the kept book' "$format 1953260081" "$(kept -separator ' ' 'SELECT user_version, application_id FROM pragma_user_version, pragma_application_id')"
    cp "$book" read.db
    status 5 "$tl" -b read.db verify --against "$checkpoint"
    same 'verify says that it can not compare old rules, and finds nothing else' 'error schema, format: the book is of the older format '"$format" "$(grep '^error' out | cut -d, -f 1-2 | cut -c 1-58)"
    same 'the checkpoint of now' "$(cat "$checkpoint")" "$("$tl" -b read.db checkpoint)"
    for call in info list log stats 'stats --by unit' 'stats --by month' 'unit list' 'ledger list' 'ledger show tasks' 'show tasks/1' 'show dossiers/1' \
        'list --listed' warnings escalation 'calendar list' 'calendar list 2023' 'workflow list' 'workflow show standard' 'unit holders js' \
        'list --as-of 2023-03-10' 'show tasks/1 --as-of 2023-03-10' 'export --format csv' 'export --format json' '--complete refs' '--complete actions tasks/1'; do
        # shellcheck disable=SC2086 # words
        status 0 "$tl" $call -b read.db 2>/dev/null
    done
    same 'what it says of an item' 'tasks/1 打通断头路四条 in_progress 2023-07-15 2023-06-30 js medium 60 2' \
        "$("$tl" -b read.db show tasks/1 --json | jq -r '"\(.ref) \(.title) \(.state) \(.due) \(.baseline_due) \(.lead) \(.risk) \(.percent) \(.value)"')"
    same 'of its units' 'js lead, xjk responsible, ga support' "$("$tl" -b read.db show tasks/1 --json | jq -r '[.assignments[] | "\(.unit) \(.role)"] | join(", ")')"
    same 'of its fields' 'length=6 category=道路' "$("$tl" -b read.db show tasks/1 --json | jq -r '[.values[] | "\(.field)=\(.value)"] | join(" ")')"
    same 'of the states' "$(kept "SELECT group_concat(state || ' ' || n, ', ') FROM (SELECT state, count(*) AS n FROM item GROUP BY state ORDER BY state)")" \
        "$("$tl" -b read.db list --json | jq -r '[group_by(.state)[] | "\(.[0].state) \(length)"] | join(", ")')"
    same 'the evidence' 2 "$("$tl" -b read.db show dossiers/1 --json | jq '.evidence | length')"
    status 0 "$tl" -b read.db backup read-copy.db
    same 'a copy of it is of its format' "$format ok" "$(format read-copy.db) $(sql read-copy.db 'PRAGMA integrity_check')"
    same 'a copy of it has its entries' "$entries" "$(sql read-copy.db 'SELECT count(*) FROM entry')"
    same 'info says what the file is' "$format delete" "$("$tl" -b read.db info --json | jq -r '"\(.format) \(.journal_mode)"')"
    unchanged 'a book that is read' read.db "$book"
}

# written_to: the book that is kept goes on in the present format.
written_to() {
    cp "$book" write.db
    status 0 "$tl" -b write.db report tasks/1 继续推进 --unit js --percent 70
    status 0 "$tl" -b write.db add tasks 新事项 --lead ga --due 2023-12-31
    status 1 "$tl" -b write.db close tasks/1
    same 'the refusal' 1 "$(grep -c '\[item.move\]' out)"
    status 0 "$tl" -b write.db report tasks/1 已开工两条 --unit js --percent 60 --value 2 --problem 征拆难 --next 包片推进 --request once-1 -a 小张
    same 'a request of then adds nothing' "$((entries + 3))" "$(sql write.db 'SELECT count(*) FROM entry')"
    status 0 "$tl" -b write.db verify --against "$checkpoint"
    status 0 "$tl" -b write.db backup copy.db
    status 0 "$tl" -b copy.db verify --against "$checkpoint"
    # The journal of then stands in it, entry for entry.
    columns=$(kept "SELECT group_concat('\"' || name || '\"') FROM pragma_table_info('entry')")
    same 'the entries of then' '' "$(sql write.db "ATTACH 'file:$book?immutable=1' AS kept" "SELECT seq FROM (SELECT $columns FROM kept.entry EXCEPT SELECT $columns FROM main.entry)" 2>&1)"
    same 'its format is that of this version' "$(sql copy.db 'PRAGMA user_version')" "$(format write.db)"
    # So does the present, but for what was posted here.
    for table in unit ledger field item assignment listing value evidence warning calendar; do
        columns=$(kept "SELECT group_concat('\"' || name || '\"') FROM pragma_table_info('$table') WHERE name NOT IN ('entry', 'percent', 'report', 'last_no')")
        [ -z "$columns" ] || same "the table $table of then" '' \
            "$(sql write.db "ATTACH 'file:$book?immutable=1' AS kept" "SELECT * FROM (SELECT $columns FROM kept.$table EXCEPT SELECT $columns FROM main.$table)" 2>&1)"
    done
}

# since_1001: what a book of format 1000 has nothing of.
since_1001() {
    status 0 "$tl" -b write.db warnings --open
    same 'its warnings' 3 "$(kept 'SELECT count(*) FROM warning')"
    same 'a field that is called like a later column' '期次 2023年一季度' "$("$tl" -b read.db show list/2 --json | jq -r '.values[] | select(.field == "period") | "\(.title) \(.value)"')"
    status 0 "$tl" -b write.db amend list/2 --set period=2023年二季度
    status 0 "$tl" -b write.db enlist tasks/22 dossiers
    status 1 "$tl" -b write.db ledger field dossiers leader x
    status 0 "$tl" -b write.db request-close hazards/1
    status 1 "$tl" -b write.db close hazards/1
    same 'the policy of then' 1 "$(grep -c '\[item.second_party\]' out)"
    same 'the calendar of then' 'holiday workday holiday' "$("$tl" -b write.db calendar list 2023 --json | jq -r '[.[].kind] | join(" ")')"
    status 0 "$tl" -b write.db verify --against "$checkpoint"
}

# since_1002: what a book of format 1001 has nothing of.
since_1002() {
    for table in series datum ledger_datum datum_value; do
        columns=$(kept "SELECT group_concat('\"' || name || '\"') FROM pragma_table_info('$table') WHERE name <> 'entry'")
        same "the table $table of then" '' \
            "$(sql write.db "ATTACH 'file:$book?immutable=1' AS kept" "SELECT * FROM (SELECT $columns FROM kept.$table EXCEPT SELECT $columns FROM main.$table)" 2>&1)"
    done
    same 'the series of then' 'survey yearly' "$("$tl" -b read.db series list --json | jq -r '[.[].series] | join(" ")')"
    same 'the counter of then' '11余次' "$("$tl" -b read.db counters counts --json | jq -r '.[].figure')"
    same 'the form of then' 3210 "$("$tl" -b read.db form service --period 2023 --json | jq -r '.[] | select(.unit == "hp") | .value')"
    same 'the pair of then' 'hp dj' "$("$tl" -b read.db pairs --json | jq -r '.[] | "\(.mentor) \(.mentee)"')"
    status 0 "$tl" -b write.db count counts/1 --unit qw
    status 1 "$tl" -b write.db fill hp residents 2023 1
    status 0 "$tl" -b write.db verify --against "$checkpoint"
}

for format in 1000 1001 1002; do
    book=$here/data/book-$format.db
    checkpoint=$here/data/book-$format.checkpoint
    mkdir "$format"
    cd "$format" || exit 1
    entries=$(kept 'SELECT count(*) FROM entry')
    as_it_was_kept
    written_to
    [ "$format" -lt 1001 ] || since_1001
    [ "$format" -lt 1002 ] || since_1002
    cd .. || exit 1
done
cd 1002 || exit 1

# ----------------------------------------------------------------------------------------------------------------- newer formats

# From here on, of the book brought up to the present format.
"$tl" -b write.db backup now.db >out 2>&1
book=$PWD/now.db
now=$(format now.db)
entries=$(sql now.db 'SELECT count(*) FROM entry')
of $((now + 1)) minor.db
cp minor.db minor.kept
status 0 "$tl" -b minor.db list
status 0 "$tl" -b minor.db verify --against "$checkpoint"
same 'a newer minor with the same schema' "note schema, format: the book says it is of format $((now + 1)); this library makes $now
verified: $entries entries, no finding, 1 note" "$(cat out)"
unchanged 'a newer minor that is read' minor.db minor.kept
status 0 "$tl" -b minor.db comment tasks/1 新版本亦可记账
same 'a newer minor keeps its number' $((now + 1)) "$(format minor.db)"
status 0 "$tl" -b minor.db verify --against "$checkpoint"

for number in 2000 2001 32000; do
    of $number major.db
    cp major.db major.kept
    for call in list info verify checkpoint 'comment tasks/1 x' 'backup copy2.db' 'add tasks x'; do
        # shellcheck disable=SC2086
        status 5 "$tl" -b major.db $call
        same "the reason, format $number, $call" 1 "$(grep -c newer out)"
    done
    unchanged "a newer major, $number" major.db major.kept
    same 'no backup of it' '' "$(find . -name 'copy2.db*')"
done
# No number that this or an older version ever made.
for number in 0 1 999; do
    of $number none.db
    cp none.db none.kept
    status 5 "$tl" -b none.db list
    unchanged "format $number that is read" none.db none.kept
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
