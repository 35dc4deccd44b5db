import type { LineageCase } from './case.ts'

export const nested: readonly LineageCase[] = [
  {
    sql: "select d.x as x, d['y'] as y, l[1] as l1, struct_extract(d, 'x') as e from t",
    gives: { x: 'computed t.d', y: 'computed t.d', l1: 'computed t.l', e: 'computed t.d' },
  },
  { sql: 'select d.* from t', gives: { x: 'computed t.d', y: 'computed t.d' } },
  { sql: 'select unnest(d) from t', gives: { x: 'computed t.d', y: 'computed t.d' } },
  {
    sql: "with x as (select {'k': a, 'z': b} as s from t) select s.k, s.z as b, s.k + 1 as n, s from x",
    gives: {
      k: 'renamed t.a',
      b: 'copied t.b',
      n: 'computed t.a',
      s: 'computed t.a, computed t.b',
    },
  },
  {
    sql: "with x as (select {'k': {'i': a}, 'z': b} as s from t) select s.k.i as a, s.k from x",
    gives: { a: 'copied t.a', k: 'computed t.a' },
  },
  {
    sql: "select s.k as a from (select {'k': a, 'z': b} as s from t union all select {'k': a, 'z': z} from u)",
    gives: { a: 'copied t.a, copied u.a' },
  },
  {
    sql: 'select t as whole from t',
    gives: { whole: 'computed t.a, computed t.b, computed t.c, computed t.d, computed t.l' },
  },
  { sql: 'select x.a from (select t as x from t)', gives: { a: 'copied t.a' } },
  {
    sql: 'select [a, c][1] as f, [b, b || a] as l, map {b: a} as m, row(a, b) as r from t where b is not null',
    gives: {
      f: 'computed t.a',
      l: 'computed t.a, computed t.b',
      m: 'computed t.a, computed t.b',
      r: 'computed t.a, computed t.b',
    },
    uses: 'filtered t.b',
  },
  {
    sql: 'select list_transform(l, lambda e: e + a) as p, list_filter(l, lambda e: e > c) as f, [e * 2 for e in l if e > a] as h from t',
    gives: {
      p: 'computed t.a, computed t.l',
      f: 'computed t.c, computed t.l',
      h: 'computed t.a, computed t.l',
    },
  },
  {
    sql: 'select list_transform(l, lambda e: list_transform([a], lambda i: i + e + c)) as p from t',
    gives: { p: 'computed t.a, computed t.c, computed t.l' },
  },
  {
    sql: 'select b, unnest(l) as e from t',
    gives: { b: 'copied t.b', e: 'computed t.l' },
    uses: 'joined t.l',
  },
  {
    sql: 'select b, e from t, unnest(l) as q(e)',
    gives: { b: 'copied t.b', e: 'computed t.l' },
    uses: 'joined t.l',
  },
  {
    sql: 'select b from t, unnest(l)',
    gives: { b: 'copied t.b' },
    uses: 'joined t.l',
  },
  {
    sql: 'select b, unnest([a, a]) as e from t',
    gives: { b: 'copied t.b', e: 'renamed t.a' },
  },
  {
    sql: 'select b, e, o from t, unnest(l) with ordinality q(e, o)',
    gives: { b: 'copied t.b', e: 'computed t.l', o: 'computed t.l' },
    uses: 'joined t.l',
  },
  {
    sql: "select unnest([{'i': a, 'j': b}], recursive := true) from t",
    gives: { i: 'renamed t.a', j: 'renamed t.b' },
  },
  {
    sql: "select to_json(d) as j, json_extract(b, '$.x') as e, b ->> '$.y' as f from t where b is null",
    gives: { j: 'computed t.d', e: 'computed t.b', f: 'computed t.b' },
    uses: 'filtered t.b',
  },
  {
    sql: "select list(b order by a, b)[1] as f, list({'k': a, 'z': b} order by a, b) as s from t",
    gives: { f: 'aggregated t.a, aggregated t.b', s: 'aggregated t.a, aggregated t.b' },
  },
]

const manyValues = ['b', ...Array.from({ length: 100 }, (_, index) => `y${index}`)]
  .map((value) => `'${value}'`)
  .join()

export const pivots: readonly LineageCase[] = [
  {
    sql: "pivot p on k in ('a', 'b') using sum(v) group by y",
    gives: {
      y: 'copied p.y',
      a: 'aggregated p.k, aggregated p.v',
      b: 'aggregated p.k, aggregated p.v',
    },
    uses: 'grouped p.y',
  },
  {
    sql: "select a_s, b_m from p pivot (sum(v) as s, max(y) as m for k in ('a', 'b'))",
    gives: { a_s: 'aggregated p.k, aggregated p.v', b_m: 'aggregated p.k, aggregated p.y' },
  },
  {
    // More values than fit into FILTERs of aggregates: another operator.
    sql: `from p pivot (sum(v) as s, max(y) as m for k in (${manyValues})) select y0_s, y1_m, y99_s, b_s`,
    gives: {
      y0_s: 'aggregated p.k, aggregated p.v',
      y1_m: 'aggregated p.k, aggregated p.y',
      y99_s: 'aggregated p.k, aggregated p.v',
      b_s: 'aggregated p.k, aggregated p.v',
    },
  },
  {
    sql: 'select * from p unpivot (val for nm in (v, y))',
    gives: { k: 'copied p.k', nm: '', val: 'renamed p.v, renamed p.y' },
    uses: 'filtered p.v, filtered p.y',
  },
  {
    sql: 'unpivot p on v, y into name nm value val',
    gives: { k: 'copied p.k', nm: '', val: 'renamed p.v, renamed p.y' },
    uses: 'filtered p.v, filtered p.y',
  },
  {
    sql: 'from p unpivot include nulls (val for nm in (v, y))',
    gives: { k: 'copied p.k', nm: '', val: 'renamed p.v, renamed p.y' },
  },
  {
    sql: "select a from (pivot (select k, v from p where y = 1) on k in ('a', 'b') using max(v))",
    gives: { a: 'aggregated p.k, aggregated p.v' },
    uses: 'filtered p.y',
  },
]
