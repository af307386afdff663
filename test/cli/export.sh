# export: csv and json, to stdout or into a file.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book
q add t '修路, "三条"' --lead js --support ga --support xjk --due 2023-06-30 --officer 李书记 --detail '一
二'
q add t '=SUM(A1)' --no 10
q add t --no 2 -- -3.5
q add d 批示 --lead ga --field leader=市委书记
t export t --format csv
t --lang zh export t --format csv
t export d --format csv
t export --format csv
tj '.[] | keys' export d --format json
tj '.[] | [.ref, .title, (.entries | length), [.assignments[].unit]]' export t --json
say 'what is exported can be imported'
"$TL" export t --format csv >out.csv
q ledger add t2 抄本
t import t2 out.csv
t list t2
say 'into a file'
echo old >table.csv
chmod 640 table.csv
t export t --format csv -o table.csv
cmp out.csv table.csv && stat -c %a table.csv
t export t --format json -o table.json
head -c 2 table.json
echo
ln -s table.csv link.csv
t export d --format csv -o link.csv
test -L link.csv && echo 'link.csv is still a link'
head -1 table.csv
t export d --format csv -o -
t export d --format csv -o /dev/null
say 'refused; the old file stays and no other is left behind'
echo old >table.csv
t export x --format csv -o table.csv
t export t --format csvv -o table.csv
t export t --format csv -o no/such/folder.csv
t export t --format csv -o .
cat table.csv
files
say 'columns by name or heading'
t export t --columns no,title,lead
t --lang zh export t --columns '序号,工作任务、完成时限'
t export t --columns no,titel
t export t --columns no --format md
t export t --format cvs
t export c --format csv --bom
t export c --format md --bom
say 'the columns of each template, as on paper'
for template in tasks hazards problems pairs counters; do
    q ledger add "x-$template" 台账 --template "$template"
    t --lang zh export "x-$template"
done
say 'an apostrophe of its own survives'
q ledger add a1 一
q ledger add a2 二
q add a1 "'=1"
q add a1 "'九十年代"
"$TL" export a1 >out.csv
cut -d, -f4 out.csv
q import a2 out.csv
"$TL" export a2 | cmp - out.csv && echo the same
say 'a full disk, a closed pipe, a file that may not grow: told, and nothing is left behind'
t export t -o /dev/full
show_call export t
{ "$TL" export t >/dev/full; } 2>&1
echo "exit $?"
show_call export t
{ sleep 0.2; "$TL" export t --format json 2>closed.txt; echo "exit $?" >>closed.txt; } | :
cat closed.txt
rm closed.txt
i=0
while [ $i -lt 300 ]; do
    printf '%01000d\n' "$i"
    i=$((i + 1))
done | { echo title; cat; } >long.csv
q import a2 long.csv
echo old >table.csv
show_call export a2 -o table.csv
(ulimit -f 400; "$TL" export a2 -o table.csv 2>&1; echo "exit $?")
cat table.csv
files
say 'Ctrl-C: nothing is left behind'
q ledger add a3 三
{ echo title; seq 4000; } >many.csv
q import a3 many.csv
show_call export a3 --format json -o table.csv
"$TL" export a3 --format json -o table.csv 2>&1 &
until [ -e "table.csv.tmp-$!" ]; do :; done
kill -INT $!
wait $!
echo "exit $?"
cat table.csv
rm many.csv
files
say 'as of a day'
on 2023-04-01
q add t 后来的
t export t --format csv --as-of 2023-03-31
