import { DiagnosticError, TracedText } from '@btn/diagnostics'
import { Dict, raise, toText, type Value } from '@btn/jinja'
import { pluginProblem } from '../plugins.ts'
import { nothing, running, type Method } from './adapter-method.ts'

/** What a trailing compression suffix means to DuckDB. */
const COMPRESSIONS: Readonly<Record<string, string>> = { '.gz': 'gzip', '.zst': 'zstd' }

/** Options of COPY whose values are text and stand in quotes. */
const QUOTED_OPTIONS = new Set(['delimiter', 'quote', 'escape', 'null'])

/** A path without its last suffix, and that suffix: `a/b.csv.gz` gives `a/b.csv` and `.gz`. */
function splitSuffix(path: string): readonly [rest: string, suffix: string] {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const dot = name.lastIndexOf('.')
  // Dots at the beginning hide a file and begin no suffix.
  if (dot <= 0 || /^\.*$/.test(name.slice(0, dot))) return [path, '']
  const suffix = name.slice(dot)
  return [path.slice(0, -suffix.length), suffix]
}

function toOptions(value: Value | undefined): Dict {
  if (value instanceof Dict) return value
  return raise('TypeError', 'the options of a file are a dict')
}

/** Writes into `options` what the name of the file says about it, where nothing else says it. */
function completeOptions(location: string, options: Dict): void {
  if (!options.has('format')) {
    const [rest, last] = splitSuffix(location)
    const compression = COMPRESSIONS[last.toLowerCase()]
    const suffix = (compression === undefined ? last : splitSuffix(rest)[1]).toLowerCase()
    const guess = options.has('delimiter') ? 'csv' : 'parquet'
    options.set('format', suffix === '' ? guess : suffix.slice(1))
    if (suffix !== '' && compression !== undefined && !options.has('compression')) {
      options.set('compression', compression)
    }
  }
  if (options.get('format') === 'csv' && !options.has('header')) options.set('header', 1)
  const columns = toText(options.get('partition_by') ?? '')
  if (columns.includes(',') && !columns.startsWith('(')) options.set('partition_by', `(${columns})`)
}

function writeOption(key: string, value: string): string {
  const needsQuotes = QUOTED_OPTIONS.has(key.toLowerCase()) && !value.startsWith("'")
  return needsQuotes ? `${key} '${value}'` : `${key} ${value}`
}

/** Several files lie in a folder, one level deep for each column that they are parted by. */
function readLocation(location: string, options: Dict): string {
  const columns = toText(options.get('partition_by') ?? '')
  const isThreaded = !['', 'false', '0', 'None', 'False'].includes(
    toText(options.get('per_thread_output') ?? ''),
  )
  if (columns === '' && !isThreaded) return location
  const levels = columns === '' ? [] : columns.split(',').map(() => '*')
  const suffix = toText(options.get('format') ?? 'parquet')
  return `${[location, '*', ...levels].join('/')}.${suffix}`
}

/** Methods of `adapter` about files of `external` models. */
export const externalMethods: Readonly<Record<string, Method>> = {
  external_root: {
    parameters: [],
    call: ({ invocation }) => String(invocation.target['external_root'] ?? '.'),
  },
  external_write_options: {
    parameters: ['write_location', 'rendered_options'],
    call: (_context, [location, value]) => {
      const options = toOptions(value)
      completeOptions(toText(location ?? ''), options)
      return [...options.entries()]
        .map(([key, item]) => writeOption(toText(key), toText(item)))
        .join(', ')
    },
  },
  external_read_location: {
    parameters: ['write_location', 'rendered_options'],
    call: (_context, [location, value]) => readLocation(toText(location ?? ''), toOptions(value)),
  },
  store_relation: {
    parameters: ['plugin_name', 'relation', 'column_list', 'path', 'format', 'config'],
    atParse: nothing,
    call: (_context, [plugin], { callSite }) => {
      throw new DiagnosticError(pluginProblem(toText(plugin ?? null), { span: callSite }))
    },
  },
  location_exists: {
    parameters: ['location'],
    atParse: () => false,
    call: async (context, [location]) => {
      const sql = `select 1 from '${toText(location ?? '').replaceAll("'", "''")}' where 1=0`
      try {
        await running(context).session.execute(TracedText.plain(sql))
        return true
      } catch (error) {
        if (error instanceof DiagnosticError) return false
        throw error
      }
    },
  },
}
