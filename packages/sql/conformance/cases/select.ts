import type { LineageCase } from './case.ts'

const all = { a: 'copied t.a', b: 'copied t.b', c: 'copied t.c', d: 'copied t.d', l: 'copied t.l' }

export const selects: readonly LineageCase[] = [
  { sql: 'select * from t', gives: all },
  { sql: 'from t', gives: all },
  { sql: 'table t', gives: all },
  { sql: 'select t.* from t', gives: all },
  {
    sql: 'select a as x, b, a + 1 as y, 7 as z, null as n from t',
    gives: { x: 'renamed t.a', b: 'copied t.b', y: 'computed t.a', z: '', n: '' },
  },
  { sql: 'select A as a, "B" as b from T', gives: { a: 'copied t.a', b: 'copied t.b' } },
  {
    sql: 'select a as x, x + 1 as y, y || b as z from t',
    gives: { x: 'renamed t.a', y: 'computed t.a', z: 'computed t.a, computed t.b' },
  },
  {
    sql: 'select a, a, b as a from t',
    gives: { a: 'copied t.a', a_1: 'renamed t.a', a_2: 'renamed t.b' },
  },
  {
    sql: 'select * exclude (a, d) replace (c * 2 as c) rename (b as bb) from t',
    gives: { bb: 'renamed t.b', c: 'computed t.c', l: 'copied t.l' },
  },
  { sql: "select columns('a|b') from t", gives: { a: 'copied t.a', b: 'copied t.b' } },
  {
    sql: "select columns('^[ab]$')::varchar from t",
    gives: { a: 'computed t.a', b: 'copied t.b' },
  },
  {
    sql: "select max(columns([x for x in (*) if x in ('a', 'b')])) from t",
    gives: { a: 'aggregated t.a', b: 'aggregated t.b' },
  },
  {
    sql: "select * like 'a%' from t",
    gives: { a: 'copied t.a' },
  },
  {
    sql: "select a::varchar as a, cast(b as mood) as m, try_cast(b as int) as i from t where b in ('a', 'b')",
    gives: { a: 'computed t.a', m: 'computed t.b', i: 'computed t.b' },
    uses: 'filtered t.b',
  },
  {
    sql: `select case when a > 1 then b else 'x' end as k, coalesce(a, c) as m, a between 1 and c as n, a is null as o,
      a in (1, 2) as p, nullif(a, 2) as q, if(a > 1, b, null) as r from t`,
    gives: {
      k: 'computed t.a, computed t.b',
      m: 'computed t.a, computed t.c',
      n: 'computed t.a, computed t.c',
      o: 'computed t.a',
      p: 'computed t.a',
      q: 'computed t.a',
      r: 'computed t.a, computed t.b',
    },
  },
  { sql: 'select 1 as one from t', gives: { one: '' } },
  { sql: 'select 1 as one', gives: { one: '' } },
  { sql: "values (1, 'a'), (2, 'b')", gives: { col0: '', col1: '' } },
  { sql: "select * from (values (1, 'a'), (2, 'b')) v(x, y)", gives: { x: '', y: '' } },
  { sql: 'select * from t where false', gives: all },
  {
    sql: 'select a, c from t where 1 = 0 and c > 2',
    gives: { a: 'copied t.a', c: 'copied t.c' },
    uses: 'filtered t.c',
  },
  {
    sql: "select a from t where c > 2 and b like 'a%' or a = 1",
    gives: { a: 'copied t.a' },
    uses: 'filtered t.a, filtered t.b, filtered t.c',
  },
  {
    sql: 'select b from t order by a, c limit 3',
    gives: { b: 'copied t.b' },
    uses: 'ordered t.a, ordered t.c',
    unstable: 'ties',
  },
  {
    sql: 'select a from t order by all limit 40 percent',
    gives: { a: 'copied t.a' },
    uses: 'ordered t.a',
  },
  {
    sql: 'select a from t order by a limit (select max(a) from u)',
    gives: { a: 'copied t.a' },
    uses: 'filtered u.a, ordered t.a',
  },
  { sql: 'select distinct b from t', gives: { b: 'copied t.b' }, uses: 'distinct t.b' },
  {
    sql: 'select distinct on (a) a, b from t order by a, c, b',
    gives: { a: 'copied t.a', b: 'copied t.b' },
    uses: 'distinct t.a, ordered t.a, ordered t.b, ordered t.c',
  },
  { sql: 'select a from t using sample 50%', gives: { a: 'copied t.a' }, unstable: 'a sample' },
  {
    sql: 'select a from t tablesample reservoir(3)',
    gives: { a: 'copied t.a' },
    unstable: 'a sample',
  },
  {
    sql: "select random() as r, nextval('numbers') as n, now() as t from t",
    gives: { r: '', n: '', t: '' },
    unstable: 'by nature',
  },
  { sql: 'select rowid, a from t', gives: { rowid: 'copied t.rowid', a: 'copied t.a' } },
  {
    sql: 'select x.a, y.a as a2 from (select a, b from t) x, (select b, a from t) y where x.b = y.b',
    gives: { a: 'copied t.a', a2: 'renamed t.a' },
    uses: 'joined t.b',
  },
]

export const reads: readonly LineageCase[] = [
  { sql: 'select * from v', gives: { va: 'renamed t.a', c: 'copied t.c' }, uses: 'filtered t.b' },
  { sql: 'select add_up(a, c) as s from t', gives: { s: 'computed t.a, computed t.c' } },
  { sql: 'select a, best() as z from t', gives: { a: 'copied t.a', z: 'aggregated u.z' } },
  {
    sql: 'select * from above(2)',
    gives: { a: 'copied t.a', b: 'copied t.b' },
    uses: 'filtered t.c',
  },
  { sql: 'select a, b, e from g', gives: { a: 'copied g.a', b: 'computed g.a', e: 'copied g.e' } },
  { sql: 'select a, "Q q" from s.w', gives: { a: 'copied s.w.a', 'Q q': 'copied s.w.Q q' } },
  { sql: "select * from query('select a from t')", gives: { a: 'copied t.a' } },
  { sql: "select a from query_table('t')", gives: { a: 'copied t.a' } },
  { sql: 'select range as r from range(3)', gives: { r: '' } },
  {
    sql: 'select a, r.range from t, range(t.a) r',
    gives: { a: 'copied t.a', range: 'computed t.a' },
    uses: 'joined t.a',
  },
  {
    sql: 'select x from generate_series(1, (select max(a) from t)) g(x)',
    gives: { x: 'aggregated t.a' },
    uses: 'joined t.a',
  },
  {
    sql: "select name from duckdb_settings() where name = 'threads'",
    gives: { name: 'copied duckdb_settings.name' },
    uses: 'filtered duckdb_settings.name',
  },
]
