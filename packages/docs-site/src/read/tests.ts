import type { Html, JsonObject, RunInfo, TestInfo } from '../data/index.ts'
import { subjectOf, type Edges } from './edges.ts'
import type { Entry } from './entries.ts'
import { isObject, objectAt, settled, textAt, tidy } from './json.ts'
import { pushTo } from './push-to.ts'

/** The tests of a node. */
export interface TestsOf {
  /** By name of the column, in lower case. */
  readonly columns: ReadonlyMap<string, readonly TestInfo[]>
  /** Of the whole. */
  readonly whole: readonly TestInfo[]
  readonly units: readonly TestInfo[]
}

export interface Tests {
  /** Every test and unit test, by its id. */
  readonly all: ReadonlyMap<string, TestInfo>
  /** What each test is of, where it is of one thing. */
  readonly subjects: ReadonlyMap<string, string>
  readonly ofNode: ReadonlyMap<string, TestsOf>
}

export const noTests: TestsOf = { columns: new Map(), whole: [], units: [] }

interface Sources {
  readonly entries: ReadonlyMap<string, Entry>
  readonly edges: Edges
  readonly runs: ReadonlyMap<string, readonly RunInfo[]>
  readonly markdown: (text: string) => Html
}

interface Growing {
  readonly columns: Map<string, TestInfo[]>
  readonly whole: TestInfo[]
  readonly units: TestInfo[]
}

export function readTests({ entries, edges, runs, markdown }: Sources): Tests {
  const all = new Map<string, TestInfo>()
  const subjects = new Map<string, string>()
  const ofNode = new Map<string, Growing>()
  for (const entry of entries.values()) {
    if (entry.kind !== 'test' && entry.kind !== 'unit_test') continue
    const test = toTest(entry, runs.get(entry.id)?.[0], markdown)
    all.set(entry.id, test)
    const subject = subjectOf(entry, edges.parents.get(entry.id) ?? [])
    if (subject) subjects.set(entry.id, subject)
    // A test of several is a test of each.
    const nodes = subject ? [subject] : (edges.parents.get(entry.id) ?? [])
    for (const id of nodes) add(ofNode, id, entry, test)
  }
  return { all, subjects, ofNode }
}

function add(ofNode: Map<string, Growing>, id: string, entry: Entry, test: TestInfo): void {
  const known: Growing = ofNode.get(id) ?? { columns: new Map(), whole: [], units: [] }
  ofNode.set(id, known)
  if (entry.kind === 'unit_test') known.units.push(test)
  else if (test.column === undefined) known.whole.push(test)
  else pushTo(known.columns, unquoted(test.column).toLowerCase(), test)
}

function toTest(
  { id, name, json }: Entry,
  last: RunInfo | undefined,
  markdown: (text: string) => Html,
): TestInfo {
  const definition = objectAt(json, 'test_metadata')
  const description = textAt(json, 'description')
  const severity = textAt(objectAt(json, 'config'), 'severity')?.toLowerCase()
  return settled<TestInfo>({
    id,
    name: nameOf(definition) ?? name,
    args: argumentsOf(definition),
    severity: severity === 'warn' ? 'warn' : 'error',
    column: textAt(json, 'column_name'),
    description: description === undefined ? undefined : markdown(description),
    last,
  })
}

function nameOf(definition: JsonObject): string | undefined {
  const [name, namespace] = [textAt(definition, 'name'), textAt(definition, 'namespace')]
  return name && namespace ? `${namespace}.${name}` : name
}

/** Said elsewhere: what the test is of. */
const ofWhat = new Set(['model', 'column_name'])

function argumentsOf(definition: JsonObject): JsonObject | undefined {
  const { kwargs } = definition
  if (!isObject(kwargs)) return undefined
  const args = tidy(kwargs, ofWhat)
  return Object.keys(args).length > 0 ? args : undefined
}

/** dbt notes the column of a test as SQL has it, quotes included where the column says `quote: true`. */
function unquoted(column: string): string {
  return column.replace(/^(["`[])(.*)["`\]]$/, '$2')
}
