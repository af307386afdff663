# import --lang zh: what is found in a table full of mistakes, in Chinese throughout; so are mistyped names.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book
q ledger field t level 级别 --type choice --choices 甲,乙
q ledger field t people 人数 --type integer
q add t 植树 --no 1
z() { t --lang zh "$@"; }

say 'a table full of mistakes'
cat >bad.csv <<'CSV'
二〇二三年任务分解表,,,,,,,,,
编号,工作任务,牵头单位,责任单位,完成时限,风险等级,级别,人数,上级,进度
11,单位不对,区建设据,,2023-06-30,,,,,
12,日期不对,js,,2023-02-30,极高,,,,
13,时限看不懂,js,,尽快,,丙,四十六,,
14,,js,,,,,,,
15,两个牵头,js、ga,,,高,甲,46,99,
16,进度超过,js,js,每月25日前,中,乙,四六,,150%
17,公式,#N/A,"ga
合计,,,,,,,,,
CSV
z import t bad.csv
z import t bad.csv --dry-run --unknown refuse
printf '编号,工作任务,牵头单位\n21,少一格\n' >short.csv
z import t short.csv
printf '甲,乙\n1,2\n' >untitled.csv
z import t untitled.csv
printf '编号,工作任务,工作任务\n1,2,3\n' >twice.csv
z import t twice.csv

say 'what is noted'
cat >notes.csv <<'CSV'
任务分解表,,,,,
编号,工作任务,牵头单位,完成时限,进展情况,完成比例
31,修 桥,js、ga,2023-06-30,已开工,150%
32,修路,新单位,5个工作日内,,
合计,2项,,,,
注：本表由督查室制,,,,,
CSV
z import t notes.csv --create-units --dry-run
z import t notes.csv --create-units
z import t notes.csv
sed 's/2023-06-30/2023-07-31/' notes.csv >edited.csv
z import t edited.csv
z import t edited.csv --on-conflict skip
z import t edited.csv --on-conflict updte

say 'files that are no tables'
printf '%%PDF-1.4' >plan.pdf
z import t plan.pdf
z import t missing.csv
z import t bad.csv --format xslx
z import t bad.csv --format xlsx
z import t bad.csv --sheet 表一
printf '[{"工作任务":"甲"},' >half.json
z import t half.json
: >empty.csv
z import t empty.csv
printf '编号,工作任务\n1,"甲\n' >quote.csv
z import t quote.csv

say 'a calendar'
printf '日期,类型\n2023-13-01,休\n2023-10-01,假期\n' >days.csv
z calendar import days.csv
printf '日期,颜色\n' >days.csv
z calendar import days.csv

say 'mistyped names'
z list tt
z show t/999
z show 甲
z list --unit 区建设据
z list --state 办理
z list --light gren
z list --order duee
z list --due-before 昨日
z export t --format cvs
z export t --columns 编好
z board --by untis
z stats --by untis
z add t 甲 --field leval=甲
z add t 甲 --due 尽快
z --as-of 2023-02-30 list
z -b missing.db list
z lsit
z list --stat x
z list --limit 0
