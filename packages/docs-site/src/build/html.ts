import { createHash } from 'node:crypto'

/** What runs in the browser. */
export interface App {
  readonly script: string
  /** The graph, which is fetched when somebody wants to see it. */
  readonly graph: string
  readonly style: string
}

/** Nothing comes from elsewhere, and nothing runs that is not in these files. */
const policy = (script: string, style: string): string =>
  [
    "default-src 'none'",
    `script-src ${script}`,
    `style-src ${style}`,
    "img-src 'self' data: blob:",
    "font-src 'none'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

export function escapeHtml(text: string): string {
  const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
  return text.replace(/[&<>"']/g, (it) => named[it] ?? `&#${it.charCodeAt(0)};`)
}

function head(project: string, csp: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${csp}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(project)}</title>
`
}

const body = `<div id="app"></div>
<noscript><p>This page needs JavaScript. It loads nothing from elsewhere.</p></noscript>
`

/** The page that loads everything else from files beside it. */
export function indexHtml(project: string): string {
  return `${head(project, policy("'self'", "'self'"))}<link rel="stylesheet" href="app.css">
<link rel="preload" href="data/site.js" as="script">
</head>
<body>
${body}<script src="app.js"></script>
</body>
</html>
`
}

/** The page with everything in it. Data is JSON in elements that no browser runs. */
export function* singleHtml(
  project: string,
  { script, graph, style }: App,
  data: Iterable<readonly [key: string, json: string]>,
): Generator<string> {
  const [drawing, code] = [inScript(graph), inScript(script)]
  const look = style.replaceAll('</', '<\\/')
  yield `${head(project, policy(`${hashOf(drawing)} ${hashOf(code)}`, hashOf(look)))}<style>${look}</style>
</head>
<body>
${body}`
  for (const [key, json] of data) {
    yield `<script type="application/json" id="data/${key}">${json.replaceAll('<', '\\u003c')}</script>\n`
  }
  yield `<script>${drawing}</script>
<script>${code}</script>
</body>
</html>
`
}

/** Ends the element nowhere: in what esbuild minifies, these can only stand in texts and regular expressions. */
function inScript(script: string): string {
  return script.replaceAll(/<\/(script)/gi, '<\\/$1').replaceAll('<!--', '<\\!--')
}

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`
