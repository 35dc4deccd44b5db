import type { OptionTable } from './spec.ts'

/** What a run reads of files. */
export const loadOptions = {
  date: {
    kind: 'text',
    value: '<date>',
    hasVariable: false,
    help: 'the partition to build: 2025-12-10',
  },
  start: {
    kind: 'text',
    value: '<date>',
    hasVariable: false,
    help: 'the first of several partitions, built one after the other',
  },
  end: { kind: 'text', value: '<date>', hasVariable: false, help: 'the last of them' },
  reload: {
    kind: 'boolean',
    hasVariable: false,
    help: 'load files again whose content was loaded before',
  },
} as const satisfies OptionTable
