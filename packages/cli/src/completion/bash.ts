import type { CommandWords } from './word-lists.ts'

/** Completion for Bash. Names of nodes come from `btn ls`, which reads what it parsed before. */
export function bashScript(commands: readonly CommandWords[]): string {
  const names = commands.flatMap((it) => it.names).join(' ')
  const cases = commands.map((it) => {
    const flags = it.options.flatMap((option) => option.flags)
    return `    ${it.names.join('|')}) words="${[...flags, ...it.arguments, '--help'].join(' ')}" ;;`
  })
  return `# Completion of btn for Bash.
_btn() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command= words= word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in -*) ;; *) command="$word"; break ;; esac
  done
  case "$previous" in
${valueCases(commands)}
    --project-dir|--profiles-dir|--target-path|--log-path) COMPREPLY=($(compgen -d -- "$current")); return ;;
    -s|-m|--select|--models|--exclude) COMPREPLY=($(compgen -W "$(btn ls --quiet --output name 2>/dev/null)" -- "$current")); return ;;
  esac
  case "$command" in
    "") words="${names} help --help --version" ;;
${cases.join('\n')}
    help) words="${names}" ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -F _btn btn
`
}

function valueCases(commands: readonly CommandWords[]): string {
  const cases = new Map<string, string>()
  for (const { flags, value } of commands.flatMap((it) => it.options)) {
    if (typeof value === 'string') continue
    const known = cases.get(flags.join('|'))?.split(' ') ?? []
    cases.set(flags.join('|'), [...new Set([...known, ...value])].join(' '))
  }
  return [...cases]
    .map(
      ([flags, words]) =>
        `    ${flags}) COMPREPLY=($(compgen -W "${words}" -- "$current")); return ;;`,
    )
    .join('\n')
}
