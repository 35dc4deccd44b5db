import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { SiteIndex } from '../../data/index.ts'
import { SiteProvider } from '../data/site.ts'
import { PageOf } from '../pages/page-of.tsx'
import { toHash } from '../route/route.ts'
import { useRoute } from '../route/use-route.ts'
import { SearchDialog } from '../search/search-dialog.tsx'
import { Header } from './header.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { useKeys } from './keys.ts'
import { Side } from './side.tsx'

/** The whole site. */
export function App({ site }: { readonly site: SiteIndex }): JSX.Element {
  const route = useRoute()
  const [isSearching, setSearching] = useState(false)
  const [showsKeys, setShowsKeys] = useState(false)
  const [isMenuOpen, setMenuOpen] = useState(false)
  const hash = toHash(route)
  useEffect(() => setMenuOpen(false), [hash])
  useKeys({
    search: () => setSearching(true),
    keys: () => setShowsKeys(true),
    close: () => setMenuOpen(false),
  })
  return (
    <SiteProvider value={site}>
      <a class="skip" href={hash} onClick={toMain}>
        Skip to the page
      </a>
      <Header
        isMenuOpen={isMenuOpen}
        onMenu={() => setMenuOpen(!isMenuOpen)}
        onSearch={() => setSearching(true)}
        onKeys={() => setShowsKeys(true)}
      />
      <div class="frame">
        <Side route={route} isOpen={isMenuOpen} />
        <div class="veil" onClick={() => setMenuOpen(false)} />
        <main id="main" tabIndex={-1}>
          <PageOf route={route} />
        </main>
      </div>
      {isSearching && <SearchDialog onClose={() => setSearching(false)} />}
      {showsKeys && <KeysDialog onClose={() => setShowsKeys(false)} />}
    </SiteProvider>
  )
}

function toMain(event: Event): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
}
