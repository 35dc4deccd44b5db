import { entriesOf } from '../entry.ts'
import { didYouMean } from '../nearest.ts'

const { error } = entriesOf('Parsing Error')

interface Named {
  readonly name: string
}

/** Mistakes in the functions that are kept in the database. */
export const functionCodes = {
  'function-default-order': error(
    (p: Named & { readonly argument: string }) =>
      `the argument "${p.argument}" of function "${p.name}" has no default, but one before it has`,
    {
      fact: (p) =>
        `Non-defaulted argument '${p.argument}' of function '${p.name}' comes after a defaulted argument. Non-defaulted arguments cannot come after defaulted arguments. `,
      hint: () => 'Arguments with a default come last.',
    },
  ),
  'function-not-found': error(
    (p: Named & { readonly isDisabled: boolean; readonly nearest?: string | undefined }) =>
      p.isDisabled ? `the function "${p.name}" is disabled` : `no function is called "${p.name}"`,
    {
      family: 'Compilation Error',
      fact: (p) =>
        `depends on a function named '${p.name}' which ${p.isDisabled ? 'is disabled' : 'was not found'}`,
      hint: (p) => didYouMean(p.nearest),
    },
  ),
  'function-not-supported': error(
    (p: Named) =>
      `not supported: the database has no CREATE FUNCTION as the built-in macros write it for "${p.name}"`,
    {
      family: 'Runtime Error',
      hint: () =>
        'For DuckDB define a macro duckdb__scalar_function_sql(target_relation) that writes: create or replace macro {{ target_relation }}(…) as ({{ model.compiled_code }})',
    },
  ),
  'function-overload': error((p: { readonly problem: string }) => p.problem),
}
