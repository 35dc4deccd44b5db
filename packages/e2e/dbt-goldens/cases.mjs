// The cases of this folder. Node's own modules only: the recorder needs no install.
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const goldens = fileURLToPath(new URL('.', import.meta.url))

/** Every `area/case`, sorted. */
export function listCases() {
  return readdirSync(goldens, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('/steps.txt'))
    .map((path) => dirname(path))
    .sort()
}

/** The commands of a case. @param {string} name */
export function readSteps(name) {
  return readFileSync(join(goldens, name, 'steps.txt'), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}

/** Copies a case's project to where it can be run. @param {string} name @param {string} folder */
export function copyCase(name, folder) {
  const from = join(goldens, name)
  const isProject = (/** @type {string} */ path) =>
    !/^(dbt\.json|steps\.txt|target|logs)$/.test(relative(from, path))
  cpSync(from, folder, { recursive: true, filter: isProject })
}

/** What dbt made of it. @param {string} name */
export function recordingOf(name) {
  return join(goldens, name, 'dbt.json')
}

/** @param {string} name */
export function isRecorded(name) {
  return existsSync(recordingOf(name))
}
