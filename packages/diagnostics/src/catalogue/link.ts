import { error, warning } from '../entry.ts'
import { didYouMean } from '../nearest.ts'

interface Named {
  readonly name: string
}
interface Near extends Named {
  readonly nearest?: string | undefined
}

interface Deprecated extends Named {
  readonly by: string
  readonly date: string
  readonly newer: string | undefined
  readonly model: OfVersion
}

/** A model as dbt's events name it: a version that there is not is an empty text. */
interface OfVersion {
  readonly name: string
  readonly packageName: string
  readonly version?: string | number | undefined
  readonly latest?: string | number | undefined
}

function referenceData({ by, date, model }: Deprecated): Readonly<Record<string, unknown>> {
  return {
    model_name: by,
    ref_model_package: model.packageName,
    ref_model_name: model.name,
    ref_model_version: String(model.version ?? ''),
    ref_model_latest_version: String(model.latest ?? ''),
    ref_model_deprecation_date: date,
  }
}

function missingFile({ kind, name }: Named & { readonly kind: string }): string | undefined {
  return kind === 'seed' ? `Is the file missing? A seed "${name}" is ${name}.csv.` : undefined
}

function sectionOf(kind: string): string {
  if (kind === 'analysis') return 'analyses'
  return `${kind.replace(' ', '_')}s`
}

/** What dbt calls several of a kind. */
function plural(kind: string): string {
  if (kind === 'saved_query') return 'saved_queries'
  return kind === 'test' ? 'data_tests' : sectionOf(kind)
}

const named = new Set(['doc', 'exposure', 'metric', 'saved_query', 'semantic_model', 'test'])

