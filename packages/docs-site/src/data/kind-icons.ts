import type { Kind } from './basics.ts'

/** Strokes on a grid of 16, as SVG path data: a shape for each kind, so that colour is never the only sign. */
export const kindIcons = {
  model: 'M8 1.8 14 5v6L8 14.2 2 11V5Z M2 5l6 3.2L14 5 M8 8.2v6',
  source:
    'M2.5 4c0-1.2 2.5-2 5.5-2s5.5.8 5.5 2-2.5 2-5.5 2-5.5-.8-5.5-2Z M2.5 4v8c0 1.2 2.5 2 5.5 2s5.5-.8 5.5-2V4',
  seed: 'M2 3h12v10H2Z M2 6.5h12 M2 9.8h12 M6.5 3v10',
  snapshot: 'M8 2a6 6 0 1 0 6 6 M8 4.8V8l2.3 1.6 M14 2.3v3.2h-3.2',
  analysis: 'M2 14V2 M2 14h12 M5 11V8 M8.5 11V5 M12 11V7',
  test: 'M8 1.8 13.5 4v4c0 3-2.3 5.2-5.5 6.2C4.8 13.2 2.5 11 2.5 8V4Z M5.6 8l1.7 1.7 3.2-3.4',
  unit_test: 'M6 2h4 M6.8 2v4.2L3 13a1 1 0 0 0 .9 1.5h8.2A1 1 0 0 0 13 13L9.2 6.2V2 M4.8 10h6.4',
  macro:
    'M6 2.2c-1.8 0-2 .8-2 2v1.9c0 1-.6 1.7-1.8 1.9C3.4 8.2 4 8.9 4 9.9v1.9c0 1.2.2 2 2 2 M10 2.2c1.8 0 2 .8 2 2v1.9c0 1 .6 1.7 1.8 1.9-1.2.2-1.8.9-1.8 1.9v1.9c0 1.2-.2 2-2 2',
  function: 'M11.5 2.5c-2.5-.8-3.2.7-3.5 2.5L6.7 12c-.3 1.6-1 2.4-2.9 1.8 M5 6.5h5.5',
  exposure: 'M2 2.8h12v8.4H2Z M5.5 14h5 M8 11.2V14 M5 8.5V7 M8 8.5V5 M11 8.5V6.2',
  metric: 'M2.2 12.5a6.5 6.5 0 1 1 11.6 0 M8 9.5l3-3.3',
  semantic_model: 'M8 2l6 3-6 3-6-3Z M2 8l6 3 6-3 M2 11l6 3 6-3',
  saved_query: 'M4 2h8v12l-4-3-4 3Z',
  group:
    'M5.8 7.5a2.4 2.4 0 1 0 0-4.8 2.4 2.4 0 0 0 0 4.8Z M1.8 13.5c0-2.4 1.7-4 4-4s4 1.6 4 4 M10.5 3a2.3 2.3 0 0 1 0 4.3 M11.8 9.7c1.5.5 2.4 1.9 2.4 3.8',
  report: 'M3.5 1.8h6l3 3v9.4h-9Z M9.5 1.8v3h3 M5.8 8h4.4 M5.8 10.8h4.4',
  monitor: 'M1.5 8.5h3l2-5 3 9 2-4h3',
  operation: 'M4 3l8 5-8 5Z',
} as const satisfies Readonly<Record<Kind, string>>
