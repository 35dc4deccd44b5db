import { error, warning } from '../entry.ts'
import { didYouMean } from '../nearest.ts'

interface Named {
  readonly name: string
}
interface Near extends Named {
  readonly nearest?: string | undefined
}

/** Mistakes found while models, macros and tests are parsed, and in what templates ask of their context. */
export const parseCodes = {
  'properties-without-name': warning(
    (p: { readonly section: string; readonly file: string }) =>
      `Unable to parse '${p.section}' section of file '${p.file}': Entry did not contain a name`,
    { hint: () => 'Every entry begins with "name:".' },
  ),
  'anchor-misplaced': error(
    (p: { readonly name: string }) =>
      `in strict mode, the anchor &${p.name} has to stand below "anchors:"`,
    { hint: () => 'Move the value there, and name it here with *.' },
  ),
  'function-unknown': error(
    (p: { readonly name: string; readonly nearest?: string | undefined }) =>
      `in strict mode, what is called has to exist: there is no "${p.name}"`,
    { hint: (p) => didYouMean(p.nearest) },
  ),
  'config-missing': error(
    (p: Named & { readonly node: string }) =>
      `Model '${p.node}' does not define a required config parameter '${p.name}'.`,
    { hint: (p) => `Add ${p.name} to the config of the node.` },
  ),
  'dispatch-dotted-name': error(
    (p: Named) => `adapter.dispatch takes a bare macro name, not "${p.name}"`,
    {
      hint: ({ name }) => {
        const dot = name.indexOf('.')
        return `Write adapter.dispatch('${name.slice(dot + 1)}', macro_namespace='${name.slice(0, dot)}').`
      },
    },
  ),
  'dispatch-not-found': error(
    (p: Near & { readonly namespace: string | undefined; readonly attempts: readonly string[] }) =>
      `no macro implements "${p.name}"${p.namespace === undefined ? '' : ` of ${p.namespace}`}; looked for ${p.attempts.join(', ')}`,
    {
      fact: (p) => `In dispatch: No macro named '${p.name}' found`,
      hint: (p) => didYouMean(p.nearest),
    },
  ),
  'duplicate-macro': error(
    (p: Named & { readonly package: string }) =>
      `two macros of ${p.package} are called "${p.name}"`,
    {
      fact: (p) => `dbt found multiple macros named "${p.name}" in the project "${p.package}"`,
      hint: () => 'Rename one of them: a package can have only one macro of a name.',
    },
  ),
  'external-location-invalid': error(
    (p: { readonly pattern: string; readonly problem: string }) =>
      `external_location "${p.pattern}": ${p.problem}`,
  ),
  'incremental-strategy-invalid': error(
    (p: { readonly strategy: string; readonly known: readonly string[] }) =>
      `The incremental strategy '${p.strategy}' is not valid for this adapter`,
    { family: 'Runtime Error', hint: (p) => `Use one of ${p.known.join(', ')}.` },
  ),
  'incremental-strategy-unknown': error(
    (p: {
      readonly macro: string
      readonly project: string
      readonly known: readonly string[]
      readonly nearest?: string | undefined
    }) => `could not find an incremental strategy macro with the name "${p.macro}" in ${p.project}`,
    {
      family: 'Runtime Error',
      hint: (p) =>
        didYouMean(p.nearest) ?? `Use one of ${p.known.join(', ')}, or define that macro.`,
    },
  ),
  'operation-refs-ephemeral': error(
    (p: { readonly name: string }) =>
      `Operations can not ref() ephemeral nodes, but ${p.name} is ephemeral`,
    { hint: () => 'It exists in no database: refer to a model that is built, or write its query.' },
  ),
  'python-config-get': error(
    (p: { readonly function: string; readonly count: number }) =>
      p.count === 0
        ? `${p.function}() requires at least one argument`
        : `${p.function}() takes at most 2 arguments (${p.count} given)`,
    { hint: () => 'Name the setting and, if it may be missing, what to take instead.' },
  ),
  'python-model-literal': error(
    (p: { readonly function: string }) =>
      `the arguments of ${p.function}() are read before the model runs, so they must be literals`,
    { hint: () => 'Write text, numbers, True, False, None, or lists and dicts of these.' },
  ),
  'python-model-shape': error((p: { readonly problem: string }) => p.problem, {
    hint: () => 'A Python model is one function, def model(dbt, session), that ends with return.',
  }),
  'python-model-template': error(() => 'No jinja in python model code is allowed', {
    hint: () => 'Use dbt.config.get() for settings, dbt.ref() and dbt.source() for relations.',
  }),
  'python-syntax': error((p: { readonly problem: string }) => `this is no Python: ${p.problem}`),
  'query-comment-illegal': error(
    (p: { readonly comment: string }) => `query comment contains illegal value "*/": ${p.comment}`,
    { hint: () => 'It would end the comment in the middle.' },
  ),
  'raised-by-template': error((p: { readonly kind: string; readonly message: string }) =>
    p.kind === 'Compilation Error' ? p.message : `${p.kind}: ${p.message}`,
  ),
  'ref-not-in-graph': error(
    (p: Named) =>
      `the graph does not know that this node refers to "${p.name}": the ref() was not reached when the project was parsed`,
    {
      hint: (p) =>
        `Put a comment into the model that is always rendered: -- depends_on: {{ ref('${p.name}') }}`,
    },
  ),
  'result-loaded-twice': error(
    (p: Named) =>
      `The 'statement' result named '${p.name}' has already been loaded into a variable`,
    {
      hint: () => 'Keep the first load_result() in a variable.',
    },
  ),
  'seed-wanted': error(
    (p: Named & { readonly kind: string }) =>
      `can only load_agate_table for seeds (got a ${p.kind}: ${p.name})`,
  ),
  'test-not-found': warning((p: Near) => `no generic test is called "${p.name}"`, {
    hint: (p) =>
      didYouMean(p.nearest) ??
      `Define it as {% test ${p.name}(model, column_name) %}, or install its package.`,
  }),
  'block-unexpected': warning(
    (p: { readonly tag: string; readonly file: string }) =>
      `Found unexpected '${p.tag}' block tag. in file \`${p.file}\``,
    {
      hint: () => 'What stands outside of macros is never rendered: move it into one.',
      dbt: { name: 'UnexpectedJinjaBlockDeprecation', code: 'D023' },
      data: (p) => ({ msg: `Found unexpected '${p.tag}' block tag.`, file: p.file }),
    },
  ),
  'itertools-used': warning(() => 'modules.itertools is deprecated', {
    hint: () => 'Use filters, `zip` and `range`: dbt will take it away.',
    fact: () => 'Usage of itertools modules is deprecated',
    dbt: { name: 'ModulesItertoolsUsageDeprecation', code: 'D034' },
    data: () => ({}),
  }),
  'warned-by-template': warning((p: { readonly message: string }) => p.message, {
    dbt: { name: 'JinjaLogWarning', code: 'I061' },
  }),
}