/** Mistakes found while references are resolved, names are made and the order is computed. */
export const linkCodes = {
  'source-timed-twice': error(
    (p: { readonly level: 'source' | 'table' }) =>
      `the ${p.level} has both loaded_at_field and loaded_at_query`,
    {
      family: 'Parsing Error',
      fact: (p) => `Cannot specify both loaded_at_field and loaded_at_query at ${p.level} level.`,
      hint: () => 'Keep one of them.',
    },
  ),
  'loaded-at-empty': error(() => '"loaded_at_field" is empty', {
    family: 'Parsing Error',
    fact: () => 'loaded_at_field cannot be an empty string.',
    hint: () => 'Name a column, or take the key out.',
  }),
  'config-path-unused': warning(
    (p: { readonly paths: readonly string[] }) =>
      `Configuration paths exist in your dbt_project.yml file which do not apply to any resources.\n` +
      `There are ${p.paths.length} unused configuration paths:\n${p.paths.map((it) => `- ${it}`).join('\n')}`,
    {
      hint: () =>
        'Folders are those below the package: models: {<package>: {<folder>: {+key: value}}}.',
      dbt: { name: 'UnusedResourceConfigPath', code: 'I051' },
      data: (p) => ({ unused_config_paths: p.paths }),
    },
  ),
  'dependency-cycle': error(
    (p: { readonly path: readonly string[] }) =>
      `these depend on each other: ${p.path.join(' → ')}`,
    {
      fact: (p) => `Found a cycle: ${p.path.join(' --> ')}`,
      hint: (p) =>
        p.path.length === 2
          ? 'Rows that the table has already are {{ this }}, in an incremental model.'
          : 'Remove one of these references.',
    },
  ),
  'doc-not-found': error((p: Near) => `no docs block is called "${p.name}"`, {
    fact: (p) => `depends on doc '${p.name}' which was not found`,
    hint: (p) => didYouMean(p.nearest),
  }),
  'duplicate-node': error(
    (p: Named & { readonly kind: string }) => `two ${plural(p.kind)} are called "${p.name}"`,
    {
      fact: (p) => `dbt found two ${plural(p.kind)} with the name "${p.name}"`,
      hint: (p) =>
        p.kind === 'source'
          ? 'Describe it once only: source() could not tell them apart.'
          : named.has(p.kind)
            ? 'Give one of them another name.'
            : 'Rename one of the files: ref() could not tell them apart.',
    },
  ),
  'duplicate-properties': error(
    (p: Named & { readonly kind: string }) => `the ${p.kind} "${p.name}" is described twice`,
    {
      fact: (p) => `dbt found two schema.yml entries for the same resource named ${p.name}`,
      hint: () => 'Merge the two entries into one.',
    },
  ),
  'source-override-twice': error(
    (p: Named & { readonly package: string; readonly files: readonly string[] }) =>
      `two sources override "${p.name}" of package "${p.package}"`,
    {
      fact: (p) =>
        `dbt found two schema.yml entries for the same source named ${p.name} in package ${p.package}: see one of these files: ${p.files.join(', ')}`,
      hint: () => 'Merge the two entries into one.',
    },
  ),
  'source-override-unused': warning(
    (p: Named) => `there is no "${p.name}" that could be overridden`,
    {
      dbt: { name: 'UnusedTables', code: 'I056' },
      data: (p) => ({ unused_tables: [p.name] }),
    },
  ),
  'exposure-name': warning((p: Named) => `"${p.name}" is an old kind of name for an exposure`, {
    fact: () =>
      "Starting in v1.3, the 'name' of an exposure should contain only letters, numbers, and underscores.",
    hint: () => 'Keep to letters, numbers and underscores, and put the title into "label".',
    dbt: { name: 'ExposureNameDeprecation', code: 'D007' },
    data: (p) => ({ exposure: p.name }),
  }),
  'exposure-depends-on': error(
    (p: Named & { readonly text: string }) =>
      `exposure "${p.name}" depends on "${p.text}", which is no ref(), source() or metric()`,
    { hint: () => "Write ref('orders'), source('app', 'orders') or metric('revenue')." },
  ),
  'group-not-found': error(
    (p: Near & { readonly group: string }) => `no group is called "${p.group}"`,
    {
      family: 'Parsing Error',
      fact: (p) => `Invalid group '${p.group}'`,
      hint: (p) => didYouMean(p.nearest),
    },
  ),
  'materialized-fixed': error(
    (p: Named & { readonly kind: string; readonly materialized: string }) =>
      `A ${p.kind} must have a materialized value of '${p.kind}': "${p.name}" has '${p.materialized}'`,
    { family: 'Parsing Error', hint: () => 'Remove the setting "materialized".' },
  ),
  'microbatch-input-setting': error(
    (p: { readonly model: string; readonly input: string; readonly found: string }) =>
      `the microbatch model "${p.model}" reads "${p.input}", whose event_time is ${p.found}`,
    {
      family: 'Parsing Error',
      fact: (p) => `Microbatch model '${p.model}' depends on an input node '${p.input}'`,
      hint: () => 'event_time is the name of a column.',
    },
  ),
  'microbatch-inputs-untimed': warning(
    (p: Named) =>
      `the microbatch model ${p.name} has no 'ref' or 'source' input with an 'event_time'`,
    {
      hint: () =>
        'Each batch reads all rows of its inputs: set event_time on one of them, or the rows come in once per batch.',
      dbt: { name: 'MicrobatchModelNoEventTimeInputs', code: 'I074' },
      data: (p) => ({ model_name: p.name }),
    },
  ),
  'microbatch-outside-batches': warning(
    () =>
      'the macro get_incremental_microbatch_sql of this project is used outside of batched execution',
    {
      hint: () =>
        'Set the flag require_batched_execution_for_custom_microbatch_strategy to have it called once per batch.',
      dbt: { name: 'MicrobatchMacroOutsideOfBatchesDeprecation', code: 'D020' },
    },
  ),
  'microbatch-setting': error(
    (p: {
      readonly model: string
      readonly setting: string
      readonly expected: string
      readonly found: string | undefined
    }) =>
      p.found === undefined
        ? `the microbatch model "${p.model}" needs ${p.setting}: ${p.expected}`
        : `the microbatch model "${p.model}" has ${p.found} as ${p.setting}: ${p.expected} expected`,
    {
      family: 'Parsing Error',
      fact: ({ model, setting }) => {
        const article = setting === 'event_time' ? 'an' : 'a'
        return `Microbatch model '${model}' must provide ${article} '${setting}' config`
      },
    },
  ),
  'model-deprecated': warning(
    (p: Named & { readonly date: string; readonly model: OfVersion }) =>
      `Model ${p.name} has passed its deprecation date of ${p.date}`,
    {
      hint: () => 'Disable it, or remove it.',
      dbt: { name: 'DeprecatedModel', code: 'I065' },
      data: ({ model, date }) => ({
        model_name: model.name,
        model_version: String(model.version ?? ''),
        deprecation_date: date,
      }),
    },
  ),
  'macro-arguments-differ': warning((p: { readonly problem: string }) => p.problem, {
    hint: () =>
      'Types are string, bool, int, float, any, relation, column, list[…], dict[…, …], optional[…].',
    dbt: { name: 'InvalidMacroAnnotation', code: 'I076' },
    data: (p, file) => ({ msg: p.problem, macro_file_path: file }),
  }),
  'model-enabled-twice': error(
    (p: Named & { readonly count: number }) =>
      `Found ${p.count} matching disabled nodes for model '${p.name}': properties cannot say which one to enable`,
    {
      family: 'Parsing Error',
      hint: () => 'Enable one of them in its file, or by its folder in the project file.',
    },
  ),
  'node-color-unknown': error(
    (p: Named & { readonly color: string }) =>
      `Invalid color name for docs.node_color: ${p.color}, of "${p.name}"`,
    {
      family: 'Parsing Error',
      hint: () => "It is a name that HTML has, such as 'teal', or a number such as '#1f9e8f'.",
    },
  ),
  'properties-of-other-kind': warning(
    (p: Named & { readonly kind: string; readonly section: string; readonly file: string }) =>
      `'${p.name}' is a ${p.kind} node, but it is specified in the ${sectionOf(p.section)} section of ${p.file}`,
    {
      hint: (p) => `Move it to "${sectionOf(p.kind)}": here it describes nothing.`,
      dbt: { name: 'WrongResourceSchemaFile', code: 'I057' },
      data: (p) => ({
        patch_name: p.name,
        resource_type: p.kind,
        plural_resource_type: sectionOf(p.kind),
        yaml_key: sectionOf(p.section),
        file_path: p.file,
      }),
    },
  ),
  'freshness-without-time': warning(
    (p: { readonly source: string }) =>
      `nothing says how old the rows of source '${p.source}' are: it has limits of freshness, but no loaded_at_field`,
    {
      hint: () =>
        'DuckDB does not note when a table was changed: name a column with loaded_at_field, or give loaded_at_query.',
      dbt: { name: 'FreshnessConfigProblem', code: 'I073' },
    },
  ),
  'source-tag-no-text': warning(
    (p: { readonly name: string; readonly written: string }) =>
      `Field \`config.tags\`: ${p.written} is not valid for source (${p.name})`,
    {
      hint: () => 'Tags are texts: the others are left out. Put them in quotes.',
      dbt: { name: 'ValidationWarning', code: 'I009' },
      data: (p) => ({
        field_name: `\`config.tags\`: ${p.written}`,
        resource_type: 'source',
        node_name: p.name,
      }),
    },
  ),
  'properties-without-macro': warning(
    (p: Near) => `Found patch for macro "${p.name}" which was not found`,
    {
      hint: (p) => didYouMean(p.nearest) ?? 'There is no macro of this name to describe.',
      dbt: { name: 'MacroNotFoundForPatch', code: 'I059' },
      data: (p) => ({ patch_name: p.name }),
    },
  ),
  'properties-without-node': warning(
    (p: Near & { readonly kind: string; readonly file: string }) =>
      `Did not find matching node for patch with name '${p.name}' in the '${sectionOf(p.kind)}' section of file '${p.file}'`,
    {
      hint: (p) =>
        didYouMean(p.nearest) ??
        missingFile(p) ??
        `There is no ${p.kind} of this name to describe.`,
      dbt: { name: 'NoNodeForYamlKey', code: 'I058' },
      data: (p) => ({ patch_name: p.name, yaml_key: sectionOf(p.kind), file_path: p.file }),
    },
  ),
  'ref-deprecated': warning(
    (p: Deprecated) => `${p.by} refers to ${p.name}, which was deprecated on ${p.date}`,
    {
      hint: (p) => p.newer && `Move to the new version: {{ ${p.newer} }}`,
      dbt: { name: 'DeprecatedReference', code: 'I067' },
      data: referenceData,
    },
  ),
  'ref-deprecation-upcoming': warning(
    (p: Deprecated) => `${p.by} refers to ${p.name}, which will be deprecated on ${p.date}`,
    {
      hint: (p) => p.newer && `Try the new version: {{ ${p.newer} }}`,
      dbt: { name: 'UpcomingReferenceDeprecation', code: 'I066' },
      data: referenceData,
    },
  ),
  'name-shared': warning(
    (p: { readonly name: string; readonly packageName: string; readonly ids: readonly string[] }) =>
      `Found resources with the same name '${p.name}' in package '${p.packageName}': ${p.ids.join(' and ')}`,
    {
      hint: () => 'Rename one of them: ref() could mean either.',
      dbt: { name: 'DuplicateNameDistinctNodeTypesDeprecation', code: 'D040' },
      data: (p) => ({
        resource_name: p.name,
        package_name: p.packageName,
        unique_id1: p.ids[0],
        unique_id2: p.ids[1],
      }),
    },
  ),
  'name-versioned-too': error(
    (p: Named & { readonly other: string }) =>
      `the model "${p.name}" has versions, and ${p.other} has its name without one`,
    {
      family: 'Parsing Error',
      fact: (p) => `dbt found versioned and unversioned models with the name "${p.name}"`,
      hint: () => 'Rename the one without a version, or make it one of the versions.',
    },
  ),
  'package-uses-root': warning(
    (p: { readonly node: string; readonly packageName: string; readonly parent: string }) =>
      `"${p.node}" of the package "${p.packageName}" depends on ${p.parent}, a node of the project that uses the package`,
    {
      hint: () =>
        'Set the flag require_ref_searches_node_package_before_root, and packages find their own nodes first.',
      dbt: { name: 'PackageNodeDependsOnRootProjectNode', code: 'I077' },
      data: (p) => ({
        node_name: p.node,
        package_name: p.packageName,
        root_project_unique_id: p.parent,
      }),
    },
  ),
  'ref-disabled': error((p: Near) => `"${p.name}" is disabled, so nothing can refer to it`, {
    fact: (p) => `depends on a node named '${p.name}' which is disabled`,
    hint: () => 'Enable it, or remove this ref().',
  }),
  'ref-not-allowed': error(
    (
      p: Named & {
        readonly id: string
        readonly access: string
        readonly owner: string
        readonly by: string
      },
    ) => `"${p.name}" is ${p.access}: only nodes of ${p.owner} may refer to it`,
    {
      family: 'Parsing Error',
      fact: (p) => `Node ${p.by} attempted to reference node ${p.id}, which is not allowed`,
    },
  ),
  'ref-not-found': error((p: Near) => `no model, seed or snapshot is called "${p.name}"`, {
    fact: (p) => `depends on a node named '${p.name}' which was not found`,
    hint: (p) => didYouMean(p.nearest),
  }),
  'relation-shared': error(
    (p: { readonly first: string; readonly second: string; readonly relation: string }) =>
      `${p.first} and ${p.second} would both be stored as ${p.relation}`,
    {
      fact: (p) => `dbt found two resources with the database representation "${p.relation}"`,
      hint: () => 'Give one of them another alias or schema.',
    },
  ),
  'name-with-spaces': warning(
    (p: { readonly id: string }) => `Found spaces in the name of \`${p.id}\``,
    {
      dbt: { name: 'SpacesInResourceNameDeprecation', code: 'D014' },
      data: (p) => ({ unique_id: p.id, level: 'warn' }),
    },
  ),
  'names-with-spaces': warning(
    (p: { readonly count: number; readonly showsAll: boolean }) =>
      `Spaces found in ${p.count} resource name(s): dbt will refuse them one day`,
    {
      fact: (p) =>
        `Spaces found in ${p.count} resource name(s)${p.showsAll ? '' : '. Run again with `--debug` to see them all.'}`,
      hint: (p) => (p.showsAll ? undefined : 'Run again with `--debug` to see them all.'),
      dbt: { name: 'ResourceNamesWithSpacesDeprecation', code: 'D015' },
      data: (p) => ({ count_invalid_names: p.count, show_debug_hint: !p.showsAll }),
    },
  ),
  'names-with-spaces-refused': error(
    (p: { readonly names: readonly { readonly id: string; readonly file: string }[] }) =>
      `names have no spaces, but these have:\n${p.names.map((it) => `  * '${it.id}' (${it.file})`).join('\n')}`,
    {
      family: 'Validation Error',
      fact: (p) =>
        `Resource names cannot contain spaces:\n${p.names.map((it) => `  * '${it.id}' (${it.file})`).join('\n')}`,
      hint: () => 'Rename them; with the flag off that asks for it, this is only a warning.',
    },
  ),
  'package-materialization': warning(
    (p: { readonly packageName: string; readonly materialization: string }) =>
      `the package '${p.packageName}' brings a materialization '${p.materialization}' in place of the built-in one`,
    {
      hint: (p) =>
        `Say so in a macro file of your own: {% materialization … %}{{ return(${p.packageName}.materialization_…()) }}; dbt will ask for it.`,
      fact: (p) =>
        `Installed package '${p.packageName}' is overriding the built-in materialization '${p.materialization}'`,
      dbt: { name: 'PackageMaterializationOverrideDeprecation', code: 'D016' },
      data: (p) => ({ package_name: p.packageName, materialization_name: p.materialization }),
    },
  ),
  'schema-name-none': warning(
    (p: { readonly node: string }) =>
      `Node '${p.node}' has a schema set to None as a result of a generate_schema_name call.`,
    {
      hint: () => 'Let the macro give a name: {{ return(target.schema) }}.',
      dbt: { name: 'GenerateSchemaNameNullValueDeprecation', code: 'D044' },
      data: (p) => ({ resource_unique_id: p.node }),
    },
  ),
  'schema-name-null': error(
    (p: { readonly node: string }) =>
      `Node '${p.node}' has a schema set to None as a result of a generate_schema_name call.`,
    {
      family: 'Parsing Error',
      hint: () =>
        'Let the macro return a name, or clear the flag require_valid_schema_from_generate_schema_name.',
    },
  ),
  'source-disabled': error(
    (p: Near) => `the source "${p.name}" is disabled, so nothing can refer to it`,
    { fact: (p) => `depends on a source named '${p.name}' which is disabled` },
  ),
  'source-not-found': error((p: Near) => `no source is called "${p.name}"`, {
    fact: (p) => `depends on a source named '${p.name}' which was not found`,
    hint: (p) => didYouMean(p.nearest),
  }),
  'test-target-not-found': warning(
    (p: Near & { readonly test: string; readonly kind: 'node' | 'source' }) =>
      `the test ${p.test} is left out: there is nothing called "${p.name}"`,
    {
      fact: (p) => `Test '${p.test}' depends on a ${p.kind} named '${p.name}' which was not found`,
      hint: (p) => didYouMean(p.nearest),
      dbt: { name: 'NodeNotFoundOrDisabled', code: 'I060' },
      data: (p, file) => ({
        original_file_path: file,
        resource_type_title: 'Test',
        target_name: p.name,
        target_kind: p.kind,
      }),
    },
  ),
}
