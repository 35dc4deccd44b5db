import css from './graph.css'

let sheet: CSSStyleSheet | undefined

/** The styles come with the script, as a sheet that is made, not written: a strict Content-Security-Policy holds. */
export function addStyles(): void {
  if (sheet) return
  sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}
