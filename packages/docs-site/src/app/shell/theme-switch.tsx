import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Icon } from '../parts/icon.tsx'
import { chooseTheme, chosenTheme, type Theme } from './theme.ts'

const NEXT: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' }
const ICONS = { system: 'system', light: 'sun', dark: 'moon' } as const
const WORDS: Readonly<Record<Theme, string>> = {
  system: 'as the system has it',
  light: 'light',
  dark: 'dark',
}

/** Goes through the system's theme, light and dark. */
export function ThemeSwitch(): JSX.Element {
  const [theme, setTheme] = useState(chosenTheme)
  const change = (): void => {
    chooseTheme(NEXT[theme])
    setTheme(NEXT[theme])
  }
  const words = `Colours: ${WORDS[theme]}; change to: ${WORDS[NEXT[theme]]}`
  return (
    <button type="button" class="tool theme-tool" aria-label={words} title={words} onClick={change}>
      <Icon name={ICONS[theme]} />
    </button>
  )
}
