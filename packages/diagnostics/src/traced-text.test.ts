import { describe, expect, it } from 'vitest'
import { TracedText, type Frame } from './traced-text.ts'

const source = { path: 'models/orders.sql', text: '{{ rows }} {{ add() }}' }
const written = { source, start: 3, end: 7 }
const frame: Frame = { name: 'add', callSite: { source, start: 14, end: 19 } }

const STEPS = 30_000

function grown(step: (text: TracedText) => TracedText): TracedText {
  let text = TracedText.from('(1)', written)
  for (let count = 0; count < STEPS; count++) text = step(text)
  return text
}

describe('a text that grew in a loop', () => {
  it('is read, counted, cut and followed like any other', () => {
    const text = grown((it) => TracedText.join([it, ', (2)']))
    expect(text.codePoints).toBe(3 + 5 * STEPS)
    expect(text.originAt(1)).toEqual({ span: written, frames: [], isVerbatim: false })
    expect(text.originAt(text.length - 1)).toBeUndefined()
    const cut = text.slice(1, text.length - 1)
    expect(cut.text).toBe(`1)${', (2)'.repeat(STEPS)}`.slice(0, -1))
    expect(cut.originAt(0)).toMatchObject({ span: written })
  })

  it('keeps nothing but its characters when every step was a call', () => {
    const text = grown((it) => TracedText.join([it, '\u{1F600}']).within(frame))
    expect(text.codePoints).toBe(3 + STEPS)
    expect(text.trim().text).toBe(`(1)${'\u{1F600}'.repeat(STEPS)}`)
    expect(text.originAt(0)).toMatchObject({ span: frame.callSite })
  })
})

it('a text knows the calls that it came through', () => {
  const text = TracedText.join(['select ', TracedText.from('1', written).within(frame)])
  expect(text.originAt(7)).toEqual({ span: written, frames: [frame], isVerbatim: false })
})
