# assign, unassign.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book
q add t 修路
t assign t/1 js --role lead --officer 王局长
t assign t/1 区公安局
t assign t/1 xjk --role support --json
t show t/1
say 'refused'
t assign t/1 ga --role lead
t unassign t/1 ga
t assign t/1 ga --role lead
t assign t/1 ga --role laed
t assign t/1 gaa
t assign t/9 ga
t assign t1 ga
t assign t/1
t unassign t/1 ga
t unassign t/1 财政
say 'the lead changes'
t unassign t/1 js --note 职能调整
t assign t/1 ga --role lead
t post t/1 assign --unit js --role responsible
t --lang zh log t/1
