import { entriesOf } from '../entry.ts'
import { didYouMean } from '../nearest.ts'

const { error, warning } = entriesOf('Dependency Error')

interface Named {
  readonly name: string
}
interface Wish {
  /** Who wants it: `packages.yml`, or a package. */
  readonly who: string
  readonly what: string
}

const list = (wishes: readonly Wish[]): string =>
  wishes.map(({ who, what }) => `\n  ${who} wants ${what}`).join('')

/** Mistakes found while packages are chosen and fetched. */
export const depsCodes = {
  'package-archive-layout': error(
    (p: { readonly url: string; readonly found: string }) =>
      `the archive ${p.url} holds ${p.found}, where one folder with a dbt_project.yml is expected`,
  ),
  'package-archive-unsafe': error(
    (p: { readonly url: string; readonly entry: string }) =>
      `the archive ${p.url} would write outside its folder: ${p.entry}`,
    { hint: () => 'Nothing of it was kept. Tell those who made it.' },
  ),
  'package-changed': error(
    (p: Named & { readonly expected: string; readonly found: string }) =>
      `the content of ${p.name} is not what package-lock.yml says (sha256 ${p.found}, expected ${p.expected})`,
    {
      hint: () => 'Find out who changed it; to accept the new content: btn deps --upgrade.',
    },
  ),
  'package-duplicate-project': error(
    (p: Named & { readonly wishes: readonly Wish[] }) =>
      `Found duplicate project "${p.name}" among the packages:${list(p.wishes)}`,
    { hint: () => 'Take both from the same place, or leave one out.' },
  ),
  'package-entry-malformed': error(
    (p: { readonly file: string; readonly problem: string }) =>
      `The ${p.file} file in this project is malformed: ${p.problem}`,
    { family: 'Dbt project Error' },
  ),
  'package-fetch-failed': error(
    (p: { readonly url: string; readonly problem: string }) =>
      `${p.url} cannot be fetched: ${p.problem}`,
    {
      hint: () =>
        'Packages that were fetched before install without a network: btn deps --offline. A mirror of the hub is set with DBT_PACKAGE_HUB_URL.',
    },
  ),
  'package-file-both': error(
    () => `The 'packages' key cannot be specified in both packages.yml and dependencies.yml`,
    { family: 'Dbt project Error', hint: () => 'Keep the list in one of them.' },
  ),
  'package-folder-outside': error(
    (p: Named & { readonly folder: string }) =>
      `Invalid package name '${p.name}': it resolves outside of ${p.folder}`,
  ),
  'package-git-failed': error(
    (p: { readonly url: string; readonly problem: string }) =>
      `git cannot get ${p.url}: ${p.problem}`,
  ),
  'package-git-missing': error(() => 'packages come from a git repository, and there is no git', {
    hint: () => 'Install git, and see that it is on the PATH.',
  }),
  'package-git-revisions': error(
    (p: { readonly url: string; readonly wishes: readonly Wish[] }) =>
      `git dependencies should contain exactly one version; ${p.url} is wanted in several:${list(p.wishes)}`,
  ),
  'package-git-unpinned': warning(
    (p: { readonly url: string; readonly revision: string }) =>
      p.revision === 'HEAD'
        ? `The git package "${p.url}" is not pinned, using HEAD (default branch)`
        : `The git package "${p.url}" is pinned to the "${p.revision}" branch`,
    {
      hint: () =>
        'Its next commit may break the project: give a tag or a commit as "revision", or say "warn-unpinned: false".',
      dbt: { name: 'DepsUnpinned', code: 'M029' },
      data: (p) => ({ revision: p.revision, git: p.url }),
    },
  ),
  'package-is-root': error(
    (p: Named) =>
      `Found a dependency with the same name as the root project "${p.name}": names of packages are unique`,
    { hint: () => 'Rename one of them.' },
  ),
  'package-local-missing': error(
    (p: { readonly folder: string }) => `there is no dbt_project.yml in ${p.folder}`,
    { hint: () => 'The path of a local package is relative to the project.' },
  ),
  'package-not-found': error(
    (p: Named & { readonly hub: string; readonly nearest?: string | undefined }) =>
      `Package ${p.name} was not found in the package index ${p.hub}`,
    { hint: (p) => didYouMean(p.nearest) },
  ),
  'package-offline': error(
    (p: Named) => `${p.name} was not fetched before, and --offline forbids fetching it`,
    { hint: () => 'Run "btn deps" once with a network; what it fetches is kept.' },
  ),
  'package-private-unresolved': error(
    (p: Named & { readonly problem: string }) =>
      `the private package "${p.name}" has no address: ${p.problem}`,
  ),
  'package-project-invalid': error(
    (p: { readonly from: string; readonly problem: string }) =>
      `${p.from} is no dbt project: ${p.problem}`,
  ),
  'package-projects-key': error(() => `The 'projects' key cannot be specified in packages.yml`, {
    family: 'Dbt project Error',
    hint: () => 'Other projects belong in dependencies.yml.',
  }),
  'package-redirected': warning(
    (p: { readonly old: string; readonly instead: string }) =>
      `The \`${p.old}\` package is deprecated in favor of \`${p.instead}\``,
    {
      hint: (p) => `Name ${p.instead} in packages.yml instead.`,
      dbt: { name: 'PackageRedirectDeprecation', code: 'D001' },
      data: (p) => ({ old_name: p.old, new_name: p.instead }),
    },
  ),
  'package-secret-in-lock': warning(
    (p: { readonly url: string }) =>
      `the address ${p.url} holds a secret as plain text; package-lock.yml gets it scrubbed, and cannot be installed from`,
    {
      hint: () => "Write it as env_var('DBT_ENV_SECRET_…').",
      dbt: { name: 'DepsScrubbedPackageName', code: 'M035' },
      data: (p) => ({ package_name: p.url }),
    },
  ),
  'package-type-clash': error(
    (p: Named & { readonly wishes: readonly Wish[] }) =>
      `"${p.name}" is wanted in two different ways:${list(p.wishes)}`,
  ),
  'package-unreachable': warning(
    (p: { readonly url: string; readonly problem: string }) =>
      `${p.url} cannot be reached (${p.problem}); what was fetched before is installed`,
  ),
  'package-version-malformed': error(
    (p: Named & { readonly text: string }) =>
      `"${p.text}" is not a valid semantic version, as ${p.name} wants it`,
    { hint: () => 'Write 1.2.3, or a list: [">=1.2.0", "<2.0.0"].' },
  ),
  'package-version-missing': error(
    (
      p: Named & {
        readonly wishes: readonly Wish[]
        readonly available: readonly string[]
        readonly isVersionChecked: boolean
      },
    ) =>
      `Could not find a matching compatible version for package ${p.name}:${list(p.wishes)}\n  Compatible versions: ${p.available.join(', ') || 'none'}`,
    {
      hint: (p) =>
        p.isVersionChecked
          ? 'Versions that want another dbt are not shown; --no-version-check takes them in.'
          : undefined,
    },
  ),
  'package-versions-conflict': error(
    (p: Named & { readonly wishes: readonly Wish[] }) =>
      `Version error for package ${p.name}: no version can satisfy all who want it${list(p.wishes)}`,
    { hint: () => 'Change one of them to a version that goes with the others.' },
  ),
  'packages-not-installed': error(
    (p: {
      readonly file: string
      readonly folder: string
      readonly expected: number
      readonly found: number
      readonly missing: readonly string[]
    }) =>
      `${p.file} asks for ${p.expected} package(s), but only ${p.found} package(s) installed in ${p.folder}` +
      (p.missing.length > 0 ? `; not found: ${p.missing.join(', ')}` : ''),
    { family: 'Compilation Error', hint: () => 'Run "btn deps" to install package dependencies.' },
  ),
}
