#!/bin/sh
# loop.sh BUILD - the whole closed loop of one item, played twice side by side with a given clock: by the program in one book, by plain sqlite3 in
# another. Each step is done, or refused by the same rule, in both; in the end each book says the same of the item, of its units and of its
# journal, and both verify. BUILD/taskledger is the program.
set -u
build=${1:?the build folder}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
one=$work/program.db
other=$work/shell.db
passed=0
failed=0

# same WHAT EXPECTED FOUND
same() {
    if [ "$2" = "$3" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'not ok: %s\n  expected: %s\n  found:    %s\n' "$1" "$2" "$3"
    fi
}

# The program, and the shell as anybody has it: without foreign keys.
tl() { "$build/taskledger" -b "$one" --today "$day" -a "$actor" "$@"; }
sql() { sqlite3 -batch -init /dev/null "$1" "$2"; }
# on DAY ACTOR: when and by whom what follows is done
on() {
    day=$1
    actor=$2
    at="'${day}T04:00:00.000Z'"
}

state_of() { sql "$1" 'SELECT max(seq) FROM entry; SELECT * FROM item; SELECT * FROM assignment; SELECT * FROM evidence; SELECT * FROM ledger'; }

# step ACTION [COLUMN CONTENT]…: an action on the item, in both books. Columns are those of post, a unit by its code; contents have no quotes in
# them. The words of each are kept in $work/one and $work/other, the exit statuses in $by_one and $by_other.
step() {
    action=$1
    shift
    columns='' contents='' words='' uri='' assigned=''
    while [ $# -gt 0 ]; do
        columns="$columns, $1"
        case $1 in
        unit)
            contents="$contents, (SELECT id FROM unit WHERE code = '$2')"
            case $action in *assign) assigned=$2 ;; *) words="$words --unit=$2" ;; esac
            ;;
        uri) contents="$contents, '$2'" && uri=$2 ;;
        next_step) contents="$contents, '$2'" && words="$words --next=$2" ;;
        *) contents="$contents, '$2'" && words="$words --$1=$2" ;;
        esac
        shift 2
    done
    # shellcheck disable=SC2086 # the words have no blanks, and none is wanted where there is no file or unit
    tl "$(printf '%s' "$action" | tr _ -)" n/1 $uri $assigned $words >"$work/one" 2>&1
    by_one=$?
    sql "$other" "INSERT INTO post(at, actor, action, item$columns) SELECT $at, '$actor', '$action', id$contents FROM item WHERE no = '1'" >"$work/other" 2>&1
    by_other=$?
}

# does ACTION …: both do it
does() {
    step "$@"
    same "$day $1 by the program: $(cat "$work/one")" 0 "$by_one"
    same "$day $1 by the shell: $(cat "$work/other")" 0 "$by_other"
}

# refused RULE ACTION …: both refuse it by this rule, or by the CHECK of that name, and nothing changes
refused() {
    rule=$1
    shift
    before=$(state_of "$one" && state_of "$other")
    step "$@"
    same "$day $1: the program's exit status" 1 "$by_one"
    same "$day $1: the program's rule: $(cat "$work/one")" 1 "$(grep -c "\[$rule\]" "$work/one")"
    same "$day $1: the shell's rule: $(cat "$work/other")" 1 "$(grep -cE "tl:$rule|failed: $(printf '%s' "$rule" | tr . _)" "$work/other")"
    same "$day $1: nothing has changed" "$before" "$(state_of "$one" && state_of "$other")"
}

# says COLUMNS CONTENTS: of the item, in both books
says() {
    same "$day, the program's book: $1" "$2" "$(sql "$one" "SELECT $1 FROM item")"
    same "$day, the shell's book: $1" "$2" "$(sql "$other" "SELECT $1 FROM item")"
}

