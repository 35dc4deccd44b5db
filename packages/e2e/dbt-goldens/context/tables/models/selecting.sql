{# Called while the project is parsed, too: dbt adds macros that it meets later to the node only then. #}
{% do [tell('', none), say('', ''), is_dear({'price': 1}), first_letter({'name': 'x'}), goods()] %}
{% if execute %}
{% set t = goods() %}
{{ tell('all', t) }}
{{ say('slices', [t.rows[:2], t.columns[0][1:3], t[1:2], t.rows[-1]['id'], t[0]['name']]) }}
{{ say('by name', [t['id'] is defined, t.columns['id'].name, t.columns['id'].index, t.columns.keys(), t.rows.keys()]) }}
{{ say('sizes', [t | length, t.columns | length, t.rows | length, t.columns[0] | length]) }}
{{ say('equal', [t.rows[0] == t.rows[0], t.rows[0] == t.rows[1], t.columns[0] == (1, 2, 3, 4, 5), t.rows[0].values() == t.rows[0].values()]) }}
{{ say('in', [1 in t.columns[0], 'apple' in t.columns['name'], none in t.columns['name'], 'zebra' in t.columns[1]]) }}
{{ say('get', [t.rows[0].get('name'), t.rows[0].get('nobody'), t.rows[0].get('nobody', 'd'), t.rows[0].get('nobody', 0)]) }}
{{ say('count', [t.columns['kind'].values().count('fruit'), t.columns['kind'].count('root'), t.columns['id'].index(3) if false else '']) }}
{{ say('row', [t.rows[0], t.rows[4]]) }}
{{ say('column', t.columns['id']) }}
{{ say('distinct values', t.columns['kind'].values_distinct() | sort) }}
{{ say('sorted', [t.columns['price'].values_sorted(), t.columns['name'].values_without_nulls_sorted()]) }}
{{ tell('select', t.select(['price', 'id'])) }}
{{ tell('select one', t.select('name')) }}
{{ tell('exclude', t.exclude(['day', 'is_on', 'price'])) }}
{{ tell('limit', t.limit(2).select('id')) }}
{{ tell('limit from', t.limit(1, 4, 2).select('id')) }}
{{ tell('limit back', t.limit(-2).select('id')) }}
{{ tell('where', t.where(is_dear).select(['id', 'price'])) }}
{{ say('find', t.find(is_dear)) }}
{{ tell('order', t.order_by('price').select(['id', 'price'])) }}
{{ tell('order back', t.order_by('price', reverse=true).select(['id', 'price'])) }}
{{ tell('order by two', t.order_by(['kind', 'id'], reverse=true).select(['id', 'kind'])) }}
{{ tell('order by macro', t.order_by(first_letter).select(['id'])) }}
{{ tell('distinct', t.distinct('kind').select('id')) }}
{{ tell('distinct by two', t.select(['kind', 'price']).distinct(['kind', 'price'])) }}
{{ tell('distinct rows', t.select(['kind']).distinct()) }}
{{ tell('distinct by macro', t.distinct(first_letter).select('id')) }}
{{ tell('rename', t.select(['id', 'name']).limit(1).rename({'id': 'Key No'})) }}
{{ tell('slugs', t.select(['id', 'name']).limit(1).rename(['Key No.', 'Der Name']).rename(slug_columns=true)) }}
{{ tell('row names', t.select(['id', 'name']).limit(2).rename(row_names=['a', 'b'])) }}
{% set named = t.select(['id', 'name']).limit(2).rename(row_names=['a', 'b']) %}
{{ say('by row name', [named['b']['name'], named.rows['a']['id'], named.columns['id']['b'], named.columns['id'].dict()]) }}
{{ tell('homogenize', t.select(['id', 'name']).homogenize('id', [1, 9], ['none'])) }}
{{ tell('homogenize plain', t.select(['id', 'name']).homogenize(['id'], [[1], [7]])) }}
{{ say('data types', [t.columns['id'].data_type.cast(4), t.columns['price'].data_type.jsonify(t.rows[0]['price']), t.columns['day'].data_type.jsonify(t.rows[0]['day']), t.columns['day'].data_type.csvify(none)]) }}
{{ say('convert types', [adapter.convert_type(t, 0), adapter.convert_type(t, 1), adapter.convert_type(t, 3), adapter.convert_type(t, 4), adapter.convert_type(t, 5)]) }}
{% endif %}
select 1 as id
