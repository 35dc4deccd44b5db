import { error, warning } from '../entry.ts'
import { didYouMean, findNearest } from '../nearest.ts'

interface Named {
  readonly name: string
}
interface Near extends Named {
  readonly nearest?: string | undefined
}

interface Found extends Named {
  readonly kind: string
  readonly problem: string
}

const describe = (p: Found): string => `${p.kind.replace('_', ' ')} "${p.name}": ${p.problem}`

const quoted = (names: readonly string[]): string => names.map((it) => `"${it}"`).join(', ')

/** What `osi_document.json` cannot say. */
const losses = {
  conversion: (p: Named) =>
    `the metric "${p.name}" is not in osi_document.json: it is a conversion`,
  private: (p: Named) => `the metric "${p.name}" is not in osi_document.json: it is private`,
  natural: (p: Named) => `the entity "${p.name}" joins nothing in osi_document.json: it is natural`,
  cumulative: (p: Named) =>
    `the metric "${p.name}" is in osi_document.json without its window and granularity`,
}

/** Mistakes in metrics, semantic models, saved queries and time spines. */
export const semanticCodes = {
  'column-without-granularity': error(
    (p: Named) => `the column "${p.name}" is a time dimension, and says no granularity`,
    {
      family: 'Parsing Error',
      fact: () => 'so that column must specify a granularity.',
      hint: () => 'Write "granularity: day" beside it, or whatever its values stand for.',
    },
  ),
  'cumulative-params-old': warning(
    (p: { readonly names: readonly string[] }) =>
      `window and grain_to_date of a cumulative metric moved into cumulative_type_params: ${quoted(p.names)}`,
    {
      hint: () => 'Write type_params: {cumulative_type_params: {window: 28 days}}.',
      dbt: { name: 'MFCumulativeTypeParamsDeprecation', code: 'D019' },
    },
  ),
  'cumulative-params-refused': error(
    (p: { readonly names: readonly string[] }) =>
      `window and grain_to_date of a cumulative metric belong into cumulative_type_params: ${quoted(p.names)}`,
    {
      family: 'Parsing Error',
      fact: () => 'Semantic Manifest validation failed.',
      hint: () =>
        'Write type_params: {cumulative_type_params: {window: 28 days}}, or clear the flag require_nested_cumulative_type_params.',
    },
  ),
  'enabled-not-boolean': error(
    (p: Named & { readonly kind: string; readonly value: string }) =>
      `"enabled" of the ${p.kind.replace('_', ' ')} "${p.name}" is ${p.value}; expected true or false`,
    { family: 'Validation Error', fact: (p) => `${p.value} is not of type 'boolean'` },
  ),
  'osi-left-out': warning((p: Named & { readonly why: keyof typeof losses }) => losses[p.why](p), {
    hint: () => 'semantic_manifest.json has all of it.',
    dbt: { name: 'MFConverterIssue', code: 'I078', isAdvice: true },
  }),
  'osi-expression-not-supported': error(
    (p: Named & { readonly expression: string }) =>
      `not supported: the expression of the metric "${p.name}", ${p.expression}, is not taken apart`,
    {
      family: 'Parsing Error',
      hint: () =>
        'Known are SUM(column), AVG, MIN, MAX, COUNT, COUNT(DISTINCT column), percentiles, and the ratio of two of these.',
    },
  ),
  'osi-invalid': error(
    (p: { readonly problem: string; readonly fact: string }) => `OSI document: ${p.problem}`,
    { family: 'Parsing Error', fact: (p) => p.fact },
  ),
  'semantic-doubtful': warning((p: Found) => describe(p), {
    dbt: { name: 'SemanticValidationFailure', code: 'I070' },
  }),
  'semantic-wrong': error((p: Found) => describe(p), {
    family: 'Parsing Error',
    fact: () => 'Semantic Manifest validation failed.',
  }),
  'time-dimension-without-granularity': warning((p: Found) => describe(p), {
    hint: () => 'Write type_params: {time_granularity: day}, or "granularity: day" at the column.',
    dbt: { name: 'TimeDimensionsRequireGranularityDeprecation', code: 'D041' },
  }),
  'time-spine-undescribed': warning(
    () => 'the time spine "metricflow_time_spine" is known by its name only, which will end',
    {
      hint: () => 'Describe it: "time_spine: {standard_granularity_column: date_day}".',
      dbt: { name: 'MFTimespineWithoutYamlConfigurationDeprecation', code: 'D018' },
    },
  ),
  'definition-invalid': error(
    (
      p: Named & {
        readonly kind: string
        readonly problem: string
        readonly fact?: string | undefined
      },
    ) => `${p.kind.replace('_', ' ')} "${p.name}": ${p.problem}`,
    { family: 'Parsing Error', fact: (p) => p.fact },
  ),
  'measure-disabled': error(
    (p: Named & { readonly metric: string; readonly owner: string }) =>
      `metric "${p.metric}" takes the measure "${p.name}" of "${p.owner}", a semantic model that is disabled`,
    {
      family: 'Parsing Error',
      fact: (p) =>
        `The measure \`${p.name}\` is referenced on disabled semantic model \`${p.owner}\`.`,
      hint: () => 'Enable the semantic model, or disable the metric, too.',
    },
  ),
  'measure-not-found': error(
    (p: Near & { readonly metric: string }) =>
      `metric "${p.metric}" takes the measure "${p.name}", which no semantic model has`,
    {
      family: 'Parsing Error',
      fact: (p) => `A semantic model having a measure \`${p.name}\` does not exist`,
      hint: (p) => didYouMean(p.nearest),
    },
  ),
  'metric-disabled': error(
    (p: Named) => `the metric "${p.name}" is disabled, so nothing can refer to it`,
    {
      fact: (p) => `depends on a metric named '${p.name}' which is disabled`,
      hint: () => 'Enable it, or remove this reference.',
    },
  ),
  'metric-input-missing': error(
    (p: Near & { readonly by: string; readonly isDisabled: boolean }) =>
      `metric "${p.by}" is made of "${p.name}", ${p.isDisabled ? 'which is disabled' : 'and no metric is called so'}`,
    {
      family: 'Parsing Error',
      fact: (p) =>
        p.isDisabled
          ? `The metric \`${p.name}\` is disabled and thus cannot be referenced.`
          : `The metric \`${p.name}\` does not exist but was referenced by metric \`${p.by}\`.`,
      hint: (p) => (p.isDisabled ? 'Disable this one, too.' : didYouMean(p.nearest)),
    },
  ),
  'metric-not-found': error((p: Near) => `no metric is called "${p.name}"`, {
    fact: (p) => `depends on a metric named '${p.name}' which was not found`,
    hint: (p) => didYouMean(p.nearest),
  }),
  'semantic-model-ref': error(
    (p: Named & { readonly text: string }) =>
      `semantic model "${p.name}" is about "${p.text}", which is no ref()`,
    { hint: () => "Write model: ref('orders')." },
  ),
  'time-spine-column': error(
    (p: Named & { readonly column: string; readonly names: readonly string[] }) =>
      `the time spine "${p.name}" counts by "${p.column}", which is none of its columns`,
    {
      family: 'Parsing Error',
      fact: () => 'Time spine standard granularity column must be defined on the model.',
      hint: (p) =>
        didYouMean(findNearest(p.column, p.names)) ??
        'Describe it under "columns", with its granularity.',
    },
  ),
  'time-spine-custom': error(
    (p: Named & { readonly missing: readonly string[]; readonly names: readonly string[] }) =>
      `the time spine "${p.name}" has no column ${quoted(p.missing)}`,
    {
      family: 'Parsing Error',
      fact: () => 'Time spine custom granularity columns do not exist in the model.',
      hint: (p) => `Its columns are ${quoted(p.names)}.`,
    },
  ),
  'time-spine-granularity': error(
    (p: Named & { readonly column: string }) =>
      `the column "${p.column}" of the time spine "${p.name}" says no granularity`,
    {
      family: 'Parsing Error',
      fact: () => 'Time spine standard granularity column must have a granularity defined.',
      hint: () => 'Write "granularity: day", or whatever a row of it stands for.',
    },
  ),
  'time-spine-missing': error(
    () => 'there are semantic models, and no time spine that counts days or less',
    {
      family: 'Parsing Error',
      fact: () => 'The semantic layer requires a time spine model with granularity DAY or smaller',
      hint: () => 'Make a model with a row a day, and describe it with "time_spine".',
    },
  ),
}
