export { readCountable, type Countable } from './countable.ts'
export { readRowCondition } from './row-test.ts'
export { hasShareLimit, limitKeys, limitOf, type LimitKey, type TestLimit } from './limits.ts'
export { readShareLimit, shareOf, speaksOfShare } from './share-limit.ts'
