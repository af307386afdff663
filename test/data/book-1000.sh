#!/bin/sh
# book-1000.sh PROGRAM - makes book-1000.db and book-1000.checkpoint beside this file anew: a book of format 1000, with something of every kind
# in it, that later versions have to open (test/upgrade.sh). Once a version is released they stay as they are; no test runs this. Small pages, so
# that the many tables with a few rows take little room.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
LC_ALL=C.UTF-8
TASKLEDGER_BOOK=book-1000.db
TASKLEDGER_ACTOR=小张
export LC_ALL TASKLEDGER_BOOK TASKLEDGER_ACTOR
unset TASKLEDGER_TODAY
tl() { "$program" "$@" >out || { cat out && exit 1; }; }
on() {
    TASKLEDGER_TODAY=$1
    export TASKLEDGER_TODAY
}

on 2023-03-01
tl init --given-clock --utc-offset +08:00 --title 区委督查台账
tl unit add qw 区委办公室 --kind 部门
tl unit add js 区建设局 --parent qw --kind 部门
tl unit add ga 区公安局 --parent qw
tl unit add xjk 新街口街道
tl unit add cj 区城建局
tl unit rename cj 原区城建局
tl unit retire cj
tl ledger add tasks 2023年重点任务 --template tasks --source 区委1号文件
tl ledger add dossiers 批示档案 --template dossiers
tl ledger add list 事项清单 --template checklist
tl ledger set tasks second_party=1 blue_days=20
tl ledger field tasks length 里程 --type number --required
tl ledger field tasks category 类别 --type choice --choices 道路,桥梁

tl add tasks 打通断头路三条 --lead js --support ga --responsible xjk --due 2023-06-30 --detail 全部通车 --officer 老王 --field length=4.5 --field category=道路
tl add tasks 主路 --parent tasks/1 --no 1.1 --lead js --due 2023-05-31 --risk high --field length=2
tl add tasks 〔2023〕二号 --no 〔2023〕2号 --lead ga --due 2023-09-30 --field length=1
tl add tasks 加装电梯 --lead xjk --due 2023-04-30 --field length=0
tl add dossiers 群众来信 --lead ga --due 2023-03-31 --field leader=老李 --field instructed_on=2023-02-28 --field secrecy=内部
tl add list 检查消防栓 --lead xjk --due 2023-03-10
tl add list 清点档案
for item in tasks/1 tasks/1.1 tasks/〔2023〕2号 tasks/2 dossiers/1; do
    tl dispatch "$item"
done
tl close list/1 已检查

on 2023-03-08
tl acknowledge tasks/1 --unit js
tl acknowledge tasks/1 --unit ga
tl acknowledge tasks/1.1
tl decline tasks/〔2023〕2号 不属本单位职责
tl acknowledge tasks/2
tl acknowledge dossiers/1
tl assign tasks/1.1 ga --role support --officer 老赵
tl unassign tasks/1.1 ga
tl report tasks/1 已开工两条 --unit js --percent 60 --value 2 --problem 征拆难 --next 包片推进 --request once-1
tl report tasks/1 已开工两条 --unit js --percent 60 --value 2 --problem 征拆难 --next 包片推进 --request once-1
tl report tasks/1 已疏导 --unit ga --percent 33.5 --on 2023-03-07
tl complete tasks/1 --unit ga
tl urge tasks/1.1 请加快
tl rate tasks/1 进度滞后 --risk medium
tl amend tasks/1 --set title=打通断头路四条 --set length=6
tl instruct dossiers/1 请阅处
tl talk tasks/2 约谈
tl hear tasks/2 专题听取
tl comment list/2 暂缓

on 2023-03-20
tl suspend tasks/2 资金未到位
tl cancel tasks/〔2023〕2号 已并入他项
printf '现场核查合格\n' >evidence.txt
tl attach dossiers/1 evidence.txt --title 核查材料
tl attach dossiers/1 https://example.org/notice
tl request-close dossiers/1 已答复
tl close dossiers/1 核查属实 --actor 老李
tl reopen dossiers/1 回头看不合格
tl request-extension tasks/1 汛期停工 --unit js --due 2023-07-15

on 2023-04-01
tl grant-extension tasks/1
tl resume tasks/2
tl request-extension tasks/1.1 人手不足 --due 2023-07-31
tl refuse-extension tasks/1.1 不予延期
tl request-close tasks/1.1 已完成
tl return tasks/1.1 照明未完工
tl request-close tasks/1.1 照明已完工
tl withdraw tasks/1.1
tl request-close tasks/1.1 全部完工
tl close tasks/1.1 现场核查通过 --actor 老李
tl make-standing tasks/2 长期坚持 --due 2023-12-31

# One entry from plain SQL, sealed by the library's next one.
sqlite3 -batch -init /dev/null "$TASKLEDGER_BOOK" "INSERT INTO post(item, action, actor, note, at)
    SELECT item, 'comment', 'sql', '由 SQL 记账', '2023-04-02T00:00:00.000Z' FROM item_status WHERE ref = 'tasks/1'"
on 2023-04-02
tl comment tasks/1 已封签
tl verify
"$program" checkpoint >book-1000.checkpoint
sqlite3 -batch -init /dev/null "$TASKLEDGER_BOOK" 'PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode=DELETE; PRAGMA page_size=1024; VACUUM' >out
"$program" verify --against book-1000.checkpoint
[ ! -e book-1000.db-wal ]
cp book-1000.db book-1000.checkpoint "$here/"
ls -l "$here/book-1000.db"
