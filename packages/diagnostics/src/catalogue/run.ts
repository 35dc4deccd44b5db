import { error, warning } from '../entry.ts'
import { didYouMean } from '../nearest.ts'

/** What goes wrong while the plan is run. */
export const runCodes = {
  'adapter-method-deprecated': warning(
    (p: { readonly old: string; readonly instead: string }) =>
      `adapter.${p.old} is a name of dbt's first versions`,
    {
      hint: (p) => `Say adapter.${p.instead}: dbt will take the old name away.`,
      dbt: { name: 'AdapterDeprecationWarning', code: 'D005' },
      data: (p) => ({ old_name: p.old, new_name: p.instead }),
    },
  ),
  'database-error': error((p: { readonly problem: string }) => p.problem, {
    family: 'Runtime Error',
  }),
  'relation-unnamed': error(
    (p: { readonly name: string; readonly part: string }) =>
      `${p.name} cannot be built: generate_${p.part}_name gave none for it, and a relation needs a database, schema, and identifier`,
    {
      family: 'Runtime Error',
      fact: () => 'requires a relation with a database, schema, and identifier',
      hint: (p) => `Let generate_${p.part}_name return a name for every node.`,
    },
  ),
  'freshness-hooks-not-run': warning(
    () =>
      'the hooks of the project are left out, because source_freshness_run_project_hooks is off',
    {
      hint: () => 'Set the flag to true: that is what it is by default.',
      dbt: { name: 'SourceFreshnessProjectHooksNotRun', code: 'D017' },
    },
  ),
  'freshness-not-timestamp': error(
    (p: { readonly column: string }) =>
      `${p.column} is no timestamp, so it does not tell how old the newest row is`,
    {
      family: 'Runtime Error',
      hint: (p) => `Cast it: loaded_at_field: "${p.column}::timestamp"`,
    },
  ),
  'freshness-output-deprecated': warning(
    (p: { readonly path: string }) =>
      `--output ${p.path}: another place for sources.json is deprecated`,
    {
      hint: () => 'Use --target-path, or copy target/sources.json.',
      dbt: { name: 'CustomOutputPathInSourceFreshnessDeprecation', code: 'D029' },
      data: (p) => ({ path: p.path }),
    },
  ),
  'freshness-result': error(
    (p: { readonly macro: string }) =>
      `the macro ${p.macro} gives one row: the newest row's time, and the time now`,
    { family: 'Runtime Error' },
  ),
  'freshness-table-returned': warning(
    (p: { readonly macro: string }) => `the macro ${p.macro} returns only the rows of its query`,
    {
      hint: () =>
        "Return the query's whole result, as dbt wants it: load_result('collect_freshness').",
      dbt: { name: 'CollectFreshnessReturnSignature', code: 'D012' },
      data: () => ({}),
    },
  ),
  'freshness-without-column': error(
    (p: { readonly source: string }) =>
      `how old ${p.source} is cannot be told: it has neither loaded_at_field nor loaded_at_query, and DuckDB keeps no record of changes`,
    {
      family: 'Runtime Error',
      fact: (p) =>
        `Could not compute freshness for source ${p.source.split('.').at(-1)}: no 'loaded_at_field' provided`,
      hint: () => 'Name the column that says when a row came: loaded_at_field.',
    },
  ),
  'index-config': error((p: { readonly index: string }) => `this is no index: ${p.index}`, {
    hint: () => "An index is {'columns': ['a', 'b'], 'unique': false}.",
  }),
  'materialization-language': error(
    (p: {
      readonly materialization: string
      readonly languages: readonly string[]
      readonly language: string
    }) =>
      `the materialization "${p.materialization}" only supports languages [${p.languages.join(', ')}], not ${p.language}`,
  ),
  'materialization-not-committed': warning(
    (p: { readonly name: string; readonly materialization: string }) =>
      `the materialization "${p.materialization}" ended with an open transaction: what it did for ${p.name} is rolled back`,
    { hint: () => 'Call adapter.commit() before the materialization returns.' },
  ),
  'materialization-result': error(
    (p: { readonly materialization: string }) =>
      `the materialization "${p.materialization}" did not explicitly return a list of relations`,
    { hint: () => "End it with {{ return({'relations': [target_relation]}) }}." },
  ),
  'materialization-without-main': error(
    (p: { readonly materialization: string }) =>
      `the materialization "${p.materialization}" has sent no statement of the name "main", so nobody knows what it did`,
    {
      family: 'Runtime Error',
      fact: () => 'main is not being called during running model',
      hint: () => "Put what builds the relation into {% call statement('main') %}…{% endcall %}.",
    },
  ),
  'model-without-sql': error(
    (p: { readonly name: string }) =>
      `the model ${p.name} has no SQL once its template is rendered`,
    { hint: () => 'Write a select, or set enabled: false.' },
  ),
  'python-ended': error(
    (p: { readonly python: string }) => `${p.python} ended before the Python model was done`,
    { hint: () => 'It was killed, or ran out of memory; the log has what it printed.' },
  ),
  'python-missing': error(
    (p: { readonly python: string | undefined }) =>
      p.python === undefined
        ? 'a Python model needs Python, and none was found'
        : `a Python model needs Python, and ${p.python} cannot be started`,
    {
      hint: () =>
        'Install Python 3 with its package duckdb (pip install duckdb), and put it on the PATH or name it in BTN_PYTHON.',
    },
  ),
  'python-model-ephemeral': error(
    (p: { readonly name: string }) =>
      `a Python model cannot read ${p.name}: an ephemeral model is no relation of the database`,
    { hint: (p) => `Make ${p.name} a view or a table.` },
  ),
  'python-model-failed': error(
    (p: { readonly path: string; readonly text: string }) => `Python model failed:\n${p.text}`,
    {
      hint: () =>
        'The session of a Python model sees what dbt.ref, dbt.source and dbt.this name, and relations whose names stand in its SQL.',
    },
  ),
  'python-model-materialization': error(
    (p: { readonly materialization: string; readonly known: readonly string[] }) =>
      `a Python model cannot be materialized as "${p.materialization}"`,
    { hint: (p) => `It can be one of ${p.known.join(', ')}.` },
  ),
  'python-module-missing': error(
    (p: { readonly module: string; readonly python: string }) =>
      `Python model failed: ${p.python} has no module ${p.module}`,
    { hint: (p) => `Install it: ${p.python} -m pip install ${p.module}` },
  ),
  'test-result-shape': error(
    (p: { readonly rows: number; readonly columns: readonly string[] }) =>
      `a test's query gives one row with failures, should_warn and should_error; this one gave ${p.rows} rows of ${p.columns.join(', ')}`,
    { hint: () => 'Look at the macro get_test_sql of the project.' },
  ),
  'test-result-value': error(
    (p: { readonly column: string; readonly value: string }) =>
      `'get_test_sql' returns '${p.value}' for ${p.column}, which it cannot be`,
    { hint: () => 'Look at fail_calc: it must give a whole number, on no rows at all, too.' },
  ),
  'unknown-materialization': error(
    (p: { readonly name: string; readonly nearest?: string | undefined }) =>
      `there is no materialization "${p.name}"`,
    { hint: (p) => didYouMean(p.nearest) },
  ),
}
