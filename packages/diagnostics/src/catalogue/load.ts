import { entriesOf } from '../entry.ts'
import { didYouMean } from '../nearest.ts'

const { error, warning } = entriesOf('Parsing Error')

interface Named {
  readonly name: string
}
interface Problem {
  readonly problem: string
}
function wrongTypeFact(key: string, expected: string, found: string): string {
  if (expected === 'true or false')
    return `'${found.replace(/^"|"$/g, '')}' is not of type 'boolean'`
  if (expected === 'a list') return `invalid because the value of '${key}' is not a list`
  if (expected !== 'a mapping') return `'${key}' is not ${expected}`
  // As dbt says it of a file of properties.
  return `'${key}' is not a dict${/\.ya?ml$/.test(key) ? '. Dictionary expected.' : ''}`
}

interface UnknownKey {
  readonly key: string
  /** Where the key stands: `a model`, `the project`. */
  readonly where: string
  readonly nearest?: string | undefined
}
interface Deprecated {
  readonly key: string
  readonly instead: string
}

interface Duplicate {
  readonly key: string
  readonly file: string
  readonly line: number
  readonly column: number
}
/** As Python's YAML says it. */
function duplicateIn({ key, line, column }: Duplicate): string {
  return `Duplicate key '${key}' in "<unicode string>", line ${line}, column ${column}`
}

const quotes = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(', ')

