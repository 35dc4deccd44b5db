import { recall, remember } from './memory.ts'

export type Theme = 'system' | 'light' | 'dark'

const THEMES: readonly Theme[] = ['system', 'light', 'dark']
const KEY = 'btn-docs-theme'
const dark = matchMedia('(prefers-color-scheme: dark)')

/** What the reader chose; the system's, if nothing. */
export function chosenTheme(): Theme {
  const kept = recall(KEY)
  return THEMES.find((it) => it === kept) ?? 'system'
}

export function chooseTheme(theme: Theme): void {
  remember(KEY, theme)
  showTheme()
}

/** Marks the document; styles and the graph's canvas go by that mark. */
export function showTheme(): void {
  const theme = chosenTheme()
  const shown = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme
  document.documentElement.dataset['theme'] = shown
}

/** Follows the system from now on, while nothing else is chosen. */
export function followSystem(): void {
  dark.addEventListener('change', showTheme)
  showTheme()
}
