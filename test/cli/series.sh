# series: what comes again: adding, making the occurrences, running twice and late, ending.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book
q ledger add r 周期工作 --template recurring

say 月排查、季研判、年报告，还有每 10 天一次
t series list
t series add r ypc 意识形态月排查 --cycle monthly --day 25 --from 2023-01 --adjust before --lead js --detail 逐项排查
t series add r jyp 意识形态季研判 --cycle quarterly --day 31 --from 2023-Q1 --lead js
t --json series add r nbg 年度报告 --cycle yearly --day 02-29 --from 2023
t series add r xc 巡查 --cycle days --day 10 --from 2023-02-25
t series show nbg

say 生成到 2 月底为止开始的各期，牵头单位已分工；再来一次什么也没有
t series run --to 2023-02-28
t series run --to 2023-02-28
t --json series run --to 2023-02-28
t list r
t show r/1

say 国庆调休：已生成的不变，未生成的按新日历；10月7日、8日上班
t series add r rb 周报 --cycle days --day 7 --from 2023-09-25 --adjust after
cat >calendar.csv <<'CSV'
日期,类型,名称
2023-04-25,休,演练
2023-09-29,休,国庆节
2023-09-30,休,国庆节
2023-10-01,休,国庆节
2023-10-02,休,国庆节
2023-10-03,休,国庆节
2023-10-04,休,国庆节
2023-10-05,休,国庆节
2023-10-06,休,国庆节
2023-10-07,班,调休
2023-10-08,班,调休
CSV
t series run rb --to 2023-09-25
tj '.[0:3][] | [.period, .due, .ref]' --json series show rb
q calendar import calendar.csv --source 国办发明电〔2022〕16号
tj '.[0:3][] | [.period, .due, .ref]' --json series show rb
t series run rb --to 2023-10-02
q calendar set 2023-10-08 holiday
tj '.[0:3][] | [.period, .due, .ref]' --json series show rb
tj '.[0:5][] | [.period, .due]' --json series show ypc

say 逾期才生成，逾期才完成
on 2023-06-10
t series run ypc --to 今天
t series run ypc --to 2023-06-10
q close r/1 补做
on 2023-06-24
q series run jyp --to 2023-06-24
q close r/12 已研判
q cancel r/8 停办
t series show ypc
t series show jyp
t --lang zh series show jyp
t --lang zh series list

say 副本里生成的是同样的事项
cp taskledger.db copy.db
t series run xc --to 2023-04-30
q -b copy.db series run xc --to 2023-04-30
t verify
tj '[.[] | select(.title | startswith("巡查")) | .uid] | length' --json list r
"$TL" --json list r | jq -r '.[].uid' >uids
"$TL" --json -b copy.db list r | jq -r '.[].uid' | cmp - uids && echo same

say 终止
t series end xc 2023-02-25
t series end xc 2023-04-30
t series end xc 2023-04-26 --note 改为月报
t --json series end rb 2023-10-16
t series end rb 2023-10-16
t series run xc --to 2023-12-31
t series list r

say 牵头单位撤销后，须另设
q series add r bg 办公例会 --cycle monthly --day 5 --from 2023-06 --lead ga
q unit retire ga
t series run --to 2023-06-30
t --lang zh series run bg --to 2023-06-30
t series list t
t series end bg 2023-05
t series show bg
t series run --to 2023-06-30

say 不对的
t series run --to 2024-06-25
t --lang zh series run --to 2024-06-25
t series run --to 某天
t series run
t series run zzz --to 2023-12-31
t series run ypz --to 2023-12-31
t --json series run ypz --to 2023-12-31
t series show
t series add r ypc 又一个 --cycle monthly --day 25 --from 2023-01
t series add r a 无周期 --day 25 --from 2023-01
t series add r a 周期 --cycle month --day 25 --from 2023-01
t series add r a 日 --cycle monthly --day 32 --from 2023-01
t series add r a 日 --cycle yearly --day 02-30 --from 2023
t series add r a 期 --cycle quarterly --day 20 --from 2023-01
t series add r a 期 --cycle monthly --day 20 --from 2023-13
t series add r a 顺延 --cycle monthly --day 20 --from 2023-01 --adjust later
t series add z a 台账 --cycle monthly --day 20 --from 2023-01
t series add r a 单位 --cycle monthly --day 20 --from 2023-01 --lead 建设
t series add r a 单位 --cycle monthly --day 20 --from 2023-01 --lead ga
t series end ypc 2023-Q1
t series end ypc 2023年
t series
t verify
