import { diagnostic, renderText } from '@btn/diagnostics'
import type { Call, ExitCode } from '../commands/command.ts'
import { commands } from '../commands/index.ts'
import { bashScript } from './bash.ts'
import { fishScript } from './fish.ts'
import { toWordLists } from './word-lists.ts'
import { zshScript } from './zsh.ts'

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript }

export async function printCompletion({ argument, session }: Call): Promise<ExitCode> {
  const { out, err } = session.terminal
  if (argument !== 'bash' && argument !== 'zsh' && argument !== 'fish') {
    const item = argument
      ? diagnostic('invalid-option-value', {
          option: 'the shell',
          value: argument,
          expected: 'bash, zsh or fish',
        })
      : diagnostic('missing-argument', {
          command: 'completion',
          argument: 'the shell: bash, zsh or fish',
        })
    err.write(`${renderText(item)}\n`)
    return 2
  }
  out.write(scripts[argument](toWordLists(commands)))
  return 0
}
