import { hostFunction } from '../host-function.ts'
import { readArguments } from '../match-arguments.ts'
import { findInt } from '../operators/numbers.ts'
import { isTruthy } from '../operators/truth.ts'
import { overflowError } from '../errors.ts'
import { escapeHtml, Markup } from '../values/markup.ts'
import type { Value } from '../values/value.ts'

const WORDS =
  `a ac accumsan ad adipiscing aenean aliquam aliquet amet ante aptent arcu at auctor augue bibendum blandit class
commodo condimentum congue consectetur consequat conubia convallis cras cubilia curabitur cursus dapibus diam dictum dignissim
dis dolor donec dui duis efficitur egestas eget eleifend elementum elit enim erat eros est et etiam eu euismod ex facilisi
facilisis fames faucibus felis fermentum feugiat finibus fringilla fusce gravida habitant hendrerit iaculis id imperdiet in
integer interdum ipsum justo lacinia lacus laoreet lectus leo libero ligula lobortis lorem luctus maecenas magna massa mattis
mauris maximus metus mi molestie mollis morbi nam nec neque nibh nisi nisl non nulla nunc odio orci ornare pellentesque
pharetra phasellus placerat porta posuere praesent pretium primis proin pulvinar purus quam quis rhoncus risus rutrum sagittis
sapien scelerisque sed sem semper sit sodales sollicitudin suscipit tellus tempor tincidunt tortor tristique turpis ultrices
urna varius vehicula vel velit vestibulum vitae vivamus viverra volutpat vulputate`.split(/\s+/)

function randomBelow(low: number, high: number): number {
  return low + Math.floor(Math.random() * Math.max(1, high - low))
}

function sentence(length: number): string {
  const words = Array.from({ length }, () => WORDS[randomBelow(0, WORDS.length)] ?? '')
  const text = words
    .map((word, at) => (at % 7 === 6 && at < length - 1 ? `${word},` : word))
    .join(' ')
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`
}

function paragraph(least: number, most: number): string {
  let left = randomBelow(least, most)
  const sentences: string[] = []
  while (left > 0) {
    const length = Math.min(left, randomBelow(4, 16))
    sentences.push(sentence(length))
    left -= length
  }
  return sentences.join(' ')
}

function intOr(value: Value | undefined, otherwise: number): number {
  return Number(value === undefined ? otherwise : (findInt(value) ?? otherwise))
}

/** Filler text: `n` paragraphs of `min` to `max` words, as HTML or plain. */
export const lipsumFunction = hostFunction('lipsum', (args) => {
  const [n, html, min, max] = readArguments(args, 'lipsum', ['n?', 'html?', 'min?', 'max?'])
  const count = intOr(n, 5)
  const most = intOr(max, 100)
  if (count * most > 1_000_000) return overflowError('so much filler text is not made')
  const paragraphs = Array.from({ length: Math.max(0, count) }, () =>
    paragraph(intOr(min, 20), most),
  )
  if (html !== undefined && !isTruthy(html)) return paragraphs.join('\n\n')
  return new Markup(paragraphs.map((it) => `<p>${escapeHtml(it)}</p>`).join('\n'))
})
