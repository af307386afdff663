# bash completion for taskledger. It knows nothing itself: the program says what may stand where, from its tables and from the book.
# shellcheck shell=bash

_taskledger() {
    local program=${1/#\~/$HOME} words=() word line i count behind_equals
    COMPREPLY=()
    # Quotes go, and what bash takes apart at "=" is put together again.
    for ((i = 1; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]//[\\\"\']/}
        count=${#words[@]}
        if ((count > 0)) && [[ $word == '=' && ${words[count - 1]} == --?* && ${words[count - 1]} != *=* ]]; then
            words[count - 1]+='='
            behind_equals=1
        elif [[ -n $behind_equals ]]; then
            words[count - 1]+=$word
            behind_equals=
        else
            words+=("$word")
        fi
    done
    while IFS= read -r line; do
        line=${line%%$'\t'*}
        if [[ $line == :file ]]; then
            compopt -o default 2>/dev/null
            return
        fi
        [[ $line == */ ]] && compopt -o nospace 2>/dev/null
        [[ $line == --*=* && $COMP_WORDBREAKS == *=* ]] && line=${line#*=}
        [[ $line == *[[:space:]\\\"\'\$\&\;\|\<\>\(\)\{\}\*\?\[\]\#\~\!\`]* ]] && printf -v line %q "$line"
        COMPREPLY+=("$line")
    done < <("$program" --complete line "${words[@]}" 2>/dev/null)
}

complete -F _taskledger taskledger
