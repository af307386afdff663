# Trees: programme, task, measure. Progress from below, the order of closing, moving.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book
q add t 十项行动 --officer 王市长
q add t 交通行动 --parent t/1 --officer 李副市长 --lead js --due 2023-12-31
q add t 民生行动 --parent t/1 --officer 李副市长 --lead ga --due 2023-12-31
q add t 打通断头路 --parent t/2 --lead js --due 2023-06-30
q add c 路灯改造 --parent t/2
q add t 招标节点 --parent t/4 --lead js --due 2023-04-30
q add t 完工节点 --parent t/4 --lead js --due 2023-06-30
t list --parent t/1
t list --parent t/2
t list t --officer 李副市长
t list t --officer 李副市长 --unit ga
t list --officer 没有此人
say 'progress from the ends of the tree'
t show t/1
q dispatch t/3
q acknowledge t/3
q report t/3 推进 --percent 50
q dispatch t/5
q acknowledge t/5
q report t/5 招标 --percent 66.5
tj '[.ref, .below, .closed_below, .progress_below]' show t/1 --json
tj '[.ref, .below, .closed_below, .progress_below]' show t/2 --json
tj '[.ref, .below, .closed_below, .progress_below]' show t/4 --json
tj '[.ref, .below, .closed_below, .progress_below]' show t/5 --json
t close c/1
t --lang zh show t/1
say 'from the ends upwards'
q dispatch t/4
q acknowledge t/4
t request-close t/4
t --lang zh request-close t/4
t cancel t/2 不办了
t close t/1
q cancel t/6 并入招标节点
q request-close t/5
q close t/5 --actor 老李
t show t/2
t request-close t/4
t add t 临时节点 --parent t/4
t close t/4 --actor 老李
q cancel t/7 误立
t close t/4 --actor 老李
say 'what stands below what is closed'
t add t 再加一项 --parent t/4
t reopen t/5 回头看
t reopen t/4 回头看
t reopen t/5 回头看
say 'moved'
t amend t/4 --set parent=t/5
t amend t/2 --set parent=t/5
t --lang zh amend t/1 --set parent=t/5
t amend t/1 --set parent=t/1
t amend t/4 --set parent=t/3
t amend t/4 --set parent=c/1
t amend t/4 --set parent=
t amend t/4 --set parent=t/3
tj '[.ref, .below, .closed_below, .progress_below]' show t/1 --json
t verify
