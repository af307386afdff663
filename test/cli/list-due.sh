# list-due: orders, sub-units, due, mine, other filters of lists; any day's book.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book
q unit add jt 交通科 --parent js
q add t 修路 --lead js --support ga --due 2023-03-31 --risk low
q add t 架桥 --lead jt --due 2023-03-06 --risk high
q add t 植树 --lead ga --responsible jt --due 2023-03-01
q add t 规划 --lead js
q add c 办证 --lead jt --due 2023-02-20
q add c 换灯 --lead xjk --support js --due 2023-03-08 --risk medium
q add c 旧事 --lead js --due 2023-01-31
q close c/3
q add d 批示一 --field leader=李书记 --field instruction=从速办理
q add d 批示二 --field leader=王区长

say 顺序
t list --order due
t list --order priority --state open
t list --order change --limit 3
t list --order change --limit 2 --after c/3
t list t --order due --limit 2
t list t --order due --limit 2 --after t/2
t --lang zh list --state open,closed --order due --limit 3

say 单位及其下级
t list --unit js
t list --unit js --sub-units
t list --unit js --sub-units --role lead --order due
t list --light red,yellow --sub-units --unit js

say 即将到期和已逾期的
t due
t due --within 30
t due t --within 5
tj '.[].ref' due --within 7 --json

say 一个单位待办的
t mine --unit jt
t mine --unit js --sub-units
q complete c/2 已装好 --unit js
t mine --unit js
t mine c --unit js --sub-units --limit 1

say 自定义栏目、经办人
t list --field leader=李书记
t list d --field 批示领导=王区长
t list d --field leader=李书记 --field instruction=从速办理
as 李四
q urge t/2 快办
t list --posted-by 李四
t list --posted-by 李四 --posted-by 张三

say 某日的台账
on 2023-04-10
t due
t due --as-of 2023-03-01
t mine --unit js --as-of 2023-03-01
t unit list --as-of 2023-03-01
t ledger list --as-of 2023-02-01
t series list --as-of 2023-03-01
t verify --as-of 2023-03-01

say 写错的
t list --order priorty
t list --state opne,closed
t list --state open,
t list --risk high,lwo
t list --sub-units
t list --field leeder=x
t list d --field leader
t list d --field leader=
t due --within 0
t due --within soon
t due tt
t mine
t mine --unit jss
t --json list --order duee
