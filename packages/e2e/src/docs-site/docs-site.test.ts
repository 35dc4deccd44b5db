import { describe } from 'vitest'
import { makeSite } from './site.ts'
import { describeSite } from './suite.ts'
import { testBroken } from './test-broken.ts'
import { testHistory } from './test-history.ts'
import { testKeyboard } from './test-keyboard.ts'
import { testLinks } from './test-links.ts'
import { testLooks } from './test-looks.ts'
import { testPages } from './test-pages.ts'
import { testSearch } from './test-search.ts'

// All of them on one site, which takes seconds to make.
describeSite('the site in Chromium', makeSite, (open, site) => {
  describe('pages', () => testPages(open))
  describe('links', () => testLinks(open, site))
  describe('search', () => testSearch(open))
  describe('keyboard', () => testKeyboard(open))
  describe('addresses and the way back', () => testHistory(open))
  describe('looks', () => testLooks(open))
  describe('what is missing', () => testBroken(open, site))
})
