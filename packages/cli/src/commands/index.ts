import { audit } from './audit.ts'
import { backfill } from './backfill.ts'
import { build } from './build.ts'
import { check } from './check.ts'
import { clean } from './clean.ts'
import { clone } from './clone.ts'
import type { AnyCommand } from './command.ts'
import { compile } from './compile.ts'
import { completion } from './completion.ts'
import { contract } from './contract.ts'
import { debug } from './debug.ts'
import { deps } from './deps.ts'
import { docs } from './docs.ts'
import { init } from './init.ts'
import { load } from './load.ts'
import { lineage } from './lineage.ts'
import { list } from './list.ts'
import { monitor } from './monitor.ts'
import { parse } from './parse.ts'
import { pii } from './pii.ts'
import { plan } from './plan.ts'
import { report } from './report.ts'
import { quarantine } from './quarantine.ts'
import { retry } from './retry.ts'
import { run } from './run.ts'
import { runOperation } from './run-operation.ts'
import { seed } from './seed.ts'
import { show } from './show.ts'
import { snapshot } from './snapshot.ts'
import { source } from './source.ts'
import { test } from './test.ts'
import { verifyDbt } from './verify-dbt.ts'

/** Every command, in the order of the help. */
export const commands: readonly AnyCommand[] = [
  build,
  run,
  test,
  load,
  report,
  monitor,
  backfill,
  quarantine,
  audit,
  contract,
  pii,
  retry,
  seed,
  runOperation,
  snapshot,
  source,
  clone,
  show,
  compile,
  check,
  lineage,
  docs,
  list,
  plan,
  parse,
  deps,
  debug,
  init,
  clean,
  verifyDbt,
  completion,
]

/** What dbt has besides, and why btn has not; asking for one of these is no typing mistake. */
export const commandsOfDbt: ReadonlyMap<string, string> = new Map([
  ['login', 'there is no hosted service behind btn to log in to'],
])
