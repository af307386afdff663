# calendar: importing one, setting days, and what is counted by it.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book
q add t 修路 --no 1 --lead js --due 2023-12-31
cat >calendar-2023.csv <<'CSV'
日期,类型,名称
2023-09-29,休,中秋节、国庆节
2023-09-30,休,中秋节、国庆节
2023-10-01,休,中秋节、国庆节
2023-10-02,休,中秋节、国庆节
2023-10-03,休,中秋节、国庆节
2023-10-04,休,中秋节、国庆节
2023-10-05,休,中秋节、国庆节
2023-10-06,休,中秋节、国庆节
2023-10-07,班,调休
2023-10-08,班,调休
2023年12月30日,休,元旦
2023年12月31日,休,元旦
CSV

say 没有日历时只按周六周日
t calendar list

t --today 2023-09-28 add t 甲 --due 3个工作日内

say 导入，全部成功或全不导入；重复导入不再增加
t calendar import calendar-2023.csv --source 国办发明电〔2022〕16号 --dry-run
t calendar import calendar-2023.csv --source 国办发明电〔2022〕16号
t calendar import calendar-2023.csv --source 国办发明电〔2022〕16号
t --json calendar import calendar-2023.csv --source 国办发明电〔2022〕16号
t calendar list
t --lang zh calendar list 2023
tj '.[0]' --json calendar list 2023
t calendar list 2024

say 默认办理期限按工作日
q --today 2023-09-27 ledger set t term=3 term_working=1
q add t 庚 --no 庚 --lead js
t --today 2023-09-28 dispatch t/庚
t list t --due-before 10月上旬 --due-after 2023-10-01
q ledger set t term_working=0

say 调休：9月29日至10月6日休，7日、8日上班
t --today 2023-09-28 add t 乙 --due 3个工作日内
t --today 2023-09-28 --lang zh add t 丙 --due 1个工作日内
t --today 2023-09-28 --json add t 丁 --due 2个工作日内
t --today 2023-12-29 add t 戊 --due 1个工作日内
t list t

say 单独设定一天
t calendar set 2024-01-01 holiday --title 元旦 --source 国办发明电〔2023〕7号
t --json calendar set 2024-02-04 workday --title 春节调休 --source 国办发明电〔2023〕7号
t calendar list
t --today 2023-12-29 add t 己 --due 1个工作日内

say 不对的
t calendar set 2024-02-30 holiday
t --lang zh calendar set 2024-05-01 休
t calendar list 公元
t calendar import 没有.csv
printf 'day,kind\n2024-05-01,休\n2024-05-32,休\n2024-05-02,空\n' >bad.csv
t calendar import bad.csv
t --json calendar import bad.csv
printf 'day,name\n' >bad.csv
t calendar import bad.csv
t calendar import bad.csv --format xlsx

say 从管道读取
printf 'day,kind\n2025-01-01,休\n' | "$TL" calendar import - --source 文件乙
mkfifo pipe
printf 'day,kind\n2025-01-02,休\n' >pipe &
t calendar import pipe --source 文件乙
t calendar

t verify
