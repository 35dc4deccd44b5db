import { spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const repository = fileURLToPath(new URL('../../../', import.meta.url))
export const binary = join(repository, 'packages/cli/bin/btn.js')

/** A folder of its own for one test, with `btn` on the path. */
export interface Workspace {
  readonly folder: string
  readonly environment: Readonly<Record<string, string>>
  remove(): void
}

/** Copies a project to a temporary folder, without what belongs to the test. */
export function createWorkspace(project?: string): Workspace {
  if (!existsSync(join(repository, 'packages/cli/dist/main.cjs'))) {
    throw new Error('btn is not built yet: npm run build')
  }
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'btn-e2e-')))
  const folder = join(root, 'project')
  const notCopied = /\/(session\.txt|expected|target|logs|node_modules)$/
  if (project) cpSync(project, folder, { recursive: true, filter: (path) => !notCopied.test(path) })
  else mkdirSync(folder)
  mkdirSync(join(root, 'bin'))
  mkdirSync(join(root, 'home'))
  symlinkSync(binary, join(root, 'bin/btn'))
  const environment = {
    PATH: [join(root, 'bin'), process.env['PATH'] ?? ''].join(delimiter),
    HOME: join(root, 'home'),
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    NO_COLOR: '1',
  }
  return { folder, environment, remove: () => rmSync(root, { recursive: true, force: true }) }
}

/** Writes a file of a workspace, and makes the folders that it lies in. */
export function writeText({ folder }: Workspace, path: string, text: string): void {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

export interface Finished {
  readonly output: string
  readonly exitCode: number
}

/** Runs a line of shell in the workspace; both streams arrive in one, as on a terminal. */
export function runLine(line: string, { folder, environment }: Workspace): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-c', `exec 2>&1; ${line}`], {
      cwd: folder,
      env: environment,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code, signal) => {
      const output = Buffer.concat(chunks).toString('utf8')
      resolve({ output, exitCode: code ?? 128 + (signal === 'SIGKILL' ? 9 : 15) })
    })
  })
}
