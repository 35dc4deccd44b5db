// Who takes part: btn and its peers, each a command and the environment that it needs.

import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/**
 * @typedef {object} Tool
 * @property {string} name
 * @property {readonly string[]} command
 * @property {Readonly<Record<string, string>>} env
 */

/**
 * @param {{ btn: string, peers: string }} paths  the entry of btn and the folder of setup_peers.sh
 * @returns {readonly Tool[]}
 */
function knownTools({ btn, peers }) {
  const adbc = resolve(peers, 'adbc')
  const env = {
    DBT_SEND_ANONYMOUS_USAGE_STATS: 'False',
    DBT_PROFILES_DIR: '.',
    ADBC_DRIVER_PATH: adbc,
    LD_LIBRARY_PATH: adbc,
  }
  return [
    { name: 'btn', command: [process.execPath, resolve(btn)], env: {} },
    { name: 'dbt-core', command: [resolve(peers, 'dbt/bin/dbt')], env },
    { name: 'rust', command: [resolve(peers, 'fusion/bin/dbt')], env },
  ]
}

/**
 * The tools of those names that are there; says which are not.
 * @param {readonly string[]} names
 * @param {{ btn: string, peers: string }} paths
 */
export function findTools(names, paths) {
  const known = knownTools(paths)
  const unknown = names.find((name) => !known.some((tool) => tool.name === name))
  if (unknown) throw new Error(`no tool '${unknown}': ${known.map((tool) => tool.name).join(', ')}`)
  const wanted = known.filter((tool) => names.includes(tool.name))
  const isThere = (/** @type {Tool} */ tool) => tool.command.every((part) => existsSync(part))
  for (const tool of wanted.filter((tool) => !isThere(tool))) {
    console.error(`${tool.name} left out: no ${tool.command[tool.command.length - 1]}`)
  }
  return wanted.filter(isThere)
}
