# manual.awk - the schema files as the manual page taskledger(5); run by manual.sh together with roff.awk. It relies on their layout: a table's
# columns have a line each, indented by two blanks, comments inside CREATE speak of the table, or of the column they stand behind.

BEGIN {
    roff_begin()
}

/^PRAGMA user_version=/ {
    format = $0
    gsub(/[^0-9]/, "", format)
}

# -------------------------------------------------------------------------------------------------------------------- tables

# What stands behind -- in a line. A statement, or what is indented, keeps a line of its own.
function remark(text,    alone, broken) {
    sub(/^.*-- ?/, "", text)
    alone = text ~ /^  / || text ~ /^INSERT INTO /
    sub(/^ +/, "", text)
    if (text == "")
        return ""
    broken = alone || was_alone
    was_alone = alone
    return (broken ? ".br\n" : "") roff(text) "\n"
}

/^CREATE / {
    was_alone = 0
}

/^CREATE TABLE / {
    name = $3
    sub(/\(.*/, "", name)
    tables = tables ".SS " roff(name) "\n"
    in_table = 1
    at_column = was_alone = 0
    next
}
in_table && /^\)/ {
    in_table = 0
    next
}
in_table && /^ +-- / {
    tables = tables remark($0)
    next
}
in_table && /^  [a-z]/ {
    declared = $0
    sub(/ +--.*/, "", declared)
    sub(/ CONSTRAINT .*/, "", declared)
    sub(/,$/, "", declared)
    sub(/^ +/, "", declared)
    column = declared
    sub(/ .*/, "", column)
    sub(/^[^ ]+ +/, "", declared)
    tables = tables ".TP\n.BR " roff(column) " \" " roff(declared) "\"\n" ($0 ~ /-- / ? remark($0) : "")
    next
}
in_table {
    next
}

# --------------------------------------------------------------------------------------------------------------------- views

# The names that the first SELECT of a view gives its columns, with commas between. What stands in brackets is none of it: not the SELECTs of a WITH.
function columns_of(body,    i, n, c, depth, quote, expression, list) {
    body = " " body
    n = length(body)
    for (i = 1; i <= n; i++) {
        c = substr(body, i, 1)
        if (quote != "") {
            quote = c == quote ? "" : quote
        } else if (c == "'" || c == "\"") {
            quote = c
        } else if (c == "(" || c == ")") {
            depth += c == "(" ? 1 : -1
        } else if (depth == 0 && substr(body, i, 8) == " SELECT ") {
            list = expression = ""
            i += 7
            continue
        } else if (depth == 0 && (c == "," || substr(body, i, 6) == " FROM ")) {
            list = list (list == "" ? "" : ", ") column_name(expression)
            expression = ""
            if (c == " ")
                return all_named(list, substr(body, i + 6))
            continue
        }
        expression = expression c
    }
    return list
}

