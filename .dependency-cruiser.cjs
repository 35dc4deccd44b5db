// Which folder may import which, types included: the arrows between packages, one door per third-party package, and no
// phase of core that knows a later one. What only values must not do stands in .dependency-cruiser.values.cjs.

const packages = [
  'diagnostics',
  'jinja',
  'adapter',
  'adapter-duckdb',
  'sql',
  'core',
  'docs-site',
  'cli',
  'e2e',
]

/** What each package may import; itself always. */
const arrows = {
  diagnostics: [],
  jinja: ['diagnostics'],
  adapter: ['diagnostics'],
  'adapter-duckdb': ['adapter', 'diagnostics'],
  sql: ['adapter', 'diagnostics'],
  core: ['diagnostics', 'jinja', 'adapter', 'sql'],
  // The graph selects as the command line does; see the rule below.
  'docs-site': ['core', 'diagnostics'],
  cli: ['diagnostics', 'jinja', 'adapter', 'adapter-duckdb', 'sql', 'core', 'docs-site'],
  e2e: [],
}

/** The only folder that may import each package from npm. */
const doors = {
  '@duckdb/node-api': 'packages/adapter-duckdb/src',
  yaml: 'packages/core/src/yaml',
  ajv: 'packages/core/(src/yaml|build-[a-z-]+)',
  picomatch: 'packages/adapter-duckdb/src/load/files',
  commander: 'packages/cli/src/options',
  fzstd: 'packages/adapter-duckdb/src/load/files',
  'string-argv': 'packages/cli/src/verify',
  tar: 'packages/cli/src/package-world',
  'http-proxy-agent': 'packages/cli/src/network',
  'https-proxy-agent': 'packages/cli/src/network',
  'proxy-from-env': 'packages/cli/src/network',
  chalk: 'packages/cli/src/terminal',
  'log-update': 'packages/cli/src/terminal',
  echarts: 'packages/cli/src/charts',
  preact: 'packages/docs-site/src/app',
  'markdown-it': 'packages/docs-site/src/read',
  chokidar: 'packages/cli/src/docs',
}

const tests = '\\.test\\.tsx?$'
const phases = ['1-load', '2-parse', '3-link', '4-plan', '5-run', '6-report']
const later = (phase) => phases.filter((it) => it[0] > phase[0]).join('|')

module.exports = {
  forbidden: [
    ...packages.map((name) => ({
      name: `arrows-of-${name}`,
      comment: `packages/${name} may import ${arrows[name].join(', ') || 'no other package'}.`,
      severity: 'error',
      from: { path: `^packages/${name}/`, pathNot: tests },
      to: { path: '^packages/', pathNot: `^packages/(${[name, ...arrows[name]].join('|')})/` },
    })),
    ...Object.entries(doors).map(([name, folder]) => ({
      name: `door-of-${name}`,
      comment: `${name} is imported by ${folder} only.`,
      severity: 'error',
      from: { path: '^packages/', pathNot: [`^${folder}`, tests] },
      to: { path: `node_modules/${name}/` },
    })),
    {
      name: 'docs-site-knows-no-compiler',
      comment: 'Of core, pages take the selection alone, in one folder.',
      severity: 'error',
      from: {
        path: '^packages/docs-site/',
        pathNot: '^packages/docs-site/src/graph/select/|' + tests,
      },
      to: { path: '^packages/(core|diagnostics)/' },
    },
    {
      name: 'docs-site-takes-the-selection-alone',
      comment: 'Of core, pages take the selection alone, in one folder.',
      severity: 'error',
      from: { path: '^packages/docs-site/src/graph/select/', pathNot: [tests, 'test-support'] },
      to: { path: '^packages/core/', pathNot: '^packages/core/src/4-plan/select/index' },
    },
    ...phases.slice(0, -1).map((phase) => ({
      name: `phase-${phase}-looks-back-only`,
      comment: 'A phase knows nothing of what comes after it, not even types.',
      severity: 'error',
      from: { path: `^packages/core/src/${phase}/`, pathNot: tests },
      to: { path: `^packages/core/src/(${later(phase)})/` },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // The parser does not read .tsx.
    exclude: { path: '(^|/)(dist|target|fixtures|actual)/|\\.d\\.ts$|\\.tsx$' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
}
