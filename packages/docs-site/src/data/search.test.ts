import { expect, it } from 'vitest'
import { wordsOf } from './search.ts'

it.each([
  ['fact_transactions', ['fact', 'transactions']],
  ['customerId2Name', ['customer', 'id2', 'name']],
  ['Größe der Bestellung', ['große', 'der', 'bestellung']],
  ['prix élevé: 10€', ['prix', 'eleve', '10']],
  ['顧客 注文', ['顧客', '注文']],
  ['', []],
])('%j has the words %j', (text, words) => {
  expect(wordsOf(text)).toEqual(words)
})
