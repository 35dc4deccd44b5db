import { nodeMethod } from './method.ts'

/** `access:public` */
export const access = nodeMethod(
  'access',
  ({ value }) =>
    (node) =>
      node.kind === 'model' && node.access === value,
)
