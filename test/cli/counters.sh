# count, counters: figures that are counted up, by month and unit, and as a share of one another.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book
q ledger add n 工作计数 --template counters

say nothing yet
t counters
t counters n --json
t counters --by month
t counters --rates

say a counter stands before it counts
t add n 常委会 --field measure=次
t count n/1
t make-standing n/1 全年召开 --due 2023-12-31
t count n/1 第1次
t count n/1 第2次 --on 2023-02-20
t count n/1 补记1月 --value 44 --on 2023-01-31
t add n 议题 --field measure=项 --field qualifier=余 --field target=240
t make-standing n/2 全年研究 --due 2023-12-31
t count n/2 --value 270 --json
t add n 约谈 --field measure=人次 --responsible js --responsible ga
t make-standing n/3 经常抓 --due 2023-12-31
t count n/3 谈话提醒 --value 40 --unit js
t count n/3 --value 26 --unit 区公安局 --on 2023-02-10
t counters
t --lang zh counters n
t counters --json
t counters --by month
t --lang zh counters n --by month
t counters --by month --json

say 'what was counted wrongly is taken back'
t count n/3 --value -6 --unit js
t count n/3 重复登记 --value -6 --unit js
t count n/3 x --value -1
t count n/3 x --value -27 --unit ga
t count n/1 x --value -47
t counters n --by month

say 'shares, with both parts'
t amend n/3 --set denominator=2
t add n 第一种形态 --field measure=人次 --field denominator=3
t make-standing n/4 全年 --due 2023-12-31
t count n/4 --value 40
t amend n/1 --set denominator=17
t counters --rates
t --lang zh counters n --rates
t counters --rates --json

say refused
t count n/1 --value 0
t count n/1 --value 1.5
t count n/1 --value 两次
t count n/1 --value 1000000000
t count n/1 --percent 10
t count n/1 --unit xjk
t count n/1 --on 2023-03-02
t count n/9
q add t 修路 --lead js --due 2023-06-30
t count t/1
t cuont n/1
t add n 没有计量单位
q make-standing n/5 全年 --due 2023-12-31
t count n/5
t report n/1 x
t counters x
t counters --by unit
t counters --by month --rates
t --lang zh count n/1 --value 0

say 'the same request is counted once'
t count n/1 --request m-3
t count n/1 --request m-3
t count n/1 --request m-3 --value 2
t counters n

say 'a standing item: open, counted apart, grey until its review date has passed'
t list n --state open
t stats n
on 2023-12-31
t list n --light grey
t warn n
on 2024-01-01
t list n --light red
t warn n
t make-standing n/1 明年接着数 --due 2024-12-31
t count n/1 --on 2023-12-30
q make-standing n/5 明年接着数 --due 2024-12-31
t close n/5
q amend n/5 --set measure=场
t close n/5 不再计
t count n/5
t counters n
t counters n --as-of 2023-03-01
t post n/1 count 第3次
t show n/1
t verify
