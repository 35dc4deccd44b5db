// Reads cases with Jinja2's results as JSON lines, answers each with btn's result and how it differs.
import { createInterface } from 'node:readline'
import { difference } from './compare.ts'
import { renderCase, type Case, type Result } from './engine.ts'

interface Request {
  readonly case: Case
  readonly expected: Result
}

for await (const line of createInterface({ input: process.stdin })) {
  const request: Request = JSON.parse(line)
  const actual = await renderCase(request.case)
  const found = difference(request.case.template, request.expected, actual) ?? null
  process.stdout.write(
    `${JSON.stringify(found ? { difference: found, actual } : { difference: null })}\n`,
  )
}
