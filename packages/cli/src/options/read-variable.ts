import { toFlagName, type OptionSpec, type OptionValue } from './spec.ts'

const prefixes = ['BTN_', 'DBT_ENGINE_', 'DBT_']
const yes = /^(1|t|true|y|yes|on)$/i
const no = /^(0|f|false|n|no|off)$/i

/** What an environment variable says about an option: BTN_FULL_REFRESH wins over DBT_FULL_REFRESH. Empty counts as not set. */
export function readVariable(
  key: string,
  option: OptionSpec,
  environment: Readonly<Record<string, string | undefined>>,
): { readonly name: string; readonly value: OptionValue } | undefined {
  const name = option.variable ?? toFlagName(key).replaceAll('-', '_').toUpperCase()
  for (const prefix of prefixes) {
    const text = environment[prefix + name]
    if (text) return { name: prefix + name, value: toValue(option, text) }
  }
  return undefined
}

function toValue(option: OptionSpec, text: string): OptionValue {
  if (option.kind === 'list') return text.split(/\s+/)
  if (option.kind !== 'boolean') return text
  if (yes.test(text)) return true
  return no.test(text) ? false : text
}
