import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { colourModes, fromQuery, startState, toQuery, type GraphState } from './state.ts'
import {
  between,
  centred,
  fitted,
  fittedBeside,
  leastScale,
  mostScale,
  panned,
  toPlane,
  zoomed,
} from './view/camera.ts'

describe('the state in an address', () => {
  const states: fc.Arbitrary<GraphState> = fc.record({
    select: fc.string(),
    exclude: fc.string(),
    colour: fc.constantFrom(...colourModes),
    without: fc.array(fc.string()),
    tests: fc.boolean(),
    focus: fc.string(),
    column: fc.string(),
    open: fc.array(fc.string()),
    up: fc.integer({ min: 0, max: 99 }),
    down: fc.integer({ min: 0, max: 99 }),
  })
  it('comes back as it went', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(fromQuery(toQuery(state))).toEqual(state)
      }),
    )
  })
  it('is empty at the start', () => expect(toQuery(startState)).toBe(''))
  it('is as at the start where an address makes no sense', () => {
    expect(fromQuery('colour=plaid&up=-1&down=1e9&tests=yes&else=1')).toEqual(startState)
  })
})

describe('the camera', () => {
  const view = { x: 10, y: 20, scale: 0.5, width: 800, height: 600 }
  it('keeps the point below the pointer when it zooms', () => {
    expect(toPlane(zoomed(view, 1.7, 123, 45), 123, 45)).toEqual(
      toPlane(view, 123, 45).map((it) => expect.closeTo(it, 6)),
    )
  })
  it('stays between its bounds', () => {
    expect(zoomed(view, 1e9, 0, 0).scale).toBe(mostScale)
    expect(zoomed(view, 1e-9, 0, 0).scale).toBe(leastScale)
  })
  it('moves by pixels', () => expect(panned(view, 50, -10)).toMatchObject({ x: -90, y: 40 }))
  it('shows an area beside what covers it', () => {
    const area = { left: 0, top: 0, right: 1000, bottom: 100 }
    const { x, scale } = fitted(view, area, {
      margin: 0,
      covered: { left: 0, right: 300, bottom: 0 },
    })
    expect([x, scale]).toEqual([0, 0.5])
  })
  it('shows an area beside a box in the corner, where it would lie on that', () => {
    const corner = { width: 200, height: 150 }
    const covered = { left: 0, right: 0, bottom: 0 }
    const show = (right: number, bottom: number) => {
      const area = { left: 0, top: 0, right, bottom }
      const { x, y, scale } = fittedBeside(view, area, covered, corner)
      return { left: -x * scale, bottom: (bottom - y) * scale, scale }
    }
    // Wide and low: in the middle, where the box is not.
    expect(show(2000, 200)).toMatchObject({ left: expect.closeTo(28) })
    expect(show(2000, 200).bottom).toBeLessThan(450)
    // Wide and high: above the box, or beside it, whichever is larger.
    expect(show(1400, 1400)).toMatchObject({ left: expect.closeTo(228, 0) })
    expect(show(2000, 1400)).toMatchObject({ bottom: expect.closeTo(422, 0) })
  })
  it('glides from one view to the other', () => {
    const to = centred({ ...view, scale: 2 }, 500, 500)
    expect(between(view, to, 0)).toMatchObject({ x: 10, y: 20, scale: 0.5 })
    expect(between(view, to, 1)).toEqual(to)
    expect(between(view, to, 0.5).scale).toBeCloseTo(1)
  })
})
