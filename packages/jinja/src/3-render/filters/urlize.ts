import { escapeHtml } from '../values/markup.ts'

export interface LinkOptions {
  readonly limit: number | undefined
  readonly rel: string
  readonly target: string
  readonly extraSchemes: readonly string[]
}

const TLD = 'com|net|int|edu|gov|org|info|mil'
const IPV6 = '\\[(?:[\\da-f]{0,4}:){2}(?:[\\da-f]{0,4}:?){1,6}\\]'
const HOST = [
  '(?:https?://|www\\.)(?:(?:[\\w%-]+\\.)+)?(?:[a-z]{2,63}|xn--[\\w%]{2,59})',
  `(?:[\\w%-]{2,63}\\.)+(?:${TLD})`,
  `https?://(?:\\d{1,3}(?:\\.\\d{1,3}){3}|${IPV6})`,
].join('|')
const URL = new RegExp(`^(?:${HOST})(?::\\d{1,5})?(?:[/?#]\\S*)?$`, 'i')
const EMAIL = /^\S+@\w[\w.-]*\.\w+$/
const PAIRS: readonly (readonly [string, string])[] = [
  ['(', ')'],
  ['<', '>'],
  ['&lt;', '&gt;'],
]

/** Turns what looks like an address in (escaped) text into links; punctuation around it stays outside. */
export function linkUrls(text: string, options: LinkOptions): string {
  return text
    .split(/(\s+)/)
    .map((word) => linkWord(word, options))
    .join('')
}

function linkWord(word: string, options: LinkOptions): string {
  const head = /^(?:[(<]|&lt;)+/.exec(word)?.[0] ?? ''
  const rest = word.slice(head.length)
  let tail = /(?:[)>.,\n]|&gt;)+$/.exec(rest)?.[0] ?? ''
  let middle = rest.slice(0, rest.length - tail.length)
  for (const [opening, closing] of PAIRS) {
    const opened = count(middle, opening)
    if (opened <= count(middle, closing)) continue
    for (let left = Math.min(opened, count(tail, closing)); left > 0; left--) {
      const end = tail.indexOf(closing) + closing.length
      middle += tail.slice(0, end)
      tail = tail.slice(end)
    }
  }
  return head + link(middle, options) + tail
}

function count(text: string, part: string): number {
  return text.split(part).length - 1
}

function link(text: string, options: LinkOptions): string {
  const rel = options.rel === '' ? '' : ` rel="${escapeHtml(options.rel)}"`
  const target = options.target === '' ? '' : ` target="${escapeHtml(options.target)}"`
  if (URL.test(text)) {
    const address = /^https?:\/\//.test(text) ? text : `https://${text}`
    return `<a href="${address}"${rel}${target}>${shorten(text, options.limit)}</a>`
  }
  if (text.startsWith('mailto:') && EMAIL.test(text.slice(7))) {
    return `<a href="${text}">${text.slice(7)}</a>`
  }
  if (isAddress(text)) return `<a href="mailto:${text}">${text}</a>`
  return options.extraSchemes.reduce(
    (middle, scheme) =>
      middle !== scheme && middle.startsWith(scheme)
        ? `<a href="${middle}"${rel}${target}>${middle}</a>`
        : middle,
    text,
  )
}

function isAddress(text: string): boolean {
  const isPlain = !text.startsWith('www.') && !text.startsWith('@') && !text.includes(':')
  return text.includes('@') && isPlain && EMAIL.test(text)
}

function shorten(text: string, limit: number | undefined): string {
  return limit !== undefined && text.length > limit ? `${text.slice(0, limit)}...` : text
}