/** Mistakes found while the project's files are read. */
export const loadCodes = {
  'catalog-malformed': error((p: { readonly problem: string }) => p.problem, {
    family: 'Validation Error',
  }),
  'catalog-not-supported': error(
    (p: Named) =>
      `the catalog "${p.name}" is not supported: DuckDB writes to no catalogs of catalogs.yml, in dbt, either`,
    {
      family: 'Runtime Error',
      hint: () => 'Attach it in the profile instead: "attach", or "secrets" and "extensions".',
    },
  ),
  'config-key-unknown': warning(
    (p: { readonly key: string; readonly nearest: string }) => `there is no setting "${p.key}"`,
    {
      hint: (p) => didYouMean(p.nearest),
      dbt: { name: 'CustomKeyInConfigDeprecation', code: 'D026', isAdvice: true },
      data: (p, file) => ({ key: p.key, file }),
    },
  ),
  'config-set-twice': error(
    (p: { readonly key: string }) => `"${p.key}" stands beside "config" and inside it`,
    { hint: () => 'Keep the one inside "config".' },
  ),
  'data-paths-deprecated': warning(
    (p: Deprecated) => `"${p.key}" is the old name of "${p.instead}"`,
    {
      fact: (p) => `The \`${p.key}\` config has been renamed`,
      hint: (p) => `Rename it to "${p.instead}".`,
      dbt: { name: 'ConfigDataPathDeprecation', code: 'D004' },
      data: (p) => ({ deprecated_path: p.key, exp_path: p.instead }),
    },
  ),
  'env-var-reserved': warning(
    (p: Named) => `the environment variable ${p.name} begins with DBT_ENGINE_, and is no setting`,
    {
      hint: () => 'Variables of your own need another name: dbt keeps these for itself.',
      dbt: { name: 'EnvironmentVariableNamespaceDeprecation', code: 'D036' },
      data: (p) => ({ env_var: p.name, reserved_prefix: 'DBT_ENGINE_' }),
    },
  ),
  'env-var-missing': error((p: Named) => `the environment variable ${p.name} is not set`, {
    fact: (p) => `Env var required but not provided: '${p.name}'`,
    hint: (p) => `Set it, or give a default: env_var('${p.name}', '…').`,
  }),
  'exposure-config-wrong': error(
    (p: {
      readonly key: string
      readonly expected: string
      readonly value: string
      /** What dbt's readers look for. */
      readonly fact: string
    }) => `"${p.key}" of an exposure must be ${p.expected}, not ${p.value}`,
    { fact: (p) => p.fact },
  ),
  'file-not-utf8': error(
    (p: { readonly path: string; readonly byte: number; readonly encoding?: string }) =>
      p.encoding
        ? `${p.path} is ${p.encoding}, not UTF-8`
        : `${p.path} is not UTF-8 (byte ${p.byte})`,
    {
      hint: () => 'Save the file as UTF-8.',
    },
  ),
  'file-unreadable': error(
    (p: { readonly path: string; readonly reason: string }) =>
      `${p.path} cannot be read: ${p.reason}`,
  ),
  'flag-value-wrong': error(
    (p: { readonly name: string; readonly value: string; readonly expected: string }) =>
      `"${p.name}" is ${p.value}; expected ${p.expected}`,
    { family: 'Dbt project Error' },
  ),
  'key-moved-to-config': warning(
    (p: { readonly key: string }) => `"${p.key}" belongs under "config"`,
    {
      dbt: { name: 'PropertyMovedToConfigDeprecation', code: 'D030' },
      data: (p, file) => ({ key: p.key, file }),
    },
  ),
  'log-path-deprecated': warning(() => '"log-path" here is deprecated', {
    hint: () => 'Use --log-path or the environment variable DBT_LOG_PATH.',
    dbt: { name: 'ConfigLogPathDeprecation', code: 'D010' },
    data: () => ({ deprecated_path: 'log-path' }),
  }),
  'owner-unnamed': error(() => 'an owner needs a "name" or an "email"', {
    fact: () => "owner must have at least one of 'name' or 'email'",
  }),
  'package-duplicate': error(
    (p: { readonly name: string; readonly folders: readonly string[] }) =>
      `two packages are called "${p.name}": ${p.folders.join(' and ')}`,
    { family: 'Compilation Error' },
  ),
  'package-not-project': error(
    (p: { readonly folder: string }) => `${p.folder} has no dbt_project.yml`,
    {
      family: 'Dbt project Error',
      fact: (p) => `No dbt_project.yml found at expected path ${p.folder}`,
      hint: () => 'A package is a dbt project of its own.',
    },
  ),
  'package-version-unmet': error(
    (p: {
      readonly name: string
      readonly required: readonly string[]
      readonly version: string
    }) => `"${p.name}" requires dbt ${p.required.join(', ')}; btn is compatible with ${p.version}`,
    {
      family: 'Dbt project Error',
      fact: () => 'This version of dbt is not supported',
      hint: () => 'Use another version of the package, or --no-version-check.',
    },
  ),
  'profile-empty': error((p: Named) => `the profile "${p.name}" has no "outputs"`, {
    family: 'Profile Error',
  }),
  'profile-missing': error(
    (p: Named & { readonly path: string; readonly nearest?: string | undefined }) =>
      `there is no profile "${p.name}" in ${p.path}`,
    {
      family: 'Dbt project Error',
      fact: (p) => `Could not find profile named '${p.name}'`,
      hint: (p) => didYouMean(p.nearest),
    },
  ),
  'profile-not-named': error(() => 'the project names no profile', {
    family: 'Profile Error',
    hint: () => 'Add "profile: <name>", or give --profile.',
  }),
  'profiles-file-missing': error(
    (p: Named & { readonly folders: readonly string[] }) =>
      `there is no profiles.yml in ${p.folders.join(' or ')}`,
    {
      family: 'Dbt project Error',
      fact: (p) => `Could not find profile named '${p.name}'`,
      hint: () => 'Give its folder with --profiles-dir, or set DBT_PROFILES_DIR.',
    },
  ),
  'profile-flags': warning(
    () =>
      "User config should be moved from the 'config' key in profiles.yml to the 'flags' key in dbt_project.yml.",
    { dbt: { name: 'ProjectFlagsMovedDeprecation', code: 'D013' }, data: () => ({}) },
  ),
  'profile-flags-too': error(
    () => '"config" of profiles.yml and "flags" of the project are the same',
    {
      family: 'Dbt project Error',
      fact: () => "Do not specify both 'config' in profiles.yml and 'flags' in dbt_project.yml.",
      hint: () => 'Move what profiles.yml says to "flags".',
    },
  ),
  'project-files-both': error(
    (p: { readonly folder: string }) => `${p.folder} has both project.yml and dbt_project.yml`,
    { family: 'Dbt project Error', hint: () => 'Keep one of them.' },
  ),
  'project-config-version': error(
    (p: { readonly version: number }) => `"config-version" is ${p.version}: only 2 is understood`,
    {
      family: 'Dbt project Error',
      fact: (p) => `Got an unexpected project version=${p.version}, expected 2`,
    },
  ),
  'project-key-unknown': error((p: UnknownKey) => `"${p.key}" is no key of ${p.where}`, {
    family: 'Dbt project Error',
    fact: (p) => `Additional properties are not allowed ('${p.key}' was unexpected)`,
    hint: (p) => didYouMean(p.nearest),
  }),
  'project-name-invalid': error(
    (p: Named) => `"${p.name}" cannot be a project's name: letters, digits and underscores only`,
    { family: 'Dbt project Error' },
  ),
  'project-name-missing': error((p: { readonly file: string }) => `${p.file} has no "name"`, {
    family: 'Dbt project Error',
  }),
  'project-name-reserved': error(
    (p: Named) => `"${p.name}" cannot be a project's name: templates use it for something else`,
    { family: 'Dbt project Error' },
  ),
  'project-not-found': error(
    (p: { readonly where: string; readonly expected: string }) =>
      `there is no project.yml or dbt_project.yml in ${p.where}`,
    {
      family: 'Dbt project Error',
      fact: (p) => `No dbt_project.yml found at expected path ${p.expected}`,
      hint: () => 'Change to the folder of a project, or give --project-dir. "btn init" makes one.',
    },
  ),
  'project-version-invalid': error(
    (p: { readonly version: string }) => `"${p.version}" cannot be a project's version`,
    {
      family: 'Dbt project Error',
      fact: (p) =>
        `at path ['version']: '${p.version}' is not valid under any of the given schemas`,
      hint: () => 'Write two or three numbers, as in "1.0" or "1.0.0", or leave it out.',
    },
  ),
  'project-version-malformed': error(
    (p: { readonly text: string }) => `"${p.text}" is no version requirement`,
    { family: 'Dbt project Error', hint: () => 'Write it as ">=1.8.0" or [">=1.8.0", "<2.0.0"].' },
  ),
  'project-version-never': error(
    (p: { readonly required: readonly string[] }) =>
      `no version can satisfy ${p.required.join(', ')}`,
    { family: 'Dbt project Error' },
  ),
  'secret-outside-profile': error(
    (p: Named) => `${p.name} is a secret: only profiles.yml, outputs and packages.yml may read it`,
  ),
  'source-overrides': warning(() => '"overrides" of a source is deprecated', {
    dbt: { name: 'SourceOverrideDeprecation', code: 'D035', isAdvice: true },
    data: (_, file) => ({ file }),
  }),
  'source-paths-deprecated': warning(
    (p: Deprecated) => `"${p.key}" is the old name of "${p.instead}"`,
    {
      fact: (p) => `The \`${p.key}\` config has been renamed`,
      hint: (p) => `Rename it to "${p.instead}".`,
      dbt: { name: 'ConfigSourcePathDeprecation', code: 'D003' },
      data: (p) => ({ deprecated_path: p.key, exp_path: p.instead }),
    },
  ),
  'target-missing': error(
    (p: Named & { readonly known: readonly string[]; readonly nearest?: string | undefined }) =>
      `there is no target "${p.name}"; there is ${quotes(p.known) || 'none'}`,
    {
      family: 'Profile Error',
      fact: (p) => `does not have a target named '${p.name}'`,
      hint: (p) => didYouMean(p.nearest),
    },
  ),
  'target-path-deprecated': warning(() => '"target-path" here is deprecated', {
    hint: () => 'Use --target-path or the environment variable DBT_TARGET_PATH.',
    dbt: { name: 'ConfigTargetPathDeprecation', code: 'D011' },
    data: () => ({ deprecated_path: 'target-path' }),
  }),
  'target-type-missing': error((p: Named) => `the target "${p.name}" has no "type"`, {
    family: 'Profile Error',
    hint: () => 'Add "type: duckdb".',
  }),
  'target-type-unknown': error(
    (p: { readonly type: string; readonly known: readonly string[] }) =>
      `btn has no adapter for "${p.type}"; there is ${quotes(p.known) || 'none'}`,
    { family: 'Runtime Error', fact: (p) => `Could not find adapter type ${p.type}` },
  ),
  'test-arguments-flat': warning(
    (p: Named) => `the arguments of "${p.name}" belong under "arguments"`,
    {
      dbt: { name: 'MissingArgumentsPropertyInGenericTestDeprecation', code: 'D039' },
      data: (p, file) => ({ test_name: `\`${p.name}\` (${file})` }),
    },
  ),
  'test-arguments-early': warning(
    (p: Named & { readonly value: string }) =>
      `"arguments" of "${p.name}" is an argument like any other while require_generic_test_arguments_property is off`,
    {
      hint: () => 'Switch the flag on, and what stands under "arguments" are the arguments.',
      dbt: { name: 'ArgumentsPropertyInGenericTestDeprecation', code: 'D038' },
      data: (p) => ({ test_name: `\`${p.name}\` (${p.value})` }),
    },
  ),
  'test-sql-header-early': warning(
    () => '"sql_header" of a test does nothing while require_sql_header_in_test_configs is off',
    {
      dbt: { name: 'CustomKeyInConfigDeprecation', code: 'D026' },
      fact: () => 'Custom key `sql_header` found in `config` of a test',
      data: (_, file) => ({ key: 'sql_header', key_path: 'models.config', file }),
    },
  ),
  'test-config-twice': error(
    (p: { readonly key: string }) => `"${p.key}" of a test stands beside "config" and inside it`,
    {
      family: 'Compilation Error',
      fact: () => 'Test cannot have the same key at the top-level and in config',
      hint: () => 'Keep the one inside "config".',
    },
  ),
  'test-config-unreadable': error(
    (p: { readonly key: string; readonly file: string }) =>
      `"${p.key}" of a test cannot be rendered: its templates see less than those of models`,
    {
      family: 'Compilation Error',
      fact: (p) => `Invalid generic test configuration given in ${p.file}`,
    },
  ),
  'test-malformed': error((p: Problem) => p.problem, {
    hint: () => 'A test is a name, or "name:" with its arguments below.',
  }),
  'tests-and-data-tests': error(
    (_: { readonly owner: 'project' | 'test' }) =>
      '"tests" and "data_tests" are the same: both are given',
    {
      fact: (p) => `Invalid ${p.owner} config: cannot have both 'tests' and 'data_tests' defined`,
      hint: () => 'Keep "data_tests".',
    },
  ),
  'var-missing': error(
    (p: { readonly name: string; readonly reader: string; readonly supplied: object }) =>
      `the variable "${p.name}" has no value`,
    {
      family: 'Compilation Error',
      fact: (p) =>
        `Required var '${p.name}' not found in config:\nVars supplied to ${p.reader} = ${JSON.stringify(p.supplied, undefined, 4)}`,
      hint: (p) => `Give it under "vars", with --vars, or a default: var('${p.name}', …).`,
    },
  ),
  'variable-renamed': warning(
    (p: { readonly old: string; readonly instead: string }) =>
      `The environment variable \`${p.old}\` has been renamed as \`${p.instead}\``,
    {
      hint: (p) => `Set ${p.instead} and unset ${p.old}; while both are set, the old one counts.`,
      dbt: { name: 'EnvironmentVariableRenamed', code: 'D009' },
      data: (p) => ({ old_name: p.old, new_name: p.instead }),
    },
  ),
  'vars-key-no-text': error(
    (p: { readonly key: string }) =>
      `\`${p.key}\` is no name of a variable: YAML reads it as something else than text`,
    {
      fact: (p) => `${p.key} is not of type 'string'`,
      hint: (p) => `Write '${p.key}' in quotes.`,
    },
  ),
  'vars-twice': error(() => '"vars" stands in the project file and in vars.yml', {
    family: 'Dbt project Error',
    fact: () => 'Variables cannot be defined in both vars.yml and dbt_project.yml.',
    hint: () => 'Keep one of them.',
  }),
  'yaml-alias-unknown': error((p: Named) => `no anchor "&${p.name}" stands before this alias`),
  'yaml-duplicate-key': warning((p: Duplicate) => `"${p.key}" is given twice`, {
    fact: (p) => `${duplicateIn(p)} in file \`${p.file}\``,
    hint: () => 'The last one counts.',
    dbt: { name: 'DuplicateYAMLKeysDeprecation', code: 'D024' },
    data: (p) => ({ duplicate_description: duplicateIn(p), file: p.file }),
  }),
  'yaml-key-refused': error(
    (p: {
      readonly key: string
      readonly where: string
      readonly nearest?: string | undefined
      readonly known?: readonly string[]
    }) => `"${p.key}" means nothing in ${p.where}`,
    {
      family: 'Parsing Error',
      fact: (p) => `Additional properties are not allowed ('${p.key}' was unexpected)`,
      hint: (p) => {
        const others = p.known && `What it can say: ${p.known.join(', ')}.`
        const elsewhere = 'Remove it, or move it below "config: {meta: {…}}".'
        return didYouMean(p.nearest) ?? others ?? elsewhere
      },
    },
  ),
  'yaml-key-unknown': warning((p: UnknownKey) => `"${p.key}" is no key of ${p.where}`, {
    hint: (p) => didYouMean(p.nearest),
    dbt: { name: 'CustomKeyInObjectDeprecation', code: 'D027', isAdvice: true },
    data: (p, file) => ({ key: p.key, file }),
  }),
  'yaml-key-unknown-top': warning((p: UnknownKey) => `"${p.key}" is no key of ${p.where}`, {
    hint: (p) => didYouMean(p.nearest),
    dbt: { name: 'CustomTopLevelKeyDeprecation', code: 'D025', isAdvice: true },
    data: (_, file) => ({ file }),
  }),
  'yaml-merge-wrong': error(() => '"<<" takes a mapping, or a list of mappings'),
  'yaml-recursive-alias': error(() => 'this alias stands inside the value that it repeats'),
  'yaml-required-key': error(
    (p: { readonly key: string; readonly where: string }) => `${p.where} needs "${p.key}"`,
    { family: 'Parsing Error', fact: (p) => `'${p.key}' is a required property` },
  ),
  'yaml-syntax': error((p: Problem) => p.problem),
  'yaml-too-large': error(() => 'the aliases repeat each other into more than 100,000 values'),
  'yaml-unknown-tag': error((p: { readonly tag: string }) => `the tag ${p.tag} means nothing here`),
  'yaml-unquoted-template': error(() => 'a template in YAML must stand in quotes', {
    hint: () => `Write "{{ … }}".`,
  }),
  'yaml-value-unknown': error(
    (p: {
      readonly key: string
      readonly value: string
      readonly allowed: readonly string[]
      readonly nearest?: string | undefined
    }) => `"${p.key}" is ${p.value}; expected one of ${quotes(p.allowed)}`,
    { hint: (p) => didYouMean(p.nearest) },
  ),
  'yaml-wrong-type': error(
    (p: { readonly key: string; readonly expected: string; readonly found: string }) =>
      `"${p.key}" is ${p.found}; expected ${p.expected}`,
    {
      fact: ({ key, expected, found }) => wrongTypeFact(key, expected, found),
      hint: (p) => (p.found === 'empty' ? 'Take it out, or write what belongs there.' : undefined),
    },
  ),
  'warn-error-options-renamed': warning(
    (p: { readonly keys: readonly ('include' | 'exclude')[] }) =>
      p.keys
        .map((key) => `"${key}" is called "${key === 'include' ? 'error' : 'warn'}" now`)
        .join(', ') + ', in warn_error_options',
    {
      dbt: { name: 'WEOIncludeExcludeDeprecation', code: 'D031' },
      data: (p) => ({
        found_include: p.keys.includes('include'),
        found_exclude: p.keys.includes('exclude'),
      }),
    },
  ),
  'warn-error-options-twice': error(
    (p: { readonly key: string; readonly instead: string }) =>
      `warn_error_options has both "${p.key}" and "${p.instead}", which mean the same`,
    { family: 'Usage', fact: (p) => `Only \`${p.key}\` or \`${p.instead}\` can be specified` },
  ),
  'warn-error-options-useless': error(
    () => '"warn" in warn_error_options takes nothing back: "error" does not name all warnings',
    {
      family: 'Usage',
      fact: () => '`warn` can only be specified if `error` is one of',
      hint: () => 'Set error: all, or put Deprecations into error or silence.',
    },
  ),
  'warning-name-unknown': error(
    (p: { readonly name: string; readonly nearest?: string | undefined }) =>
      `no warning is called "${p.name}"`,
    {
      family: 'Usage',
      fact: (p) => `${p.name} is not a valid dbt error name`,
      hint: (p) => didYouMean(p.nearest),
    },
  ),
}
