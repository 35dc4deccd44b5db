export type * from './data/index.ts'
export {
  artifactFiles,
  readArtifact,
  readArtifacts,
  type Artifacts,
  type ArtifactProblem,
} from './read/artifacts.ts'
export { remember, toHistory, type Audited, type Remembered } from './history/history.ts'
export { readProject, type Reading } from './read/reading.ts'
export { siteFiles, singleFile, type SiteFile } from './build/site-files.ts'
export type { App } from './build/html.ts'
