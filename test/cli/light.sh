# Lights by the ledger's thresholds, as ledger set changes them; report_due by its reporting cycle.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book
for due in 2023-06-14 2023-06-15 2023-06-22 2023-06-23 2023-06-30 2023-07-01; do
    q add t "$due 到期" --due "$due" --lead js
done
q add t 没有时限
on 2023-06-15
t list t
q ledger set t blue_days=10 yellow_days=0 red_days=3
t list t
t list t --light red
t ledger set t red_days=0
t ledger set t yellow_days=soon
t ledger set t lag_points=-1

say behind its time: half of it has gone
on 2023-07-01
q add t 半年任务 --due 2023-12-31 --lead ga
q dispatch t/8
q acknowledge t/8
q report t/8 开工 --percent 40
q ledger set t report_days=30
t show t/8
on 2023-09-30
t list t --unit ga
on 2023-10-01
t list t --unit ga
q ledger set t lag_points=20
t list t --unit ga

say returned: yellow once, red twice
q request-close t/8
q return t/8 材料不全
t list t --unit ga
q request-close t/8
t list t --unit ga
q return t/8 仍不全
t list t --unit ga
