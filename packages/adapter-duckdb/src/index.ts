export { duckdbAdapter } from './adapter.ts'
export type { FileInspection } from './load/files/inspection.ts'
