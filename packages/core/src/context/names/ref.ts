import { diagnostic, DiagnosticError, findNearest, type Span } from '@btn/diagnostics'
import {
  hostFunction,
  raise,
  readArguments,
  toJs,
  toText,
  Undefined,
  type CallArguments,
  type Value,
} from '@btn/jinja'
import { compareVersions } from '../../names/compare-versions.ts'
import type { Model } from '../../types/index.ts'
import type { Context, NameBuilder, RunMode } from '../context.ts'
import { deferIfMissing } from '../defer.ts'
import type { Awaitable } from '../runtime.ts'
import type { RelationValue } from '../values/relation.ts'
import { callersOf, cteOf, placeOf, subjectRelation } from '../relations.ts'

/** `ref('model')`, `ref('package', 'model')`, `ref('model', v=2)` */
export const ref: NameBuilder = (context) =>
  hostFunction('ref', (args) => {
    const call = readRef(args)
    const { mode } = context
    if (mode.kind === 'run') return resolveRef(context, mode, call)
    mode.capture.refs.push({
      name: call.name,
      ...(call.package !== undefined && { package: call.package }),
      ...(call.version !== undefined && { version: call.version }),
      place: placeOf(call.callSite),
      ...callersOf(args),
    })
    return subjectRelation(context)
  })

interface RefArguments {
  readonly name: string
  readonly package: string | undefined
  readonly version: string | number | undefined
  readonly callSite: Span
}

function readRef(args: CallArguments): RefArguments {
  const [first, second, version, v] = readArguments(args, 'ref', [
    'name',
    'second?',
    'version?',
    'v?',
  ])
  for (const value of [first, second]) {
    if (value instanceof Undefined) {
      raise('TypeError', `ref() takes names as text, but "${value.name}" is undefined`)
    }
    if (value !== undefined && (typeof value !== 'string' || value === '')) {
      raise('TypeError', `ref() takes names as text, got ${toText(value) || 'an empty one'}`)
    }
  }
  const name = toText(second ?? first ?? null)
  return {
    name,
    package: second === undefined ? undefined : toText(first ?? null),
    version: readVersion(v ?? version),
    callSite: args.callSite,
  }
}

function readVersion(value: Value | undefined): string | number | undefined {
  if (value === undefined || value === null) return undefined
  const plain = toJs(value)
  return typeof plain === 'number' ? plain : String(plain)
}

function resolveRef(context: Context, mode: RunMode, call: RefArguments): Awaitable<RelationValue> {
  const found = mode.linked.findRef(mode.node, call.name, call.package, call.version)
  if (found === undefined || found === 'disabled') {
    const nearest = findNearest(call.name, mode.linked.refNames())
    const code = found === 'disabled' ? 'ref-disabled' : 'ref-not-found'
    throw new DiagnosticError(
      diagnostic(code, { name: call.name, nearest }, { span: call.callSite }),
    )
  }
  // A model may only read what the graph knows of: a ref found while running would break the order.
  const known = context.subject.id === found.id || isKnownParent(mode, found.id)
  if (!known) {
    throw new DiagnosticError(
      diagnostic('ref-not-in-graph', { name: call.name }, { span: call.callSite }),
    )
  }
  if (found.kind === 'model' && call.version === undefined) tellOfPrerelease(mode, found)
  if (found.kind !== 'model' || found.config['materialized'] !== 'ephemeral')
    return deferIfMissing(context, mode, found)
  if (mode.node.kind === 'operation' && mode.node.macro) {
    const params = { name: found.name }
    throw new DiagnosticError(
      diagnostic('operation-refs-ephemeral', params, { span: call.callSite }),
    )
  }
  return cteOf(context, mode, found)
}

/** Somebody who names no version may like to know that a newer one is there to be tried. */
function tellOfPrerelease(mode: RunMode, found: Model): void {
  const { version, latestVersion } = found
  if (version === undefined || latestVersion === undefined) return
  let newest = latestVersion
  for (const node of mode.linked.nodes.values()) {
    if (node.kind !== 'model' || node.name !== found.name || node.version === undefined) continue
    if (compareVersions(node.version, newest) > 0) newest = node.version
  }
  if (newest === latestVersion) return
  const call = (v: string | number) =>
    `{{ ref('${found.packageName}', '${found.name}', v='${v}') }}`
  mode.session.log({
    type: 'logged',
    level: 'info',
    event: { name: 'UnpinnedRefNewVersionAvailable', code: 'I064' },
    message: `${mode.node.name} refers to ${found.name} without a version and gets v${version}; a prerelease version ${newest} is available: ${call(newest)}. To stay, write ${call(version)}`,
  })
}

function isKnownParent(mode: RunMode, id: string): boolean {
  if (mode.node.kind === 'source' || mode.node.kind === 'operation') return true
  return mode.node.dependsOn.nodes.some((parent) => parent === id)
}
