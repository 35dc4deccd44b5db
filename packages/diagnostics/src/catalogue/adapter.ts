import { entriesOf } from '../entry.ts'
import { didYouMean } from '../nearest.ts'

const { error, warning } = entriesOf('Runtime Error')

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
      `${p.path} was written by ${p.writtenBy}, which is newer than DuckDB ${p.own}, the one in btn`,
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
  'database-older': error(
    (p: { readonly path: string; readonly version: number; readonly own: string }) =>
      `${p.path} has storage version ${p.version}, which is too old for DuckDB ${p.own}, the one in btn`,
    { hint: () => 'Export it with the version that wrote it and import it here.' },
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
  'database-option-wrong': error(
    (p: { readonly options: string }) => `config_options: DuckDB refuses ${p.options}`,
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
  'extension-missing': error(
    (p: { readonly what: string; readonly extension: string }) =>
      `DuckDB's extension ${p.extension} is not installed and could not be downloaded; the target needs it${p.what.startsWith('extension ') ? '' : ` for its ${p.what}`}`,
    {
      hint: (p) =>
        `Run INSTALL ${p.extension} once where there is a network (extensions stay in ~/.duckdb), or name a mirror: extensions: [{name: ${p.extension}, repo: …}].`,
    },
  ),
  'plugin-unsupported': error(
    (p: { readonly plugin: string; readonly instead: string }) =>
      `the plugin ${p.plugin} of dbt-duckdb is not supported, because it is written in Python`,
    { hint: (p) => p.instead },
  ),
  'seed-breaks-mixed': error(
    (p: { readonly path: string }) => `${p.path} mixes different kinds of line breaks`,
    { hint: () => 'Save the file with one kind of line break throughout.' },
  ),
  'seed-column-type-unused': warning(
    (p: {
      readonly path: string
      readonly column: string
      readonly nearest?: string | undefined
    }) => `column_types fixes the type of "${p.column}", which is no column of ${p.path}`,
    { hint: (p) => didYouMean(p.nearest) },
  ),
  'seed-columns-alike': error(
    (p: { readonly path: string; readonly first: string; readonly second: string }) =>
      `${p.path} has a column "${p.first}" and a column "${p.second}", which are the same to the database`,
    { hint: () => 'Rename one of them: case alone makes no difference.' },
  ),
  'seed-columns-changed': error(
    (p: {
      readonly path: string
      readonly added: readonly string[]
      readonly removed: readonly string[]
    }) =>
      `the columns of ${p.path} are no longer those of its table: ${[
        ...p.added.map((name) => `"${name}" is new`),
        ...p.removed.map((name) => `"${name}" is gone`),
      ].join(', ')}`,
    { hint: () => 'Run the seed with --full-refresh to make the table anew.' },
  ),
  'seed-delimiter': error(
    (p: { readonly path: string; readonly delimiter: string }) =>
      `the delimiter of ${p.path} should be one character, not ${JSON.stringify(p.delimiter)}`,
    { family: 'Compilation Error' },
  ),
  'seed-column-unquoted': error(
    (p: { readonly path: string; readonly name: string }) =>
      `"${p.name}" is a syntax error where quote_columns of ${p.path} is false`,
    { hint: () => 'Is the delimiter right? Else set quote_columns: true.' },
  ),
  'seed-empty': error(
    (p: { readonly path: string }) => `${p.path} is empty: a seed needs a header with column names`,
  ),
  'seed-missing': error((p: { readonly path: string }) => `there is no file ${p.path}`),
  'seed-onto-view': error(
    (p: { readonly name: string }) => `the seed "${p.name}" cannot be loaded: a view has that name`,
    { hint: () => 'Drop the view, or give the seed another alias.' },
  ),
  'seed-quote-open': error(
    (p: { readonly path: string }) =>
      `a quoted value in ${p.path} is not closed, or text follows its closing quote`,
    { hint: () => 'Inside of a quoted value a quote is written twice: "say ""hi""".' },
  ),
  'seed-row-ragged': error(
    (p: { readonly path: string; readonly expected: number; readonly found: number }) =>
      `this row of ${p.path} has ${p.found} ${p.found === 1 ? 'value' : 'values'}, its header ${p.expected}`,
    {
      hint: (p) =>
        p.found > p.expected
          ? 'Quote values that contain the delimiter.'
          : 'Write empty values between delimiters.',
    },
  ),
  'seed-row-unreadable': error(
    (p: { readonly path: string; readonly problem: string }) =>
      `this row of ${p.path} cannot be read: ${p.problem}`,
  ),
  'seed-type-changed': error(
    (p: {
      readonly path: string
      readonly column: string
      readonly before: string
      readonly now: string
    }) =>
      `"${p.column}" of ${p.path} is ${p.now} now, but ${p.before} in its table, which would lose a part of the values`,
    { hint: () => 'Run the seed with --full-refresh to make the table anew.' },
  ),
  'seed-type-unknown': error(
    (p: {
      readonly path: string
      readonly column: string
      readonly type: string
      readonly nearest?: string | undefined
    }) => `column_types of ${p.path}: the database has no type "${p.type}" (column "${p.column}")`,
    { hint: (p) => didYouMean(p.nearest) },
  ),
  'seed-value': error(
    (p: { readonly column: string; readonly value: string; readonly type: string }) =>
      `"${p.value}" is no ${p.type}, as the column "${p.column}" is`,
    { hint: (p) => `Correct the value, or fix another type: column_types: {${p.column}: text}.` },
  ),
  'target-database-mismatch': error(
    (p: { readonly at: FieldPath; readonly wanted: string; readonly derived: string }) =>
      `the target says database "${p.wanted}", but DuckDB names this path "${p.derived}"`,
    {
      family: 'Profile Error',
      hint: (p) => `Leave "database" out, write "${p.derived}", or attach a database of that name.`,
    },
  ),
  'target-key-unknown': warning(
    (p: { readonly at: FieldPath; readonly key: string; readonly nearest?: string | undefined }) =>
      `a DuckDB target has no key "${p.key}"`,
    { hint: (p) => didYouMean(p.nearest) },
  ),
  'target-key-unsupported': error(
    (p: {
      readonly at: FieldPath
      readonly key: string
      readonly what: string
      readonly instead?: string | undefined
    }) => `"${p.key}": ${p.what} is not supported`,
    {
      family: 'Profile Error',
      hint: (p) => p.instead ?? `Remove "${p.key}" from the target.`,
    },
  ),
  'target-value-wrong': error(
    (p: {
      readonly at: FieldPath
      readonly key: string
      readonly expected: string
      readonly found: string
    }) => `"${p.key}" should be ${p.expected}, not ${p.found}`,
    { family: 'Profile Error' },
  ),
}
