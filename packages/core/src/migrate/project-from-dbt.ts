import type { JsonObject } from '../types/index.ts'
import { escapePattern } from '../names/escape-pattern.ts'
import { findEntry, stringifyYaml, type YamlMap, type YamlNode } from '../yaml/index.ts'

/** A YAML file and where things are in it. */
export interface MigrationFile {
  readonly source: { readonly path: string; readonly text: string }
  readonly root: YamlMap
  readonly value: JsonObject
}

export interface Migration {
  /** dbt_project.yml. */
  readonly project: MigrationFile
  /** profiles.yml, and the profile in it that the project uses. */
  readonly profiles: MigrationFile
  readonly profileName: string
  /** Where packages are installed; undefined when the project has none. */
  readonly packagesPath: string | undefined
}

/**
 * The text of a `project.yml` that means what a `dbt_project.yml` and its profile mean. The project's own lines stay as they are, with
 * their comments; the profile's come after them, unindented.
 */
export function projectFromDbt(migration: Migration): string {
  const { project, packagesPath } = migration
  const own = project.source.text.trimEnd()
  const hasPackagesPath = 'packages-install-path' in project.value
  const packages =
    packagesPath === undefined || hasPackagesPath
      ? ''
      : `\n\n# Where the packages are already; of itself it would be btn_packages.\npackages-install-path: ${packagesPath}`
  return `${own}${packages}\n\n# The connections, from ${nameOf(migration.profiles)}.\n${profileText(migration)}`
}

function nameOf({ source }: MigrationFile): string {
  return source.path.slice(source.path.lastIndexOf('/') + 1)
}

/** `target:` and `outputs:` of the profile. */
function profileText(migration: Migration): string {
  const { profiles, profileName } = migration
  const node = findEntry(profiles.root, profileName)?.value
  if (node?.kind !== 'map') return ''
  const { text } = profiles.source
  const isBlock = /^\s*$/.test(text.slice(text.lastIndexOf('\n', node.start) + 1, node.start))
  const block = isBlock ? unindented(text, node) : dumped(profiles.value[profileName])
  return withPaths(block, node)
}

function dumped(profile: JsonObject[string] | undefined): string {
  return stringifyYaml(profile ?? {}, false)
}

/** Lines of a block, from the first key on, and comments before it, moved to the left. */
function unindented(text: string, node: YamlNode): string {
  const lineStart = text.lastIndexOf('\n', node.start - 1) + 1
  const margin = text.slice(lineStart, node.start)
  const end = endOfBlock(text, node.end)
  const before = commentsBefore(text, lineStart)
  return text
    .slice(before, end)
    .trimEnd()
    .split('\n')
    .map((line) => (line.startsWith(margin) ? line.slice(margin.length) : line.trimStart()))
    .join('\n')
    .concat('\n')
}

/** What stands behind the last value on its line belongs to it. */
function endOfBlock(text: string, end: number): number {
  const lineEnd = text.indexOf('\n', Math.max(end - 1, 0))
  return lineEnd === -1 ? text.length : lineEnd
}

function commentsBefore(text: string, lineStart: number): number {
  let start = lineStart
  while (start > 0) {
    const previous = text.lastIndexOf('\n', start - 2) + 1
    if (!/^\s+#/.test(text.slice(previous, start))) break
    start = previous
  }
  return start
}

/** A DuckDB output without a path is a database in memory to dbt, and a file to a project.yml. */
function withPaths(block: string, profile: YamlMap): string {
  const outputs = findEntry(profile, 'outputs')?.value
  if (outputs?.kind !== 'map') return block
  const needed = outputs.entries.filter(({ value }) => {
    const type = findEntry(value, 'type')?.value
    const isDuckdb = type?.kind === 'scalar' && type.value === 'duckdb'
    return isDuckdb && !findEntry(value, 'path')
  })
  return needed.reduce((text, { key }) => addPath(text, key), block)
}

function addPath(block: string, output: string): string {
  const name = escapePattern(output)
  const inFlow = new RegExp(`(\\b${name}["']?:\\s*\\{)`)
  if (inFlow.test(block)) return block.replace(inFlow, `$1path: ':memory:', `)
  const inBlock = new RegExp(`^( *)(["']?${name}["']?:[^\\n]*\\n)((?: *#[^\\n]*\\n)*)( +)`, 'm')
  return block.replace(
    inBlock,
    (_, indent: string, key: string, comments: string, margin: string) =>
      [indent, key, comments, margin, "path: ':memory:'\n", margin].join(''),
  )
}
