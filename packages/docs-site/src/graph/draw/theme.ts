/** Colours as the page has them now, light or dark: custom properties of the element that the graph stands in. */
export interface Theme {
  readonly ground: string
  readonly soft: string
  readonly line: string
  readonly edge: string
  readonly ink: string
  readonly faint: string
  readonly accent: string
  readonly mark: string
  readonly up: string
  readonly down: string
  readonly sans: string
  /** The value of a custom property. */
  readonly of: (property: string) => string
}

export function readTheme(element: Element): Theme {
  const style = getComputedStyle(element)
  const known = new Map<string, string>()
  const of = (property: string): string => {
    let value = known.get(property)
    if (value === undefined) {
      value = style.getPropertyValue(property).trim() || fallbacks[property] || '#5c6473'
      known.set(property, value)
    }
    return value
  }
  return {
    ground: of('--ground'),
    soft: of('--soft'),
    line: of('--line'),
    edge: of('--line-strong'),
    ink: of('--ink'),
    faint: of('--ink-3'),
    accent: of('--accent'),
    mark: of('--graph-mark'),
    up: of('--graph-up'),
    down: of('--graph-down'),
    sans: of('--sans'),
    of,
  }
}

/** For pages that say nothing. */
const fallbacks: Readonly<Record<string, string>> = {
  '--ground': '#ffffff',
  '--soft': '#f7f8fa',
  '--line': '#e4e7ed',
  '--line-strong': '#8a93a3',
  '--ink': '#14171f',
  '--accent': '#3548c8',
  '--sans': 'system-ui, sans-serif',
}
