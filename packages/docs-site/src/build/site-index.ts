import type { Html, Kind, Overviews, SiteIndex, SiteMade } from '../data/index.ts'
import { entriesAt, objectAt, settled, textAt } from '../read/json.ts'
import type { Reading } from '../read/reading.ts'
import { COLUMN_CHUNK } from './columns.ts'
import { isBuiltIn } from './pages/others.ts'

/** The data file `site`. */
export function toSiteIndex(reading: Reading, pages: number): SiteIndex {
  const { project, artifacts, catalog, lineage, results, pii } = reading
  return settled<SiteIndex>({
    title: project,
    project,
    overview: overviewOf(reading),
    counts: countsOf(reading),
    packages: packagesOf(reading),
    made: madeOf(reading),
    lastRun: results.last,
    has: {
      columns: lineage.nodes.size > 0,
      results: results.runs.size > 0,
      catalog: artifacts.catalog !== undefined && catalog.size > 0,
      pii: pii.size > 0,
      overviews: Object.keys(toOverviews(reading)).length > 0,
    },
    chunks: { pages, columns: COLUMN_CHUNK },
  })
}

/** The project's own `__overview__`, else that of a package, which is not dbt's or btn's; else a few words. */
function overviewOf({ artifacts, project, markdown }: Reading): Html {
  const blocks = entriesAt(artifacts.manifest, 'docs').filter(
    ([, it]) => textAt(it, 'name') === '__overview__',
  )
  const own = blocks.find(([, it]) => textAt(it, 'package_name') === project)
  const other = blocks.find(([, it]) => textAt(it, 'package_name') !== 'dbt')
  const text = textAt((own ?? other)?.[1], 'block_contents')
  return markdown(text ?? welcome)
}

const welcome = `\
This project has no overview of its own yet. A docs block named \`__overview__\` in any \`.md\` file below \`models/\` takes this place:

\`\`\`
{% docs __overview__ %}
What this project is for, where its data comes from, whom to ask.
{% enddocs %}
\`\`\`
`

/** The data file `overviews`: blocks named `__package__`. */
export function toOverviews({ artifacts, project, markdown }: Reading): Overviews {
  const found: Record<string, Html> = {}
  for (const [, block] of entriesAt(artifacts.manifest, 'docs')) {
    const name = /^__(.+)__$/.exec(textAt(block, 'name') ?? '')?.[1]
    const text = textAt(block, 'block_contents')
    if (!name || name === 'overview' || text === undefined) continue
    // The project's word on a package wins over the package's own.
    if (name in found && textAt(block, 'package_name') !== project) continue
    found[name] = markdown(text)
  }
  return found
}

function countsOf({ entries }: Reading): Partial<Record<Kind, number>> {
  const counts: Partial<Record<Kind, number>> = {}
  for (const entry of entries.values()) {
    if (isBuiltIn(entry)) continue
    counts[entry.kind] = (counts[entry.kind] ?? 0) + 1
  }
  return counts
}

function packagesOf({ entries, project }: Reading): readonly string[] {
  const owners = new Set<string>()
  for (const entry of entries.values()) {
    if (!isBuiltIn(entry)) owners.add(entry.package)
  }
  owners.delete(project)
  return [...owners].sort()
}

function madeOf({ artifacts }: Reading): SiteMade {
  const metadata = objectAt(artifacts.manifest, 'metadata')
  const own = textAt(metadata, 'btn_version')
  return settled<SiteMade>({
    at: textAt(metadata, 'generated_at'),
    by: own ? `btn ${own}` : `dbt ${textAt(metadata, 'dbt_version') ?? ''}`.trim(),
    adapter: textAt(metadata, 'adapter_type'),
  })
}
