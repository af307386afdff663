# roff.awk - what lib/manual.sh and schema/manual.sh share: text as roff. Run it with LC_ALL=C: awk then sees bytes in every implementation.

# Each byte above ASCII as its number.
function roff_begin(    i) {
    for (i = 128; i < 256; i++)
        roff_byte[sprintf("%c", i)] = i
}

# UTF-8 becomes \[uXXXX], so that the page reads the same whatever formats it.
function roff_unicode(text,    out, i, n, c, byte, code) {
    if (text !~ /[^ -~\t]/)
        return text
    n = length(text)
    for (i = 1; i <= n; i++) {
        c = substr(text, i, 1)
        if (!(c in roff_byte)) {
            out = out c
            continue
        }
        byte = roff_byte[c]
        code = byte >= 240 ? byte - 240 : byte >= 224 ? byte - 224 : byte - 192
        while (i < n && (substr(text, i + 1, 1) in roff_byte) && roff_byte[substr(text, i + 1, 1)] < 192)
            code = code * 64 + roff_byte[substr(text, ++i, 1)] - 128
        out = out sprintf("\\[u%04X]", code)
    }
    return out
}

# Text letter by letter: nothing in it is a request, and what is copied from the page is what stood here.
function roff(text) {
    gsub(/\\/, "\\e", text)
    gsub(/-/, "\\-", text)
    gsub(/'/, "\\(aq", text)
    gsub(/`/, "\\(ga", text)
    gsub(/\^/, "\\(ha", text)
    gsub(/~/, "\\(ti", text)
    if (text ~ /^\./)
        text = "\\&" text
    return roff_unicode(text)
}
