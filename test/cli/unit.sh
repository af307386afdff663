# unit add, rename, retire, appoint, holders, list.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
on 2023-03-01
as 张三
q init --given-clock --utc-offset +08:00
t unit list
t unit list --json
t unit add js 区建设局 --kind 部门
t unit add xjk 新街口街道 --kind 街道
t unit add dsk 大石桥社区 --kind 社区 --parent xjk --json
t unit list
t --lang zh unit list
t unit list --json
say 'refused'
t unit add js 又一个局
t --lang zh unit add js 又一个局
t unit add a/b 不行
t unit add x 名 --parent xjx
t unit add x ''
t unit rename jz 区住建局
say 'rename, retire'
t unit rename js 区住房和城乡建设局
t unit rename 大石桥社区 大石桥新社区 --json
q ledger add t 重点任务
q add t 修路 --lead js
t unit retire js
t --lang zh unit retire js
t unit retire dsk
t unit retire dsk
t assign t/1 dsk
t unit list
say 'a post and who holds it: its duties stay'
q unit add wz 区建设局局长 --kind 岗位
q add t 供水改造 --lead wz
q add t 燃气改造 --due 2023-06-30
q assign t/3 wz --role lead --officer 临时负责人
tj .assignments[0].contact show t/3 --json
t unit holders
t unit appoint wz 陈立 --note 区委任免通知
on 2023-04-01
t unit list
t unit appoint 区建设局局长 周敏 --json
tj .assignments[0].contact show t/2 --json
tj .assignments[0].contact show t/3 --json
t show t/3
on 2023-05-01
t unit appoint wz --note 调离
tj .assignments[0].contact show t/3 --json
t unit holders wz
t --lang zh unit holders
t unit holders wz --json
t log
say 'refused'
t unit appoint wz
t unit appoint js 某人
t unit appoint wz 周敏
t unit appoint wz 周敏
t --lang zh unit appoint wz 周敏
t unit appoint wx 周敏
t unit appoint dsk 周敏
t unit appoint wz ' '
t unit appoint
t unit holders wx
say 'usage'
t unit
t unit ad js 局
t unit frobnicate
t unit add js
t unit add js 局 多
t unit list --due 2023-01-01
t unit --help
t unit add --help
