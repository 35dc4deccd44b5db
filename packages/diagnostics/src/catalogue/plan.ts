import { entriesOf } from '../entry.ts'
import { didYouMean } from '../nearest.ts'

const { error, warning } = entriesOf('Runtime Error')

interface BrokenContract {
  readonly model: string
  readonly file: string
  readonly changes: readonly string[]
}

const changesOf = ({ model, file, changes }: BrokenContract): string =>
  `: ${model} (${file})${changes.map((change) => `\n  - ${change}`).join('')}`

interface BigSeed {
  readonly package: string
  readonly name: string
  readonly limit: string
}

/** As dbt's events of such a seed have it. */
function bigSeedData(p: BigSeed) {
  return { package_name: p.package, name: p.name }
}

/** Mistakes in selections, and what a comparison with an earlier run shows. */
export const planCodes = {
  'contract-broken': error(
    (p: BrokenContract) =>
      `While comparing to previous project state: the enforced contract of a model version is broken${changesOf(p)}`,
    { hint: () => 'Add to a contract, or make a new version of the model.' },
  ),
  'contract-broken-unversioned': warning(
    (p: BrokenContract) =>
      `While comparing to previous project state, dbt detected a breaking change to an unversioned model${changesOf(p)}`,
    {
      hint: () => 'Versions of the model let those who use it move at their own time.',
      dbt: { name: 'UnversionedBreakingChange', code: 'I071' },
    },
  ),
  'nothing-selected': warning(() => 'the selection matches nothing', {
    dbt: { name: 'NoNodesSelected', code: 'Q038' },
  }),
  'nothing-to-do': warning(() => 'the selection matches nothing, so there is nothing to do', {
    dbt: { name: 'NothingToDo', code: 'Q035' },
  }),
  'selector-at-with-children': error(
    (p: { readonly term: string }) =>
      `"${p.term}": the prefix "@" already takes the children, so it cannot go with a trailing "+"`,
    { hint: () => 'Write either @model or model+.' },
  ),
  'selector-cycle': error(
    (p: { readonly path: readonly string[] }) =>
      `these selectors use each other: ${p.path.join(' -> ')}`,
    { family: 'Selector Error', hint: () => 'Remove one of these uses in selectors.yml.' },
  ),
  'selector-default-twice': error(
    (p: { readonly first: string; readonly second: string }) =>
      `both "${p.first}" and "${p.second}" are the default selector`,
    { family: 'Selector Error', hint: () => 'Keep `default: true` on one selector.' },
  ),
  'selector-definition': error(
    (p: { readonly selector: string; readonly problem: string }) =>
      `selector "${p.selector}": ${p.problem}`,
    {
      family: 'Selector Error',
      hint: () =>
        'A definition is a string, {method: value}, {method: m, value: v, …}, {union: […]} or {intersection: […]}.',
    },
  ),
  'selector-ignores-select': warning(
    () => '--select and --exclude are ignored because --selector is given',
    { dbt: { name: 'SelectExcludeIgnoredWithSelectorWarning', code: 'Z064' } },
  ),
  'selector-matches-nothing': warning(
    (p: { readonly term: string; readonly nearest?: string | undefined }) =>
      `the selection criterion "${p.term}" does not match any enabled nodes`,
    {
      hint: (p) => didYouMean(p.nearest),
      dbt: { name: 'NoNodesForSelectionCriteria', code: 'M030' },
      data: (p) => ({ spec_raw: p.term }),
    },
  ),
  'selector-matches-no-selector': error(
    (p: { readonly pattern: string; readonly nearest?: string | undefined }) =>
      `"selector:${p.pattern}" names no selector of selectors.yml`,
    {
      family: 'Selector Error',
      fact: (p) => `Selector '${p.pattern}' did not match any selector in selectors.yml`,
      hint: (p) => didYouMean(p.nearest),
    },
  ),
  'selector-method-unknown': error(
    (p: { readonly method: string; readonly nearest?: string | undefined }) =>
      `"${p.method}" is not a selection method`,
    { fact: (p) => `'${p.method}' is not a valid method name`, hint: (p) => didYouMean(p.nearest) },
  ),
  'selector-needs-state': error(
    (p: { readonly method: string; readonly artifact: string; readonly fact: string }) =>
      `"${p.method}:" compares with an earlier run, but there is no ${p.artifact} to compare with`,
    {
      fact: (p) => p.fact,
      hint: () => 'Name the folder of the earlier artifacts with --state.',
    },
  ),
  'selector-not-found': error(
    (p: { readonly name: string; readonly nearest?: string | undefined }) =>
      `no selector in selectors.yml is called "${p.name}"`,
    { fact: (p) => `Could not find selector named ${p.name}`, hint: (p) => didYouMean(p.nearest) },
  ),
  'selector-value': error(
    (p: { readonly method: string; readonly value: string; readonly expected: string }) =>
      `"${p.value}" is not a value for "${p.method}:": expected ${p.expected}`,
  ),
  'resource-type-unknown': error(
    (p: { readonly type: string; readonly nearest?: string | undefined }) =>
      `"${p.type}" is not a resource type`,
    { family: 'Usage', hint: (p) => didYouMean(p.nearest) },
  ),
  'previous-run-missing': error(
    (p: { readonly path: string }) => `Could not find previous run in '${p.path}' target directory`,
    {
      family: 'Runtime Error',
      hint: () => 'btn retry needs the run_results.json of an earlier command there.',
    },
  ),
  'retried-node-missing': error(
    (p: { readonly id: string }) => `Couldn't find model '${p.id}', which is to be tried again`,
    {
      family: 'Compilation Error',
      hint: () => 'It was removed or disabled since: run the command itself again.',
    },
  ),
  'retry-not-possible': error(
    (p: { readonly command: string }) => `the last command, "${p.command}", cannot be tried again`,
    { family: 'Runtime Error', hint: () => 'Run it itself.' },
  ),
  'seed-has-grown': warning(
    (p: BigSeed) => `seed ${p.package}.${p.name} is ${p.limit} by now, so its file has changed`,
    { dbt: { name: 'SeedIncreased', code: 'I052' }, data: bigSeedData },
  ),
  'seed-has-moved': warning(
    (p: BigSeed) =>
      `seed ${p.package}.${p.name} is ${p.limit} and was elsewhere before: it is taken to have changed`,
    { dbt: { name: 'SeedExceedsLimitAndPathChanged', code: 'I054' }, data: bigSeedData },
  ),
  'seed-not-compared': warning(
    (p: BigSeed) =>
      `seed ${p.package}.${p.name} is ${p.limit}, too large to be compared: it is taken to be the same as before`,
    {
      hint: () => '--maximum-seed-size-mib moves the limit; 0 takes it away.',
      dbt: { name: 'SeedExceedsLimitSamePath', code: 'I053' },
      data: bigSeedData,
    },
  ),
  'state-is-target': warning(
    (p: { readonly path: string }) => `The state and target directories are the same: '${p.path}'`,
    {
      hint: () => 'Copy the artifacts elsewhere first: they are overwritten.',
      dbt: { name: 'WarnStateTargetEqual', code: 'I072' },
      data: (p) => ({ state_path: p.path }),
    },
  ),
  'state-test-missing': error(
    (p: { readonly node: string; readonly file: string; readonly test: string }) =>
      `'${p.node}' (${p.file}) depends on the test "${p.test}", which is no more`,
    {
      family: 'Compilation Error',
      fact: () => 'depends on a macro or test that does not exist',
      hint: (p) =>
        `Take "${p.test}" out of the YAML, too, or install its package: what uses it cannot be compared.`,
    },
  ),
  'state-manifest-missing': error(
    (p: { readonly path: string }) => `Could not find manifest in --state path: "${p.path}"`,
    { hint: () => 'Name the folder in which the earlier run left its manifest.json.' },
  ),
  'state-required': error(
    () => '--state or --defer-state are required for deferral, but neither was provided',
  ),
  'state-unreadable': error(
    (p: { readonly path: string; readonly problem: string }) =>
      `${p.path} cannot be read: ${p.problem}`,
    { hint: () => '--state takes a folder with the artifacts of an earlier run.' },
  ),
  'state-version': error(
    (p: { readonly path: string; readonly found: string; readonly expected: string }) =>
      `${p.path} has the schema version "${p.found}", which cannot be read; expected a schema version of "${p.expected}" or a little earlier`,
    { hint: () => 'Make the artifacts again with this version.' },
  ),
}
