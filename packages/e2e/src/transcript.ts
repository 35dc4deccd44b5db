/** One command of a session and what it printed. */
export interface Exchange {
  readonly command: string
  /** Without the last line break. */
  readonly output: string
  readonly exitCode: number
}

const EXIT = /^\[exit (\d+)\]$/

/** Reads a transcript: each command after `$ `, its output below, `[exit n]` if not 0. Lines before the first command are a comment. */
export function parseTranscript(text: string): {
  readonly comment: string
  readonly exchanges: readonly Exchange[]
} {
  const [comment = '', ...blocks] = text.split(/^\$ /m)
  return { comment, exchanges: blocks.map(parseBlock) }
}

function parseBlock(block: string): Exchange {
  const [command = '', ...lines] = block.trimEnd().split('\n')
  const exit = EXIT.exec(lines.at(-1) ?? '')
  const output = (exit ? lines.slice(0, -1) : lines).join('\n')
  return { command, output, exitCode: Number(exit?.[1] ?? 0) }
}

export function printTranscript(comment: string, exchanges: readonly Exchange[]): string {
  return comment + exchanges.map(printExchange).join('\n')
}

function printExchange({ command, output, exitCode }: Exchange): string {
  const exit = exitCode === 0 ? [] : [`[exit ${exitCode}]`]
  return `${[`$ ${command}`, ...(output ? [output] : []), ...exit].join('\n')}\n`
}
