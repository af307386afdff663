#!/bin/sh
# A life of each ledger through the CLI under valgrind, its refusals included: no leak, no error. TL is the program, VALGRIND how to run it.
# EVERY=3: each third call under valgrind, the others without.
set -u
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT INT TERM
passed=0
failed=0
calls=0
cd "$dir" || exit 1
LC_ALL=C.UTF-8
export LC_ALL

# want STATUS ARGS…
want() {
    wanted=$1
    shift
    calls=$((calls + 1))
    under=$VALGRIND
    [ $((calls % ${EVERY:-1})) -eq 0 ] || under=
    # shellcheck disable=SC2086
    $under "$TL" -b book.db -a "${ACTOR:-王}" "$@" >out 2>&1
    status=$?
    if [ "$status" -eq "$wanted" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'not ok (%d, wanted %d) %s\n' "$status" "$wanted" "$*"
        cat out
    fi
}

echo 佐证 >file.txt
printf '编号,工作任务,牵头单位,完成时限\n7,导入的任务,组织部,2099-06-30\n' >rows.csv
printf '编号,工作任务,牵头单位\n8,坏的,不存在的单位\n' >bad.csv
want 0 init --title 测试
want 2 init
want 0 unit add zzb 组织部
want 0 unit add jd 一街道 --parent zzb
want 1 unit add zzb 组织部
want 0 ledger add t 任务 --template tasks
want 0 ledger add d 档案 --template dossiers
want 2 ledger add x 清单 --template taks
want 0 add t 第一项 --due 2099-12-31 --lead zzb --support jd
want 0 dispatch t/1
want 2 dispach t/1
want 1 dispatch t/1
want 0 acknowledge t/1 --unit zzb
want 0 report t/1 进展顺利 --percent 50 --unit zzb --problem 缺人 --next 招人 --file file.txt
want 2 report t/1 进展顺利 --percent 150 --unit zzb
want 0 amend t/1 --set title=改过的 --set detail=目标
want 0 request-close t/1
want 0 return t/1 再办
want 0 request-close t/1
want 0 close t/1
want 3 show t/9
want 0 show t/1
want 0 --lang zh show t/1
want 0 --json show t/1
want 0 log t/1
want 0 list
want 0 --json list t --state closed
want 0 list --as-of 2099-01-01
want 0 search a
want 0 search --rebuild-index
want 0 search a --count
want 0 stats
want 0 --lang zh stats --by unit
want 0 import t rows.csv
want 2 import t bad.csv
want 3 import t missing.csv
want 0 export t --format csv
want 0 export t --format json -o out.json
printf '日期,类型,名称\n2023-10-01,休,国庆节\n2023-10-08,班,调休\n' >calendar.csv
printf '%s' '{"workflow": {"name": "own", "title": "自定", "moves": [{"action": "close", "from": "registered", "to": "closed"}]}, "policy": {"extensions": 1},
    "fields": [{"code": "place", "title": "地点", "type": "choice", "choices": ["甲", "乙"]}]}' >definition.json
printf '{"workflow": {"name": "bad"}}' >bad.json
want 0 calendar import calendar.csv --source 文件
want 0 calendar list
want 0 ledger add own 自定台账 --definition definition.json
want 2 ledger add bad 坏的 --definition bad.json
want 0 workflow show own
want 0 template show hazards
want 0 ledger show own
want 2 ledger set own extnsions=2
want 0 add t 第二项 --due 10个工作日内 --lead zzb
want 0 enlist t/7 own
want 0 list own --listed
want 0 warn
want 0 warnings
want 0 escalation
want 0 unit appoint jd 李主任
want 0 unit holders
want 0 ledger add r 周期 --template recurring
want 0 series add r m 月排查 --cycle monthly --day 25 --from 2023-01 --adjust before --lead zzb
want 0 series run --to 2023-03-31
want 0 series show m
want 0 series end m 2023-06
want 0 series list
want 0 ledger add n 计数 --template counters
want 0 add n 会议 --field measure=次
want 0 make-standing n/1 全年 --due 2099-12-31
want 0 count n/1 --value ４６
want 2 count n/1 --value x
want 0 counters
want 0 counters --by month
want 0 ledger add p 结对 --template pairs
want 0 add p 一对 --mentor zzb --mentee jd
want 0 pairs
want 0 datum add people 人口 --type integer
want 0 datum use n people
want 0 fill jd people 2023 １２
want 1 fill jd people 2023 13
want 0 correct jd people 2023 13 漏报
want 0 form n
want 0 verify
want 0 checkpoint
want 0 backup copy.db
want 2 backup copy.db
want 0 info
want 0 --help
want 0 add --help
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
