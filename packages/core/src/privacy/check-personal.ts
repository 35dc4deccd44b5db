import { diagnostic, type Diagnostic } from '@btn/diagnostics'
import type { LoadSpec, PersonalColumn } from '../types/index.ts'
import type { Linking } from '../3-link/linking.ts'

/** What the policies of a table's columns and the rest of what it says of its load do to each other. */
export function checkPersonal(
  { project, diagnostics }: Linking,
  { personal, strategy, quarantine }: LoadSpec,
): void {
  const tell = (item: Diagnostic, { place }: PersonalColumn) =>
    void diagnostics.push({ ...item, span: project.sources.spanOf(place) })
  for (const [column, found] of Object.entries(personal)) {
    const { policy, release } = found
    const isKey = strategy.kind === 'upsert' && strategy.key.includes(column)
    if (isKey && (policy === 'mask' || policy === 'redact')) {
      tell(diagnostic('pii-key-lost', { column, policy }), found)
    }
    const file = quarantine.files[0]
    if (policy === 'none' && release === undefined && file) {
      tell(diagnostic('pii-leak', { column, name: found.class, path: file.path }), found)
    }
  }
}
