#!/bin/sh
# book.sh FORMAT PROGRAM - makes book-FORMAT.db and book-FORMAT.checkpoint beside this file anew, by the program of that format: 1000 to 1002, with
# something of every kind that the format has, that later versions have to open (test/upgrade.sh). Once a version is released they stay as they are;
# no test runs this. Small pages, so that the many tables with a few rows take little room.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
book=book-$1
format=$1
program=$(cd "$(dirname "$2")" && pwd)/$(basename "$2")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
LC_ALL=C.UTF-8
TASKLEDGER_BOOK=$book.db
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

# What later formats refuse, and yet must read: a due date amended without a word, or before its dispatch, or while an extension is asked for; words that
# are no rule; a unit that came during review; a return to a review date that is past.
lax_1001() {
    tl amend tasks/22 --set due=2023-05-31
    tl amend tasks/22 --set due=2023-03-31
    tl amend tasks/20 --set due=5月8日前
    tl ledger add loose 旧规台账 --template tasks
    tl ledger set loose all_sign=1
    for item in 老办法一 老办法二; do
        tl add loose $item --lead js --due 2023-06-30
    done
    sqlite3 -batch -init /dev/null "$TASKLEDGER_BOOK" "INSERT INTO post(ledger, action, actor, at, title, due_text)
        SELECT id, 'register', 'sql', '2023-04-01T00:00:00.000Z', '老办法三', '尽快' FROM ledger WHERE code = 'loose'"
    for item in loose/1 loose/2; do
        tl dispatch $item
        tl acknowledge $item
    done
    tl make-standing loose/2 长期坚持 --due 2023-04-02
    tl request-close loose/1
    tl request-close loose/2
    tl assign loose/1 ga --role support
    tl close loose/1
}

# What there is since format 1001: calendars, due dates in words, listings, posts and their holders, warnings, workflows and policies of one's own, public
# notices. Two fields have the names of columns that came later.
since_1001() {
    printf '日期,类型,名称\n2023-04-29,holiday,劳动节\n2023-05-06,workday,调休\n' >calendar.csv
    tl calendar import calendar.csv --source 国办发明电〔2022〕16号
    tl calendar set 2023-06-22 holiday --title 端午节
    tl unit appoint ga 赵局 --note 区委任免
    tl ledger set tasks term=30 term_working=1 extensions=2 report_days=30 lag_points=15 year=2023
    tl ledger field list period 期次
    tl ledger field list series 系列 --type integer
    tl amend list/2 --set period=2023年一季度 --set series=3
    tl add tasks 完善物业服务 --no 20 --lead xjk --due 4月底前 --field length=0
    tl add tasks 街面巡防 --no 21 --lead ga --due 长期坚持 --field length=0
    tl add tasks 更换路灯 --no 22 --lead js --field length=1
    tl dispatch tasks/20
    tl dispatch tasks/21
    tl dispatch tasks/22
    tl request-extension tasks/20 招标未完成 --due 30个工作日内
    tl enlist tasks/1 dossiers --no 附1
    tl enlist tasks/20 dossiers
    tl delist tasks/20 dossiers 不再列入
    tl notify tasks/1 督办通知
    tl circulate tasks/1 通报
    tl ledger add open 公示名单 --workflow noticed
    tl ledger set open notice_days=1
    tl add open 先进集体 --lead js --due 2023-04-30
    tl add open 先进个人 --lead ga --due 2023-04-30
    tl add open 优秀案例 --lead ga --due 2023-04-30
    for item in open/1 open/2 open/3; do
        tl dispatch $item
        tl acknowledge $item
        tl attach $item https://example.org/list
        tl request-close $item
        tl close $item --actor 老李
    done
    tl object open/2 有异议 --actor 老李
    printf '%s' '{"workflow": {"name": "hazard", "title": "隐患整改", "moves": [{"action": "assign", "from": "registered", "to": "registered"},
        {"action": "amend", "from": "registered", "to": "registered"}, {"action": "dispatch", "from": "registered", "to": "in_progress"},
        {"action": "request_close", "from": "in_progress", "to": "in_review", "by": "lead"}, {"action": "warn", "from": "in_progress", "to": "in_progress"},
        {"action": "acknowledge_warning", "from": "in_progress", "to": "in_progress"},
        {"action": "return", "from": "in_review", "to": "in_progress", "note": true}, {"action": "close", "from": "in_review", "to": "closed"}]},
        "policy": {"second_party": 1, "children": 0}, "fields": [{"code": "place", "title": "地点", "required": true}]}' >hazard.json
    tl ledger add hazards 隐患台账 --definition hazard.json
    tl add hazards 消防通道堵塞 --lead js --due 2023-03-31 --field place=一号楼
    tl dispatch hazards/1
    tl warn
    tl acknowledge-warning hazards/1 已知悉
    [ "$format" -gt 1001 ] || lax_1001
    on 2023-04-03
    [ "$format" -gt 1001 ] || tl return loose/2 不实
    tl suspend open/1 复核
    tl end-notice open/3 公示无异议 --actor 老李
}
[ "$format" -lt 1001 ] || since_1001

# What there is since format 1002: series, counters, pairs, data filled in once, catalogues, templates with policies of their own.
since_1002() {
    tl unit add hp 和平社区 --kind community --parent xjk
    tl unit add dj 东街社区 --kind community --parent xjk
    tl ledger add checks 定期排查 --template recurring
    tl series add checks survey 月排查 --cycle monthly --day 25 --from 2023-01 --adjust before --lead ga
    tl series add checks yearly 年报告 --cycle yearly --day 12-31 --from 2023 --lead qw
    tl series run --to 2023-03-31
    tl close checks/1 已排查
    tl series end survey 2023-12 --note 不再排查
    tl ledger add counts 工作计数 --template counters
    tl add counts 常委会会议 --lead qw --field measure=次 --field target=46 --field qualifier=余
    tl make-standing counts/1 全年 --due 2023-12-31
    tl count counts/1 --value 12 --unit qw --on 2023-03-31
    tl count counts/1 多记一次 --value -1 --unit qw --on 2023-03-31
    tl ledger add pairs 帮带结对 --template pairs
    tl add pairs 结对一 --mentor hp --mentee dj --field since=2023-03-01
    tl ledger add service 协助事项 --template checklist
    tl datum add residents 常住人口 --type integer
    tl datum use service residents
    tl fill hp residents 2023 3200
    tl correct hp residents 2023 3210 漏报一户
    tl ledger set service catalogue=community edition=2023年版
    tl ledger add fixes 整改台账 --template rectification
    tl add fixes 台账不全 --lead js --due 2023-06-30 --field feedback_source=第四轮巡察 --field finding=台账缺项 --field class=立行立改
}
[ "$format" -lt 1002 ] || since_1002

# One entry from plain SQL, sealed by the library's next one.
sqlite3 -batch -init /dev/null "$TASKLEDGER_BOOK" "INSERT INTO post(item, action, actor, note, at)
    SELECT item, 'comment', 'sql', '由 SQL 记账', '2023-04-02T00:00:00.000Z' FROM item_status WHERE ref = 'tasks/1'"
on 2023-04-02
tl comment tasks/1 已封签
tl verify
"$program" checkpoint >"$book.checkpoint"
sqlite3 -batch -init /dev/null "$TASKLEDGER_BOOK" 'PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode=DELETE; PRAGMA page_size=1024; VACUUM' >out
"$program" verify --against "$book.checkpoint"
[ ! -e "$book.db-wal" ]
cp "$book.db" "$book.checkpoint" "$here/"
ls -l "$here/$book.db"
