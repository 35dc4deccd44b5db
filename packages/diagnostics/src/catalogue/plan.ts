import { entriesOf } from '../entry.ts'
import { didYouMean } from '../nearest.ts'

const { error, warning } = entriesOf('Runtime Error')

/** Mistakes in selections. */
export const planCodes = {
  'nothing-selected': warning(() => 'the selection matches nothing', {
    dbt: { name: 'NoNodesSelected', code: 'Q038' },
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
    },
  ),
  'selector-method-unknown': error(
    (p: { readonly method: string; readonly nearest?: string | undefined }) =>
      `"${p.method}" is not a selection method`,
    { fact: (p) => `'${p.method}' is not a valid method name`, hint: (p) => didYouMean(p.nearest) },
  ),
  'selector-needs-state': error(
    (p: { readonly method: string; readonly artifact: string }) =>
      `"${p.method}:" compares with an earlier run, but there is no ${p.artifact} to compare with`,
    {
      fact: (p) => `Got a ${p.method} selector method, but no comparison ${p.artifact}`,
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
  'state-unreadable': error(
    (p: { readonly path: string; readonly problem: string }) =>
      `${p.path} cannot be read: ${p.problem}`,
    { hint: () => '--state takes a folder with the artifacts of an earlier run.' },
  ),
}
