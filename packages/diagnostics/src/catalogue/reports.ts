import { entriesOf } from '../entry.ts'
import { didYouMean } from '../nearest.ts'

const { error } = entriesOf('Compilation Error')
const runtime = entriesOf('Runtime Error').error

interface Named {
  readonly name: string
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** What is wrong with reports and their templates. */
export const reportCodes = {
  'report-template-missing': error(
    (p: Named & { readonly template: string; readonly nearest: string | undefined }) =>
      `the report "${p.name}" has no template: there is no file ${p.template}`,
    {
      hint: (p) =>
        didYouMean(p.nearest) ??
        'Templates lie below reports/ and end in .md, .html or .json; "template" says which, relative to the project.',
    },
  ),
  'report-path-shared': error(
    (p: Named & { readonly path: string; readonly other: string }) =>
      `the reports "${p.other}" and "${p.name}" are written to the same file: ${p.path}`,
    { hint: () => 'Give one of them another "path".' },
  ),
  'report-needs-date': runtime(
    (p: Named) => `the report "${p.name}" is of a date, and no date is given`,
    { hint: () => 'For example: --date 2025-12-10' },
  ),
  'report-claim-false': runtime(
    (p: { readonly value: string; readonly expected: string }) =>
      `this is not true any more: ${p.value} (expected: ${p.expected})`,
    { hint: () => 'The report is not written: look at the data, or say something else.' },
  ),
  'report-value-shape': runtime(
    (p: { readonly columns: number; readonly rows: number }) =>
      `value() takes a query of one row and one column; this one has ${counted(p.rows, 'row')} and ${counted(p.columns, 'column')}`,
    { hint: () => 'Use query("…").rows for several.' },
  ),
  'report-chart-type': error(
    (p: {
      readonly type: string
      readonly nearest: string | undefined
      readonly known: readonly string[]
    }) => `there is no chart of the type "${p.type}"`,
    { hint: (p) => didYouMean(p.nearest) ?? `There are: ${p.known.join(', ')}.` },
  ),
  'report-column-unknown': runtime(
    (p: {
      readonly column: string
      readonly nearest: string | undefined
      readonly known: readonly string[]
    }) => `the query has no column "${p.column}"`,
    { hint: (p) => didYouMean(p.nearest) ?? `It has: ${p.known.join(', ')}.` },
  ),
  'report-chart-no-numbers': runtime(
    (p: { readonly column: string | undefined }) =>
      p.column === undefined
        ? 'the query has no column of numbers to draw'
        : `the column "${p.column}" has no numbers to draw`,
    { hint: () => 'Cast it, for example: amount::double' },
  ),
  'report-json-invalid': runtime(
    (p: Named & { readonly problem: string }) =>
      `what "${p.name}" would write is no JSON: ${p.problem}`,
    {
      hint: () =>
        'A value outside of quotes is written as JSON, a value inside of quotes as part of the text.',
    },
  ),
}
