export type * from './data/index.ts'
export {
  artifactFiles,
  readArtifacts,
  type Artifacts,
  type ArtifactProblem,
} from './read/artifacts.ts'
export { isSilent } from './read/results.ts'
export { readProject, type Reading } from './read/reading.ts'
export { siteFiles, singleFile, type SiteFile } from './build/site-files.ts'
export type { App } from './build/html.ts'
