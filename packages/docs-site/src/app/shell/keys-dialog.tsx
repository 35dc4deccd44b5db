import type { JSX } from 'preact'
import { Icon } from '../parts/icon.tsx'
import { Dialog } from './dialog.tsx'
import { KEYS } from './keys.ts'

export function KeysDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  return (
    <Dialog label="Keys" class="dialog keys" onClose={onClose}>
      <div class="dialog-head">
        <h2>Keys</h2>
        <button type="button" class="tool" aria-label="Close" onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <dl class="key-list">
        {KEYS.map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.map((it) => (
                <kbd key={it}>{it}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
