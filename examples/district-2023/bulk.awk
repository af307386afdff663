# Makes tables of many rows out of the units and of short lists: topics with who answers for them, phrases, hazards. Every row is another
# combination. kind: hazards, advice, opinions, cases, remedies; first, last: the rows; day: when they were found.
# Usage: awk -v kind=hazards -v first=1 -v last=50 -v day=2023-03-20 -f bulk.awk units.csv bulk.tsv

BEGIN {
	FS = ","
	units = places = topics = phrases = hazards = 0
}
FILENAME == "units.csv" {
	if ($4 == "subdistrict" || $4 == "community")
		proposer[units++] = $2
	if (($4 == "department" || $4 == "bureau" || $4 == "subdistrict") && $1 != "bmj")
		place[places++] = $2
	next
}
{
	split($0, cell, "\t")
}
cell[1] == "topic" {
	topic[topics] = cell[2]
	lead[topics++] = cell[3]
}
cell[1] == "phrase" {
	phrase[phrases++] = cell[2]
}
cell[1] == "hazard" {
	hazard[hazards] = cell[2]
	level[hazards++] = cell[3]
}

function hazard_row(n) {
	print n ",保密大排查大整治," hazard[n % hazards] "," place[n % places] "," date_after(day) "," day "," place[n % places] "机关," level[n % hazards]
}

# The 25th of the next month: time enough for any hazard here.
function date_after(day) {
	return sprintf("%s-%02d-25", substr(day, 1, 4), substr(day, 6, 2) + 1)
}

function advice_row(n, t, title) {
	t = n % topics
	title = topic[t] "：" phrase[int(n / topics) % phrases]
	if (kind == "opinions")
		title = proposer[n % units] "对" title
	if (kind == "cases")
		title = proposer[n % units] topic[t] (n % 2 ? "正面" : "反面") "典型案例"
	print n ",调查研究," title "," lead[t] ",2023-12-31," proposer[n % units] "," (kind == "cases" ? (n % 2 ? "正面典型" : "反面典型") : topic[t])
}

END {
	print kind == "hazards" ? "编号,任务来源,工作任务,牵头单位,完成时限,检查时间,地点,隐患等级" : "编号,任务来源,工作任务,牵头单位,完成时限,提出单位,类别"
	for (n = first; n <= last; n++)
		if (kind == "hazards")
			hazard_row(n)
		else
			advice_row(n)
}
