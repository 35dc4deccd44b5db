import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { listFiles, readActual } from './expected-files.ts'
import { normalize } from './normalize.ts'
import { parseTranscript, printTranscript, type Exchange } from './transcript.ts'
import { createWorkspace, repository, runLine, type Workspace } from './workspace.ts'

const home = join(repository, 'packages/e2e')
export const fixtures = join(home, 'fixtures')

/** A file of a case as it should be and as it is. */
export interface Compared {
  readonly file: string
  readonly expected: string
  readonly actual: string
}

/** Every folder below fixtures/ that has a session. */
export function listCases(): readonly string[] {
  return listFiles(fixtures)
    .filter((path) => path.endsWith('/session.txt'))
    .map(dirname)
}

/**
 * Plays the session of a case in a copy of its project. With UPDATE=1 what came out becomes what is expected (never in CI);
 * otherwise a difference is left in actual/, to be compared with fixtures/.
 */
export async function playCase(name: string): Promise<readonly Compared[]> {
  const folder = join(fixtures, name)
  const workspace = createWorkspace(folder)
  try {
    const compared = await compareAll(folder, workspace)
    keep(name, folder, compared)
    return compared
  } finally {
    workspace.remove()
  }
}

async function compareAll(folder: string, workspace: Workspace): Promise<readonly Compared[]> {
  const userHome = workspace.environment['HOME'] ?? ''
  const places = { project: workspace.folder, root: dirname(workspace.folder), home: userHome }
  const session = readFileSync(join(folder, 'session.txt'), 'utf8')
  const { comment, exchanges } = parseTranscript(session)
  const played: Exchange[] = []
  for (const { command } of exchanges) {
    const { output, exitCode } = await runLine(command, workspace)
    played.push({ command, output: normalize(output, places).trimEnd(), exitCode })
  }
  const actual = printTranscript(comment, played)
  const compared: Compared[] = [{ file: 'session.txt', expected: session, actual }]
  for (const path of listFiles(join(folder, 'expected'))) {
    const file = join('expected', path)
    const expected = readFileSync(join(folder, file), 'utf8')
    compared.push({ file, expected, actual: normalize(await readActual(path, workspace), places) })
  }
  return compared
}

function keep(name: string, folder: string, compared: readonly Compared[]): void {
  const isUpdate = process.env['UPDATE'] === '1' && !process.env['CI']
  const left = join(home, 'actual', name)
  rmSync(left, { recursive: true, force: true })
  for (const { file, expected, actual } of compared) {
    if (expected === actual) continue
    const target = join(isUpdate ? folder : left, file)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, actual)
  }
}
