import type { JsonObject } from '../data/index.ts'

const metadata = (schema: string): JsonObject => ({
  dbt_schema_version: `https://schemas.getdbt.com/dbt/${schema}.json`,
  dbt_version: '1.12.6',
  generated_at: '2026-03-01T08:00:00.000000Z',
})

const column = (name: string, rest: JsonObject = {}): JsonObject => ({
  name,
  description: '',
  data_type: null,
  constraints: [],
  tags: [],
  meta: {},
  ...rest,
})

const common = (name: string, kind: string, rest: JsonObject): JsonObject => ({
  name,
  resource_type: kind,
  package_name: 'shop',
  path: `${name}.sql`,
  original_file_path: `models/${name}.sql`,
  unique_id: `${kind}.shop.${name}`,
  fqn: ['shop', name],
  description: '',
  tags: [],
  meta: {},
  columns: {},
  depends_on: { macros: [], nodes: [] },
  ...rest,
})

const relational = (name: string, kind: string, rest: JsonObject): JsonObject =>
  common(name, kind, {
    database: 'shop',
    schema: 'main',
    alias: name,
    relation_name: `"shop"."main"."${name}"`,
    ...rest,
  })

const orders = relational('orders', 'model', {
  description: 'One row for each **order**, see [the source](#!/source/source.shop.raw.orders).',
  config: {
    materialized: 'table',
    tags: ['daily'],
    group: 'sales',
    contract: { enforced: true },
    on_schema_change: 'ignore',
  },
  tags: ['daily'],
  group: 'sales',
  access: 'public',
  columns: {
    order_id: column('order_id', {
      description: 'Key.',
      constraints: [{ type: 'not_null' }],
    }),
    customer: column('customer', { description: '' }),
  },
  raw_code:
    "select id as order_id, customer, {{ cents('amount') }} as amount\nfrom {{ source('raw', 'orders') }} -- all of them",
  compiled_code:
    'select id as order_id, customer, amount / 100 as amount\nfrom "shop"."raw"."orders" -- all of them',
  patch_path: 'shop://models/shop.yml',
  depends_on: { macros: ['macro.shop.cents'], nodes: ['source.shop.raw.orders'] },
  constraints: [],
})

const totals = relational('totals', 'model', {
  config: { materialized: 'view', meta: { owner: 'Ann' } },
  raw_code: "select customer, sum(amount) as total from {{ ref('orders') }} group by 1",
  compiled_code: 'select customer, sum(amount) as total from "shop"."main"."orders" group by 1',
  depends_on: { macros: [], nodes: ['model.shop.orders'] },
})

const unique = common('unique_orders_order_id', 'test', {
  unique_id: 'test.shop.unique_orders_order_id.fed79b3a6e',
  original_file_path: 'models/shop.yml',
  config: { severity: 'warn' },
  column_name: 'order_id',
  attached_node: 'model.shop.orders',
  test_metadata: {
    name: 'unique',
    namespace: null,
    kwargs: { column_name: 'order_id', model: "{{ get_where_subquery(ref('orders')) }}" },
  },
  raw_code: '{{ test_unique(**_dbt_generic_test_kwargs) }}',
  compiled_code: 'select order_id from "shop"."main"."orders"',
  depends_on: { macros: ['macro.dbt.test_unique'], nodes: ['model.shop.orders'] },
})

const source: JsonObject = {
  ...relational('orders', 'source', {
    columns: { customer: column('customer', { description: 'Who ordered.' }) },
  }),
  unique_id: 'source.shop.raw.orders',
  source_name: 'raw',
  source_description: 'What the till writes.',
  identifier: 'orders',
  schema: 'raw',
  relation_name: '"shop"."raw"."orders"',
  fqn: ['shop', 'raw', 'orders'],
  original_file_path: 'models/shop.yml',
}

const exposure: JsonObject = {
  ...common('board', 'exposure', { depends_on: { macros: [], nodes: ['model.shop.totals'] } }),
  type: 'dashboard',
  label: 'Board',
  maturity: 'high',
  url: 'https://example.com/board',
  owner: { name: 'Bob', email: 'bob@example.com' },
}

const macro = (name: string, owner: string, code: string): JsonObject => ({
  ...common(name, 'macro', {
    macro_sql: code,
    arguments: [{ name: 'column', type: 'text', description: '' }],
  }),
  unique_id: `macro.${owner}.${name}`,
  package_name: owner,
  original_file_path: `macros/${name}.sql`,
})

