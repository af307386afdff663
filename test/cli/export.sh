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
say 'as of a day'
on 2023-04-01
q add t 后来的
t export t --format csv --as-of 2023-03-31
