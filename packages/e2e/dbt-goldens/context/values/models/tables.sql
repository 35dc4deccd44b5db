{{ say('called', 'at parse time, too') }}
-- depends_on: {{ ref('people') }}
{% if execute %}
{% set t = run_query('select * from ' ~ ref('people') ~ ' order by id') %}
{{ say('names', t.column_names) }}
{{ say('columns.keys', t.columns.keys()) }}
{{ say('values', t.columns['name'].values()) }}
{{ say('by index', t.columns[0].values()) }}
{{ say('without nulls', t.columns['name'].values_without_nulls()) }}
{{ say('sorted', t.columns['price'].values_sorted()) }}
{{ say('row', t.rows[0].values()) }}
{{ say('row by name', t.rows[1]['name']) }}
{{ say('row attribute', t.rows[1].name) }}
{{ say('row repr', t.rows[0]) }}
{{ say('row keys', t.rows[0].keys()) }}
{{ say('row items', t.rows[0].items()) }}
{{ say('row get', t.rows[0].get('nothing', 'otherwise')) }}
{{ say('row dict', t.rows[0].dict()['name']) }}
{{ say('length', t | length) }}
{{ say('rows', t.rows | length) }}
{{ say('table', t) }}
{{ say('first row', (t | list)[0]['id']) }}
{{ say('renamed', t.rename({'id': 'key'}).column_names) }}
{{ say('all renamed', t.rename(['a', 'b', 'c', 'd', 'e']).column_names) }}
{{ say('selected', t.select(['name', 'id']).column_names) }}
{{ say('excluded', t.exclude(['name', 'id']).column_names) }}
{{ say('limited', t.limit(2) | length) }}
{{ say('ordered', t.order_by('price', reverse=true).columns['id'].values()) }}
{{ say('distinct', t.distinct('is_on') | length) }}
{{ say('in columns', 'id' in t.columns) }}
{{ say('in row', 1 in t.rows[0]) }}
{{ say('printed', t.print_table()) }}
{{ say('convert_type', [adapter.convert_type(t, 0), adapter.convert_type(t, 1), adapter.convert_type(t, 2), adapter.convert_type(t, 4)]) }}
{% call statement('kept', fetch_result=true) %}select 1 as one, 'x' as two{% endcall %}
{% set kept = load_result('kept') %}
{{ say('kept keys', kept.keys() | list | sort) }}
{{ say('kept data', kept['data']) }}
{{ say('kept response', kept.response) }}
{{ say('kept table', kept.table.columns['two'].values()) }}
{{ say('types', run_query("select 1.5::decimal(4,2) as a, 2::double as b, true as c, [1,2] as d, {'k': 1} as e, null as f, 12345678901::bigint as g").rows[0].values()) }}
{{ say('dates', run_query("select date '2024-01-31' as a, timestamp '2024-01-31 10:11:12' as b, interval 1 day as c").rows[0].values()) }}
{% endif %}
select 1 as id
