import { entriesOf } from '../entry.ts'
import { didYouMean } from '../nearest.ts'

const { error } = entriesOf('Parsing Error')

interface OfTest {
  readonly test: string
}
interface OfModel extends OfTest {
  readonly model: string
}
interface Near extends OfTest {
  readonly nearest?: string | undefined
}

/** Mistakes in the definitions of unit tests. */
export const unitTestCodes = {
  'unit-test-fixture-not-found': error(
    (p: Near & { readonly fixture: string; readonly file: string }) =>
      `no fixture is called "${p.fixture}"`,
    {
      fact: (p) => `File not found for fixture '${p.fixture}' in unit tests in ${p.file}`,
      hint: (p) => didYouMean(p.nearest) ?? `It would be tests/fixtures/${p.fixture}.csv or .sql.`,
    },
  ),
  'unit-test-incremental-override': error(
    (p: OfModel) =>
      `unit test "${p.test}" does not say whether "${p.model}" runs as an incremental model`,
    {
      fact: (p) =>
        `Boolean override for 'is_incremental' must be provided for unit test '${p.test}' in model '${p.model}'`,
      hint: () => 'Add overrides: {macros: {is_incremental: true}}, or false.',
    },
  ),
  'unit-test-input': error(
    (p: OfTest & { readonly input: string }) =>
      `the input "${p.input}" of unit test "${p.test}" cannot be read`,
    {
      fact: () => `Unit test given inputs must be either a 'ref', 'source' or 'this' call`,
      hint: () => "Write ref('model'), source('source', 'table') or this.",
    },
  ),
  'unit-test-input-not-found': error(
    (p: OfTest & { readonly input: string }) =>
      `the input ${p.input} of unit test "${p.test}" was not found in the manifest`,
    { hint: () => 'Inputs are enabled models, seeds, snapshots and sources.' },
  ),
  'unit-test-model-not-found': error(
    (p: Near & OfModel) => `there is no model "${p.model}" for unit test "${p.test}"`,
    {
      fact: (p) => `Unable to find model '${p.model}' for unit test '${p.test}'`,
      hint: (p) => didYouMean(p.nearest),
    },
  ),
  'unit-test-no-result': error(
    (p: OfTest) => `the materialization "unit" stored no rows for unit test "${p.test}"`,
    { hint: () => "Fetch them: {% call statement('main', fetch_result=True) %}…{% endcall %}" },
  ),
  'unit-test-rows': error(
    (p: OfTest & { readonly role: 'input' | 'expected'; readonly format: string }) =>
      `the ${p.role} rows of unit test "${p.test}" do not match format ${p.format}`,
    {
      hint: (p) =>
        p.format === 'dict'
          ? 'Write a list of rows, each a mapping: - {id: 1, name: Ann}'
          : 'Write them as one text (rows: |), or name a fixture file.',
    },
  ),
  'unit-test-seed-not-found': error(
    (p: Near & { readonly seed: string }) =>
      `an input of unit test "${p.test}" has no rows, so they would be those of the seed "${p.seed}", which does not exist`,
    {
      fact: (p) => `Unable to find seed '${p.seed}' for unit tests`,
      hint: (p) => didYouMean(p.nearest) ?? 'Give the input rows; [] for none.',
    },
  ),
  'unit-test-this': error(
    (p: OfModel) =>
      `unit test "${p.test}" runs "${p.model}" as an incremental model, but gives it no rows of its own`,
    {
      fact: (p) =>
        `Unit test '${p.test}' for incremental model '${p.model}' must have a 'this' input`,
      hint: () => 'Its rows are what the table has already: - input: this',
    },
  ),
  'unit-test-version-not-found': error(
    (p: OfModel) => `"${p.model}" has none of the versions that unit test "${p.test}" is for`,
    {
      fact: (p) => `Unit test '${p.test}' referenced a version of '${p.model}' which was not found`,
    },
  ),
  'unit-test-versions': error(
    (p: OfTest) => `unit test "${p.test}" both includes and excludes versions`,
    { hint: () => 'Say one of the two.' },
  ),
  'unit-test-versions-unversioned': error(
    (p: OfModel) => `unit test "${p.test}" names versions, but its model "${p.model}" has none`,
    { hint: () => 'Remove versions.' },
  ),
}
