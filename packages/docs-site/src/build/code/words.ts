const list = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean))

/** Words of SQL that are shown as such, in DuckDB's and its neighbours' tongues. */
export const sqlWords = list(`
  abort add all alter always analyze and anti any array as asc asof attach begin between bigint blob boolean by call cascade case
  cast check cluster collate column comment commit constraint copy create cross cube current current_date current_timestamp cycle data
  database date day days decimal declare default delete desc describe detach distinct do double drop else end enum escape except exclude
  execute exists explain export extract false fetch filter first float following for foreign from full function generated glob global
  grant group grouping groups having hour hours if ignore ilike import in index inner insert install int integer intersect interval into is
  isnull join json key last lateral left like limit list load local macro map match matched materialized merge minute minutes month months
  natural not notnull null nulls numeric of offset on only or order outer over overwrite partition persist pivot position positional pragma
  preceding prepare primary qualify range real recursive references refresh rename replace respect returning revoke right rollback rollup
  row rows sample schema second seconds select semi separator sequence set sets show similar smallint some start struct summarize table
  tables tablesample temp temporary text then ties time timestamp timestamptz tinyint to transaction true truncate try_cast unbounded
  union unique unnest unpivot update use using uuid values varchar view when where window with within without year years zone
`)

/** Words of Jinja's statements, and of dbt's. */
export const jinjaWords = list(`
  and as autoescape block break call continue do docs elif else endautoescape endblock endcall enddocs endfilter endfor endif
  endmacro endmaterialization endraw endset endsnapshot endtest endwith extends false filter for from if import in include is
  macro materialization none not or raw recursive return set snapshot test true with False None True
`)

export const pythonWords = list(`
  and as assert async await break class continue def del elif else except False finally for from global if import in is lambda
  match None nonlocal not or pass raise return True try while with yield
`)
