import type { Place } from './basics.ts'
import type { Coded, Resource } from './node.ts'

/** A question about the data or about the runs, asked after what it is about is there, and what is done when the answer is bad. */
export interface Monitor extends Resource, Coded {
  readonly kind: 'monitor'
  readonly spec: MonitorSpec
  /** The whole entry. */
  readonly place: Place
  /** The query, or what stands for it. */
  readonly textPlace: Place
}

export interface MonitorSpec {
  readonly measure: Measure
  /** The table that it is about, as a call of `ref` or `source`; `{table}` in its query. */
  readonly on?: string
  readonly errorIf?: Condition
  readonly warnIf?: Condition
  readonly history?: MonitorHistory
  /** stop: nothing downstream is built or published; fail: the run goes on and ends with 1; warn: it is told. */
  readonly onError: 'stop' | 'fail' | 'warn'
}

export type Measure =
  /** What a query gives: a number, or a number for each date. */
  | { readonly kind: 'value' }
  | FreshnessMeasure
  | SlaMeasure
  /** The share of loads that succeeded, of those that began within so many milliseconds. */
  | { readonly kind: 'success-rate'; readonly withinMs: number }

/** How old the newest row is. What is left out is as the source says it. */
export interface FreshnessMeasure {
  readonly kind: 'freshness'
  readonly column?: string
  readonly filter?: string
  readonly warnAfter?: number
  readonly errorAfter?: number
  readonly place: Place
}

/** On these days the table is to be ready at a time of the clock. */
export interface SlaMeasure {
  readonly kind: 'sla'
  /** `07:00` */
  readonly by: string
  /** 1 is Monday, 7 Sunday. */
  readonly days: readonly number[]
  readonly timezone: string
  readonly place: Place
}

export interface MonitorHistory {
  /** So many values are wanted; with fewer there is no verdict. */
  readonly last: number
  /** Only values of so many days before are any: a day without one leaves a gap. */
  readonly days?: number
  readonly per: 'date' | 'run'
  readonly baseline: 'median' | 'mean' | 'previous'
}

/** The words that conditions know. */
export type ConditionWord =
  'value' | 'median' | 'mean' | 'stddev' | 'zscore' | 'previous' | 'change'

export interface Condition {
  /** As written. */
  readonly text: string
  /** SQL over the words; percentages are shares. */
  readonly sql: string
  readonly words: readonly ConditionWord[]
  /** Where the condition holds the value against one number. */
  readonly limit?: Limit
  readonly unit: ValueUnit
  readonly place: Place
}

export interface Limit {
  readonly operator: '>' | '>=' | '<' | '<=' | '=' | '!='
  readonly value: number
}

export type ValueUnit = 'plain' | 'percent' | 'seconds'

/** Who is told when something fails, and when it is over. */
export interface AlertSpec {
  readonly name: string
  readonly on: readonly AlertSeverity[]
  /** What it listens to. */
  readonly of: readonly AlertSubject[]
  /** Only these, by name; all where it is left out. */
  readonly names?: readonly string[]
  readonly sink: AlertSink
  readonly retries: number
  /** Milliseconds; undefined: a failure is told once. */
  readonly repeatEveryMs?: number
  readonly place: Place
}

export type AlertSeverity = 'error' | 'warn'
export type AlertSubject = 'monitor' | 'test' | 'load' | 'model'

/** Texts of the project's with placeholders in single braces. */
export type AlertTemplate =
  | string
  | number
  | boolean
  | null
  | readonly AlertTemplate[]
  | { readonly [key: string]: AlertTemplate }

export type AlertSink =
  | { readonly kind: 'stdout' }
  | {
      readonly kind: 'file'
      readonly path: string
      /** Of a JSON file: the whole, with `{alerts}` in it, and each of them. */
      readonly document?: AlertTemplate
      readonly alert?: AlertTemplate
    }
  | {
      readonly kind: 'webhook'
      readonly url: string
      readonly headers: Readonly<Record<string, string>>
      readonly body?: AlertTemplate
    }
  | { readonly kind: 'command'; readonly words: readonly string[] }
