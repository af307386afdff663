# import: what a table says, a mapping kept and used again, edits taken back, synonyms, and all the errors.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book
cat >plan.csv <<'CSV'
重点任务分解表,,,
号,干什么,谁来干,啥时候
1,修路,区建设局、区公安局,6月底前
2,架桥,住建办,年底前
CSV
t import t plan.csv --map 干什么=title --map 号=no --map 谁来干=lead --map 啥时候=due --dry-run
t import t plan.csv --map 干什么=title --map 号=no --map 谁来干=lead --map 啥时候=due --create-units --dry-run --save-mapping plan.json
cat plan.json
t import t plan.csv --mapping plan.json --create-units
t list t
say 'edited and brought in again'
sed 's/架桥/架大桥/' plan.csv >edited.csv
t import t edited.csv --mapping plan.json
t import t edited.csv --mapping plan.json --on-conflict update
t log t/2 --action amend
say 'a heading of the office'
t synonym add 干什么 title
t synonym add 干什么 titel
t synonym add 任务名称 lead
tj 'map(select(.entry != null))' synonym list --json
say 'at most twenty errors are printed'
{
    echo 编号,工作任务,完成时限
    i=10
    while [ $i -lt 35 ]; do
        echo "$i,事,尽快"
        i=$((i + 1))
    done
} >many.csv
t import t many.csv
t import t plan.csv --on-conflict replace
t import t plan.csv --unknown drop
t import t plan.csv --mapping many.csv
t import t plan.csv --map 干什么=titel
