import { describe, expect, test } from 'vitest'
import { findIdentifier, findStatementStarts, mayHaveSeveral } from './split-statements.ts'

describe('findStatementStarts', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['', []],
    ['  -- only a comment; really\n', []],
    [';;', []],
    ['select 1', ['select 1']],
    ['select 1;', ['select 1;']],
    ['select 1; select 2', ['select 1; ', 'select 2']],
    ['/* a; b */ select 1; -- c;\nselect 2', ['select 1; -- c;\n', 'select 2']],
    ['/* a /* b; */ ; */ select 1', ['select 1']],
    ["select ';'; select '''; '", ["select ';'; ", "select '''; '"]],
    [`select ";"";"; select 2`, [`select ";"";"; `, 'select 2']],
    ["select e'\\';'; select 2", ["select e'\\';'; ", 'select 2']],
    ["select '\\'; select 2", ["select '\\'; ", 'select 2']],
    ['select $$;$$; select $a$ $$; $a$; x', ['select $$;$$; ', 'select $a$ $$; $a$; ', 'x']],
    ['select 1 a$b$c; select 2', ['select 1 a$b$c; ', 'select 2']],
    ["select 'é;😀'; select 2", ["select 'é;😀'; ", 'select 2']],
    ["select 'open; select 2", ["select 'open; select 2"]],
  ]
  test.each(cases)('%j', (sql, expected) => {
    const starts = findStatementStarts(sql)
    expect(starts.map((start, index) => sql.slice(start, starts[index + 1]))).toEqual(expected)
  })
})

test.each([
  ['select 1', false],
  ['select 1;\n', false],
  ['select 1; -- end', true],
])('mayHaveSeveral %j', (sql, expected) => {
  expect(mayHaveSeveral(sql)).toBe(expected)
})

test.each([
  ['insert into nope values (1)', 'nope', 12],
  ['insert into "No""pe" values (1)', 'no"pe', 12],
  ["select 'nope' -- nope\n, NOPE", 'nope', 24],
  ['select nopes', 'nope', undefined],
])('findIdentifier %j', (sql, name, expected) => {
  expect(findIdentifier(sql, name, 0)).toBe(expected)
})
