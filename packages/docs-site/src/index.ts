export type * from './data/index.ts'
