import type { LineageCase } from './case.ts'

export const subqueries: readonly LineageCase[] = [
  { sql: 'select (select max(a) from u) as m', gives: { m: 'aggregated u.a' } },
  {
    sql: 'select b, (select max(z) from u where u.a = 2) as z from t',
    gives: { b: 'copied t.b', z: 'aggregated u.z' },
    uses: 'filtered u.a',
  },
  {
    sql: 'select (select z from u order by a, z limit 1) as z from t',
    gives: { z: 'copied u.z' },
    uses: 'ordered u.a, ordered u.z',
  },
  {
    sql: 'select b, (select max(z) from u where u.a = t.a) as m from t',
    gives: { b: 'copied t.b', m: 'aggregated u.z' },
    uses: 'joined t.a, joined u.a',
  },
  {
    sql: 'select b from (select b, (select max(z) from u where u.a = t.a) as m from t)',
    gives: { b: 'copied t.b' },
  },
  {
    sql: 'select b, (select count(*) from u where u.a = t.a) as n from t',
    gives: { b: 'copied t.b', n: '' },
    uses: 'joined t.a, joined u.a',
  },
  {
    sql: 'select b, (select max(u.z || t.b) from u) as m from t',
    gives: { b: 'copied t.b', m: 'aggregated t.b, aggregated u.z' },
  },
  {
    sql: 'select b, (select z from u where u.a = t.a order by z limit 1) as z from t',
    gives: { b: 'copied t.b', z: 'copied u.z' },
    uses: 'filtered u.z, joined t.a, joined u.a',
  },
  {
    sql: `select (select max(q) from (select z || t.b as q from u union all select z from u where u.a = 1)) as m from t`,
    gives: { m: 'aggregated t.b, aggregated u.z' },
    uses: 'filtered u.a',
  },
  {
    sql: 'select (select (select max(w.a) from s.w where w.a = u.a and w.a > t.a) from u where u.a = t.a order by all limit 1) as m from t',
    gives: { m: 'aggregated s.w.a' },
    uses: 'filtered s.w.a, joined s.w.a, joined t.a, joined u.a',
  },
  {
    sql: 'select b from t where exists (select 1 from u where u.a = t.a)',
    gives: { b: 'copied t.b' },
    uses: 'joined t.a, joined u.a',
  },
  {
    sql: "select b from t where not exists (select 1 from u where u.a = t.a and z = 'a')",
    gives: { b: 'copied t.b' },
    uses: 'filtered u.z, joined t.a, joined u.a',
  },
  {
    sql: "select b from t where exists (from u where z = 'a')",
    gives: { b: 'copied t.b' },
    uses: 'filtered u.z',
  },
  {
    sql: 'select b, exists (select 1 from u where u.a = t.a) as e from t',
    gives: { b: 'copied t.b', e: '' },
    uses: 'joined t.a, joined u.a',
  },
  {
    sql: `select b from t where exists (select 1 from u where u.a = t.a and exists (
      select 1 from s.w where w.a = t.a and "Q q" is not null and u.z = t.b))`,
    gives: { b: 'copied t.b' },
    uses: 'filtered s.w.Q q, filtered t.b, filtered u.z, joined s.w.a, joined t.a, joined u.a',
  },
  {
    sql: 'select b from t where a in (select a from u)',
    gives: { b: 'copied t.b' },
    uses: 'filtered t.a, filtered u.a',
  },
  {
    sql: "select b from t where a not in (select a from u where z = 'b')",
    gives: { b: 'copied t.b' },
    uses: 'filtered t.a, filtered u.a, filtered u.z',
  },
  {
    sql: 'select b from t where (a, b) in (select a, z from u)',
    gives: { b: 'copied t.b' },
    uses: 'filtered t.a, filtered t.b, filtered u.a, filtered u.z',
  },
  {
    sql: 'select a in (select a from u) as known from t',
    gives: { known: 'computed t.a, computed u.a' },
  },
  {
    sql: 'select b from t where b in (select z from u where u.a = t.a)',
    gives: { b: 'copied t.b' },
    uses: 'filtered t.b, filtered u.z, joined t.a, joined u.a',
  },
  {
    sql: 'select b from t where a > all (select a from u where z = t.b)',
    gives: { b: 'copied t.b' },
    uses: 'filtered t.a, filtered u.a, joined t.b, joined u.z',
  },
  {
    sql: 'select a = any (select a from u) as known from t',
    gives: { known: 'computed t.a, computed u.a' },
  },
  {
    sql: 'select b, array(select z from u where u.a = t.a order by z) as zs from t',
    gives: { b: 'copied t.b', zs: 'aggregated u.z' },
    uses: 'joined t.a, joined u.a, ordered u.z',
  },
  {
    sql: 'select a from t group by a having a > (select min(a) from u) and count(*) < 3',
    gives: { a: 'copied t.a' },
    uses: 'filtered t.a, filtered u.a, grouped t.a',
  },
  {
    sql: 'select b from t where c > (select avg(c) from t as o where o.b = t.b)',
    gives: { b: 'copied t.b' },
    uses: 'filtered t.c, joined t.b',
  },
  {
    sql: 'select sum((select max(u.a) from u where u.z = t.b)) as s from t',
    gives: { s: 'aggregated u.a' },
    uses: 'joined t.b, joined u.z',
  },
]
