import type { GraphModule } from '../graph/options.ts'

let asked: Promise<GraphModule> | undefined

/** The graph is a script of its own, fetched when somebody wants to see it. A site of a single file has it already. */
export function loadGraph(): Promise<GraphModule> {
  asked ??= new Promise((resolve, reject) => {
    if (window.btnGraph !== undefined) {
      resolve(window.btnGraph)
      return
    }
    const script = document.createElement('script')
    const fail = (): void => {
      asked = undefined
      script.remove()
      reject(new Error('graph.js cannot be read'))
    }
    script.src = 'graph.js'
    script.onload = () => (window.btnGraph === undefined ? fail() : resolve(window.btnGraph))
    script.onerror = fail
    document.head.append(script)
  })
  return asked
}
