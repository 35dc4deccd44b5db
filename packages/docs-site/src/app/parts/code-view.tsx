import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { linkTo, type CodeText } from '../../data/index.ts'
import { toLines, type Piece } from './code-pieces.ts'

/** A text with colours, links and the numbers of its lines. */
export function CodeView({ code, label }: { readonly code: CodeText; readonly label: string }) {
  const lines = useMemo(() => toLines(code), [code])
  return (
    <pre class="code" tabIndex={0} role="region" aria-label={label}>
      <code>
        {lines.map((pieces, index) => (
          <span class="code-line" key={index}>
            {pieces.map(toElement)}
            {'\n'}
          </span>
        ))}
      </code>
    </pre>
  )
}

function toElement(piece: Piece, index: number): JSX.Element | string {
  const look = piece.class === undefined ? undefined : `sql-${piece.class}`
  if (piece.id !== undefined) {
    return (
      <a key={index} class={look} href={linkTo(piece.id)}>
        {piece.text}
      </a>
    )
  }
  return look === undefined ? (
    piece.text
  ) : (
    <span key={index} class={look}>
      {piece.text}
    </span>
  )
}