# policy NAME CONTENT
policy() {
    tl ledger set n "$1=$2" >"$work/one" 2>&1
    same "policy $1 by the program: $(cat "$work/one")" 0 $?
    sql "$other" "INSERT INTO post(at, actor, action, ledger, field, new) SELECT $at, '$actor', 'amend_ledger', id, '$1', '$2' FROM ledger WHERE code = 'n'"
    same "policy $1 by the shell" 0 $?
}

# ---------------------------------------------------------------------------------------------- two books: units, calendar, a ledger
on 2023-03-01 张三
tl init --given-clock --utc-offset +08:00 --title 台账 >/dev/null || exit 1
for file in "$(dirname "$0")"/../schema/[0-9]*.sql; do
    case $file in *99_found.sql) ;; *) cat "$file" ;; esac
done >"$work/schema.sql"
printf "INSERT INTO post(action, actor, at, title, kind, new) VALUES ('found_book', '%s', %s, '台账', 'given clock', '+08:00');\nCOMMIT;\n" "$actor" "$at" >>"$work/schema.sql"
sqlite3 -batch -init /dev/null "$other" <"$work/schema.sql" >/dev/null || exit 1
for code in js:建设局 ga:公安局 cs:城市管理局; do
    tl unit add "${code%:*}" "${code#*:}" >/dev/null
    sql "$other" "INSERT INTO post(at, action, actor, code, title) VALUES ($at, 'add_unit', '$actor', '${code%:*}', '${code#*:}')"
done
# The ledger and a free Wednesday: by the shell in both.
for book in "$one" "$other"; do
    sql "$book" "INSERT INTO post(at, action, actor, code, title, workflow) VALUES ($at, 'add_ledger', '$actor', 'n', '重点任务', 'noticed');
        INSERT INTO post(at, action, actor, happened_on, kind, title) VALUES ($at, 'set_day', '$actor', '2023-03-08', 'holiday', '放假')"
done
policy all_sign 1
policy extensions 1
policy term 10
policy term_working 1
policy report_days 7

# --------------------------------------------------------------------------------------------------------------------- and one life
tl add n 修路 --lead js --support ga >/dev/null
sql "$other" "INSERT INTO post(at, action, actor, ledger, title) SELECT $at, 'register', '$actor', id, '修路' FROM ledger WHERE code = 'n';
    INSERT INTO post(at, action, actor, item, unit, role) SELECT $at, 'assign', '$actor', id, (SELECT id FROM unit WHERE code = 'js'), 'lead' FROM item;
    INSERT INTO post(at, action, actor, item, unit, role) SELECT $at, 'assign', '$actor', id, (SELECT id FROM unit WHERE code = 'ga'), 'support' FROM item"
says 'no, state, due' '1|registered|'
refused assignment.one_lead assign unit cs role lead
does assign unit cs role responsible officer 刘科长
does unassign unit cs

on 2023-03-02 张三
refused item.move acknowledge unit js
does dispatch
# Ten working days, the next day being the first: two weekends and the holiday are passed over.
says 'state, due, baseline_due, started_on' 'dispatched|2023-03-17|2023-03-17|2023-03-02'

on 2023-03-03 建设局小王
refused entry.note decline
does decline note 请明确范围
says 'state, due' 'registered|2023-03-17'
on 2023-03-04 张三
does dispatch
on 2023-03-05 建设局小王
does acknowledge unit js
refused assignment.signed acknowledge unit js
says 'state' 'in_progress'

on 2023-03-10 建设局小王
does report unit js percent 40 value 3.5 note 已完成招标 problem 资金不足 next_step 争取资金
does report unit ga percent 90 note 交通组织已落实
refused item.lead_only request_close unit ga note 请加快
says 'percent, value' '40|3.5'
does attach uri https://example.org/minutes
refused item.all_sign request_close unit js
on 2023-03-11 公安局小陈
does acknowledge unit ga
does complete unit ga
refused assignment.completed complete unit ga
says 'state' 'in_progress'

