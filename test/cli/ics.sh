# export --format ics: what is open as tasks for a calendar.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book
on 2023-06-01
q add t '修路; 三条, 含桥' --lead js --support ga --due 2023-06-30 --risk high
q add t 长期的事 --lead ga --due 长期坚持
q add d 批示 --lead xjk --due 2023-07-31
q dispatch t/1
q acknowledge t/1 --unit js
q report t/1 已完成两条 --unit js --percent 66.6
q cancel t/2 不办了
t --lang zh export --format ics
t export t --format ics --unit ga
t export --format ics --unit nobody
t export --format ics --unit xjk -o x.ics
grep -c VTODO x.ics
say 'refused'
t export --format xslx -o t.xlsx
t export --format csv --unit js
