import { describe, expect, test } from 'vitest'
import { readYaml } from './document.ts'
import type { SchemaName } from './schema-errors.ts'
import { validate } from './validate.ts'

/** `code "text shown"` of each mistake. */
function mistakes(schema: SchemaName, text: string): readonly string[] {
  const { source, root, value } = readYaml({ path: 'x.yml', text }).value
  if (!root) return []
  return validate(schema, { source, root, value }).map(({ code, span }) => {
    return `${code} ${JSON.stringify(text.slice(span?.start, span?.end))}`
  })
}

const cases: readonly (readonly [string, SchemaName, string, readonly string[]])[] = [
  ['nothing wrong', 'properties', 'models:\n  - name: a\n', []],
  ['nothing for a list', 'properties', 'models:\n', ['yaml-wrong-type "models"']],
  ['nothing for the tests, as in dbt', 'properties', 'data_tests:\n', []],
  ['empty values', 'properties', 'models:\n  - name: a\n    description:\n    columns:\n', []],
  ['a mapping for a list', 'properties', 'models:\n  a: 1\n', ['yaml-wrong-type "a: 1"']],
  ['text in the list', 'properties', 'models: [a]\n', ['yaml-wrong-type "a"']],
  ['a number for text', 'properties', 'models:\n  - name: 1\n', ['yaml-wrong-type "1"']],
  ['nothing for a name', 'properties', 'models:\n  - name:\n', ['yaml-wrong-type "name"']],
  [
    'one mistake per value in a choice',
    'properties',
    'models:\n  - name: a\n    config:\n      tags: {x: 1}\n',
    ['yaml-wrong-type "{x: 1}"'],
  ],
  [
    'inside the branch that was meant',
    'properties',
    'models:\n  - name: a\n    config:\n      tags: [x, 1, {}]\n',
    ['yaml-wrong-type "{}"'],
  ],
  [
    'a day that is none',
    'properties',
    'models:\n  - name: a\n    deprecation_date: someday\n',
    ['yaml-wrong-type "someday"'],
  ],
  [
    'several at once',
    'properties',
    'models:\n  - nmae: a\n    name: b\n    columns: x\nseeds: y\n',
    ['yaml-key-unknown "nmae"', 'yaml-wrong-type "x"', 'yaml-wrong-type "y"'],
  ],
  [
    'a column of a version',
    'properties',
    'models:\n  - name: a\n    versions:\n      - v: 1\n        columns:\n          - include: all\n            exlude: [x]\n',
    ['yaml-key-unknown "exlude"'],
  ],
  [
    'a constraint of no kind',
    'properties',
    'models:\n  - name: a\n    constraints: [{type: unqiue}]\n',
    ['yaml-value-unknown "unqiue"'],
  ],
  ['a whole number', 'project', 'name: a\nconfig-version: 2.5\n', ['yaml-wrong-type "2.5"']],
  ['a version like 1.0', 'project', 'name: a\nversion: 1.0\n', []],
  [
    'a path that is none',
    'project',
    'name: a\nmodel-paths: models\n',
    ['yaml-wrong-type "models"'],
  ],
  [
    'a setting of a folder',
    'project',
    'name: a\nmodels:\n  a:\n    b:\n      +enabled: 3\n      enabled: x\n    +tags: [1]\n    +schema: {}\n    +on_error: stop\n',
    ['yaml-wrong-type "3"', 'yaml-wrong-type "{}"', 'yaml-value-unknown "stop"'],
  ],
  [
    'a setting with its words',
    'project',
    'name: a\nmodels:\n  +on_configuration_change: fial\n',
    ['yaml-value-unknown "fial"'],
  ],
  [
    'a severity of a folder',
    'project',
    'name: a\ntests:\n  +severity: maybe\n',
    ['yaml-value-unknown "maybe"'],
  ],
  ['a severity', 'testConfig', 'severity: warning\n', ['yaml-value-unknown "warning"']],
  ['a severity in capitals', 'testConfig', 'severity: Warn\n', []],
  ['a key of a package', 'packages', 'packages:\n  - pakage: a/b\n', ['yaml-key-unknown "pakage"']],
]

describe('data against schemas', () => {
  test.each(cases)('%s', (_, schema, text, expected) => {
    expect(mistakes(schema, text)).toEqual(expected)
  })
})
