import type { Validator } from './schema-errors.ts'

export const config: Validator
export const load: Validator
export const packages: Validator
export const project: Validator
export const properties: Validator
export const testConfig: Validator
