import { diagnostic, type Diagnostic, type Span } from '@btn/diagnostics'
import { DBT_VERSION } from '../dbt-version.ts'
import { canBeMet, parseRequirements, satisfies, type Version } from '../versions/version-range.ts'

function toVersion(text: string): Version {
  const [major = 0, minor = 0, patch = 0] = text.split('.').map(Number)
  return { major, minor, patch, prerelease: undefined }
}

/** Holds `require-dbt-version` against the dbt that btn is compatible with. */
export function checkVersion(
  name: string,
  texts: readonly string[],
  where: Span,
): readonly Diagnostic[] {
  const parsed = parseRequirements(texts)
  if ('malformed' in parsed) {
    return [diagnostic('project-version-malformed', { text: parsed.malformed }, { span: where })]
  }
  const required = texts.map((text) => text.trim())
  if (!canBeMet(parsed.requirements)) {
    return [diagnostic('project-version-never', { required }, { span: where })]
  }
  if (satisfies(toVersion(DBT_VERSION), parsed.requirements)) return []
  const params = { name, required, version: DBT_VERSION }
  return [diagnostic('package-version-unmet', params, { span: where })]
}
