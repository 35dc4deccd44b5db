import { isObject } from '../../../types/json.ts'
import { textOr } from '../../../described/parts.ts'
import { nameOf, quoted, type Rule } from '../view.ts'

const keywords = new Set(
  'AND AS CREATE DISTINCT FOR FROM FULL HAVING IN INNER INTO IS JOIN LEFT LIKE NATURAL NOT NULL ON OR RIGHT SELECT UNION USING WHERE WITH'.split(
    ' ',
  ),
)

/** What is selected by its name must not be called like a word of SQL. */
export const keywordsRule: Rule = function* ({ models }) {
  for (const { node, dimensions, entities, measures } of models) {
    const relation = node.definition['node_relation']
    const path = isObject(relation) ? (textOr(relation['relation_name'], '') ?? '') : ''
    const parts = path.split('.').map((part) => part.toUpperCase())
    const inPath = parts.filter((part) => keywords.has(part))
    if (inPath.length > 0) {
      const problem = `its relation ${path} is called like a word of SQL: ${quoted(inPath)}`
      yield { level: 'error', node, problem }
    }
    for (const [kind, list] of Object.entries({ dimensions, entities, measures })) {
      for (const name of list.map(nameOf).filter((it) => keywords.has(it.toUpperCase()))) {
        const problem = `"${name}", one of its ${kind}, is a word of SQL`
        yield { level: 'error', node, problem }
      }
    }
  }
}
