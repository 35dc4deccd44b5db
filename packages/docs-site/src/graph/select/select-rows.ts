import { evaluate, methods, parseArguments, readSelectors, type Method } from '@btn/core/select'
import type { GraphData } from '../../data/index.ts'
import type { SiteGraph } from './site-graph.ts'

/** What stands in the two boxes. */
export interface Query {
  readonly select: string
  readonly exclude: string
}

/** Something that the reader of a selection should know: it is wrong, or matches nothing. */
export interface Problem {
  readonly message: string
  readonly hint?: string | undefined
  /** Nothing can be selected because of it. */
  readonly isWrong: boolean
  /** The box it is about, and where in its text; left out where it is about both. */
  readonly box?: 'select' | 'exclude'
  readonly start?: number
  readonly end?: number
}

export interface Selected {
  readonly rows: ReadonlySet<number>
  readonly problems: readonly Problem[]
}

/**
 * The rows that a selection takes, tests included, by the code that `btn ls --select … --exclude …` runs. Where something is wrong, nothing is
 * selected.
 */
export function selectRows(
  site: SiteGraph,
  selectors: GraphData['selectors'],
  query: Query,
): Selected {
  const problems: Problem[] = []
  let isWrong = false
  const report = (fault: Fault): void => {
    isWrong ||= fault.severity === 'error'
    problems.push(toProblem(fault))
  }
  const refuse = (problem: Omit<Problem, 'isWrong'>): void => {
    isWrong = true
    problems.push({ ...problem, isWrong: true })
  }
  const spec = parseArguments(listOf(query.select), listOf(query.exclude), 'eager')
  spec.diagnostics.forEach(report)
  if (isWrong) return { rows: new Set(), problems }
  const definitions = readSelectors(
    { selectors: Object.values(selectors) },
    'eager',
    () => undefined,
    report,
  )
  const found = evaluate(spec.value, {
    manifest: site,
    state: site.statusById && { statusById: site.statusById },
    methods: siteMethods(site, refuse),
    selectors: definitions.byName,
    isWanted: () => true,
    report,
  })
  // What is refused matches nothing, which needs no second word.
  if (isWrong)
    return { rows: new Set(), problems: withoutDoubles(problems.filter((it) => it.isWrong)) }
  const rows = new Set<number>()
  for (const id of found) rows.add(site.rowOf.get(id) ?? -1)
  return { rows, problems: withoutDoubles(problems) }
}

type Fault = Parameters<Parameters<typeof evaluate>[1]['report']>[0]

function listOf(text: string): readonly string[] {
  return text.trim() === '' ? [] : [text]
}

/** A page knows how nodes ended last, but nothing of an earlier project. */
function siteMethods(
  site: SiteGraph,
  refuse: (problem: Omit<Problem, 'isWrong'>) => void,
): ReadonlyMap<string, Method> {
  const refusing = (name: string, message: string, hint: string): [string, Method] => {
    const search: Method['search'] = ({ criterion }) => {
      refuse({ message, hint, ...placeOf(criterion.span) })
      return []
    }
    return [name, { name, search }]
  }
  return new Map([
    ...methods,
    refusing(
      'state',
      'state: compares with an earlier manifest, and a page has none',
      'Ask on the command line: btn ls --select state:modified --state FOLDER',
    ),
    refusing(
      'source_status',
      'source_status: compares two looks at the sources, and a page knows the last one only',
      'Ask on the command line: btn ls --select source_status:fresher --state FOLDER',
    ),
    ...(site.statusById
      ? []
      : [
          refusing(
            'result',
            'result: asks how nodes ended, and no results were known when these pages were made',
            'Make them again after a run.',
          ),
        ]),
  ])
}

function toProblem({ message, hint, span, severity }: Fault): Problem {
  return { message, hint, isWrong: severity === 'error', ...placeOf(span) }
}

function placeOf(span: Fault['span']): Pick<Problem, 'box' | 'start' | 'end'> {
  if (!span) return {}
  const box = span.source.path === '--exclude' ? 'exclude' : 'select'
  return { box, start: span.start, end: span.end }
}

/** The same term may be looked at twice. */
function withoutDoubles(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((it) => [`${it.box} ${it.start} ${it.message}`, it])).values()]
}
