import type { Scope } from '@btn/jinja'
import type { NodeId } from '../types/index.ts'
import type { Context, Invocation } from './context.ts'
import { emptyCapture } from './empty-capture.ts'
import { createContext } from './scope.ts'

/** What templates in properties files may use: dbt gives them neither macros nor the graph. */
const NAMES = new Set([
  'dbt_version',
  'diff_of_two_dicts',
  'env_var',
  'flags',
  'fromjson',
  'fromyaml',
  'invocation_id',
  'local_md5',
  'log',
  'modules',
  'print',
  'project_name',
  'return',
  'run_started_at',
  'set',
  'set_strict',
  'target',
  'thread_id',
  'tojson',
  'toyaml',
  'var',
  'zip',
  'zip_strict',
])

export function propertiesScope(
  invocation: Invocation,
  packageName: string,
  onRead: Context['onRead'],
): Scope {
  const subject = {
    id: '' as NodeId,
    name: '',
    packageName,
    kind: 'source' as const,
    database: '',
    schema: '',
    alias: '',
    toJson: () => ({}),
  }
  const capture = emptyCapture()
  const { scope } = createContext({
    invocation,
    subject,
    mode: { kind: 'parse', capture },
    onRead,
    hasMacros: false,
  })
  return {
    lookup: (name) => (NAMES.has(name) ? scope.lookup(name) : undefined),
    names: () => NAMES,
  }
}
