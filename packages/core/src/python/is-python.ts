/** Whether a file of models (or a node made of one) is a Python program. */
export function isPythonFile(path: string): boolean {
  return path.endsWith('.py')
}
