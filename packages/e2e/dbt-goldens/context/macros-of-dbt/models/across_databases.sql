-- depends_on: {{ ref('base') }} {{ ref('people') }}
{% if execute %}
{{ say(dbt.any_value('id')) }}
{{ say(dbt.array_append('[1]','2')) }}
{{ say(dbt.array_concat('[1]','[2]')) }}
{{ say(dbt.array_construct(['1','2'],api.Column.translate_type('integer'))) }}
{{ say(dbt.array_construct()) }}
{{ say(dbt.bool_or('x')) }}
{{ say(dbt.cast('a','int')) }}
{{ say(dbt.cast_bool_to_text('true')) }}
{{ say(dbt.concat(['a','b'])) }}
{{ say(dbt.date(2024,1,2)) }}
{{ say(dbt.date_spine('day',"cast('2024-01-01' as date)","cast('2024-01-04' as date)")) }}
{{ say(dbt.date_trunc('month','x')) }}
{{ say(dbt.dateadd('day',3,'x')) }}
{{ say(dbt.dateadd(datepart='month',interval=1,from_date_or_timestamp='y')) }}
{{ say(dbt.datediff('a','b','day')) }}
{{ say(dbt.datediff('a','b','week')) }}
{{ say(dbt.equals('a','b')) }}
{{ say(dbt.escape_single_quotes("it's")) }}
{{ say(dbt.except()) }}
{{ say(dbt.generate_series(10)) }}
{{ say(dbt.get_powers_of_two(100)) }}
{{ say(dbt.get_intervals_between("cast('2024-01-01' as date)","cast('2024-02-01' as date)",'day')) }}
{{ say(dbt.hash('x')) }}
{{ say(dbt.intersect()) }}
{{ say(dbt.last_day('x','month')) }}
{{ say(dbt.length('x')) }}
{{ say(dbt.listagg('x',"','",'order by x',3)) }}
{{ say(dbt.listagg('x')) }}
{{ say(dbt.listagg('x',"','",none,2)) }}
{{ say(dbt.position('a','b')) }}
{{ say(dbt.replace('a','b','c')) }}
{{ say(dbt.right('x',2)) }}
{{ say(dbt.safe_cast('x',api.Column.translate_type('date'))) }}
{{ say(dbt.split_part('x',"','",1)) }}
{{ say(dbt.split_part('x',"','",-1)) }}
{{ say(dbt.string_literal('a')) }}
{{ say(dbt.type_bigint()) }}
{{ say(dbt.type_boolean()) }}
{{ say(dbt.type_float()) }}
{{ say(dbt.type_int()) }}
{{ say(dbt.type_numeric()) }}
{{ say(dbt.type_string()) }}
{{ say(dbt.type_timestamp()) }}
{{ say(dates_in_range('2024-01-01','2024-01-03','%Y-%m-%d','%Y%m%d')) }}
{{ say(partition_range('20240101,20240103')) }}
{{ say(convert_datetime('2024-01-01','%Y-%m-%d')) }}
{{ say(snapshot_get_time()) }}
{{ say(dbt.snapshot_get_time()) }}
{{ say(partition_range('20240101')) }}
{% endif %}
select 1 as id
