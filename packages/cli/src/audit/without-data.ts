/** Options whose values may be secrets, or personal data. */
const DATA = /^--(?:vars|args|inline|where|set|text)$/

/** The words of a command for the log: what stands behind such options is left out, but not that they were given. */
export function withoutData(words: readonly string[]): readonly string[] {
  let isData = false
  return words.map((word, at) => {
    // The first value may begin as an option does; the others of a list may not.
    const isValue = isData && (DATA.test(words[at - 1] ?? '') || !word.startsWith('-'))
    if (isValue) return '…'
    const [name = ''] = word.split('=', 1)
    isData = DATA.test(word)
    return DATA.test(name) && name !== word ? `${name}=…` : word
  })
}
