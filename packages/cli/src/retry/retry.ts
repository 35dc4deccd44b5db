import { relative, resolve } from 'node:path'
import { diagnostic } from '@btn/diagnostics'
import type { Again, AnyCommand, Call, ExitCode } from '../commands/command.ts'
import { withProject, type Opened } from '../open-project.ts'
import { readPreviousRun, type PreviousRun } from '../project.ts'
import { line } from '../terminal/entry.ts'
import { newOptions, toOptions } from './to-options.ts'

/** Statuses of nodes that are tried again. */
const RETRIED = ['error', 'fail', 'skipped', 'runtime error', 'partial success']

/** `btn retry`: the last command again, with its options, for what did not succeed. */
export async function retry(call: Call, commands: readonly AnyCommand[]): Promise<ExitCode> {
  let next: (() => Promise<ExitCode>) | undefined
  const code = await withProject(call, { which: 'retry', needsTarget: false }, async (opened) => {
    const previous = findPrevious(opened)
    if (!previous) return 1
    const command = findCommand(previous, commands)
    if (!command) {
      opened.tell([diagnostic('retry-not-possible', { command: wordOf(previous) })])
      return 1
    }
    const again = toAgain(previous, opened.project.flags.warn_error)
    if (command.name === 'run-operation' && again.only.size === 0) return keep(opened, previous)
    next = () => command.run(toCall(call, command, previous, again))
    return 0
  })
  return next ? next() : code
}

function findPrevious(opened: Opened): PreviousRun | undefined {
  const { call, host, project } = opened
  const { state } = project.flags
  const folder =
    state === undefined ? project.targetPath : resolve(call.session.workingDirectory, state)
  const { value, diagnostics } = readPreviousRun(host, folder)
  if (opened.tell(diagnostics)) return undefined
  if (!value) {
    const path = state ?? relative(project.root, folder)
    opened.tell([diagnostic('previous-run-missing', { path })])
  }
  return value
}

function wordOf({ args }: PreviousRun): string {
  return String(args['which'] ?? '')
}

const RETRYABLE = [
  'build',
  'clone',
  'compile',
  'generate',
  'load',
  'run',
  'run-operation',
  'seed',
  'snapshot',
  'test',
]

function findCommand(
  previous: PreviousRun,
  commands: readonly AnyCommand[],
): AnyCommand | undefined {
  const word = wordOf(previous)
  if (!RETRYABLE.includes(word)) return undefined
  // dbt's word for `docs generate`.
  const name = word === 'generate' ? 'docs' : word
  return commands.find((it) => it.name === name)
}

function toAgain(previous: PreviousRun, isWarnError: boolean): Again {
  const statuses = isWarnError ? [...RETRIED, 'warn'] : RETRIED
  const isOperation = wordOf(previous) === 'run-operation'
  const due = previous.results.filter(
    ({ node, status }) =>
      statuses.includes(status) && (isOperation || !node.startsWith('operation.')),
  )
  const batches = due.flatMap(({ node, batches: of }) =>
    of && of.successful.length > 0 && of.failed.length > 0 ? [[node, of] as const] : [],
  )
  const overloads = due.flatMap(({ node, overloads: of }) =>
    of && of.failed.length > 0 ? [[node, of] as const] : [],
  )
  return {
    only: new Set(due.map(({ node }) => node)),
    batches: new Map(batches),
    overloads: new Map(overloads),
    startedAt: previous.startedAt,
  }
}

/** An operation that succeeded is not called again, and stays the last command on record. */
function keep({ host, output, project }: Opened, { text }: PreviousRun): ExitCode {
  host.writeText(`${project.targetPath}/run_results.json`, text)
  output.tell(line('NothingToDo', 'Q035', 'Nothing to do: the operation has succeeded.'))
  return 0
}

function toCall(call: Call, command: AnyCommand, previous: PreviousRun, again: Again): Call {
  const { args } = previous
  const macro = args['macro']
  const isDocs = command.name === 'docs'
  return {
    argument: isDocs ? 'generate' : typeof macro === 'string' ? macro : undefined,
    options: { ...toOptions(command, args), ...newOptions(call.options) },
    session: call.session,
    again,
  }
}
