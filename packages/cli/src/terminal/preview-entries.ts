import type { SqlTable } from '@btn/adapter'
import type { NodeId } from '@btn/core'
import { emptyLine, line, type Entry } from './entry.ts'
import type { Nodes } from './run-entries.ts'
import { tableText } from './table.ts'

/** `seed --show`: some rows of each seed that was loaded. Where more rows came than `most`, a last row of dots says so. */
export function previewEntries(
  shown: ReadonlyMap<NodeId, SqlTable>,
  nodes: Nodes,
  most: number,
): readonly Entry[] {
  return [...shown].flatMap(([id, table]) => {
    const node = nodes.get(id)
    return node?.kind === 'seed' ? previewEntry(`${node.schema}.${node.alias}`, table, most) : []
  })
}

function previewEntry(name: string, { columns, rows }: SqlTable, most: number): readonly Entry[] {
  const header = `Random sample of table: ${name}`
  const text = tableText({ columns, rows: rows.slice(0, most) }, rows.length > most)
  return [
    emptyLine,
    line('SeedHeader', 'Q004', header, { header }),
    line('Formatting', 'Z017', '-'.repeat(header.length)),
    { ...line('PrintEvent', 'Z052', text), show: 'always' },
    emptyLine,
  ]
}
