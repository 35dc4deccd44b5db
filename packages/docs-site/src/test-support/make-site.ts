import { runInNewContext } from 'node:vm'
import type { DataKey, DataOf, JsonObject } from '../data/index.ts'
import { siteFiles, singleFile } from '../build/site-files.ts'
import { readArtifacts } from '../read/artifacts.ts'
import { readProject, type Reading } from '../read/reading.ts'

export type Files = Readonly<Record<string, JsonObject>>

const app = { script: 'run()', style: 'p{}', graph: 'draw()' }
const asItIs = (text: string): string => text

export function readFiles(files: Files): Reading {
  const { artifacts } = readArtifacts((file) => {
    const json = files[file]
    return json && JSON.stringify(json)
  })
  if (!artifacts) throw new Error('there is no manifest')
  const assetUrl = (path: string): string | undefined =>
    path.startsWith('assets/') ? path : undefined
  return readProject(artifacts, { assetUrl })
}

export interface MadeSite {
  /** Texts by path. */
  readonly files: ReadonlyMap<string, string>
  /** What a page would get, after its script ran. */
  data<K extends DataKey>(key: K): DataOf<K>
}

export function makeSite(files: Files, redact = asItIs): MadeSite {
  const made = [...siteFiles(readFiles(files), { app, redact })]
  const texts = new Map(made.map(({ path, text }) => [path, text]))
  return {
    files: texts,
    data(key) {
      const told = new Map<string, string>()
      const btnData = (name: string, json: string): void => void told.set(name, json)
      runInNewContext(texts.get(`data/${key}.js`) ?? '', { btnData })
      return JSON.parse(told.get(key) ?? '')
    },
  }
}

export function makeSingle(files: Files): string {
  return [...singleFile(readFiles(files), { app, redact: asItIs })].join('')
}
