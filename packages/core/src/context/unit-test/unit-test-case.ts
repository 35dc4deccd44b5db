import { diagnostic, DiagnosticError, type Diagnostic } from '@btn/diagnostics'
import type { Project } from '../../1-load/index.ts'
import { configDefaults } from '../../config/defaults.ts'
import { isDescribed } from '../../described/is-described.ts'
import type { Config, Model, Node, NodeId, UnitTest, UnitTestInput } from '../../types/index.ts'
import { unitTestPath, versionedName } from '../../unit-tests/names.ts'
import { readMention } from '../../names/read-reference.ts'
import type { Linked } from '../context.ts'
import { createStandIn, type StandIn } from './stand-in.ts'

/** A unit test about to run: the tested model's query over stand-ins for what it reads. */
export interface UnitTestCase {
  /** The test as a node of its own, with the settings that the materialization reads. */
  readonly node: UnitTest
  readonly tested: Model
  readonly standIns: ReadonlyMap<NodeId, StandIn>
  /** The stand-in for the table of an incremental model itself. */
  readonly self?: StandIn
}

/** Finds what the inputs name. dbt looks for that when the test runs, so that a wrong one fails this test only. */
export function createCase(project: Project, linked: Linked, test: UnitTest): UnitTestCase {
  const [testedId = ''] = test.dependsOn.nodes
  const tested = linked.nodes.get(testedId as NodeId)
  if (tested?.kind !== 'model') throw new Error(`${test.id} tests ${testedId}, which is no model`)
  const standIns = new Map<NodeId, StandIn>()
  let self: StandIn | undefined
  for (const input of test.given) {
    const original = findOriginal(project, linked, test, { input, tested })
    const standIn = createStandIn(original, input, test)
    standIns.set(standIn.node.id, standIn)
    if (original === tested) self = standIn
  }
  const node = toRunNode(test, tested, [...standIns.keys()])
  return { node, tested, standIns, ...(self && { self }) }
}

type Original = Parameters<typeof createStandIn>[0]

function findOriginal(
  project: Project,
  linked: Linked,
  test: UnitTest,
  { input, tested }: { readonly input: UnitTestInput; readonly tested: Model },
): Original {
  const fail = (item: Diagnostic): never => {
    throw new DiagnosticError({ ...item, span: project.sources.spanOf(input.place) })
  }
  const params = { test: test.name, input: input.input }
  const parsed = readMention(input.input, project.flags.support_custom_ref_kwargs)
  if (!parsed || parsed.kind === 'metric') return fail(diagnostic('unit-test-input', params))
  if (parsed.kind === 'this') return tested
  const found: Node | 'disabled' | undefined =
    parsed.kind === 'ref'
      ? linked.findRef(test, parsed.name, parsed.package, parsed.version)
      : linked.findSource(test, parsed.source, parsed.table)
  if (
    found === undefined ||
    found === 'disabled' ||
    found.kind === 'unit_test' ||
    found.kind === 'report' ||
    isDescribed(found)
  )
    return fail(diagnostic('unit-test-input-not-found', params))
  return found
}

function toRunNode(test: UnitTest, tested: Model, inputs: readonly NodeId[]): UnitTest {
  const functions = tested.dependsOn.nodes.filter((id) => id.startsWith('function.'))
  const { version: _, ...unversioned } = test
  return {
    ...unversioned,
    name: versionedName(test),
    path: unitTestPath(test),
    fqn: test.id.split('.'),
    config: runConfig(test),
    dependsOn: { nodes: [...inputs, ...functions], macros: [] },
  }
}

function runConfig({ expect: { rows } }: UnitTest): Config {
  const isQuery = typeof rows === 'string'
  return {
    ...configDefaults.analysis,
    materialized: 'unit',
    expected_rows: isQuery ? [] : rows,
    expected_sql: isQuery ? rows : null,
  }
}
