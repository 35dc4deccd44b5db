export { duckdbAdapter } from './adapter.ts'
