interface Attributes {
  readonly class?: string
  readonly text?: string
  readonly title?: string
  readonly type?: string
  readonly href?: string
  readonly role?: string
  readonly placeholder?: string
  readonly tabindex?: string
  readonly for?: string
  readonly id?: string
  readonly [aria: `aria-${string}`]: string
}

/** An element with attributes and children. Texts are set as text, never as HTML. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  { text, ...attributes }: Attributes = {},
  ...children: readonly Node[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  if (text !== undefined) element.textContent = text
  element.append(...children)
  return element
}

export function button(text: string, title: string, onClick: () => void): HTMLButtonElement {
  const element = make('button', { type: 'button', text, title, class: 'graph-button' })
  // Words speak for themselves; signs need some.
  if (!/\p{L}/u.test(text)) element.setAttribute('aria-label', title)
  element.addEventListener('click', onClick)
  return element
}

export function makeSvg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Node[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}

/** An icon of strokes on a grid of 16; screen readers pass over it. */
export function icon(path: string): SVGSVGElement {
  const look = { viewBox: '0 0 16 16', class: 'icon', 'aria-hidden': 'true' }
  return makeSvg('svg', look, makeSvg('path', { d: path }))
}

let ids = 0

/** An id that no other element has. */
export function freshId(): string {
  return `graph-${++ids}`
}

/** Calls `run` when nothing was asked for `ms` milliseconds. */
export function debounced(run: () => void, ms: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  return () => {
    clearTimeout(timer)
    timer = setTimeout(run, ms)
  }
}

/** Something that listens until it is told to stop. */
export type Stop = () => void

export function listen<K extends keyof HTMLElementEventMap>(
  target: HTMLElement,
  type: K,
  handler: (event: HTMLElementEventMap[K]) => void,
  options?: AddEventListenerOptions,
): Stop {
  target.addEventListener(type, handler, options)
  return () => target.removeEventListener(type, handler, options)
}

/** Fills an element anew; whoever had the keyboard inside has it again, at what has the same words, or at the first thing there. */
export function refill(container: HTMLElement, fill: () => void): void {
  const active = document.activeElement
  const held = active instanceof HTMLElement && container.contains(active) ? active : undefined
  const wanted = held?.textContent
  fill()
  if (!held || held.isConnected) return
  const all = [...container.querySelectorAll<HTMLElement>('a, button')]
  const same = all.find((it) => it.textContent === wanted && it.tagName === held.tagName)
  ;(same ?? all[0])?.focus()
}
