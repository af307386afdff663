# pairs, and the roles mentor and mentee wherever a role is given.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book
q unit add sq 东湖社区 --kind community
q ledger add p 帮带结对 --template pairs

say nothing yet
t pairs
t pairs --json

say with the item, or afterwards
t add p 建设局帮带东湖社区 --mentor js --mentee sq --field since=2023-01-01 --field until=2023-12-31
t add p 两个帮一个
t assign p/2 js --role mentor
t assign p/2 区公安局 --role mentor
t assign p/2 xjk --role mentee
t add p 只有帮带 --mentor ga
t pairs
t --lang zh pairs p
t pairs p --json

say who helps whom
t list p --unit js --role mentor
t list --unit xjk --role mentee
t list p --unit js --role mentee
t list p --unit js --role mentro
t show p/1
t log p/1

say refused
t assign p/3 ga --role mentee
t assign p/3 js --role mentro
t add p 同一单位 --mentor js --mentee js
t add p 没有这个单位 --mentor jss
t add p 单位重复 --mentor js --mentro ga
t pairs x
t pairs p q

say taken back
t unassign p/2 ga
t pairs
t pairs --as-of 2023-02-28
t pairs --as-of 2023-03-01
t report p/1 结对活动两次 --unit sq
t close p/1
t pairs

say 'imported, under English and Chinese headings'
printf '工作任务,帮带单位,被帮带单位\n建设局帮公安局,js,ga\n街道帮社区,新街口街道,sq\n两帮一,js、ga,xjk\n' >pairs.csv
t import p pairs.csv
t import p pairs.csv
printf 'title,mentor,mentee\nx,js,js\ny,jss,ga\n' >wrong.csv
t import p wrong.csv
printf 'title,mentro\nx,js\n' >heading.csv
t import p heading.csv
t pairs p
t verify
