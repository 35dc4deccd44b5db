import { chunkOf, type Code, type DataKey, type DataOf, type Page } from '../data/index.ts'

/**
 * Data comes in classic scripts, because pages opened from the disk may fetch nothing else: a file calls `btnData(key, json)`. In a site of a
 * single file, the same JSON stands in elements of the page.
 */
declare global {
  interface Window {
    btnData: (key: string, json: string) => void
  }
}

interface Waiting {
  readonly resolve: (data: unknown) => void
}

const waiting = new Map<string, Waiting>()
const known = new Map<string, Promise<unknown>>()

/** To be called once, before any data file runs. */
export function receiveData(): void {
  window.btnData = (key, json) => {
    const data: unknown = JSON.parse(json)
    const asker = waiting.get(key)
    if (asker) asker.resolve(data)
    else known.set(key, Promise.resolve(data))
    waiting.delete(key)
  }
}

/** The content of a data file, fetched once. Rejects where it cannot be had; asking again tries again. */
export function loadData<K extends DataKey>(key: K): Promise<DataOf<K>> {
  let data = known.get(key)
  if (!data) {
    data = readInline(key) ?? insertScript(key)
    known.set(key, data)
    data.catch(() => known.delete(key))
  }
  // What writes the files is typed by the same table of keys.
  return data as Promise<DataOf<K>>
}

/** The page of an id; undefined where the site has none. `pages` is `SiteIndex.chunks.pages`. */
export async function loadPage(id: string, pages: number): Promise<Page | undefined> {
  return (await loadData(`nodes/${chunkOf(id, pages)}`))[id]
}

/** The texts of a page with `hasCode`. */
export async function loadCode(id: string, pages: number): Promise<Code | undefined> {
  return (await loadData(`code/${chunkOf(id, pages)}`))[id]
}

function readInline(key: string): Promise<unknown> | undefined {
  const text = document.getElementById(`data/${key}`)?.textContent
  return text ? Promise.resolve(JSON.parse(text)) : undefined
}

function insertScript(key: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = `data/${key}.js`
    script.onload = () => {
      script.remove()
      if (waiting.delete(key)) reject(new Error(`data/${key}.js did not say what it should`))
    }
    script.onerror = () => {
      script.remove()
      waiting.delete(key)
      reject(new Error(`data/${key}.js cannot be read`))
    }
    waiting.set(key, { resolve })
    document.head.append(script)
  })
}
