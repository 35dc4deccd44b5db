import type { CommandWords, OptionWords } from './word-lists.ts'

/** Completion for Zsh. */
export function zshScript(commands: readonly CommandWords[]): string {
  const list = commands.flatMap((it) =>
    it.names.map((name) => `    ${quote(`${name}:${it.help}`)}`),
  )
  const cases = commands.map((it) => {
    const specs = it.options.map((option) => `        ${optionSpec(option)}`)
    const words =
      it.arguments.length > 0 ? [`        ${quote(`1:value:(${it.arguments.join(' ')})`)}`] : []
    return [
      `      ${it.names.join('|')}) _arguments \\`,
      [...specs, ...words].join(' \\\n'),
      '        ;;',
    ].join('\n')
  })
  return `#compdef btn
# Completion of btn for Zsh.
_btn_nodes() {
  local -a nodes
  nodes=(\${(f)"$(btn ls --quiet --output name 2>/dev/null)"})
  compadd -a nodes
}
_btn() {
  local -a commands
  commands=(
${list.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join('\n')}
  esac
}
if [ "$funcstack[1]" = "_btn" ]; then _btn "$@"; else compdef _btn btn; fi
`
}

function optionSpec({ flags, help, value }: OptionWords): string {
  const names = flags.length > 1 ? `{${flags.join(',')}}` : (flags[0] ?? '')
  return `${names}${quote(`[${help.replaceAll(/[[\]]/g, '').replaceAll(':', '\\:')}]${action(value)}`)}`
}

function action(value: OptionWords['value']): string {
  if (value === 'none') return ''
  if (value === 'node') return ':node:_btn_nodes'
  if (value === 'folder') return ':folder:_files -/'
  return value === 'any' ? ':value:' : `:value:(${value.join(' ')})`
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
