import type { Failure, Result } from './engine.ts'

/** In one word how btn differs from Jinja2; undefined when it does not. Messages are btn's own and not compared. */
export function difference(template: string, expected: Result, actual: Result): string | undefined {
  if ('output' in expected) {
    if ('error' in actual) return `error instead of output: ${actual.error.type}`
    return expected.output === actual.output ? undefined : 'output'
  }
  if ('output' in actual) return `output instead of error: ${expected.error.type}`
  const found = [actual.error, ...(actual.error.others ?? [])]
  if (found.some((it) => isSameMistake(template, expected.error, it))) return undefined
  if (expected.error.type !== actual.error.type) {
    return `error type: ${expected.error.type} became ${actual.error.type}`
  }
  return 'line'
}

function isSameMistake(template: string, expected: Failure, actual: Failure): boolean {
  return isSameType(expected, actual) && isSamePlace(template, expected, actual)
}

/** Filters of Jinja2 that get a value of the wrong type stumble over whatever it lacks first. */
function isSameType(expected: Failure, actual: Failure): boolean {
  if (expected.type === actual.type) return true
  return actual.type === 'TypeError' && /^(Attribute|Assertion)Error$/.test(expected.type)
}

const unclosed = /end of template|innermost block that needs to be closed|Missing end of/

/**
 * For something unclosed Jinja2 names the line where it gave up, btn may name the one where it was opened. Inside one tag both
 * may name different lines: Jinja2 mostly knows the first only.
 */
function isSamePlace(template: string, expected: Failure, actual: Failure): boolean {
  if (expected.line === null || expected.line === actual.line) return true
  if (actual.line === null) return false
  if (isWithTag(template, actual.line)) return true
  if (isInOneTag(template, expected.line, actual.line)) return true
  if (actual.line > expected.line) return false
  return unclosed.test(expected.message) || actual.message.endsWith('is never closed')
}

/** Jinja2 computes the values of a `with` before it notes the line. */
function isWithTag(template: string, line: number): boolean {
  const before = template.split('\n').slice(0, line).join('\n')
  return /\{%[-+]?\s*with\b[^%]*$/.test(before) || /with\b/.test(template.split('\n')[line - 1] ?? '')
}

function isInOneTag(template: string, one: number, other: number): boolean {
  const tags = [...template.matchAll(/\{\{[^]*?\}\}|\{%[^]*?%\}/g)]
  return tags.some((tag) => {
    const first = lineAt(template, tag.index)
    const last = lineAt(template, tag.index + tag[0].length)
    return first <= Math.min(one, other) && Math.max(one, other) <= last
  })
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
