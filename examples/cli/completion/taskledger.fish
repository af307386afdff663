# fish completion for taskledger. It knows nothing itself: the program says what may stand where, from its tables and from the book.

function __taskledger_complete
    set -l words (commandline --tokenize --cut-at-cursor --current-process)
    set -l current (commandline --current-token --cut-at-cursor)
    set -l program $words[1]
    set -e words[1]
    set -l lines ($program --complete line $words "$current" 2>/dev/null)
    if test "$lines[1]" = :file
        __fish_complete_path "$current"
    else if set -q lines[1]
        printf '%s\n' $lines
    end
end

complete --command taskledger --no-files --keep-order --arguments '(__taskledger_complete)'
