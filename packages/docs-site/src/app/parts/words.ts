import type { Kind, Status, Verdict } from '../../data/index.ts'
import type { IconName } from './icon.tsx'

/** What a kind is called: one of it, several of it. */
export const KIND_WORDS: Readonly<Record<Kind, readonly [one: string, many: string]>> = {
  model: ['model', 'models'],
  source: ['source', 'sources'],
  seed: ['seed', 'seeds'],
  snapshot: ['snapshot', 'snapshots'],
  exposure: ['exposure', 'exposures'],
  metric: ['metric', 'metrics'],
  semantic_model: ['semantic model', 'semantic models'],
  saved_query: ['saved query', 'saved queries'],
  report: ['report', 'reports'],
  monitor: ['monitor', 'monitors'],
  function: ['function', 'functions'],
  analysis: ['analysis', 'analyses'],
  operation: ['hook', 'hooks'],
  test: ['test', 'tests'],
  unit_test: ['unit test', 'unit tests'],
  macro: ['macro', 'macros'],
  group: ['group', 'groups'],
}

/** What a verdict looks like; the word beside it says the same. */
export const VERDICT_ICONS: Readonly<Record<Verdict, IconName>> = {
  good: 'ok',
  warn: 'warn',
  bad: 'error',
  none: 'none',
}

/** What a status is called on the page. */
export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  success: 'succeeded',
  pass: 'passed',
  warn: 'warned',
  fail: 'failed',
  error: 'error',
  skipped: 'skipped',
  'no-op': 'nothing to do',
  'partial success': 'partly failed',
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
