# ledger add, set, field, list, show.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
on 2023-03-01
as 张三
q init --given-clock --utc-offset +08:00
t ledger list
t ledger list --json
t ledger add t 重点任务 --source 区委〔2023〕1号
t ledger add d 批示档案 --template dossiers --json
t ledger add c 事项清单 --template checklist
t ledger list
t --lang zh ledger list
t ledger list --json
t ledger show d
t --lang zh ledger show d
t ledger show t --json
say 'change'
t ledger set t title=十项行动 yellow_days=5 source=
t ledger set t evidence=1 --json
t ledger show t
say 'yellow before blue is set, and said'
t ledger set t yellow_days=20
t ledger set t yellow_days=20 blue_days=30
t ledger set t yellow_days=5 blue_days=15
say 'fields'
t ledger field t round 轮次 --type integer --required
t ledger field t class 整改类型 --choices 立行立改,分阶段,持续
t ledger field t remark2 说明 --json
t ledger show t
t ledger show t --json
say 'refused'
t ledger add t 又一个
t ledger add u 台账 --template taks
t ledger add a/b 台账
t ledger set t colour=red
t ledger set t yelow_days=3
t --lang zh ledger set t titel=甲
t ledger set t notice_days=5
t ledger set t term=0
t --lang zh ledger set t evidence=
t ledger set t evidence=yes
t ledger set t title=甲 evidence=yes
t ledger set t title
t ledger set tt title=甲
t ledger field t Round 轮次
t ledger field t round 轮次
t ledger field t x 名 --type nunber
t ledger field t x 名 --type choice
t ledger field t x 名 --type date --choices 甲,乙
t ledger show x
t ledger show tt --lang zh
t ledger
t ledger lits
