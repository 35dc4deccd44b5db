/** What happens while packages are installed, for whoever shows it. */
export type DepsEvent =
  | { readonly kind: 'nothing-listed'; readonly file: string }
  | { readonly kind: 'requested'; readonly url: string }
  | { readonly kind: 'lock-updated'; readonly path: string }
  | { readonly kind: 'install-started'; readonly name: string }
  /** `from`: `version 1.1.1`, `revision 0a1b…`, `<local @ folder>`. */
  | { readonly kind: 'installed'; readonly from: string; readonly subdirectory: string | undefined }
  /** `latest` is undefined when the version installed is the latest one. */
  | { readonly kind: 'compared'; readonly latest: string | undefined }
  | { readonly kind: 'updates-available'; readonly names: readonly string[]; readonly file: string }
  | { readonly kind: 'entry-removed'; readonly entry: string }
  | {
      readonly kind: 'entry-added'
      readonly name: string
      readonly version: string
      readonly path: string
    }
