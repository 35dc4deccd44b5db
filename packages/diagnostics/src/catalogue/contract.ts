import { entriesOf } from '../entry.ts'

const { error, warning } = entriesOf('Parsing Error')

interface OfModel {
  readonly name: string
}

function pythonList(names: readonly string[]): string {
  return `[${names.map((name) => `'${name}'`).join(', ')}]`
}

/** What models promise and cannot keep: contracts, constraints, access. */
export const contractCodes = {
  'build-after-invalid': error(
    (p: OfModel & { readonly problem: string }) =>
      `freshness.build_after of "${p.name}" needs a value for ${p.problem}`,
    {
      family: 'Validation Error',
      fact: (p) => `\`freshness.build_after\` must have a value for ${p.problem}`,
      hint: () =>
        'It takes count, a whole number, with period: minute, hour or day, and updates_on: any or all.',
    },
  ),
  'constraint-unused': warning(
    (p: OfModel & { readonly materialized: string }) =>
      `Constraint types are not supported for ${p.materialized} materializations: those of "${p.name}" are ignored`,
    {
      hint: () => "Say 'warn_unsupported: false' at the constraint to hear no more of it.",
      dbt: { name: 'UnsupportedConstraintMaterialization', code: 'I068' },
      data: (p) => ({ materialized: p.materialized }),
    },
  ),
  'contract-schema-change': error(
    (p: OfModel & { readonly value: string }) =>
      `the contract of "${p.name}" forbids on_schema_change: ${p.value}`,
    {
      fact: (p) => `Invalid value for on_schema_change: ${p.value}`,
      hint: () =>
        "An incremental model with a contract must set on_schema_change to 'append_new_columns' or 'fail'.",
    },
  ),
  'contract-type-missing': error(
    (p: { readonly columns: readonly string[] }) =>
      `a contract needs a data_type for every column; there is none for ${p.columns.join(', ')}`,
    {
      family: 'Compilation Error',
      fact: (p) =>
        `Contracted models require data_type to be defined for each column. Please ensure that the column name and data_type are defined within the YAML configuration for the ${pythonList(p.columns)} column(s).`,
    },
  ),
  'contract-without-columns': error(
    (p: OfModel) => `the contract of "${p.name}" is enforced, but no columns are described`,
    {
      fact: () =>
        'Contract enforcement failed\nConstraints must be defined in a `yml` schema configuration file',
      hint: () => 'List the columns with their data_type in a properties file.',
    },
  ),
  'contract-of-python': error(
    (p: OfModel) => `"${p.name}" is written in Python, and has no contract that could be enforced`,
    {
      fact: () => "Contract enforcement failed\nLanguage Error: Expected 'sql' but found 'python'",
      hint: () => 'Write the model in SQL, or take the contract away.',
    },
  ),
  'ephemeral-public': error(
    (p: OfModel) => `"${p.name}" is ephemeral, so it cannot be public: nothing of it is stored`,
    { fact: () => 'has an invalid value (public) for the access field' },
  ),
  'foreign-key-target': error(
    (p: OfModel & { readonly to: string }) =>
      `a foreign key of "${p.name}" points to ${p.to}, which is no ref() or source()`,
    {
      fact: (p) =>
        `Invalid 'ref' or 'source' syntax on foreign key constraint 'to' on model ${p.name}: ${p.to}.`,
      hint: () => "Write to: ref('customers'), or say it all in an expression.",
    },
  ),
  'latest-pointer-collision': error(
    (p: OfModel & { readonly alias: string }) =>
      `the view of the latest version of "${p.name}" would be called ${p.alias}, as that version itself is`,
    {
      family: 'Runtime Error',
      fact: () => 'Cannot create latest version pointer',
      hint: () =>
        'Give the version another alias, or set latest_version_pointer: {enabled: false}.',
    },
  ),
  'primary-key-twice': error(
    (p: OfModel & { readonly columns: readonly string[]; readonly ofModel: boolean }) =>
      `"${p.name}" has more than one primary key: ${[...p.columns, ...(p.ofModel ? ['and one of the whole model'] : [])].join(', ')}`,
    {
      fact: (p) =>
        p.ofModel
          ? 'Primary key constraints defined at the model level and the columns level'
          : `Found ${p.columns.length} columns (${pythonList(p.columns)}) with primary key constraints defined`,
      hint: () =>
        'A key of several columns is one constraint of the model: type: primary_key, columns: [a, b].',
    },
  ),
}
