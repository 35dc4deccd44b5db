import { adapterCodes } from './adapter.ts'
import { auditCodes } from './audit.ts'
import { checkCodes } from './check.ts'
import { cliCodes } from './cli.ts'
import { dataTestCodes } from './data-tests.ts'
import { depsCodes } from './deps.ts'
import { contractCodes } from './contract.ts'
import { fileCodes } from './files.ts'
import { functionCodes } from './functions.ts'
import { jinjaCodes } from './jinja.ts'
import { lineageCodes } from './lineage.ts'
import { linkCodes } from './link.ts'
import { loadCodes } from './load.ts'
import { loadsCodes } from './loads.ts'
import { monitorCodes } from './monitors.ts'
import { parseCodes } from './parse.ts'
import { planCodes } from './plan.ts'
import { privacyCodes } from './privacy.ts'
import { publishCodes } from './publish.ts'
import { reportCodes } from './reports.ts'
import { runCodes } from './run.ts'
import { semanticCodes } from './semantic.ts'
import { snapshotCodes } from './snapshot.ts'
import { unitTestCodes } from './unit-tests.ts'

/** Every code that btn can report, by the part that finds it. */
export const catalogue = {
  ...adapterCodes,
  ...auditCodes,
  ...checkCodes,
  ...cliCodes,
  ...dataTestCodes,
  ...depsCodes,
  ...contractCodes,
  ...fileCodes,
  ...functionCodes,
  ...jinjaCodes,
  ...lineageCodes,
  ...linkCodes,
  ...loadCodes,
  ...loadsCodes,
  ...monitorCodes,
  ...parseCodes,
  ...planCodes,
  ...privacyCodes,
  ...publishCodes,
  ...reportCodes,
  ...runCodes,
  ...semanticCodes,
  ...snapshotCodes,
  ...unitTestCodes,
}

export type Catalogue = typeof catalogue
export type Code = keyof Catalogue
