#!/usr/bin/env node
// floor.mjs PROJECT: the compiled SQL of a project (seeds, models and tests, in order) through
// one connection of the Node API: what a tool's work is compared with.

import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'

/**
 * @typedef {object} Node  of target/manifest.json
 * @property {string} resource_type
 * @property {string} database
 * @property {string} relation_name
 * @property {string} original_file_path
 * @property {string} compiled_code
 * @property {{ materialized: string }} config
 * @property {{ nodes: readonly string[] }} depends_on
 */

/**
 * Parents before children.
 * @param {Record<string, Node>} nodes
 */
function inOrder(nodes) {
  const ordered = new Set()
  const visit = (/** @type {string} */ id) => {
    if (ordered.has(id) || nodes[id] === undefined) return
    nodes[id].depends_on?.nodes?.forEach(visit)
    ordered.add(id)
  }
  Object.keys(nodes).forEach(visit)
  return [...ordered].map((id) => nodes[id])
}

/**
 * @param {Node} node
 * @param {string} project
 */
function toStatement(node, project) {
  if (node.resource_type === 'seed') {
    const file = join(project, node.original_file_path)
    return `create table ${node.relation_name} as from read_csv('${file}')`
  }
  if (node.resource_type === 'model') {
    return `create ${node.config.materialized} ${node.relation_name} as ${node.compiled_code}`
  }
  return `select count(*) from (${node.compiled_code})`
}

const project = process.argv[2]
if (project === undefined) throw new Error('usage: node bench/floor.mjs PROJECT')
const manifest = JSON.parse(readFileSync(join(project, 'target/manifest.json'), 'utf8'))
const nodes = inOrder(manifest.nodes)
const database = join(project, `${nodes[0].database}.duckdb`) // the file's name is the catalog's
rmSync(database, { force: true })
const instance = await DuckDBInstance.create(database)
const connection = await instance.connect()
for (const node of nodes) await connection.runAndReadAll(toStatement(node, project))
connection.closeSync()
instance.closeSync()
console.log(`${nodes.length} statements`)
