import type { Call, ExitCode } from './commands/command.ts'
import { compile, withProject } from './open-project.ts'
import { line } from './terminal/entry.ts'
import { normalizeSelectors } from './project.ts'

/** `btn parse`: reads and checks everything, and writes what it understood. */
export function parseProject(call: Call): Promise<ExitCode> {
  return withProject(call, { which: 'parse' }, async (opened) => {
    const startedMs = performance.now()
    const compiled = compile(opened)
    if (!compiled) return 1
    const { manifest } = compiled.linked
    if (!opened.project.flags.write_json) return 0
    opened.report.writeManifest(manifest, normalizeSelectors(manifest.selectors))
    opened.report.writeGraphSummary(manifest)
    const seconds = (performance.now() - startedMs) / 1000
    const path = opened.report.writePerfInfo({
      load_all_elapsed: seconds,
      parsed_path_count: manifest.nodes.size,
    })
    const text = `Performance info: ${path}`
    const entry = line('ParsePerfInfoPath', 'I010', text, { path })
    opened.output.tell({ ...entry, show: 'structured' })
    return 0
  })
}
