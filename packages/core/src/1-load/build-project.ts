import { diagnostic, type Diagnostic } from '@btn/diagnostics'
import type { Scope } from '@btn/jinja'
import { setAside } from '../deps/swap-folder.ts'
import { HostError } from '../host.ts'
import { hasTemplate, renderTree } from '../yaml/index.ts'
import { profilesFolder } from './choose-target.ts'
import { DBT_FILE } from './find-project.ts'
import { readIfThere, secretScope, settingsScope, type Ground } from './ground.ts'
import { listFiles } from './list-files.ts'
import { PackageFileReader } from './package-files.ts'
import { findPackages } from './packages.ts'
import { joinPath, relativePath, resolvePath } from './paths.ts'
import type { Package, Project, Target } from './project.ts'
import { placed, readSettingsFile, type SettingsFile } from './read-file.ts'
import { isObject } from '../types/json.ts'
import { readSettings, type Settings } from './settings.ts'

/** The project with its settings, packages and files; undefined when it has no name. */
export function buildProject(ground: Ground, target: Target | undefined): Project | undefined {
  return new ProjectBuilder(ground, target).build()
}

class ProjectBuilder {
  readonly #ground: Ground
  readonly #target: Target | undefined
  readonly #scope: Scope
  readonly #packageFiles: PackageFileReader

  constructor(ground: Ground, target: Target | undefined) {
    this.#ground = ground
    this.#target = target
    this.#scope = settingsScope(ground, target?.context)
    const { host, sources, found, file } = ground
    const ownFile = found.form === 'btn' ? file : undefined
    const scope = secretScope(ground)
    this.#packageFiles = new PackageFileReader({ host, sources, root: found.root, ownFile, scope })
  }

  build(): Project | undefined {
    const { file, found, flags, options, sources, environment, windows } = this.#ground
    const settings = this.#readSettings(file, found.root)
    if (!settings) return undefined
    const { root, form } = found
    const usual = form === 'btn' ? 'btn_packages' : 'dbt_packages'
    const packagesPath = resolvePath(root, settings.packagesInstallPath ?? usual)
    const targetPath = flags.target_path ?? settings.targetPath ?? 'target'
    const rootPackage = this.#withFiles(settings)
    return {
      name: settings.name,
      root,
      form,
      rootPackage,
      packages: this.#packages(rootPackage, this.#installedIn(packagesPath)),
      target: this.#target,
      flags,
      windows,
      cliVars: options.vars ?? {},
      sources,
      targetPath: resolvePath(root, targetPath),
      logPath: this.#logPath(settings),
      profileName: typeof file.value['profile'] === 'string' ? file.value['profile'] : undefined,
      profilesFolder: profilesFolder(this.#ground),
      parseCachePath: this.#parseCachePath(resolvePath(root, targetPath)),
      packagesPath,
      packageFiles: this.#packageFiles,
      assetPaths: settings.assetPaths,
      cleanTargets: (settings.cleanTargets ?? [targetPath]).map((path) => resolvePath(root, path)),
      selectors: this.#selectors(),
      environment: environment.variables,
      environmentRead: environment.read,
    }
  }

  #readSettings(file: SettingsFile, root: string): Settings | undefined {
    const { findings, flags, found } = this.#ground
    const isRoot = root === found.root
    const varsFile = isRoot ? 'vars.yml' : joinPath(relativePath(found.root, root), 'vars.yml')
    const vars = readIfThere(this.#ground, varsFile)
    const shared = vars?.value['vars']
    return findings.keep(
      readSettings({
        file,
        form: isRoot ? found.form : 'dbt',
        root,
        isRoot,
        scope: isObject(shared)
          ? settingsScope(this.#ground, this.#target?.context, shared)
          : this.#scope,
        varsFile: vars,
        checksVersion: flags.version_check,
        earlier: findings.diagnostics.filter((item) => item.span?.source === file.source),
      }),
    )
  }

  #logPath(settings: Settings): string {
    const { flags, found, options } = this.#ground
    return flags.log_path === undefined
      ? resolvePath(found.root, settings.logPath ?? 'logs')
      : resolvePath(options.workingDirectory, flags.log_path)
  }

  #parseCachePath(targetPath: string): string {
    const { flags, options } = this.#ground
    return flags.partial_parse_file_path === undefined
      ? joinPath(targetPath, 'btn_parse.json')
      : resolvePath(options.workingDirectory, flags.partial_parse_file_path)
  }

  #packages(rootPackage: Package, packagesPath: string): ReadonlyMap<string, Package> {
    const { findings, found, host, options, sources } = this.#ground
    const packages = new Map([[rootPackage.name, rootPackage]])
    if (options.needsPackages === false) return packages
    const outcome = findPackages({
      host,
      files: this.#packageFiles,
      root: found.root,
      packagesPath,
    })
    for (const { root } of findings.keep(outcome)) {
      const path = joinPath(relativePath(found.root, root), DBT_FILE)
      const file = findings.keep(readSettingsFile(sources, path))
      const settings = file && this.#readSettings(file, root)
      if (!settings) continue
      const other = packages.get(settings.name)
      if (other) findings.add(duplicatePackage(settings, other, found.root))
      else packages.set(settings.name, this.#withFiles(settings))
    }
    return packages
  }

  /** Whoever was killed while packages were swapped has left the old ones beside their place. */
  #installedIn(packagesPath: string): string {
    const { host } = this.#ground
    const aside = setAside(packagesPath)
    return !host.findStat(packagesPath) && host.findStat(aside) ? aside : packagesPath
  }

  #withFiles(settings: Settings): Package {
    const { findings, flags, found, host } = this.#ground
    const folder = settings.isRoot ? '' : relativePath(found.root, settings.root)
    try {
      const files = listFiles({
        host,
        settings,
        prefix: folder,
        allowsJinjaExtensions: flags.allow_jinja_file_extensions,
        ignoreText: this.#ignoreText(joinPath(folder, '.dbtignore')),
      })
      return { ...settings, files }
    } catch (error) {
      if (!(error instanceof HostError)) throw error
      const path = relativePath(found.root, error.path)
      findings.add(diagnostic('file-unreadable', { path, reason: error.message }))
      return { ...settings, files: listFiles({ ...emptyListing, settings }) }
    }
  }

  #ignoreText(file: string): string | undefined {
    const { findings, host, sources } = this.#ground
    const isThere = host.findStat(sources.absolutePath(file))?.isDirectory === false
    return isThere ? findings.keep(sources.read(file))?.text : undefined
  }

  #selectors(): Project['selectors'] {
    const file = readIfThere(this.#ground, 'selectors.yml')
    if (!file) return undefined
    const { source, root, value } = file
    const rendered = hasTemplate(source.text)
      ? this.#ground.findings.keep(renderTree(source, root, this.#scope))
      : value
    return placed(isObject(rendered) ? rendered : {}, file, [])
  }
}

/** A host without files, for a package whose folders cannot be read. */
const emptyListing = {
  host: { listFiles: () => [] },
  prefix: '',
  allowsJinjaExtensions: false,
  ignoreText: undefined,
}

function duplicatePackage(settings: Settings, other: Package, root: string): Diagnostic {
  const folders = [other.root, settings.root].map((path) => relativePath(root, path))
  return diagnostic('package-duplicate', { name: settings.name, folders })
}
