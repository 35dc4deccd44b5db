import type { LineageCase } from './case.ts'

export const sets: readonly LineageCase[] = [
  {
    sql: 'select a, b from t union all select a, z from u',
    gives: { a: 'copied t.a, copied u.a', b: 'copied t.b, renamed u.z' },
  },
  {
    sql: 'select a from t union select a from u',
    gives: { a: 'copied t.a, copied u.a' },
    uses: 'distinct t.a, distinct u.a',
  },
  {
    sql: 'select a, b from t union all by name select z as b, a, 1 as e from u',
    gives: { a: 'copied t.a, copied u.a', b: 'copied t.b, renamed u.z', e: '' },
  },
  {
    sql: 'select a, b from t union by name select z as b from u',
    gives: { a: 'copied t.a', b: 'copied t.b, renamed u.z' },
    uses: 'distinct t.a, distinct t.b, distinct u.z',
  },
  {
    sql: 'select a from t union all select c from t union all select a from u',
    gives: { a: 'computed t.a, computed u.a, renamed t.c' },
  },
  {
    sql: 'select a from t except select a from u',
    gives: { a: 'copied t.a' },
    uses: 'distinct t.a, filtered t.a, filtered u.a',
  },
  {
    sql: 'select a, b from t except all select a, z from u',
    gives: { a: 'copied t.a', b: 'copied t.b' },
    uses: 'filtered t.a, filtered t.b, filtered u.a, filtered u.z',
  },
  {
    sql: 'select a from t intersect select a from u',
    gives: { a: 'copied t.a' },
    uses: 'distinct t.a, filtered t.a, filtered u.a',
  },
  {
    sql: "(select a, b from t where c > 1) union all (select a, z from u where z = 'a' order by a, z limit 2)",
    gives: { a: 'copied t.a, copied u.a', b: 'copied t.b, renamed u.z' },
    uses: 'filtered t.c, filtered u.z, ordered u.a, ordered u.z',
  },
  {
    sql: 'select b from (select a, b from t union all select a, z from u) where a > 1',
    gives: { b: 'copied t.b, renamed u.z' },
    uses: 'filtered t.a, filtered u.a',
  },
]

export const ctes: readonly LineageCase[] = [
  {
    sql: 'with x as (select a as k, b from t), y as (select k as a, b as n from x) select a, n from y',
    gives: { a: 'copied t.a', n: 'renamed t.b' },
  },
  {
    sql: 'with x as materialized (select a, b from t), y as not materialized (select a, c from t) select x.b, y.c from x join y using (a)',
    gives: { b: 'copied t.b', c: 'copied t.c' },
    uses: 'joined t.a',
  },
  {
    sql: "with x as (select a, b from t where c > 1), unused as (select a from u where z > 'a') select b from x",
    gives: { b: 'copied t.b' },
    uses: 'filtered t.c',
  },
  {
    sql: 'with t as (select a, z as b from u) select a, b from t',
    gives: { a: 'copied u.a', b: 'renamed u.z' },
  },
  {
    sql: 'with x(p, q) as (select a, b from t) select q, p from x',
    gives: { q: 'renamed t.b', p: 'renamed t.a' },
  },
  {
    sql: 'with x as (select * from t) select m.b from x m join x n on m.a = n.a where n.c > 1',
    gives: { b: 'copied t.b' },
    uses: 'filtered t.c, joined t.a',
  },
  {
    sql: 'with x as (with y as (select a from t) select a + 1 as k from y) select k from x',
    gives: { k: 'computed t.a' },
  },
  {
    sql: 'with recursive r as (select a, 1 as n from t union all select a + 1, n + 1 from r where n < 3) select * from r',
    gives: { a: 'computed t.a', n: '' },
  },
  {
    sql: `with recursive r as (
        select id, name, 0 as depth from staff where boss is null
        union all select staff.id, r.name, r.depth + 1 from staff join r on staff.boss = r.id where r.depth < 3
      ) select name as top, id, depth from r`,
    gives: { top: 'renamed staff.name', id: 'copied staff.id', depth: '' },
    uses: 'filtered staff.boss, joined staff.boss, joined staff.id',
  },
  {
    sql: 'with recursive r as (select id, boss from staff union select r.id, staff.boss from r join staff on staff.id = r.boss) select * from r',
    gives: { id: 'copied staff.id', boss: 'copied staff.boss' },
    uses: 'distinct staff.boss, distinct staff.id, joined staff.boss, joined staff.id',
  },
  {
    sql: 'with recursive r(k, n) using key (k) as (select a, c from t union select k + 1, n from r where k < 3) select n from r',
    gives: { n: 'renamed t.c' },
    uses: 'distinct t.a, filtered t.a',
    unstable: 'which of the rows of a key is kept',
  },
  {
    sql: "with recursive r as (select a, {'x': b} as s from t union all select a + 5, {'x': s.x} from r where a < 3) select s.x as x from r",
    gives: { x: 'computed t.b' },
    uses: 'filtered t.a',
  },
]