function column_name(expression) {
    gsub(/^ +| +$/, "", expression)
    sub(/^.*[ .]/, "", expression)
    gsub(/"/, "", expression)
    return expression
}

# SELECT * is said in words; behind begins with the table or view that is read.
function all_named(list, behind) {
    sub(/[ ;].*/, "", behind)
    sub(/^\*/, "those of " behind, list)
    return list
}

/^CREATE VIEW / {
    view = $3
    was_alone = 0
    body = said = ""
    in_view = 1
    next
}
in_view && /^ *-- / {
    said = said remark($0)
    next
}
in_view {
    text = $0
    sub(/ -- .*/, "", text)
    sub(/^ +/, "", text)
    body = body (body == "" ? "" : " ") text
    if (text ~ /;$/) {
        in_view = 0
        list = columns_of(body)
        views = views ".SS " roff(view) "\n" said (said == "" ? "" : ".PP\n") "Columns: " roff(list) ".\n"
    }
    next
}

# ---------------------------------------------------------------------------------------------------------------- fixed rows

# The values of a row ('a', 1, 'b''c'), quotes taken off, into value[1], value[2] ...
function values_of(row,    i, n, c, count, quoted) {
    sub(/^ *\(/, "", row)
    n = length(row)
    count = 1
    value[1] = ""
    for (i = 1; i <= n; i++) {
        c = substr(row, i, 1)
        if (c == "'" && quoted && substr(row, i + 1, 1) == "'")
            value[count] = value[count] substr(row, i++, 1)
        else if (c == "'")
            quoted = !quoted
        else if (c == "," && !quoted)
            value[++count] = ""
        else if (c == ")" && !quoted)
            return count
        else if (quoted || c != " ")
            value[count] = value[count] c
    }
    return count
}

/^INSERT INTO (rule|state|action|workflow|template)\(.*VALUES$/ {
    kind = $3
    sub(/\(.*/, "", kind)
    list = $0
    sub(/^[^(]*\(/, "", list)
    sub(/\).*/, "", list)
    n = split(list, heading, ", ")
    for (i = 1; i <= n; i++)
        place[heading[i]] = i
    in_rows = 1
    next
}
in_rows && /^ *\('/ {
    values_of($0)
    rows[kind] = rows[kind] ".TP\n.B " (kind == "rule" ? "tl:" : "") roff(value[place["name"]]) "\n" roff(value[place["en"]]) \
        (kind == "rule" ? "" : " (" roff(value[place["zh"]]) ")") "\n"
    if (/;$/)
        in_rows = 0
    next
}

# ---------------------------------------------------------------------------------------------------------------------- page

function example(    text) {
    text = "INSERT INTO post(action, actor, code, title) VALUES ('add_unit', 'li', 'works', 'Public works');\n" \
        "INSERT INTO post(action, actor, code, title, kind) VALUES ('add_ledger', 'li', 'tasks', 'Tasks', 'tasks');\n" \
        "INSERT INTO post(action, actor, ledger, title, due)\n" \
        "  SELECT 'register', 'li', id, 'Repair the bridge', '2030-06-30' FROM ledger WHERE code = 'tasks';\n" \
        "SELECT ref, title, state, days_left, light FROM item_status;\n" \
        "SELECT en FROM rule WHERE name = 'item.lead';"
    print ".PP\n.RS 4\n.nf\n" roff(text) "\n.fi\n.RE"
}

END {
    print ".\\\" Made by schema/manual.sh from the schema files."
    printf ".TH TASKLEDGER 5 \"\" \"taskledger %s\" \"File formats\"\n.ad l\n.nh\n", version
    print ".SH NAME\ntaskledger \\- the book: a SQLite file whose rules are its own triggers"
    print ".SH DESCRIPTION\nA book is a SQLite 3 database. Its\n.B application_id\nis 0x746c6231, its\n.B user_version\nthe format, major \\(mu 1000 + minor:\n" format "."
    print "A program uses a book of any minor of its major, brings an older one up to its own when it opens it for writing,"
    print "and refuses a newer major. Names, columns and meanings are kept within a major; columns may be added."
    print ".PP\nNothing changes but by an entry in the journal, the table\n.BR entry .\nThe door to it is the view\n.BR post :"
    print "what an INSERT into it leaves out is filled in, what the rules do not allow is refused with a token,\n.BR tl:item.lead ;"
    print "the table\n.B rule\nsays it in words. The other tables hold the present, and only the triggers of\n.B entry\nwrite to them."
    print ".PP\nDates are text, 2023\\-06\\-30; times are UTC, 2023\\-06\\-30T08:15:00.000Z; decimals are text, as they were given."
    printf ".SH TABLES\n%s.SH VIEWS\n%s", tables, views
    printf ".SH STATES\n%s.SH ACTIONS\n%s.SH WORKFLOWS\n%s.SH TEMPLATES\n%s", rows["state"], rows["action"], rows["workflow"], rows["template"]
    printf ".SH RULES\nWhat a refusal means.\n%s", rows["rule"]
    print ".SH EXAMPLES\nIn\n.BR \"sqlite3 taskledger.db\" :"
    example()
    print ".SH SEE ALSO\n.BR taskledger (1)\n(the command line),\n.BR taskledger (3)\n(the C library),\n.BR sqlite3 (1)"
}
