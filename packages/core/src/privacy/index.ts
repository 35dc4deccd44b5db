export type { PrivacyDoor } from './for-load.ts'
export { readPrivacyKeys } from './keys.ts'
export { Vault } from './vault.ts'
