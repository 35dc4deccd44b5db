import { hasErrors, type Diagnostic, type Outcome } from '@btn/diagnostics'
import type { HookText, Package, Project } from '../1-load/index.ts'
import { capture } from '../context/capture.ts'
import type { Invocation } from '../context/context.ts'
import type { NodeId } from '../types/index.ts'
import { parseYamlTemplate } from '../yaml/index.ts'
import { foldedChecksum, noCapture, parseSubject } from './parse-code.ts'
import type { ParsedHook } from './parsed.ts'

interface HookOf extends HookText, Pick<ParsedHook, 'when' | 'index'> {
  readonly owner: Package
}

/** What each package does before and after a run. */
export function parseHooks(
  project: Project,
  invocation: Invocation,
): Outcome<readonly ParsedHook[]> {
  const diagnostics: Diagnostic[] = []
  const value = hooksOf(project).map((hook) => {
    const parsed = parseHook(hook, project, invocation)
    diagnostics.push(...parsed.diagnostics)
    return parsed.value
  })
  return { value, diagnostics }
}

function hooksOf({ packages }: Project): readonly HookOf[] {
  return [...packages.values()].flatMap((owner) => [
    ...owner.onRunStart.map((it, index) => ({
      ...it,
      owner,
      index,
      when: 'on-run-start' as const,
    })),
    ...owner.onRunEnd.map((it, index) => ({ ...it, owner, index, when: 'on-run-end' as const })),
  ])
}

function parseHook(
  { owner, when, index, text, place }: HookOf,
  { sources }: Project,
  invocation: Invocation,
): Outcome<ParsedHook> {
  const packageName = owner.name
  const name = `${packageName}-${when}-${index}`
  const { source } = sources.spanOf(place)
  const { value: read, diagnostics } = parseYamlTemplate(source, place, text)
  const subject = parseSubject(invocation, {
    id: `operation.${packageName}.${name}` as NodeId,
    name,
    packageName,
    kind: 'operation',
    file: { path: `hooks/${name}.sql`, originalPath: `./${owner.file}` },
  })
  const captured = hasErrors(diagnostics)
    ? { value: noCapture, diagnostics: [] }
    : capture(read.template, invocation, subject, { onRead: undefined })
  const checksum = foldedChecksum(source.text)
  const { file } = place
  return {
    value: { ...captured.value, packageName, when, index, text, checksum, file, place },
    diagnostics: [...diagnostics, ...read.relocate(captured.diagnostics)],
  }
}
