{# Called while the project is parsed, too: dbt adds macros that it meets later to the node only then. #}
{% do [tell('', none), say('', '')] %}
{% if execute %}
{% set t = run_query("
  select
    1::tinyint as tiny, 2::ubigint as big, 170141183460469231731687303715884105727::hugeint as huge,
    1.50::decimal(4,2) as exact, 2.5::double as double, 1e20::double as wide, 'nan'::double as nan, 'inf'::double as inf,
    true as flag, 'text' as words, '' as empty, 'null' as null_word, null as nothing,
    date '2024-01-31' as day, timestamp '2024-01-31 10:11:12' as at, timestamp '2024-01-31 10:11:12.345678' as at_more,
    time '10:11:12' as clock, interval '1 day 2 hours' as span,
    [1, 2] as list, {'a': 1, 'b': [2.5, null]} as struct, map {'k': 1} as map,
    'a1b2c3d4-0000-4000-8000-000000000000'::uuid as uuid, '\\xAB'::blob as bytes, '101'::bit as bits,
    'x'::enum('x', 'y') as choice, 1::float as float, 5 as twice, 6 as twice") %}
{% for column in t.columns %}{{ say(column.name, [column.values(), column.data_type.__class__ is defined]) }}{% endfor %}
{{ say('types', t | string) }}
{{ say('names', t.column_names) }}
{% for column in t.columns %}{{ say('to sql ' ~ column.name, adapter.convert_type(t, loop.index0)) }}{% endfor %}
{% set two = run_query("select * from (values (1, null, 'a', date '2024-01-01', 1.5), (null, null, null, null, null)) as v(n, none, s, d, x)") %}
{{ tell('nulls', two) }}
{{ tell('no rows', run_query("select 1 as a, 'x' as b where false")) }}
{{ say('truth', [run_query("select 1 where false") | length, true if run_query("select 1") else false, true if run_query("select 1 where false") else false]) }}
{{ say('nested', run_query("select [{'a': date '2024-01-01', 'b': 1.5::decimal(3,1)}] as x, ['ä', null] as y, [timestamp '2024-01-01 01:02:03'] as z").rows[0].values()) }}
{% endif %}
select 1 as id
