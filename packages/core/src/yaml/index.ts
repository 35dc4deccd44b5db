export {
  findNode,
  keyPlaceOf,
  placeOf,
  readYaml,
  type Path,
  type YamlDocument,
} from './document.ts'
export { floatMarker, intMarker, isFloatMarker, isIntMarker, withoutMarkers } from './markers.ts'
export {
  findEntry,
  setOwn,
  toData,
  type YamlEntry,
  type YamlList,
  type YamlMap,
  type YamlNode,
  type YamlScalar,
} from './node.ts'
export { renderYamlText } from './render.ts'
export { findAnchors } from './find-anchors.ts'
export { renderTree, type SettingsScope } from './render-tree.ts'
export { hasTemplate, parseYamlTemplate, relocateYaml, type YamlTemplate } from './template.ts'
export { isTextScalar } from './resolve-scalar.ts'
export type { YamlData } from './dump.ts'
export { PlainScalar } from './dump-scalar.ts'
export { parseYaml, stringifyYaml, toValue } from './values.ts'
export { describe } from './describe.ts'
export { argumentSpan, checkConfig } from './check-config.ts'
export { setYamlKey } from './edit-key.ts'
export { editYamlList } from './edit-list.ts'
export { validate, type Checked } from './validate.ts'
