import { entriesOf } from '../entry.ts'

const { error } = entriesOf('Parsing Error')

interface OfModel {
  readonly name: string
}

/** What is wrong with when and how models are published. */
export const publishCodes = {
  'publish-unknown': error(
    (p: OfModel & { readonly value: string }) =>
      `"${p.name}" cannot be published like this: ${p.value}`,
    { hint: () => 'Say publish: audited (after its tests have passed) or publish: direct.' },
  ),
  'partition-unclear': error(
    (p: OfModel) => `"partition" of "${p.name}" does not say by which column`,
    { hint: () => 'For example: partition: {by: ingest_date, order_by: [order_id]}' },
  ),
  'partition-unordered': error(
    (p: OfModel) =>
      `the files of "${p.name}" have no order: a second run would not give the same bytes`,
    { hint: () => 'Say order_by in "partition": columns that tell every row from every other.' },
  ),
  'partition-undated': error(
    (p: OfModel) => `"${p.name}" writes a file for each day, and no date is given`,
    { family: 'Runtime Error', hint: () => 'For example: --date 2025-12-10' },
  ),
}
