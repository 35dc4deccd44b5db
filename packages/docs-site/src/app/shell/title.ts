import { useEffect } from 'preact/hooks'
import { useSite } from '../data/site.ts'

/** Names the page in the browser's window, and for those who listen. */
export function useTitle(words: string): void {
  const { title } = useSite()
  useEffect(() => {
    document.title = words === '' ? title : `${words} · ${title}`
  }, [words, title])
}
