/** What the shells load: thin, since `hafs complete` knows everything. */

export const SHELLS = ['bash', 'zsh'] as const;
export type Shell = (typeof SHELLS)[number];

/** The first line of what `hafs complete` prints says what the rest is. */
export const WORDS_MARK = 'words';

const BASH = `# bash completion for hafs
_hafs() {
  local words=("\${COMP_WORDS[@]:1:COMP_CWORD}") answer
  # Bash takes VOL:/PATH and HOST:PORT for several words: put together again what no blank separates.
  if declare -F _get_comp_words_by_ref >/dev/null; then
    local cur cword prev
    _get_comp_words_by_ref -n : cur prev words cword
    words=("\${words[@]:1:cword}")
  fi
  mapfile -t answer < <("\${COMP_WORDS[0]}" complete -- "\${words[@]}" 2>/dev/null)
  COMPREPLY=()
  case "\${answer[0]}" in
    files) compopt -o default ;;
    directories) compopt -o dirnames ;;
    ${WORDS_MARK})
      local line
      for line in "\${answer[@]:1}"; do COMPREPLY+=("\${line%%$'\\t'*}"); done
      if [[ \${COMPREPLY[0]} == *:/ || \${COMPREPLY[0]} == *= ]]; then compopt -o nospace; fi
      if declare -F __ltrim_colon_completions >/dev/null; then __ltrim_colon_completions "\${words[-1]}"; fi
      ;;
  esac
}
complete -F _hafs hafs
`;

const ZSH = `#compdef hafs
# zsh completion for hafs
_hafs() {
  local -a answer candidates
  local line
  answer=("\${(@f)$("\${words[1]}" complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  case "\${answer[1]}" in
    files) _files ;;
    directories) _files -/ ;;
    ${WORDS_MARK})
      for line in "\${(@)answer[2,-1]}"; do
        local value="\${line%%$'\\t'*}" description="\${line#*$'\\t'}"
        candidates+=("\${value//:/\\\\:}\${description:+:\$description}")
      done
      _describe hafs candidates
      ;;
  esac
}
if [ "\$funcstack[1]" = _hafs ]; then _hafs; else compdef _hafs hafs; fi
`;

export const shellScript = (shell: Shell): string => (shell === 'bash' ? BASH : ZSH);
