import { hasErrors } from '@btn/diagnostics'
import { parse } from '@btn/jinja'
import { capture } from '../context/capture.ts'
import type { Subject } from '../context/context.ts'
import type { Captured } from '../2-parse/index.ts'
import type { Coded, Config, Place } from '../types/index.ts'
import { isObject } from '../types/json.ts'
import type { Linking } from './linking.ts'

/** What the hooks of nodes refer to, each text read once. */
type Known = Map<string, Captured>
const known = new WeakMap<Linking, Known>()

/** A node that may have hooks. Seeds refer to nothing. */
interface Hooked {
  readonly config: Config
  readonly file: string
  refs?: Coded['refs']
  sources?: Coded['sources']
  dependsOn: Coded['dependsOn']
}

/** dbt renders a node's hooks when it parses the node: what they refer to are its parents, too, and what they call counts as its own. */
export function addHookCalls(linking: Linking, toSubject: () => Subject, node: Hooked): void {
  const texts = templatesOf(node.config)
  if (texts.length === 0) return
  const subject = toSubject()
  const place = { file: node.file, start: 0, end: 0 }
  const calls = texts.map((text) => at(place, read(linking, subject, text)))
  if (node.refs) node.refs = [...node.refs, ...calls.flatMap(({ refs }) => refs)]
  if (node.sources) node.sources = [...node.sources, ...calls.flatMap(({ sources }) => sources)]
  const macros = [...node.dependsOn.macros, ...calls.flatMap((it) => it.macros)]
  node.dependsOn = { nodes: [], macros: [...new Set(macros)] }
}

function templatesOf(config: Config): readonly string[] {
  const hooks = ['pre-hook', 'post-hook'].flatMap((key) => config[key] ?? [])
  return hooks
    .flatMap((hook) => (isObject(hook) ? String(hook['sql'] ?? '') : []))
    .filter(hasTemplate)
}

function hasTemplate(text: string): boolean {
  return text.includes('{{') || text.includes('{%')
}

/** A hook that cannot be rendered now is a mistake of the run, where it is shown with its node. */
function read(linking: Linking, subject: Subject, text: string): Captured {
  let texts = known.get(linking)
  if (!texts) known.set(linking, (texts = new Map()))
  const key = `${subject.packageName} ${text}`
  const found = texts.get(key)
  if (found) return found
  const { value, diagnostics } = parse({ path: 'hook', text })
  const captured = hasErrors(diagnostics)
    ? { refs: [], sources: [], configCall: {}, macros: [] }
    : capture(value, linking.parsed.invocation, subject, { onRead: undefined }).value
  texts.set(key, captured)
  return captured
}

function at(place: Place, { refs, sources, ...rest }: Captured): Captured {
  return {
    ...rest,
    refs: refs.map((call) => ({ ...call, place })),
    sources: sources.map((call) => ({ ...call, place })),
  }
}
