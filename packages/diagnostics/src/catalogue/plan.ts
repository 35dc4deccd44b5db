import { warning } from '../entry.ts'

/** Mistakes in selections. */
export const planCodes = {
  'nothing-selected': warning(() => 'the selection matches nothing', {
    dbt: { name: 'NoNodesSelected', code: 'M030' },
  }),
}
