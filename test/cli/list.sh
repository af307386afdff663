# list: filters, pages, other days.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book
t list
t list --json
q add t 修路 --lead js --support ga --due 2023-03-31 --risk high
q add t 架桥 --lead ga --due 2023-06-30 --detail 跨河大桥
q add t 植树 --no 10
q add t 子任务 --no 9 --parent t/2 --due 2023-05-31 --lead js
q add c 办证 --lead xjk
q close c/1
t list
t list t
t --lang zh list
t list t --json --limit 1
say 'filters'
t list --state closed
t list --state open
t list --unit js
t list --unit ga --role lead
t list --risk high
t list --light grey
t list --due-before 2023-03-31
t list --due-after 2023-05-31
t list --text 桥
t list --text 修路 --unit ga
t list --parent t/2
t list t --limit 2
t list t --limit 2 --after t/2
t list --text 没有
t list --text 没有 --json
say 'another day: what is near, what is late'
t list t --today 2023-03-26
t list t --today 2023-04-01
say 'as of a day'
on 2023-07-01
q cancel t/10 不再需要
t list t
t list t --as-of 2023-06-30
tj '.[] | [.ref, .days_left]' list t --as-of 2023-06-30 --json --limit 1
t list t --as-of 2022-01-01
say 'words as they are shown'
t --lang zh list t --state 办理中，已立项 --limit 2
t --lang zh list t --light 红 --limit 1
t --lang zh list t --state 办里中
t --lang zh list t --light 红等
t --lang zh list t --unit js --role 牵头 --limit 1
t --lang zh list t --unit js --role 牵投
say 'refused'
t list tt
t list t u
t list --state opne
t list --state frobnicate
t list --light yelow
t list --light purple
t list --risk hihg
t list --unit jss
t list --role lead
t list --unit js --role laed
t list --due-before 尽快
t list --limit 0
t list --limit ten
t list --after t/99
t list --parent t/99
t list --as-of yesterday
t list --sate open
t --json list --state opne
