#!/bin/sh
# A life of each ledger through the CLI under valgrind, its refusals included: no leak, no error. TL is the program, VALGRIND how to run it.
set -u
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT INT TERM
passed=0
failed=0
cd "$dir" || exit 1
LC_ALL=C.UTF-8
export LC_ALL

# want STATUS ARGS…
want() {
    wanted=$1
    shift
    # shellcheck disable=SC2086
    $VALGRIND "$TL" -b book.db -a "${ACTOR:-王}" "$@" >out 2>&1
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
want 0 stats
want 0 --lang zh stats --by unit
want 0 import t rows.csv
want 2 import t bad.csv
want 3 import t missing.csv
want 0 export t --format csv
want 0 export t --format json -o out.json
want 0 verify
want 0 checkpoint
want 0 backup copy.db
want 2 backup copy.db
want 0 info
want 0 --help
want 0 add --help
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
