// Imports of values only: tools/check-imports.mjs hands over the files without their types, because the parser cannot
// tell `import type` from `import`. A phase of core may name another phase's result without touching its code.

const phases = ['1-load', '2-parse', '3-link', '4-plan', '5-run', '6-report']
const anyPhase = `(^|/)packages/core/src/(${phases.join('|')})/`
const tests = '\\.test\\.ts$'

module.exports = {
  forbidden: [
    ...phases.map((phase) => ({
      name: `phase-${phase}`,
      comment: 'A phase takes types from earlier phases, and no value from any other.',
      severity: 'error',
      from: { path: `(^|/)packages/core/src/${phase}/`, pathNot: tests },
      to: {
        path: anyPhase,
        pathNot: `(^|/)packages/core/src/${phase}/`,
      },
    })),
    {
      name: 'no-phase-below-the-phases',
      comment: 'What belongs to no phase imports none; only compile.ts and run.ts chain them.',
      severity: 'error',
      from: {
        path: '(^|/)packages/core/src/',
        pathNot: [tests, anyPhase, '(^|/)packages/core/src/(compile|run|index)\\.ts$'],
      },
      to: { path: anyPhase },
    },
    {
      name: 'core-is-one-door',
      comment: 'cli reaches core in one file, so that start-up loads it only when needed.',
      severity: 'error',
      from: {
        path: '(^|/)packages/cli/src/',
        pathNot: [tests, '(^|/)packages/cli/src/project\\.ts$'],
      },
      to: { path: '(^|/)packages/core/' },
    },
    {
      name: 'effects-at-the-edge',
      comment: 'Files, processes and the network belong to cli, the real host and the adapters.',
      severity: 'error',
      from: {
        path: '(^|/)packages/(diagnostics|jinja|adapter|core)/src/',
        pathNot: [
          tests,
          '(^|/)packages/core/src/real-host\\.ts$',
          '(^|/)packages/adapter/src/conformance/',
        ],
      },
      to: {
        path: '^(fs|child_process|net|http|https|os|readline|process)(/|$)',
        dependencyTypes: ['core'],
      },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^\\.\\./'] },
    exclude: { path: '(^|/)(dist|target|fixtures|actual)/|\\.d\\.ts$' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
}
