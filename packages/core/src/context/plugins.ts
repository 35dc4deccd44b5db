import { diagnostic, type Diagnostic, type Span } from '@btn/diagnostics'

/** What does the work of dbt-duckdb's own plugins without Python. */
const REPLACEMENTS: Readonly<Record<string, string>> = {
  delta: `Let DuckDB read the table: extensions: [delta], external_location: "delta_scan('…')".`,
  excel: `Let DuckDB read and write the file: extensions: [excel], external_location: "read_xlsx('…')", COPY … (format xlsx) in a post-hook.`,
  glue: 'Write the files as external models, and register them with a crawler or the tools of AWS.',
  gsheet: `Read the sheet's CSV: extensions: [httpfs], external_location: "read_csv('https://docs.google.com/…/export?format=csv')".`,
  iceberg: `Let DuckDB read the table: extensions: [iceberg], external_location: "iceberg_scan('…')".`,
  postgres:
    'Attach the database: attach: [{path: …, type: postgres, alias: …}], and name its tables.',
  sqlalchemy:
    'Attach the database: attach: [{path: …, type: postgres | mysql | sqlite, alias: …}], and name its tables.',
}

/** Plugins are Python classes: a source or model that needs one is refused. */
export function pluginProblem(plugin: string, where: { readonly span?: Span }): Diagnostic {
  const instead = REPLACEMENTS[plugin] ?? 'Load or store the rows in a Python model.'
  return diagnostic('plugin-unsupported', { plugin, instead }, where)
}
