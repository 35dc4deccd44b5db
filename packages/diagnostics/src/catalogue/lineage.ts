import { entriesOf } from '../entry.ts'
import { didYouMean } from '../nearest.ts'

const { error } = entriesOf('Runtime Error')

/** What `btn lineage` is asked for and cannot tell. */
export const lineageCodes = {
  'lineage-column-unknown': error(
    (p: {
      readonly node: string
      readonly column: string
      readonly nearest: string | undefined
      readonly columns: readonly string[]
    }) => `${p.node} has no column "${p.column}"`,
    {
      hint: ({ nearest, columns }) =>
        didYouMean(nearest) ??
        `It has: ${columns.slice(0, 12).join(', ')}${columns.length > 12 ? ', …' : ''}.`,
    },
  ),
  'lineage-node-unknown': error(
    (p: { readonly name: string; readonly nearest: string | undefined }) =>
      `"${p.name}" is no model, seed, snapshot or source`,
    {
      hint: ({ nearest }) =>
        didYouMean(nearest) ?? 'Name a column as orders.amount, or source:raw.orders.amount.',
    },
  ),
  'lineage-unknown': error(
    (p: { readonly name: string; readonly why: string }) =>
      `nothing is known of the columns of ${p.name}: ${p.why}`,
    { hint: () => '"btn check" says what was not looked at, and why.' },
  ),
}
