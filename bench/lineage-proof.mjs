/**
 * Who is right about a column of which two engines name different sources: found out by running the query on data that differ in one
 * column only.
 *
 * @typedef {object} Difference
 * @property {string} sql
 * @property {string} column
 * @property {readonly string[]} onlyOurs  `t.a`
 * @property {readonly string[]} onlyTheirs
 */

const WORLDS = 40

/**
 * `needed`: the values of the column change with each source that only we name. `idle`: they never change with those that only
 * the other names. `open` when data cannot tell: it decides which rows there are, or it is no column of a table.
 *
 * @param {{ catalogue: import('./lineage-tables.mjs').Catalogue, world: any, columns: readonly string[] }} laboratory
 */
export async function prove(laboratory, /** @type {Difference} */ difference, uses) {
  const { columns } = laboratory
  const { onlyOurs, onlyTheirs } = difference
  const inQuestion = [...onlyOurs, ...onlyTheirs]
  if (inQuestion.some((name) => !columns.includes(name) || uses.includes(name))) return 'open'
  for (const name of onlyOurs) if (!(await changes(laboratory, difference, name))) return 'open'
  for (const name of onlyTheirs) {
    if (await changes(laboratory, difference, name)) return 'theirs is needed'
  }
  return onlyOurs.length > 0 ? 'ours is needed' : 'theirs is idle'
}

async function changes({ catalogue, world, columns }, { sql, column }, name) {
  for (let seed = 1; seed <= WORLDS; seed++) {
    const seeds = new Map(columns.map((it) => [it, seed]))
    await world.fill(seeds)
    const before = await valuesOf(catalogue, sql, column)
    await world.fill(seeds.set(name, seed + 1000))
    if ((await valuesOf(catalogue, sql, column)) !== before) return true
  }
  return false
}

async function valuesOf(catalogue, sql, column) {
  const quoted = `"${column.replaceAll('"', '""')}"`
  const { rows } = await catalogue.query(`select ${quoted}::varchar from (${sql})`)
  return rows
    .map((row) => String(row[0]))
    .toSorted()
    .join('\n')
}
