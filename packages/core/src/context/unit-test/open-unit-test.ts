import type { Value } from '@btn/jinja'
import type { NodeId, UnitTest } from '../../types/index.ts'
import { CTE_PREFIX } from '../../names/cte-prefix.ts'
import type { Linked, RunMode, Subject } from '../context.ts'
import type { RuntimeOptions } from '../create-runtime.ts'
import { OpenScope, openScope } from '../open-scope.ts'
import { subjectOf } from '../subject.ts'
import { templateOf, type TemplateText } from '../template-text.ts'
import type { NodeScope, OpenInput, Session, UnitTestScopes } from '../runtime.ts'
import { createRunMode } from '../run-mode.ts'
import { createContext } from '../scope.ts'
import { linkInputs } from './linked-inputs.ts'
import { overrideInvocation, overrideMacros } from './overrides.ts'
import { unitTestJson } from './node-json.ts'
import type { StandIn } from './stand-in.ts'
import { createCase, type UnitTestCase } from './unit-test-case.ts'

/** What the templates of a unit test see: its inputs instead of the graph, its own values instead of what it overrides. */
export function openUnitTest(
  options: RuntimeOptions,
  linked: Linked,
  test: UnitTest,
  session: Session,
): UnitTestScopes {
  const unit = createCase(options.project, linked, test)
  const inputs = linkInputs(linked, unit, options.invocation.rootPackage)
  const opening: Opening = { options, unit, linked: inputs, session }
  return {
    node: unit.node,
    query: openQuery(opening),
    materialization: openMaterialization(opening),
    openInput: (id) => openInput(opening, id),
  }
}

interface Opening {
  readonly options: RuntimeOptions
  readonly unit: UnitTestCase
  readonly linked: Linked
  readonly session: Session
}

function openQuery(opening: Opening): NodeScope {
  const { options, unit } = opening
  const mode = toMode(opening)
  const { self, node } = unit
  const extras = new Map<string, Value>([['this', self ? `${CTE_PREFIX}${self.cteName}` : null]])
  const invocation = overrideInvocation(options.invocation, node.overrides)
  const context = createContext({ invocation, subject: toSubject(unit), mode, extras })
  if (node.overrides) overrideMacros(context, extras, node.overrides.macros)
  const text = templateOf(options.project, unit.tested)
  return new OpenScope({
    options,
    context,
    mode,
    extras,
    text,
    inFront: self ? [self.node.id] : [],
  })
}

function openMaterialization(opening: Opening): NodeScope {
  const { options, unit } = opening
  const mode = toMode(opening)
  const extras = new Map<string, Value>()
  const { invocation } = options
  const context = createContext({ invocation, subject: toSubject(unit), mode, extras })
  return new OpenScope({ options, context, mode, extras })
}

function toMode({ unit, linked, session }: Opening): RunMode {
  const cteNames = new Map([...unit.standIns].map(([id, { cteName }]) => [id, cteName]))
  return createRunMode({ node: unit.node, linked, session, cteNames })
}

/** The test has the tested model's place in the database, and a name of its own there. */
function toSubject(unit: UnitTestCase): Subject {
  const { database, schema } = unit.tested
  return { ...subjectOf(unit.node), database, schema, toJson: () => unitTestJson(unit) }
}

function openInput({ options, unit, linked, session }: Opening, id: NodeId): OpenInput {
  const standIn = unit.standIns.get(id)
  if (!standIn) throw new Error(`${unit.node.id} has no input ${id}`)
  const { node, cteName, input } = standIn
  const scope = openScope(options, linked, node, session, undefined, toText(standIn, unit.node))
  return { node, cteName, scope, place: input.place }
}

/** A query that the user wrote is shown where it is wrong; the call that listed rows become is nobody's text. */
function toText({ node, input }: StandIn, test: UnitTest): TemplateText {
  const isWritten = typeof input.rows === 'string'
  const path = isWritten ? `${test.file} (rows of ${input.input})` : `btn:/${node.path}`
  return { source: { path, text: node.rawCode } }
}
