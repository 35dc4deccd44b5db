import { error, warning } from '../entry.ts'

/** What goes wrong with snapshots, from their settings to their tables. */
export const snapshotCodes = {
  'snapshot-config': error(
    (p: { readonly name: string; readonly problem: string }) =>
      `snapshot "${p.name}": ${p.problem}`,
    {
      hint: () =>
        "Settings may stand in {{ config() }}, under config: in a properties file, or below snapshots: in the project's.",
    },
  ),
  'snapshot-hard-deletes': error(
    (p: { readonly value: string; readonly known: readonly string[] }) =>
      `hard_deletes is one of ${p.known.join(', ')}, not "${p.value}"`,
  ),
  'snapshot-hard-deletes-twice': error(
    () =>
      'You cannot set both the invalidate_hard_deletes and hard_deletes config properties on the same snapshot',
    { hint: () => 'hard_deletes: invalidate is what invalidate_hard_deletes: true was.' },
  ),
  'snapshot-onto-view': error(
    (p: { readonly name: string; readonly relation: string; readonly type: string }) =>
      `the snapshot "${p.name}" cannot be kept in ${p.relation}: that is a ${p.type}`,
    { hint: () => 'Drop it, or give the snapshot another alias or schema.' },
  ),
  'snapshot-relation': error(
    (p: { readonly name: string; readonly relation: string }) =>
      `the snapshot "${p.name}" must name one relation, not ${p.relation}`,
    {
      hint: () =>
        "Write relation: ref('orders'), or relation: source('app', 'orders'), without braces.",
    },
  ),
  'snapshot-target': error(
    (p: { readonly relation: string; readonly missing: readonly string[] }) =>
      `${p.relation} cannot hold a history. Snapshot target is missing configured columns: ${p.missing.join(', ')}`,
    {
      hint: () =>
        'Something else made this table, or other names or settings did: rename its columns, or choose them with snapshot_meta_column_names.',
    },
  ),
  'snapshot-time-types': warning(
    (p: { readonly now: string; readonly updatedAt: string }) =>
      `Data type of snapshot table timestamp columns (${p.now}) doesn't match derived column 'updated_at' (${p.updatedAt})`,
    {
      hint: () => "Please update snapshot config 'updated_at': an expression of the first type.",
      dbt: { name: 'SnapshotTimestampWarning', code: 'Q043' },
      data: (p) => ({ snapshot_time_data_type: p.now, updated_at_data_type: p.updatedAt }),
    },
  ),
}
