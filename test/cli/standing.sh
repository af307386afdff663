# make-standing: a goal and a next review date; grey until it comes near, late only after it; goes on with a new goal, and can be closed.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book
q add t 为基层减负 --lead js --due 2023-06-30
t make-standing t/1 每季度回看 --due 2023-09-30
q dispatch t/1
q acknowledge t/1
t make-standing t/1 --due 2023-09-30
t make-standing t/1 每季度回看
t make-standing t/1 每季度回看 --due 2023-03-01
t make-standing t/1 每季度回看 --due 2023-09-30
on 2023-07-01
t list
on 2023-09-20
t list
t stats
on 2023-10-01
t list
t stats
q warn
t escalation

say the review was held
t report t/1 会议减少三成
t make-standing t/1 每半年回看 --due 2024-03-31
tj '[.state, .goal, .due, .baseline_due, .light, .late]' show t/1 --json
t escalation

say closed like any other
q request-close t/1
q close t/1
tj '[.state, .light, .late, .completed_on]' show t/1 --json
t verify
