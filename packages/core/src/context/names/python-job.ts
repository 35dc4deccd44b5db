import { TracedText } from '@btn/diagnostics'
import { hostFunction, raise, readArguments, toTracedText, type Value } from '@btn/jinja'
import type { NameBuilder } from '../context.ts'
import { responseRecord } from './results.ts'

/** `submit_python_job(model, compiled_code)`: runs a Python model's program, as `statement(language='python')` does. */
export const submitPythonJob: NameBuilder = ({ mode }) =>
  hostFunction(
    'submit_python_job',
    async (args) => {
      const [model, program] = readArguments(args, 'submit_python_job', [
        ...['parsed_model', 'compiled_code'],
      ])
      if (mode.kind === 'parse') return null
      if (mode.node.kind !== 'model')
        return raise('RuntimeError', 'submit_python_job() is for models')
      const text = toTracedText(program ?? null)
      const { message } = await mode.session.runPython(text, ownCode(model) ?? TracedText.of(text))
      return responseRecord(message, null, null)
    },
    { keepsTraces: true },
  )

function ownCode(model: Value | undefined): TracedText | undefined {
  if (typeof model !== 'object' || model === null || !('getItem' in model)) return undefined
  const code = model.getItem?.('compiled_code') ?? null
  if (code === null) return undefined
  return TracedText.of(toTracedText(code))
}