# Late: refused, until the policy lets it be late and marks it.
on 2023-03-20 建设局小王
refused item.extension_late request_extension unit js due 2023-04-10 note 连续降雨
on 2023-03-20 张三
policy late_extension 1
on 2023-03-20 建设局小王
refused item.extension_due request_extension unit js due 2023-03-17 note 连续降雨
does request_extension unit js due 2023-04-07 note 连续降雨
refused item.extension_pending request_extension unit js due 2023-04-30 note 再多些
says 'due, asked_due, late_requests, extended' '2023-03-17|2023-04-07|1|0'
on 2023-03-21 张三
does grant_extension due 2023-04-10
says 'due, baseline_due, asked_due, extended' '2023-04-10|2023-03-17||1'
refused item.no_extension grant_extension due 2023-05-10
on 2023-03-21 建设局小王
refused item.extension_limit request_extension unit js due 2023-04-30 note 再多些

# The clock stops for ten days.
on 2023-03-22 张三
does suspend note 管线迁改
refused item.move report unit js note 停工期间
on 2023-04-01 张三
does resume
says 'state, due, suspended_on' 'in_progress|2023-04-20|'
does rate risk high note 进度滞后
does urge note 请加快

on 2023-04-05 建设局小王
does request_close unit js note 已完工
refused item.second_party close
on 2023-04-06 核查组老李
refused entry.note return
does return note 路面不平 due 2023-04-25
says 'state, returned, requester, due, baseline_due' 'in_progress|1||2023-04-25|2023-03-17'
on 2023-04-10 建设局小王
does request_close unit js note 已返工
does withdraw unit js
does request_close unit js note 已返工
on 2023-04-11 核查组老李
does close note 已核查
says 'state, notice_on, closed_at' 'notice|2023-04-11|'
on 2023-04-15 张三
refused item.notice_days end_notice
on 2023-04-16 张三
does end_notice
says 'state, closed_at, lead' "closed|2023-04-16T04:00:00.000Z|$(sql "$one" "SELECT id FROM unit WHERE code = 'js'")"
refused item.move amend title 换个名字
does comment note 群众反映良好

# Found wanting on looking back, objected to, and ended.
on 2023-05-20 核查组老李
does reopen note 回头看不合格
says 'state, reopened, closed_at, requester' 'in_progress|1||'
on 2023-05-21 建设局小王
does request_close unit js
on 2023-05-22 核查组老李
does close
on 2023-05-23 张三
does object note 群众有异议
says 'state, returned, notice_on' 'in_progress|2|'
does make_standing note 每季度养护 due 2023-08-31
says 'state, due, goal' 'standing|2023-08-31|每季度养护'
on 2023-06-01 张三
does cancel note 道路改线
refused item.move reopen note 再办
says 'state, due, baseline_due, extended, returned, reopened, urged, evidence' 'cancelled|2023-08-31|2023-03-17|1|2|1|1|1'

# ----------------------------------------------------------------------------------------------------------- what the two books say
# Random uids apart, and what a day makes of a book, which is the same day in both.
but_uid() { sed -E 's/[0-9a-f]{32}/UID/g'; }
for view in item_status entry_status assignment ledger_summary unit_summary state_summary ledger unit calendar evidence; do
    same "$view of both books" "$(sql "$one" "SELECT * FROM $view" | but_uid)" "$(sql "$other" "SELECT * FROM $view" | but_uid)"
done
same 'how many entries' 46 "$(sql "$one" 'SELECT max(seq) FROM entry')"
same 'lines of the units' 'js|lead|40|1|0|0 ga|support|90|1|1|0 cs|responsible||0|0|1' "$(sql "$other" "SELECT u.code, a.role, a.percent, a.signed_at IS NOT NULL,
    a.completed_at IS NOT NULL, a.ended_at IS NOT NULL FROM assignment a JOIN unit u ON u.id = a.unit ORDER BY u.id" | paste -sd' ' -)"
for book in "$one" "$other"; do
    same 'no rule query finds anything' '' "$(sql "$book" 'SELECT * FROM check_book')"
    "$build/taskledger" -b "$book" verify >"$work/words" 2>&1
    same "verify: $(cat "$work/words")" 0 $?
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
