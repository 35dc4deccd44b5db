// The door for commands that install packages, or make a project out of another one.
export {
  checkNewPackage,
  installDependencies,
  readNewPackage,
  WorldError,
  type DepsEvent,
  type PackageWorld,
} from './deps/index.ts'
export { profileFromTemplate, UnansweredError } from './migrate/profile-template.ts'
export { projectFromDbt } from './migrate/project-from-dbt.ts'
export { setYamlKey } from './yaml/index.ts'
export { isRunning } from './temporary-files.ts'
