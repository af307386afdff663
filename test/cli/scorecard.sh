# scorecard: units in the lead, lowest first; why points are off; the points of a ledger.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
on 2023-03-01
as 张三
q init --given-clock --utc-offset +08:00
t scorecard
t scorecard --json
q unit add js 区建设局
q unit add ga 区公安局
q unit add sh 石河街道
q ledger add t 重点任务
q ledger add c 事项清单 --template checklist
q add t 断头路 --lead js --due 2023-06-30
q add t 斑马线 --lead ga --due 2023-12-31
q add c 护栏 --lead js --due 2023-04-30
q dispatch t/1
q acknowledge t/1
q urge t/1 尽快
t scorecard
on 2023-05-10
q request-close t/1
q return t/1 照明未完工 --actor 李四
t scorecard
t --lang zh scorecard
t scorecard t --json
t scorecard --unit js
t --lang zh scorecard --unit 区建设局
t scorecard c --unit js --json
t scorecard --unit ga
t scorecard --unit sh
t scorecard --as-of 2023-03-01
t scorecard --unit js --as-of 2023-03-01
say 'the points of a ledger'
q ledger set t urge_points=0 return_points=100
t scorecard
t scorecard --unit js
t scorecard c
t --lang zh ledger show t
say 'refused'
t ledger set t late_points=101
t ledger set t late_point=1
t scorecard tt
t scorecard --unit jss
t scorecard t c
