import { entriesOf } from '../entry.ts'

const { error } = entriesOf('Parsing Error')

interface Limit {
  readonly key: string
  readonly value: string
  readonly test: string
}

/** What is wrong with limits of data tests in percent. */
export const dataTestCodes = {
  'test-share-unreadable': error(
    (p: Limit) => `"${p.key}" of test "${p.test}" is no share that can be read: ${p.value}`,
    { hint: () => 'For example: "> 1%", ">= 0.5%", "between 1% and 5%".' },
  ),
  'test-share-of-nothing': error(
    (p: Limit & { readonly parents: number }) =>
      `"${p.key}: ${p.value}" of test "${p.test}" is a share of the tested rows, and ${p.parents === 0 ? 'it reads nothing of the project' : `it reads ${p.parents} relations: it is not known which of them it tests`}`,
    {
      hint: () =>
        'Make it a generic test of one relation, or let the query itself divide and give rows when the share is too high.',
    },
  ),
  'test-share-own-materialization': error(
    (p: Limit) =>
      `"${p.key}: ${p.value}" of test "${p.test}" is a share, and the project has a materialization of its own for tests, which judges by itself`,
    {
      family: 'Runtime Error',
      hint: () => 'Say a number of rows, or take the materialization "test" out of the project.',
    },
  ),
}
