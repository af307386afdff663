# datum, fill, correct, form: what is filled in once is shown wherever it is listed; who has a catalogue is asked for nothing else.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book
q unit add sq1 湖滨社区 --kind community
q unit add sq2 东湖社区 --kind community
q ledger add f 人口报表 --template checklist

say the dictionary
t datum list
t datum add people 常住人口 --type integer --source 统计制度
t datum add grade 等级 --choices 好,中,差
t datum add income 人均收入 --type number --json
q datum add checked 检查日期 --type date
q datum add helper 联系单位 --type unit
q datum add remark 说明
t datum add people 人口
t datum add Pop 人口
t datum add money 金额 --type money
t datum add kind 类别 --type choice
t datum use c people
t datum use f 常住人口
t datum use c grade
t datum use c people
t datum use c peple
t datum use x people
t datum list
t --lang zh datum list
tj '.[0]' datum list --json

say 'a catalogue, and its edition'
t ledger set c catalogue=community edition=2023年版
t ledger show c
tj '[.catalogue, .edition]' ledger show c --json

say filled in once
t form c
t fill sq1 people 2023-Q1 １２００
on 2023-03-02
as 李四
t fill 湖滨社区 常住人口 2023-Q1 1300
t --lang zh fill sq1 people 2023-Q1 1300
t fill sq1 people 2023-Q1 1300 --json
t fill sq1 people ２０２３-q2 1210 二季度 --json
t correct sq1 people 2023-Q1 1201
t correct sq1 people 2023-Q1 1201 漏报一户
t correct sq1 people 2023-Q1 1201 漏报一户
t fill sq1 people 2023-Q1 1300
t correct sq2 people 2023-Q1 1201 漏报一户

say 'shown in both forms, with what is still missing'
t form c
t form f
t form f --period 2023-q2
tj '.[]' form c --period 2023-Q1 --json
t --lang zh form f
t form c --as-of 2023-03-01
t form f --period 2023-7
t form x

say of its type
t fill js grade 2023 优
t fill js grade 2023 好
t fill js checked 2023 2023年6月1日
t fill js checked 2024 6月
t fill js helper 2023 新街口街到
t fill js helper 2023 新街口街道
t fill js income 2023-06 １２．５
t fill js income 2023-07 十二
t fill js people 2023-13 1
t fill js people 2023 ''
t fill xx people 2023 1
t fill js peeple 2023 1
q datum use t income
q datum use t checked
q datum use t helper
tj '.[] | [.datum, .period, .value]' form t --json
t form t

say off the catalogue
t fill sq1 income 2023 1
t --lang zh fill sq1 income 2023 1
t add t 修路 --lead sq1
q add t 修路 --lead js
t assign t/1 sq1 --role support
t assign t/1 sq1 --json
t enlist t/1 c
t assign t/1 sq1
t add c 出具证明 --lead sq2
t ledger set c catalogue=
t assign t/1 sq2

say what was done, and that it holds
t log --action fill
t log --action correct --json
t verify
t fill sq1 people
t fill sq1 people 2023 1 x y
t form
t form c --by month
