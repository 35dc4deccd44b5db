import type { Connection, ContractRequest, LoadRequest } from '@btn/adapter'
import type { Diagnostic } from '@btn/diagnostics'
import {
  findComplaints,
  toDiagnostic,
  tryPieces,
  type Complaint,
  type Piece,
} from './contract-pieces.ts'
import { createLayout, rawFields } from './layout.ts'
import { FILE, fillDate, list, quote } from './names.ts'
import { yearOf } from './plan-load.ts'
import { toldColumns } from './quarantine-files.ts'
import { findNoConditions } from './no-conditions.ts'
import { listReasons } from './reasons.ts'
import { type Branch, type StagePlan } from './stage-sql.ts'

/** See `Loader.checkContract`. */
export async function checkContract(
  connection: Connection,
  request: ContractRequest,
): Promise<readonly Diagnostic[]> {
  const plan = planNothing(request)
  const ofContract = await findComplaints(connection, request, plan)
  const hasTypes = !ofContract.some(({ piece }) => piece.part.startsWith('columns.'))
  const pieces = hasTypes ? quarantinePieces(request, plan) : []
  const found = [...ofContract, ...(await tryPieces(connection, pieces))]
  return [
    ...found.filter((it) => isSure(request, it)).map((it) => toDiagnostic(request.relation, it)),
    ...(await findNoConditions(connection, request, plan)),
  ]
}

/** What a load would not, or not before the first row that is rejected, find wrong with its settings. */
export async function checkBefore(
  connection: Connection,
  request: Pick<LoadRequest, 'relation' | 'contract' | 'quarantine'>,
  plan: StagePlan,
): Promise<readonly Diagnostic[]> {
  const found = await tryPieces(connection, quarantinePieces(request, plan))
  return [
    ...found.map((it) => toDiagnostic(request.relation, it)),
    ...(await findNoConditions(connection, request, { ...plan, branches: [noRows] })),
  ]
}

/** What is wrong by its grammar is wrong over any columns; `raw` has fields that only files know. */
function isSure({ areColumnsKnown }: ContractRequest, { piece, error }: Complaint): boolean {
  return (
    error.message.startsWith('Parser Error') || (areColumnsKnown && !/\braw\b/i.test(piece.sql))
  )
}

/** The plan of a load that reads no row. */
function planNothing(request: ContractRequest): StagePlan {
  const { contract, date } = request
  const layout = createLayout(request, { added: [], extras: [] })
  const fill = (sql: string) => fillDate(sql, date)
  return {
    layout,
    branches: [noRows],
    contract,
    reasons: listReasons(request, layout, { fill, hasJson: false }),
    context: { fill, year: yearOf(request) },
    lineage: () => 'null',
  }
}

const noRows: Branch = {
  from: '(select 1 where false)',
  carried: { [FILE]: '0::integer' },
  raw: {},
  values: {},
  isAsRead: false,
}

/** Columns of files of the quarantine see the rows as the rules left them, and what is told of each. */
function quarantinePieces(
  { quarantine }: Pick<ContractRequest, 'quarantine'>,
  { layout }: StagePlan,
): readonly Piece[] {
  const taken = layout.columns.map(({ name }) => name)
  const told = toldColumns.filter(([name]) => !taken.includes(name))
  const ours = layout.columns.map(({ name, type }) => [name, type] as const)
  const columns = [...ours, ...told].map(([name, type]) => `null::${type} as ${quote(name)}`)
  const texts = rawFields(layout).map((name) => `${quote(name)} := null::varchar`)
  const raw = texts.length === 0 ? [] : [`struct_pack(${list(texts)}) as ${quote(layout.raw)}`]
  const scope = `select ${list([...raw, ...columns])}`
  return quarantine.files.flatMap(({ columns }) =>
    columns.flatMap((column): Piece[] => {
      if (column.kind === 'all-raw') return []
      const what = `the column "${column.name}" of a file of the quarantine`
      return [{ what, part: 'quarantine.files', sql: column.sql, scope }]
    }),
  )
}
