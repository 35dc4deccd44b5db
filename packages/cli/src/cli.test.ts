import { expect, it } from 'vitest'
import { runCli } from './cli.ts'

/** What a command line prints on each stream, and its exit code. Only for what needs no project. */
async function play(line: string) {
  const written = { out: '', err: '' }
  const stream = (name: 'out' | 'err') => ({
    isTty: false,
    columns: undefined,
    write: (text: string) => void (written[name] += text),
  })
  const words = line.split(' ').filter(Boolean)
  const exitCode = await runCli(words, {
    terminal: { out: stream('out'), err: stream('err'), ask: async () => undefined },
    environment: {},
    workingDirectory: '/nowhere',
    words,
    startedAt: new Date(0),
  })
  return { ...written, exitCode }
}

it.each([
  ['', 2, 'Usage: btn <command>'],
  ['--help', 0, 'Usage: btn <command>'],
  ['help', 0, 'Usage: btn <command>'],
  ['help ls', 0, 'Usage: btn list|ls [options]'],
  ['ls --help', 0, 'Usage: btn list|ls [options]'],
  ['--target prod build -h', 0, 'Usage: btn build [options]'],
  ['--version', 0, 'compatible with dbt 1.12.6'],
  ['completion fish', 0, 'complete -c btn'],
])('btn %s', async (line, exitCode, text) => {
  const played = await play(line)
  expect(played).toMatchObject({ exitCode, err: '' })
  expect(played.out).toContain(text)
})

it.each([
  ['biuld', 'error[unknown-command]'],
  ['help biuld', 'error[unknown-command]'],
  ['--hlep', 'error[unknown-option]'],
  ['login', 'error[command-not-supported]'],
  ['build --slect x', 'error[unknown-option]'],
  ['build orders', 'error[unexpected-argument]'],
  ['completion', 'error[missing-argument]'],
])('btn %s is wrong usage', async (line, text) => {
  const played = await play(line)
  expect(played).toMatchObject({ exitCode: 2, out: '' })
  expect(played.err).toContain(text)
})
