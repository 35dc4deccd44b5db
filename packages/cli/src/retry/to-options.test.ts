import { expect, it } from 'vitest'
import { build } from '../commands/build.ts'
import { newOptions, toOptions } from './to-options.ts'

it('reads options from what dbt and btn write of them', () => {
  const args = {
    which: 'build',
    select: ['orders+'],
    exclude: [],
    resource_types: ['model', 'test'],
    full_refresh: true,
    fail_fast: false,
    threads: 3,
    indirect_selection: 'cautious',
    vars: { a: '1', b: { $float: '1.0' } },
    warn_error_options: { error: [], warn: [], silence: [] },
    sample: { start: '2024-01-01T00:00:00+00:00', end: '2024-01-02T00:00:00+00:00' },
    event_time_start: '2024-01-01T00:00:00',
    sqlparse: { MAX_GROUPING_DEPTH: null },
    profile: null,
    project_dir: '/elsewhere',
    target_path: 'target',
    warn_error: true,
    use_colors: true,
  }
  expect(toOptions(build, args)).toEqual({
    select: ['orders+'],
    resourceType: ['model', 'test'],
    fullRefresh: true,
    failFast: false,
    threads: 3,
    indirectSelection: 'cautious',
    vars: '{"a": "1", "b": 1.0}',
    sample: '{"start": "2024-01-01T00:00:00+00:00", "end": "2024-01-02T00:00:00+00:00"}',
    eventTimeStart: '2024-01-01T00:00:00',
  })
})

it('takes from the new command line where things are, variables and threads', () => {
  const options = { projectDir: 'p', vars: '{}', threads: 1, fullRefresh: true, quiet: true }
  expect(newOptions(options)).toEqual({ projectDir: 'p', vars: '{}', threads: 1 })
})
