import type { Json, JsonObject, TestPage, UnitTestPage, UnitTestRows } from '../../data/index.ts'
import type { Entry } from '../../read/entries.ts'
import { isObject, listAt, objectAt, objectsAt, settled, textAt } from '../../read/json.ts'
import type { Reading } from '../../read/reading.ts'
import { toNodeBase } from './base.ts'

export function toTestPage(entry: Entry, reading: Reading): TestPage {
  const { tests, linkOf } = reading
  const subject = tests.subjects.get(entry.id)
  const test = tests.all.get(entry.id)
  return settled<TestPage>({
    kind: 'test',
    ...toNodeBase(entry, reading),
    of: subject === undefined ? undefined : linkOf(subject),
    test: test ?? { id: entry.id, name: entry.name, severity: 'error' },
  })
}

export function toUnitTestPage(entry: Entry, reading: Reading): UnitTestPage {
  const subject = reading.tests.subjects.get(entry.id)
  return settled<UnitTestPage>({
    kind: 'unit_test',
    ...toNodeBase(entry, reading),
    of: subject === undefined ? undefined : reading.linkOf(subject),
    given: objectsAt(entry.json, 'given').map(toRows),
    expect: toRows(objectAt(entry.json, 'expect')),
  })
}

function toRows(json: JsonObject): UnitTestRows {
  const rows = listAt(json, 'rows').filter(isObject)
  const columns = [...new Set(rows.flatMap((it) => Object.keys(it)))]
  const isTable = rows.length > 0
  return settled<UnitTestRows>({
    input: textAt(json, 'input'),
    format: textAt(json, 'format') ?? 'dict',
    columns: isTable ? columns : undefined,
    rows: isTable ? rows.map((row) => columns.map((it): Json => row[it] ?? null)) : undefined,
    text: textAt(json, 'rows'),
    fixture: textAt(json, 'fixture'),
  })
}
