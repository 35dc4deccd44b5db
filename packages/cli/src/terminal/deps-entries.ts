import type { DepsEvent } from '@btn/core/packages'
import { emptyLine, line, type Entry } from './entry.ts'

/** What happens while packages are installed, in dbt's words. */
export function depsEntries(event: DepsEvent): readonly Entry[] {
  switch (event.kind) {
    case 'nothing-listed':
      return [
        line('DepsNoPackagesFound', 'M013', `Warning: No packages were found in ${event.file}`, {}),
      ]
    case 'requested': {
      const { url } = event
      return [
        { ...line('RegistryProgressGETRequest', 'M008', `GET ${url}`, { url }), level: 'debug' },
      ]
    }
    case 'lock-updated': {
      const text = `Updating lock file in file path: ${event.path}`
      return [line('DepsLockUpdating', 'M031', text, { lock_filepath: event.path })]
    }
    case 'install-started':
      return [
        line('DepsStartPackageInstall', 'M014', `Installing ${event.name}`, {
          package_name: event.name,
        }),
      ]
    case 'installed':
      return installed(event)
    case 'compared':
      return event.latest === undefined
        ? [line('DepsUpToDate', 'M017', 'Up to date!', {})]
        : [
            line('DepsUpdateAvailable', 'M016', `Updated version available: ${event.latest}`, {
              version_latest: event.latest,
            }),
          ]
    case 'updates-available':
      return updates(event)
    case 'entry-removed':
      return [
        line(
          'DepsFoundDuplicatePackage',
          'M033',
          `Found duplicate package in packages.yml, removing: ${event.entry}`,
          { removed_package: event.entry },
        ),
      ]
    case 'entry-added': {
      const { name, version, path } = event
      const text = `Added new package ${name}@${version} to ${path}`
      return [
        line('DepsAddPackage', 'M032', text, {
          package_name: name,
          version,
          packages_filepath: path,
        }),
      ]
    }
  }
}

function installed({
  from,
  subdirectory,
}: Extract<DepsEvent, { kind: 'installed' }>): readonly Entry[] {
  const entry = line('DepsInstallInfo', 'M015', `Installed from ${from}`, { version_name: from })
  if (subdirectory === undefined) return [entry]
  const text = `and subdirectory ${subdirectory}`
  return [entry, line('DepsListSubdirectory', 'M018', text, { subdirectory })]
}

function updates({
  names,
  file,
}: Extract<DepsEvent, { kind: 'updates-available' }>): readonly Entry[] {
  const list = names.map((name) => `'${name}'`).join(', ')
  const text = `Updates available for packages: [${list}]\nUpdate your versions in ${file}, then run btn deps`
  return [emptyLine, line('DepsNotifyUpdatesAvailable', 'M019', text, { packages: names })]
}
