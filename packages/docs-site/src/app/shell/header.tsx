import type { JSX } from 'preact'
import { useSite } from '../data/site.ts'
import { Icon } from '../parts/icon.tsx'
import { ThemeSwitch } from './theme-switch.tsx'

interface HeaderProps {
  readonly isMenuOpen: boolean
  readonly onMenu: () => void
  readonly onSearch: () => void
  readonly onKeys: () => void
}

export function Header({ isMenuOpen, onMenu, onSearch, onKeys }: HeaderProps): JSX.Element {
  const { title } = useSite()
  return (
    <header class="header">
      <button
        type="button"
        class="tool menu-tool"
        aria-label="Contents"
        aria-expanded={isMenuOpen}
        aria-controls="side"
        onClick={onMenu}
      >
        <Icon name={isMenuOpen ? 'close' : 'menu'} />
      </button>
      <a class="brand" href="#!/overview">
        <Mark />
        <span class="brand-name">{title}</span>
      </a>
      <button type="button" class="seek" onClick={onSearch} aria-keyshortcuts="/ Control+K">
        <Icon name="search" />
        <span class="seek-words">Search names, columns, SQL …</span>
        <kbd aria-hidden="true">/</kbd>
      </button>
      <div class="header-fill" />
      <button
        type="button"
        class="tool keys-tool"
        aria-label="Keys"
        title="Keys (?)"
        onClick={onKeys}
      >
        <span aria-hidden="true">?</span>
      </button>
      <ThemeSwitch />
    </header>
  )
}

/** Three tables, one made of two. */
function Mark(): JSX.Element {
  return (
    <svg class="brand-mark" viewBox="0 0 22 22" aria-hidden="true" focusable="false">
      <path d="M8 6.5C12 6.5 10.5 11 14 11M8 15.5c4 0 2.5-4.5 6-4.5" />
      <rect x="1.5" y="3" width="7" height="7" rx="2" />
      <rect x="1.5" y="12" width="7" height="7" rx="2" />
      <rect x="13.5" y="7.5" width="7" height="7" rx="2" class="made" />
    </svg>
  )
}
