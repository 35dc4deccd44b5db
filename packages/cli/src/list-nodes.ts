import { diagnostic, type Diagnostic } from '@btn/diagnostics'
import type { Call, ExitCode } from './commands/command.ts'
import { compile, withProject } from './open-project.ts'
import { listNodes as toLines, normalizeSelectors, selectNodes } from './project.ts'
import {
  readEarlier,
  selectorSpans,
  tellDefaultSelector,
  toSelection,
  type SelectionValues,
} from './select-nodes.ts'
import { printData } from './terminal/print-data.ts'

interface ListValues extends SelectionValues {
  readonly models?: readonly string[]
  readonly output?: 'selector' | 'json' | 'name' | 'path'
  readonly outputKeys?: readonly string[]
}

/** `btn ls`: one line for each node of a selection. */
export function listNodes(call: Call<ListValues>): Promise<ExitCode> {
  return withProject(call, { which: 'list', printsData: true }, async (opened) => {
    const values = withModels(call.options)
    if ('code' in values) {
      opened.tell([values])
      return 2
    }
    const compiled = compile(opened)
    if (!compiled) return 1
    const { manifest } = compiled.linked
    if (opened.project.flags.write_json)
      opened.report.keepManifest(manifest, () => normalizeSelectors(manifest.selectors))
    const { output, outputKeys } = call.options
    const selection = toSelection(values, opened)
    tellDefaultSelector(opened, manifest, selection)
    const state = readEarlier(opened)
    if (opened.tell(state.diagnostics)) return 1
    const found = selectNodes(manifest, selection, {
      command: 'list',
      state: state.value,
      findSelectorSpan: selectorSpans(opened),
    })
    if (opened.tell(found.diagnostics)) return 1
    const keys = outputKeys?.flatMap((it) => it.split(/[\s,]+/)).filter(Boolean)
    const lines = toLines(manifest, found.value, {
      output: output ?? 'selector',
      ...(keys && { outputKeys: keys }),
    })
    for (const text of lines) printData(opened, text)
    return 0
  })
}

/** As in dbt, `--models` of `ls` is more than another word for `--select`: it lists models only. */
function withModels(options: ListValues): SelectionValues | Diagnostic {
  const { models, select, resourceType } = options
  if (!models) return options
  const other = select ? '--select' : resourceType ? '--resource-type' : undefined
  if (other === undefined) return { ...options, select: models, resourceType: ['model'] }
  return diagnostic('options-conflict', { first: '--models', second: other })
}
