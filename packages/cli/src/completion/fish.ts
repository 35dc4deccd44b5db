import type { CommandWords, OptionWords } from './word-lists.ts'

/** Completion for fish. */
export function fishScript(commands: readonly CommandWords[]): string {
  const lines = ['# Completion of btn for fish.', 'complete -c btn -f']
  for (const { names, help, options, arguments: words } of commands) {
    for (const name of names) {
      lines.push(`complete -c btn -n __fish_use_subcommand -a ${name} -d ${quote(help)}`)
    }
    const when = `-n '__fish_seen_subcommand_from ${names.join(' ')}'`
    if (words.length > 0) lines.push(`complete -c btn ${when} -a '${words.join(' ')}'`)
    for (const option of options) lines.push(`complete -c btn ${when} ${optionWords(option)}`)
  }
  return `${lines.join('\n')}\n`
}

function optionWords({ flags, help, value }: OptionWords): string {
  const names = flags.map((flag) =>
    flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
  )
  return [...names, ...action(value), `-d ${quote(help)}`].join(' ')
}

function action(value: OptionWords['value']): readonly string[] {
  if (value === 'none') return []
  if (value === 'node') return ['-x', `-a '(btn ls --quiet --output name 2>/dev/null)'`]
  if (value === 'folder') return ['-x', `-a '(__fish_complete_directories)'`]
  return value === 'any' ? ['-x'] : ['-x', `-a '${value.join(' ')}'`]
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
