# attach: files and addresses, all or none; --file with other actions.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book
q add t 修路 --lead js --due 2023-06-30
printf 'photo' >照片.jpg
printf 'minutes' >minutes.txt
t attach t/1 照片.jpg --title 现场照片
t attach t/1 minutes.txt https://example.org/a --json
t attach t/1 --file minutes.txt --note 补交
t post t/1 attach --file minutes.txt
t show t/1
say 'all or none'
t attach t/1 minutes.txt missing.txt
t attach t/1 missing.txt --json
t attach t/1
t show t/1
say 'with another action, in the same transaction'
q dispatch t/1
q acknowledge t/1
t request-close t/1 已完成 --file minutes.txt --file 照片.jpg
t return t/1 --file missing.txt
t return t/1 材料不全 --file missing.txt
say 'the same request again'
q return t/1 材料不全
t attach t/1 照片.jpg minutes.txt --request r9 --json
t attach t/1 照片.jpg minutes.txt --request r9 --json
t log t/1
