import type { Diagnostic, Outcome, Source } from '@btn/diagnostics'
import type { Scope } from '@btn/jinja'
import type { Json } from '../types/index.ts'
import type { Path } from './document.ts'
import { setOwn, type YamlMap, type YamlNode } from './node.ts'
import { renderYamlText } from './render.ts'

/** What templates of settings see, and how what they may not see takes its place afterwards. */
export interface SettingsScope extends Scope {
  readonly reveal?: (text: string) => string
}

/**
 * Renders every text of a tree whose path `isRendered` lets through, and gives plain data. A text that cannot be rendered stays as
 * it is: the diagnostics tell.
 */
export function renderTree(
  source: Source,
  node: YamlNode,
  scope: SettingsScope,
  isRendered: (path: Path) => boolean = () => true,
): Outcome<Json> {
  const diagnostics: Diagnostic[] = []
  const path: (string | number)[] = []

  function visit(item: YamlNode): Json | undefined {
    if (item.kind === 'scalar') return visitScalar(item.value, item.start, item.end)
    if (item.kind === 'list') return item.items.map((it, index) => step(index, it) ?? null)
    return visitMap(item)
  }

  function visitMap(item: YamlMap): Json {
    const data: Record<string, Json> = {}
    for (const { key, value } of item.entries) {
      const rendered = step(key, value)
      if (rendered === undefined) continue
      setOwn(data, key, rendered)
    }
    return data
  }

  function step(key: string | number, item: YamlNode): Json | undefined {
    path.push(key)
    const value = visit(item)
    path.pop()
    return value
  }

  function visitScalar(value: Json, start: number, end: number): Json | undefined {
    if (typeof value !== 'string' || !isRendered(path)) return value
    const rendered = renderYamlText(source, { file: source.path, start, end }, value, scope)
    diagnostics.push(...rendered.diagnostics)
    if (typeof rendered.value === 'string') return scope.reveal?.(rendered.value) ?? rendered.value
    return rendered.value ?? (rendered.diagnostics.length > 0 ? value : null)
  }

  return { value: visit(node) ?? null, diagnostics }
}
