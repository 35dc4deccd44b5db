import type { SqlTable } from '@btn/adapter'
import { DiagnosticError, TracedText } from '@btn/diagnostics'
import { findPersonal, readRowCondition, withoutPersonal } from '../../data-tests/index.ts'
import type { DataTest } from '../../types/index.ts'
import type { StepContext, StepEnding } from '../step-context.ts'
import { testedRelation } from './tested-rows.ts'

const ROWS = 5
const MOST_ROWS = 100

interface Failed {
  readonly test: DataTest
  readonly compiled: TracedText
  readonly verdict: StepEnding
}

/** The first rows that made a test fail or warn, for the audit log and the terminal. */
export async function sampleFailures(
  context: StepContext,
  { test, compiled, verdict }: Failed,
): Promise<SqlTable | undefined> {
  const { manifest } = context.state.input
  const most = howMany(context, test)
  if (most === 0 || (verdict.status !== 'fail' && verdict.status !== 'warn')) return undefined
  const whole = await wholeRows(context, test, compiled)
  const rows = whole ?? TracedText.join(['select * from (\n', compiled, '\n) as failing'])
  const table = await read(context, TracedText.join([rows, `\nlimit ${most}`]))
  const personal = table && findPersonal(manifest, test)
  if (!personal) return table
  return withoutPersonal(table, personal, { test, sql: compiled.text, isComputed: !whole })
}

/** None without an audit log, and where the user wants none. */
function howMany({ state }: StepContext, { config }: DataTest): number {
  const { audit, flags } = state.input
  const own = config['sample_failures']
  if (!audit || !flags.sample_failures || own === false) return 0
  return typeof own === 'number' ? Math.min(Math.max(0, Math.trunc(own)), MOST_ROWS) : ROWS
}

/** Of a test that looks at each row by itself, people want to see the row. */
async function wholeRows(
  context: StepContext,
  test: DataTest,
  compiled: TracedText,
): Promise<TracedText | undefined> {
  const relation = test.generic && (await testedRelation(context, test))
  if (!relation) return undefined
  const condition = readRowCondition(compiled.text, relation.text)
  if (condition === undefined) return undefined
  return TracedText.join([await relation.select('*'), `\nwhere ${condition}`])
}

/** A query that only works inside of a materialization of the project's own has no rows to show. */
async function read(context: StepContext, sql: TracedText): Promise<SqlTable | undefined> {
  try {
    return (await context.session.query(sql)).table
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error
    // What the database says may quote a value.
    const message = 'The failing rows cannot be shown: the query of the test does not stand alone'
    context.session.log({ type: 'logged', level: 'debug', message })
    return undefined
  }
}
