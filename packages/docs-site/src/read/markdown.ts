import MarkdownIt from 'markdown-it'
import type { Html } from '../data/index.ts'

export interface MarkdownOptions {
  /** The site has a page for this id. */
  readonly hasPage: (id: string) => boolean
  /** Where a picture or a file beside the site is, by the path that the text names; undefined where there is none. */
  readonly assetUrl: (path: string) => string | undefined
}

/** Addresses of dbt's site that are no pages of nodes. */
const places = /^#!\/(overview|source_list|search|graph|health)?(\/|$|\?)/

/**
 * Descriptions as HTML. Raw HTML in them is text; links lead to pages of the site, to files beside it, or out to the web; pictures from
 * elsewhere become links, for a page loads nothing from elsewhere.
 */
export function createMarkdown({ hasPage, assetUrl }: MarkdownOptions): (text: string) => Html {
  const markdown = new MarkdownIt({ html: false })
  // Links that lead nowhere are text: whether one was opened must be known when it ends. Links do not nest.
  let isOpen = false
  markdown.renderer.rules['image'] = (tokens, index) => {
    const token = tokens[index]
    const [src, alt] = [String(token?.attrGet('src') ?? ''), token?.content ?? '']
    const url = urlOf(src)
    const shown = markdown.utils.escapeHtml(alt)
    if (url?.kind === 'asset') {
      return `<img src="${markdown.utils.escapeHtml(url.href)}" alt="${shown}" loading="lazy">`
    }
    if (!url || isOpen) return shown
    return `${openLink(url)}${shown || markdown.utils.escapeHtml(src)}</a>`
  }
  markdown.renderer.rules['link_open'] = (tokens, index) => {
    const url = urlOf(String(tokens[index]?.attrGet('href') ?? ''))
    isOpen = url !== undefined
    return url ? openLink(url) : ''
  }
  markdown.renderer.rules['link_close'] = () => {
    const end = isOpen ? '</a>' : ''
    isOpen = false
    return end
  }
  // Wide tables scroll by themselves.
  markdown.renderer.rules['table_open'] = () => '<div class="table-scroll" tabindex="0"><table>\n'
  markdown.renderer.rules['table_close'] = () => '</table></div>\n'

  function openLink({ kind, href }: Url): string {
    const rest = kind === 'web' ? ' rel="noreferrer"' : ''
    return `<a href="${markdown.utils.escapeHtml(href)}"${rest}>`
  }

  function urlOf(href: string): Url | undefined {
    if (/^(https?|mailto):/i.test(href)) return { kind: 'web', href }
    if (href.startsWith('#')) return isPlace(href) ? { kind: 'page', href } : undefined
    if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(href)) return undefined
    const asset = assetUrl(href)
    return asset === undefined ? undefined : { kind: 'asset', href: asset }
  }

  function isPlace(href: string): boolean {
    if (places.test(href)) return true
    const id = /^#!\/[^/]+\/([^/?#]+)/.exec(href)?.[1]
    return id !== undefined && hasPage(decode(id))
  }

  // Columns of the same name are often described in the same words.
  const known = new Map<string, Html>()
  return (text) => {
    let html = known.get(text)
    if (html === undefined) {
      // markdown-it escapes all text, and its rules above escape what they write.
      html = markdown.render(text).trim() as Html
      known.set(text, html)
    }
    return html
  }
}

interface Url {
  readonly kind: 'web' | 'page' | 'asset'
  readonly href: string
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return text
    throw error
  }
}
