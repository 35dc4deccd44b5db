import { access } from './access.ts'
import { config } from './config.ts'
import {
  exposure,
  metric,
  monitor,
  report,
  savedQuery,
  semanticModel,
  unitTest,
} from './dotted-name.ts'
import { file } from './file.ts'
import { fqn } from './fqn.ts'
import { group } from './group.ts'
import type { Method } from './method.ts'
import { packageMethod } from './package.ts'
import { path } from './path.ts'
import { resourceType } from './resource-type.ts'
import { result } from './result.ts'
import { selector } from './selector.ts'
import { sourceStatus } from './source-status.ts'
import { source } from './source.ts'
import { tag } from './tag.ts'
import { testName } from './test-name.ts'
import { testType } from './test-type.ts'
import { version } from './version.ts'

const all: readonly Method[] = [
  fqn,
  tag,
  group,
  access,
  source,
  path,
  file,
  packageMethod,
  config,
  testName,
  testType,
  resourceType,
  exposure,
  metric,
  result,
  sourceStatus,
  version,
  semanticModel,
  savedQuery,
  unitTest,
  monitor,
  report,
  selector,
]

/** Every method that needs no more than `SelectableGraph` has, by the name that stands before the colon. */
export const methods: ReadonlyMap<string, Method> = new Map(all.map((it) => [it.name, it]))

/** Those that a term may name; `state` compares whole manifests (`state.ts`), and is added where there are such. */
export const methodNames: readonly string[] = [...methods.keys(), 'state']
