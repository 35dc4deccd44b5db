import type { JSX } from 'preact'
import { kindIcons } from '../../data/index.ts'

/** Strokes on a grid of 16, as SVG path data. */
const PATHS = {
  ...kindIcons,
  source: `${kindIcons.source} M2.5 8c0 1.2 2.5 2 5.5 2s5.5-.8 5.5-2`,
  folder: 'M1.8 3.5h4.4l1.5 1.8h6.5v7.2H1.8Z',
  schema: 'M2 3.5h12v3H2Z M2 9.5h12v3H2Z M4.5 5h0 M4.5 11h0',
  package: 'M8 1.8 14 5v6L8 14.2 2 11V5Z M5 3.4l6 3.2v2.6',
  tag: 'M2 2h5.5l6.5 6.5-5.5 5.5L2 7.5Z M5 5h0',
  overview: 'M2.5 7.2 8 2.5l5.5 4.7v6.3h-11Z M6.3 13.5V9.3h3.4v4.2',
  graph:
    'M4 5.5a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Z M4 14.1a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Z M12 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Z M5.8 3.7c2.4 0 2.2 4.3 4.4 4.3 M5.8 12.3c2.4 0 2.2-4.3 4.4-4.3',
  health:
    'M8 13.8C4 11 1.8 8.7 1.8 6a3.2 3.2 0 0 1 6.2-1.1A3.2 3.2 0 0 1 14.2 6c0 2.7-2.2 5-6.2 7.8Z M3.5 8h2.2l1.3-2.2 1.7 3.8 1.2-1.6h2.6',
  person:
    'M8 7.7a2.9 2.9 0 1 0 0-5.8 2.9 2.9 0 0 0 0 5.8Z M2.5 14.2c.3-2.9 2.5-4.6 5.5-4.6s5.2 1.7 5.5 4.6',
  key: 'M5.3 11.8a3.3 3.3 0 1 0 0-6.6 3.3 3.3 0 0 0 0 6.6Z M8.2 7 14 3 M11.5 4.8l1.6 2.2',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10Z M10.6 10.6 14 14',
  menu: 'M2 4h12 M2 8h12 M2 12h12',
  close: 'M3.5 3.5l9 9 M12.5 3.5l-9 9',
  sun: 'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z M8 1v1.5 M8 13.5V15 M1 8h1.5 M13.5 8H15 M3 3l1.1 1.1 M11.9 11.9 13 13 M3 13l1.1-1.1 M11.9 4.1 13 3',
  moon: 'M13.5 9.7A6 6 0 0 1 6.3 2.5a6 6 0 1 0 7.2 7.2Z',
  system: 'M1.8 2.8h12.4v8.4H1.8Z M5.5 14h5',
  chevron: 'M6 3.5 10.5 8 6 12.5',
  up: 'M8 13V3 M4 7l4-4 4 4',
  down: 'M8 3v10 M4 9l4 4 4-4',
  copy: 'M5.5 5.5h8v8h-8Z M10.5 5.5v-3h-8v8h3',
  link: 'M6.7 9.3a2.6 2.6 0 0 0 3.7 0l2.7-2.7a2.6 2.6 0 0 0-3.7-3.7L8.5 3.8 M9.3 6.7a2.6 2.6 0 0 0-3.7 0L2.9 9.4a2.6 2.6 0 0 0 3.7 3.7l.9-.9',
  away: 'M6.5 3H3v10h10V9.5 M9 2.5h4.5V7 M13.5 2.5 7.5 8.5',
  ok: 'M3 8.5l3.3 3.3L13 4.8',
  warn: 'M8 2.2 14.5 13.5h-13Z M8 6.5v3.2 M8 11.6h0',
  error: 'M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4Z M5.7 5.7l4.6 4.6 M10.3 5.7l-4.6 4.6',
  none: 'M3.5 8h9',
  info: 'M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4Z M8 7.3v3.9 M8 4.9h0',
} as const

export type IconName = keyof typeof PATHS

/** The icon of that name, or that of an other thing: kinds of nodes come from data. */
export function iconName(kind: string): IconName {
  return Object.hasOwn(PATHS, kind) ? (kind as IconName) : 'info'
}

interface IconProps {
  readonly name: IconName
  readonly class?: string
}

/** A drawing beside words: screen readers pass over it. */
export function Icon({ name, class: className = '' }: IconProps): JSX.Element {
  return (
    <svg class={`icon ${className}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  )
}
