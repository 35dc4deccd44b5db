import { toSemanticManifest, type Made } from '../artifact/index.ts'
import { toOsiDocument } from '../described/to-osi/index.ts'
import type { Host, Piece } from '../host.ts'
import { toLineageNodes, toPersonalJson } from '../lineage/lineage-json.ts'
import type {
  Checked,
  JsonObject,
  Manifest,
  Node,
  NodeId,
  RunResult,
  StepResult,
} from '../types/index.ts'
import { toStringList } from '../types/json.ts'
import { toBtnJson } from './btn-json.ts'
import { toCatalog, type CatalogParts } from './catalog.ts'
import { toFreshnessJson } from './freshness-json.ts'
import { toGraphSummary } from './graph-summary.ts'
import type { Invocation } from './invocation.ts'
import { KeptTexts } from './kept-texts.ts'
import { ManifestStamp } from './manifest-stamp.ts'
import { manifestPieces } from './manifest-text.ts'
import { toManifestMetadata, toMetadata } from './metadata.ts'
import { openResultsLog, type ResultsLog } from './results-log.ts'
import { createScrub, type Scrub } from './secrets.ts'

export { openFileLog, type FileLog, type FileLogOptions } from './file-log.ts'
export { createScrub, readMetadataEnv } from './secrets.ts'

export interface ReportOptions {
  /** Absolute path of the target folder. */
  readonly targetFolder: string
  readonly invocation: Invocation
  /** With what a .env file adds. */
  readonly environment?: Host['environment']
}

/** The artifacts of one command. Secrets of the environment are replaced in all of them. */
export interface Report {
  /** `manifest.json`, `semantic_manifest.json` and `osi_document.json`. `made` has what the run made of the nodes that it touched; `selectors` in their long form. */
  writeManifest(manifest: Manifest, selectors: JsonObject, made?: ReadonlyMap<NodeId, Made>): void
  /** The same, unless they are there already, of just this project: then they stay as they are, with what a run has added. */
  keepManifest(manifest: Manifest, selectors: () => JsonObject): void
  /** `graph_summary.json` */
  writeGraphSummary(manifest: Manifest): void
  /** `perf_info.json`, of a parse. Gives its path. */
  writePerfInfo(info: JsonObject): string
  /** `catalog.json`; gives its path. */
  writeCatalog(manifest: Manifest, parts: CatalogParts): string
  /** `lineage.json`, where the columns of everything come from. Gives its path. */
  writeLineage(manifest: Manifest, checked: Checked): string
  /** `btn.json`: what the project has that dbt knows nothing of. */
  writeBtn(manifest: Manifest): void
  /** `history.json`: what runs, loads and tests have left. */
  writeHistory(body: JsonObject): void
  /** `sources.json`, or whatever the path says. */
  writeFreshness(run: RunResult, manifest: Manifest, path: string): void
  /** Begins `run_results.jsonl`, so that a run killed before its first result does not leave an earlier run's record. */
  beginResults(): void
  /** Adds a line to `run_results.jsonl`, beginning the file where that was not done. */
  addResult(result: StepResult, node: Node | undefined): void
  /** `run_results.json`, from the lines. */
  finish(run: RunResult): void
}

/** As in dbt, a model that is only put into others is no result, unless it fails, or its SQL is asked for by `--select`. */
function showsEphemerals({ args }: Invocation): boolean {
  return (
    (args['which'] === 'compile' || args['which'] === 'show') &&
    toStringList(args['select']).length > 0
  )
}

function* scrubAll(pieces: Iterable<Piece>, scrub: Scrub): Generator<string> {
  for (const piece of pieces) {
    if (typeof piece !== 'string') throw new Error('what has secrets is made of text')
    yield scrub(piece)
  }
}

/** Makes the writer of a command's artifacts; nothing is written before it is asked to. */
export function openReport(host: Host, options: ReportOptions): Report {
  const { targetFolder, invocation, environment = host.environment } = options
  const scrub = createScrub(environment)
  const write = (name: string, text: string): void =>
    host.writeText(`${targetFolder}/${name}`, scrub(text))
  const stamp = new ManifestStamp(host, targetFolder, invocation)
  let results: ResultsLog | undefined
  const getResults = (): ResultsLog => (results ??= openResultsLog(host, { ...options, scrub }))
  /** What artifacts of btn's own begin with. */
  const own = (version: string): JsonObject => ({
    [version]: 1,
    btn_version: invocation.btnVersion,
    generated_at: host.now().toISOString(),
    invocation_id: invocation.id,
  })
  const writeManifest: Report['writeManifest'] = (manifest, selectors, made = new Map()) => {
    const metadata = toManifestMetadata(host, invocation, manifest)
    const kept = scrub.hasSecrets ? undefined : new KeptTexts(host, targetFolder, invocation)
    const pieces = manifestPieces(manifest, { metadata, selectors, made, kept })
    host.writePieces(`${targetFolder}/manifest.json`, kept ? pieces : scrubAll(pieces, scrub))
    kept?.save()
    const semantic = toSemanticManifest(manifest)
    write('semantic_manifest.json', JSON.stringify(semantic))
    write('osi_document.json', JSON.stringify(toOsiDocument(semantic)))
    stamp.save(manifest)
  }
  return {
    writeManifest,
    keepManifest(manifest, selectors) {
      if (!stamp.isOf(manifest)) writeManifest(manifest, selectors())
    },
    writeGraphSummary(manifest) {
      write('graph_summary.json', JSON.stringify(toGraphSummary(manifest, invocation.id)))
    },
    writePerfInfo(info) {
      write('perf_info.json', JSON.stringify(info, undefined, 4))
      return `${targetFolder}/perf_info.json`
    },
    writeCatalog(manifest, parts) {
      const metadata = toMetadata(host, invocation, 'catalog/v1')
      write('catalog.json', JSON.stringify({ metadata, ...toCatalog(manifest, parts) }))
      return `${targetFolder}/catalog.json`
    },
    writeLineage(manifest, checked) {
      const metadata = {
        ...own('btn_lineage_version'),
        project_name: manifest.projectName,
        adapter_type: manifest.adapterType,
      }
      const nodes = toLineageNodes(checked, manifest)
      const pii = toPersonalJson(checked)
      write('lineage.json', JSON.stringify({ metadata, nodes, ...(pii && { pii }) }))
      return `${targetFolder}/lineage.json`
    },
    writeBtn(manifest) {
      write(
        'btn.json',
        JSON.stringify({ metadata: own('btn_json_version'), ...toBtnJson(manifest) }),
      )
    },
    writeHistory(body) {
      write('history.json', JSON.stringify({ metadata: own('btn_history_version'), ...body }))
    },
    writeFreshness(run, manifest, path) {
      const metadata = toMetadata(host, invocation, 'sources/v3')
      const body = toFreshnessJson(run, manifest)
      host.writeText(path, scrub(JSON.stringify({ metadata, ...body })))
    },
    beginResults: () => void getResults(),
    addResult(result, node) {
      const isEphemeral = node?.kind === 'model' && node.config['materialized'] === 'ephemeral'
      if (!isEphemeral || result.status !== 'success' || showsEphemerals(invocation))
        getResults().add(result, node)
    },
    finish: (run) => getResults().finish(run),
  }
}
