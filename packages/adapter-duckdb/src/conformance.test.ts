import { testAdapter } from '@btn/adapter/conformance'
import { duckdbAdapter } from './index.ts'

testAdapter({
  adapter: duckdbAdapter,
  target: { type: 'duckdb', path: 'conformance.duckdb' },
  endlessSql:
    'select count(*) from range(1000000) a, range(1000000) b where a.range + b.range = -1',
})
