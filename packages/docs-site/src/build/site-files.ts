import type { DataKey } from '../data/index.ts'
import type { Reading } from '../read/reading.ts'
import type { Redact } from './code/code.ts'
import { dataFiles } from './data-files.ts'
import { indexHtml, singleHtml, type App } from './html.ts'

export interface SiteFile {
  /** Relative to the site's folder. */
  readonly path: string
  readonly text: string
}

export interface SiteOptions {
  /** What runs in the browser, as it was bundled with btn. */
  readonly app: App
  /** Blots out secrets and paths of this machine. */
  readonly redact: Redact
}

/** The files of the site. */
export function* siteFiles(reading: Reading, { app, redact }: SiteOptions): Generator<SiteFile> {
  yield { path: 'app.js', text: app.script }
  yield { path: 'graph.js', text: app.graph }
  yield { path: 'app.css', text: app.style }
  for (const { key, data } of dataFiles(reading, redact)) {
    yield { path: `data/${key}.js`, text: toScript(key, redact(JSON.stringify(data))) }
  }
  // Last, so that a site that is there is whole.
  yield { path: 'index.html', text: indexHtml(reading.project) }
}

/** The whole site as one file. */
export function* singleFile(reading: Reading, { app, redact }: SiteOptions): Generator<string> {
  const data = function* (): Generator<readonly [DataKey, string]> {
    for (const { key, data: value } of dataFiles(reading, redact)) {
      yield [key, redact(JSON.stringify(value))]
    }
  }
  yield* singleHtml(reading.project, app, data())
}

/**
 * The JSON is a text in the script: browsers read JSON in less than half of the time that they take for the same as JavaScript. U+2028 and U+2029 were
 * ends of lines in scripts before ES2019, and still are to some tools.
 */
function toScript(key: string, json: string): string {
  return `btnData(${JSON.stringify(key)},'${json.replace(/['\\\u2028\u2029]/g, escapeInText)}')\n`
}

function escapeInText(character: string): string {
  const code = character.charCodeAt(0)
  return code < 0x80 ? `\\${character}` : `\\u${code.toString(16)}`
}
