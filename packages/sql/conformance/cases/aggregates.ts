import type { LineageCase } from './case.ts'

export const aggregates: readonly LineageCase[] = [
  {
    sql: 'select b, sum(a) as s, count(*) as n, count(c) as m from t group by b',
    gives: { b: 'copied t.b', s: 'aggregated t.a', n: '', m: 'aggregated t.c' },
    uses: 'grouped t.b',
  },
  { sql: 'select count(*) as n from t', gives: { n: '' } },
  {
    sql: `select sum(a) filter (where c > 1) as s, string_agg(b, ',' order by c, b) as l, count(distinct b) as d,
      arg_max(b, a + c) as m, quantile_cont(c, 0.5) as q, sum(a + c) as x from t`,
    gives: {
      s: 'aggregated t.a, aggregated t.c',
      l: 'aggregated t.b, aggregated t.c',
      d: 'aggregated t.b',
      m: 'aggregated t.a, aggregated t.b, aggregated t.c',
      q: 'aggregated t.c',
      x: 'aggregated t.a, aggregated t.c',
    },
    unstable: 'ties of arg_max',
  },
  {
    sql: 'select a + 1 as k, max(c) / count(*) as r from t group by all',
    gives: { k: 'computed t.a', r: 'aggregated t.c' },
    uses: 'grouped t.a',
  },
  {
    sql: 'select lower(b) as k, b || a as m from t group by lower(b), b || a having max(c) > 2',
    gives: { k: 'computed t.b', m: 'computed t.a, computed t.b' },
    uses: 'filtered t.c, grouped t.a, grouped t.b',
  },
  {
    sql: 'select sum(a) as s, s + 1 as next from t',
    gives: { s: 'aggregated t.a', next: 'aggregated t.a' },
  },
  {
    sql: 'select a, b, sum(c) as s, grouping(a) as g from t group by rollup (a, b)',
    gives: { a: 'copied t.a', b: 'copied t.b', s: 'aggregated t.c', g: '' },
    uses: 'grouped t.a, grouped t.b',
  },
  {
    sql: 'select a, count(*) as n from t group by grouping sets ((a), (b), ())',
    gives: { a: 'copied t.a', n: '' },
    uses: 'grouped t.a, grouped t.b',
  },
  {
    sql: 'select a, count(*) as n from t group by cube (a, b)',
    gives: { a: 'copied t.a', n: '' },
    uses: 'grouped t.a, grouped t.b',
  },
  {
    sql: 'select max(n) as m from (select b, count(*) as n from t group by b)',
    gives: { m: '' },
    uses: 'grouped t.b',
  },
  {
    sql: 'select n from (select b, count(*) as n, max(c) as c from t group by b)',
    gives: { n: '' },
    uses: 'grouped t.b',
  },
]

export const windows: readonly LineageCase[] = [
  {
    sql: 'select a, row_number() over (partition by b order by c, a, l) as n from t',
    gives: { a: 'copied t.a', n: 'computed t.a, computed t.b, computed t.c, computed t.l' },
    unstable: 'ties',
  },
  {
    sql: 'select sum(a) over (partition by b) as s, max(c) over () as m, count(*) over () as n from t',
    gives: { s: 'aggregated t.a, computed t.b', m: 'aggregated t.c', n: '' },
  },
  {
    sql: 'select lag(a, 1, 0) over w as p, first_value(b) over w as f, rank() over w as r from t window w as (order by c, a, b)',
    gives: {
      p: 'computed t.a, computed t.b, computed t.c',
      f: 'computed t.a, computed t.b, computed t.c',
      r: 'computed t.a, computed t.b, computed t.c',
    },
  },
  {
    sql: 'select sum(a) filter (where c > 1) over (order by a range between 1 preceding and current row) as s from t',
    gives: { s: 'aggregated t.a, aggregated t.c' },
  },
  {
    sql: 'select a, b from t qualify row_number() over (partition by a order by c desc, b) = 1',
    gives: { a: 'copied t.a', b: 'copied t.b' },
    uses: 'filtered t.a, filtered t.b, filtered t.c',
  },
  {
    sql: 'select * exclude (n) from (select a, b, row_number() over (partition by a order by c, b) as n from t) where n = 1',
    gives: { a: 'copied t.a', b: 'copied t.b' },
    uses: 'filtered t.a, filtered t.b, filtered t.c',
  },
  {
    sql: 'select a from (select a, sum(c) over (partition by b) as s from t)',
    gives: { a: 'copied t.a' },
  },
  {
    sql: 'select b, sum(sum(a)) over (order by b) as s from t group by b',
    gives: { b: 'copied t.b', s: 'aggregated t.a, computed t.b' },
    uses: 'grouped t.b',
  },
]
