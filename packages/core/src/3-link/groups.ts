import { diagnostic, findNearest } from '@btn/diagnostics'
import { mergeConfig } from '../config/merge.ts'
import { settingsOfModels } from './config.ts'
import { foldersOf, type Linking } from './linking.ts'

/** Groups of the properties files; a node that names another one is told so. */
export function linkGroups(linking: Linking): void {
  const names = new Set<string>()
  for (const [file, properties] of linking.parsed.properties) {
    for (const patch of properties.groups) {
      const id = `group.${file.packageName}.${patch.name}`
      names.add(patch.name)
      const fqn = [file.packageName, ...foldersOf(file.path), patch.name]
      linking.groups.set(id, {
        id,
        name: patch.name,
        packageName: file.packageName,
        path: file.path,
        originalPath: file.originalPath,
        owner: patch.owner,
        description: linking.descriptions.render(patch.description, file.packageName).text,
        config: mergeConfig(
          { meta: {}, ...settingsOfModels(linking.project, file.packageName, fqn) },
          patch.config.rendered,
        ),
      })
    }
  }
  for (const node of linking.nodes) {
    if (!('group' in node) || node.kind === 'test' || node.kind === 'analysis') continue
    if (node.group === undefined || names.has(node.group)) continue
    const span = linking.project.sources.spanOf({ file: node.file, start: 0, end: 0 })
    const params = { name: node.name, group: node.group, nearest: findNearest(node.group, names) }
    linking.diagnostics.push(diagnostic('group-not-found', params, { span }))
  }
}
