import { entriesOf } from '../entry.ts'
import { didYouMean } from '../nearest.ts'

const { error, warning } = entriesOf('Runtime Error')

interface OfFile {
  readonly path: string
}
interface Columns extends OfFile {
  readonly columns: readonly string[]
}

/** Columns that a file has, or has not, and which name of the file is nearly which of the table. */
interface Misfits extends Columns {
  readonly nearly?: readonly [header: string, column: string] | undefined
}

const renamed = (p: Misfits): string | undefined =>
  p.nearly &&
  `Is ${JSON.stringify(p.nearly[0])} the column "${p.nearly[1]}"? rename: {${JSON.stringify(p.nearly[0])}: ${p.nearly[1]}}`

const list = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(', ')
const columns = (words: readonly string[]): string =>
  `${words.length === 1 ? 'column' : 'columns'} ${list(words)}`

/** What can be wrong with the files of a load. */
export const fileCodes = {
  'load-column-ambiguous': error(
    (p: OfFile & { readonly first: string; readonly second: string; readonly target: string }) =>
      `${p.path} has two columns for "${p.target}": "${p.first}" and "${p.second}"`,
    { hint: () => 'Rename one of them in the file, or under "rename".' },
  ),
  'load-columns-extra': error(
    (p: Misfits) => `${p.path} has ${columns(p.columns)}, which the table has not`,
    { hint: (p) => renamed(p) ?? 'Declare them, or set drift: {extra: ignore | warn | add}.' },
  ),
  'load-columns-ignored': warning(
    (p: Misfits) =>
      `${p.path} has ${columns(p.columns)}, which the table has not: ${p.columns.length === 1 ? 'it stays' : 'they stay'} out`,
    { hint: (p) => renamed(p) ?? 'Declare them, or set drift: {extra: ignore | add}.' },
  ),
  'load-columns-empty': warning(
    (p: Misfits) =>
      `${p.path} has no ${columns(p.columns)}: ${p.columns.length === 1 ? 'it is' : 'they are'} NULL`,
    { hint: (p) => renamed(p) ?? 'Name them under "rename" if they are called otherwise there.' },
  ),
  'load-columns-missing': error(
    (
      p: Misfits & {
        readonly delimiter?: string | undefined
        /** The first line has values, as far as one can tell. */
        readonly isRow?: boolean
        /** There is none of the columns. */
        readonly isOther?: boolean
      },
    ) => `${p.path} has no ${columns(p.columns)}`,
    {
      hint: (p) =>
        p.delimiter === undefined
          ? (renamed(p) ??
            (p.isRow
              ? 'Its first line looks like a row: a file without a header says options: {header: false}.'
              : p.isOther
                ? 'Name them under "rename" if they are called otherwise there.'
                : 'Name them under "rename" if they are called otherwise there, or set drift: {missing: fill}.'))
          : `Its header is a single column. Is ${JSON.stringify(p.delimiter)} the delimiter? options: {delimiter: ${JSON.stringify(p.delimiter)}}`,
    },
  ),
  'load-copy-failed': error(
    (p: OfFile & { readonly folder: string; readonly problem: string }) =>
      `${p.path} cannot be copied to ${p.folder}: ${p.problem}`,
    { hint: () => 'Make room there, or name another folder: TMPDIR=/path btn …' },
  ),
  'load-column-nul': error(
    (p: OfFile & { readonly column: number; readonly isWide: boolean }) =>
      `the name of column ${p.column} of ${p.path} has the character NUL in it, which can be in no name`,
    {
      hint: ({ isWide }) =>
        isWide
          ? 'It looks like a text in UTF-16: options: {encoding: utf-16le}, or utf-16be.'
          : 'Rename it in the file.',
    },
  ),
  'load-encoding': error(
    (p: OfFile & { readonly encoding: string; readonly bytes: string }) =>
      `${p.path} is not ${p.encoding}: the bytes ${p.bytes} mean nothing there`,
    { hint: () => 'Say what it is: options: {encoding: windows-1252}.' },
  ),
  'load-encoding-rows': warning(
    (p: OfFile & { readonly encoding: string; readonly bytes: string; readonly rows: number }) =>
      `${p.rows === 1 ? '1 row' : `${p.rows} rows`} of ${p.path} ${p.rows === 1 ? 'is' : 'are'} not ${p.encoding}, and rejected: the bytes ${p.bytes} mean nothing there`,
    {
      hint: () =>
        'Say what the file is, if it is something else: options: {encoding: windows-1252}.',
    },
  ),
  'load-file-changed': error(
    (p: OfFile & { readonly change: string }) =>
      `${p.path} ${p.change} while it was loaded; nothing was loaded`,
    {
      hint: () =>
        'Load it when it is complete: have it written under another name, and renamed then.',
    },
  ),
  'load-file-damaged': error(
    (p: OfFile & { readonly problem: string }) => `${p.path} is damaged: ${p.problem}`,
  ),
  'load-file-empty': error(
    (p: OfFile) => `${p.path} is empty: there is not even a line with names`,
    { hint: () => 'A file without rows has a header; one without a header says header: false.' },
  ),
  'load-file-folder': error((p: OfFile) => `${p.path} is a folder`, {
    hint: (p) => `Say which files of it are meant: ${p.path}/*.csv`,
  }),
  'load-file-format': error(
    (p: OfFile & { readonly kind?: string | undefined }) =>
      p.kind === undefined
        ? `the name of ${p.path} does not tell its format`
        : `${p.path} is ${p.kind}`,
    {
      hint: (p) =>
        p.kind === 'Parquet'
          ? 'Set format: parquet.'
          : 'Set format: csv, tsv, json, jsonl or parquet.',
    },
  ),
  'load-file-missing': error((p: OfFile) => `there is no file ${p.path}`, {
    hint: () => 'Is the folder right? Paths begin at the project.',
  }),
  'load-file-unreadable': error(
    (p: OfFile & { readonly problem: string }) => `${p.path} cannot be read: ${p.problem}`,
  ),
  'load-json-open': error(
    (p: OfFile) => `a bracket or a text that begins here in ${p.path} is never closed`,
    { hint: () => 'Is the file complete?' },
  ),
  'load-no-files': error((p: { readonly pattern: string }) => `no file matches ${p.pattern}`, {
    hint: () => 'Is the folder right? Paths begin at the project.',
  }),
  'load-option': error(
    (p: {
      readonly option: string
      readonly value: string
      readonly wanted: string
      readonly nearest?: string | undefined
    }) => `${p.option} should be ${p.wanted}, not ${JSON.stringify(p.value)}`,
    { hint: (p) => didYouMean(p.nearest) },
  ),
  'load-quote-open': error(
    (p: OfFile) => `the quote that begins here in ${p.path} is never closed`,
    {
      hint: () =>
        'Inside of quotes a quote is written twice: "say ""hi""". A file without quotes: options: {quote: ""}.',
    },
  ),
  'load-quarantine-unwritable': error(
    (p: OfFile & { readonly problem: string }) =>
      `the rejected rows cannot be written to ${p.path}: ${p.problem}`,
    { hint: () => 'Nothing was loaded. Make room there, or give the file another path.' },
  ),
  'load-url-failed': error(
    (p: { readonly url: string; readonly problem: string }) => `${p.url}: ${p.problem}`,
    {
      hint: (p) =>
        /^https?:/.test(p.url)
          ? undefined
          : "Copy the files of a bucket first, with its own tool, or read them in a model: read_csv('s3://…') with DuckDB's extension httpfs.",
    },
  ),
}
