import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { runLine, type Workspace } from './workspace.ts'

/**
 * The file of a workspace that a file below `expected/` stands for: `compiled/…` and `run/…` lie in target/, `tables/main.orders.csv` is
 * asked of btn, everything else is at the same place in the project.
 */
export async function readActual(path: string, workspace: Workspace): Promise<string> {
  const table = /^tables\/(.*)\.csv$/.exec(path)?.[1]
  if (table !== undefined) return readTable(table, workspace)
  const isArtifact = /^(compiled|run)\/|^[\w-]+\.jsonl?$/.test(path)
  const file = join(workspace.folder, isArtifact ? 'target' : '', path)
  if (!existsSync(file)) return '(no such file)\n'
  const text = readFileSync(file, 'utf8')
  return path.endsWith('.json') ? `${JSON.stringify(JSON.parse(text), null, 2)}\n` : text
}

/** Every file below a folder, relative to it, sorted; none when there is no such folder. */
export function listFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort()
}

async function readTable(table: string, workspace: Workspace): Promise<string> {
  const sql = `select * from ${table} order by all`
  const line = `btn show --quiet --output json --limit -1 --inline ${JSON.stringify(sql)}`
  const { output, exitCode } = await runLine(line, workspace)
  if (exitCode !== 0) return output
  const { show: rows }: { readonly show: readonly object[] } = JSON.parse(output)
  const [first] = rows
  if (!first) return '(no rows)\n'
  const lines = rows.map((row) => Object.values(row).map(toField).join(','))
  return `${[Object.keys(first).join(','), ...lines].join('\n')}\n`
}

function toField(value: unknown): string {
  if (value === null) return ''
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return /[",\n]/.test(text) || text === '' ? `"${text.replaceAll('"', '""')}"` : text
}
