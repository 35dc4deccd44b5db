import { error, warning } from '../entry.ts'
import { didYouMean } from '../nearest.ts'

/** Where the value stands in the target: `['attach', 0, 'path']`. */
type FieldPath = readonly (string | number)[]

/** What goes wrong between btn and a database. */
export const adapterCodes = {
  'database-damaged': error(
    (p: { readonly path: string; readonly problem: string }) =>
      `${p.path} is a DuckDB database, but damaged: ${p.problem}`,
    { hint: () => 'Restore it from a copy, or remove it and build everything again.' },
  ),
  'database-locked': error(
    (p: { readonly path: string; readonly holder: string }) =>
      `${p.path} is in use by another process: ${p.holder}`,
    {
      hint: () => 'Close it there, or wait for it to end; DuckDB lets one process write at a time.',
    },
  ),
  'database-newer': error(
    (p: { readonly path: string; readonly writtenBy: string; readonly own: string }) =>
      `${p.path} was written by ${p.writtenBy}, which is newer than the DuckDB ${p.own} in btn`,
    {
      hint: (p) =>
        `Export it with the newer version and import it here, or name another path; DuckDB ${p.own} cannot read it.`,
    },
  ),
  'database-not-duckdb': error(
    (p: { readonly path: string; readonly found: string }) =>
      `${p.path} is not a DuckDB database but ${p.found}`,
    { hint: () => 'Name another path, or move the file away; btn never writes over it.' },
  ),
  'database-open-failed': error(
    (p: { readonly path: string; readonly problem: string }) =>
      `${p.path} cannot be opened: ${p.problem}`,
  ),
  'database-option-unknown': error(
    (p: { readonly option: string; readonly nearest?: string | undefined }) =>
      `config_options: DuckDB has no option "${p.option}"`,
    { hint: (p) => didYouMean(p.nearest) },
  ),
  'database-setup-failed': error(
    (p: { readonly what: string; readonly problem: string }) =>
      `the ${p.what} of the target does not work: ${p.problem}`,
  ),
  'database-unwritable': error(
    (p: { readonly path: string; readonly place: string; readonly problem: string }) =>
      `${p.path} cannot be written: ${p.place} ${p.problem}`,
    { hint: (p) => `Make ${p.place} writable, or name another path in the target.` },
  ),
  'disk-full': error(
    (p: { readonly path: string }) => `no space is left on the disk that holds ${p.path}`,
    { hint: () => 'Make room and run again; what was committed before is kept.' },
  ),
  'target-database-mismatch': error(
    (p: { readonly at: FieldPath; readonly wanted: string; readonly derived: string }) =>
      `the target says database "${p.wanted}", but DuckDB names this path "${p.derived}"`,
    {
      hint: (p) => `Leave "database" out, write "${p.derived}", or attach a database of that name.`,
    },
  ),
  'target-key-unknown': warning(
    (p: { readonly at: FieldPath; readonly key: string; readonly nearest?: string | undefined }) =>
      `a DuckDB target has no key "${p.key}"`,
    { hint: (p) => didYouMean(p.nearest) },
  ),
  'target-key-unsupported': error(
    (p: { readonly at: FieldPath; readonly key: string; readonly what: string }) =>
      `"${p.key}": ${p.what} cannot be used with btn yet`,
    { hint: (p) => `Remove "${p.key}" from the target.` },
  ),
  'target-value-wrong': error(
    (p: {
      readonly at: FieldPath
      readonly key: string
      readonly expected: string
      readonly found: string
    }) => `"${p.key}" should be ${p.expected}, not ${p.found}`,
  ),
}
