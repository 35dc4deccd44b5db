import type { PersonalColumn, PersonalData } from '../data/index.ts'
import { columnKey } from '../read/lineage.ts'
import { pushTo } from '../read/push-to.ts'
import type { Reading } from '../read/reading.ts'

/** The data file `pii`: columns with personal data, by class. */
export function toPersonalData(reading: Reading): PersonalData {
  const found = new Map<string, PersonalColumn[]>()
  for (const [id, columns] of reading.columns) {
    for (const { name, lineage } of columns) {
      const info = reading.pii.get(columnKey(id, name))
      if (!info) continue
      const from = (lineage?.from ?? [])
        .filter(({ node, column }) => reading.pii.has(columnKey(node, column)))
        .map(({ node, column }) => ({ node: reading.linkOf(node), column }))
      const { class: _, ...rest } = info
      const node = reading.linkOf(id)
      pushTo(found, info.class, { node, column: name, ...rest, from })
    }
  }
  const classes = [...found].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    classes: classes.map(([name, columns]) => ({ class: name, columns })),
    leaks: reading.lineage.leaks.map((it) => ({
      class: it.class,
      by: reading.linkOf(it.by),
      exit: it.exit,
      way: it.way.map(({ node, column }) => ({ node: reading.linkOf(node), column })),
    })),
  }
}
