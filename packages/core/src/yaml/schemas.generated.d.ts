import type { Validator } from './validate.ts'

export const packages: Validator
export const project: Validator
export const properties: Validator
export const testConfig: Validator
