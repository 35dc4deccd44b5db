import type { Page } from '../../data/index.ts'
import type { Entry } from '../../read/entries.ts'
import type { Reading } from '../../read/reading.ts'
import { toExposurePage, toMetricPage, toSavedQueryPage, toSemanticModelPage } from './described.ts'
import { toCodePage, toGroupPage, toMacroPage, toMonitorPage, toReportPage } from './others.ts'
import { toTablePage } from './table.ts'
import { toTestPage, toUnitTestPage } from './tests.ts'

/** The page of an entry, by its kind. */
export function toPage(entry: Entry, reading: Reading): Page {
  const { kind } = entry
  switch (kind) {
    case 'model':
    case 'source':
    case 'seed':
    case 'snapshot':
      return toTablePage(entry, kind, reading)
    case 'analysis':
    case 'operation':
    case 'function':
      return toCodePage(entry, kind, reading)
    case 'exposure':
      return toExposurePage(entry, reading)
    case 'metric':
      return toMetricPage(entry, reading)
    case 'semantic_model':
      return toSemanticModelPage(entry, reading)
    case 'saved_query':
      return toSavedQueryPage(entry, reading)
    case 'report':
      return toReportPage(entry, reading)
    case 'monitor':
      return toMonitorPage(entry, reading)
    case 'test':
      return toTestPage(entry, reading)
    case 'unit_test':
      return toUnitTestPage(entry, reading)
    case 'macro':
      return toMacroPage(entry, reading)
    case 'group':
      return toGroupPage(entry, reading)
  }
}
