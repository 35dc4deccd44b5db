import { diagnostic, findNearest, type Diagnostic } from '@btn/diagnostics'
import type { Command } from '../../types/index.ts'
import type { Selection } from './spec.ts'

/** Every resource type of dbt 1.12, whether a project has such nodes or not. */
export const resourceTypes: ReadonlySet<string> = new Set([
  'model',
  'analysis',
  'test',
  'snapshot',
  'operation',
  'seed',
  'source',
  'exposure',
  'metric',
  'saved_query',
  'semantic_model',
  'unit_test',
  'function',
  'report',
  'monitor',
])

const tests = ['test', 'unit_test']
const buildable = ['model', 'seed', 'snapshot', ...tests, 'saved_query', 'exposure', 'function']
/** Sources are built where files are loaded into them; monitors look at what was built; reports are written at the end. */
const loadable = ['source']
const ofBtn = [...loadable, 'monitor', 'report']
const executable = ['model', 'test', 'snapshot', 'analysis', 'operation', 'seed', 'function']
const referable = ['model', 'seed', 'snapshot']
const listed = [...buildable, 'source', 'metric', 'semantic_model', 'monitor', 'report']

interface Types {
  readonly all: readonly string[]
  readonly byDefault: readonly string[]
}

/** What a command works on; `--resource-type` chooses among `all`. */
const typesOf: Readonly<Record<Command, Types>> = {
  build: { all: [...buildable, ...ofBtn], byDefault: [...buildable, ...ofBtn] },
  plan: { all: [...buildable, ...ofBtn], byDefault: [...buildable, ...ofBtn] },
  check: { all: [...listed, 'analysis'], byDefault: [...listed, 'analysis'] },
  load: { all: loadable, byDefault: loadable },
  report: { all: ['report'], byDefault: ['report'] },
  monitor: { all: ['monitor'], byDefault: ['monitor'] },
  run: { all: ['model'], byDefault: ['model'] },
  seed: { all: ['seed'], byDefault: ['seed'] },
  snapshot: { all: ['snapshot'], byDefault: ['snapshot'] },
  test: { all: tests, byDefault: tests },
  compile: { all: executable, byDefault: executable },
  generate: { all: executable, byDefault: executable },
  freshness: { all: ['source'], byDefault: ['source'] },
  clone: { all: referable, byDefault: referable },
  show: { all: executable, byDefault: executable },
  list: { all: [...listed, 'analysis'], byDefault: listed },
  parse: { all: [], byDefault: [] },
  'run-operation': { all: [], byDefault: [] },
}

const words: ReadonlySet<string> = new Set([...resourceTypes, 'default', 'all'])

/** The resource types that a command takes, with what `--resource-type` and `--exclude-resource-type` say. */
export function findResourceTypes(
  command: Command,
  selection: Selection,
  report: (fault: Diagnostic) => void,
): ReadonlySet<string> {
  const { all, byDefault } = typesOf[command]
  const asked = selection.resourceTypes ?? []
  const dropped = selection.excludeResourceTypes ?? []
  for (const type of [...asked, ...dropped]) {
    if (words.has(type)) continue
    const nearest = findNearest(type, words)
    report(diagnostic('resource-type-unknown', { type, nearest }))
  }
  const expand = (type: string): readonly string[] =>
    type === 'all' ? all : type === 'default' ? byDefault : [type]
  const wanted = new Set(asked.length > 0 ? asked.flatMap(expand) : byDefault)
  for (const type of dropped.flatMap(expand)) wanted.delete(type)
  // A test command runs tests, whatever types are asked for.
  if (command === 'test') for (const type of wanted) if (!tests.includes(type)) wanted.delete(type)
  return wanted
}
