-- depends_on: {{ ref('people') }}
{% set r = api.Relation.create(database='db', schema='s', identifier='i', type='table') %}
{{ say('r', r) }}
{{ say('is', [r.is_table, r.is_view, r.is_cte, r.is_materialized_view, r.is_pointer, r.is_function]) }}
{{ say('parts', [r.database, r.schema, r.identifier, r.name, r.table]) }}
{{ say('can', [r.can_be_renamed, r.can_be_replaced]) }}
{{ say('include', r.include(database=false)) }}
{{ say('include nothing', r.include(database=false, schema=false)) }}
{{ say('quote', r.quote(schema=false, identifier=false)) }}
{{ say('quoted', r.quoted('x y')) }}
{{ say('incorporate', r.incorporate(path={'schema': 'o'}, type='view')) }}
{{ say('replace_path', r.replace_path(identifier='other')) }}
{{ say('without_identifier', r.without_identifier()) }}
{{ say('information_schema', r.information_schema('tables')) }}
{{ say('information_schema bare', r.information_schema()) }}
{{ say('render', r.render()) }}
{{ say('matches', [r.matches(database='db', schema='s', identifier='i'), r.matches(identifier='j')]) }}
{{ say('constants', [r.Table, r.View, r.CTE, r.External, r.MaterializedView, api.Relation.View]) }}
{{ say('prefix', api.Relation.add_ephemeral_prefix('x')) }}
{{ say('scd', api.Relation.scd_args('id', 'at')) }}
{{ say('path', r.path.schema) }}
{{ say('equal', [r == api.Relation.create(database='db', schema='s', identifier='i', type='table'), r == this]) }}
{{ say('in list', r in [this, r]) }}
{{ say('this', [this.database, this.schema, this.identifier, this.type]) }}
{% set c = api.Column('amount', 'decimal', none, 18, 2) %}
{{ say('c', [c.name, c.column, c.dtype, c.data_type, c.quoted, c.numeric_precision, c.numeric_scale]) }}
{{ say('is', [c.is_string(), c.is_number(), c.is_numeric(), c.is_integer(), c.is_float(), c.is_struct()]) }}
{{ say('literal', c.literal('1')) }}
{{ say('create', api.Column.create('x', 'STRING').data_type) }}
{{ say('translate', [api.Column.translate_type('string'), api.Column.translate_type('int')]) }}
{{ say('string_type', api.Column.string_type(10)) }}
{{ say('numeric_type', api.Column.numeric_type('numeric', 10, 2)) }}
{{ say('described', api.Column.from_description('a', 'varchar(20)').char_size) }}
{{ say('expand', api.Column('a', 'varchar', 5).can_expand_to(api.Column('a', 'varchar', 50))) }}
{% set s = api.Column('s', 'STRUCT(a INTEGER, b STRUCT(c DECIMAL(10,2), d DATE))') %}
{{ say('fields', s.fields | map(attribute='name') | list) }}
{{ say('flat', s.flatten() | map(attribute='name') | list) }}
{% if execute %}
{% set columns = adapter.get_columns_in_relation(ref('people')) %}
{{ say('columns', columns | map(attribute='name') | list) }}
{{ say('types', columns | map(attribute='data_type') | list) }}
{{ say('dtypes', columns | map(attribute='dtype') | list) }}
{{ say('missing', adapter.get_columns_in_relation(api.Relation.create(schema='main', identifier='nothing'))) }}
{{ say('get_relation', adapter.get_relation(target.database, 'main', 'people').type) }}
{{ say('no relation', adapter.get_relation(target.database, 'main', 'nobody')) }}
{{ say('schema', [adapter.check_schema_exists(target.database, 'main'), adapter.check_schema_exists(target.database, 'nope')]) }}
{{ say('get_columns_in_query', get_columns_in_query('select 1 as a, 2 as b')) }}
{{ say('column schema', adapter.get_column_schema_from_query("select 1 as a, 'x' as b, 1.5 as c") | map(attribute='dtype') | list) }}
{{ say('quote', [adapter.quote('a b'), adapter.quote_as_configured('x', 'identifier'), adapter.quote_seed_column('c', none), adapter.quote_seed_column('c', false)]) }}
{{ say('already', [adapter.already_exists('main', 'people'), adapter.already_exists('main', 'nobody')]) }}
{{ say('strategies', adapter.valid_incremental_strategies()) }}
{{ say('escape', adapter.escape_sql_string("it's")) }}
{% endif %}
select 1 as id
