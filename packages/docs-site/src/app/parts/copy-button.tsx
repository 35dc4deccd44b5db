import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Icon } from './icon.tsx'

/** Copies a text and says so for a moment. */
export function CopyButton({
  text,
  what,
}: {
  readonly text: string
  readonly what: string
}): JSX.Element {
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (said === '') return undefined
    const timer = setTimeout(() => setSaid(''), 2000)
    return () => clearTimeout(timer)
  }, [said])
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      setSaid('Copied')
    } catch {
      setSaid('The browser does not let pages copy')
    }
  }
  return (
    <span class="copy">
      <span class="copy-said" role="status">
        {said}
      </span>
      <button
        type="button"
        class="tool small"
        aria-label={`Copy ${what}`}
        title={`Copy ${what}`}
        onClick={copy}
      >
        <Icon name={said === 'Copied' ? 'ok' : 'copy'} />
      </button>
    </span>
  )
}
