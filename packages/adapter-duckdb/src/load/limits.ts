import type { FileOutcome, LoadRequest } from '@btn/adapter'
import { diagnostic, type Diagnostic } from '@btn/diagnostics'

/** What the limits of a contract say to the shares of rejected rows. */
export interface LimitVerdict {
  readonly isRefused: boolean
  readonly warnings: readonly Diagnostic[]
}

export function checkLimits(
  request: Pick<LoadRequest, 'contract' | 'relation'>,
  files: readonly FileOutcome[],
): LimitVerdict {
  const { errorAbove = Infinity, warnAbove: limit = Infinity, per } = request.contract.limits
  const parts = per === 'file' ? files.map((it) => ofFile(it)) : [ofLoad(request, files)]
  const shares = parts.map((part) => ({ ...part, share: part.read && part.rejected / part.read }))
  return {
    isRefused: shares.some(({ share }) => share > errorAbove),
    warnings: shares.flatMap(({ name, rejected, read, share }) => {
      if (share <= limit || share > errorAbove) return []
      return diagnostic('load-reject-warning', { name, rejected, read, limit })
    }),
  }
}

function ofFile({ file, rowsRead, rowsRejected }: FileOutcome) {
  return { name: file.shownPath, read: rowsRead, rejected: rowsRejected }
}

function ofLoad({ relation }: Pick<LoadRequest, 'relation'>, files: readonly FileOutcome[]) {
  const read = sum(files, 'rowsRead')
  return {
    name: `${relation.schema}.${relation.name}`,
    read,
    rejected: sum(files, 'rowsRejected'),
  }
}

function sum(files: readonly FileOutcome[], key: 'rowsRead' | 'rowsRejected'): number {
  return files.reduce((total, file) => total + file[key], 0)
}
