-- depends_on: {{ ref('base') }} {{ ref('people') }}
{% if execute %}
{{ say(adapter.type()) }}
{{ say(adapter.location_exists('/nope/x.parquet')) }}
{{ say(adapter.get_missing_columns(base(),ref('people'))|map(attribute='name')|list) }}
{{ say(adapter.check_schema_exists(target.database,'MAIN')) }}
{{ say(adapter.quote_as_configured('a','schema')) }}
{{ say(adapter.quote_seed_column('a',true)) }}
{{ say(adapter.cache_added(base())) }}
{{ say(adapter.cache_dropped(base())) }}
{{ say(adapter.get_hard_deletes_behavior({'hard_deletes':'invalidate'})) }}
{{ say(adapter.get_hard_deletes_behavior({'invalidate_hard_deletes':true})) }}
{{ say(adapter.get_hard_deletes_behavior({})) }}
{{ say(adapter.render_raw_columns_constraints({'id':{'name':'id','data_type':'int','constraints':[{'type':'not_null'}]}})) }}
{{ say(adapter.render_raw_columns_constraints({'id':{'name':'id','data_type':'int','quote':true,'constraints':[{'type':'check','expression':'id > 1'},{'type':'primary_key'}]}})) }}
{{ say(adapter.get_column_schema_from_query('select 1 as a, [1] as b')|map(attribute='dtype')|list) }}
{{ say(adapter.get_columns_in_table('main','base')|map(attribute='name')|list) }}
{{ say(adapter.already_exists('main','base')) }}
{{ say(adapter.parse_index({'columns':['a'],'unique':true}).unique) }}
{{ say(adapter.is_motherduck()) }}
{{ say(adapter.is_ducklake(base())) }}
{{ say(adapter.use_ducklake_table_workarounds(base())) }}
{{ say(adapter.disable_transactions()) }}
{{ say(adapter.external_root()) }}
{{ say(adapter.external_read_location('a.parquet',{})) }}
{{ say(adapter.external_read_location('a',{'partition_by':'x,y'})) }}
{{ say(adapter.external_read_location('a',{'partition_by':'x','format':'csv'})) }}
{{ say(adapter.get_binding_char()) }}
{{ say(adapter.warn_once('hello')) }}
{{ say(adapter.Relation.create(identifier='x')) }}
{{ say(adapter.connections) }}
{{ say(adapter.calculate_freshness_from_metadata) }}
{{ say(api.Relation.create(database='a',schema='b',identifier='c').render()) }}
{{ say(base().include(identifier=false)) }}
{{ say(base().limit) }}
{{ say(base().event_time_filter) }}
{{ say(base().is_hive_managed_table) }}
{{ say(base().external) }}
{{ say(base().get('schema')) }}
{{ say(base()|string|length) }}
{{ say(base().to_dict()|length) }}
{{ say(base().type) }}
{{ say(base() ~ 'x') }}
{{ say([base()]) }}
{{ say(api.Column('a','numeric',none,10,2).data_type) }}
{{ say(api.Column.create('a','bigint').quoted) }}
{% endif %}
select 1 as id
