import { chunkOf, type Code, type DataKey, type DataOf, type Page } from '../data/index.ts'
import type { Entry } from '../read/entries.ts'
import type { Reading } from '../read/reading.ts'
import { codeOf, type Redact } from './code/code.ts'
import { toColumnChunks } from './columns.ts'
import { toGraph } from './graph.ts'
import { toHealth } from './health.ts'
import { toNodeTable } from './names.ts'
import { toPage } from './pages/page.ts'
import { toPersonalData } from './personal.ts'
import { toNameIndex, toSearchAbout, toTextIndex } from './search.ts'
import { toOverviews, toSiteIndex } from './site-index.ts'

export interface DataFile {
  readonly key: DataKey
  readonly data: DataOf<DataKey>
}

/** Pages that share a file, on average. */
const PAGES_PER_CHUNK = 40

/** Everything that pages ask for, one file after the other, so that no more than one is kept. */
export function* dataFiles(reading: Reading, redact: Redact): Generator<DataFile> {
  const pages = Math.max(1, Math.ceil(reading.entries.size / PAGES_PER_CHUNK))
  const site = toSiteIndex(reading, pages)
  const names = toNodeTable(reading)
  yield { key: 'site', data: site }
  yield { key: 'names', data: names }
  yield { key: 'graph', data: toGraph(reading) }
  yield { key: 'health', data: toHealth(reading) }
  if (site.has.pii) yield { key: 'pii', data: toPersonalData(reading) }
  if (site.has.overviews) yield { key: 'overviews', data: toOverviews(reading) }
  yield { key: 'search/names', data: toNameIndex(reading) }
  yield { key: 'search/texts', data: toTextIndex(reading) }
  yield { key: 'search/about', data: toSearchAbout(reading) }
  yield* chunkFiles(reading, pages, redact)
  let chunk = 0
  for (const data of toColumnChunks(reading, names.graphSize)) {
    yield { key: `columns/${chunk++}`, data }
  }
}

function* chunkFiles(reading: Reading, count: number, redact: Redact): Generator<DataFile> {
  const chunks: Entry[][] = Array.from({ length: count }, () => [])
  for (const entry of reading.entries.values()) chunks[chunkOf(entry.id, count)]?.push(entry)
  for (const [chunk, entries] of chunks.entries()) {
    const pages: Record<string, Page> = {}
    const texts: Record<string, Code> = {}
    for (const entry of entries) {
      pages[entry.id] = toPage(entry, reading)
      const code = codeOf(entry, reading, redact)
      if (code) texts[entry.id] = code
    }
    yield { key: `nodes/${chunk}`, data: pages }
    yield { key: `code/${chunk}`, data: texts }
  }
}
