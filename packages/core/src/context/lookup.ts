import type { Node } from '../types/index.ts'

/** Finds nodes by the names that templates use. */
export interface Lookup {
  findRef(
    fromPackage: string,
    name: string,
    packageName: string | undefined,
    version: string | number | undefined,
  ): Node | 'disabled' | undefined
  findSource(fromPackage: string, source: string, table: string): Node | 'disabled' | undefined
  findFunction(
    fromPackage: string,
    name: string,
    packageName: string | undefined,
  ): Node | 'disabled' | undefined
  findMetric(
    fromPackage: string,
    name: string,
    packageName: string | undefined,
  ): Node | 'disabled' | undefined
  functionNames(): Iterable<string>
  metricNames(): Iterable<string>
  refNames(): Iterable<string>
  sourceNames(): Iterable<string>
}
