{# Called while the project is parsed, too: dbt adds macros that it meets later to the node only then. #}
{% do [tell('', none), say('', ''), is_dear({'price': 1}), first_letter({'name': 'x'}), goods()] %}
{% if execute %}
{% set t = goods() %}
{% set kinds = run_query("select * from (values ('fruit', 'sweet', 1), ('root', 'earthy', 2), ('leaf', 'green', 3)) as k(kind, taste, id) order by id") %}
{{ tell('join', t.select(['id', 'kind']).join(kinds, 'kind')) }}
{{ tell('join inner', t.select(['id', 'kind']).join(kinds.limit(1), 'kind', inner=true)) }}
{{ tell('join full', t.select(['id', 'kind']).limit(2).join(kinds, 'kind', 'kind', full_outer=true)) }}
{{ tell('join by position', t.select(['id']).join(kinds)) }}
{{ tell('join columns', t.select(['id', 'kind']).join(kinds, 'kind', columns=['taste'])) }}
{{ tell('join keys', t.select(['id', 'kind']).join(kinds, ['id', 'kind'], ['id', 'kind'])) }}
{{ tell('join by macro', t.select(['id', 'name', 'kind']).limit(2).join(t.select(['id', 'name']), first_letter)) }}
{{ tell('merge', t.select(['id', 'name']).merge([t.select(['id', 'name']).limit(1), kinds.select(['id', 'taste'])])) }}
{{ tell('merge columns', t.merge([t.limit(1), kinds], column_names=['id', 'kind'])) }}
{% set g = t.group_by('kind') %}
{{ say('groups', [g.keys(), g | length, g.key_name, g.column_names, g['fruit'].columns['id'].values(), g[1].columns['id'].values()]) }}
{{ say('group items', [g.items()[0][0], g.items()[0][1] | length, g.get('nobody') is none]) }}
{% for table in g %}{{ say('group', table.columns['name'].values()) }}{% endfor %}
{% for key, table in g.items() %}{{ say('group ' ~ key, table.columns['id'].values()) }}{% endfor %}
{{ tell('group merged', g.select(['id', 'name']).merge()) }}
{{ tell('group merged by', g.select(['id']).merge(groups=['x', 'y'], group_name='letter')) }}
{{ say('group by macro', [t.group_by(first_letter).keys(), t.group_by(first_letter, key_name='letter').key_name]) }}
{{ say('group by number', [t.group_by('price').keys(), t.group_by('is_on').keys(), t.group_by('day').keys()]) }}
{{ say('group where', g.where(is_dear)['root'].columns['id'].values()) }}
{{ say('group order', g.order_by('id', reverse=true)['fruit'].columns['id'].values()) }}
{{ say('group group', g.group_by('is_on')['fruit'].keys()) }}
{{ say('group of nothing', t.limit(0).group_by('kind').keys()) }}
{{ tell('pivot', t.pivot('kind')) }}
{{ tell('pivot two', t.pivot(['kind', 'is_on'])) }}
{{ tell('pivot columns', t.pivot('kind', 'is_on')) }}
{{ tell('pivot one row', t.pivot(none, 'kind')) }}
{{ tell('pivot macro', t.pivot(first_letter, key_name='letter')) }}
{{ tell('pivot default', t.pivot('kind', 'name', default_value=none)) }}
{{ say('pivot nothing', t.pivot()) }}
{{ say('pivot by name', t.pivot('kind')['fruit']['Count']) }}
{{ tell('normalize', t.select(['id', 'name', 'price']).normalize('id', ['name', 'price'])) }}
{{ tell('normalize numbers', t.select(['id', 'price']).normalize(['id'], 'price', property_column='what', value_column='much')) }}
{{ tell('normalize flags', t.select(['id', 'is_on']).normalize('id', 'is_on')) }}
{{ tell('denormalize', t.select(['day', 'kind', 'price']).denormalize('day', 'kind', 'price')) }}
{{ tell('denormalize text', t.select(['day', 'kind', 'name']).denormalize('day', 'kind', 'name')) }}
{{ tell('denormalize all', t.select(['kind', 'price']).denormalize(none, 'kind', 'price')) }}
{{ tell('guesses', run_query("select * from (values ('x', 'a', 'yes'), ('x', 'b', '1,200'), ('x', 'c', '2024-01-02'), ('x', 'd', 'n/a'), ('y', 'a', 'no'), ('y', 'b', '-3.5'), ('y', 'c', '2024-02-03')) as p(id, property, value)").denormalize('id')) }}
{{ tell('bins', t.bins('price', 3)) }}
{{ tell('bins ends', t.bins('price', 2, 0, 20)) }}
{{ tell('bins small', run_query("select unnest([0.015, 0.02, 0.031]) as x").bins('x', 4)) }}
{% endif %}
select 1 as id
