import type { LineageCase } from './case.ts'

export const joins: readonly LineageCase[] = [
  {
    sql: 'select t.b, u.z from t join u on t.a = u.a',
    gives: { b: 'copied t.b', z: 'copied u.z' },
    uses: 'joined t.a, joined u.a',
  },
  {
    sql: 'select a, b, z from t left join u using (a)',
    gives: { a: 'copied t.a', b: 'copied t.b', z: 'copied u.z' },
    uses: 'joined t.a, joined u.a',
  },
  {
    sql: 'select a, b, z from t right join u using (a)',
    gives: { a: 'copied u.a', b: 'copied t.b', z: 'copied u.z' },
    uses: 'joined t.a, joined u.a',
  },
  {
    sql: 'select a, b, z from t full join u using (a)',
    gives: { a: 'computed t.a, computed u.a', b: 'copied t.b', z: 'copied u.z' },
    uses: 'joined t.a, joined u.a',
  },
  {
    sql: 'select b, z from t natural join u',
    gives: { b: 'copied t.b', z: 'copied u.z' },
    uses: 'joined t.a, joined u.a',
  },
  {
    sql: 'select b, z from t cross join u',
    gives: { b: 'copied t.b', z: 'copied u.z' },
  },
  {
    sql: "select t.b from t, u where t.a = u.a and u.z = 'a'",
    gives: { b: 'copied t.b' },
    uses: 'filtered u.z, joined t.a, joined u.a',
  },
  {
    sql: 'select t.b from t join u on t.a < u.a and t.c > 1',
    gives: { b: 'copied t.b' },
    uses: 'filtered t.c, joined t.a, joined u.a',
  },
  {
    sql: 'select t.b from t left join u on t.a + u.a > 3 or t.b = u.z',
    gives: { b: 'copied t.b' },
    uses: 'joined t.a, joined t.b, joined u.a, joined u.z',
  },
  {
    sql: 'select b from t semi join u using (a)',
    gives: { b: 'copied t.b' },
    uses: 'joined t.a, joined u.a',
  },
  {
    sql: 'select b from t anti join u on t.a = u.a and u.z > t.b',
    gives: { b: 'copied t.b' },
    uses: 'joined t.a, joined t.b, joined u.a, joined u.z',
  },
  {
    sql: 'select t.a, u.z from t positional join u',
    gives: { a: 'copied t.a', z: 'copied u.z' },
  },
  {
    sql: 'select times.v, prices.p from times asof join prices on times.k = prices.k and times.ts >= prices.ts',
    gives: { v: 'copied times.v', p: 'copied prices.p' },
    uses: 'joined prices.k, joined prices.ts, joined times.k, joined times.ts',
    unstable: 'equal times',
  },
  {
    sql: 'select v, p, ts from times asof left join prices using (k, ts)',
    gives: { v: 'copied times.v', p: 'copied prices.p', ts: 'copied times.ts' },
    uses: 'joined prices.k, joined prices.ts, joined times.k, joined times.ts',
    unstable: 'equal times',
  },
  {
    sql: 'select t.b from t join u on t.a = u.a left join s.w on w.a = u.a join staff on staff.id = w.a',
    gives: { b: 'copied t.b' },
    uses: 'joined s.w.a, joined staff.id, joined t.a, joined u.a',
  },
  {
    sql: 'select x.name, y.name as boss from staff x left join staff y on x.boss = y.id',
    gives: { name: 'copied staff.name', boss: 'renamed staff.name' },
    uses: 'joined staff.boss, joined staff.id',
  },
  {
    sql: 'select t.a, m from t, (select max(z) as m from u where a > 1)',
    gives: { a: 'copied t.a', m: 'aggregated u.z' },
    uses: 'filtered u.a',
  },
  {
    sql: 'select a from (select t.a, m from t, (select max(z) as m from u where a > 1))',
    gives: { a: 'copied t.a' },
  },
  {
    sql: 'select t.b, x.q from t, lateral (select u.z || t.b as q from u where u.a = t.a) x',
    gives: { b: 'copied t.b', q: 'computed t.b, computed u.z' },
    uses: 'joined t.a, joined u.a',
  },
  {
    sql: 'select t.b, x.z from t left join lateral (select z, a from u where u.a > t.a) x on x.a < t.c',
    gives: { b: 'copied t.b', z: 'copied u.z' },
    uses: 'joined t.a, joined t.c, joined u.a',
  },
  {
    sql: 'select t.b, x.n from t, lateral (select count(*) as n from u where u.a = t.a) x',
    gives: { b: 'copied t.b', n: '' },
    uses: 'joined t.a, joined u.a',
  },
  {
    sql: 'select x.k, count(*) as n from t, lateral (select t.b as k from u where u.a = t.a) x group by x.k',
    gives: { k: 'renamed t.b', n: '' },
    uses: 'grouped t.b, joined t.a, joined u.a',
  },
]
