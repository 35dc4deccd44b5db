import { hostFunction } from '@btn/jinja'
import type { NameBuilder } from '../context.ts'
import { AgateTable } from '../values/agate/table.ts'

/** `load_agate_table()`: the rows of the seed that is being loaded. */
export const loadAgateTable: NameBuilder = ({ mode }) =>
  hostFunction('load_agate_table', async () => {
    if (mode.kind === 'parse') return new AgateTable({ columns: [], rows: [] })
    return new AgateTable(await mode.session.readSeed())
  })
