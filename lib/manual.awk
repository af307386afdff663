# manual.awk - the public header as the manual page taskledger(3); run by manual.sh together with roff.awk.

BEGIN {
    roff_begin()
    print ".\\\" Made by lib/manual.sh from taskledger.h."
}

/^#define TL_VERSION_TEXT/ {
    split($0, part, "\"")
    version = part[2]
}

# ------------------------------------------------------------------------------------- the first comment: what the library is, its conventions

function begin_page() {
    printf ".TH TASKLEDGER 3 \"\" \"taskledger %s\" \"Library\"\n.ad l\n.nh\n", version
    print ".SH NAME\nlibtaskledger \\- embedded, SQLite\\-backed task ledger"
    print ".SH SYNOPSIS\n.B #include <taskledger.h>\n.PP\ncc program.c $(pkg\\-config \\-\\-cflags \\-\\-libs taskledger)"
    print ".SH DESCRIPTION"
    printf "%s", description
}

function describe(text) {
    sub(/^\/?\*+\/? ?/, "", text)
    sub(/^ \*\/? ?/, "", text)
    sub(/ *\*\/$/, "", text)
    if (text ~ /^   ?[A-Z][a-z]+  +[^ ]/) {
        sub(/^ +/, "", text)
        term = text
        sub(/ .*/, "", term)
        sub(/^[^ ]+ +/, "", text)
        description = description ".TP\n.B " roff(term) "\n" roff(text) "\n"
        in_terms = 1
    } else if (text == "") {
        gap = ".PP\n"
    } else if (text == "Conventions") {
        description = description ".SS Conventions\n"
        gap = ""
    } else if (text ~ /^ / || !in_terms) {
        sub(/^ +/, "", text)
        description = description gap roff(text) "\n"
        gap = ""
    } else {
        in_terms = 0
        description = description ".PP\n" roff(text) "\n"
    }
}

!described {
    if (FNR > 2)
        describe($0)
    if (/\*\/[ \t]*$/)
        described = 1
    next
}

# ------------------------------------------------------------------------------------------------------------------ what is collected

function paragraph() {
    if (!after_heading)
        print ".PP"
    after_heading = 0
}

# The code without the comments in it, the comment above it, then what stood behind each name.
function flush_group(    i) {
    if (lines > 0 || comment != "")
        paragraph()
    if (lines > 0) {
        print ".nf"
        for (i = 1; i <= lines; i++)
            print (line[i] == "" ? "" : "\\fB" roff(line[i]) "\\fR")
        print ".fi"
    }
    if (comment != "")
        printf "%s", (lines > 0 ? ".RS 4\n" comment ".RE\n" : comment)
    if (notes > 0)
        print ".RS 4"
    for (i = 1; i <= notes; i++)
        printf ".TP\n.I %s\n%s", roff(named[i]), note[i]
    if (notes > 0)
        print ".RE"
    comment = ""
    lines = notes = 0
}

function bare(text) {
    sub(/^[ \t]*\/\* ?/, "", text)
    sub(/^[ \t]*\* ?/, "", text)
    sub(/[ \t]*\*\/[ \t]*$/, "", text)
    return text == "" ? "" : roff(text) "\n"
}

# What a line of code declares: the name of a function, a macro, a type; the names of members.
function names_in(code,    part, i, n, out) {
    if (code ~ /^#define/) {
        split(code, part, " ")
        return part[2]
    }
    if (match(code, /\(\*[a-z_]+\)/))
        return substr(code, RSTART + 2, RLENGTH - 3)
    sub(/\(.*/, "", code)
    sub(/;.*/, "", code)
    n = split(code, part, ",")
    for (i = 1; i <= n; i++) {
        sub(/ +$/, "", part[i])
        sub(/^.*[ *]/, "", part[i])
        out = out (i > 1 ? ", " : "") part[i]
    }
    return out
}

# A line of code, what stands behind it taken off.
function add_code(text,    at, behind) {
    sub(/^TL_API /, "", text)
    at = index(text, "/*")
    if (at > 0) {
        behind = substr(text, at)
        text = substr(text, 1, at - 1)
        sub(/ +$/, "", text)
        named[++notes] = names_in(text)
        note[notes] = bare(behind)
        in_note = behind !~ /\*\//
    }
    line[++lines] = text
}

/^\/\* -+ .* \*\/$/ {
    flush_group()
    if (!sections++)
        begin_page()
    name = $0
    sub(/^\/\* -+ /, "", name)
    sub(/ \*\/$/, "", name)
    print ".SH " roff(toupper(name))
    after_heading = 1
    next
}
!sections || /^#(if|ifdef|ifndef|endif|undef)/ {
    next
}

# Every result is one line of a map.
/^#define TL_RESULT_MAP/ {
    flush_group()
    in_map = 1
    next
}
in_map {
    if (match($0, /\(TL_[A-Z]+, -?[0-9]+, "/)) {
        head = substr($0, RSTART + 1, RLENGTH - 3)
        meaning = substr($0, RSTART + RLENGTH)
        sub(/"\).*/, "", meaning)
        sub(/,/, " (", head)
        sub(/, *$/, "", head)
        gsub(/\( +/, "(", head)
        printf ".TP\n.B %s)\n%s\n", roff(head), roff(meaning)
    }
    if ($0 !~ /\\$/)
        in_map = 0
    next
}
/^enum tl_result \{/ {
    in_enum = 1
}
in_enum {
    if (/^\};/) {
        in_enum = 0
        print ".PP\n\\fBenum tl_result\\fR has them all."
    }
    next
}

in_note {
    note[notes] = note[notes] bare($0)
    in_note = !/\*\//
    next
}
in_comment {
    comment = comment bare($0)
    if (/\*\//)
        in_comment = 0
    next
}
/^$/ {
    if (!in_struct)
        flush_group()
    next
}
/^\/\*/ {
    if (lines > 0)
        flush_group()
    comment = comment bare($0)
    in_comment = !/\*\//
    next
}
/^\}$/ || /^#ifdef __cplusplus/ {
    next
}
/^#define TL_[A-Z_]*_INIT / {
    add_code($2 ";")
    next
}
{
    if (/^typedef struct .*\{/)
        in_struct = 1
    add_code($0)
    if (/^\}/)
        in_struct = 0
}

END {
    flush_group()
    print ".SH EXAMPLES\nSmall programs come with the library: hello.c, embed.c."
    print ".SH SEE ALSO\n.BR taskledger (1)\n(the command line),\n.BR taskledger (5)\n(the file and its SQL)"
}