/** The artifacts of a project of a few nodes, by file. */
export const smallProject: Readonly<Record<string, JsonObject>> = {
  'manifest.json': {
    metadata: { ...metadata('manifest/v12'), project_name: 'shop', adapter_type: 'duckdb' },
    nodes: Object.fromEntries([orders, totals, unique].map((it) => [String(it['unique_id']), it])),
    sources: { 'source.shop.raw.orders': source },
    exposures: { 'exposure.shop.board': exposure },
    macros: {
      'macro.shop.cents': macro(
        'cents',
        'shop',
        '{% macro cents(column) %}{{ column }} / 100{% endmacro %}',
      ),
      'macro.dbt.test_unique': macro(
        'test_unique',
        'dbt',
        '{% macro test_unique() %}{% endmacro %}',
      ),
    },
    docs: {
      'doc.shop.__overview__': {
        name: '__overview__',
        package_name: 'shop',
        block_contents:
          '# Shop\n\n![logo](assets/logo.png) ![elsewhere](https://example.com/x.png)',
      },
    },
    groups: {
      'group.shop.sales': {
        name: 'sales',
        resource_type: 'group',
        package_name: 'shop',
        unique_id: 'group.shop.sales',
        original_file_path: 'models/shop.yml',
        owner: { name: 'Sales', email: 'sales@example.com' },
      },
    },
    selectors: {},
    parent_map: {
      'model.shop.orders': ['source.shop.raw.orders'],
      'model.shop.totals': ['model.shop.orders'],
      'test.shop.unique_orders_order_id.fed79b3a6e': ['model.shop.orders'],
      'source.shop.raw.orders': [],
      'exposure.shop.board': ['model.shop.totals'],
    },
  },
  'catalog.json': {
    metadata: metadata('catalog/v1'),
    nodes: {
      'model.shop.orders': {
        metadata: {
          type: 'BASE TABLE',
          schema: 'main',
          name: 'orders',
          database: 'shop',
          owner: null,
          comment: null,
        },
        columns: {
          order_id: { type: 'INTEGER', index: 1, name: 'order_id', comment: null },
          customer: { type: 'VARCHAR', index: 2, name: 'customer', comment: null },
          amount: { type: 'DECIMAL(18,2)', index: 3, name: 'amount', comment: null },
        },
        stats: {
          has_stats: { id: 'has_stats', label: 'Has Stats?', value: false, include: false },
        },
      },
    },
    sources: {},
  },
  'run_results.json': {
    metadata: metadata('run-results/v6'),
    args: { which: 'build' },
    elapsed_time: 2.5,
    results: [
      {
        unique_id: 'model.shop.orders',
        status: 'success',
        execution_time: 0.25,
        message: 'OK',
        adapter_response: { rows_affected: 12 },
        timing: [{ name: 'execute', completed_at: '2026-03-01T08:00:01.000000Z' }],
      },
      {
        unique_id: 'test.shop.unique_orders_order_id.fed79b3a6e',
        status: 'warn',
        execution_time: 0.01,
        failures: 2,
        message: 'Got 2 results, configured to warn if != 0',
        timing: [{ name: 'execute', completed_at: '2026-03-01T08:00:02.000000Z' }],
      },
    ],
  },
  'sources.json': {
    metadata: metadata('sources/v3'),
    results: [
      {
        unique_id: 'source.shop.raw.orders',
        status: 'warn',
        max_loaded_at: '2026-02-27T00:00:00+00:00',
        snapshotted_at: '2026-03-01T08:00:00+00:00',
        max_loaded_at_time_ago_in_s: 201600,
        criteria: {
          warn_after: { count: 1, period: 'day' },
          error_after: { count: null, period: null },
        },
      },
    ],
  },
  'lineage.json': {
    metadata: { btn_lineage_version: 1 },
    nodes: {
      'source.shop.raw.orders': {
        columns: {
          id: { index: 1, type: 'INTEGER', from: [] },
          customer: {
            index: 2,
            type: 'VARCHAR',
            from: [],
            pii: { class: 'name', by: 'declared', state: 'raw' },
          },
          amount: { index: 3, type: 'INTEGER', from: [] },
        },
        uses: [],
      },
      'model.shop.orders': {
        columns: {
          order_id: {
            index: 1,
            type: 'INTEGER',
            from: [{ node: 'source.shop.raw.orders', column: 'id', how: 'renamed' }],
          },
          customer: {
            index: 2,
            type: 'VARCHAR',
            from: [{ node: 'source.shop.raw.orders', column: 'customer', how: 'copied' }],
            pii: {
              class: 'name',
              by: 'lineage',
              state: 'raw',
              from: [{ node: 'source.shop.raw.orders', column: 'customer' }],
            },
          },
          amount: {
            index: 3,
            type: 'DECIMAL(18,2)',
            from: [{ node: 'source.shop.raw.orders', column: 'amount', how: 'computed' }],
          },
        },
        uses: [],
      },
      'model.shop.totals': {
        columns: {
          customer: {
            index: 1,
            type: 'VARCHAR',
            from: [{ node: 'model.shop.orders', column: 'customer', how: 'copied' }],
          },
          total: {
            index: 2,
            type: 'DECIMAL(38,2)',
            from: [{ node: 'model.shop.orders', column: 'amount', how: 'aggregated' }],
          },
        },
        uses: [{ node: 'model.shop.orders', column: 'customer', how: 'grouped' }],
      },
    },
    pii: {
      leaks: [
        {
          node: 'model.shop.orders',
          column: 'customer',
          class: 'name',
          by: 'model.shop.orders',
          exit: 'public',
          way: [
            { node: 'model.shop.orders', column: 'customer', how: 'copied' },
            { node: 'source.shop.raw.orders', column: 'customer' },
          ],
        },
      ],
    },
  },
}
