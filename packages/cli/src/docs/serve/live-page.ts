/** Where the server has what is its own; no file of a site begins so. */
export const OWN = '/@btn/'

/** The page of the site, with the script that reloads it. */
export function withReload(html: string): string {
  return html
    .replace("connect-src 'none'", "connect-src 'self'")
    .replace('</body>', `<script src="${OWN}reload.js"></script>\n</body>`)
}

/** What is shown as long as there is no site. */
export const emptyPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; connect-src 'self'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>docs</title>
</head>
<body>
<p>The site is being made; this page shows it as soon as it is there.</p>
<script src="${OWN}reload.js"></script>
</body>
</html>
`

/**
 * Reloads the page when the site was made anew; shows what is wrong with the project until it is mended. Texts are set as text, and looks by the
 * properties of elements, which a strict policy allows.
 */
export const reloadScript = `(() => {
  let panel
  const hide = () => { panel?.remove(); panel = undefined }
  const show = (title, text) => {
    hide()
    panel = document.createElement('section')
    panel.setAttribute('role', 'alert')
    Object.assign(panel.style, {
      position: 'fixed', inset: 'auto 1rem 1rem 1rem', maxHeight: '60vh', overflow: 'auto', zIndex: '1000',
      background: '#2b1216', color: '#ffe9e9', border: '1px solid #e5484d', borderRadius: '8px',
      padding: '12px 16px', font: '13px/1.5 ui-monospace, monospace', boxShadow: '0 8px 30px rgba(0,0,0,.4)',
    })
    const head = document.createElement('div')
    const name = document.createElement('strong')
    name.textContent = title
    const close = document.createElement('button')
    close.textContent = 'Close'
    close.type = 'button'
    Object.assign(close.style, { float: 'right', font: 'inherit' })
    close.addEventListener('click', hide)
    head.append(close, name)
    const body = document.createElement('pre')
    body.textContent = text
    Object.assign(body.style, { whiteSpace: 'pre-wrap', margin: '8px 0 0' })
    panel.append(head, body)
    document.body.append(panel)
  }
  const events = new EventSource('${OWN}events')
  events.addEventListener('made', () => location.reload())
  events.addEventListener('fine', hide)
  events.addEventListener('problem', (event) => {
    show('The site shows an earlier state: the project has a mistake', JSON.parse(event.data))
  })
})()
`
