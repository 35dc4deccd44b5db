import { fail, filterError, typeError } from '../errors.ts'
import { iterate, toList, findIterable } from '../operators/iterate.ts'
import { typeName } from '../type-name.ts'
import { Dict } from '../values/dict.ts'
import { escapeHtml, Markup } from '../values/markup.ts'
import { findText, isText, toText } from '../values/text.ts'
import { Undefined } from '../values/undefined.ts'
import type { Value } from '../values/value.ts'
import { intOr, isSet, strictText } from './arguments.ts'
import { filter, type Arg, type FilterCall, type FilterTable } from './define.ts'
import { linkUrls } from './urlize.ts'

function escape(value: Value): Markup {
  return value instanceof Markup ? value : new Markup(escapeHtml(toText(value)))
}

function attributes(value: Value, [autospace]: readonly Arg[], { isEscaped }: FilterCall): Value {
  if (value instanceof Undefined) return value.isTolerant ? '' : value.fail()
  if (!(value instanceof Dict)) return typeError(`a dict is expected, not ${typeName(value)}`)
  const parts: string[] = []
  for (const [key, item] of value.entries()) {
    if (item === null || item instanceof Undefined) continue
    const name = strictText(key, 'the name of an attribute')
    if (/[\s/>=]/.test(name)) {
      const problem = `"${name}" cannot be the name of an attribute`
      fail('invalid-value', { pythonType: 'ValueError', problem })
    }
    parts.push(`${escapeHtml(name)}="${escape(item).text}"`)
  }
  const hasSpace = (autospace === undefined || isSet(autospace)) && parts.length > 0
  const text = (hasSpace ? ' ' : '') + parts.join(' ')
  return isEscaped ? new Markup(text) : text
}

/** Percent-encodes a text, or the pairs of a dict or list as a query string. */
function urlEncode(value: Value): Value {
  if (isText(value)) return quote(toText(value), '/')
  const pairs = value instanceof Dict ? [...value.entries()] : pairsOf(value)
  if (!pairs) return quote(toText(value), '/')
  return pairs.map(([key, item]) => `${quotePlus(key)}=${quotePlus(item)}`).join('&')
}

function pairsOf(value: Value): (readonly [Value, Value])[] | undefined {
  if (!findIterable(value)) return undefined
  return [...iterate(value)].map((pair) => {
    const [key, item, ...more] = toList(pair)
    if (key === undefined || item === undefined || more.length > 0) {
      return fail('invalid-value', { pythonType: 'ValueError', problem: 'pairs are expected' })
    }
    return [key, item]
  })
}

function quotePlus(value: Value): string {
  return quote(toText(value), '').replaceAll('%20', '+')
}

function quote(text: string, safe: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'))
    .replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%2F', safe === '/' ? '/' : '%2F')
}

const SCHEME = /^[\w.+-]{2,}:\/{0,2}$/

function urlize(value: Value, args: readonly Arg[], { isEscaped }: FilterCall): Value {
  const [limit, nofollow, target, rel, schemes] = args
  const rels = new Set(
    textOr(rel)
      .split(/\s+/)
      .filter((it) => it !== ''),
  )
  if (isSet(nofollow)) rels.add('nofollow')
  rels.add('noopener')
  const extraSchemes = schemes === undefined || schemes === null ? [] : toList(schemes).map(toText)
  for (const scheme of extraSchemes) {
    if (!SCHEME.test(scheme)) filterError(`"${scheme}" is not a valid URI scheme prefix`)
  }
  const source = value instanceof Markup ? value.text : escapeHtml(toText(value))
  const linked = linkUrls(source, {
    limit: limit === undefined || limit === null ? undefined : intOr(limit, 0),
    rel: [...rels].sort().join(' '),
    target: textOr(target),
    extraSchemes,
  })
  return isEscaped ? new Markup(linked) : linked
}

function textOr(value: Arg): string {
  return value === undefined || value === null ? '' : (findText(value) ?? toText(value))
}

export const htmlFilters: FilterTable = [
  filter('e', [], (value) => escape(value)),
  filter('escape', [], (value) => escape(value)),
  filter('forceescape', [], (value) => new Markup(escapeHtml(toText(value)))),
  filter('safe', [], (value) => (value instanceof Markup ? value : new Markup(toText(value)))),
  filter('urlencode', [], (value) => urlEncode(value)),
  filter('urlize', ['trim_url_limit?', 'nofollow?', 'target?', 'rel?', 'extra_schemes?'], urlize),
  filter('xmlattr', ['autospace?'], attributes),
]
