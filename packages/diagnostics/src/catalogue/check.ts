import { entriesOf } from '../entry.ts'
import { didYouMean } from '../nearest.ts'

const { error, warning } = entriesOf('Compilation Error')

interface Problem {
  /** What the engine says. */
  readonly problem: string
}

/** What `btn check` finds before anything runs. */
export const checkCodes = {
  'check-column-unknown': error(
    (p: Problem & { readonly column: string }) => `there is no column "${p.column}" here`,
    {},
  ),
  'check-column-described': warning(
    (p: { readonly column: string; readonly name: string; readonly nearest: string | undefined }) =>
      `properties describe a column "${p.column}" of ${p.name}, which has none`,
    { hint: ({ nearest }) => didYouMean(nearest) },
  ),
  'check-contract': error(
    (p: { readonly model: string; readonly column: string; readonly difference: string }) =>
      `the contract of ${p.model} is broken: "${p.column}" ${p.difference}`,
  ),
  'check-depends-missing': warning(
    (p: { readonly reads: string; readonly name: string; readonly call: string }) =>
      `${p.reads} is read by its name in the database: nothing says that ${p.name} comes before`,
    { hint: (p) => `Write {{ ${p.call} }} in its place.` },
  ),
  'check-depends-unused': warning(
    (p: { readonly name: string }) => `${p.name} is waited for, and nothing of it is read`,
    { hint: () => 'Leave the reference out, unless the order matters for another reason.' },
  ),
  'check-doubtful': warning(
    (p: Problem & { readonly reason: string }) =>
      `${p.problem} – as far as btn can tell: ${p.reason}`,
  ),
  'check-name-ambiguous': error(
    (p: Problem & { readonly name: string }) => `"${p.name}" can mean several columns here`,
    { hint: () => 'Say which table it is of.' },
  ),
  'check-relation-unknown': warning(
    (p: { readonly name: string }) =>
      `${p.name} is no node of the project: what reads it was not checked`,
    { hint: () => 'Declare it as a source, with its columns.' },
  ),
  'check-sql': error((p: Problem) => `the query cannot be understood: ${p.problem}`),
  'check-unit-column': error(
    (p: { readonly column: string; readonly name: string; readonly nearest: string | undefined }) =>
      `${p.name} has no column "${p.column}" to give or expect a value of`,
    { hint: ({ nearest }) => didYouMean(nearest) },
  ),
  'check-types': error(
    (p: Problem & { readonly takes: readonly string[]; readonly canCast: boolean }) => p.problem,
    {
      hint: ({ takes, canCast }) =>
        takes.length === 0
          ? undefined
          : `There is ${takes.slice(0, 4).join(', ')}.${canCast ? ' Cast to one of these types.' : ''}`,
    },
  ),
}
