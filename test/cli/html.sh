# export --format html: the board as one file.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book
q add t 修路 --lead js --support ga --due 2023-03-31
q dispatch t/1
q add t '<b>桥</b>' --lead js --due 2023-02-20
q add c 清单一 --lead xjk
q close c/1
t export t --format html -o board.html
files
say 'what it is made of'
grep -c '<tbody data-ledger=' board.html
grep -o '<h1>.*</h1>' board.html
grep -o '<tbody data-ledger.*' board.html
grep -o '<li>.*dispatch.*' board.html
say 'all ledgers, in Chinese, to stdout'
"$TL" --lang zh export --format html >all.html
grep -o '<th scope="col">[^<]*</th><td\|<h2>.*</h2>' all.html
grep -o '<dt>.*</dd>' all.html
grep -o '<td>&lt;b&gt;桥&lt;/b&gt;</td>' all.html
say 'refused'
t export x --format html
