import { command } from './command.ts'

/** What can be done with personal data. */
export const piiWords = ['list', 'reveal', 'forget'] as const

export const pii = command({
  name: 'pii',
  summary: 'Look at what is known of personal data, and behind its tokens',
  description:
    'Columns with personal data hold tokens in place of values; the values are in a vault, encrypted with BTN_PII_KEY. "reveal" notes in the audit log who wanted to know, and why, before it tells; "forget" takes the way back away for good.',
  examples: [
    { line: 'btn pii list', what: 'which columns, which policies, how many tokens' },
    { line: 'btn pii reveal eml_1b408f57d1a6235a237323bc88 --why "ticket 123"', what: 'one value' },
    { line: 'btn pii forget eml_1b408f57d1a6235a237323bc88 --why "left us"', what: 'no way back' },
  ],
  argument: { name: 'list|reveal|forget', help: 'what to do', words: piiWords },
  operand: { name: 'token', help: 'of reveal and forget: as it stands in a table' },
  options: {
    why: {
      kind: 'text',
      value: '<reason>',
      hasVariable: false,
      help: 'of reveal and forget: the reason, which is written down',
    },
  },
  run: async (call) => (await import('../personal-data.ts')).workOnPersonalData(call),
})
